/* guatu-sticky-row.c — finds which rows above the first one visible it belongs to, and shows their names. */
#include "guatu-sticky-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"

/* Pixels. */
#define PADDING 12
#define GAP 7

typedef struct
{
  PangoLayout *layout;
  double       x;
  int          width;
  guint        row;
} Name;

struct _GuatuStickyRow
{
  GtkWidget             parent_instance;

  /* Owned references */
  GuatuBattleView      *view;
  GtkAdjustment        *down;
  GuatuTimeline        *timeline;
  GuatuSnapshotPainter *painter;
  GArray               *names;          /* of Name, from the left; over a timeline there are none */

  GuatuPalette          palette;
  GuatuSticky           sticky;
  char                 *text;
};

G_DEFINE_FINAL_TYPE (GuatuStickyRow, guatu_sticky_row, GTK_TYPE_WIDGET)

enum { GO_TO, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Which rows ------------------------------------------------------------------------------------- */

/* The row that the one at @place is part of: its summary, or the heading of its group; -1: none. */
static int
row_above (const GuatuPlan *plan,
           const GuatuRows *rows,
           guint            place)
{
  const GuatuRow *row = &rows->rows[place];

  if (row->task < 0)
    return -1;
  if (row->depth > 0)
    for (gint32 above = guatu_plan_task (plan, row->task)->parent; above >= 0;
         above = guatu_plan_task (plan, above)->parent)
      if (rows->places[above] >= 0 && (guint) rows->places[above] < place)
        return rows->places[above];
  if (row->group < 0 || rows->merged || rows->rows[rows->groups[row->group].first].task >= 0)
    return -1;

  return (int) rows->groups[row->group].first;
}

static gboolean
has_rows_below (const GuatuRows *rows,
                guint            place)
{
  const GuatuRow *row = &rows->rows[place];

  return (row->task < 0 || (row->flags & GUATU_ROW_SUMMARY) != 0) && (row->flags & GUATU_ROW_FOLDED) == 0;
}

void
guatu_sticky_find (GuatuSticky     *self,
                   const GuatuPlan *plan,
                   const GuatuRows *rows,
                   double           row_height,
                   double           top)
{
  guint first = (guint) (MAX (top, 0) / row_height), found[GUATU_STICKY_MOST], n = 0;
  double next = (first + 1) * row_height - top;

  *self = (GuatuSticky) { .n = 0 };
  if (first >= rows->n)
    return;

  /* A row of which a part is gone is as good as gone. */
  if (top > first * row_height && has_rows_below (rows, first))
    found[n++] = first;
  for (int row = row_above (plan, rows, first); row >= 0 && n < GUATU_STICKY_MOST;
       row = row_above (plan, rows, (guint) row))
    found[n++] = (guint) row;
  while (n > 0)
    self->rows[self->n++] = found[--n];
  if (self->n > 0 && first + 1 < rows->n && rows->rows[first + 1].task < 0)
    self->shift = MIN (next - GUATU_STICKY_ROW_HEIGHT, 0);
}

/* What is shown ---------------------------------------------------------------------------------- */

static const char *
name_of (GuatuStickyRow *self,
         guint           row)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  const GuatuRow *shown = &chart->rows->rows[row];

  if (shown->task < 0)
    return guatu_rows_group_name (chart->rows, (guint) shown->group, chart->language);

  return guatu_plan_text (chart->plan, guatu_plan_task (chart->plan, shown->task)->name);
}

static void
name_clear (gpointer data)
{
  g_clear_object (&((Name *) data)->layout);
}

/* The last name gives way where there is no room for all. */
static void
lay_out (GuatuStickyRow *self)
{
  double x = PADDING, room = gtk_widget_get_width (GTK_WIDGET (self)) - PADDING;

  g_array_set_size (self->names, 0);
  for (guint i = 0; i < self->sticky.n && self->timeline == NULL && x < room; i++)
    {
      Name name = { .x = x, .row = self->sticky.rows[i] };
      PangoAttrList *bold = pango_attr_list_new ();
      int width;

      name.layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name_of (self, name.row));
      pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (name.layout, bold);
      pango_attr_list_unref (bold);
      pango_layout_get_pixel_size (name.layout, &width, NULL);
      if (width > room - x)
        {
          width = (int) (room - x);
          pango_layout_set_width (name.layout, width * PANGO_SCALE);
          pango_layout_set_ellipsize (name.layout, PANGO_ELLIPSIZE_END);
        }
      name.width = width;
      g_array_append_val (self->names, name);
      x += width + 2 * GAP + GAP;
    }
}

static char *
join_names (GuatuStickyRow *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->sticky.n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " › " : "", name_of (self, self->sticky.rows[i]));

  return g_string_free (text, FALSE);
}

static void
say (GuatuStickyRow *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  if (self->timeline != NULL)
    return;
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_HIDDEN, self->sticky.n == 0, -1);
}

/* While the list is scrolled within the same rows nothing is laid out anew. */
static void
update (GuatuStickyRow *self,
        gboolean        anew)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GuatuSticky old = self->sticky;
  gboolean same;

  guatu_sticky_find (&self->sticky, chart->plan, chart->rows, chart->row_height, gtk_adjustment_get_value (self->down));
  same = !anew && old.n == self->sticky.n;
  for (guint i = 0; same && i < old.n; i++)
    same = old.rows[i] == self->sticky.rows[i];
  if (!same)
    {
      g_free (self->text);
      self->text = join_names (self);
      lay_out (self);
      say (self);
    }
  if (!same || old.shift != self->sticky.shift)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrolled_cb (GuatuStickyRow *self)
{
  update (self, FALSE);
}

static void
rows_changed_cb (GuatuStickyRow *self)
{
  guatu_screen_palette_init (&self->palette, self->view);
  guatu_snapshot_painter_set_palette (self->painter, &self->palette);
  update (self, TRUE);
}

static void
across_cb (GuatuStickyRow *self)
{
  if (self->sticky.n > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
style_changed_cb (GuatuStickyRow *self)
{
  guatu_snapshot_painter_set_scale (self->painter, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  rows_changed_cb (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The widget ------------------------------------------------------------------------------------- */

static GdkRGBA
colour (GuatuStickyRow *self,
        GuatuInk        ink)
{
  return guatu_colour_to_rgba (guatu_palette_colour (&self->palette, ink));
}

static void
append_names (GuatuStickyRow *self,
              GtkSnapshot    *snapshot)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA plain = colour (self, GUATU_INK_TEXT), muted = colour (self, GUATU_INK_TEXT_MUTED);

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      const GuatuRow *row = &rows->rows[name->row];
      GdkRGBA hue = colour (self, GUATU_INK_IN_HUE (GUATU_INK_GROUP_TEXT, row->hue));
      int height;

      pango_layout_get_pixel_size (name->layout, NULL, &height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (rtl ? width - name->x - name->width : name->x),
                                                              (float) (GUATU_STICKY_ROW_HEIGHT - height) / 2));
      gtk_snapshot_append_layout (snapshot, name->layout, row->task < 0 ? &hue : &plain);
      if (i + 1 < self->names->len)
        {
          g_autoptr(PangoLayout) mark = gtk_widget_create_pango_layout (GTK_WIDGET (self), rtl ? "‹" : "›");

          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (rtl ? -2 * GAP : name->width + GAP), 0));
          gtk_snapshot_append_layout (snapshot, mark, &muted);
        }
      gtk_snapshot_restore (snapshot);
    }
}

/* The bar of the innermost, as the chart has it. */
static void
append_bar (GuatuStickyRow *self,
            GtkSnapshot    *snapshot)
{
  GuatuChartView chart = *guatu_battle_view_get_chart (self->view);
  guint row = self->sticky.rows[self->sticky.n - 1];
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double left = round (gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline)) * factor) / factor;
  GuatuBox area = { left, row * chart.row_height + (chart.row_height - GUATU_STICKY_ROW_HEIGHT) / 2,
                    gtk_widget_get_width (GTK_WIDGET (self)), GUATU_STICKY_ROW_HEIGHT };

  chart.layers &= ~(guint) (GUATU_LAYER_LINKS | GUATU_LAYER_PROGRESS_LINE | GUATU_LAYER_PHASES | GUATU_LAYER_DAYS_OFF);
  guatu_snapshot_painter_set_target (self->painter, snapshot, area);
  guatu_chart_paint (&chart, GUATU_SNAPSHOT_PAINTER_STROKES (self->painter), area);
  guatu_snapshot_painter_set_target (self->painter, NULL, (GuatuBox) { 0 });
}

static void
guatu_sticky_row_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GuatuStickyRow *self = GUATU_STICKY_ROW (widget);
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  float width = (float) gtk_widget_get_width (widget), height = (float) GUATU_STICKY_ROW_HEIGHT;
  GdkRGBA edge = { 0, 0, 0, 0.16f }, none = { 0, 0, 0, 0 }, ground, paper;
  const GskColorStop stops[2] = { { 0, edge }, { 1, none } };

  if (self->sticky.n == 0 || self->sticky.rows[self->sticky.n - 1] >= rows->n)
    return;

  paper = colour (self, GUATU_INK_PAPER);
  ground = guatu_colour_to_rgba (guatu_palette_fill (&self->palette,
                                   GUATU_INK_IN_HUE (GUATU_INK_GROUP, rows->rows[self->sticky.rows[0]].hue)).ground);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height + 4));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) self->sticky.shift));
  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->timeline != NULL)
    append_bar (self, snapshot);
  append_names (self, snapshot);
  gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (0, height, width, 4),
                                       &GRAPHENE_POINT_INIT (0, height), &GRAPHENE_POINT_INIT (0, height + 4), stops,
                                       G_N_ELEMENTS (stops));
  gtk_snapshot_pop (snapshot);
}

static void
guatu_sticky_row_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : GUATU_STICKY_ROW_HEIGHT + 4;
}

static void
guatu_sticky_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  lay_out (GUATU_STICKY_ROW (widget));
}

/* What shows nothing is not there for the pointer. */
static gboolean
guatu_sticky_row_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  GuatuStickyRow *self = GUATU_STICKY_ROW (widget);

  return self->sticky.n > 0 && x >= 0 && x < gtk_widget_get_width (widget) && y >= 0
         && y < GUATU_STICKY_ROW_HEIGHT + self->sticky.shift;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GuatuStickyRow  *self)
{
  int row = guatu_sticky_row_at (self, x);

  if (n_press == 1 && row >= 0)
    g_signal_emit (self, signals[GO_TO], 0, (guint) row);
}

static gboolean
query_tooltip_cb (GuatuStickyRow *self,
                  int             x,
                  int             y,
                  gboolean        by_keyboard,
                  GtkTooltip     *tooltip)
{
  int row = guatu_sticky_row_at (self, x);
  g_autofree char *text = NULL;

  if (row < 0)
    return FALSE;
  text = g_strdup_printf (_("Go to “%s”"), name_of (self, (guint) row));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
guatu_sticky_row_dispose (GObject *object)
{
  GuatuStickyRow *self = GUATU_STICKY_ROW (object);

  g_clear_pointer (&self->painter, guatu_snapshot_painter_free);
  g_array_set_size (self->names, 0);
  g_clear_object (&self->timeline);
  g_clear_object (&self->down);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_sticky_row_parent_class)->dispose (object);
}

static void
guatu_sticky_row_finalize (GObject *object)
{
  g_array_unref (GUATU_STICKY_ROW (object)->names);
  g_free (GUATU_STICKY_ROW (object)->text);

  G_OBJECT_CLASS (guatu_sticky_row_parent_class)->finalize (object);
}

static void
guatu_sticky_row_class_init (GuatuStickyRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_sticky_row_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_sticky_row_finalize;
  widget_class->snapshot = guatu_sticky_row_snapshot;
  widget_class->measure = guatu_sticky_row_measure;
  widget_class->size_allocate = guatu_sticky_row_size_allocate;
  widget_class->contains = guatu_sticky_row_contains;

  signals[GO_TO] = g_signal_new ("go-to", GUATU_TYPE_STICKY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "stickyrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
guatu_sticky_row_init (GuatuStickyRow *self)
{
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  self->text = g_strdup ("");
}

static void
add_input (GuatuStickyRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
guatu_sticky_row_new (GuatuBattleView *view,
                      GtkAdjustment   *down,
                      GuatuTimeline   *timeline)
{
  GuatuStickyRow *self = g_object_new (GUATU_TYPE_STICKY_ROW, "accessible-role",
                                       timeline != NULL ? GTK_ACCESSIBLE_ROLE_PRESENTATION : GTK_ACCESSIBLE_ROLE_BUTTON,
                                       "valign", GTK_ALIGN_START, "can-target", timeline == NULL, NULL);

  self->view = g_object_ref (view);
  self->down = g_object_ref (down);
  guatu_screen_palette_init (&self->palette, view);
  self->painter = guatu_snapshot_painter_new (&self->palette, guatu_battle_view_get_chart (view)->language);
  if (timeline != NULL)
    {
      self->timeline = g_object_ref (timeline);
      g_signal_connect_object (guatu_timeline_get_across (timeline), "value-changed", G_CALLBACK (across_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "scale-changed", G_CALLBACK (across_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "look-changed", G_CALLBACK (across_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      add_input (self);
    }
  g_signal_connect_object (down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (style_changed_cb), NULL);
  guatu_screen_palette_follow (G_CALLBACK (style_changed_cb), self);
  update (self, TRUE);

  return GTK_WIDGET (self);
}

int
guatu_sticky_row_at (GuatuStickyRow *self,
                     double          x)
{
  g_return_val_if_fail (GUATU_IS_STICKY_ROW (self), -1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  /* A press beside the names is meant for the last of them. */
  for (guint i = self->names->len; i-- > 0;)
    if (i == 0 || x >= g_array_index (self->names, Name, i).x - GAP)
      return (int) g_array_index (self->names, Name, i).row;

  return -1;
}

const char *
guatu_sticky_row_get_text (GuatuStickyRow *self)
{
  g_return_val_if_fail (GUATU_IS_STICKY_ROW (self), "");

  return self->text;
}
