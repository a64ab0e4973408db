/* test-tools.c — windows beside the plan's: its own fields, backups, what is chosen for every plan, Go To; and tasks that
 * go from one plan to another. */
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "guatu-backups.h"
#include "guatu-backups-window.h"
#include "guatu-battle-map.h"
#include "guatu-calendar-words.h"
#include "guatu-custom-row.h"
#include "guatu-custom-value.h"
#include "guatu-custom-window.h"
#include "guatu-go-to.h"
#include "guatu-hit-list.h"
#include "guatu-plan-files.h"
#include "guatu-preferences.h"
#include "guatu-settings.h"
#include "guatu-task-clipboard.h"
#include "guatu-task-table-private.h"
#include "guatu-window-private.h"

static GuatuWindow *
window_with_plan (const char *name)
{
  g_autofree char *path = ui_test_plan (name);
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);

  return window;
}

/* The window of this class that lies over another. */
static gpointer
window_over (GuatuWindow *window,
             GType        type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (item->data, type)
        && gtk_window_get_transient_for (item->data) == GTK_WINDOW (window))
      return item->data;

  return NULL;
}

static gpointer
ask (GuatuWindow *window,
     const char  *action,
     GType        type)
{
  gpointer asked;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  ui_test_settle ();
  asked = window_over (window, type);
  g_assert_nonnull (asked);

  return asked;
}

static const GuatuPlan *
plan_of (GuatuWindow *window)
{
  return guatu_document_get_plan (window->document);
}

static gint32
task_called (const GuatuPlan *plan,
             const char      *name)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (guatu_plan_task_name (plan, outline[i]), name))
      return outline[i];

  return -1;
}

static gint64
id_called (GuatuWindow *window,
           const char  *name)
{
  return guatu_plan_id (plan_of (window), GUATU_TABLE_TASK, task_called (plan_of (window), name));
}

static GuatuTaskTable *
table_in (GtkWidget *widget)
{
  GuatuTaskTable *found = GUATU_IS_TASK_TABLE (widget) ? GUATU_TASK_TABLE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = table_in (child);

  return found;
}

/* Fields --------------------------------------------------------------------------------------------- */

/* A field is listed as it is defined; one that is in use goes only when that was asked, and comes back with undo. */
static void
test_fields (void)
{
  const char * const grades[] = { "High", "Low", NULL };
  GuatuWindow *window = window_with_plan ("fields.guatu");
  GuatuCustomWindow *fields = ask (window, "win.custom-fields", GUATU_TYPE_CUSTOM_WINDOW);
  gint64 used, unused;
  GtkWidget *row;

  g_assert_true (guatu_document_add_custom (window->document, &(GuatuCustom) { .name = "Grade & <b>",
                                            .kind = GUATU_CUSTOM_CHOICE, .choices = grades }, &used, NULL));
  g_assert_true (guatu_document_add_custom (window->document, &(GuatuCustom) { .name = "Code" }, &unused, NULL));
  g_assert_true (guatu_document_fill_custom (window->document, id_called (window, "Dig"), used, "low", NULL));
  ui_test_settle ();
  row = guatu_custom_window_get_row (fields, used);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Grade &amp; &lt;b&gt;");
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "1 task"));

  g_signal_emit_by_name (guatu_custom_window_get_row (fields, unused), "delete");
  ui_test_settle ();
  g_assert_null (guatu_custom_window_get_row (fields, unused));
  g_signal_emit_by_name (row, "delete");
  ui_test_settle ();
  g_assert_nonnull (guatu_custom_window_get_question (fields));
  g_assert_cmpint (guatu_plan_find (plan_of (window), GUATU_TABLE_CUSTOM_FIELD, used), >=, 0);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (guatu_custom_window_get_question (fields)), "delete");
  ui_test_settle ();
  g_assert_null (guatu_custom_window_get_row (fields, used));
  gtk_widget_activate_action (GTK_WIDGET (fields), "fields.undo", NULL);
  ui_test_settle ();
  g_assert_nonnull (guatu_custom_window_get_row (fields, used));
  g_assert_cmpstr (guatu_custom_value (plan_of (window), task_called (plan_of (window), "Dig"),
                                       guatu_plan_find (plan_of (window), GUATU_TABLE_CUSTOM_FIELD, used)), ==, "Low");
  gtk_window_destroy (GTK_WINDOW (fields));
  ui_test_close ();
}

/* As somebody looks at it for a while: what stands there without anybody's doing is not remembered. */
static void
look_at (GuatuWindow *window)
{
  for (guint i = 0; i < 10; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (window));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  ui_test_settle ();
}

/* Columns, order and conditions of fields are there again when the plan is opened anew, whatever the fields are called
 * by then. */
static void
test_remembered (void)
{
  g_autofree char *path = ui_test_plan ("remembered.guatu");
  GuatuWindow *window = ui_test_window ();
  g_autoptr(GPtrArray) conditions = guatu_field_conditions_new ();
  GuatuFieldCondition *condition;
  GuatuBattleView *view;
  GuatuRowsQuery query;
  GuatuTaskTable *table;
  const GuatuFieldCondition *again;
  GuatuColumnKind column;
  gint64 amount;

  ui_test_open (window, path);
  look_at (window);
  g_assert_true (guatu_document_add_custom (window->document, &(GuatuCustom) { .name = "Amount",
                                            .kind = GUATU_CUSTOM_NUMBER }, &amount, NULL));
  g_assert_true (guatu_document_fill_custom (window->document, id_called (window, "Fill"), amount, "7", NULL));
  ui_test_settle ();
  table = table_in (guatu_desk_get_map (guatu_window_get_desk (window)));
  view = table->view;
  column = guatu_column_of_field (guatu_plan_find (plan_of (window), GUATU_TABLE_CUSTOM_FIELD, amount));
  guatu_task_table_show_column (table, column, TRUE);
  guatu_task_table_set_column_width (table, column, 123);
  condition = guatu_field_condition_new (amount);
  condition->from = 5;
  g_ptr_array_add (conditions, condition);
  query = *guatu_battle_view_get_query (view);
  query.fields = conditions;
  query.sort = GUATU_SORT_CUSTOM;
  query.sort_field = amount;
  query.descending = TRUE;
  guatu_battle_view_set_query (view, &query);
  g_assert_cmpuint (guatu_battle_view_get_rows (view)->n_found, ==, 1);
  ui_test_settle ();
  ui_test_close ();

  ui_test_guatuctl ("field", path, "change", "Amount", "Money", "number", NULL);
  window = ui_test_window ();
  ui_test_open (window, path);
  look_at (window);
  table = table_in (guatu_desk_get_map (guatu_window_get_desk (window)));
  g_assert_true (guatu_task_table_shows_column (table, column));
  g_assert_cmpint (guatu_task_table_get_column_width (table, column), ==, 123);
  g_assert_cmpstr (gtk_column_view_column_get_title (table->columns[column]), ==, "Money");
  again = guatu_field_conditions_find (guatu_battle_view_get_query (table->view)->fields, amount);
  g_assert_nonnull (again);
  g_assert_cmpfloat (again->from, ==, 5);
  g_assert_cmpint (guatu_battle_view_get_query (table->view)->sort, ==, GUATU_SORT_CUSTOM);
  g_assert_cmpint (guatu_battle_view_get_query (table->view)->sort_field, ==, amount);
  g_assert_true (guatu_battle_view_get_query (table->view)->descending);
  g_assert_cmpuint (guatu_battle_view_get_rows (table->view)->n_found, ==, 1);

  /* With the field its order and its condition go. */
  g_assert_true (guatu_document_remove (window->document, GUATU_TABLE_CUSTOM_FIELD, amount, NULL));
  ui_test_settle ();
  g_assert_cmpuint (guatu_rows_query_n_conditions (guatu_battle_view_get_query (table->view)), ==, 0);
  g_assert_cmpint (guatu_battle_view_get_query (table->view)->sort, ==, GUATU_SORT_OUTLINE);
  g_assert_false (guatu_task_table_has_column (table, column));
  ui_test_close ();
}

/* Settings ------------------------------------------------------------------------------------------- */

static void
reset (void)
{
  static const char * const keys[] = { "author", "colour-scheme", "first-weekday", "new-calendar", "new-language", "paper",
                                       "portrait", "backups", "backup-interval", "backup-keep", "backup-folder" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (guatu_settings (), keys[i]);
  ui_test_settle ();
}

static char *
last_author (GuatuWindow *window)
{
  GuatuStore *store = guatu_document_get_store (window->document);
  g_autoptr(GuatuEntry) entry = NULL;
  gint64 seq;

  g_assert_true (guatu_store_head (store, &seq, NULL, NULL));
  entry = guatu_store_find_entry_words (store, seq, NULL);

  return g_strdup (entry->author);
}

static void
touch (GuatuWindow *window,
       const char  *note)
{
  g_assert_true (guatu_document_set (window->document, GUATU_TABLE_TASK, id_called (window, "Dig"),
                                     &(GuatuSetting) { GUATU_TASK_NOTE, GUATU_TEXT (note) }, 1, NULL));
}

/* The window has a row for each setting, and what is chosen holds at once: each by what it is for. */
static void
test_settings (void)
{
  GuatuWindow *window = window_with_plan ("settings.guatu");
  GuatuPreferences *preferences = ask (window, "win.preferences", GUATU_TYPE_PREFERENCES);
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *signed_by = NULL, *usual = guatu_document_usual_author (), *again = NULL, *path = NULL;
  g_autoptr(GuatuDocument) made = NULL;
  g_autoptr(GtkPrintOperation) print = NULL;
  GtkPageSetup *setup;
  const GuatuPlan *plan;
  gint32 calendar;

  /* The name. */
  gtk_editable_set_text (GTK_EDITABLE (guatu_preferences_get_row (preferences, "author")), "王小明");
  g_signal_emit_by_name (guatu_preferences_get_row (preferences, "author"), "apply");
  touch (window, "one");
  signed_by = last_author (window);
  g_assert_cmpstr (signed_by, ==, "王小明");
  g_settings_set_string (guatu_settings (), "author", "  ");
  touch (window, "two");
  again = last_author (window);
  g_assert_cmpstr (again, ==, usual);

  /* The colours. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (guatu_preferences_get_row (preferences, "colour-scheme")), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (guatu_preferences_get_row (preferences, "colour-scheme")), 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  adw_combo_row_set_selected (ADW_COMBO_ROW (guatu_preferences_get_row (preferences, "colour-scheme")), 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);

  /* The week. */
  g_assert_cmpint (guatu_settings_first_weekday (3), ==, 3);
  adw_combo_row_set_selected (ADW_COMBO_ROW (guatu_preferences_get_row (preferences, "first-weekday")), 3);
  g_assert_cmpint (guatu_settings_first_weekday (3), ==, 6);

  /* New plans. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (guatu_preferences_get_row (preferences, "new-calendar")), 3);
  adw_combo_row_set_selected (ADW_COMBO_ROW (guatu_preferences_get_row (preferences, "new-language")), 2);
  path = ui_test_file ("made.guatu");
  made = guatu_plan_files_new (path, NULL);
  plan = guatu_document_get_plan (made);
  calendar = guatu_plan_settings (plan)->calendar;
  g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_SLUG), ==, "six-day");
  g_assert_cmpstr (guatu_plan_text (plan, guatu_plan_settings (plan)->language), ==, "zh_CN");

  /* Paper. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (guatu_preferences_get_row (preferences, "paper")), 3);
  g_settings_set_boolean (guatu_settings (), "portrait", TRUE);
  print = guatu_window_print_operation (window);
  setup = gtk_print_operation_get_default_page_setup (print);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)), ==, "iso_a1");
  g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, GTK_PAGE_ORIENTATION_PORTRAIT);

  /* What backups depend on can be said while they are made only. */
  g_settings_set_boolean (guatu_settings (), "backups", FALSE);
  g_assert_false (gtk_widget_get_sensitive (guatu_preferences_get_row (preferences, "backup-keep")));
  gtk_window_destroy (GTK_WINDOW (preferences));
  reset ();
  ui_test_close ();
}

/* Backups -------------------------------------------------------------------------------------------- */

static gboolean
is_quiet (gpointer data)
{
  return !guatu_backup_keeper_is_busy (data);
}

static guint
n_backups (GuatuWindow *window)
{
  g_autofree char *root = guatu_settings_backup_folder ();
  g_autoptr(GPtrArray) list = guatu_backups_list (guatu_document_get_path (window->document), root);

  return list->len;
}

static void
make_backup (GuatuWindow *window,
             gboolean     always)
{
  guatu_backup_keeper_make (window->backups, always);
  ui_test_wait (is_quiet, window->backups);
  ui_test_settle ();
}

/* One is made when it is due and something has changed, where it was chosen, and no more than are kept. */
static void
test_backups (void)
{
  GuatuWindow *window = window_with_plan ("backed.guatu");
  g_autofree char *root = ui_test_file ("elsewhere");

  g_settings_set_string (guatu_settings (), "backup-folder", root);
  g_settings_set_boolean (guatu_settings (), "backups", FALSE);
  make_backup (window, FALSE);
  g_assert_cmpuint (n_backups (window), ==, 0);
  g_settings_set_boolean (guatu_settings (), "backups", TRUE);
  make_backup (window, FALSE);
  g_assert_cmpuint (n_backups (window), ==, 1);
  touch (window, "changed");
  /* It is too early for another. */
  make_backup (window, FALSE);
  g_assert_cmpuint (n_backups (window), ==, 1);
  make_backup (window, TRUE);
  g_assert_cmpuint (n_backups (window), ==, 2);
  g_settings_set_int (guatu_settings (), "backup-keep", 3);
  for (guint i = 0; i < 4; i++)
    make_backup (window, TRUE);
  g_assert_cmpuint (n_backups (window), ==, 3);
  reset ();
  ui_test_close ();
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Trouble is told once. */
static void
test_backup_trouble (void)
{
  GuatuWindow *window = window_with_plan ("trouble.guatu");
  g_autofree char *root = ui_test_file ("in-the-way");
  guint n = 0;

  g_assert_true (g_file_set_contents (root, "a file", -1, NULL));
  g_settings_set_string (guatu_settings (), "backup-folder", root);
  g_signal_connect_swapped (window->backups, "failed", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < 3; i++)
    make_backup (window, FALSE);
  g_assert_cmpuint (n, ==, 1);
  /* Whoever asks is told again. */
  make_backup (window, TRUE);
  g_assert_cmpuint (n, ==, 2);
  reset ();
  ui_test_close ();
}

static gboolean
is_listed (gpointer data)
{
  return guatu_backups_window_get_list (data) != NULL;
}

/* The window says what stands in each, compares one with the present, saves it, and opens a copy in another window. */
static void
test_backups_window (void)
{
  GuatuWindow *window = window_with_plan ("listed.guatu"), *other;
  g_autofree char *root = ui_test_file ("kept"), *saved = ui_test_file ("saved.guatu");
  GuatuBackupsWindow *backups;
  GtkListBoxRow *row;
  g_autoptr(GList) windows = NULL;
  guint n = 0;

  g_settings_set_string (guatu_settings (), "backup-folder", root);
  make_backup (window, TRUE);
  touch (window, "later");
  backups = ask (window, "win.backups", GUATU_TYPE_BACKUPS_WINDOW);
  ui_test_wait (is_listed, backups);
  row = gtk_list_box_get_row_at_index (guatu_backups_window_get_list (backups), 0);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "2 tasks"));
  g_assert_null (gtk_list_box_get_row_at_index (guatu_backups_window_get_list (backups), 1));
  guatu_backups_window_compare (backups, 0);
  ui_test_settle ();
  g_assert_nonnull (strstr (guatu_backups_window_get_comparison (backups), "1 task differs"));
  guatu_backups_window_save_as (backups, 0, saved);
  g_assert_true (g_file_test (saved, G_FILE_TEST_EXISTS));
  guatu_backups_window_open_copy (backups, 0);
  ui_test_settle ();
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    if (GUATU_IS_WINDOW (item->data) && item->data != (gpointer) window)
      {
        other = item->data;
        n++;
        g_assert_cmpstr (guatu_plan_task_string (plan_of (other), task_called (plan_of (other), "Dig"), GUATU_TASK_NOTE),
                         ==, "");
        g_assert_nonnull (strstr (guatu_document_get_path (other->document), "backup of"));
      }
  g_assert_cmpuint (n, ==, 1);
  gtk_window_destroy (GTK_WINDOW (backups));
  reset ();
  ui_test_close ();
}

/* Go To ---------------------------------------------------------------------------------------------- */

static void
check_first (GuatuGoTo  *go,
             const char *typed,
             const char *title)
{
  g_autoptr(GObject) hit = NULL;

  gtk_editable_set_text (guatu_go_to_get_entry (go), typed);
  ui_test_settle ();
  hit = g_list_model_get_item (guatu_go_to_get_hits (go), 0);
  if (title == NULL)
    g_assert_null (hit);
  else
    g_assert_nonnull (strstr (guatu_hit_get_title (hit), title));
}

/* What is typed finds a task by number, by code and by name, a person, and a day; Enter leads there, in any view. */
static void
test_go_to (void)
{
  GuatuWindow *window = window_with_plan ("goes.guatu");
  GuatuGoTo *go;
  gint64 fill = id_called (window, "Fill");

  g_assert_true (guatu_document_add (window->document, GUATU_TABLE_PERSON,
                                     &(GuatuSetting) { GUATU_PERSON_NAME, GUATU_TEXT ("陈大文") }, 1, NULL, NULL));
  guatu_desk_show (guatu_window_get_desk (window), "people");
  ui_test_settle ();
  go = ask (window, "win.go-to", GUATU_TYPE_GO_TO);
  check_first (go, "2", "Fill");
  check_first (go, "FIL", "Fill");
  check_first (go, "大文", "陈大文");
  check_first (go, "nobody", NULL);
  check_first (go, "today", "20");
  check_first (go, "fi", "Fill");
  guatu_go_to_choose (go);
  ui_test_settle ();
  g_assert_null (window_over (window, GUATU_TYPE_GO_TO));
  g_assert_cmpstr (guatu_desk_get_shown (guatu_window_get_desk (window)), ==, "battle-map");
  g_assert_true (guatu_battle_view_is_selected (guatu_battle_map_get_view (GUATU_BATTLE_MAP (
                   guatu_desk_get_map (guatu_window_get_desk (window)))), fill));
  ui_test_close ();
}

/* Ten thousand tasks (sanitizers are slow): each key is answered at once, and rows are made as they are seen. */
static void
test_go_to_many (void)
{
  g_autofree char *path = ui_test_file ("many.guatu");
  g_autoptr(GString) csv = g_string_new ("Name\n");
  g_autofree char *list = ui_test_file ("many.csv");
  GuatuWindow *window = ui_test_window ();
  GuatuGoTo *go;
  guint n = g_getenv ("ASAN_OPTIONS") == NULL ? 10000 : 500;
  gint64 began, longest = 0;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "Task number %u of the trunk road in section %u\n", i, i % 97);
  g_assert_true (g_file_set_contents (list, csv->str, -1, NULL));
  ui_test_guatuctl ("import", list, path, NULL);
  ui_test_open (window, path);
  go = ask (window, "win.go-to", GUATU_TYPE_GO_TO);
  gtk_editable_set_text (guatu_go_to_get_entry (go), "x");
  for (guint length = 1; length <= strlen ("section 96"); length++)
    {
      g_autofree char *typed = g_strndup ("section 96", length);

      began = g_get_monotonic_time ();
      gtk_editable_set_text (guatu_go_to_get_entry (go), typed);
      longest = MAX (longest, g_get_monotonic_time () - began);
    }
  g_test_message ("A key among %u tasks took %.1f ms at most", n, (double) longest / 1000);
  g_assert_cmpuint (g_list_model_get_n_items (guatu_go_to_get_hits (go)), >=, n / 97);
  if (g_getenv ("ASAN_OPTIONS") == NULL)
    g_assert_cmpint (longest, <, 100 * 1000);
  gtk_window_destroy (GTK_WINDOW (go));
  ui_test_close ();
}

/* From plan to plan ----------------------------------------------------------------------------------- */

static void
must_add (GuatuWindow        *window,
          GuatuTable          table,
          const GuatuSetting *settings,
          guint               n,
          gint64             *id)
{
  g_autoptr(GError) error = NULL;

  guatu_document_add (window->document, table, settings, n, id, &error);
  g_assert_no_error (error);
}

static gboolean
has_pasted (gpointer data)
{
  return task_called (plan_of (data), "Roll") >= 0;
}

/* Copied in one window, pasted in another: people by name, calendars, fields, notes and links among them come along; what
 * cannot is told. */
static void
test_between_plans (void)
{
  const char * const grades[] = { "High", "Low", NULL }, * const others[] = { "A", "B", NULL };
  GuatuWindow *from = window_with_plan ("from.guatu"), *to = window_with_plan ("to.guatu");
  GuatuTaskTable *source = table_in (guatu_desk_get_map (guatu_window_get_desk (from)));
  GuatuTaskTable *target = table_in (guatu_desk_get_map (guatu_window_get_desk (to)));
  gint64 tasks[2], person, field, their_person;
  const GuatuPlan *plan;
  g_autofree char *left_out = NULL;
  gint32 row, link;
  guint n;

  must_add (from, GUATU_TABLE_TASK, (GuatuSetting[]) { { GUATU_TASK_NAME, GUATU_TEXT ("Roll") },
                                                       { GUATU_TASK_NOTE, GUATU_TEXT ("twice") } }, 2, &tasks[1]);
  tasks[0] = id_called (from, "Fill");
  must_add (from, GUATU_TABLE_PERSON, &(GuatuSetting) { GUATU_PERSON_NAME, GUATU_TEXT ("Chen") }, 1, &person);
  must_add (to, GUATU_TABLE_PERSON, &(GuatuSetting) { GUATU_PERSON_NAME, GUATU_TEXT ("Chen") }, 1, &their_person);
  g_assert_true (guatu_document_assign (from->document, tasks[1], 0, person, GUATU_ROLE_RESPONSIBLE_PERSON, 10000, NULL,
                                        NULL));
  g_assert_true (guatu_document_link (from->document, tasks[0], tasks[1], GUATU_LINK_FS, GUATU_LAG_WORKING, 0,
                                      GUATU_UNIT_DAY, NULL, NULL));
  g_assert_true (guatu_document_link (from->document, id_called (from, "Dig"), tasks[1], GUATU_LINK_SS,
                                      GUATU_LAG_WORKING, 0, GUATU_UNIT_DAY, NULL, NULL));
  g_assert_true (guatu_document_add_custom (from->document, &(GuatuCustom) { .name = "Grade",
                                            .kind = GUATU_CUSTOM_CHOICE, .choices = grades }, &field, NULL));
  g_assert_true (guatu_document_fill_custom (from->document, tasks[1], field, "High", NULL));
  g_assert_true (guatu_document_add_custom (to->document, &(GuatuCustom) { .name = "Grade",
                                            .kind = GUATU_CUSTOM_CHOICE, .choices = others }, NULL, NULL));
  ui_test_settle ();

  guatu_battle_view_select (source->view, tasks, 2);
  gtk_widget_activate_action (GTK_WIDGET (source), "table.copy", NULL);
  ui_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (target), "table.paste", NULL);
  ui_test_wait (has_pasted, to);
  ui_test_settle ();

  plan = plan_of (to);
  row = task_called (plan, "Roll");
  g_assert_cmpstr (guatu_plan_task_string (plan, row, GUATU_TASK_NOTE), ==, "twice");
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_PERSON), ==, 1);
  guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_PERSON,
                        guatu_plan_find (plan, GUATU_TABLE_PERSON, their_person), &n);
  g_assert_cmpuint (n, ==, 1);
  guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, row, &n);
  g_assert_cmpuint (n, ==, 1);
  link = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, row, &n)[0];
  g_assert_cmpstr (guatu_plan_task_name (plan, guatu_plan_link (plan, link)->predecessor), ==, "Fill");
  g_assert_cmpstr (guatu_custom_value (plan, row, guatu_custom_field_find (plan, "grade")), ==, "High");

  left_out = guatu_task_clipboard_left_out (gtk_widget_get_clipboard (GTK_WIDGET (target)), to->document);
  g_assert_nonnull (left_out);
  g_assert_nonnull (strstr (left_out, "1 link"));
  g_assert_null (guatu_task_clipboard_left_out (gtk_widget_get_clipboard (GTK_WIDGET (target)), from->document));
  /* One step takes all of it back. */
  g_assert_true (guatu_document_undo (to->document, NULL, NULL));
  g_assert_cmpint (task_called (plan_of (to), "Roll"), <, 0);
  ui_test_close ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/tools/fields", test_fields);
  g_test_add_func ("/tools/remembered", test_remembered);
  g_test_add_func ("/tools/settings", test_settings);
  g_test_add_func ("/tools/backups", test_backups);
  g_test_add_func ("/tools/backup-trouble", test_backup_trouble);
  g_test_add_func ("/tools/backups-window", test_backups_window);
  g_test_add_func ("/tools/go-to", test_go_to);
  g_test_add_func ("/tools/go-to-many", test_go_to_many);
  g_test_add_func ("/tools/between-plans", test_between_plans);

  return ui_test_run ();
}
