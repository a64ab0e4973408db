/* guatu-chart-legend.c — finds which symbols a chart uses, and draws the key to them. */
#include "guatu-chart-legend.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-paint-private.h"

/* In sizes of the type. */
#define SYMBOL_GAP 0.5
#define ITEM_GAP 1.6

static const char * const texts[] = {
  [GUATU_LEGEND_BAR] = NC_("legend", "Task"),
  [GUATU_LEGEND_PROGRESS] = NC_("legend", "Plan and share done"),
  [GUATU_LEGEND_SUMMARY] = NC_("legend", "Summary"),
  [GUATU_LEGEND_MILESTONE] = NC_("legend", "Milestone"),
  [GUATU_LEGEND_CRITICAL] = NC_("legend", "Critical path"),
  [GUATU_LEGEND_FLOAT] = NC_("legend", "Float"),
  [GUATU_LEGEND_BASELINE] = NC_("legend", "Baseline"),
  [GUATU_LEGEND_SLIP] = NC_("legend", "Slip"),
  [GUATU_LEGEND_KEY_NODE_OPEN] = NC_("legend", "Key node"),
  [GUATU_LEGEND_KEY_NODE_DONE] = NC_("legend", "Key node passed"),
  [GUATU_LEGEND_DEADLINE] = NC_("legend", "Deadline"),
  [GUATU_LEGEND_LINK] = NC_("legend", "Link"),
  [GUATU_LEGEND_PROGRESS_LINE] = NC_("legend", "Progress line"),
  [GUATU_LEGEND_HIGHLIGHT] = NC_("legend", "Highlight"),
  [GUATU_LEGEND_FLAG_DONE] = NC_("legend", "Red flag: done"),
  [GUATU_LEGEND_FLAG_OVERDUE] = NC_("legend", "Black flag: overdue"),
  [GUATU_LEGEND_WEEKEND] = NC_("legend", "Days off"),
  [GUATU_LEGEND_HOLIDAY] = NC_("legend", "Holidays"),
};

static const char * const light_texts[GUATU_LIGHT_N_COLOURS] = {
  [GUATU_LIGHT_NONE] = NC_("legend", "No light"),
  [GUATU_LIGHT_GREEN] = NC_("legend", "On track"),
  [GUATU_LIGHT_YELLOW] = NC_("legend", "Yellow"),
  [GUATU_LIGHT_ORANGE] = NC_("legend", "Orange"),
  [GUATU_LIGHT_RED] = NC_("legend", "Red"),
  [GUATU_LIGHT_DONE] = NC_("legend", "Done"),
};

static double
symbol_width (GuatuLegendKind kind)
{
  switch (kind)
    {
    case GUATU_LEGEND_KEY_NODE_OPEN:
    case GUATU_LEGEND_KEY_NODE_DONE:
    case GUATU_LEGEND_MILESTONE:
    case GUATU_LEGEND_DEADLINE:
    case GUATU_LEGEND_LIGHT:
    case GUATU_LEGEND_HIGHLIGHT:
    case GUATU_LEGEND_FLAG_DONE:
    case GUATU_LEGEND_FLAG_OVERDUE:
      return 1.1;
    case GUATU_LEGEND_CATEGORY:
    case GUATU_LEGEND_WEEKEND:
    case GUATU_LEGEND_HOLIDAY:
      return 1.5;
    case GUATU_LEGEND_BAR:
    case GUATU_LEGEND_PROGRESS:
    case GUATU_LEGEND_SUMMARY:
    case GUATU_LEGEND_CRITICAL:
    case GUATU_LEGEND_BASELINE:
    case GUATU_LEGEND_LINK:
    case GUATU_LEGEND_FLOAT:
    case GUATU_LEGEND_SLIP:
    case GUATU_LEGEND_PROGRESS_LINE:
    default:
      return 2.8;
    }
}

/* What is used -------------------------------------------------------------------------------------- */

typedef struct
{
  gboolean kinds[GUATU_LEGEND_HOLIDAY + 1];
  gboolean hues[GUATU_HUE_NEUTRAL + 1];
  gboolean lights[GUATU_LIGHT_N_COLOURS];
} Used;

static gboolean
shows (const GuatuChartView *view,
       guint                 layer)
{
  return (view->layers & layer) != 0;
}

static gboolean
has_column (const GuatuChartView *view,
            GuatuColumnKind       kind)
{
  for (guint i = 0; i < view->n_columns; i++)
    if (view->columns[i].kind == kind)
      return TRUE;

  return FALSE;
}

/* What lies before or after the dates that are shown cannot be seen. */
static gboolean
is_shown (const GuatuChartView *view,
          double                left,
          double                right)
{
  return right >= view->chart.x && left <= view->chart.x + view->chart.width;
}

static gboolean
shows_flag (const GuatuChartView *view,
            guint                 row)
{
  gboolean overdue;
  GuatuPoint foot;
  double size;

  return view->scale == NULL
         || (guatu_chart_flag (view, row, &foot, &size, &overdue) && is_shown (view, foot.x, foot.x));
}

/* What says how a task stands. */
static void
note_standing (const GuatuChartView *view,
               guint                 row,
               Used                 *used)
{
  gint32 task = view->rows->rows[row].task;
  gboolean overdue;

  if (view->lights != NULL && has_column (view, GUATU_COLUMN_LIGHT))
    used->lights[guatu_lights_get (view->lights, task)->shown] = TRUE;
  if (view->highlights != NULL && view->highlights[task] && has_column (view, GUATU_COLUMN_NAME))
    used->kinds[GUATU_LEGEND_HIGHLIGHT] = TRUE;
  if (shows (view, GUATU_LAYER_FLAGS) && guatu_chart_has_flag (view, row, &overdue) && shows_flag (view, row))
    used->kinds[overdue ? GUATU_LEGEND_FLAG_OVERDUE : GUATU_LEGEND_FLAG_DONE] = TRUE;
}

static void
note_baseline (const GuatuChartView *view,
               guint                 row,
               Used                 *used)
{
  const GuatuBaselineTask *records = guatu_plan_rows (view->plan, GUATU_TABLE_BASELINE_TASK);
  gint32 task = view->rows->rows[row].task;
  GuatuBox shadow, slip;

  if (!shows (view, GUATU_LAYER_BASELINE) || view->baseline == NULL || view->baseline[task] < 0)
    return;
  if (view->scale != NULL)
    {
      used->kinds[GUATU_LEGEND_BASELINE] |= guatu_chart_baseline (view, row, &shadow)
                                            && is_shown (view, shadow.x, shadow.x + shadow.width);
      used->kinds[GUATU_LEGEND_SLIP] |= guatu_chart_slip_box (view, row, &slip)
                                        && is_shown (view, slip.x, slip.x + slip.width);
      return;
    }
  used->kinds[GUATU_LEGEND_BASELINE] = TRUE;
  if (records[view->baseline[task]].finish != GUATU_NONE && view->schedule->finish[task] != GUATU_NONE
      && view->schedule->finish[task] > records[view->baseline[task]].finish)
    used->kinds[GUATU_LEGEND_SLIP] = TRUE;
}

static void
note_key_nodes (const GuatuChartView *view,
                guint                 row,
                Used                 *used)
{
  gint32 task = view->rows->rows[row].task;
  const GuatuKeyNode *nodes = guatu_plan_rows (view->plan, GUATU_TABLE_KEY_NODE);
  guint n;
  const gint32 *list = guatu_plan_referrers (view->plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean open = nodes[list[i]].done_on == GUATU_NONE;
      GuatuPoint at;

      if (view->scale == NULL || (guatu_chart_key_node (view, list[i], row, &at) && is_shown (view, at.x, at.x)))
        used->kinds[open ? GUATU_LEGEND_KEY_NODE_OPEN : GUATU_LEGEND_KEY_NODE_DONE] = TRUE;
    }
}

static gboolean
shows_bar (const GuatuChartView *view,
           guint                 row)
{
  GuatuBox bar;

  return view->scale == NULL || (guatu_chart_bar (view, row, &bar) && is_shown (view, bar.x, bar.x + bar.width));
}

/* The times of a recurring task are bars or diamonds like others. */
static void
note_times (const GuatuChartView *view,
            guint                 row,
            Used                 *used)
{
  gint32 task = view->rows->rows[row].task;

  for (gint32 child = guatu_plan_task (view->plan, task)->first_child; child >= 0;
       child = guatu_plan_task (view->plan, child)->next_sibling)
    {
      GuatuBox bar;

      if (view->scale != NULL && !(guatu_chart_task_bar (view, row, child, &bar)
                                   && is_shown (view, bar.x, bar.x + bar.width)))
        continue;
      used->kinds[GUATU_LEGEND_CRITICAL] |= shows (view, GUATU_LAYER_CRITICAL)
                                            && (view->schedule->flags[child] & GUATU_CRITICAL) != 0;
      if (guatu_chart_task_is_milestone (view, child))
        used->kinds[GUATU_LEGEND_MILESTONE] = TRUE;
      else
        used->kinds[shows (view, GUATU_LAYER_PROGRESS) ? GUATU_LEGEND_PROGRESS : GUATU_LEGEND_BAR] = TRUE;
    }
}

/* Tasks that stand for themselves have a bar or a diamond, summaries of what is shown below them a bracket. */
static void
note_bar (const GuatuChartView *view,
          guint                 row,
          Used                 *used)
{
  const GuatuRow *shown = &view->rows->rows[row];
  gboolean critical = shows (view, GUATU_LAYER_CRITICAL) && (view->schedule->flags[shown->task] & GUATU_CRITICAL) != 0;

  if ((shown->flags & GUATU_ROW_RECURRING) != 0)
    {
      note_times (view, row, used);
      return;
    }
  if (guatu_row_spans_children (shown))
    {
      used->kinds[GUATU_LEGEND_SUMMARY] = TRUE;
      return;
    }

  used->kinds[GUATU_LEGEND_CRITICAL] |= critical;
  if (guatu_chart_is_milestone (view, row))
    used->kinds[GUATU_LEGEND_MILESTONE] = TRUE;
  else
    {
      used->kinds[shows (view, GUATU_LAYER_PROGRESS) ? GUATU_LEGEND_PROGRESS : GUATU_LEGEND_BAR] = TRUE;
      used->kinds[GUATU_LEGEND_FLOAT] |= shows (view, GUATU_LAYER_FLOAT) && guatu_chart_has_float (view, row);
      used->kinds[GUATU_LEGEND_PROGRESS_LINE] |= shows (view, GUATU_LAYER_PROGRESS_LINE)
                                                 && view->status_date != GUATU_NONE;
    }
}

static gboolean
shows_deadline (const GuatuChartView *view,
                guint                 row)
{
  gint32 task = view->rows->rows[row].task;
  GuatuBox box;

  if (!shows (view, GUATU_LAYER_DEADLINES)
      || guatu_plan_task_number (view->plan, task, GUATU_TASK_DEADLINE) == GUATU_NONE)
    return FALSE;

  return view->scale == NULL || (guatu_chart_deadline (view, row, &box) && is_shown (view, box.x, box.x + box.width));
}

static void
note_row (const GuatuChartView *view,
          guint                 row,
          Used                 *used)
{
  const GuatuRow *shown = &view->rows->rows[row];

  used->hues[shown->hue] = TRUE;
  if (shown->task < 0)
    return;

  if (shows_bar (view, row))
    note_bar (view, row, used);
  if (shows (view, GUATU_LAYER_KEY_NODES))
    note_key_nodes (view, row, used);
  used->kinds[GUATU_LEGEND_DEADLINE] |= shows_deadline (view, row);
  note_baseline (view, row, used);
  note_standing (view, row, used);
}

static Used
find_used (const GuatuChartView *view)
{
  Used used = { 0 };

  for (guint row = 0; row < view->rows->n; row++)
    note_row (view, row, &used);
  used.kinds[GUATU_LEGEND_LINK] = (view->layers & GUATU_LAYER_LINKS) != 0 && view->rows->n_links > 0;
  if (view->scale != NULL)
    guatu_find_days_off (view, &used.kinds[GUATU_LEGEND_WEEKEND], &used.kinds[GUATU_LEGEND_HOLIDAY]);
  else
    used.kinds[GUATU_LEGEND_WEEKEND] = used.kinds[GUATU_LEGEND_HOLIDAY] = (view->layers & GUATU_LAYER_DAYS_OFF) != 0;

  return used;
}

static void
add_item (GArray         *legend,
          GuatuPainter   *painter,
          GuatuLegendKind kind,
          guint           hue,
          const char     *text)
{
  const GuatuTextStyle style = { .size = 10 };
  GuatuLegendItem item = { .kind = kind, .hue = hue, .text = text };
  double width, height;

  painter->measure (painter, text, &style, -1, &width, &height);
  item.width = symbol_width (kind) + SYMBOL_GAP + width / style.size + ITEM_GAP;
  g_array_append_val (legend, item);
}

/* The categories whose hue some row has. Where rows have headings the headings say it. */
static void
add_categories (GArray               *legend,
                const GuatuChartView *view,
                GuatuPainter         *painter,
                const Used           *used)
{
  const GuatuCategory *categories = guatu_plan_rows (view->plan, GUATU_TABLE_CATEGORY);
  gint32 ledger = guatu_rows_ledger (view->plan, view->ledger);
  g_autofree gint32 *order = NULL;
  guint n, place = 0;

  if (ledger < 0 || view->rows->grouping == GUATU_GROUP_CATEGORY)
    return;

  order = guatu_plan_in_order (view->plan, GUATU_TABLE_CATEGORY, &n);
  for (guint i = 0; i < n; i++)
    if (categories[order[i]].ledger == ledger)
      {
        guint hue = place++ % GUATU_N_CATEGORY_HUES;

        if (used->hues[hue])
          add_item (legend, painter, GUATU_LEGEND_CATEGORY, hue,
                    guatu_plan_text (view->plan, categories[order[i]].name));
      }
}

GArray *
guatu_legend_new (const GuatuChartView *view,
                  GuatuPainter         *painter)
{
  GArray *legend = g_array_new (FALSE, FALSE, sizeof (GuatuLegendItem));
  Used used = find_used (view);

  for (guint i = 0; i < GUATU_LIGHT_N_COLOURS; i++)
    {
      /* That there is none is said last. */
      guint light = (i + GUATU_LIGHT_GREEN) % GUATU_LIGHT_N_COLOURS;

      if (used.lights[light])
        add_item (legend, painter, GUATU_LEGEND_LIGHT, light,
                  guatu_chart_text_in_context (view->language, "legend", light_texts[light]));
    }
  add_categories (legend, view, painter, &used);
  for (guint kind = GUATU_LEGEND_BAR; kind <= GUATU_LEGEND_HOLIDAY; kind++)
    if (used.kinds[kind])
      add_item (legend, painter, kind, 0, guatu_chart_text_in_context (view->language, "legend", texts[kind]));

  return legend;
}

guint
guatu_legend_flow (GArray *legend,
                   double  width,
                   double  size,
                   double *last)
{
  guint line = 0;
  double x = 0;

  for (guint i = 0; i < legend->len; i++)
    {
      GuatuLegendItem *item = &g_array_index (legend, GuatuLegendItem, i);

      if (x > 0 && x + (item->width - ITEM_GAP) * size > width)
        {
          line++;
          x = 0;
        }
      item->x = x;
      item->line = line;
      x += item->width * size;
    }
  *last = x;

  return line + 1;
}

/* Drawing -------------------------------------------------------------------------------------------- */

static void
paint_symbol (const GuatuLegendItem *item,
              const GuatuChartView  *view,
              GuatuPainter          *painter,
              GuatuBox               box)
{
  double middle = box.y + box.height / 2, height = view->bar_height;
  GuatuBox bar = { box.x, middle - height / 2, box.width, height };
  GuatuBox done = { bar.x, bar.y, bar.width * 0.5, bar.height }, none = { bar.x, bar.y, 0, bar.height };
  GuatuPoint centre = { box.x + box.width / 2, middle };
  GuatuRoute route = { .points = { { box.x, middle }, { box.x + box.width, middle } }, .n = 2 };

  switch (item->kind)
    {
    case GUATU_LEGEND_LIGHT:
      guatu_paint_light (painter, centre, height * 0.5, (GuatuLightColour) item->hue);
      break;
    case GUATU_LEGEND_HIGHLIGHT:
      guatu_paint_star (painter, centre, height * 0.55);
      break;
    case GUATU_LEGEND_FLAG_DONE:
    case GUATU_LEGEND_FLAG_OVERDUE:
      guatu_paint_flag (painter, (GuatuPoint) { box.x + height * 0.25, middle + height * 0.5 }, height,
                        item->kind == GUATU_LEGEND_FLAG_OVERDUE);
      break;
    case GUATU_LEGEND_FLOAT:
    case GUATU_LEGEND_SLIP:
    case GUATU_LEGEND_PROGRESS_LINE:
      painter->line (painter, route.points, 2, view->hair * 2, GUATU_LINE_SOLID,
                     item->kind == GUATU_LEGEND_FLOAT ? GUATU_INK_FLOAT
                     : item->kind == GUATU_LEGEND_SLIP ? GUATU_INK_SLIP : GUATU_INK_PROGRESS_LINE);
      break;
    case GUATU_LEGEND_CATEGORY:
      painter->round_box (painter, bar, height * 0.2, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, item->hue),
                          GUATU_INK_NONE, 0);
      break;
    case GUATU_LEGEND_BAR:
      guatu_paint_bar (view, painter, bar, none, view->legend_hue, FALSE);
      break;
    case GUATU_LEGEND_PROGRESS:
      guatu_paint_bar (view, painter, bar, done, view->legend_hue, FALSE);
      break;
    case GUATU_LEGEND_SUMMARY:
      guatu_paint_summary (view, painter, bar, done, GUATU_INK_SUMMARY, GUATU_INK_SUMMARY_DONE);
      break;
    case GUATU_LEGEND_MILESTONE:
      guatu_paint_diamond (painter, centre, height * 0.55, GUATU_INK_MILESTONE, GUATU_INK_NONE, 0);
      break;
    case GUATU_LEGEND_CRITICAL:
      painter->round_box (painter, bar, height * 0.2, GUATU_INK_NONE, GUATU_INK_CRITICAL, view->hair * 2.6);
      break;
    case GUATU_LEGEND_BASELINE:
      painter->round_box (painter, (GuatuBox) { box.x, middle - height * 0.1, box.width, height * 0.2 }, height * 0.1,
                          GUATU_INK_BASELINE, GUATU_INK_NONE, 0);
      break;
    case GUATU_LEGEND_KEY_NODE_OPEN:
    case GUATU_LEGEND_KEY_NODE_DONE:
      guatu_paint_diamond (painter, centre, height * 0.5,
                           item->kind == GUATU_LEGEND_KEY_NODE_OPEN ? GUATU_INK_KEY_NODE_OPEN : GUATU_INK_KEY_NODE,
                           GUATU_INK_KEY_NODE, view->hair * 2);
      break;
    case GUATU_LEGEND_DEADLINE:
      guatu_paint_deadline (view, painter, (GuatuBox) { centre.x - height * 0.2, middle - height * 0.85, height * 0.3,
                                                        height * 1.6 });
      break;
    case GUATU_LEGEND_LINK:
      guatu_paint_link (view, painter, &route, FALSE);
      break;
    case GUATU_LEGEND_WEEKEND:
    case GUATU_LEGEND_HOLIDAY:
    default:
      painter->round_box (painter, bar, 0, item->kind == GUATU_LEGEND_HOLIDAY ? GUATU_INK_HOLIDAY : GUATU_INK_WEEKEND,
                          GUATU_INK_GRID_MAJOR, view->hair);
      break;
    }
}

void
guatu_legend_paint (const GArray         *legend,
                    const GuatuChartView *view,
                    GuatuPainter         *painter,
                    GuatuBox              box,
                    double                size,
                    double                line_height)
{
  const GuatuTextStyle style = { .size = size };
  GuatuChartView scaled = *view;

  scaled.bar_height = size * 0.9;
  for (guint i = 0; i < legend->len; i++)
    {
      const GuatuLegendItem *item = &g_array_index (legend, GuatuLegendItem, i);
      double symbol = symbol_width (item->kind) * size, y = box.y + item->line * line_height;
      double after = symbol + SYMBOL_GAP * size;
      GuatuBox room = { box.x + item->x + after, y, (item->width - ITEM_GAP) * size - after, line_height };
      GuatuTextStyle fitted = style;

      paint_symbol (item, &scaled, painter, (GuatuBox) { box.x + item->x, y, symbol, line_height });
      room.width = MIN (room.width * 1.001, box.x + box.width - room.x);
      fitted.size = guatu_painter_fit (painter, room, item->text, &style);
      painter->text (painter, room, item->text, &fitted, GUATU_INK_TEXT);
    }
}
