/* guatu-year-grid.c — keeps the picture of a year, and what of it is selected. */
#include "guatu-year-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-calendar-words.h"
#include "guatu-chart-text.h"
#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"
#include "guatu-text-scale.h"
#include "guatu-year-paint.h"

struct _GuatuYearGrid
{
  GtkWidget             parent_instance;

  /* Children */
  GtkWidget            *cells[366];
  char                 *spoken[366];

  /* Owned */
  GuatuSnapshotPainter *painter;
  GskRenderNode        *node;             /* %NULL: to be painted */

  GuatuPalette          palette;
  GuatuYearPicture      picture;          /* year 0: nothing is shown yet */
  GuatuYearLayout       layout;
  guint                 note_counts[12];
  int                   first_weekday;
  guint                 n_painted;

  GuatuInstant          anchor;           /* GUATU_NONE: nothing is selected */
  GuatuInstant          cursor;
  gboolean              dragging;
  double                drag_x;           /* where it began */
  double                drag_y;
};

G_DEFINE_FINAL_TYPE (GuatuYearGrid, guatu_year_grid, GTK_TYPE_WIDGET)

enum { SELECTED, YEAR, MARK, ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* A day for those who do not see it ------------------------------------------------------------------- */

#define GUATU_TYPE_YEAR_CELL (guatu_year_cell_get_type ())

G_DECLARE_FINAL_TYPE (GuatuYearCell, guatu_year_cell, GUATU, YEAR_CELL, GtkWidget)

struct _GuatuYearCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GuatuYearCell, guatu_year_cell, GTK_TYPE_WIDGET)

static void
guatu_year_cell_class_init (GuatuYearCellClass *class)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "guatuday");
}

static void
guatu_year_cell_init (GuatuYearCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* The selection ------------------------------------------------------------------------------------------ */

static int
day_of (GuatuYearGrid *self,
        GuatuInstant   t)
{
  gint64 day;

  if (t == GUATU_NONE || self->picture.year == 0)
    return -1;
  day = guatu_instant_day (t) - guatu_instant_day (self->picture.from);

  return day >= 0 && day < (gint64) self->picture.n_days ? (int) day : -1;
}

/* The day that has the focus when the grid has it: the cursor; while nothing is selected today, or the status date. */
static int
current_day (GuatuYearGrid *self)
{
  const GuatuInstant candidates[] = { self->cursor, self->picture.today, self->picture.status_date };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (day_of (self, candidates[i]) >= 0)
      return day_of (self, candidates[i]);

  return 0;
}

gboolean
guatu_year_grid_get_selection (GuatuYearGrid *self,
                               GuatuInstant  *from,
                               GuatuInstant  *to)
{
  g_return_val_if_fail (GUATU_IS_YEAR_GRID (self), FALSE);

  if (self->anchor == GUATU_NONE)
    return FALSE;
  *from = MIN (self->anchor, self->cursor);
  *to = MAX (self->anchor, self->cursor);

  return TRUE;
}

static void
say_selected (GuatuYearGrid *self)
{
  GuatuInstant from = GUATU_NONE, to = GUATU_NONE;
  gboolean any = guatu_year_grid_get_selection (self, &from, &to);

  for (guint i = 0; i < self->picture.n_days; i++)
    {
      GuatuInstant day = self->picture.from + i * GUATU_DAY;

      gtk_accessible_update_state (GTK_ACCESSIBLE (self->cells[i]), GTK_ACCESSIBLE_STATE_SELECTED,
                                   any && day >= from && day <= to, -1);
    }
}

static void
focus_cursor (GuatuYearGrid *self)
{
  int day = day_of (self, self->cursor);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (day < 0 || root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_widget_grab_focus (self->cells[day]);
}

void
guatu_year_grid_select (GuatuYearGrid *self,
                        GuatuInstant   anchor,
                        GuatuInstant   cursor)
{
  g_return_if_fail (GUATU_IS_YEAR_GRID (self));

  cursor = CLAMP (cursor, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX - GUATU_DAY);
  cursor -= guatu_instant_daytime (cursor);
  anchor -= guatu_instant_daytime (anchor);
  if (self->anchor == anchor && self->cursor == cursor)
    return;
  self->anchor = anchor;
  self->cursor = cursor;
  if (self->picture.year != 0 && day_of (self, cursor) < 0)
    g_signal_emit (self, signals[YEAR], 0, guatu_instant_to_civil (cursor).year);
  say_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
go_to (GuatuYearGrid *self,
       GuatuInstant   day,
       gboolean       extend)
{
  guatu_year_grid_select (self, extend && self->anchor != GUATU_NONE ? self->anchor : day, day);
  focus_cursor (self);
}

/* Keys ---------------------------------------------------------------------------------------------------- */

static GuatuInstant
by_months (GuatuInstant day,
           int          months)
{
  GuatuInstant there = guatu_instant_add_months (day, months);

  return guatu_instant_is_valid (there) && there < GUATU_INSTANT_MAX ? there : day;
}

/* Where a key leads from that day; the day itself for other keys. */
static GuatuInstant
led_by (GuatuYearGrid   *self,
        GuatuInstant     at,
        guint            key,
        GdkModifierType  state)
{
  gboolean years = (state & GDK_CONTROL_MASK) != 0;
  int column = (guatu_instant_weekday (at) - self->first_weekday + 7) % 7;

  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      return years ? by_months (at, -12) : at - GUATU_DAY;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      return years ? by_months (at, 12) : at + GUATU_DAY;
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      return at - GUATU_WEEK;
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      return at + GUATU_WEEK;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
      return by_months (at, -1);
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
      return by_months (at, 1);
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      return years ? self->picture.from : at - column * GUATU_DAY;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      return years ? self->picture.from + ((gint64) self->picture.n_days - 1) * GUATU_DAY
                   : at + (6 - column) * GUATU_DAY;
    default:
      return at;
    }
}

/* What a key does to what is selected. */
static const struct
{
  guint        key;
  guint        signal;
  GuatuDayMark mark;
} deeds[] = {
  { GDK_KEY_d, MARK, GUATU_MARK_OFF }, { GDK_KEY_D, MARK, GUATU_MARK_OFF },
  { GDK_KEY_w, MARK, GUATU_MARK_WORKED }, { GDK_KEY_W, MARK, GUATU_MARK_WORKED },
  { GDK_KEY_Delete, MARK, GUATU_MARK_WEEK }, { GDK_KEY_KP_Delete, MARK, GUATU_MARK_WEEK },
  { GDK_KEY_BackSpace, MARK, GUATU_MARK_WEEK },
  { GDK_KEY_Return, ACTIVATED, 0 }, { GDK_KEY_KP_Enter, ACTIVATED, 0 }, { GDK_KEY_F2, ACTIVATED, 0 },
  { GDK_KEY_space, ACTIVATED, 0 },
};

/* While nothing is selected the day that has the focus, @at, is meant. */
static gboolean
do_deed (GuatuYearGrid *self,
         GuatuInstant   at,
         guint          key)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (deeds[i].key == key)
      {
        if (self->cursor == GUATU_NONE)
          go_to (self, at, FALSE);
        if (deeds[i].signal == MARK)
          g_signal_emit (self, signals[MARK], 0, deeds[i].mark);
        else
          g_signal_emit (self, signals[ACTIVATED], 0);
        return TRUE;
      }

  return FALSE;
}

static gboolean
key_cb (GuatuYearGrid   *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GuatuInstant at, to;

  if (self->picture.year == 0 || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  /* Control and Page Up are the desk's. */
  if ((state & GDK_CONTROL_MASK) != 0 && (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down
                                          || key == GDK_KEY_Up || key == GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  at = self->cursor != GUATU_NONE ? self->cursor : self->picture.from + current_day (self) * GUATU_DAY;
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && do_deed (self, at, key))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape && self->anchor != self->cursor)
    {
      go_to (self, self->cursor, FALSE);
      return GDK_EVENT_STOP;
    }

  to = led_by (self, at, key, state);
  if (to == at)
    return GDK_EVENT_PROPAGATE;
  /* The first key comes to where the focus is seen. */
  go_to (self, self->cursor != GUATU_NONE ? to : at, (state & GDK_SHIFT_MASK) != 0);

  return GDK_EVENT_STOP;
}

/* The pointer ----------------------------------------------------------------------------------------------- */

static GuatuInstant
date_at (GuatuYearGrid *self,
         int            day)
{
  return self->picture.from + day * GUATU_DAY;
}

static void
drag_begin_cb (GuatuYearGrid  *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int day = self->picture.year != 0 ? guatu_year_layout_at (&self->layout, x, y) : -1;

  self->dragging = day >= 0;
  self->drag_x = x;
  self->drag_y = y;
  if (day < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, date_at (self, day), (state & GDK_SHIFT_MASK) != 0);
}

static void
drag_update_cb (GuatuYearGrid *self,
                double         dx,
                double         dy)
{
  double x = self->drag_x, y = self->drag_y;

  if (!self->dragging)
    return;
  /* Whoever only trembles while clicking stays on the day. */
  if (guatu_year_layout_at (&self->layout, x + dx, y + dy) == day_of (self, self->cursor))
    return;
  go_to (self, date_at (self, (int) guatu_year_layout_nearest (&self->layout, x + dx, y + dy)), TRUE);
}

static void
drag_end_cb (GuatuYearGrid *self)
{
  self->dragging = FALSE;
}

static void
pressed_cb (GuatuYearGrid *self,
            int            n,
            double         x,
            double         y)
{
  if (n == 2 && self->picture.year != 0 && guatu_year_layout_at (&self->layout, x, y) >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* What the day under the pointer is. */
static gboolean
query_tooltip_cb (GuatuYearGrid *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  int day = self->picture.year == 0 ? -1 : keyboard ? day_of (self, self->cursor)
                                                     : guatu_year_layout_at (&self->layout, x, y);

  if (day < 0 || self->spoken[day] == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->spoken[day]);

  return TRUE;
}

/* The picture -------------------------------------------------------------------------------------------- */

static void
forget (GuatuYearGrid *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
look_changed (GuatuYearGrid *self)
{
  guatu_screen_palette_init_plain (&self->palette);
  guatu_snapshot_painter_set_palette (self->painter, &self->palette);
  forget (self);
}

static void
text_size_cb (GuatuYearGrid *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget (self);
}

static void
paint (GuatuYearGrid *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GuatuBox all = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), MAX (self->layout.height, 1) };

  guatu_snapshot_painter_set_scale (self->painter, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  guatu_snapshot_painter_set_target (self->painter, snapshot, all);
  guatu_year_paint (GUATU_SNAPSHOT_PAINTER_STROKES (self->painter), &self->picture, &self->layout,
                    guatu_chart_language (NULL), guatu_text_scale ());
  guatu_snapshot_painter_set_target (self->painter, NULL, all);
  self->node = gtk_snapshot_free_to_node (snapshot);
  self->n_painted++;
}

/* A frame about each line of the selected days, and their ground. */
static void
snapshot_selection (GuatuYearGrid *self,
                    GtkSnapshot   *snapshot)
{
  GdkRGBA edge = guatu_screen_selected_edge (&self->palette), ground = edge;
  GuatuInstant from, to;
  int first, last;

  if (!guatu_year_grid_get_selection (self, &from, &to))
    return;
  first = MAX ((int) (guatu_instant_day (from) - guatu_instant_day (self->picture.from)), 0);
  last = MIN ((int) (guatu_instant_day (to) - guatu_instant_day (self->picture.from)), (int) self->picture.n_days - 1);
  ground.alpha = 0.16f;
  for (int day = first; day <= last; )
    {
      guint line = guatu_year_layout_line (&self->layout, (guint) day);
      guint month = guatu_year_layout_month (&self->layout, (guint) day);
      GuatuBox cell = guatu_year_layout_cell (&self->layout, (guint) day);
      graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) cell.x, (float) cell.y, 0, (float) cell.height);
      GskRoundedRect frame;

      for (; day <= last && guatu_year_layout_line (&self->layout, (guint) day) == line
             && guatu_year_layout_month (&self->layout, (guint) day) == month; day++)
        rect.size.width += (float) cell.width;
      gsk_rounded_rect_init_from_rect (&frame, &rect, 4);
      gtk_snapshot_append_color (snapshot, &ground, &rect);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { edge, edge, edge, edge });
    }
}

static void
snapshot_cursor (GuatuYearGrid *self,
                 GtkSnapshot   *snapshot)
{
  GdkRGBA edge = guatu_screen_selected_edge (&self->palette);
  int day = current_day (self);
  GskRoundedRect frame;
  GuatuBox cell;

  if (!gtk_widget_is_focus (self->cells[day]))
    return;
  cell = guatu_year_layout_cell (&self->layout, (guint) day);
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) cell.x, (float) cell.y, (float) cell.width,
                                                                (float) cell.height), 4);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
guatu_year_grid_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);

  if (self->picture.year == 0)
    return;
  if (self->node == NULL)
    paint (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  snapshot_selection (self, snapshot);
  snapshot_cursor (self, snapshot);
}

/* Room ----------------------------------------------------------------------------------------------------- */

static void
lay_out (GuatuYearGrid   *self,
         GuatuYearLayout *layout,
         double           width)
{
  guatu_year_layout_init (layout, self->picture.year, self->first_weekday, self->note_counts, width,
                          guatu_text_scale ());
}

static GtkSizeRequestMode
guatu_year_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
guatu_year_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);
  int least = (int) guatu_year_layout_least_width (guatu_text_scale ());
  GuatuYearLayout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = least;
      return;
    }
  if (self->picture.year == 0)
    {
      *minimum = *natural = 0;
      return;
    }
  lay_out (self, &layout, MAX (for_size, least));
  *minimum = *natural = (int) layout.height;
}

static void
guatu_year_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);

  if (self->picture.year == 0)
    return;
  lay_out (self, &self->layout, width);
  for (guint i = 0; i < self->picture.n_days; i++)
    {
      GuatuBox cell = guatu_year_layout_cell (&self->layout, i);

      gtk_widget_size_allocate (self->cells[i], &(GtkAllocation) { (int) cell.x, (int) cell.y, (int) cell.width,
                                                                   (int) cell.height }, -1);
    }
  forget (self);
}

/* Tab leads to the cursor, and on out of the grid. */
static gboolean
guatu_year_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->picture.year == 0)
    return FALSE;

  return gtk_widget_grab_focus (self->cells[current_day (self)]);
}

static gboolean
guatu_year_grid_grab_focus (GtkWidget *widget)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);

  return self->picture.year != 0 && gtk_widget_grab_focus (self->cells[current_day (self)]);
}

/* The class -------------------------------------------------------------------------------------------------- */

static void
guatu_year_grid_dispose (GObject *object)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      g_clear_pointer (&self->cells[i], gtk_widget_unparent);
      g_clear_pointer (&self->spoken[i], g_free);
    }
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->painter, guatu_snapshot_painter_free);
  g_clear_pointer (&self->picture.notes, g_array_unref);

  G_OBJECT_CLASS (guatu_year_grid_parent_class)->dispose (object);
}

static void
guatu_year_grid_class_init (GuatuYearGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_year_grid_dispose;
  widget_class->snapshot = guatu_year_grid_snapshot;
  widget_class->get_request_mode = guatu_year_grid_get_request_mode;
  widget_class->measure = guatu_year_grid_measure;
  widget_class->size_allocate = guatu_year_grid_size_allocate;
  widget_class->focus = guatu_year_grid_focus;
  widget_class->grab_focus = guatu_year_grid_grab_focus;

  signals[SELECTED] = g_signal_new ("selected", GUATU_TYPE_YEAR_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[YEAR] = g_signal_new ("year", GUATU_TYPE_YEAR_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MARK] = g_signal_new ("mark", GUATU_TYPE_YEAR_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ACTIVATED] = g_signal_new ("activated", GUATU_TYPE_YEAR_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (widget_class, "guatuyear");
}

static void
add_input (GuatuYearGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
}

static void
guatu_year_grid_init (GuatuYearGrid *self)
{
  self->anchor = self->cursor = GUATU_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] = g_object_new (GUATU_TYPE_YEAR_CELL, NULL);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
      g_signal_connect_object (self->cells[i], "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
  guatu_screen_palette_init_plain (&self->palette);
  self->painter = guatu_snapshot_painter_new (&self->palette, guatu_chart_language (NULL));
  guatu_screen_palette_follow (G_CALLBACK (look_changed), self);
  guatu_text_scale_follow (G_CALLBACK (text_size_cb), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  add_input (self);
}

GtkWidget *
guatu_year_grid_new (void)
{
  return g_object_new (GUATU_TYPE_YEAR_GRID, NULL);
}

/* What is shown --------------------------------------------------------------------------------------------- */

static char *
spoken_of (GuatuYearGrid   *self,
           const GuatuPlan *plan,
           const GuatuYear *year,
           guint            i)
{
  GuatuInstant day = year->from + i * GUATU_DAY;
  g_autofree char *date = guatu_words_date (day);
  g_autofree char *kind = guatu_words_day_kind (plan, year, day);
  const char *mark = guatu_instant_day (self->picture.today) == guatu_instant_day (day) ? _("today")
                     : guatu_instant_day (self->picture.status_date) == guatu_instant_day (day) ? _("status date") : NULL;

  if (mark != NULL)
    return g_strdup_printf ("%s, %s, %s", date, kind, mark);
  /* Translators: a date, and what day it is: “1 October 2022, National Day, day off”. */
  return g_strdup_printf (_("%1$s, %2$s"), date, kind);
}

static void
say_days (GuatuYearGrid   *self,
          const GuatuPlan *plan,
          const GuatuYear *year)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      g_autofree char *spoken = i < year->n_days ? spoken_of (self, plan, year, i) : NULL;

      gtk_widget_set_child_visible (self->cells[i], i < year->n_days);
      gtk_widget_set_visible (self->cells[i], i < year->n_days);
      if (g_strcmp0 (spoken, self->spoken[i]) == 0)
        continue;
      g_free (self->spoken[i]);
      self->spoken[i] = g_steal_pointer (&spoken);
      if (self->spoken[i] != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken[i],
                                        -1);
    }
}

static void
count_notes (GuatuYearGrid *self)
{
  for (guint i = 0; i < 12; i++)
    {
      /* The lines of days differ in number: names begin below the last. */
      guint lines = guatu_year_layout_line (&self->layout, self->layout.month_first[i + 1] - 1) + 1;
      double free_lines = (6 - lines) * self->layout.cell_height / self->layout.note_height;
      guint n = 0;

      for (guint k = 0; k < self->picture.notes->len; k++)
        n += g_array_index (self->picture.notes, GuatuYearNote, k).month == i;
      self->note_counts[i] = (guint) ceil (MAX (n - free_lines, 0));
    }
}

void
guatu_year_grid_show (GuatuYearGrid   *self,
                      const GuatuPlan *plan,
                      const GuatuYear *year,
                      int              first_weekday,
                      GuatuInstant     today,
                      GuatuInstant     status_date)
{
  g_autofree char *label = NULL;
  gboolean had_focus;

  g_return_if_fail (GUATU_IS_YEAR_GRID (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_clear_pointer (&self->picture.notes, g_array_unref);
  self->picture.year = year->year;
  self->picture.from = year->from;
  self->picture.n_days = year->n_days;
  for (guint i = 0; i < year->n_days; i++)
    self->picture.kinds[i] = year->days[i].kind;
  self->picture.notes = guatu_year_notes_new (plan, year);
  self->picture.today = today;
  self->picture.status_date = status_date;
  self->first_weekday = first_weekday;
  lay_out (self, &self->layout, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1));
  count_notes (self);
  say_days (self, plan, year);

  /* Translators: a year of a calendar, and how many days of it are worked. */
  label = g_strdup_printf (ngettext ("%d, %u working day", "%d, %u working days", year->n_working), year->year,
                           year->n_working);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  say_selected (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget (self);
  if (had_focus)
    focus_cursor (self);
}

const GuatuYearLayout *
guatu_year_grid_get_layout (GuatuYearGrid *self)
{
  g_return_val_if_fail (GUATU_IS_YEAR_GRID (self), NULL);

  return &self->layout;
}

GtkWidget *
guatu_year_grid_get_cell (GuatuYearGrid *self,
                          GuatuInstant   day)
{
  int i = day_of (self, day);

  return i >= 0 ? self->cells[i] : NULL;
}

const char *
guatu_year_grid_get_spoken (GuatuYearGrid *self,
                            GuatuInstant   day)
{
  int i = day_of (self, day);

  return i >= 0 ? self->spoken[i] : NULL;
}

guint
guatu_year_grid_n_painted (GuatuYearGrid *self)
{
  g_return_val_if_fail (GUATU_IS_YEAR_GRID (self), 0);

  return self->n_painted;
}
