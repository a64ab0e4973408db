/* guatu-chart-table.c — what stands in the table's cells. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-baseline-changes.h"
#include "guatu-chart-view.h"
#include "guatu-field-text.h"
#include "guatu-link-text.h"

static const char * const titles[GUATU_N_COLUMNS] = {
  [GUATU_COLUMN_ROW] = NC_("column", "ID"),
  [GUATU_COLUMN_NUMBER] = NC_("column", "No."),
  [GUATU_COLUMN_WBS] = NC_("column", "WBS"),
  [GUATU_COLUMN_NAME] = NC_("column", "Task"),
  [GUATU_COLUMN_DURATION] = NC_("column", "Duration"),
  [GUATU_COLUMN_START] = NC_("column", "Start"),
  [GUATU_COLUMN_FINISH] = NC_("column", "Finish"),
  [GUATU_COLUMN_LEAD_UNIT] = NC_("column", "Lead unit"),
  [GUATU_COLUMN_OWNER] = NC_("column", "Project owner"),
  [GUATU_COLUMN_RESPONSIBLE] = NC_("column", "Responsible"),
  [GUATU_COLUMN_DEADLINE] = NC_("column", "Deadline"),
  [GUATU_COLUMN_PROGRESS] = NC_("column", "Done"),
  [GUATU_COLUMN_OBJECTIVE] = NC_("column", "Objective"),
  [GUATU_COLUMN_PREDECESSORS] = NC_("column", "Predecessors"),
  [GUATU_COLUMN_SLIP] = NC_("column", "Slip"),
  [GUATU_COLUMN_LIGHT] = NC_("column", "Light"),
  [GUATU_COLUMN_CATEGORY] = NC_("column", "Category"),
};

/* Of the column of merged cells, by what the rows are grouped by. */
static const char * const group_titles[GUATU_N_GROUPINGS] = {
  [GUATU_GROUP_UNIT] = NC_("column", "Lead unit"),
  [GUATU_GROUP_SUPPORT_UNIT] = NC_("column", "Support unit"),
  [GUATU_GROUP_TASK_FORCE] = NC_("column", "Task force"),
  [GUATU_GROUP_TOWNSHIP] = NC_("column", "Township"),
  [GUATU_GROUP_OWNER] = NC_("column", "Project owner"),
  [GUATU_GROUP_EXECUTIVE] = NC_("column", "Lead executive"),
  [GUATU_GROUP_RESPONSIBLE] = NC_("column", "Responsible"),
  [GUATU_GROUP_INSPECTOR] = NC_("column", "Inspector"),
  [GUATU_GROUP_STAGE] = NC_("column", "Stage"),
  [GUATU_GROUP_LEDGER] = NC_("column", "Ledger"),
  [GUATU_GROUP_LIGHT] = NC_("column", "Light"),
};

static const char * const amounts[] = {
  [GUATU_UNIT_DAY] = NC_("duration", "{amount} d"),
  [GUATU_UNIT_MINUTE] = NC_("duration", "{amount} min"),
  [GUATU_UNIT_HOUR] = NC_("duration", "{amount} h"),
  [GUATU_UNIT_WEEK] = NC_("duration", "{amount} w"),
  [GUATU_UNIT_MONTH] = NC_("duration", "{amount} mo"),
};

static const char * const elapsed_amounts[] = {
  [GUATU_UNIT_DAY] = NC_("duration", "{amount} ed"),
  [GUATU_UNIT_MINUTE] = NC_("duration", "{amount} emin"),
  [GUATU_UNIT_HOUR] = NC_("duration", "{amount} eh"),
  [GUATU_UNIT_WEEK] = NC_("duration", "{amount} ew"),
  [GUATU_UNIT_MONTH] = NC_("duration", "{amount} emo"),
};

const char *
guatu_chart_column_title (const GuatuChartView *self,
                          GuatuColumnKind       column)
{
  if (column == GUATU_COLUMN_CATEGORY && group_titles[self->rows->grouping] != NULL)
    return guatu_chart_text_in_context (self->language, "column", group_titles[self->rows->grouping]);

  return guatu_chart_text_in_context (self->language, "column", titles[column]);
}

GuatuAlign
guatu_chart_column_align (GuatuColumnKind column)
{
  switch (column)
    {
    case GUATU_COLUMN_WBS:
    case GUATU_COLUMN_NAME:
    case GUATU_COLUMN_OBJECTIVE:
    case GUATU_COLUMN_PREDECESSORS:
      return GUATU_ALIGN_START;
    case GUATU_COLUMN_DURATION:
    case GUATU_COLUMN_PROGRESS:
    case GUATU_COLUMN_SLIP:
      return GUATU_ALIGN_END;
    case GUATU_COLUMN_ROW:
    case GUATU_COLUMN_NUMBER:
    case GUATU_COLUMN_START:
    case GUATU_COLUMN_FINISH:
    case GUATU_COLUMN_LEAD_UNIT:
    case GUATU_COLUMN_OWNER:
    case GUATU_COLUMN_RESPONSIBLE:
    case GUATU_COLUMN_DEADLINE:
    case GUATU_COLUMN_LIGHT:
    case GUATU_COLUMN_CATEGORY:
    case GUATU_N_COLUMNS:
    default:
      return GUATU_ALIGN_CENTRE;
    }
}

double
guatu_chart_cell_padding (const GuatuChartView *self)
{
  return self->size * 0.4;
}

double
guatu_chart_name_room (const GuatuChartView *self,
                       guint                 row,
                       double                column_width)
{
  gint32 task = self->rows->rows[row].task;
  double star = self->highlights != NULL && task >= 0 && self->highlights[task] ? GUATU_STAR_ROOM * self->size : 0;

  return column_width - 2 * guatu_chart_cell_padding (self) - self->rows->rows[row].depth * self->indent - star;
}

gboolean
guatu_chart_heading_columns (const GuatuChartView *self,
                             guint                *first,
                             guint                *last)
{
  guint name = 0;

  while (name < self->n_columns && self->columns[name].kind != GUATU_COLUMN_NAME)
    name++;
  if (name == self->n_columns)
    return FALSE;

  for (*first = name; *first > 0 && self->columns[*first - 1].kind <= GUATU_COLUMN_WBS; --*first)
    ;
  *last = name + 1 < self->n_columns && self->columns[name + 1].kind == GUATU_COLUMN_DURATION ? name + 1 : name;

  return TRUE;
}

/* The amount where the pattern has its mark. */
static void
append_in (const char *pattern,
           const char *amount,
           GString    *text)
{
  const char *mark = strstr (pattern, "{amount}");

  if (mark == NULL)
    mark = pattern + strlen (pattern);
  g_string_append_len (text, pattern, mark - pattern);
  g_string_append (text, amount);
  g_string_append (text, *mark != '\0' ? mark + strlen ("{amount}") : "");
}

static void
append_amount (const GuatuChartView *self,
               gint64                seconds,
               const GuatuTask      *task,
               gboolean              summary,
               GString              *text)
{
  GuatuDurationRates rates = guatu_plan_rates (self->plan);
  gboolean elapsed = task->duration_kind == GUATU_DURATION_ELAPSED && !summary;
  GuatuDurationUnit unit = summary ? GUATU_UNIT_DAY : task->duration_unit;
  double day = elapsed ? 86400 : (double) rates.minutes_per_day * 60;
  double week = elapsed ? 7 * 86400 : (double) rates.minutes_per_week * 60;
  const double seconds_in[] = {
    [GUATU_UNIT_DAY] = day,
    [GUATU_UNIT_MINUTE] = 60,
    [GUATU_UNIT_HOUR] = 3600,
    [GUATU_UNIT_WEEK] = week,
    [GUATU_UNIT_MONTH] = day * (elapsed ? 30 : (double) rates.days_per_month),
  };
  const char *pattern;
  char amount[32];

  if (unit >= G_N_ELEMENTS (seconds_in))
    unit = GUATU_UNIT_DAY;
  pattern = guatu_chart_text_in_context (self->language, "duration", elapsed ? elapsed_amounts[unit] : amounts[unit]);
  g_snprintf (amount, sizeof amount, "%.1f", (double) seconds / seconds_in[unit]);
  if (g_str_has_suffix (amount, "0"))
    amount[strlen (amount) - 2] = '\0';

  append_in (pattern, amount, text);
}

/* "+3 d", "−1.5 d": later and earlier working days; 0 has no sign. */
static void
append_slip (const GuatuChartView *self,
             gint32                task,
             GString              *text)
{
  gint64 slip = self->baseline != NULL ? guatu_baseline_slip (self->plan, self->schedule, self->baseline[task], task)
                                       : GUATU_NONE;
  gint64 tenths = slip != GUATU_NONE ? (ABS (slip) + 5) / 10 : 0;
  char amount[32];

  if (slip == GUATU_NONE)
    return;
  g_snprintf (amount, sizeof amount, tenths % 10 != 0 ? "%" G_GINT64_FORMAT ".%d" : "%" G_GINT64_FORMAT, tenths / 10,
              (int) (tenths % 10));
  g_string_append (text, tenths == 0 ? "" : slip > 0 ? "+" : "−");
  append_in (guatu_chart_text_in_context (self->language, "duration", amounts[GUATU_UNIT_DAY]), amount, text);
}

/* A name may hold line breaks and tabs; in a cell they are spaces. */
static void
append_line (GString    *text,
             const char *line)
{
  gsize from = text->len;

  g_string_append (text, line);
  for (gsize i = from; i < text->len; i++)
    if (text->str[i] == '\n' || text->str[i] == '\t' || text->str[i] == '\r')
      text->str[i] = ' ';
}

/* Everyone who has the role, in the order of their assignments. */
static void
append_who (const GuatuChartView *self,
            gint32                task,
            GuatuRole             role,
            GString              *text)
{
  const GuatuAssignment *assignments = guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  const gint32 *list = guatu_plan_referrers (self->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *assignment = &assignments[list[i]];

      if (assignment->role != role)
        continue;
      if (text->len > 0)
        g_string_append (text, guatu_chart_text_in_context (self->language, "list", ", "));
      if (assignment->unit >= 0)
        append_line (text, guatu_plan_string (self->plan, GUATU_TABLE_UNIT, assignment->unit, GUATU_UNIT_NAME));
      else if (assignment->person >= 0)
        append_line (text, guatu_plan_string (self->plan, GUATU_TABLE_PERSON, assignment->person, GUATU_PERSON_NAME));
    }
}

static void
append_share (const GuatuChartView *self,
              gint64                share,
              GString              *text)
{
  gint64 percent = (share + 50) / 100;
  char number[24];
  g_autofree char *label = NULL;

  /* What is not whole is not shown as whole. */
  if (share < 10000)
    percent = MIN (percent, 99);
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, percent);
  label = guatu_percent_label_in (guatu_chart_text (self->language, GUATU_PERCENT_FORM), number);
  g_string_append (text, label);
}

static void
group_text (const GuatuChartView *self,
            const GuatuRow       *row,
            GuatuColumnKind       column,
            GString              *text)
{
  const GuatuGroup *group = &self->rows->groups[row->group];

  if (column == GUATU_COLUMN_NAME)
    append_line (text, guatu_rows_group_name (self->rows, (guint) row->group, self->language));
  else if (column == GUATU_COLUMN_START)
    guatu_chart_append_date (text, self->language, self->date_form, group->start);
  else if (column == GUATU_COLUMN_FINISH)
    guatu_chart_append_date (text, self->language, self->date_form, guatu_chart_last_day (group->finish));
  else if (column == GUATU_COLUMN_PROGRESS)
    append_share (self, group->share, text);
}

static void
append_finish (const GuatuChartView *self,
               guint                 row,
               gint32                task,
               GString              *text)
{
  GuatuInstant finish = self->schedule->finish[task];

  /* A milestone is an instant, and has no last second. */
  if (self->date_form != GUATU_DATE_TIME && !guatu_chart_is_milestone (self, row))
    finish = guatu_chart_last_day (finish);
  guatu_chart_append_date (text, self->language, self->date_form, finish);
}

/* On the chart of a ledger its numbers; what lies below its tasks goes by the outline. */
static void
append_number (const GuatuChartView *self,
               gint32                task,
               GString              *text)
{
  if (self->numbers == NULL)
    g_string_append_printf (text, "%u", guatu_plan_task_place (self->plan, task));
  else if (self->numbers[task] != NULL)
    append_line (text, self->numbers[task]);
}

void
guatu_chart_cell_text (const GuatuChartView *self,
                       guint                 row,
                       GuatuColumnKind       column,
                       GString              *text)
{
  const GuatuRow *shown = &self->rows->rows[row];
  gint32 task = shown->task;
  gint64 duration;

  g_string_truncate (text, 0);
  if (task < 0)
    {
      group_text (self, shown, column, text);
      return;
    }

  switch (column)
    {
    case GUATU_COLUMN_ROW:
      g_string_append_printf (text, "%u", guatu_plan_task_place (self->plan, task));
      break;
    case GUATU_COLUMN_NUMBER:
      append_number (self, task, text);
      break;
    case GUATU_COLUMN_WBS:
      {
        g_autofree char *wbs = guatu_plan_task_wbs (self->plan, task);

        append_line (text, wbs);
      }
      break;
    case GUATU_COLUMN_NAME:
      append_line (text, guatu_plan_task_name (self->plan, task));
      break;
    case GUATU_COLUMN_DURATION:
      duration = guatu_schedule_duration (self->schedule, self->plan, task);
      if (duration != GUATU_NONE)
        append_amount (self, duration, guatu_plan_task (self->plan, task),
                       (shown->flags & GUATU_ROW_SUMMARY) != 0, text);
      break;
    case GUATU_COLUMN_START:
      guatu_chart_append_date (text, self->language, self->date_form, self->schedule->start[task]);
      break;
    case GUATU_COLUMN_FINISH:
      append_finish (self, row, task, text);
      break;
    case GUATU_COLUMN_LEAD_UNIT:
      append_who (self, task, GUATU_ROLE_LEAD_UNIT, text);
      break;
    case GUATU_COLUMN_OWNER:
      append_who (self, task, GUATU_ROLE_PROJECT_OWNER, text);
      break;
    case GUATU_COLUMN_RESPONSIBLE:
      append_who (self, task, GUATU_ROLE_RESPONSIBLE_PERSON, text);
      break;
    case GUATU_COLUMN_DEADLINE:
      guatu_chart_append_date (text, self->language, self->date_form,
                               guatu_chart_last_day (guatu_plan_task_number (self->plan, task, GUATU_TASK_DEADLINE)));
      break;
    case GUATU_COLUMN_PROGRESS:
      if (self->shares != NULL)
        append_share (self, self->shares[task], text);
      break;
    case GUATU_COLUMN_OBJECTIVE:
      append_line (text, guatu_plan_task_string (self->plan, task, GUATU_TASK_OBJECTIVE));
      break;
    case GUATU_COLUMN_PREDECESSORS:
      {
        g_autofree char *links = guatu_links_text (self->plan, task);

        g_string_append (text, links);
      }
      break;
    case GUATU_COLUMN_SLIP:
      append_slip (self, task, text);
      break;
    case GUATU_COLUMN_LIGHT:
    case GUATU_COLUMN_CATEGORY:
    case GUATU_N_COLUMNS:
    default:
      break;
    }
}

static gboolean
role_used (const GuatuPlan *plan,
           GuatuRole        role)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_ASSIGNMENT);

  for (guint i = 0; i < n; i++)
    if (assignments[i].id != 0 && assignments[i].role == role)
      return TRUE;

  return FALSE;
}

gboolean
guatu_chart_column_used (const GuatuChartView *self,
                         GuatuColumnKind       column)
{
  switch (column)
    {
    case GUATU_COLUMN_LEAD_UNIT:
      return role_used (self->plan, GUATU_ROLE_LEAD_UNIT);
    case GUATU_COLUMN_OWNER:
      return role_used (self->plan, GUATU_ROLE_PROJECT_OWNER);
    case GUATU_COLUMN_RESPONSIBLE:
      return role_used (self->plan, GUATU_ROLE_RESPONSIBLE_PERSON);
    case GUATU_COLUMN_PROGRESS:
      return self->shares != NULL;
    case GUATU_COLUMN_DEADLINE:
      for (guint row = 0; row < self->rows->n; row++)
        if (self->rows->rows[row].task >= 0
            && guatu_plan_task_number (self->plan, self->rows->rows[row].task, GUATU_TASK_DEADLINE) != GUATU_NONE)
          return TRUE;
      return FALSE;
    case GUATU_COLUMN_OBJECTIVE:
      for (guint row = 0; row < self->rows->n; row++)
        if (self->rows->rows[row].task >= 0
            && *guatu_plan_task_string (self->plan, self->rows->rows[row].task, GUATU_TASK_OBJECTIVE) != '\0')
          return TRUE;
      return FALSE;
    case GUATU_COLUMN_SLIP:
      return self->baseline != NULL;
    case GUATU_COLUMN_LIGHT:
      return self->lights != NULL && (self->layers & GUATU_LAYER_LIGHTS) != 0;
    case GUATU_COLUMN_CATEGORY:
      return self->rows->merged;
    case GUATU_COLUMN_PREDECESSORS:
      return guatu_plan_n_live (self->plan, GUATU_TABLE_LINK) > 0;
    case GUATU_COLUMN_ROW:
    case GUATU_COLUMN_NUMBER:
    case GUATU_COLUMN_WBS:
    case GUATU_COLUMN_NAME:
    case GUATU_COLUMN_DURATION:
    case GUATU_COLUMN_START:
    case GUATU_COLUMN_FINISH:
      return TRUE;
    case GUATU_N_COLUMNS:
    default:
      return FALSE;
    }
}
