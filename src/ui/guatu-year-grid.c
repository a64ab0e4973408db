/* guatu-year-grid.c — keeps the picture of a year, and what of it is selected. */
#include "guatu-year-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-calendar-words.h"
#include "guatu-text-scale.h"
#include "guatu-year-cell.h"

G_DEFINE_FINAL_TYPE (GuatuYearGrid, guatu_year_grid, GTK_TYPE_WIDGET)

enum { SELECTED, YEAR, MARK, ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The selection ------------------------------------------------------------------------------------------ */

int
guatu_year_grid_day_of (GuatuYearGrid *self,
                        GuatuInstant   t)
{
  gint64 day;

  if (t == GUATU_NONE || self->picture.year == 0)
    return -1;
  day = guatu_instant_day (t) - guatu_instant_day (self->picture.from);

  return day >= 0 && day < (gint64) self->picture.n_days ? (int) day : -1;
}

int
guatu_year_grid_current_day (GuatuYearGrid *self)
{
  const GuatuInstant candidates[] = { self->cursor, self->picture.today, self->picture.status_date };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (guatu_year_grid_day_of (self, candidates[i]) >= 0)
      return guatu_year_grid_day_of (self, candidates[i]);

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
  int day = guatu_year_grid_day_of (self, self->cursor);
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
  if (self->picture.year != 0 && guatu_year_grid_day_of (self, cursor) < 0)
    g_signal_emit (self, signals[YEAR], 0, guatu_instant_to_civil (cursor).year);
  say_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

void
guatu_year_grid_go_to (GuatuYearGrid *self,
                       GuatuInstant   day,
                       gboolean       extend)
{
  guatu_year_grid_select (self, extend && self->anchor != GUATU_NONE ? self->anchor : day, day);
  focus_cursor (self);
}

/* Room ----------------------------------------------------------------------------------------------------- */

void
guatu_year_grid_lay_out (GuatuYearGrid   *self,
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
  guatu_year_grid_lay_out (self, &layout, MAX (for_size, least));
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
  guatu_year_grid_lay_out (self, &self->layout, width);
  for (guint i = 0; i < self->picture.n_days; i++)
    {
      GuatuBox cell = guatu_year_layout_cell (&self->layout, i);

      gtk_widget_size_allocate (self->cells[i], &(GtkAllocation) { (int) cell.x, (int) cell.y, (int) cell.width,
                                                                   (int) cell.height }, -1);
    }
  guatu_year_grid_forget (self);
}

/* Tab leads to the cursor, and on out of the grid. */
static gboolean
guatu_year_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->picture.year == 0)
    return FALSE;

  return gtk_widget_grab_focus (self->cells[guatu_year_grid_current_day (self)]);
}

static gboolean
guatu_year_grid_grab_focus (GtkWidget *widget)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);

  return self->picture.year != 0 && gtk_widget_grab_focus (self->cells[guatu_year_grid_current_day (self)]);
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
guatu_year_grid_init (GuatuYearGrid *self)
{
  self->anchor = self->cursor = GUATU_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] = guatu_year_cell_new ();
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
      g_signal_connect_object (self->cells[i], "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
  guatu_year_grid_init_picture (self);
  guatu_year_grid_add_input (self);
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
  /* Translators: a date, and what day it is: “Oct 1, 2022, National Day, day off”. */
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
  guatu_year_grid_lay_out (self, &self->layout, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1));
  count_notes (self);
  say_days (self, plan, year);

  /* Translators: a year of a calendar, and how many days of it are worked. */
  label = g_strdup_printf (ngettext ("%d, %u working day", "%d, %u working days", year->n_working), year->year,
                           year->n_working);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  say_selected (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  guatu_year_grid_forget (self);
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
  int i = guatu_year_grid_day_of (self, day);

  return i >= 0 ? self->cells[i] : NULL;
}

const char *
guatu_year_grid_get_spoken (GuatuYearGrid *self,
                            GuatuInstant   day)
{
  int i = guatu_year_grid_day_of (self, day);

  return i >= 0 ? self->spoken[i] : NULL;
}

guint
guatu_year_grid_n_painted (GuatuYearGrid *self)
{
  g_return_val_if_fail (GUATU_IS_YEAR_GRID (self), 0);

  return self->n_painted;
}
