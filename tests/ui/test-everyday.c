/* test-everyday.c — tasks that repeat, in the form; the plan shifted; templates chosen and saved. */
#include <adwaita.h>
#include <string.h>

#include "document-fixture.h"
#include "guatu-occurrences.h"
#include "guatu-shift-dialog.h"
#include "guatu-task-form-private.h"
#include "guatu-template-dialog.h"
#include "guatu-templates.h"
#include "task-form-fixture.h"
#include "ui-forms.h"

/* Repeating ------------------------------------------------------------------------------------------- */

static guint
n_times (TaskFormFixture *f)
{
  const GuatuPlan *plan = task_form_plan (f);
  guint n = 0;

  for (gint32 child = guatu_plan_task (plan, task_row (&f->document, "Bridge"))->first_child; child >= 0;
       child = guatu_plan_task (plan, child)->next_sibling)
    n++;

  return n;
}

static guint
n_rows (TaskFormFixture *f)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (guatu_part_list_get_rows (GUATU_PART_LIST (f->form->repeats)), (int) n) != NULL)
    n++;

  return n;
}

static GtkWidget *
open_form (TaskFormFixture *f)
{
  GtkWidget *over;

  form_click (form_find_button (f->form->repeats, "When It Repeats…"));
  form_settle ();
  over = form_over (f->form->repeats);
  g_assert_nonnull (over);
  form_must_be_named (over);

  return over;
}

static void
repeats (TaskFormFixture *f,
         gconstpointer    data)
{
  GtkWidget *over;

  guatu_task_form_set_page (f->form, "schedule");
  form_settle ();
  over = open_form (f);
  form_click (form_find_doer (over));
  form_settle ();

  /* Every week, ten times, on the weekday on which it starts. */
  g_assert_cmpuint (n_times (f), ==, 10);
  g_assert_cmpuint (n_rows (f), ==, 10);
  task_form_must_have_written (f, 1);

  over = open_form (f);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form_find_nth (over, GTK_TYPE_SPIN_BUTTON, 0)), 2);
  form_click (form_find_doer (over));
  form_settle ();
  g_assert_cmpuint (n_times (f), ==, 10);
  task_form_must_have_written (f, 2);

  form_click (form_find_button (f->form->repeats, "Repeat No More"));
  form_settle ();
  g_assert_cmpuint (n_times (f), ==, 0);
  g_assert_true (guatu_document_undo (f->document.document, NULL, NULL));
  form_settle ();
  g_assert_cmpuint (n_rows (f), ==, 10);
}

static void
ticked (TaskFormFixture *f,
        gconstpointer    data)
{
  const GuatuPlan *plan = task_form_plan (f);
  GtkWidget *check;
  gint32 first;

  guatu_task_form_set_page (f->form, "schedule");
  form_settle ();
  form_click (form_find_doer (open_form (f)));
  form_settle ();
  check = form_find_nth (f->form->repeats, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  form_settle ();
  first = guatu_plan_task (plan, task_row (&f->document, "Bridge"))->first_child;
  g_assert_cmpint (guatu_plan_task_number (plan, first, GUATU_TASK_ACTUAL_FINISH), !=, GUATU_NONE);
  task_form_must_have_written (f, 2);

  check = form_find_nth (f->form->repeats, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  form_settle ();
  g_assert_cmpint (guatu_plan_task_number (plan, first, GUATU_TASK_ACTUAL_FINISH), ==, GUATU_NONE);
  form_must_be_named (f->form->repeats);
}

/* A summary has no times to be made, and a time has none of its own. */
static void
offered (TaskFormFixture *f,
         gconstpointer    data)
{
  GtkWidget *button = form_find_button (f->form->repeats, "When It Repeats…");

  g_assert_true (gtk_widget_get_visible (button));
  guatu_task_form_set_task (f->form, task_id (&f->document, "Build"));
  form_settle ();
  g_assert_false (gtk_widget_get_visible (button));
}

/* Shifting ---------------------------------------------------------------------------------------------- */

static void
shifted_cb (char      **title,
            const char *text)
{
  g_free (*title);
  *title = g_strdup (text);
}

static void
shifts (DocumentFixture *f,
        gconstpointer    data)
{
  GtkWidget *dialog = guatu_shift_dialog_new (NULL, f->document);
  GuatuInstant start = guatu_plan_settings (guatu_document_get_plan (f->document))->start;
  g_autofree char *title = NULL;

  g_signal_connect_swapped (dialog, "shifted", G_CALLBACK (shifted_cb), &title);
  gtk_window_present (GTK_WINDOW (dialog));
  form_settle ();
  form_must_be_named (dialog);
  /* By no days nothing is done. */
  g_assert_cmpstr (guatu_shift_dialog_get_words (GUATU_SHIFT_DIALOG (dialog)), !=, "");
  g_assert_nonnull (strstr (guatu_shift_dialog_get_words (GUATU_SHIFT_DIALOG (dialog)), "stays where it is"));
  gtk_widget_activate_action (dialog, "shift.accept", NULL);
  g_assert_null (title);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form_find (dialog, GTK_TYPE_SPIN_BUTTON)), 14);
  form_settle ();
  g_assert_nonnull (strstr (guatu_shift_dialog_get_words (GUATU_SHIFT_DIALOG (dialog)), "These move: 7 tasks."));
  gtk_widget_activate_action (dialog, "shift.accept", NULL);
  form_settle ();
  g_assert_cmpstr (title, ==, "Move the plan 14 days later");
  g_assert_cmpint (guatu_plan_settings (guatu_document_get_plan (f->document))->start, ==, start + 14 * GUATU_DAY);
}

/* Templates ---------------------------------------------------------------------------------------------- */

static void
chosen_cb (GtkWidget  *dialog,
           const char *name,
           gint64      day,
           gboolean    finish,
           const char *title,
           char      **chosen)
{
  *chosen = g_strdup_printf ("%s %d %d %s", name, day != GUATU_NONE, finish, title);
}

static void
templates (DocumentFixture *f,
           gconstpointer    data)
{
  GtkWidget *save = guatu_save_template_dialog_new (NULL, f->document), *dialog;
  g_autofree char *chosen = NULL;
  GtkWidget *list;

  gtk_window_present (GTK_WINDOW (save));
  form_settle ();
  form_must_be_named (save);
  form_type (form_find (save, GTK_TYPE_ENTRY), "Bridges");
  gtk_widget_activate_action (save, "template.save", NULL);
  form_settle ();

  dialog = guatu_template_dialog_new (NULL);
  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_window_present (GTK_WINDOW (dialog));
  form_settle ();
  form_must_be_named (dialog);
  list = form_find (dialog, GTK_TYPE_LIST_BOX);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3));
  gtk_widget_activate_action (dialog, "template.accept", NULL);
  form_settle ();
  g_assert_cmpstr (chosen, ==, "Bridges 1 0 Bridges");
  g_assert_true (guatu_template_remove ("Bridges", NULL));
}

#define add_form(path, func) \
  g_test_add ("/ui/everyday/" path, TaskFormFixture, NULL, task_form_set_up, func, task_form_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = NULL;
  int status;

  document_fixture_in_memory ();
  dir = guatu_test_make_dir ();
  g_setenv ("XDG_DATA_HOME", dir, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();
  add_form ("a-task-repeats-by-a-rule-in-the-form", repeats);
  add_form ("its-times-are-ticked-off-and-back", ticked);
  add_form ("what-cannot-repeat-is-not-offered-to", offered);
  add_document_test ("/ui/everyday/the-plan-is-shifted-as-the-window-says", shifts);
  add_document_test ("/ui/everyday/templates-are-saved-and-chosen", templates);
  status = g_test_run ();
  guatu_test_remove_dir (g_steal_pointer (&dir));

  return status;
}
