/* test-drag-links.c — links are drawn, hit, selected, changed and taken out, one by one and between all selected. */
#include <adwaita.h>

#include "drag-fixture.h"
#include "guatu-drag-link.h"
#include "guatu-link-form.h"
#include "guatu-link-text.h"
#include "guatu-timeline-marks.h"
#include "ui-forms.h"

/* Drawn ------------------------------------------------------------------------------------------------ */

static void
draw_link (DragFixture *self, const char *from, gboolean from_finish, const char *to, gboolean to_finish)
{
  GuatuBox one = bar_of (self, from), other = bar_of (self, to);
  double x = from_finish ? one.x + one.width + GUATU_HANDLE_AWAY : one.x - GUATU_HANDLE_AWAY;
  double y = one.y + one.height / 2;
  double to_x = to_finish ? other.x + other.width - 3 : other.x + 3, to_y = other.y + other.height / 2;

  /* No handle is there before the pointer came over the bar. */
  guatu_timeline_hover (self->timeline, 1, DRAG_HEIGHT - 1, 0);
  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, x, y, 0).grip, ==, GUATU_GRIP_NONE);
  guatu_timeline_hover (self->timeline, one.x + one.width / 2, y, 0);
  guatu_timeline_hover (self->timeline, x, y, 0);
  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, x, y, 0).grip, ==,
                   from_finish ? GUATU_GRIP_FROM_FINISH : GUATU_GRIP_FROM_START);
  guatu_timeline_press (self->timeline, x, y, 0);
  guatu_timeline_drag_to (self->timeline, to_x, to_y, 0);
  g_assert_nonnull (guatu_drag_ghost_get_label (self->timeline->ghost));
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_release (self->timeline, to_x, to_y);
}

static void
test_links (DragFixture *self, gconstpointer data)
{
  static const GuatuLinkType types[2][2] = { { GUATU_LINK_SS, GUATU_LINK_SF }, { GUATU_LINK_FS, GUATU_LINK_FF } };

  for (int from = 0; from < 2; from++)
    for (int to = 0; to < 2; to++)
      {
        guint before = self->of.n_changed;
        gint32 row;

        draw_link (self, "Survey", from, "Road", to);
        g_assert_null (self->failure);
        row = link_between (self, "Survey", "Road");
        g_assert_cmpint (row, >=, 0);
        g_assert_cmpint (guatu_plan_link (guatu_document_get_plan (self->of.document), row)->type, ==, types[from][to]);
        check_undo (&self->of, before);
      }
}

static void
test_refused_link (DragFixture *self, gconstpointer data)
{
  guint before = self->of.n_changed;

  draw_link (self, "Design", FALSE, "Survey", TRUE);
  g_assert_nonnull (strstr (self->failure, "Survey"));
  g_assert_cmpuint (self->of.n_changed, ==, before);
}

/* A link drawn again with other ends keeps the lag that it had. */
static void
test_link_keeps_lag (DragFixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const GuatuPlan *plan;
  const gint32 *rows;
  guint n;

  guatu_document_link (self->of.document, task_id (&self->of, "Survey"), task_id (&self->of, "Road"), GUATU_LINK_FS,
                       GUATU_LAG_WORKING, 16 * GUATU_HOUR, GUATU_UNIT_DAY, NULL, &error);
  g_assert_no_error (error);
  draw_link (self, "Survey", FALSE, "Road", FALSE);
  plan = guatu_document_get_plan (self->of.document);
  rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, task_row (&self->of, "Road"), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (guatu_plan_link (plan, rows[0])->type, ==, GUATU_LINK_SS);
  g_assert_cmpint (guatu_plan_link (plan, rows[0])->lag, ==, 16 * GUATU_HOUR);
}

/* Taken hold of ---------------------------------------------------------------------------------------- */

/* A place in the widget on the way of the link: the middle of its longest upright part. */
static GuatuPoint
on_link (DragFixture *self, const char *from, const char *to)
{
  GuatuChartView chart = guatu_timeline_chart (self->timeline);
  gint32 link = link_between (self, from, to);
  double longest = 0;
  GuatuPoint place = { 0 };
  GuatuRoute route;

  g_assert_cmpint (link, >=, 0);
  g_assert_true (guatu_timeline_link_route (&chart, link, &route));
  for (guint i = 0; i + 1 < route.n; i++)
    {
      GuatuPoint a = route.points[i], b = route.points[i + 1];
      double length = a.x == b.x ? ABS (a.y - b.y) : 0;

      if (length > longest)
        place = (GuatuPoint) { (a.x + b.x) / 2 - gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline)),
                               (a.y + b.y) / 2 - gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline)) };
      longest = MAX (longest, length);
    }
  g_assert_cmpfloat (longest, >, 0);

  return place;
}

static gint64
link_id (DragFixture *self, const char *from, const char *to)
{
  return guatu_plan_id (guatu_document_get_plan (self->of.document), GUATU_TABLE_LINK, link_between (self, from, to));
}

static void
test_hit (DragFixture *self, gconstpointer data)
{
  GuatuPoint at = on_link (self, "Survey", "Design");
  gint64 id = link_id (self, "Survey", "Design");
  g_autofree char *tip = NULL, *none = NULL;

  g_assert_cmpint (guatu_timeline_link_at (self->timeline, at.x, at.y), ==, id);
  g_assert_cmpint (guatu_timeline_link_at (self->timeline, at.x + 2, at.y), ==, id);
  g_assert_cmpint (guatu_timeline_link_at (self->timeline, at.x + 9, at.y), ==, 0);
  g_assert_cmpint (guatu_timeline_link_at (self->timeline, at.x - 9, at.y), ==, 0);

  tip = guatu_timeline_tip_at (self->timeline, at.x, at.y);
  g_assert_cmpstr (tip, ==, "Survey → Design, FS");
  none = guatu_timeline_tip_at (self->timeline, at.x + 9, at.y);
  g_assert_null (none);

  guatu_timeline_hover (self->timeline, at.x, at.y, 0);
  g_assert_cmpint (self->timeline->hovered_link, ==, id);
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_hover (self->timeline, at.x + 9, at.y, 0);
  g_assert_cmpint (self->timeline->hovered_link, ==, 0);

  /* Links that are not shown are not hit. */
  guatu_battle_view_set_layers (self->view, GUATU_USUAL_LAYERS & ~(guint) GUATU_LAYER_LINKS);
  g_assert_cmpint (guatu_timeline_link_at (self->timeline, at.x, at.y), ==, 0);
}

static void
test_delete (DragFixture *self, gconstpointer data)
{
  GuatuPoint at = on_link (self, "Survey", "Design");
  guint before = self->of.n_changed;

  g_assert_false (press_key (self, "Delete"));
  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  g_assert_cmpint (self->timeline->link, ==, link_id (self, "Survey", "Design"));
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_true (press_key (self, "Escape"));
  g_assert_cmpint (self->timeline->link, ==, 0);
  g_assert_cmpuint (self->of.n_changed, ==, before);

  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  g_assert_true (press_key (self, "Delete"));
  g_assert_cmpint (link_between (self, "Survey", "Design"), ==, -1);
  g_assert_nonnull (strstr (self->removed, "Survey"));
  check_start (&self->of, "Design", "2024-03-04 08:00");
  check_undo (&self->of, before);
  g_assert_cmpint (link_between (self, "Survey", "Design"), >=, 0);
}

/* A key is never meant for what is no more in sight of the mind. */
static void
test_one_selection (DragFixture *self, gconstpointer data)
{
  GuatuPoint at = on_link (self, "Survey", "Design");
  gint64 road = task_id (&self->of, "Road");

  guatu_battle_view_select (self->view, &road, 1);
  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 0);
  guatu_battle_view_select (self->view, &road, 1);
  g_assert_cmpint (self->timeline->link, ==, 0);
  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  guatu_timeline_click_at (self->timeline, at.x + 9, at.y, 0);
  g_assert_cmpint (self->timeline->link, ==, 0);
}

static GuatuLink
link_of (DragFixture *self)
{
  return *guatu_plan_link (guatu_document_get_plan (self->of.document), link_between (self, "Survey", "Design"));
}

static void
test_popover (DragFixture *self, gconstpointer data)
{
  GuatuPoint at = on_link (self, "Survey", "Design");
  guint before = self->of.n_changed;
  GtkWidget *popover;

  g_assert_false (press_key (self, "Return"));
  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  g_assert_true (press_key (self, "Return"));
  popover = self->timeline->popover;
  gtk_test_widget_wait_for_draw (self->window);

  guatu_link_form_set (popover, GUATU_LINK_FS, "soon");
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_cmpuint (self->of.n_changed, ==, before);
  guatu_link_form_set (popover, GUATU_LINK_SS, "2d");
  g_assert_cmpint (link_of (self).type, ==, GUATU_LINK_SS);
  g_assert_cmpint (link_of (self).lag, ==, 16 * GUATU_HOUR);
  g_assert_null (self->timeline->popover);
  check_undo (&self->of, before);
  g_assert_cmpint (link_of (self).type, ==, GUATU_LINK_FS);
}

static void
test_popover_unlinks (DragFixture *self, gconstpointer data)
{
  GuatuPoint at = on_link (self, "Survey", "Design");
  guint before = self->of.n_changed;

  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  g_assert_true (press_key (self, "Return"));
  form_click (form_find_button (self->timeline->popover, "Unlink"));
  g_assert_cmpint (link_between (self, "Survey", "Design"), ==, -1);
  check_undo (&self->of, before);
}

/* Typed ------------------------------------------------------------------------------------------------ */

static void
test_lag_text (DocumentFixture *of, gconstpointer data)
{
  static const struct { const char *text; GuatuLinkType type; gint64 lag; GuatuDurationUnit unit; gboolean elapsed; }
  cases[] = {
    { "", GUATU_LINK_FF, 0, GUATU_UNIT_DAY, FALSE },
    { "2d", GUATU_LINK_FF, 16 * GUATU_HOUR, GUATU_UNIT_DAY, FALSE },
    { "+ 2d", GUATU_LINK_FF, 16 * GUATU_HOUR, GUATU_UNIT_DAY, FALSE },
    { "FS+2d", GUATU_LINK_FS, 16 * GUATU_HOUR, GUATU_UNIT_DAY, FALSE },
    { "ss -1w", GUATU_LINK_SS, -40 * GUATU_HOUR, GUATU_UNIT_WEEK, FALSE },
    { "SF", GUATU_LINK_SF, 0, GUATU_UNIT_DAY, FALSE },
    { "50%", GUATU_LINK_FF, 5000, GUATU_UNIT_PERCENT, FALSE },
    { "3ed", GUATU_LINK_FF, 3 * GUATU_DAY, GUATU_UNIT_DAY, TRUE },
  };
  static const char * const wrong[] = { "soon", "FS2x", "FF++2d", "2d FS" };
  const GuatuPlan *plan = guatu_document_get_plan (of->document);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GuatuLinkType type = GUATU_LINK_FF;
      g_autoptr(GError) error = NULL;
      GuatuDuration lag;

      g_assert_true (guatu_link_lag_parse (plan, cases[i].text, &type, &lag, &error));
      g_assert_no_error (error);
      g_assert_cmpint (type, ==, cases[i].type);
      g_assert_cmpint (lag.amount, ==, cases[i].lag);
      g_assert_cmpint (lag.unit, ==, cases[i].unit);
      g_assert_cmpint (lag.elapsed, ==, cases[i].elapsed);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GuatuLinkType type = GUATU_LINK_FF;
      g_autoptr(GError) error = NULL;
      GuatuDuration lag;

      g_assert_false (guatu_link_lag_parse (plan, wrong[i], &type, &lag, &error));
      g_assert_nonnull (strstr (error->message, wrong[i]));
    }
}

/* What the form shows of a link is read as the same link. */
static void
test_lag_reads_back (DocumentFixture *of, gconstpointer data)
{
  static const struct { GuatuLagKind kind; gint64 lag; GuatuDurationUnit unit; } lags[] = {
    { GUATU_LAG_WORKING, -20 * GUATU_HOUR, GUATU_UNIT_DAY }, { GUATU_LAG_ELAPSED, 36 * GUATU_HOUR, GUATU_UNIT_DAY },
    { GUATU_LAG_PERCENT, -2550, GUATU_UNIT_PERCENT }, { GUATU_LAG_ELAPSED_PERCENT, 5000, GUATU_UNIT_PERCENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lags); i++)
    {
      const GuatuPlan *plan = guatu_document_get_plan (of->document);
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      gint64 id = 0;
      gint32 row;

      guatu_document_link (of->document, task_id (of, "Survey"), task_id (of, "Road"), GUATU_LINK_SF, lags[i].kind,
                           lags[i].lag, lags[i].unit, &id, &error);
      g_assert_no_error (error);
      row = guatu_plan_find (plan, GUATU_TABLE_LINK, id);
      text = guatu_lag_text (plan, row);
      g_assert_true (guatu_link_set (of->document, id, GUATU_LINK_SF, text, &error));
      row = guatu_plan_find (plan, GUATU_TABLE_LINK, id);
      g_assert_cmpint (row, >=, 0);
      g_assert_cmpint (guatu_plan_link (plan, row)->lag, ==, lags[i].lag);
      g_assert_cmpint (guatu_plan_link (plan, row)->lag_kind, ==, lags[i].kind);
    }
}

/* All that is selected --------------------------------------------------------------------------------- */

static void
select_tasks (DragFixture *self, const char * const *names, guint n)
{
  g_autofree gint64 *ids = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    ids[i] = task_id (&self->of, names[i]);
  guatu_battle_view_select (self->view, ids, n);
}

static void
test_chain (DragFixture *self, gconstpointer data)
{
  /* In the order of rows, however they were selected; two of them are linked already. */
  static const char * const names[] = { "Road", "Bridge", "Design", "Opening" };
  guint before = self->of.n_changed;

  guatu_timeline_link_selected (self->timeline);
  check_refused (self, before, "two or more");

  select_tasks (self, names, 4);
  guatu_timeline_link_selected (self->timeline);
  g_assert_null (self->failure);
  g_assert_cmpint (link_between (self, "Design", "Bridge"), >=, 0);
  g_assert_cmpint (link_between (self, "Bridge", "Road"), >=, 0);
  g_assert_cmpint (link_between (self, "Road", "Opening"), >=, 0);
  check_undo (&self->of, before);
  g_assert_cmpint (link_between (self, "Bridge", "Road"), ==, -1);
}

/* Not half of it: Survey comes after Design then. */
static void
test_chain_refused (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Design", "Road", "Survey" };
  g_autoptr(GError) error = NULL;
  guint before;

  must_link (&self->of, "Road", "Survey");
  before = self->of.n_changed;
  select_tasks (self, names, 3);
  guatu_timeline_link_selected (self->timeline);
  check_refused (self, before, "Road");
  g_assert_cmpint (link_between (self, "Design", "Road"), ==, -1);
}

static void
test_unchain (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Survey", "Design", "Bridge" };
  guint before;

  must_link (&self->of, "Survey", "Bridge");
  before = self->of.n_changed;
  select_tasks (self, names, 3);
  guatu_timeline_unlink_selected (self->timeline);
  g_assert_null (self->failure);
  g_assert_cmpint (link_between (self, "Survey", "Design"), ==, -1);
  g_assert_cmpint (link_between (self, "Design", "Bridge"), ==, -1);
  g_assert_cmpint (link_between (self, "Survey", "Bridge"), ==, -1);
  /* Those to others stay. */
  g_assert_cmpint (link_between (self, "Bridge", "Opening"), >=, 0);
  check_undo (&self->of, before);

  before = self->of.n_changed;
  select_tasks (self, (const char * const[]) { "Survey", "Road" }, 2);
  guatu_timeline_unlink_selected (self->timeline);
  check_refused (self, before, "no links");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  document_fixture_in_memory ();

  add_drag_test ("/links/ends-say-type-of-link", test_links);
  add_drag_test ("/links/cycle-says-why", test_refused_link);
  add_drag_test ("/links/link-keeps-lag", test_link_keeps_lag);
  add_drag_test ("/links/near-their-line-they-are-hit", test_hit);
  add_drag_test ("/links/delete-takes-out-the-selected-one", test_delete);
  add_drag_test ("/links/selection-is-a-link-or-tasks", test_one_selection);
  add_drag_test ("/links/form-sets-type-and-lag", test_popover);
  add_drag_test ("/links/form-takes-out", test_popover_unlinks);
  add_document_test ("/links/lags-are-typed", test_lag_text);
  add_document_test ("/links/lags-read-back", test_lag_reads_back);
  add_drag_test ("/links/selected-tasks-become-a-chain-in-one-step", test_chain);
  add_drag_test ("/links/chain-is-made-whole-or-not", test_chain_refused);
  add_drag_test ("/links/links-between-the-selected-go-in-one-step", test_unchain);

  return g_test_run ();
}
