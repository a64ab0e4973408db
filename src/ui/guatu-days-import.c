/* guatu-days-import.c — tries the days of a file on a calendar, and shows what comes of it. */
#include "guatu-days-import-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-words.h"
#include "guatu-chart-text.h"

G_DEFINE_FINAL_TYPE (GuatuDaysImportWindow, guatu_days_import, ADW_TYPE_WINDOW)

enum { ACCEPTED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

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

/* Showing ------------------------------------------------------------------------------------------------ */

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
  guatu_days_import_fill_lists (self, n, moved);
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
  guatu_days_import_fill_lists (self, 0, 0);
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
  guatu_days_import_fill_lists (self, 0, 0);
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
  label = guatu_days_import_label ("caption");
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
  gtk_window_set_title (GTK_WINDOW (self), _("Import Days"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 780, 560);
  gtk_box_append (GTK_BOX (all), make_header (self));
  gtk_widget_add_css_class (page, "import-page");
  self->summary = guatu_days_import_label ("title-4");
  self->finish = guatu_days_import_label (NULL);
  gtk_box_append (GTK_BOX (page), self->summary);
  gtk_box_append (GTK_BOX (page), self->finish);
  gtk_box_set_homogeneous (GTK_BOX (lists), TRUE);
  guatu_days_import_make_lists (self, GTK_BOX (lists));
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
