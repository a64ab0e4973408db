/* guatu-battle-view.c — keeps what table and timeline show together up to date. */
#include "guatu-battle-view-private.h"

#include "guatu-progress.h"

/* Pixels; they grow with the size of text. */
#define ROW_HEIGHT (guatu_text_scaled (34))
#define BAR_HEIGHT (guatu_text_scaled (14))
#define TEXT_SIZE (13.0 * guatu_text_scale ())
#define HAIR 0.8

G_DEFINE_FINAL_TYPE (GuatuBattleView, guatu_battle_view, G_TYPE_OBJECT)

guint guatu_battle_view_signals[GUATU_BATTLE_VIEW_N_SIGNALS];

/* Rows ----------------------------------------------------------------------------------------------- */

static void
update_chart (GuatuBattleView *self)
{
  const GuatuPlan *plan = guatu_battle_view_plan (self);

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
    .heading_size = GUATU_BATTLE_VIEW_HEADING_SIZE,
    .indent = TEXT_SIZE,
    .hair = HAIR,
  };
}

/* One that is no more there leaves the reference. */
static gint32
shown_baseline (GuatuBattleView *self)
{
  const GuatuPlan *plan = guatu_battle_view_plan (self);
  gint32 row = self->baseline > 0 ? guatu_plan_find (plan, GUATU_TABLE_BASELINE, self->baseline) : -1;

  if (self->baseline == GUATU_BASELINE_NONE)
    return -1;

  return row >= 0 ? row : guatu_progress_reference_baseline (plan);
}

void
guatu_battle_view_update_rows (GuatuBattleView *self)
{
  const GuatuPlan *plan = guatu_battle_view_plan (self);

  g_clear_pointer (&self->content, guatu_chart_content_free);
  g_clear_pointer (&self->holidays, g_array_unref);
  self->query.folded = self->folded;
  self->query.folded_groups = self->folded_groups;
  self->content = guatu_chart_content_new_beside (plan, guatu_document_get_schedule (self->document), &self->query,
                                                  shown_baseline (self));
  guatu_battle_view_find_span (self);
  guatu_battle_view_update_scale (self);
  self->holidays = guatu_holidays_new (plan, self->from, self->to);
  update_chart (self);
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_ROWS_CHANGED], 0);
}

static void
changed_cb (GuatuBattleView *self)
{
  guatu_battle_view_find_again (self);
  guatu_battle_view_find_folded_groups (self);
  guatu_battle_view_update_rows (self);
  guatu_battle_view_forget_removed (self);
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

void
guatu_battle_view_set_today (GuatuBattleView *self,
                             GuatuInstant     today)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  if (today == self->chart.today)
    return;
  self->chart.today = today;
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_LOOK_CHANGED], 0);
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
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_LOOK_CHANGED], 0);
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
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_LOOK_CHANGED], 0);
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
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_LOOK_CHANGED], 0);
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
  guatu_battle_view_update_rows (self);
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
  static const char * const names[GUATU_BATTLE_VIEW_REVEALED] = { "rows-changed", "scale-changed", "selection-changed",
                                                                  "look-changed" };
  guint *signals = guatu_battle_view_signals;

  G_OBJECT_CLASS (class)->dispose = guatu_battle_view_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_battle_view_finalize;

  for (guint i = 0; i < GUATU_BATTLE_VIEW_REVEALED; i++)
    signals[i] = g_signal_new (names[i], GUATU_TYPE_BATTLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               0);
  signals[GUATU_BATTLE_VIEW_REVEALED] = g_signal_new ("revealed", GUATU_TYPE_BATTLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
guatu_battle_view_init (GuatuBattleView *self)
{
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->folded_groups = g_hash_table_new (NULL, NULL);
  self->folded_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->overview = TRUE;
  self->selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->zoom = GUATU_BATTLE_VIEW_FIRST_ZOOM;
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
  self->query = usual_query (guatu_battle_view_plan (self));
  self->language = g_strdup (guatu_chart_language (NULL));
  self->ruler = guatu_cairo_painter_new (NULL, &palette, self->language);
  guatu_battle_view_update_rows (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
