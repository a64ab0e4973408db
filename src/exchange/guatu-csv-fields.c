/* guatu-csv-fields.c — the fields of the tasks: durations, dates, constraints, texts. */
#include "guatu-csv-private.h"

#include "guatu-samples.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TASK GUATU_TABLE_TASK

/* What the dates of one row say. */
typedef struct
{
  GuatuInstant start;
  GuatuInstant finish;
  gboolean     has_duration;
  GuatuDuration duration;
} Span;

/* Values ----------------------------------------------------------------------------------------- */

/* Sets a field, or says why it cannot hold the value. */
static gboolean
set (GuatuCsvImport *self, guint task, guint field, GuatuValue value, guint record, GuatuCsvKind kind)
{
  g_autoptr(GError) error = NULL;

  if (guatu_field_check (guatu_field (TASK, field), value, &error) &&
      guatu_plan_set (self->plan, TASK, (gint32) task, field, value))
    return TRUE;

  guatu_csv_note (self, record, kind, "%s", error != NULL ? error->message : _("the value cannot be kept"));
  return FALSE;
}

gboolean
guatu_csv_is_nothing (const char *text)
{
  static const char * const words[] = { "", "-", "--", "—", "——", "–", "/", "\\", "无", "暂无", "na", "n/a", "none" };
  g_autofree char *lower = NULL;

  if (strlen (text) > 8)
    return FALSE;
  lower = g_ascii_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (lower, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
guatu_csv_read_boolean (const char *text, gboolean *value)
{
  static const char * const yes[] = { "yes", "y", "true", "t", "1", "x", "是", "真", "√", "✓", "✔", "有" };
  static const char * const no[] = { "", "no", "n", "false", "f", "0", "否", "假", "无", "×" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_str_equal (lower, yes[i]))
      return *value = TRUE;
  *value = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_str_equal (lower, no[i]))
      return TRUE;
  return FALSE;
}

/* A plain decimal number with a point or a comma, times @scale, rounded half up. */
static gboolean
read_number (const char *text, gint64 scale, gint64 *number)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  char *end = NULL;
  double value;

  g_strstrip (plain);
  if (plain[0] == '\0' || strspn (plain, "0123456789.,") != strlen (plain) || strlen (plain) > 40)
    return FALSE;
  /* "1,234,567.89" has thousands; "1,5" a decimal comma. */
  if (strchr (plain, '.') != NULL || strchr (plain, ',') != strrchr (plain, ','))
    {
      char *to = plain;

      for (const char *c = plain; *c != '\0'; c++)
        if (*c != ',')
          *to++ = *c;
      *to = '\0';
    }
  g_strdelimit (plain, ",", '.');
  value = g_ascii_strtod (plain, &end) * (double) scale;
  if (*end != '\0' || !(value >= 0 && value < 9e17))
    return FALSE;
  *number = (gint64) (value + 0.5);
  return TRUE;
}

gboolean
guatu_csv_read_percent (const char *text, gint64 *share)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  gsize length;

  g_strstrip (plain);
  length = strlen (plain);
  if (length > 0 && plain[length - 1] == '%')
    plain[length - 1] = '\0';
  return read_number (g_strchomp (plain), 100, share);
}

/* Durations -------------------------------------------------------------------------------------- */

/* A bare number is in the unit that the header names, else in days. */
static char *
with_unit (const GuatuCsvImport *self, GuatuCsvKind kind, const char *text)
{
  const char *unit = self->columns.unit[kind];

  if (unit != NULL && text[strspn (text, "0123456789.,")] == '\0')
    return g_strconcat (text, unit, NULL);
  return g_strdup (text);
}

static gboolean
read_duration (GuatuCsvImport *self, guint record, GuatuCsvKind kind, GuatuDuration *duration)
{
  const GuatuDurationRates rates = guatu_plan_rates (self->plan);
  g_autofree char *text = guatu_csv_value (self, record, kind);
  g_autofree char *typed = NULL;
  g_autofree char *said = NULL;
  gsize length = strlen (text);
  gboolean about;

  if (guatu_csv_is_nothing (text))
    return FALSE;
  /* "5 days?" is an estimate. */
  while (length > 1 && (text[length - 1] == '?' || text[length - 1] == ' '))
    text[--length] = '\0';
  typed = with_unit (self, kind, text);
  if (guatu_duration_parse (typed, &rates, FALSE, duration) || guatu_duration_parse (text, &rates, FALSE, duration))
    return TRUE;
  said = guatu_csv_plain_duration (typed, &about);
  if (guatu_duration_parse (said, &rates, FALSE, duration))
    {
      if (about)
        guatu_csv_remark (self, record, kind, _("“%s” was taken without “about”"), text);
      return TRUE;
    }

  if (text[0] == '-')
    guatu_csv_note (self, record, kind, _("“%s” is less than nothing; a duration cannot be"), text);
  else
    guatu_csv_note (self, record, kind, _("“%s” is not understood as a duration"), text);
  return FALSE;
}

static void
set_duration (GuatuCsvImport *self, guint task, guint record, GuatuDuration duration)
{
  if (!set (self, task, GUATU_TASK_DURATION, GUATU_INTEGER (duration.amount), record, GUATU_CSV_DURATION))
    return;
  guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (duration.unit));
  guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_DURATION_KIND,
                  GUATU_INTEGER (duration.elapsed ? GUATU_DURATION_ELAPSED : GUATU_DURATION_WORKING));
}

/* Start and finish say how long the task takes where no duration does. */
static void
duration_of_span (GuatuCsvImport *self, guint task, guint record, const Span *span)
{
  const GuatuWorktime *worktime = guatu_plan_task_worktime (self->plan, (gint32) task);
  GuatuDuration duration = { .unit = GUATU_UNIT_DAY };

  if (span->finish < span->start)
    {
      guatu_csv_note (self, record, GUATU_CSV_FINISH, _("the finish is before the start; it gives no duration"));
      return;
    }
  duration.amount = guatu_worktime_work (worktime, span->start, span->finish);
  if (duration.amount % (guatu_plan_settings (self->plan)->minutes_per_day * 60) != 0)
    duration.unit = GUATU_UNIT_HOUR;
  set_duration (self, task, record, duration);
}

/* Constraints ------------------------------------------------------------------------------------- */

/* By their place in GuatuConstraint; names as guatu_csv_fold() leaves them. */
static const char * const constraints[][5] = {
  [GUATU_CONSTRAINT_ASAP] = { "asap", "assoonaspossible", "越早越好" },
  [GUATU_CONSTRAINT_ALAP] = { "alap", "aslateaspossible", "越晚越好" },
  [GUATU_CONSTRAINT_MSO] = { "mso", "muststarton", "必须开始于" },
  [GUATU_CONSTRAINT_MFO] = { "mfo", "mustfinishon", "必须完成于" },
  [GUATU_CONSTRAINT_SNET] = { "snet", "startnoearlierthan", "不得早于开始", "不早于开始" },
  [GUATU_CONSTRAINT_SNLT] = { "snlt", "startnolaterthan", "不得晚于开始", "不晚于开始" },
  [GUATU_CONSTRAINT_FNET] = { "fnet", "finishnoearlierthan", "不得早于完成", "不早于完成" },
  [GUATU_CONSTRAINT_FNLT] = { "fnlt", "finishnolaterthan", "不得晚于完成", "不晚于完成" },
};

static gboolean
find_constraint (const char *text, GuatuConstraint *constraint)
{
  g_autofree char *folded = guatu_csv_fold (text);

  if (folded[0] >= '0' && folded[0] <= '7' && folded[1] == '\0')
    {
      *constraint = (GuatuConstraint) (folded[0] - '0');
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (constraints); i++)
    if (g_strv_contains (constraints[i], folded))
      {
        *constraint = (GuatuConstraint) i;
        return TRUE;
      }
  return FALSE;
}

static void
read_constraint (GuatuCsvImport *self, guint task, guint record)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->plan);
  g_autofree char *text = guatu_csv_value (self, record, GUATU_CSV_CONSTRAINT);
  GuatuConstraint constraint;
  GuatuInstant date;
  gboolean at_finish;

  if (text[0] == '\0')
    return;
  if (!find_constraint (text, &constraint))
    {
      guatu_csv_note (self, record, GUATU_CSV_CONSTRAINT, _("“%s” is not known as a constraint"), text);
      return;
    }
  at_finish = guatu_constraint_is_finish (constraint);
  if (constraint != GUATU_CONSTRAINT_ASAP && constraint != GUATU_CONSTRAINT_ALAP)
    {
      if (!guatu_csv_read_date (self, record, GUATU_CSV_CONSTRAINT_DATE,
                                at_finish ? settings->default_finish : settings->default_start, &date))
        {
          guatu_csv_note (self, record, GUATU_CSV_CONSTRAINT, _("the constraint has no date and was left out"));
          return;
        }
      set (self, task, GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (date), record, GUATU_CSV_CONSTRAINT_DATE);
    }
  guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_CONSTRAINT, GUATU_INTEGER (constraint));
}

/* Dates ------------------------------------------------------------------------------------------- */

static gboolean
is_manual (GuatuCsvImport *self, guint record)
{
  g_autofree char *text = guatu_csv_value (self, record, GUATU_CSV_MODE);
  g_autofree char *folded = guatu_csv_fold (text);

  return g_str_has_prefix (folded, "manual") || g_str_has_prefix (folded, "手动");
}

static void
set_date (GuatuCsvImport *self, guint task, guint field, GuatuInstant instant)
{
  if (instant != GUATU_NONE)
    guatu_plan_set (self->plan, TASK, (gint32) task, field, GUATU_INTEGER (instant));
}

/* All such tasks are counted. One with a finish alone is told, as a person might think that it ends there. */
static void
note_no_duration (GuatuCsvImport *self, guint task, guint record, const Span *span)
{
  self->n_without_duration++;
  if (span->finish != GUATU_NONE && !self->has_predecessor[task])
    guatu_csv_remark (self, record, GUATU_CSV_FINISH,
                    _("there is a finish, but neither start nor duration; the task was given one day"));
}

/* A typed start binds a task that nothing else does; but a file that has constraints means those. */
static void
read_leaf (GuatuCsvImport *self, guint task, guint record, const Span *span)
{
  gboolean milestone = guatu_plan_task (self->plan, (gint32) task)->kind == GUATU_KIND_MILESTONE;

  if (span->has_duration)
    set_duration (self, task, record, span->duration);
  else if (span->start != GUATU_NONE && span->finish != GUATU_NONE)
    duration_of_span (self, task, record, span);
  else if (milestone)
    guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_DURATION, GUATU_INTEGER (0));
  else
    note_no_duration (self, task, record, span);

  if (is_manual (self, record))
    {
      guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL));
      set_date (self, task, GUATU_TASK_MANUAL_START, span->start);
      set_date (self, task, GUATU_TASK_MANUAL_FINISH, span->finish);
    }
  else if (span->start != GUATU_NONE && !self->has_predecessor[task] && self->columns.column[GUATU_CSV_CONSTRAINT] < 0)
    {
      guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET));
      set_date (self, task, GUATU_TASK_CONSTRAINT_DATE, span->start);
    }
}

static gboolean
starts_below (const GuatuCsvImport *self, guint task)
{
  for (guint below = task + 1; below <= self->last[task]; below++)
    {
      g_autofree char *text = guatu_csv_value (self, g_array_index (self->records, guint, below), GUATU_CSV_START);

      if (!guatu_csv_is_nothing (text))
        return TRUE;
    }
  return FALSE;
}

/* Of a summary the dates follow from what is below it. Only where pasted rows say nothing of when that starts, the
 * start of the summary is all that is said. */
static void
read_summary (GuatuCsvImport *self, guint task, const Span *span)
{
  if (self->paste == NULL || span->start == GUATU_NONE || self->has_predecessor[task] || starts_below (self, task))
    return;
  guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET));
  set_date (self, task, GUATU_TASK_CONSTRAINT_DATE, span->start);
}

static void
read_dates (GuatuCsvImport *self, guint task, guint record)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->plan);
  gboolean summary = self->last[task] > task;
  Span span;
  GuatuInstant deadline;

  guatu_csv_read_date (self, record, GUATU_CSV_START, settings->default_start, &span.start);
  guatu_csv_read_date (self, record, GUATU_CSV_FINISH, settings->default_finish, &span.finish);
  if (self->paste == NULL)
    {
      set_date (self, task, GUATU_TASK_RECORDED_START, span.start);
      set_date (self, task, GUATU_TASK_RECORDED_FINISH, span.finish);
    }
  if (guatu_csv_read_date (self, record, GUATU_CSV_DEADLINE, settings->default_finish, &deadline))
    set_date (self, task, GUATU_TASK_DEADLINE, deadline);
  /* Whoever writes a finish alone says by when. */
  else if (self->paste != NULL && span.start == GUATU_NONE && !summary)
    set_date (self, task, GUATU_TASK_DEADLINE, span.finish);

  span.has_duration = !summary && read_duration (self, record, GUATU_CSV_DURATION, &span.duration);
  if (summary)
    read_summary (self, task, &span);
  else
    read_leaf (self, task, record, &span);
  read_constraint (self, task, record);
}

/* Everything else --------------------------------------------------------------------------------- */

static void
read_texts (GuatuCsvImport *self, guint task, guint record)
{
  static const struct { GuatuCsvKind kind; guint field; } texts[] = {
    { GUATU_CSV_WBS, GUATU_TASK_WBS }, { GUATU_CSV_OBJECTIVE, GUATU_TASK_OBJECTIVE },
    { GUATU_CSV_MEASURES, GUATU_TASK_MEASURES }, { GUATU_CSV_QUALITY, GUATU_TASK_QUALITY_STANDARD },
    { GUATU_CSV_NOTES, GUATU_TASK_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = guatu_csv_value (self, record, texts[i].kind);

      /* Pasted rows are numbered afresh: "2.1" is where a task stood, and no code of its own. */
      if (self->paste != NULL && texts[i].kind == GUATU_CSV_WBS && text[strspn (text, "0123456789.")] == '\0')
        continue;
      if (text[0] != '\0')
        set (self, task, texts[i].field, GUATU_TEXT (text), record, texts[i].kind);
    }
}

/* What the source file calls the row: its unique ID, else its ID. */
static void
read_source (GuatuCsvImport *self, guint task, guint record)
{
  GuatuCsvKind kind = self->columns.column[GUATU_CSV_UID] >= 0 ? GUATU_CSV_UID : GUATU_CSV_ID;
  g_autofree char *text = guatu_csv_value (self, record, kind);

  if (text[0] != '\0')
    set (self, task, GUATU_TASK_SOURCE_UID, GUATU_TEXT (text), record, kind);
}

static void
read_flags (GuatuCsvImport *self, guint task, guint record)
{
  static const struct { GuatuCsvKind kind; guint field; } flags[] = {
    { GUATU_CSV_MILESTONE, GUATU_TASK_KIND }, { GUATU_CSV_PROJECT, GUATU_TASK_IS_PROJECT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *text = guatu_csv_value (self, record, flags[i].kind);
      gboolean value;

      if (!guatu_csv_read_boolean (text, &value))
        guatu_csv_note (self, record, flags[i].kind, _("“%s” is neither yes nor no"), text);
      else if (value)
        guatu_plan_set (self->plan, TASK, (gint32) task, flags[i].field, GUATU_INTEGER (1));
    }
}

/* "(万元)" in the header counts in ten thousands. */
static gint64
money_scale (const GuatuCsvImport *self)
{
  const char *unit = self->columns.unit[GUATU_CSV_INVESTMENT];

  if (unit != NULL && g_str_has_prefix (unit, "万"))
    return 100 * 10000;
  if (unit != NULL && g_str_has_prefix (unit, "亿"))
    return 100 * G_GINT64_CONSTANT (100000000);
  return 100;
}

static void
read_amounts (GuatuCsvImport *self, guint task, guint record)
{
  g_autofree char *weight = guatu_csv_value (self, record, GUATU_CSV_WEIGHT);
  g_autofree char *money = guatu_csv_value (self, record, GUATU_CSV_INVESTMENT);
  GuatuDuration work;
  gint64 number;

  if (weight[0] != '\0' && !guatu_csv_read_percent (weight, &number))
    guatu_csv_note (self, record, GUATU_CSV_WEIGHT, _("“%s” is not understood as a number"), weight);
  else if (weight[0] != '\0')
    set (self, task, GUATU_TASK_WEIGHT, GUATU_INTEGER (number), record, GUATU_CSV_WEIGHT);

  if (money[0] != '\0' && !read_number (money, money_scale (self), &number))
    guatu_csv_note (self, record, GUATU_CSV_INVESTMENT, _("“%s” is not understood as a number"), money);
  else if (money[0] != '\0')
    set (self, task, GUATU_TASK_PLANNED_INVESTMENT, GUATU_INTEGER (number), record, GUATU_CSV_INVESTMENT);

  if (self->last[task] == task && read_duration (self, record, GUATU_CSV_WORK, &work))
    set (self, task, GUATU_TASK_PLANNED_WORK, GUATU_INTEGER (work.amount), record, GUATU_CSV_WORK);
}

/* "24 hours" and "24-hours" are one; "标准" is what Project calls Standard in Chinese. */
static char *
calendar_slug (const char *text)
{
  char *slug = g_ascii_strdown (g_str_equal (text, "标准") ? "standard" : text, -1);

  return g_strdelimit (slug, " _", '-');
}

/* The row of the calendar, added at its first mention; -1, with a note, if nobody knows it. */
static gint32
find_calendar (GuatuCsvImport *self, GHashTable *rows, const char *text, guint record)
{
  g_autofree char *slug = calendar_slug (text);
  gpointer row;

  if (g_hash_table_lookup_extended (rows, slug, NULL, &row))
    return GPOINTER_TO_INT (row);

  row = GINT_TO_POINTER (guatu_calendar_add (self->plan, slug, NULL));
  g_hash_table_insert (rows, g_steal_pointer (&slug), row);
  if (GPOINTER_TO_INT (row) < 0)
    guatu_csv_note (self, record, GUATU_CSV_CALENDAR,
                    _("the calendar “%s” is not one of those that the program ships"), text);
  return GPOINTER_TO_INT (row);
}

/* Calendars come before durations, which are measured on them. */
static void
read_calendars (GuatuCsvImport *self)
{
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint32 own = guatu_plan_settings (self->plan)->calendar;

  for (guint task = 0; task < self->n_tasks && self->columns.column[GUATU_CSV_CALENDAR] >= 0; task++)
    {
      guint record = g_array_index (self->records, guint, task);
      g_autofree char *text = guatu_csv_value (self, record, GUATU_CSV_CALENDAR);
      gint32 row;

      if (text[0] == '\0' || g_ascii_strcasecmp (text, "none") == 0 || g_str_equal (text, "无"))
        continue;
      row = find_calendar (self, rows, text, record);
      if (row >= 0 && row != own)
        guatu_plan_set (self->plan, TASK, (gint32) task, GUATU_TASK_CALENDAR,
                        GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, row)));
    }
}

gboolean
guatu_csv_read_fields (GuatuCsvImport *self, GError **error)
{
  read_calendars (self);

  for (guint task = 0; task < self->n_tasks; task++)
    {
      guint record = g_array_index (self->records, guint, task);

      if (!guatu_csv_tick (self, GUATU_CSV_STAGE_FIELDS, task, error))
        return FALSE;
      read_flags (self, task, record);
      read_dates (self, task, record);
      read_texts (self, task, record);
      if (self->paste == NULL)
        read_source (self, task, record);
      read_amounts (self, task, record);
    }
  if (self->n_without_duration > 0)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     ngettext ("%u task has no duration; it was given one day",
                               "%u tasks have no duration; each was given one day", self->n_without_duration),
                     self->n_without_duration);
  return TRUE;
}
