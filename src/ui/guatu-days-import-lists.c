/* guatu-days-import-lists.c — the days that change, and the tasks that move, a line for each. */
#include "guatu-days-import-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-words.h"
#include "guatu-task-words.h"

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

void
guatu_days_import_fill_lists (GuatuDaysImportWindow *self,
                              guint                  n_changes,
                              guint                  n_moved)
{
  fill (self->change_rows, n_changes);
  fill (self->moved_rows, n_moved);
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

/* Widgets ------------------------------------------------------------------------------------------------ */

GtkWidget *
guatu_days_import_label (const char *style)
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
  gtk_list_item_set_child (item, guatu_days_import_label (NULL));
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *dates = guatu_days_import_label ("caption");

  gtk_widget_add_css_class (dates, "dim-label");
  gtk_box_append (GTK_BOX (box), guatu_days_import_label (NULL));
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
  *title = guatu_days_import_label ("heading");
  gtk_box_append (GTK_BOX (box), *title);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

void
guatu_days_import_make_lists (GuatuDaysImportWindow *self,
                              GtkBox                *box)
{
  self->change_rows = g_list_store_new (GUATU_TYPE_IMPORT_LINE);
  self->moved_rows = g_list_store_new (GUATU_TYPE_IMPORT_LINE);
  gtk_box_append (box, make_list (self, self->change_rows, _("Days that change"), G_CALLBACK (set_up_change_cb),
                                  G_CALLBACK (bind_change_cb), &self->change_title));
  gtk_box_append (box, make_list (self, self->moved_rows, _("Tasks that move"), G_CALLBACK (set_up_moved_cb),
                                  G_CALLBACK (bind_moved_cb), &self->moved_title));
}
