/* guatu-battle-view.c — keeps what table and timeline show together up to date. */
#include "guatu-battle-view.h"

#include <math.h>

#include "guatu-cairo-painter.h"
#include "guatu-progress.h"
#include "guatu-scale-zoom.h"
#include "guatu-text-scale.h"

/* Pixels; they grow with the size of text. */
#define ROW_HEIGHT (guatu_text_scaled (34))
#define BAR_HEIGHT (guatu_text_scaled (14))
#define TEXT_SIZE (13.0 * guatu_text_scale ())
#define HEADING_SIZE (12.5 * guatu_text_scale ())
#define HAIR 0.8

/* Time scales are chosen so that they can be read through a window of this width. */
#define WINDOW 1200.0

/* Pixels per day: a century in a window, and a minute as wide as a hand. */
#define MIN_ZOOM 0.02
#define MAX_ZOOM 20000.0
#define FIRST_ZOOM 9.0

/* Before the first date and after the last one, as a share of the span; and at least so many days. */
#define MARGIN 0.08
#define LEAST_MARGIN 7.0

struct _GuatuBattleView
{
  GObject            parent_instance;

  GuatuDocument     *document;
  GuatuChartContent *content;
  GuatuTimeScale     scale;
  GuatuInstant       from;              /* of the plan; the scale may go on */
  GuatuInstant       to;
  GuatuInstant       seen_from;         /* what the window shows beyond, or GUATU_NONE */
  GuatuInstant       seen_to;
  GuatuCairoPainter *ruler;
  GuatuChartView     chart;
  GArray            *holidays;
  GuatuRowsQuery     query;
  char              *text;              /* of the query, which borrows it */
  gint64             unit;              /* ids of what the query names by rows; 0: none */
  gint64             person;
  gint64             ledger;
  GHashTable        *folded;
  GHashTable        *folded_groups;     /* as the query has them */
  GHashTable        *folded_ids;        /* the same as they are kept, see group_id() */
  gboolean           overview;
  GHashTable        *selected;          /* set of ids */
  double             zoom;
  guint              layers;
  guint              labels;
  gint64             baseline;          /* its id, or one of the special choices */
  char              *language;
};

G_DEFINE_FINAL_TYPE (GuatuBattleView, guatu_battle_view, G_TYPE_OBJECT)

enum { ROWS_CHANGED, SCALE_CHANGED, SELECTION_CHANGED, LOOK_CHANGED, REVEALED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const GuatuPlan *
plan_of (GuatuBattleView *self)
{
  return guatu_document_get_plan (self->document);
}

/* Dates ---------------------------------------------------------------------------------------------- */

static void
stretch (GuatuInstant *first,
         GuatuInstant *last,
         GuatuInstant  t)
{
  if (t == GUATU_NONE)
    return;
  *first = *first == GUATU_NONE ? t : MIN (*first, t);
  *last = *last == GUATU_NONE ? t : MAX (*last, t);
}

/* From before the first date to after the last one, so that there is ground to draw a new bar on. */
static void
find_span (GuatuBattleView *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan_of (self));
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  GuatuInstant first = settings->start, last = settings->start;
  gint64 margin;

  stretch (&first, &last, settings->status_date);
  stretch (&first, &last, settings->finish_target);
  stretch (&first, &last, schedule->plan_start);
  stretch (&first, &last, schedule->plan_finish);
  if (first == GUATU_NONE)
    first = last = 0;
  margin = MAX ((gint64) ((double) (last - first) * MARGIN), (gint64) (LEAST_MARGIN * GUATU_DAY));
  self->from = MAX (first - margin - guatu_instant_daytime (first - margin), GUATU_INSTANT_MIN);
  self->to = MIN (last + margin, GUATU_INSTANT_MAX);
}

static void
update_scale (GuatuBattleView *self)
{
  self->scale.from = self->from;
  self->scale.to = self->to;
  stretch (&self->scale.from, &self->scale.to, self->seen_from);
  stretch (&self->scale.from, &self->scale.to, self->seen_to);
  self->scale.left = 0;
  self->scale.width = (double) (self->scale.to - self->scale.from) / GUATU_DAY * self->zoom;
  self->chart.chart.width = self->scale.width;
  guatu_time_scale_choose_tiers (&self->scale, WINDOW, guatu_scale_zoom_unit (self->zoom), self->language,
                                 GUATU_PAINTER (self->ruler), HEADING_SIZE);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static void
update_chart (GuatuBattleView *self)
{
  const GuatuPlan *plan = plan_of (self);

  self->chart = (GuatuChartView) {
    .plan = plan,
    .schedule = guatu_document_get_schedule (self->document),
    .rows = self->content->rows,
    .shares = self->content->shares,
    .lights = self->content->lights,
    .baseline = self->content->baseline,
    .highlights = self->content->highlights,
    .numbers = self->content->numbers,
    .scale = &self->scale,
    .holidays = self->holidays,
    .language = self->language,
    .status_date = guatu_plan_settings (plan)->status_date,
    .today = self->chart.today,
    .short_tags = TRUE,
    .layers = self->layers,
    .label_kinds = self->labels,
    .ledger = self->query.ledger,
    .date_form = GUATU_DATE_DAY,
    .chart = { 0, 0, self->scale.width, self->content->rows->n * ROW_HEIGHT },
    .row_height = ROW_HEIGHT,
    .bar_height = BAR_HEIGHT,
    .size = TEXT_SIZE,
    .heading_size = HEADING_SIZE,
    .indent = TEXT_SIZE,
    .hair = HAIR,
  };
}

/* One that is no more there leaves the reference. */
static gint32
shown_baseline (GuatuBattleView *self)
{
  const GuatuPlan *plan = plan_of (self);
  gint32 row = self->baseline > 0 ? guatu_plan_find (plan, GUATU_TABLE_BASELINE, self->baseline) : -1;

  if (self->baseline == GUATU_BASELINE_NONE)
    return -1;

  return row >= 0 ? row : guatu_progress_reference_baseline (plan);
}

static void
take_baseline (GuatuBattleView *self)
{
  gint32 row = shown_baseline (self);

  if (row == guatu_progress_reference_baseline (plan_of (self)))
    return;
  g_free (self->content->baseline);
  self->content->baseline = guatu_chart_find_baseline (plan_of (self), row);
}

static void
update_rows (GuatuBattleView *self)
{
  const GuatuPlan *plan = plan_of (self);

  g_clear_pointer (&self->content, guatu_chart_content_free);
  g_clear_pointer (&self->holidays, g_array_unref);
  self->query.folded = self->folded;
  self->query.folded_groups = self->folded_groups;
  self->content = guatu_chart_content_new (plan, guatu_document_get_schedule (self->document), &self->query);
  take_baseline (self);
  find_span (self);
  update_scale (self);
  self->holidays = guatu_holidays_new (plan, self->from, self->to);
  update_chart (self);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

/* What is selected and is no more there is selected no more. */
static void
forget_removed (GuatuBattleView *self)
{
  const GuatuPlan *plan = plan_of (self);
  gboolean forgotten = FALSE;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (guatu_plan_find (plan, GUATU_TABLE_TASK, *(gint64 *) id) < 0)
      {
        g_hash_table_iter_remove (&iter);
        forgotten = TRUE;
      }
  if (forgotten)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static gint64
id_in (GuatuBattleView *self,
       GuatuTable       table,
       gint32           row)
{
  return row >= 0 ? guatu_plan_id (plan_of (self), table, row) : 0;
}

static gint32
row_of (GuatuBattleView *self,
        GuatuTable       table,
        gint64           id)
{
  return id != 0 ? guatu_plan_find (plan_of (self), table, id) : -1;
}

/* A plan that was loaded anew has other rows, and what a condition is about may be gone. */
static void
find_again (GuatuBattleView *self)
{
  self->query.unit = row_of (self, GUATU_TABLE_UNIT, self->unit);
  self->query.person = row_of (self, GUATU_TABLE_PERSON, self->person);
  self->query.ledger = row_of (self, GUATU_TABLE_LEDGER, self->ledger);
}

/* Folded groups ---------------------------------------------------------------------------------------- */

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* Rows of tables are known by their ids, other keys by a negative number. */
static gint64
group_id (GuatuBattleView *self,
          gint32           key)
{
  GuatuTable table = guatu_rows_group_table (self->query.grouping);

  return key >= 0 && table != GUATU_N_TABLES ? guatu_plan_id (plan_of (self), table, key) : -2 - (gint64) key;
}

static void
find_folded_groups (GuatuBattleView *self)
{
  GuatuTable table = guatu_rows_group_table (self->query.grouping);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_remove_all (self->folded_groups);
  g_hash_table_iter_init (&iter, self->folded_ids);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      gint64 id = *(gint64 *) value;
      gint32 key = id < 0 ? (gint32) (-2 - id) : table != GUATU_N_TABLES ? row_of (self, table, id) : -1;

      if (id < 0 || key >= 0)
        g_hash_table_add (self->folded_groups, GINT_TO_POINTER (key));
    }
}

static void
changed_cb (GuatuBattleView *self)
{
  find_again (self);
  find_folded_groups (self);
  update_rows (self);
  forget_removed (self);
}

/* Looking -------------------------------------------------------------------------------------------- */

GuatuDocument *
guatu_battle_view_get_document (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), NULL);

  return self->document;
}

const GuatuRows *
guatu_battle_view_get_rows (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), NULL);

  return self->content->rows;
}

const GuatuChartView *
guatu_battle_view_get_chart (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), NULL);

  return &self->chart;
}

double
guatu_battle_view_get_width (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return self->scale.width;
}

double
guatu_battle_view_get_zoom (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return self->zoom;
}

double
guatu_battle_view_clamp_zoom (double pixels_per_day)
{
  return CLAMP (pixels_per_day, MIN_ZOOM, MAX_ZOOM);
}

GuatuScaleUnit
guatu_battle_view_get_unit (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), GUATU_SCALE_AUTO);

  return self->scale.tiers[self->scale.n_tiers - 1].unit;
}

void
guatu_battle_view_set_zoom (GuatuBattleView *self,
                            double           pixels_per_day)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  pixels_per_day = CLAMP (pixels_per_day, MIN_ZOOM, MAX_ZOOM);
  if (pixels_per_day == self->zoom)
    return;

  self->zoom = pixels_per_day;
  update_scale (self);
  g_signal_emit (self, signals[SCALE_CHANGED], 0);
}

void
guatu_battle_view_show (GuatuBattleView *self,
                        double           pixels_per_day,
                        GuatuInstant     from,
                        GuatuInstant     to)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  self->zoom = CLAMP (pixels_per_day, MIN_ZOOM, MAX_ZOOM);
  self->seen_from = MAX (from - guatu_instant_daytime (from), GUATU_INSTANT_MIN);
  self->seen_to = MIN (to, GUATU_INSTANT_MAX);
  update_scale (self);
  g_signal_emit (self, signals[SCALE_CHANGED], 0);
}

void
guatu_battle_view_get_span (GuatuBattleView *self,
                            GuatuInstant    *from,
                            GuatuInstant    *to)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  *from = self->from;
  *to = self->to;
}

void
guatu_battle_view_set_today (GuatuBattleView *self,
                             GuatuInstant     today)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  if (today == self->chart.today)
    return;
  self->chart.today = today;
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

double
guatu_battle_view_fitting_zoom (GuatuBattleView *self,
                                double           width)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), FIRST_ZOOM);

  return CLAMP (width * GUATU_DAY / (double) MAX (self->to - self->from, 1), MIN_ZOOM, MAX_ZOOM);
}

const GuatuRowsQuery *
guatu_battle_view_get_query (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), NULL);

  return &self->query;
}

void
guatu_battle_view_set_query (GuatuBattleView      *self,
                             const GuatuRowsQuery *query)
{
  char *text;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  /* Groups of another kind are others, and open. */
  if (query->grouping != self->query.grouping)
    {
      g_hash_table_remove_all (self->folded_ids);
      g_hash_table_remove_all (self->folded_groups);
    }
  /* Copied first: it may be the view's own. */
  text = g_strdup (query->text);
  self->query = *query;
  g_free (self->text);
  self->query.text = self->text = text;
  self->unit = id_in (self, GUATU_TABLE_UNIT, query->unit);
  self->person = id_in (self, GUATU_TABLE_PERSON, query->person);
  self->ledger = id_in (self, GUATU_TABLE_LEDGER, query->ledger);
  update_rows (self);
}

void
guatu_battle_view_search (GuatuBattleView *self,
                          const char      *text)
{
  GuatuRowsQuery query;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  query = self->query;
  query.text = text != NULL && *text != '\0' ? text : NULL;
  if (g_strcmp0 (query.text, self->text) != 0)
    guatu_battle_view_set_query (self, &query);
}

void
guatu_battle_view_toggle (GuatuBattleView *self,
                          guint            row)
{
  const GuatuRow *shown;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));
  g_return_if_fail (row < self->content->rows->n);

  shown = &self->content->rows->rows[row];
  if (shown->task >= 0)
    {
      gint64 id = guatu_plan_id (plan_of (self), GUATU_TABLE_TASK, shown->task);

      if (!g_hash_table_remove (self->folded, &id))
        g_hash_table_add (self->folded, copy_id (id));
    }
  else
    {
      gint64 id = group_id (self, self->content->rows->groups[shown->group].key);

      if (!g_hash_table_remove (self->folded_ids, &id))
        g_hash_table_add (self->folded_ids, copy_id (id));
      find_folded_groups (self);
    }
  update_rows (self);
}

static guint
level_of (const GuatuPlan *plan,
          gint32           task)
{
  guint level = 1;

  for (gint32 above = guatu_plan_task (plan, task)->parent; above >= 0; above = guatu_plan_task (plan, above)->parent)
    level++;

  return level;
}

void
guatu_battle_view_fold_to (GuatuBattleView *self,
                           guint            levels)
{
  const GuatuPlan *plan = plan_of (self);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  g_hash_table_remove_all (self->folded);
  g_hash_table_remove_all (self->folded_ids);
  g_hash_table_remove_all (self->folded_groups);
  for (guint i = 0; i < n; i++)
    {
      gint32 parent = guatu_plan_task (plan, outline[i])->parent;

      if (parent >= 0 && level_of (plan, parent) >= levels)
        g_hash_table_add (self->folded, copy_id (guatu_plan_id (plan, GUATU_TABLE_TASK, parent)));
    }
  update_rows (self);
}

void
guatu_battle_view_fold_all (GuatuBattleView *self,
                            gboolean         folded)
{
  const GuatuRows *rows;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  guatu_battle_view_fold_to (self, folded ? 1 : G_MAXUINT);
  rows = self->content->rows;
  if (!folded || rows->n_groups == 0 || rows->merged)
    return;
  for (guint i = 0; i < rows->n_groups; i++)
    g_hash_table_add (self->folded_ids, copy_id (group_id (self, rows->groups[i].key)));
  find_folded_groups (self);
  update_rows (self);
}

static GArray *
copy_ids (GHashTable *set)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (set));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  return ids;
}

static void
take_ids (GHashTable *set,
          GArray     *ids)
{
  g_hash_table_remove_all (set);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, copy_id (g_array_index (ids, gint64, i)));
}

GArray *
guatu_battle_view_get_folded (GuatuBattleView *self,
                              GArray         **groups)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), NULL);

  *groups = copy_ids (self->folded_ids);

  return copy_ids (self->folded);
}

void
guatu_battle_view_set_folded (GuatuBattleView *self,
                              GArray          *tasks,
                              GArray          *groups)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  take_ids (self->folded, tasks);
  take_ids (self->folded_ids, groups);
  find_folded_groups (self);
  update_rows (self);
}

gboolean
guatu_battle_view_get_overview (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), FALSE);

  return self->overview;
}

void
guatu_battle_view_set_overview (GuatuBattleView *self,
                                gboolean         shown)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  if (shown == self->overview)
    return;
  self->overview = shown;
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

guint
guatu_battle_view_get_layers (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return self->layers;
}

void
guatu_battle_view_set_layers (GuatuBattleView *self,
                              guint            layers)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  if (layers == self->layers)
    return;
  self->layers = self->chart.layers = layers;
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

guint
guatu_battle_view_get_labels (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return self->labels;
}

void
guatu_battle_view_set_labels (GuatuBattleView *self,
                              guint            kinds)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  if (kinds == self->labels)
    return;
  self->labels = self->chart.label_kinds = kinds;
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

gint32
guatu_battle_view_get_baseline (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), -1);

  return shown_baseline (self);
}

gint64
guatu_battle_view_get_baseline_choice (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), GUATU_BASELINE_REFERENCE);

  return self->baseline;
}

void
guatu_battle_view_choose_baseline (GuatuBattleView *self,
                                   gint64           baseline)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  if (baseline == self->baseline)
    return;
  self->baseline = baseline;
  update_rows (self);
}

/* Selecting ------------------------------------------------------------------------------------------ */

gboolean
guatu_battle_view_is_selected (GuatuBattleView *self,
                               gint64           task)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), FALSE);

  return g_hash_table_contains (self->selected, &task);
}

guint
guatu_battle_view_n_selected (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return g_hash_table_size (self->selected);
}

void
guatu_battle_view_select (GuatuBattleView *self,
                          const gint64    *tasks,
                          guint            n)
{
  gboolean same = n == g_hash_table_size (self->selected);

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  for (guint i = 0; same && i < n; i++)
    same = g_hash_table_contains (self->selected, &tasks[i]);
  if (same)
    return;

  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->selected, copy_id (tasks[i]));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Revealing ------------------------------------------------------------------------------------------ */

static gboolean
has_row (GuatuBattleView *self,
         gint32           task)
{
  const GuatuRows *rows = self->content->rows;

  for (guint i = 0; i < rows->n; i++)
    if (rows->rows[i].task == task)
      return TRUE;

  return FALSE;
}

static void
unfold_above (GuatuBattleView *self,
              gint32           task)
{
  const GuatuTask *tasks = guatu_plan_tasks (plan_of (self));
  gboolean unfolded = FALSE;

  for (gint32 above = tasks[task].parent; above >= 0; above = tasks[above].parent)
    unfolded = g_hash_table_remove (self->folded, &tasks[above].id) || unfolded;
  if (unfolded)
    update_rows (self);
  /* Its group is one of those that are folded. */
  if (!has_row (self, task) && g_hash_table_size (self->folded_groups) > 0)
    {
      g_hash_table_remove_all (self->folded_groups);
      update_rows (self);
    }
}

void
guatu_battle_view_reveal (GuatuBattleView *self,
                          gint64           task)
{
  gint32 row;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  row = guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, task);
  if (row < 0)
    return;
  unfold_above (self, row);
  guatu_battle_view_select (self, &task, 1);
  g_signal_emit (self, signals[REVEALED], 0, task);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_battle_view_dispose (GObject *object)
{
  GuatuBattleView *self = GUATU_BATTLE_VIEW (object);

  g_clear_pointer (&self->content, guatu_chart_content_free);
  g_clear_pointer (&self->holidays, g_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_battle_view_parent_class)->dispose (object);
}

static void
guatu_battle_view_finalize (GObject *object)
{
  GuatuBattleView *self = GUATU_BATTLE_VIEW (object);

  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->folded_groups);
  g_hash_table_unref (self->folded_ids);
  g_hash_table_unref (self->selected);
  g_free (self->language);
  g_clear_pointer (&self->ruler, guatu_cairo_painter_free);
  g_free (self->text);

  G_OBJECT_CLASS (guatu_battle_view_parent_class)->finalize (object);
}

static void
guatu_battle_view_class_init (GuatuBattleViewClass *class)
{
  static const char * const names[REVEALED] = { "rows-changed", "scale-changed", "selection-changed", "look-changed" };

  G_OBJECT_CLASS (class)->dispose = guatu_battle_view_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_battle_view_finalize;

  for (guint i = 0; i < REVEALED; i++)
    signals[i] = g_signal_new (names[i], GUATU_TYPE_BATTLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               0);
  signals[REVEALED] = g_signal_new ("revealed", GUATU_TYPE_BATTLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
guatu_battle_view_init (GuatuBattleView *self)
{
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->folded_groups = g_hash_table_new (NULL, NULL);
  self->folded_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->overview = TRUE;
  self->selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->zoom = FIRST_ZOOM;
  self->layers = GUATU_USUAL_LAYERS;
  self->labels = GUATU_LABEL_SLIP;
  self->baseline = GUATU_BASELINE_REFERENCE;
  self->chart.today = self->seen_from = self->seen_to = GUATU_NONE;
}

/* On paper a board has merged cells; in a window its headings can be folded. */
static GuatuRowsQuery
usual_query (const GuatuPlan *plan)
{
  GuatuRowsQuery query = guatu_chart_usual_query (plan);

  query.merged = FALSE;
  return query;
}

GuatuBattleView *
guatu_battle_view_new (GuatuDocument *document)
{
  GuatuBattleView *self = g_object_new (GUATU_TYPE_BATTLE_VIEW, NULL);
  GuatuPalette palette;

  guatu_palette_init_paper (&palette);
  self->document = g_object_ref (document);
  self->query = usual_query (plan_of (self));
  self->language = g_strdup (guatu_chart_language (NULL));
  self->ruler = guatu_cairo_painter_new (NULL, &palette, self->language);
  update_rows (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
