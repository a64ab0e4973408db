/* guatu-table-cell.c — shows what stands in one cell, and says it to those who listen. */
#include "guatu-table-cell.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "guatu-light-shape.h"
#include "guatu-row-words.h"
#include "guatu-task-words.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define PADDING 8
#define ARROW 18
#define INDENT ((int) guatu_text_scaled (16))
#define GROUP_INDENT 8
#define STAR_ROOM ((int) guatu_text_scaled (18))

/* How much of a category's hue tints the ground of its heading. */
#define TINT 0.10f

struct _GuatuTableCell
{
  GtkWidget        parent_instance;

  /* Children; the first two are made when they are needed */
  GtkWidget       *arrow;               /* of names; else %NULL */
  GtkWidget       *text;
  GtkWidget       *editor;
  GtkWidget       *complaint;

  /* Owned references */
  GuatuTableLook  *look;
  GuatuTaskRow    *row;
  gulong           row_changed;

  GuatuColumnKind  column;
  int              indent;
  gboolean         heading;
  gboolean         starred;
  guint            hue;
};

G_DEFINE_FINAL_TYPE (GuatuTableCell, guatu_table_cell, GTK_TYPE_WIDGET)

static GdkRGBA
rgba_of (GuatuColour colour,
         float       alpha)
{
  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, alpha };
}

/* What stands in it ---------------------------------------------------------------------------------- */

/* The row as the chart has it; %NULL: there is none, or it is the line for new tasks. */
static const GuatuRow *
shown_row (GuatuTableCell *self)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->look->view);

  if (self->row == NULL || guatu_task_row_get_key (self->row) == GUATU_NEW_ROW_KEY
      || guatu_task_row_get_place (self->row) >= rows->n)
    return NULL;

  return &rows->rows[guatu_task_row_get_place (self->row)];
}

static void
set_class (GuatuTableCell *self,
           const char     *name,
           gboolean        set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* On a dark ground a hue is made lighter, so that it can be read. */
static void
colour_text (GuatuTableCell *self)
{
  GuatuColour colour = guatu_palette_colour (&self->look->palette, GUATU_INK_IN_HUE (GUATU_INK_GROUP_TEXT, self->hue));
  PangoAttrList *attributes;
  double lighter = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 0.5 : 0;

  if (!self->heading)
    {
      gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text), NULL);
      return;
    }

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes,
                          pango_attr_foreground_new ((guint16) (65535 * (colour.red + (1 - colour.red) * lighter)),
                                                     (guint16) (65535 * (colour.green + (1 - colour.green) * lighter)),
                                                     (guint16) (65535 * (colour.blue + (1 - colour.blue) * lighter))));
  /* Else it would be as translucent as plain text is. */
  pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16));
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text), attributes);
  pango_attr_list_unref (attributes);
}

static int
indent_of (const GuatuRow *row)
{
  return row->depth * INDENT + (row->task >= 0 && row->group >= 0 ? GROUP_INDENT : 0);
}

int
guatu_table_cell_get_padding (const GuatuChartView *chart,
                              guint                 row,
                              GuatuColumnKind       column)
{
  const GuatuRow *shown = &chart->rows->rows[row];
  gboolean starred = shown->task >= 0 && chart->highlights != NULL && chart->highlights[shown->task];

  if (column != GUATU_COLUMN_NAME)
    return 2 * PADDING;

  return 2 * PADDING + indent_of (shown) + ARROW + (starred ? STAR_ROOM : 0);
}

static gboolean
is_foldable (const GuatuRow *row)
{
  return row != NULL && (row->task < 0 || (row->flags & GUATU_ROW_SUMMARY) != 0);
}

static void
update_arrow (GuatuTableCell *self,
              const GuatuRow *row)
{
  gboolean foldable = is_foldable (row);

  if (self->arrow == NULL)
    return;

  self->indent = row == NULL ? 0 : indent_of (row);
  gtk_widget_set_child_visible (self->arrow, foldable);
  gtk_widget_set_visible (self->arrow, foldable);
  if (foldable)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                  row->flags & GUATU_ROW_FOLDED ? "pan-end-symbolic" : "pan-down-symbolic");
}

/* The whole row is said once, by its name, and by the line that takes the focus. */
static void
speak (GuatuTableCell *self)
{
  GtkWidget *line = guatu_table_cell_get_line (self);
  g_autofree char *words = NULL;

  if (self->column == GUATU_COLUMN_LIGHT)
    {
      const GuatuChartView *chart = guatu_battle_view_get_chart (self->look->view);
      const char *light = "";

      if (chart->lights != NULL && shown_row (self) != NULL)
        light = guatu_light_button_name (guatu_chart_light (chart, guatu_task_row_get_place (self->row)));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, light, -1);
    }
  if (self->column != GUATU_COLUMN_NAME)
    return;

  words = guatu_row_words (guatu_battle_view_get_chart (self->look->view),
                             shown_row (self) != NULL ? (int) guatu_task_row_get_place (self->row) : -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (line == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (is_foldable (shown_row (self)))
    gtk_accessible_update_state (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 !(shown_row (self)->flags & GUATU_ROW_FOLDED), -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
update_text (GuatuTableCell *self,
             const GuatuRow *row)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->look->view);
  g_autoptr(GString) text = g_string_new (NULL);

  if (row != NULL)
    guatu_chart_cell_text (chart, guatu_task_row_get_place (self->row), self->column, text);
  else if (self->row != NULL && self->column == GUATU_COLUMN_NAME)
    g_string_append (text, _("New task…"));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text->str);
}

static void
update (GuatuTableCell *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->look->view);
  const GuatuRow *row = shown_row (self);

  self->heading = row != NULL && row->task < 0;
  self->hue = row != NULL ? row->hue : 0;
  self->starred = row != NULL && self->column == GUATU_COLUMN_NAME && row->task >= 0 && chart->highlights != NULL
                  && chart->highlights[row->task];
  speak (self);
  if (self->text == NULL)
    return;

  set_class (self, "group-heading", self->heading);
  set_class (self, "summary", row != NULL && row->task >= 0 && (row->flags & GUATU_ROW_SUMMARY) != 0
                              && self->column == GUATU_COLUMN_NAME);
  set_class (self, "context", row != NULL && (row->flags & GUATU_ROW_CONTEXT) != 0);
  set_class (self, "new", row == NULL);
  update_text (self, row);
  colour_text (self);
  update_arrow (self, row);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Layout --------------------------------------------------------------------------------------------- */

static void
guatu_table_cell_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  GuatuTableCell *self = GUATU_TABLE_CELL (widget);

  /* Whatever stands in it, a row is as high as the timeline's. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) guatu_battle_view_get_chart (self->look->view)->row_height;
  else
    {
      *minimum = 2 * PADDING;
      *natural = 80;
    }
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, 1), MAX (height, 1) }, -1);
}

static void
guatu_table_cell_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GuatuTableCell *self = GUATU_TABLE_CELL (widget);
  int begin = self->arrow != NULL ? PADDING + self->indent : PADDING;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int text = self->arrow != NULL ? begin + ARROW : begin;
  int room = width - text - PADDING - (self->starred ? STAR_ROOM : 0);
  int unused, line;

  if (self->text == NULL)
    return;

  /* One line high, and no higher: an inscription would put an ellipsized text at the top of what it has. */
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, MAX (room, 1), &line, NULL, NULL, NULL);
  line = MIN (line, height);
  allocate_child (self->text, rtl ? width - text - MAX (room, 1) : text, (height - line) / 2, room, line);
  if (self->arrow != NULL && gtk_widget_get_child_visible (self->arrow))
    {
      gtk_widget_measure (self->arrow, GTK_ORIENTATION_HORIZONTAL, -1, &unused, NULL, NULL, NULL);
      allocate_child (self->arrow, rtl ? width - begin - ARROW : begin, 0, ARROW, height);
    }
  if (self->editor != NULL)
    {
      int edge = MAX (text - 5, 0);

      gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, -1, &unused, &line, NULL, NULL);
      line = MIN (line, height - 5);
      allocate_child (self->editor, rtl ? 2 : edge, (height - line) / 2, width - edge - 2, line);
    }
  if (self->complaint != NULL)
    gtk_popover_present (GTK_POPOVER (self->complaint));
}

static void
guatu_table_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GuatuTableCell *self = GUATU_TABLE_CELL (widget);
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->look->view);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA tint = rgba_of (guatu_palette_colour (&self->look->palette,
                                                GUATU_INK_IN_HUE (GUATU_INK_GROUP_TEXT, self->hue)), TINT);
  GdkRGBA line = { 0.5f, 0.5f, 0.5f,
                   adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.75f : 0.18f };

  if (self->heading)
    gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, (float) height - 1, (float) width, 1));
  if (self->column == GUATU_COLUMN_LIGHT && chart->lights != NULL && shown_row (self) != NULL)
    guatu_table_look_snapshot (self->look, snapshot,
                               (int) guatu_chart_light (chart, guatu_task_row_get_place (self->row)), width / 2.0,
                               height / 2.0);
  if (self->starred && self->editor == NULL)
    guatu_table_look_snapshot (self->look, snapshot, -1, rtl ? STAR_ROOM / 2.0 + 2 : width - STAR_ROOM / 2.0 - 2,
                               height / 2.0);

  GTK_WIDGET_CLASS (guatu_table_cell_parent_class)->snapshot (widget, snapshot);
}

/* Looking and changing ------------------------------------------------------------------------------- */

GuatuColumnKind
guatu_table_cell_get_column (GuatuTableCell *self)
{
  g_return_val_if_fail (GUATU_IS_TABLE_CELL (self), GUATU_N_COLUMNS);

  return self->column;
}

GuatuTaskRow *
guatu_table_cell_get_row (GuatuTableCell *self)
{
  g_return_val_if_fail (GUATU_IS_TABLE_CELL (self), NULL);

  return self->row;
}

void
guatu_table_cell_set_row (GuatuTableCell *self,
                          GuatuTaskRow   *row)
{
  g_return_if_fail (GUATU_IS_TABLE_CELL (self));

  if (self->row != NULL)
    g_clear_signal_handler (&self->row_changed, self->row);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  self->row_changed = g_signal_connect_swapped (row, "changed", G_CALLBACK (update), self);
  update (self);
}

gboolean
guatu_table_cell_is_made (GuatuTableCell *self)
{
  g_return_val_if_fail (GUATU_IS_TABLE_CELL (self), FALSE);

  return self->text != NULL;
}

void
guatu_table_cell_make (GuatuTableCell *self)
{
  g_return_if_fail (GUATU_IS_TABLE_CELL (self));

  if (self->text != NULL)
    return;

  if (self->column == GUATU_COLUMN_NAME)
    {
      /* The row says whether it is open. */
      self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
    }
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (self->text), PANGO_WRAP_CHAR);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), guatu_table_cell_alignment (self->column));
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), 0);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  if (self->row != NULL)
    update (self);
}

const char *
guatu_table_cell_get_text (GuatuTableCell *self)
{
  g_return_val_if_fail (GUATU_IS_TABLE_CELL (self), "");

  guatu_table_cell_make (self);

  return gtk_inscription_get_text (GTK_INSCRIPTION (self->text));
}

GtkWidget *
guatu_table_cell_get_line (GuatuTableCell *self)
{
  GtkWidget *cell;

  g_return_val_if_fail (GUATU_IS_TABLE_CELL (self), NULL);

  cell = gtk_widget_get_parent (GTK_WIDGET (self));

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

gboolean
guatu_table_cell_is_fold (GuatuTableCell *self,
                          double          x)
{
  g_return_val_if_fail (GUATU_IS_TABLE_CELL (self), FALSE);

  if (self->arrow == NULL || !gtk_widget_get_visible (self->arrow))
    return FALSE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;

  return x >= PADDING + self->indent - 4 && x < PADDING + self->indent + ARROW;
}

void
guatu_table_cell_set_editor (GuatuTableCell *self,
                             GtkWidget      *editor)
{
  g_return_if_fail (GUATU_IS_TABLE_CELL (self));

  guatu_table_cell_make (self);
  guatu_table_cell_complain (self, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  self->editor = editor;
  gtk_widget_set_child_visible (self->text, editor == NULL);
  if (editor != NULL)
    gtk_widget_set_parent (editor, GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_table_cell_complain (GuatuTableCell *self,
                           const char     *message)
{
  GtkWidget *label;

  g_return_if_fail (GUATU_IS_TABLE_CELL (self));

  g_clear_pointer (&self->complaint, gtk_widget_unparent);
  if (message == NULL)
    return;

  label = gtk_label_new (message);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  self->complaint = gtk_popover_new ();
  gtk_widget_add_css_class (self->complaint, "table-complaint");
  gtk_popover_set_child (GTK_POPOVER (self->complaint), label);
  gtk_popover_set_position (GTK_POPOVER (self->complaint), GTK_POS_BOTTOM);
  /* The editor keeps the focus, so that the text can be mended at once. */
  gtk_popover_set_autohide (GTK_POPOVER (self->complaint), FALSE);
  gtk_widget_set_can_focus (self->complaint, FALSE);
  gtk_widget_set_parent (self->complaint, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->complaint));
}

/* Why the light is what it is; else the text, where the cell is too narrow for it. */
static gboolean
guatu_table_cell_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  GuatuTableCell *self = GUATU_TABLE_CELL (widget);
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->look->view);
  const GuatuRow *row = shown_row (self);
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *reason = NULL;
  int width;

  if (row == NULL || self->editor != NULL)
    return FALSE;
  if (self->column == GUATU_COLUMN_LIGHT)
    {
      if (chart->lights == NULL || row->task < 0)
        return FALSE;
      reason = guatu_light_reason (chart->lights, chart->plan, row->task);
      gtk_tooltip_set_text (tooltip, reason);
      return TRUE;
    }
  if (self->column == GUATU_COLUMN_PREDECESSORS && row->task >= 0)
    {
      reason = guatu_words_predecessors (chart->plan, row->task);
      gtk_tooltip_set_text (tooltip, reason);
      return *reason != '\0';
    }

  layout = gtk_widget_create_pango_layout (self->text, guatu_table_cell_get_text (self));
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_tooltip_set_text (tooltip, guatu_table_cell_get_text (self));

  return width > gtk_widget_get_width (self->text);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_table_cell_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GuatuTableCell *self = GUATU_TABLE_CELL (widget);

  GTK_WIDGET_CLASS (guatu_table_cell_parent_class)->css_changed (widget, change);
  if (self->heading && self->text != NULL)
    colour_text (self);
}

static void
guatu_table_cell_dispose (GObject *object)
{
  GuatuTableCell *self = GUATU_TABLE_CELL (object);

  guatu_table_cell_set_row (self, NULL);
  g_clear_pointer (&self->complaint, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->arrow, gtk_widget_unparent);
  /* GTK 4.8 does not let go of an inscription's attributes with the inscription. */
  if (self->text != NULL)
    gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text), NULL);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->look, guatu_table_look_unref);

  G_OBJECT_CLASS (guatu_table_cell_parent_class)->dispose (object);
}

static void
guatu_table_cell_class_init (GuatuTableCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_table_cell_dispose;
  widget_class->measure = guatu_table_cell_measure;
  widget_class->size_allocate = guatu_table_cell_size_allocate;
  widget_class->snapshot = guatu_table_cell_snapshot;
  widget_class->css_changed = guatu_table_cell_css_changed;
  widget_class->query_tooltip = guatu_table_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
guatu_table_cell_init (GuatuTableCell *self)
{
}

float
guatu_table_cell_alignment (GuatuColumnKind column)
{
  if (column == GUATU_COLUMN_ROW || column == GUATU_COLUMN_NUMBER || column == GUATU_COLUMN_LIGHT)
    return 0.5f;

  return column == GUATU_COLUMN_DURATION || column == GUATU_COLUMN_PROGRESS || column == GUATU_COLUMN_SLIP ? 1 : 0;
}

GtkWidget *
guatu_table_cell_new (GuatuTableLook  *look,
                      GuatuColumnKind  column)
{
  GuatuTableCell *self = g_object_new (GUATU_TYPE_TABLE_CELL, NULL);

  self->look = g_rc_box_acquire (look);
  self->column = column;
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  if (column != GUATU_COLUMN_NAME && column != GUATU_COLUMN_PROGRESS)
    gtk_widget_add_css_class (GTK_WIDGET (self), "quiet");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  return GTK_WIDGET (self);
}
