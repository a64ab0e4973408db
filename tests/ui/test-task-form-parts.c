/* test-task-form-parts.c — what hangs on a task is changed in its form too, and nothing of a task is left out of it. */
#include <adwaita.h>

#include "guatu-custom-edit.h"
#include "guatu-target-form.h"
#include "task-form-fixture.h"
#include "ui-forms.h"

static gint64
bridge (TaskFormFixture *fixture)
{
  return task_id (&fixture->document, "Bridge");
}

static void
undo (TaskFormFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->form), "form.undo", NULL);
  form_settle ();
}

static GtkWidget *
rows_of (GtkWidget *list)
{
  return GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (list)));
}

static GtkWidget *
row_at (GtkWidget *list,
        int        i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows_of (list)), i));
}

/* Completeness --------------------------------------------------------------------------------------- */

/* Fields of a task that have no row of their own, and why. */
static const struct { guint field; const char *why; } without_row[] = {
  { GUATU_TASK_ID, "who it is is not edited" },
  { GUATU_TASK_POSITION, "its place is where the table shows it, and is changed by moving it there" },
  { GUATU_TASK_DURATION_KIND, "typed with the duration: 3ed" },
  { GUATU_TASK_DURATION_UNIT, "typed with the duration: 3w" },
  { GUATU_TASK_PARENT, "the row “Part of”, which is of another kind" },
};

static const char *
why_without (guint field)
{
  for (guint i = 0; i < G_N_ELEMENTS (without_row); i++)
    if (without_row[i].field == field)
      return without_row[i].why;

  return NULL;
}

static void
test_fields (TaskFormFixture *fixture,
             gconstpointer    data)
{
  for (guint field = 0; field < GUATU_TASK_N_FIELDS; field++)
    {
      gboolean shown = guatu_task_form_get_row (fixture->form, field) != NULL;
      const char *why = why_without (field);

      if (shown == (why != NULL))
        g_error ("%s is %s the form: %s", guatu_field (GUATU_TABLE_TASK, field)->name, shown ? "in" : "not in",
                 why != NULL ? why : "give it a row, or say why it has none");
    }
  g_assert_nonnull (fixture->form->parent_row);
}

/* What refers to a task, and where that is changed. */
static const struct { GuatuTable table; gsize part; const char *why; } parts[] = {
  { GUATU_TABLE_TASK, G_STRUCT_OFFSET (GuatuTaskForm, parent_row), NULL },
  { GUATU_TABLE_LEDGER_ITEM, G_STRUCT_OFFSET (GuatuTaskForm, ledgers), NULL },
  { GUATU_TABLE_KEY_NODE, G_STRUCT_OFFSET (GuatuTaskForm, key_nodes), NULL },
  { GUATU_TABLE_LINK, G_STRUCT_OFFSET (GuatuTaskForm, links), NULL },
  { GUATU_TABLE_ASSIGNMENT, G_STRUCT_OFFSET (GuatuTaskForm, assignments), NULL },
  { GUATU_TABLE_REPORT, G_STRUCT_OFFSET (GuatuTaskForm, reports), NULL },
  { GUATU_TABLE_TASK_TARGET, G_STRUCT_OFFSET (GuatuTaskForm, targets), NULL },
  { GUATU_TABLE_CUSTOM_VALUE, G_STRUCT_OFFSET (GuatuTaskForm, custom), NULL },
  { GUATU_TABLE_TASK_SPLIT, 0, "kept as a file brought them: dates follow from the span with interruptions, a field" },
  { GUATU_TABLE_BASELINE_TASK, 0, "a baseline keeps what was taken down, and no verb changes it" },
  { GUATU_TABLE_LIGHT_OVERRIDE, 0, "who sets a light by hand answers for it: a verb of its own, not a field of the task" },
  { GUATU_TABLE_SPONSORSHIP, 0, "a leader’s link to the task stands among the sponsorships of the leader" },
  { GUATU_TABLE_RECURRENCE, G_STRUCT_OFFSET (GuatuTaskForm, repeats), NULL },
};

static gboolean
refers_to_tasks (GuatuTable table)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  for (guint field = 1; field < info->n_fields; field++)
    if (info->fields[field].type == GUATU_TYPE_REFERENCE && info->fields[field].target == GUATU_TABLE_TASK)
      return TRUE;

  return FALSE;
}

static void
test_parts (TaskFormFixture *fixture,
            gconstpointer    data)
{
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        if (parts[i].table == table)
          {
            known = TRUE;
            if (parts[i].why == NULL)
              g_assert_true (GTK_IS_WIDGET (G_STRUCT_MEMBER (GtkWidget *, fixture->form, parts[i].part)));
          }
      if (known != refers_to_tasks (table))
        g_error ("%s: give it a part in the form, or say why it has none", guatu_table_info (table)->name);
    }
}

/* Custom fields -------------------------------------------------------------------------------------- */

static gint64
add_field (TaskFormFixture *fixture,
           const char      *name,
           GuatuCustomKind  kind)
{
  gint64 id = must_add (&fixture->document, GUATU_TABLE_CUSTOM_FIELD, (GuatuSetting[]) {
                          { GUATU_CUSTOM_FIELD_NAME, GUATU_TEXT (name) },
                          { GUATU_CUSTOM_FIELD_KIND, GUATU_INTEGER (kind) } }, 2);

  fixture->head = head_of (fixture->document.document);
  return id;
}

static GuatuFieldRow *
custom_row (TaskFormFixture *fixture,
            gint64           field)
{
  return GUATU_FIELD_ROW (guatu_custom_list_get_row (GUATU_CUSTOM_LIST (fixture->form->custom), field));
}

/* As the file keeps it; "" where it says nothing. */
static const char *
stored (TaskFormFixture *fixture)
{
  const GuatuPlan *plan = task_form_plan (fixture);

  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_CUSTOM_VALUE); row++)
    if (guatu_plan_id (plan, GUATU_TABLE_CUSTOM_VALUE, row) != 0)
      return guatu_plan_string (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_VALUE);

  return "";
}

/* Each kind: what is typed, what the file keeps, what the entry then shows, and what is refused. */
static void
test_custom_kinds (TaskFormFixture *fixture,
                   gconstpointer    data)
{
  static const struct { GuatuCustomKind kind; const char *typed, *kept, *shown, *wrong; } cases[] = {
    { GUATU_CUSTOM_TEXT, "K-17 合同", "K-17 合同", "K-17 合同", NULL },
    { GUATU_CUSTOM_NUMBER, "12.5", "12.5", "12.5", "a dozen" },
    { GUATU_CUSTOM_NUMBER, "１２", "12", "12", "1e999" },
    { GUATU_CUSTOM_DATE, "5-31", "2024-05-31T08:00:00", "2024-05-31", "some day" },
    { GUATU_CUSTOM_DURATION, "5d", "PT40H0M0S", "5d", "a while" },
    { GUATU_CUSTOM_COST, "1200.50", "120050", "1200.5", "much" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Field %u", i);
      gint64 field = add_field (fixture, name, cases[i].kind);
      GuatuFieldRow *row = custom_row (fixture, field);
      GtkWidget *entry = guatu_field_row_get_editor (row);

      form_type (entry, cases[i].typed);
      task_form_must_have_written (fixture, 1);
      g_assert_cmpstr (stored (fixture), ==, cases[i].kept);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, cases[i].shown);
      if (cases[i].wrong != NULL)
        {
          form_type (entry, cases[i].wrong);
          task_form_must_have_written (fixture, 1);
          g_assert_nonnull (strstr (guatu_field_row_get_error (row), cases[i].wrong));
        }
      form_type (entry, "");
      task_form_must_have_written (fixture, 2);
      g_assert_cmpstr (stored (fixture), ==, "");
      g_assert_cmpstr (guatu_field_row_get_error (row), ==, "");
      undo (fixture);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, cases[i].shown);
      form_type (entry, "");
    }
}

static void
test_custom_flag (TaskFormFixture *fixture,
                  gconstpointer    data)
{
  gint64 field = add_field (fixture, "Approved", GUATU_CUSTOM_FLAG);
  GtkWidget *choice = guatu_field_row_get_editor (custom_row (fixture, field));

  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, GUATU_ANSWER_NONE);
  task_form_choose (choice, GUATU_ANSWER_YES);
  g_assert_cmpstr (stored (fixture), ==, "1");
  task_form_choose (choice, GUATU_ANSWER_NO);
  g_assert_cmpstr (stored (fixture), ==, "0");
  task_form_must_have_written (fixture, 2);
  task_form_choose (choice, GUATU_ANSWER_NONE);
  g_assert_cmpstr (stored (fixture), ==, "");
  task_form_must_have_written (fixture, 3);
  undo (fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, GUATU_ANSWER_NO);
}

/* What another program wrote and nobody here can read stays as it is until somebody types another. */
static void
test_custom_foreign (TaskFormFixture *fixture,
                     gconstpointer    data)
{
  gint64 field = add_field (fixture, "Bought on", GUATU_CUSTOM_DATE);
  GtkWidget *entry = guatu_field_row_get_editor (custom_row (fixture, field));

  must_add (&fixture->document, GUATU_TABLE_CUSTOM_VALUE, (GuatuSetting[]) {
              { GUATU_CUSTOM_VALUE_FIELD, GUATU_INTEGER (field) },
              { GUATU_CUSTOM_VALUE_TASK, GUATU_INTEGER (bridge (fixture)) },
              { GUATU_CUSTOM_VALUE_VALUE, GUATU_TEXT ("Whitsun") } }, 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Whitsun");
  g_assert_true (guatu_field_row_commit (custom_row (fixture, field)));
  task_form_must_have_written (fixture, 1);
}

/* What is typed belongs to the task for which it was typed. */
static void
test_custom_next_task (TaskFormFixture *fixture,
                       gconstpointer    data)
{
  gint64 field = add_field (fixture, "Contract", GUATU_CUSTOM_TEXT);
  GtkWidget *entry = guatu_field_row_get_editor (custom_row (fixture, field));
  g_autofree char *text = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "K-17");
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Road"));
  task_form_must_have_written (fixture, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  text = guatu_custom_edit_text (task_form_plan (fixture), task_row (&fixture->document, "Bridge"), field);
  g_assert_cmpstr (text, ==, "K-17");
}

static void
test_custom_defined (TaskFormFixture *fixture,
                     gconstpointer    data)
{
  GtkWidget *list = fixture->form->custom, *form;

  g_assert_true (form_says (list, "Fields of your own"));
  form_click (form_find_button (list, "Add Field…"));
  form = form_over (list);
  form_click (form_find_doer (form));
  task_form_must_have_written (fixture, 0);
  g_assert_true (form_complains (form, "Name"));
  gtk_editable_set_text (GTK_EDITABLE (form_find (form, GTK_TYPE_ENTRY)), "Contract");
  task_form_choose (form_find (form, GTK_TYPE_DROP_DOWN), GUATU_CUSTOM_NUMBER);
  form_click (form_find_doer (form));
  task_form_must_have_written (fixture, 1);
  g_assert_true (form_says (list, "Contract"));

  form_click (form_find_button (list, "Add Field…"));
  form = form_over (list);
  gtk_editable_set_text (GTK_EDITABLE (form_find (form, GTK_TYPE_ENTRY)), "Contract");
  form_click (form_find_doer (form));
  task_form_must_have_written (fixture, 1);
  g_assert_true (form_complains (form, "“Contract” already"));
  gtk_popover_popdown (GTK_POPOVER (form));
  form_settle ();
  undo (fixture);
  g_assert_false (form_says (list, "Contract"));
}

/* Monthly targets ------------------------------------------------------------------------------------ */

static void
add_target (TaskFormFixture *fixture,
            const char      *month,
            const char      *share)
{
  GtkWidget *list = fixture->form->targets, *form;

  form_click (form_find_button (list, "Add Monthly Target…"));
  form = form_over (list);
  if (month != NULL)
    gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), month);
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 1)), share);
  form_click (form_find_doer (form));
}

static void
close_form (GtkWidget *list)
{
  gtk_popover_popdown (GTK_POPOVER (form_over (list)));
  form_settle ();
}

static void
test_targets (TaskFormFixture *fixture,
              gconstpointer    data)
{
  GtkWidget *list = fixture->form->targets, *form;

  guatu_task_form_set_page (fixture->form, "progress");
  add_target (fixture, "5", "100");
  /* The month in which it begins is the first to be asked for; after that the next one. */
  add_target (fixture, "2024-03", "20%");
  add_target (fixture, "4月", "60");
  task_form_must_have_written (fixture, 3);
  g_assert_true (form_says (row_at (list, 0), "Mar 2024"));
  g_assert_true (form_says (row_at (list, 1), "Apr 2024"));
  g_assert_true (form_says (row_at (list, 2), "May 2024"));

  form_type (form_find (row_at (list, 1), GTK_TYPE_ENTRY), "55.5%");
  task_form_must_have_written (fixture, 4);
  form_type (form_find (row_at (list, 1), GTK_TYPE_ENTRY), "155%");
  task_form_must_have_written (fixture, 4);
  g_assert_nonnull (strstr (guatu_part_list_get_error (GUATU_PART_LIST (list)), "between 0% and 100%"));
  g_assert_true (form_press (form_find (row_at (list, 1), GTK_TYPE_ENTRY), GDK_KEY_Escape));
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_find (row_at (list, 1), GTK_TYPE_ENTRY))), ==, "60%");

  form_click (form_find_button (row_at (list, 0), "Change"));
  form = form_over (list);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0))), ==, "2024-03");
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), "2024-06-15");
  form_click (form_find_doer (form));
  g_assert_true (form_says (row_at (list, 2), "Jun 15, 2024"));
  task_form_must_have_written (fixture, 6);
  form_click (form_find_button (row_at (list, 2), "Remove"));
  task_form_must_have_written (fixture, 7);
  g_assert_null (row_at (list, 2));
}

static void
test_targets_refused (TaskFormFixture *fixture,
                      gconstpointer    data)
{
  GtkWidget *list = fixture->form->targets;

  guatu_task_form_set_page (fixture->form, "progress");
  add_target (fixture, NULL, "");
  g_assert_true (form_complains (form_over (list), "Share done"));
  close_form (list);
  add_target (fixture, "13", "50");
  g_assert_true (form_complains (form_over (list), "“13” is not a month"));
  close_form (list);
  add_target (fixture, NULL, "half");
  g_assert_true (form_complains (form_over (list), "“half”"));
  close_form (list);
  add_target (fixture, "2024-03", "20");
  task_form_must_have_written (fixture, 1);
  add_target (fixture, "2024-03-31", "30");
  g_assert_true (form_complains (form_over (list), "of that day already"));
  close_form (list);
  /* What is offered is the month after. */
  form_click (form_find_button (list, "Add Monthly Target…"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_find_nth (form_over (list), GTK_TYPE_ENTRY, 0))), ==,
                   "2024-04");
  close_form (list);
  task_form_must_have_written (fixture, 1);
}

/* Reports -------------------------------------------------------------------------------------------- */

static void
report (TaskFormFixture *fixture,
        const char      *date,
        gint64           share,
        const char      *done)
{
  GuatuSetting words = { GUATU_REPORT_DONE, GUATU_TEXT (done) };
  g_autoptr(GError) error = NULL;

  guatu_document_report (fixture->document.document, bridge (fixture), guatu_test_at (date), share, &words, 1, NULL,
                         &error);
  g_assert_no_error (error);
  fixture->head = head_of (fixture->document.document);
}

static void
test_reports (TaskFormFixture *fixture,
              gconstpointer    data)
{
  GtkWidget *list = fixture->form->reports;

  guatu_task_form_set_page (fixture->form, "progress");
  report (fixture, "2024-04-01 17:00", 1000, "");
  report (fixture, "2024-04-05 17:00", 2000, "Piles driven");
  g_assert_true (form_says (row_at (list, 0), "20% · Apr 5, 2024"));
  g_assert_true (form_says (row_at (list, 0), "Piles driven"));
  g_assert_true (form_says (row_at (list, 1), "10% · Apr 1, 2024"));
  g_assert_null (row_at (list, 2));
}

static void
test_report_corrected (TaskFormFixture *fixture,
                       gconstpointer    data)
{
  GtkWidget *list = fixture->form->reports, *form;
  gint64 day = 8 * GUATU_HOUR;

  guatu_task_form_set_page (fixture->form, "progress");
  report (fixture, "2024-04-01 17:00", 1000, "");
  report (fixture, "2024-04-05 17:00", 2000, "Piles driven");
  form_click (form_find_button (row_at (list, 0), "Change"));
  form = form_over (list);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0))), ==, "2024-04-05");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 1))), ==, "Piles driven");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form_find (form, GTK_TYPE_SPIN_BUTTON)), 50);
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 2)), "Deck");
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 3)), "1200.50");
  task_form_choose (form_find (form, GTK_TYPE_DROP_DOWN), 1);
  form_click (form_find_doer (form));
  task_form_must_have_written (fixture, 1);
  g_assert_true (form_says (row_at (list, 0), "50% · Apr 5, 2024"));
  g_assert_true (form_says (row_at (list, 0), "Next: Deck\nAmount: 1200.50\nReported by Chen"));
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_REMAINING), ==, 17 * day);
  undo (fixture);
  g_assert_true (form_says (row_at (list, 0), "20% · Apr 5, 2024"));
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_REMAINING), ==, 34 * day * 8 / 10);
}

/* Another day makes it another one's turn to be the latest. */
static void
test_report_moved (TaskFormFixture *fixture,
                   gconstpointer    data)
{
  GtkWidget *list = fixture->form->reports, *form;

  guatu_task_form_set_page (fixture->form, "progress");
  report (fixture, "2024-04-01 17:00", 1000, "");
  report (fixture, "2024-04-05 17:00", 5000, "");
  form_click (form_find_button (row_at (list, 0), "Change"));
  form = form_over (list);
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), "one day");
  form_click (form_find_doer (form));
  g_assert_true (form_complains (form, "“one day”"));
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), "3-28");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form_find (form, GTK_TYPE_SPIN_BUTTON)), 120);
  form_click (form_find_doer (form));
  task_form_must_have_written (fixture, 0);
  g_assert_true (form_complains (form, "between 0% and 100%"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form_find (form, GTK_TYPE_SPIN_BUTTON)), 5);
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 3)), "much");
  form_click (form_find_doer (form));
  g_assert_true (form_complains (form, "“much”"));
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 3)), "");
  form_click (form_find_doer (form));
  task_form_must_have_written (fixture, 1);
  g_assert_true (form_says (row_at (list, 0), "10% · Apr 1, 2024"));
  g_assert_true (form_says (row_at (list, 1), "5% · Mar 28, 2024"));
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_REMAINING), ==, 34 * 8 * GUATU_HOUR * 9 / 10);
}

static void
test_report_removed_and_added (TaskFormFixture *fixture,
                               gconstpointer    data)
{
  GtkWidget *list = fixture->form->reports, *form;

  guatu_task_form_set_page (fixture->form, "progress");
  report (fixture, "2024-04-05 17:00", 10000, "");
  form_click (form_find_button (row_at (list, 0), "Remove"));
  task_form_must_have_written (fixture, 1);
  g_assert_null (row_at (list, 0));
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_ACTUAL_FINISH), ==, GUATU_NONE);
  undo (fixture);
  g_assert_nonnull (row_at (list, 0));
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_ACTUAL_FINISH), !=, GUATU_NONE);

  /* One of a past day is history, and changes no truth. */
  form_click (form_find_button (list, "Report Progress…"));
  form = form_over (list);
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), "3-29");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form_find (form, GTK_TYPE_SPIN_BUTTON)), 30);
  form_click (form_find_doer (form));
  task_form_must_have_written (fixture, 3);
  g_assert_true (form_says (row_at (list, 1), "30% · Mar 29, 2024"));
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_ACTUAL_FINISH), !=, GUATU_NONE);
}

/* What only an import brings ------------------------------------------------------------------------- */

static gboolean
is_page_shown (TaskFormFixture *fixture,
               const char      *name)
{
  GtkStack *stack = fixture->form->pages;

  return gtk_stack_page_get_visible (gtk_stack_get_page (stack, gtk_stack_get_child_by_name (stack, name)));
}

static void
test_imported (TaskFormFixture *fixture,
               gconstpointer    data)
{
  g_assert_false (is_page_shown (fixture, "more"));
  must_set_task (&fixture->document, "Bridge", GUATU_TASK_SOURCE_UID, GUATU_TEXT ("17"));
  g_assert_true (is_page_shown (fixture, "more"));
  g_assert_true (gtk_widget_get_visible (guatu_task_form_get_row (fixture->form, GUATU_TASK_SOURCE_UID)));
  g_assert_false (gtk_widget_get_visible (guatu_task_form_get_row (fixture->form, GUATU_TASK_EXTERNAL)));
  guatu_task_form_set_page (fixture->form, "more");
  /* Another task was made here. */
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Road"));
  g_assert_false (is_page_shown (fixture, "more"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->form->pages), ==, "task");
}

/* Names ---------------------------------------------------------------------------------------------- */

static void
test_names (TaskFormFixture *fixture,
            gconstpointer    data)
{
  static const char * const pages[] = { "task", "progress" };

  add_field (fixture, "Contract", GUATU_CUSTOM_TEXT);
  add_field (fixture, "Approved", GUATU_CUSTOM_FLAG);
  add_field (fixture, "Bought on", GUATU_CUSTOM_DATE);
  guatu_task_form_set_page (fixture->form, "progress");
  add_target (fixture, NULL, "20");
  report (fixture, "2024-04-05 17:00", 2000, "");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guatu_task_form_set_page (fixture->form, pages[i]);
      form_must_be_named (gtk_stack_get_visible_child (fixture->form->pages));
    }
  form_click (form_find_button (row_at (fixture->form->reports, 0), "Change"));
  form_must_be_named (form_over (fixture->form->reports));
}

#define add(path, func) \
  g_test_add ("/ui/task-form-parts/" path, TaskFormFixture, NULL, task_form_set_up, func, task_form_tear_down)

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();
  add ("every-field-of-a-task-has-a-row-or-a-reason", test_fields);
  add ("whatever-refers-to-a-task-has-a-part-or-a-reason", test_parts);
  add ("a-custom-field-is-filled-in-refused-and-emptied-by-its-kind", test_custom_kinds);
  add ("a-custom-yes-or-no-can-also-say-nothing", test_custom_flag);
  add ("a-custom-value-that-cannot-be-read-stays", test_custom_foreign);
  add ("what-is-typed-in-a-custom-field-belongs-to-its-task", test_custom_next_task);
  add ("a-custom-field-is-defined-where-there-is-none", test_custom_defined);
  add ("targets-are-kept-by-month-changed-and-removed", test_targets);
  add ("a-target-that-says-nothing-is-refused", test_targets_refused);
  add ("reports-are-listed-the-newest-first", test_reports);
  add ("an-old-report-is-corrected-in-one-step", test_report_corrected);
  add ("a-report-is-moved-to-another-day", test_report_moved);
  add ("a-report-is-taken-back-and-one-of-a-past-day-added", test_report_removed_and_added);
  add ("what-only-an-import-brings-is-shown-where-it-is", test_imported);
  add ("everything-in-the-parts-has-a-name", test_names);
  return g_test_run ();
}
