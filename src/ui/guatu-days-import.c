/* guatu-days-import.c — tries the days of a file on a calendar, and shows what comes of it. */
#include "guatu-days-import.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-words.h"
#include "guatu-chart-text.h"
#include "guatu-holidays.h"
#include "guatu-moves.h"
#include "guatu-task-words.h"
#include "guatu-year.h"

struct _GuatuDaysImportWindow
{
  AdwWindow        parent_instance;

  /* Children */
  GtkWidget       *summary;
  GtkWidget       *finish;
  GtkWidget       *change_title;
  GtkWidget       *moved_title;
  GtkWidget       *notes_box;
  GtkWidget       *accept;

  /* Owned references */
  GuatuDocument   *document;
  GuatuHolidays   *holidays;
  GuatuNotes      *notes;
  GListStore      *change_rows;
  GListStore      *moved_rows;
  GuatuPlan       *after;           /* %NULL: the days were refused */
  GuatuSchedule   *schedule;
  GuatuDates      *dates;
  GArray          *changes;         /* of GuatuDayChange */
  GArray          *moved;           /* of gint32: rows of tasks */
  char            *source;

  GuatuDaysImport  import;
  gint64           calendar;
  gboolean         accepting;
};

G_DEFINE_FINAL_TYPE (GuatuDaysImportWindow, guatu_days_import, ADW_TYPE_WINDOW)

enum { ACCEPTED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* A row of a list: its place. */

#define GUATU_TYPE_IMPORT_LINE (guatu_import_line_get_type ())

G_DECLARE_FINAL_TYPE (GuatuImportLine, guatu_import_line, GUATU, IMPORT_LINE, GObject)

struct _GuatuImportLine
{
  GObject parent_instance;

  guint   place;
};

G_DEFINE_FINAL_TYPE (GuatuImportLine, guatu_import_line, G_TYPE_OBJECT)

static void
guatu_import_line_class_init (GuatuImportLineClass *class)
{
}

static void
guatu_import_line_init (GuatuImportLine *self)
{
}

static void
fill (GListStore *rows,
      guint       n)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      GuatuImportLine *line = g_object_new (GUATU_TYPE_IMPORT_LINE, NULL);

      line->place = i;
      g_ptr_array_add (lines, line);
    }
  g_list_store_splice (rows, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)), lines->pdata, n);
}

/* Words ----------------------------------------------------------------------------------------------------- */

char *
guatu_days_import_change_text (GuatuDaysImportWindow *self,
                               guint                  place)
{
  const GuatuDayChange *change;
  g_autofree char *date = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (GUATU_IS_DAYS_IMPORT (self) && place < self->changes->len, NULL);

  change = &g_array_index (self->changes, GuatuDayChange, place);
  date = guatu_words_date (change->day);
  before = guatu_words_kind (change->before, change->name_before);
  after = guatu_words_kind (change->after, change->name_after);

  /* Translators: a date, what the day was, and what it will be. */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), date, before, after);
}

/* "10-12 → 10-13" of the start or the finish; only one where both are the same. */
static char *
moved_dates (const GuatuPlan *plan,
             GuatuInstant     before,
             GuatuInstant     after,
             gboolean         finish)
{
  g_autofree char *old = finish ? guatu_words_finish (plan, before) : guatu_words_start (plan, before);
  g_autofree char *new = finish ? guatu_words_finish (plan, after) : guatu_words_start (plan, after);

  return before == after ? g_strdup (old) : g_strdup_printf ("%s → %s", old, new);
}

gint32
guatu_days_import_moved_task (GuatuDaysImportWindow *self,
                              guint                  place)
{
  g_return_val_if_fail (GUATU_IS_DAYS_IMPORT (self) && place < self->moved->len, -1);

  return g_array_index (self->moved, gint32, place);
}

char *
guatu_days_import_moved_text (GuatuDaysImportWindow *self,
                              guint                  place)
{
  const GuatuPlan *plan;
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;
  gint32 task;

  g_return_val_if_fail (GUATU_IS_DAYS_IMPORT (self) && place < self->moved->len, NULL);

  task = guatu_days_import_moved_task (self, place);
  plan = self->after;
  start = moved_dates (plan, guatu_dates_start (self->dates, task), self->schedule->start[task], FALSE);
  finish = moved_dates (plan, guatu_dates_finish (self->dates, task), self->schedule->finish[task], TRUE);

  /* Translators: when a task starts and finishes, each maybe as “old → new”. */
  return g_strdup_printf (_("Start %1$s\nFinish %2$s"), start, finish);
}

static char *
finish_text (GuatuDaysImportWindow *self)
{
  GuatuInstant before = guatu_dates_end (self->dates), after = self->schedule->plan_finish;
  g_autofree char *old = guatu_words_date (guatu_chart_last_day (before));
  g_autofree char *new = guatu_words_date (guatu_chart_last_day (after));

  if (before == after)
    return g_strdup_printf (_("The plan still finishes on %s."), old);
  return g_strdup_printf (_("The plan finishes on %2$s instead of %1$s."), old, new);
}

/* Trying ------------------------------------------------------------------------------------------------------ */

static void
let_go (GuatuDaysImportWindow *self)
{
  g_array_set_size (self->changes, 0);
  g_clear_pointer (&self->moved, g_array_unref);
  g_clear_pointer (&self->schedule, guatu_schedule_free);
  g_clear_pointer (&self->dates, guatu_dates_free);
  g_clear_pointer (&self->after, guatu_plan_free);
}

/* The days of which the file speaks; what comes back without end changes more than anybody reads. */
#define MOST_YEARS 12

static void
find_span (GuatuDaysImportWindow *self,
           GuatuInstant          *from,
           GuatuInstant          *to)
{
  *from = GUATU_INSTANT_MAX;
  *to = GUATU_INSTANT_MIN;
  for (guint i = 0; i < self->import.n; i++)
    {
      *from = MIN (*from, self->import.days[i].from);
      *to = MAX (*to, self->import.days[i].to);
    }
  *to = MIN (*to, *from + MOST_YEARS * 366 * GUATU_DAY);
}

static gboolean
try_days (GuatuDaysImportWindow  *self,
          GError                **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 calendar;
  GuatuInstant from, to;

  let_go (self);
  self->after = guatu_document_preview_days (self->document, self->calendar, &self->import, error);
  self->schedule = self->after != NULL ? guatu_schedule_new (self->after, NULL, error) : NULL;
  if (self->schedule == NULL)
    return FALSE;

  calendar = guatu_plan_find (plan, GUATU_TABLE_CALENDAR, self->calendar);
  self->dates = guatu_dates_new (plan, guatu_document_get_schedule (self->document));
  self->moved = guatu_dates_moved (self->dates, self->after, self->schedule);
  find_span (self, &from, &to);
  if (from <= to)
    {
      g_array_unref (self->changes);
      self->changes = guatu_calendar_changes (plan, self->after, calendar, from, to);
    }

  return TRUE;
}

static void
set_title (GtkWidget *label,
           char      *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  g_free (text);
}

static void
show (GuatuDaysImportWindow *self)
{
  guint n = self->changes->len, moved = self->moved->len;

  set_title (self->summary, g_strdup_printf (_("Days of “%s” into “%s”"), self->source,
                                             guatu_plan_string (self->after, GUATU_TABLE_CALENDAR,
                                                                guatu_plan_find (self->after, GUATU_TABLE_CALENDAR,
                                                                                 self->calendar),
                                                                GUATU_CALENDAR_NAME)));
  set_title (self->finish, finish_text (self));
  set_title (self->change_title, n == 0 ? g_strdup (_("No day changes"))
                                 : g_strdup_printf (ngettext ("%u day changes", "%u days change", n), n));
  set_title (self->moved_title, moved == 0 ? g_strdup (_("No task moves"))
                                : g_strdup_printf (ngettext ("%u task moves", "%u tasks move", moved), moved));
  fill (self->change_rows, n);
  fill (self->moved_rows, moved);
}

/* Somebody has changed the plan. */
static void
changed_cb (GuatuDaysImportWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->accepting)
    return;
  if (try_days (self, &error))
    {
      show (self);
      return;
    }
  fill (self->change_rows, 0);
  fill (self->moved_rows, 0);
  gtk_label_set_text (GTK_LABEL (self->finish), error->message);
  gtk_widget_set_sensitive (self->accept, FALSE);
}

static gint64
head_of (GuatuDaysImportWindow *self)
{
  gint64 seq = 0;

  guatu_store_head (guatu_document_get_store (self->document), &seq, NULL, NULL);
  return seq;
}

static void
say_accepted (GuatuDaysImportWindow *self)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  g_autoptr(GArray) moved = guatu_dates_moved (self->dates, guatu_document_get_plan (self->document), schedule);
  g_autofree char *title = guatu_document_undo_title (self->document);
  g_autofree char *what = guatu_words_moved (title, moved->len, guatu_dates_end (self->dates), schedule->plan_finish);

  g_signal_emit (self, signals[ACCEPTED], 0, what);
}

void
guatu_days_import_accept (GuatuDaysImportWindow *self)
{
  gint64 before = head_of (self), after;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_DAYS_IMPORT (self));

  /* The lines speak of a plan that is about to change. */
  self->accepting = TRUE;
  fill (self->change_rows, 0);
  fill (self->moved_rows, 0);
  if (!guatu_document_import_days (self->document, self->calendar, &self->import, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  after = head_of (self);
  if (error == NULL && after != before)
    say_accepted (self);
  gtk_window_close (GTK_WINDOW (self));
}

guint
guatu_days_import_n_changes (GuatuDaysImportWindow *self)
{
  return self->changes->len;
}

guint
guatu_days_import_n_moved (GuatuDaysImportWindow *self)
{
  return self->moved != NULL ? self->moved->len : 0;
}

const char *
guatu_days_import_get_summary (GuatuDaysImportWindow *self)
{
  return gtk_label_get_text (GTK_LABEL (self->finish));
}

/* Lists ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
set_up_change_cb (GtkListItemFactory *factory,
                  GtkListItem        *item)
{
  gtk_list_item_set_child (item, new_label (NULL));
}

static void
bind_change_cb (GuatuDaysImportWindow *self,
                GtkListItem           *item)
{
  GuatuImportLine *line = gtk_list_item_get_item (item);
  g_autofree char *text = guatu_days_import_change_text (self, line->place);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
set_up_moved_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *dates = new_label ("caption");

  gtk_widget_add_css_class (dates, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label (NULL));
  gtk_box_append (GTK_BOX (box), dates);
  gtk_list_item_set_child (item, box);
}

static void
bind_moved_cb (GuatuDaysImportWindow *self,
               GtkListItem           *item)
{
  GuatuImportLine *line = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  gint32 task = guatu_days_import_moved_task (self, line->place);
  g_autofree char *title = g_strdup_printf ("%u  %s", guatu_plan_task_place (self->after, task),
                                            guatu_plan_task_name (self->after, task));
  g_autofree char *dates = guatu_days_import_moved_text (self, line->place);

  gtk_label_set_text (GTK_LABEL (name), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), dates);
}

static GtkWidget *
make_list (GuatuDaysImportWindow  *self,
           GListStore             *rows,
           const char             *label,
           GCallback               set_up,
           GCallback               bind,
           GtkWidget             **title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new (), *list;

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (rows)))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  *title = new_label ("heading");
  gtk_box_append (GTK_BOX (box), *title);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

/* What the file holds that is not taken. */
static void
show_notes (GuatuDaysImportWindow *self)
{
  guint n = guatu_notes_count (self->notes);
  GtkWidget *expander, *scroller, *label;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u thing is not taken over", "%u things are not taken over", n), n);

  if (n == 0)
    return;
  for (guint i = 0; i < MIN (n, 200); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (self->notes, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  expander = gtk_expander_new (title);
  scroller = gtk_scrolled_window_new ();
  label = new_label ("caption");
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), scroller);
  gtk_box_append (GTK_BOX (self->notes_box), expander);
}

/* The class -------------------------------------------------------------------------------------------------- */

static void
guatu_days_import_dispose (GObject *object)
{
  GuatuDaysImportWindow *self = GUATU_DAYS_IMPORT (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_days_import_parent_class)->dispose (object);
}

static void
guatu_days_import_finalize (GObject *object)
{
  GuatuDaysImportWindow *self = GUATU_DAYS_IMPORT (object);

  let_go (self);
  g_array_unref (self->changes);
  g_clear_object (&self->change_rows);
  g_clear_object (&self->moved_rows);
  g_clear_pointer (&self->holidays, guatu_holidays_free);
  g_clear_pointer (&self->notes, guatu_notes_free);
  g_free (self->source);

  G_OBJECT_CLASS (guatu_days_import_parent_class)->finalize (object);
}

static void
guatu_days_import_class_init (GuatuDaysImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_days_import_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_days_import_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", GUATU_TYPE_DAYS_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_DAYS_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (GuatuDaysImportWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  self->accept = gtk_button_new_with_mnemonic (_("_Take Over"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (guatu_days_import_accept), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);

  return header;
}

static void
guatu_days_import_init (GuatuDaysImportWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *lists = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->changes = g_array_new (FALSE, FALSE, sizeof (GuatuDayChange));
  self->change_rows = g_list_store_new (GUATU_TYPE_IMPORT_LINE);
  self->moved_rows = g_list_store_new (GUATU_TYPE_IMPORT_LINE);
  gtk_window_set_title (GTK_WINDOW (self), _("Import Days"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 780, 560);
  gtk_box_append (GTK_BOX (all), make_header (self));
  gtk_widget_add_css_class (page, "import-page");
  self->summary = new_label ("title-4");
  self->finish = new_label (NULL);
  gtk_box_append (GTK_BOX (page), self->summary);
  gtk_box_append (GTK_BOX (page), self->finish);
  gtk_box_set_homogeneous (GTK_BOX (lists), TRUE);
  gtk_box_append (GTK_BOX (lists), make_list (self, self->change_rows, _("Days that change"),
                                              G_CALLBACK (set_up_change_cb), G_CALLBACK (bind_change_cb),
                                              &self->change_title));
  gtk_box_append (GTK_BOX (lists), make_list (self, self->moved_rows, _("Tasks that move"),
                                              G_CALLBACK (set_up_moved_cb), G_CALLBACK (bind_moved_cb),
                                              &self->moved_title));
  gtk_box_append (GTK_BOX (page), lists);
  self->notes_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (page), self->notes_box);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (all), page);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
}

GtkWidget *
guatu_days_import_new (GuatuDocument  *document,
                       gint64          calendar,
                       const char     *path,
                       GError        **error)
{
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuHolidays) holidays = guatu_holidays_read (path, notes, error);
  GuatuDaysImportWindow *self;

  if (holidays == NULL)
    return NULL;

  self = g_object_ref_sink (g_object_new (GUATU_TYPE_DAYS_IMPORT, NULL));
  self->document = g_object_ref (document);
  self->calendar = calendar;
  self->holidays = g_steal_pointer (&holidays);
  self->notes = g_steal_pointer (&notes);
  self->source = g_filename_display_basename (path);
  self->import = guatu_holidays_get (self->holidays);
  self->import.source = self->source;
  if (!try_days (self, error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      g_object_unref (self);
      return NULL;
    }
  show (self);
  show_notes (self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
  g_object_unref (self);

  return GTK_WIDGET (self);
}
