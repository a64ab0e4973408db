/* guatu-xlsx-list.c — the task list of a workbook. */
#include "guatu-xlsx-private.h"

#include "guatu-csv-private.h"

#define HEADER_GROUND 0xf1ede6
#define N_FROZEN      3         /* number, code and name stay in sight */

typedef enum
{
  TEXT,
  NUMBER,
  NAME,
  DURATION,
  START,
  FINISH,
  DATE,
  SHARE,
  LIGHT,
} Look;

typedef struct
{
  const char   *english;
  const char   *chinese;
  Look          look;
  GuatuCsvKind  kind;           /* of TEXT: what stands in it */
  guint         field;          /* of DATE */
  double        width;          /* in characters */
  gboolean      always;
} Column;

static const Column columns[] = {
  { "No.", "序号", NUMBER, GUATU_CSV_ID, 0, 6, TRUE },
  { "WBS", "WBS", TEXT, GUATU_CSV_WBS, 0, 10, TRUE },
  { "Task", "任务", NAME, GUATU_CSV_NAME, 0, 42, TRUE },
  { "Category", "类别", TEXT, GUATU_CSV_CATEGORY, 0, 16, FALSE },
  { "Lead unit", "牵头单位", TEXT, GUATU_CSV_LEAD_UNIT, 0, 22, FALSE },
  { "Support units", "配合单位", TEXT, GUATU_CSV_SUPPORT_UNIT, 0, 22, FALSE },
  { "Lead executive", "牵头领导", TEXT, GUATU_CSV_EXECUTIVE, 0, 14, FALSE },
  { "Responsible", "责任人", TEXT, GUATU_CSV_RESPONSIBLE, 0, 16, FALSE },
  { "Duration", "工期", DURATION, GUATU_CSV_DURATION, 0, 10, TRUE },
  { "Start", "开始", START, GUATU_CSV_START, 0, 20, TRUE },
  { "Finish", "完成", FINISH, GUATU_CSV_FINISH, 0, 20, TRUE },
  { "Deadline", "期限", DATE, GUATU_CSV_DEADLINE, GUATU_TASK_DEADLINE, 20, FALSE },
  { "Actual start", "实际开始", DATE, GUATU_CSV_ACTUAL_START, GUATU_TASK_ACTUAL_START, 20, FALSE },
  { "Actual finish", "实际完成", DATE, GUATU_CSV_ACTUAL_FINISH, GUATU_TASK_ACTUAL_FINISH, 20, FALSE },
  { "% complete", "完成百分比", SHARE, GUATU_CSV_COMPLETE, 0, 12, TRUE },
  { "Light", "亮灯", LIGHT, GUATU_CSV_COMPLETE, 0, 12, FALSE },
  { "Predecessors", "前置任务", TEXT, GUATU_CSV_PREDECESSORS, 0, 16, FALSE },
  { "Objective", "目标效果", TEXT, GUATU_CSV_OBJECTIVE, 0, 40, FALSE },
  { "Measures", "措施", TEXT, GUATU_CSV_MEASURES, 0, 40, FALSE },
  { "Notes", "备注", TEXT, GUATU_CSV_NOTES, 0, 40, FALSE },
};

/* In the order of GuatuLightColour: as the wall chart has them, words as in the window. */
static const struct { const char *english; const char *chinese; guint32 ground; guint32 ink; } lights[] = {
  { "", "", GUATU_XLSX_NO_COLOUR, GUATU_XLSX_NO_COLOUR },
  { "On track", "正常", 0x2e9e54, 0xffffff },
  { "Yellow", "黄色预警", 0xe0b414, 0x222222 },
  { "Orange", "橙色预警", 0xec7f23, 0x222222 },
  { "Red", "红色预警", 0xc8202b, 0xffffff },
  { "Done", "已完成", 0x2f6fb5, 0xffffff },
};

/* Whether any of the first rows says something there: columns that never do are left out. */
static gboolean
is_used (GuatuXlsx *self, const Column *column, const gint32 *outline, guint n)
{
  g_autoptr(GString) cell = g_string_new (NULL);

  if (column->always)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      if (column->look == LIGHT)
        {
          if (guatu_lights_get (self->lights, outline[i])->shown != GUATU_LIGHT_NONE)
            return TRUE;
          continue;
        }
      guatu_csv_fill_cell (self->plan, self->schedule, self->chinese, outline[i], column->kind, cell);
      if (cell->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_text (GuatuXlsx *self, lxw_worksheet *sheet, guint row, guint place, const Column *column, gint32 task,
          GuatuXlsxLook *look)
{
  g_autoptr(GString) cell = g_string_new (NULL);
  g_autofree char *wbs = NULL;

  if (column->kind == GUATU_CSV_WBS)
    wbs = guatu_plan_task_wbs (self->plan, task);
  else
    guatu_csv_fill_cell (self->plan, self->schedule, self->chinese, task, column->kind, cell);
  guatu_xlsx_text (self, sheet, row, place, wbs != NULL ? wbs : cell->str, look);
}

static void
add_light (GuatuXlsx *self, lxw_worksheet *sheet, guint row, guint place, gint32 task, GuatuXlsxLook *look)
{
  guint light = guatu_lights_get (self->lights, task)->shown;

  look->ground = lights[light].ground;
  look->ink = lights[light].ink;
  look->centred = TRUE;
  guatu_xlsx_text (self, sheet, row, place, guatu_xlsx_word (self, lights[light].english, lights[light].chinese), look);
}

static void
add_cell (GuatuXlsx *self, lxw_worksheet *sheet, guint row, guint place, const Column *column, gint32 task)
{
  GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT;

  look.grid = TRUE;
  look.bold = guatu_plan_is_summary (self->plan, task);
  if (column->look == START || column->look == FINISH || column->look == DATE)
    look.number = guatu_xlsx_moment_format (self);
  switch (column->look)
    {
    case NUMBER:
      guatu_xlsx_number (self, sheet, row, place, guatu_plan_task_place (self->plan, task), &look);
      break;
    case NAME:
      look.indent = (guint8) MIN (guatu_plan_task_depth (self->plan, task), 15);
      guatu_xlsx_text (self, sheet, row, place, guatu_plan_task_name (self->plan, task), &look);
      break;
    case START:
      guatu_xlsx_instant (self, sheet, row, place, self->schedule->start[task], &look);
      break;
    case FINISH:
      guatu_xlsx_instant (self, sheet, row, place, self->schedule->finish[task], &look);
      break;
    case DATE:
      guatu_xlsx_instant (self, sheet, row, place, guatu_plan_task_number (self->plan, task, column->field), &look);
      break;
    case SHARE:
      look.number = self->reported[task] % 100 == 0 ? "0%" : "0.##%";
      guatu_xlsx_number (self, sheet, row, place, (double) self->reported[task] / 10000, &look);
      break;
    case LIGHT:
      add_light (self, sheet, row, place, task, &look);
      break;
    case TEXT:
    case DURATION:
    default:
      add_text (self, sheet, row, place, column, task, &look);
      break;
    }
}

static void
add_header (GuatuXlsx *self, lxw_worksheet *sheet, guint place, const Column *column)
{
  GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT;

  look.grid = TRUE;
  look.bold = TRUE;
  look.centred = TRUE;
  look.ground = HEADER_GROUND;
  worksheet_set_column (sheet, (lxw_col_t) place, (lxw_col_t) place, column->width, NULL);
  guatu_xlsx_text (self, sheet, 0, place, guatu_xlsx_word (self, column->english, column->chinese), &look);
}

static void
lay_out (lxw_worksheet *sheet, guint n_columns, guint n_rows)
{
  worksheet_freeze_panes (sheet, 1, N_FROZEN);
  worksheet_outline_settings (sheet, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
  worksheet_set_row (sheet, 0, 24, NULL);
  if (n_rows > 0)
    worksheet_autofilter (sheet, 0, 0, n_rows, (lxw_col_t) (n_columns - 1));
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 8);       /* A3 */
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
}

void
guatu_xlsx_add_list (GuatuXlsx *self)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, guatu_xlsx_word (self, "Tasks", "任务"));
  guint place = 0, n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  n = guatu_xlsx_n_rows (self, n, 1);
  /* A row before its cells: groups are of rows. */
  for (guint i = 0; i < n; i++)
    guatu_xlsx_row (self, sheet, i + 1, outline[i]);

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      if (!is_used (self, &columns[c], outline, n))
        continue;
      add_header (self, sheet, place, &columns[c]);
      for (guint i = 0; i < n; i++)
        add_cell (self, sheet, i + 1, place, &columns[c], outline[i]);
      place++;
    }
  lay_out (sheet, place, n);
}
