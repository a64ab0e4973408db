/* guatu-csv-write.c — the task list as CSV that spreadsheets open and guatu_csv_read() takes back. */
#include "guatu-csv-private.h"

#include "guatu-progress.h"

#include <string.h>

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;
  GuatuDurationRates   rates;
  gboolean             chinese;
  gboolean             own_rates;     /* a day is not 8 hours, or the like: days would be read back wrong */
  gboolean             plain;         /* for cells that no spreadsheet takes for a formula */
  GString             *out;
  GString             *cell;
} Writer;

/* Those that are written even where no task has anything to say. */
static const GuatuCsvKind always[] = {
  GUATU_CSV_ID, GUATU_CSV_LEVEL, GUATU_CSV_NAME, GUATU_CSV_DURATION, GUATU_CSV_START, GUATU_CSV_FINISH,
  GUATU_CSV_PREDECESSORS, GUATU_CSV_DEADLINE, GUATU_CSV_CONSTRAINT, GUATU_CSV_CONSTRAINT_DATE, GUATU_CSV_COMPLETE,
};

static const struct { GuatuCsvKind kind; GuatuRole role; } roles[] = {
  { GUATU_CSV_OWNER, GUATU_ROLE_PROJECT_OWNER }, { GUATU_CSV_EXECUTIVE, GUATU_ROLE_LEAD_EXECUTIVE },
  { GUATU_CSV_LEAD_UNIT, GUATU_ROLE_LEAD_UNIT }, { GUATU_CSV_SUPPORT_UNIT, GUATU_ROLE_SUPPORT_UNIT },
  { GUATU_CSV_RESPONSIBLE, GUATU_ROLE_RESPONSIBLE_PERSON }, { GUATU_CSV_INSPECTOR, GUATU_ROLE_INSPECTOR },
  { GUATU_CSV_RESOURCE, GUATU_ROLE_RESOURCE },
};

static const struct { GuatuCsvKind kind; guint field; } texts[] = {
  { GUATU_CSV_UID, GUATU_TASK_SOURCE_UID }, { GUATU_CSV_WBS, GUATU_TASK_WBS }, { GUATU_CSV_NAME, GUATU_TASK_NAME },
  { GUATU_CSV_OBJECTIVE, GUATU_TASK_OBJECTIVE }, { GUATU_CSV_MEASURES, GUATU_TASK_MEASURES },
  { GUATU_CSV_QUALITY, GUATU_TASK_QUALITY_STANDARD }, { GUATU_CSV_NOTES, GUATU_TASK_NOTE },
};

/* In the order of GuatuConstraint. */
static const char * const constraints[][2] = {
  { "As soon as possible", "越早越好" }, { "As late as possible", "越晚越好" }, { "Must start on", "必须开始于" },
  { "Must finish on", "必须完成于" }, { "Start no earlier than", "不得早于...开始" },
  { "Start no later than", "不得晚于...开始" }, { "Finish no earlier than", "不得早于...完成" },
  { "Finish no later than", "不得晚于...完成" },
};

/* Cells ------------------------------------------------------------------------------------------ */

static void
put_text (Writer *self, const char *text)
{
  g_autofree char *safe = self->plain ? NULL : guatu_csv_disarm (text);

  g_string_append (self->cell, safe != NULL ? safe : text);
}

static void
put_instant (Writer *self, GuatuInstant instant)
{
  GuatuCivil civil;

  if (instant == GUATU_NONE)
    return;
  civil = guatu_instant_to_civil (instant);
  g_string_append_printf (self->cell, "%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour,
                          civil.minute);
  if (civil.second != 0)
    g_string_append_printf (self->cell, ":%02d", civil.second);
}

static void
put_amount (Writer *self, gint64 amount, guint unit, gboolean elapsed)
{
  GuatuDuration duration = { .amount = amount, .unit = unit, .elapsed = elapsed };
  g_autofree char *text = NULL;

  if (self->own_rates && !elapsed && unit != GUATU_UNIT_PERCENT && unit != GUATU_UNIT_MINUTE)
    duration.unit = GUATU_UNIT_HOUR;
  text = guatu_duration_format (duration, &self->rates);
  g_string_append (self->cell, text);
}

static void
put_hundredths (Writer *self, gint64 number, const char *suffix)
{
  if (number == GUATU_NONE)
    return;
  g_string_append_printf (self->cell, "%" G_GINT64_FORMAT, number / 100);
  if (number % 100 != 0)
    g_string_append_printf (self->cell, ".%02d", (int) (number % 100));
  g_string_append (self->cell, suffix);
}

static void
put_duration (Writer *self, gint32 task)
{
  const GuatuTask *row = guatu_plan_task (self->plan, task);

  if (!guatu_plan_is_summary (self->plan, task))
    put_amount (self, row->duration, row->duration_unit, row->duration_kind == GUATU_DURATION_ELAPSED);
  else if (self->schedule != NULL)
    put_amount (self, guatu_schedule_duration (self->schedule, self->plan, task), GUATU_UNIT_DAY, FALSE);
}

/* What was typed for a manual task, else what is scheduled, else what the source file said. */
static void
put_date (Writer *self, gint32 task, gboolean start)
{
  gboolean manual = guatu_plan_task (self->plan, task)->mode == GUATU_MODE_MANUAL;
  GuatuInstant typed = guatu_plan_task_number (self->plan, task,
                                               start ? GUATU_TASK_MANUAL_START : GUATU_TASK_MANUAL_FINISH);

  if (manual && typed != GUATU_NONE)
    put_instant (self, typed);
  else if (self->schedule != NULL)
    put_instant (self, start ? self->schedule->start[task] : self->schedule->finish[task]);
  else
    put_instant (self, guatu_plan_task_number (self->plan, task,
                                               start ? GUATU_TASK_RECORDED_START : GUATU_TASK_RECORDED_FINISH));
}

/* "3FS+2d;4SS-1w;7" */
static void
put_predecessors (Writer *self, gint32 task)
{
  static const char * const types[] = { "FF", "FS", "SF", "SS" };
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuLink *link = guatu_plan_link (self->plan, rows[i]);
      gboolean elapsed = link->lag_kind == GUATU_LAG_ELAPSED || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
      gboolean percent = link->lag_kind == GUATU_LAG_PERCENT || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
      guint unit = link->lag_unit;

      g_string_append_printf (self->cell, "%s%u", i > 0 ? ";" : "",
                              guatu_plan_task_place (self->plan, link->predecessor));
      if (link->type != GUATU_LINK_FS || link->lag != 0)
        g_string_append (self->cell, types[link->type]);
      if (link->lag == 0)
        continue;
      if (link->lag > 0)
        g_string_append_c (self->cell, '+');
      if (percent)
        unit = GUATU_UNIT_PERCENT;
      else if (unit == GUATU_UNIT_PERCENT)
        unit = GUATU_UNIT_DAY;
      put_amount (self, link->lag, unit, elapsed);
    }
}

static void
put_constraint (Writer *self, gint32 task)
{
  guint8 constraint = guatu_plan_task (self->plan, task)->constraint;

  if (constraint != GUATU_CONSTRAINT_ASAP)
    g_string_append (self->cell, constraints[constraint][self->chinese ? 1 : 0]);
}

static void
put_complete (Writer *self, gint32 task)
{
  const GuatuReport *reports = guatu_plan_rows (self->plan, GUATU_TABLE_REPORT);
  gint32 report = guatu_progress_latest_report (self->plan, task, GUATU_NONE);

  if (report >= 0)
    put_hundredths (self, reports[report].share, "%");
  else if (guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE)
    g_string_append (self->cell, "100%");
}

static void
put_flag (Writer *self, gboolean flag)
{
  if (flag)
    g_string_append (self->cell, self->chinese ? "是" : "Yes");
}

static void
put_calendar (Writer *self, gint32 task)
{
  gint32 calendar = guatu_plan_task (self->plan, task)->calendar;
  const char *slug;

  if (calendar < 0)
    return;
  slug = guatu_plan_string (self->plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_SLUG);
  if (slug[0] == '\0')
    slug = guatu_plan_string (self->plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_NAME);
  put_text (self, slug);
}

static void
put_category (Writer *self, gint32 task)
{
  const GuatuLedgerItem *items = guatu_plan_rows (self->plan, GUATU_TABLE_LEDGER_ITEM);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 category = items[rows[i]].category;

      if (category >= 0)
        {
          put_text (self, guatu_plan_string (self->plan, GUATU_TABLE_CATEGORY, category, GUATU_CATEGORY_NAME));
          return;
        }
    }
}

/* "Jack[50%];Jill" */
static void
put_parties (Writer *self, gint32 task, GuatuRole role)
{
  const GuatuAssignment *assignments = guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *row = &assignments[rows[i]];

      if (row->role != role)
        continue;
      if (self->cell->len > 0)
        g_string_append_c (self->cell, ';');
      if (row->unit >= 0)
        put_text (self, guatu_plan_string (self->plan, GUATU_TABLE_UNIT, row->unit, GUATU_UNIT_NAME));
      else
        put_text (self, guatu_plan_string (self->plan, GUATU_TABLE_PERSON, row->person, GUATU_PERSON_NAME));
      if (row->share == 10000)
        continue;
      g_string_append_c (self->cell, '[');
      put_hundredths (self, row->share, "%]");
    }
}

/* Fills self->cell with what the task says in the column. */
static void
fill (Writer *self, gint32 task, GuatuCsvKind kind)
{
  const GuatuTask *row = guatu_plan_task (self->plan, task);

  g_string_truncate (self->cell, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].kind == kind)
      put_text (self, guatu_plan_task_string (self->plan, task, texts[i].field));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].kind == kind)
      put_parties (self, task, roles[i].role);

  if (kind == GUATU_CSV_ID)
    g_string_append_printf (self->cell, "%u", guatu_plan_task_place (self->plan, task));
  else if (kind == GUATU_CSV_LEVEL)
    g_string_append_printf (self->cell, "%u", guatu_plan_task_depth (self->plan, task) + 1);
  else if (kind == GUATU_CSV_DURATION)
    put_duration (self, task);
  else if (kind == GUATU_CSV_START || kind == GUATU_CSV_FINISH)
    put_date (self, task, kind == GUATU_CSV_START);
  else if (kind == GUATU_CSV_PREDECESSORS)
    put_predecessors (self, task);
  else if (kind == GUATU_CSV_DEADLINE)
    put_instant (self, guatu_plan_task_number (self->plan, task, GUATU_TASK_DEADLINE));
  else if (kind == GUATU_CSV_CONSTRAINT)
    put_constraint (self, task);
  else if (kind == GUATU_CSV_CONSTRAINT_DATE)
    put_instant (self, guatu_plan_task_number (self->plan, task, GUATU_TASK_CONSTRAINT_DATE));
  else if (kind == GUATU_CSV_COMPLETE)
    put_complete (self, task);
  else if (kind == GUATU_CSV_ACTUAL_START)
    put_instant (self, guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_START));
  else if (kind == GUATU_CSV_ACTUAL_FINISH)
    put_instant (self, guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_FINISH));
  else if (kind == GUATU_CSV_MILESTONE)
    put_flag (self, row->kind == GUATU_KIND_MILESTONE);
  else if (kind == GUATU_CSV_PROJECT)
    put_flag (self, row->is_project);
  else if (kind == GUATU_CSV_MODE && row->mode == GUATU_MODE_MANUAL)
    g_string_append (self->cell, self->chinese ? "手动" : "Manual");
  else if (kind == GUATU_CSV_CALENDAR)
    put_calendar (self, task);
  else if (kind == GUATU_CSV_WEIGHT)
    put_hundredths (self, guatu_plan_task_number (self->plan, task, GUATU_TASK_WEIGHT), "");
  else if (kind == GUATU_CSV_INVESTMENT)
    put_hundredths (self, guatu_plan_task_number (self->plan, task, GUATU_TASK_PLANNED_INVESTMENT), "");
  else if (kind == GUATU_CSV_CATEGORY)
    put_category (self, task);
  else if (kind == GUATU_CSV_WORK && guatu_plan_task_number (self->plan, task, GUATU_TASK_PLANNED_WORK) != GUATU_NONE)
    put_amount (self, guatu_plan_task_number (self->plan, task, GUATU_TASK_PLANNED_WORK), GUATU_UNIT_HOUR, FALSE);
}

void
guatu_csv_fill_cell (const GuatuPlan *plan, const GuatuSchedule *schedule, gboolean chinese, gint32 task,
                     GuatuCsvKind kind, GString *cell)
{
  Writer self = { .plan = plan, .schedule = schedule, .rates = guatu_plan_rates (plan), .chinese = chinese,
                  .plain = TRUE, .cell = cell };

  fill (&self, task, kind);
}

/* The sheet -------------------------------------------------------------------------------------- */

static void
append_cell (GString *out, const char *text, gboolean first)
{
  gsize length = strlen (text);

  if (!first)
    g_string_append_c (out, ',');
  if (length == 0)
    return;
  if (strpbrk (text, "\",;\t\r\n") == NULL && text[0] != ' ' && text[length - 1] != ' ')
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

static gboolean
is_used (Writer *self, GuatuCsvKind kind, const gint32 *outline, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    if (always[i] == kind)
      return TRUE;
  for (guint i = 0; i < n; i++)
    {
      fill (self, outline[i], kind);
      if (self->cell->len > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
are_own_rates (const GuatuDurationRates *rates)
{
  const GuatuDurationRates usual = GUATU_DURATION_RATES_DEFAULT;

  return rates->minutes_per_day != usual.minutes_per_day || rates->minutes_per_week != usual.minutes_per_week ||
         rates->days_per_month != usual.days_per_month;
}

char *
guatu_csv_write (const GuatuPlan *plan, const GuatuSchedule *schedule, const char *language, gsize *length)
{
  Writer self = { .plan = plan, .schedule = schedule, .rates = guatu_plan_rates (plan),
                  .chinese = language != NULL && g_str_has_prefix (language, "zh") };
  gboolean used[GUATU_CSV_N_KINDS];
  const gint32 *outline;
  guint n;

  g_return_val_if_fail (plan != NULL, NULL);

  /* The mark tells spreadsheets that this is UTF-8. */
  self.out = g_string_new ("\xef\xbb\xbf");
  self.cell = g_string_new (NULL);
  self.own_rates = are_own_rates (&self.rates);
  outline = guatu_plan_outline (plan, &n);

  for (guint kind = 0; kind < GUATU_CSV_N_KINDS; kind++)
    {
      used[kind] = is_used (&self, kind, outline, n);
      if (used[kind])
        append_cell (self.out, guatu_csv_header (kind, self.chinese), kind == 0);
    }
  g_string_append (self.out, "\r\n");

  for (guint i = 0; i < n; i++)
    {
      for (guint kind = 0; kind < GUATU_CSV_N_KINDS; kind++)
        if (used[kind])
          {
            fill (&self, outline[i], kind);
            append_cell (self.out, self.cell->str, kind == 0);
          }
      g_string_append (self.out, "\r\n");
    }

  g_string_free (self.cell, TRUE);
  if (length != NULL)
    *length = self.out->len;
  return g_string_free (self.out, FALSE);
}
