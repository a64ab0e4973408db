/* test-people-view.c — People & Units: chosen, added, renamed, moved, merged, removed; duties, limits, sponsors, keys. */
#include <adwaita.h>

#include "guatu-people-page.h"
#include "guatu-people-tree.h"
#include "guatu-people-view.h"
#include "guatu-sponsor-form.h"
#include "guatu-test.h"
#include "ui-forms.h"

/* District > Roads (Chen, Li) and Livelihood, a task force of which Li is the head; Town, a township, below none; Wu
 * below none. Dig, on a task board, is Roads’; Chen owns it and Fill. */
typedef struct
{
  char            *dir;
  GuatuDocument   *document;
  GtkWidget       *window;
  GuatuPeopleView *view;
  GuatuPeopleTree *tree;
  GuatuPeoplePage *page;
  gint64           district, roads, livelihood, town;
  gint64           chen, li, wu;
  gint64           dig, fill;
  guint            n_removed;
  guint            n_failed;
} Fixture;

static gint64
add (Fixture *self, GuatuTable table, const GuatuSetting *settings, guint n)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_add (self->document, table, settings, n, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_unit (Fixture *self, const char *name, gint64 parent, GuatuUnitKind kind)
{
  GuatuSetting settings[] = { { GUATU_UNIT_NAME, GUATU_TEXT (name) }, { GUATU_UNIT_KIND, GUATU_INTEGER (kind) },
                              { GUATU_UNIT_PARENT, parent != 0 ? GUATU_INTEGER (parent) : GUATU_NULL } };

  return add (self, GUATU_TABLE_UNIT, settings, 3);
}

static gint64
add_person (Fixture *self, const char *name, gint64 unit)
{
  GuatuSetting settings[] = { { GUATU_PERSON_NAME, GUATU_TEXT (name) },
                              { GUATU_PERSON_UNIT, unit != 0 ? GUATU_INTEGER (unit) : GUATU_NULL } };

  return add (self, GUATU_TABLE_PERSON, settings, 2);
}

static void
assign (Fixture *self, gint64 task, gint64 unit, gint64 person, GuatuRole role)
{
  g_autoptr(GError) error = NULL;

  guatu_document_assign (self->document, task, unit, person, role, 10000, NULL, &error);
  g_assert_no_error (error);
}

static void
fill_plan (Fixture *self)
{
  GuatuSetting board[] = { { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") },
                           { GUATU_LEDGER_KIND, GUATU_INTEGER (GUATU_LEDGER_KIND_TASK_BOARD) } };
  GuatuSetting item[] = { { GUATU_LEDGER_ITEM_LEDGER, GUATU_NULL }, { GUATU_LEDGER_ITEM_TASK, GUATU_NULL } };
  GuatuSetting member[] = { { GUATU_MEMBERSHIP_UNIT, GUATU_NULL }, { GUATU_MEMBERSHIP_PERSON, GUATU_NULL },
                            { GUATU_MEMBERSHIP_IS_HEAD, GUATU_INTEGER (1) } };

  self->district = add_unit (self, "District", 0, GUATU_UNIT_KIND_LEADING_BODY);
  self->roads = add_unit (self, "Roads", self->district, GUATU_UNIT_KIND_LEAD_UNIT);
  self->livelihood = add_unit (self, "Livelihood", self->district, GUATU_UNIT_KIND_TASK_FORCE);
  self->town = add_unit (self, "Town", 0, GUATU_UNIT_KIND_TOWNSHIP);
  self->chen = add_person (self, "Chen", self->roads);
  self->li = add_person (self, "Li", self->roads);
  self->wu = add_person (self, "Wu", 0);
  member[0].value = GUATU_INTEGER (self->livelihood);
  member[1].value = GUATU_INTEGER (self->li);
  add (self, GUATU_TABLE_MEMBERSHIP, member, 3);
  item[0].value = GUATU_INTEGER (add (self, GUATU_TABLE_LEDGER, board, 2));
  item[1].value = GUATU_INTEGER (self->dig);
  add (self, GUATU_TABLE_LEDGER_ITEM, item, 2);
  assign (self, self->dig, self->roads, 0, GUATU_ROLE_LEAD_UNIT);
  assign (self, self->dig, 0, self->chen, GUATU_ROLE_PROJECT_OWNER);
  assign (self, self->fill, 0, self->chen, GUATU_ROLE_PROJECT_OWNER);
  assign (self, self->dig, 0, self->chen, GUATU_ROLE_RESPONSIBLE_PERSON);
}

static void removed_cb (Fixture *self, guint steps, const char *what) { self->n_removed += steps; }
static void failed_cb (Fixture *self, const char *message) { self->n_failed++; }

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->dig = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_test_add_task (plan, -1, "Dig", "5d"));
  self->fill = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_test_add_task (plan, -1, "Fill", "10d"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-06 17:00"));
  guatu_plan_settle (plan);
  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (data == NULL)
    fill_plan (self);

  self->window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1300, 900);
  self->view = GUATU_PEOPLE_VIEW (guatu_people_view_new (self->document));
  self->tree = GUATU_PEOPLE_TREE (guatu_people_view_get_tree (self->view));
  self->page = GUATU_PEOPLE_PAGE (guatu_people_view_get_page (self->view));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (self->view, "failed", G_CALLBACK (failed_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  form_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  form_settle ();
  g_assert_finalize_object (self->window);
  g_assert_finalize_object (self->document);
  guatu_test_remove_dir (self->dir);
}

static const GuatuPlan *
plan_of (Fixture *self)
{
  return guatu_document_get_plan (self->document);
}

/* "District Roads .Chen": a dot for each level. */
static char *
outline (Fixture *self)
{
  GListModel *rows = guatu_people_tree_get_rows (self->tree);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GuatuPeopleRow) row = g_list_model_get_item (rows, i);
      gint32 at = guatu_plan_find (plan_of (self), row->table, row->id);

      for (guint k = 0; k < row->depth; k++)
        g_string_append_c (text, '.');
      g_string_append_printf (text, "%s%s ", guatu_plan_string (plan_of (self), row->table, at,
                                                                row->table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME
                                                                                               : GUATU_PERSON_NAME),
                              row->head ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_outline (Fixture *self, const char *expected)
{
  g_autofree char *text = outline (self);

  g_assert_cmpstr (text, ==, expected);
}

static void
choose (Fixture *self, GuatuTable table, gint64 id)
{
  g_assert_true (guatu_people_tree_select (self->tree, table, id));
  form_settle ();
}

static void
act (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->tree), action, NULL);
  form_settle ();
}

static guint
n_rows (Fixture *self, GuatuPeopleList list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (guatu_people_page_get_list (self->page, list), (int) n) != NULL)
    n++;
  return n;
}

static GtkWidget *
popover_of (GtkWidget *host)
{
  for (GtkWidget *child = gtk_widget_get_first_child (host); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;

  g_assert_not_reached ();
}

/* The tree --------------------------------------------------------------------------------------------- */

static void
test_tree (Fixture *self, gconstpointer data)
{
  assert_outline (self, "District .Roads ..Chen ..Li .Livelihood ..Li* Town Wu ");
  g_assert_true (form_says (GTK_WIDGET (self->view), "1 county team + 0 front teams"));
}

/* Down to the edge of the view: rows that are below the last pixel would be gone for who looks. */
static void
test_room (Fixture *self, gconstpointer data)
{
  GtkWidget *list = form_find (GTK_WIDGET (self->tree), GTK_TYPE_LIST_VIEW);
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (list, GTK_WIDGET (self->view), &place));
  g_assert_cmpfloat (place.origin.y + place.size.height, >, gtk_widget_get_height (GTK_WIDGET (self->view)) - 20);
}

static void
test_fold_and_search (Fixture *self, gconstpointer data)
{
  GtkWidget *search = form_find (GTK_WIDGET (self->tree), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *list = form_find (GTK_WIDGET (self->tree), GTK_TYPE_LIST_VIEW);

  choose (self, GUATU_TABLE_UNIT, self->district);
  g_assert_true (form_press (list, GDK_KEY_Left));
  form_settle ();
  assert_outline (self, "District Town Wu ");
  g_assert_true (form_press (list, GDK_KEY_Right));
  form_settle ();
  choose (self, GUATU_TABLE_PERSON, self->li);
  g_assert_true (form_press (list, GDK_KEY_Left));
  g_assert_cmpint (guatu_people_tree_get_selected (self->tree)->id, ==, self->roads);

  gtk_editable_set_text (GTK_EDITABLE (search), "li");
  g_signal_emit_by_name (search, "search-changed");
  form_settle ();
  assert_outline (self, "District .Roads ..Li .Livelihood ..Li* ");
  /* What is asked for from elsewhere is shown whatever is looked for. */
  g_assert_true (guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_PERSON, self->wu));
  g_assert_cmpint (guatu_people_tree_get_selected (self->tree)->id, ==, self->wu);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  GtkWidget *form;

  choose (self, GUATU_TABLE_UNIT, self->livelihood);
  act (self, "people.add-unit");
  form = popover_of (GTK_WIDGET (self->tree));
  form_type (form_find (form, GTK_TYPE_ENTRY), "Front");
  form_click (form_find_doer (form));
  form_settle ();
  assert_outline (self, "District .Roads ..Chen ..Li .Livelihood ..Li* ..Front Town Wu ");
  g_assert_true (form_says (GTK_WIDGET (self->view), "1 front team"));

  act (self, "people.add-person");
  form = popover_of (GTK_WIDGET (self->tree));
  /* A name is needed; the form stays open and says so. */
  form_click (form_find_doer (form));
  g_assert_true (form_complains (form, "Name"));
  form_type (form_find (form, GTK_TYPE_ENTRY), "Sun");
  form_click (form_find_doer (form));
  form_settle ();
  assert_outline (self, "District .Roads ..Chen ..Li .Livelihood ..Li* ..Front ...Sun Town Wu ");
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  GtkWidget *name;

  choose (self, GUATU_TABLE_PERSON, self->wu);
  act (self, "people.rename");
  name = form_find (GTK_WIDGET (self->page), GTK_TYPE_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), name));
  gtk_editable_set_text (GTK_EDITABLE (name), "Wu Fang");
  g_signal_emit_by_name (name, "activate");
  form_settle ();
  assert_outline (self, "District .Roads ..Chen ..Li .Livelihood ..Li* Town Wu Fang ");
  gtk_editable_set_text (GTK_EDITABLE (name), "");
  g_signal_emit_by_name (name, "activate");
  g_assert_cmpuint (self->n_failed, ==, 1);
}

static void
test_move (Fixture *self, gconstpointer data)
{
  g_autoptr(GuatuPeopleRow) row = NULL;

  choose (self, GUATU_TABLE_UNIT, self->livelihood);
  act (self, "people.up");
  assert_outline (self, "District .Livelihood ..Li* .Roads ..Chen ..Li Town Wu ");
  act (self, "people.down");
  act (self, "people.in");
  assert_outline (self, "District .Roads ..Chen ..Li ..Livelihood ...Li* Town Wu ");
  act (self, "people.out");
  assert_outline (self, "District .Roads ..Chen ..Li .Livelihood ..Li* Town Wu ");
  choose (self, GUATU_TABLE_PERSON, self->li);
  act (self, "people.up");
  assert_outline (self, "District .Roads ..Li ..Chen .Livelihood ..Li* Town Wu ");
  act (self, "people.out");
  assert_outline (self, "District .Li .Roads ..Chen .Livelihood ..Li* Town Wu ");

  /* What is dropped on a unit comes to stand below it, on a person before him. */
  row = g_list_model_get_item (guatu_people_tree_get_rows (self->tree), 3);
  g_assert_cmpint (row->id, ==, self->chen);
  g_assert_true (guatu_people_tree_drop (self->tree, GUATU_TABLE_PERSON, self->wu, row));
  assert_outline (self, "District .Li .Roads ..Wu ..Chen .Livelihood ..Li* Town ");
  g_clear_object (&row);
  row = g_list_model_get_item (guatu_people_tree_get_rows (self->tree), 7);
  g_assert_cmpint (row->id, ==, self->town);
  g_assert_true (guatu_people_tree_drop (self->tree, GUATU_TABLE_UNIT, self->roads, row));
  assert_outline (self, "District .Li .Livelihood ..Li* Town .Roads ..Wu ..Chen ");
  g_assert_false (guatu_people_tree_drop (self->tree, GUATU_TABLE_UNIT, self->town, row));
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  GtkWidget *form;
  g_autoptr(GError) error = NULL;

  choose (self, GUATU_TABLE_PERSON, self->wu);
  act (self, "people.remove");
  g_assert_cmpuint (self->n_removed, ==, 1);
  assert_outline (self, "District .Roads ..Chen ..Li .Livelihood ..Li* Town ");

  choose (self, GUATU_TABLE_PERSON, self->chen);
  act (self, "people.remove");
  g_assert_cmpuint (self->n_removed, ==, 1);
  form = popover_of (GTK_WIDGET (self->tree));
  g_assert_true (form_says (form, "2 tasks"));
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpuint (self->n_removed, ==, 2);
  assert_outline (self, "District .Roads ..Li .Livelihood ..Li* Town ");
  g_assert_true (guatu_document_undo (self->document, NULL, &error));
  form_settle ();
  assert_outline (self, "District .Roads ..Chen ..Li .Livelihood ..Li* Town ");
}

/* The page --------------------------------------------------------------------------------------------- */

static void
test_duties (Fixture *self, gconstpointer data)
{
  choose (self, GUATU_TABLE_PERSON, self->chen);
  g_assert_true (g_str_has_prefix (guatu_people_page_get_totals (self->page), "2 tasks: "));
  g_assert_cmpuint (n_rows (self, GUATU_PEOPLE_DUTIES), ==, 2);
  g_assert_cmpuint (n_rows (self, GUATU_PEOPLE_ITEMS), ==, 1);
  g_assert_true (form_says (GTK_WIDGET (self->page), "Project owner, Responsible person"));
  /* Five days that begin after the status date, on Thursday. */
  g_assert_cmpstr (guatu_people_page_get_load (self->page), ==,
                   "Busiest Mar 11 to Mar 17, 2024: 24 h of 40 h. Never over capacity.");
  choose (self, GUATU_TABLE_UNIT, self->roads);
  g_assert_cmpuint (n_rows (self, GUATU_PEOPLE_DUTIES), ==, 1);
  choose (self, GUATU_TABLE_PERSON, self->li);
  g_assert_cmpuint (n_rows (self, GUATU_PEOPLE_TIES), ==, 1);
  g_assert_cmpstr (guatu_people_page_get_totals (self->page), ==, "Answers for no task");
}

typedef struct { GtkWidget parent; } Home;
typedef struct { GtkWidgetClass parent; } HomeClass;
static char *went_to;

static void
go_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_free (went_to);
  went_to = g_variant_print (parameter, FALSE);
}

static GType home_get_type (void);

G_DEFINE_TYPE (Home, home, GTK_TYPE_WIDGET)

static void
home_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (home_parent_class)->dispose (object);
}

static void
home_class_init (HomeClass *class)
{
  G_OBJECT_CLASS (class)->dispose = home_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "desk.go", "(sx)", go_cb);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
home_init (Home *self)
{
}

/* Instead of the desk: remembers where one wanted to go. */
static void
put_on_desk (Fixture *self)
{
  GtkWidget *home = g_object_new (home_get_type (), NULL);

  g_object_ref (self->view);
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->view), home);
  g_object_unref (self->view);
  gtk_window_set_child (GTK_WINDOW (self->window), home);
  form_settle ();
}

static void
test_leads_to_the_task (Fixture *self, gconstpointer data)
{
  GtkListBox *list = guatu_people_page_get_list (self->page, GUATU_PEOPLE_DUTIES);
  g_autofree char *expected = g_strdup_printf ("('task', %" G_GINT64_FORMAT ")", self->dig);

  put_on_desk (self);
  choose (self, GUATU_TABLE_UNIT, self->roads);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (went_to, ==, expected);

  /* So does what breaks the limits. */
  g_clear_pointer (&went_to, g_free);
  guatu_people_view_show (self->view, "limits");
  form_settle ();
  list = GTK_LIST_BOX (gtk_widget_get_ancestor (form_find (GTK_WIDGET (self->view), ADW_TYPE_ACTION_ROW),
                                                GTK_TYPE_LIST_BOX));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (went_to, ==, expected);
  g_clear_pointer (&went_to, g_free);
}

static void
test_limits (Fixture *self, gconstpointer data)
{
  guatu_people_view_show (self->view, "limits");
  form_settle ();
  g_assert_true (form_says (GTK_WIDGET (self->view), "Ownership Limits (1)"));
  g_assert_true (form_says (GTK_WIDGET (self->view), "No lead executive: name 1 or 2. No lead-unit head: name 1 or 2."));
  assign (self, self->dig, 0, self->wu, GUATU_ROLE_LEAD_EXECUTIVE);
  assign (self, self->dig, 0, self->li, GUATU_ROLE_LEAD_UNIT_HEAD);
  form_settle ();
  g_assert_false (form_says (GTK_WIDGET (self->view), "Ownership Limits (1)"));
  g_assert_true (form_says (GTK_WIDGET (self->view), "Every project on a board"));
}

static void
test_merge (Fixture *self, gconstpointer data)
{
  choose (self, GUATU_TABLE_PERSON, self->li);
  g_assert_true (guatu_people_page_merge (self->page, self->chen));
  form_settle ();
  g_assert_cmpuint (self->n_removed, ==, 1);
  assert_outline (self, "District .Roads ..Li .Livelihood ..Li* Town Wu ");
  g_assert_cmpuint (n_rows (self, GUATU_PEOPLE_DUTIES), ==, 2);
  g_assert_false (guatu_people_page_merge (self->page, self->chen));
}

/* Sponsors --------------------------------------------------------------------------------------------- */

static void
test_sponsors (Fixture *self, gconstpointer data)
{
  GtkWidget *button, *form, *matrix;

  guatu_people_view_show (self->view, "sponsors");
  form_settle ();
  g_assert_true (form_says (GTK_WIDGET (self->view), "Townships without a sponsor: Town"));
  button = form_find_button (GTK_WIDGET (self->view), "Add Sponsor…");
  matrix = gtk_widget_get_ancestor (button, g_type_from_name ("GuatuSponsorMatrix"));
  gtk_widget_grab_focus (button);
  form_click (button);
  form_settle ();
  form = popover_of (matrix);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), form));
  gtk_popover_popdown (GTK_POPOVER (form));
  form_settle ();
  /* Whoever gives up is where the form was asked for. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == button);

  form = guatu_sponsor_form_new (self->document, 0, self->wu, GUATU_SPONSORED_TOWNSHIP);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), matrix, button);
  form_settle ();
  form_must_be_named (form);
  form_type (form_find (form, GTK_TYPE_ENTRY), "Town");
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_false (form_says (GTK_WIDGET (self->view), "Townships without a sponsor"));
  g_assert_true (form_says (GTK_WIDGET (self->view), "12 visits a year"));
  g_assert_cmpint (guatu_plan_number (plan_of (self), GUATU_TABLE_SPONSORSHIP, 0, GUATU_SPONSORSHIP_UNIT), ==,
                   guatu_plan_find (plan_of (self), GUATU_TABLE_UNIT, self->town));

  /* Ended on the status date, it is kept, and no longer in the matrix a day later. */
  form = guatu_sponsor_form_new (self->document, guatu_plan_id (plan_of (self), GUATU_TABLE_SPONSORSHIP, 0), 0, 0);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), matrix, button);
  form_settle ();
  form_click (form_find_button (form, "End It"));
  form_settle ();
  g_assert_cmpint (guatu_plan_number (plan_of (self), GUATU_TABLE_SPONSORSHIP, 0, GUATU_SPONSORSHIP_TO_DATE), ==,
                   guatu_test_at ("2024-03-06 00:00"));

  form = guatu_sponsor_form_new (self->document, guatu_plan_id (plan_of (self), GUATU_TABLE_SPONSORSHIP, 0), 0, 0);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), matrix, button);
  form_settle ();
  form_click (form_find_button (form, "Remove"));
  form_settle ();
  g_assert_cmpuint (guatu_plan_n_live (plan_of (self), GUATU_TABLE_SPONSORSHIP), ==, 0);
  g_assert_cmpuint (self->n_removed, ==, 1);
}

/* Everybody -------------------------------------------------------------------------------------------- */

static void
test_named (Fixture *self, gconstpointer data)
{
  static const char * const pages[] = { "people", "sponsors", "limits" };
  GtkWidget *panes[GUATU_DESK_VIEW_MOST_PANES];

  choose (self, GUATU_TABLE_PERSON, self->li);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guatu_people_view_show (self->view, pages[i]);
      form_settle ();
      form_must_be_named (GTK_WIDGET (self->view));
      g_assert_cmpuint (guatu_desk_view_get_panes (GUATU_DESK_VIEW (self->view), panes), ==, i == 0 ? 3 : 2);
      for (guint k = 0; k < (i == 0 ? 3 : 2); k++)
        g_assert_true (gtk_widget_grab_focus (panes[k]) || gtk_widget_child_focus (panes[k], GTK_DIR_TAB_FORWARD));
    }
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  assert_outline (self, "");
  g_assert_true (form_says (GTK_WIDGET (self->view), "Nobody is in this plan yet"));
  g_assert_true (guatu_desk_view_enter (GUATU_DESK_VIEW (self->view)));
  add_person (self, "Chen", 0);
  form_settle ();
  assert_outline (self, "Chen ");
}

int
main (int argc, char **argv)
{
  static const char nobody[] = "nobody";

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, with, func) g_test_add ("/ui/people/" name, Fixture, with, set_up, func, tear_down)
  ADD ("YL-07-units-people-members-and-heads-stand-in-a-tree", NULL, test_tree);
  ADD ("the-tree-has-all-the-room-there-is", NULL, test_room);
  ADD ("it-is-folded-and-looked-through-with-keys", NULL, test_fold_and_search);
  ADD ("units-and-people-are-added-where-one-stands", NULL, test_add);
  ADD ("a-new-name-is-entered-beside-the-tree", NULL, test_rename);
  ADD ("they-are-moved-by-keys-and-drops", NULL, test_move);
  ADD ("what-hangs-on-one-is-said-before-it-goes", NULL, test_remove);
  ADD ("all-that-somebody-answers-for-is-beside-it", NULL, test_duties);
  ADD ("a-click-leads-to-the-task", NULL, test_leads_to_the_task);
  ADD ("QX-08-what-breaks-the-limits-is-listed", NULL, test_limits);
  ADD ("two-entries-become-one-and-offer-undo", NULL, test_merge);
  ADD ("PB-27-sponsorships-are-added-and-ended", NULL, test_sponsors);
  ADD ("everything-has-a-name-and-every-part-takes-the-focus", NULL, test_named);
  ADD ("an-empty-plan-says-what-goes-there", nobody, test_empty);
#undef ADD

  return g_test_run ();
}
