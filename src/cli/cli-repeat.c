/* cli-repeat.c — "repeat": when a recurring task takes place, and whether it has. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-occurrences.h"
#include "guatu-rule-words.h"

static const char * const kinds[] = { "daily", "weekly", "monthly", "yearly", NULL };
static const char * const weekdays[] = { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                         NULL };
static const char * const items[] = { "day", "weekday", "weekend-day", "sunday", "monday", "tuesday", "wednesday",
                                      "thursday", "friday", "saturday", NULL };
static const char * const places[] = { "first", "second", "third", "fourth", "last", NULL };
static const char * const days_off[] = { "next", "previous", "skip", NULL };

enum { DAILY, WEEKLY, MONTHLY, YEARLY };

static int
find_name (const char * const *names, const char *text, gsize least)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_ascii_strncasecmp (names[i], text, MAX (strlen (text), least)) == 0)
      return i;

  return -1;
}

/* The rule ------------------------------------------------------------------------------------------------- */

/* "mon,thu". */
static gboolean
read_weekdays (const char *text, GArray *settings, GError **error)
{
  g_auto(GStrv) words = g_strsplit (text, ",", -1);
  gint64 bits = 0;

  for (char **word = words; *word != NULL; word++)
    {
      int weekday = find_name (weekdays, g_strstrip (*word), 2);

      if (weekday < 0)
        return cli_usage (error, _("“%s” is no weekday: write mon, tue …"), *word);
      bits |= 1 << weekday;
    }
  cli_settings_add (settings, GUATU_RECURRENCE_WEEKDAYS, GUATU_INTEGER (bits));
  return TRUE;
}

/* "15", or "last-friday"; @recurrence takes which of the two it is, as a step from the rule by date. */
static gboolean
read_month_day (const char *text, int *step, GArray *settings, GError **error)
{
  char *end;
  gint64 day = g_ascii_strtoll (text, &end, 10);
  const char *dash = strchr (text, '-');
  g_autofree char *first = dash != NULL ? g_strndup (text, (gsize) (dash - text)) : NULL;
  int place = first != NULL ? find_name (places, first, 1) : -1;
  int item = dash != NULL && dash[1] != '\0' ? find_name (items, dash + 1, 2) : -1;

  *step = 0;
  if (end != text && *end == '\0' && day >= 1 && day <= 31)
    {
      cli_settings_add (settings, GUATU_RECURRENCE_MONTH_DAY, GUATU_INTEGER (day));
      return TRUE;
    }
  if (place < 0 || item < 0)
    return cli_usage (error, _("“%s” is no day of a month: write 15, or last-friday, first-weekday …"), text);

  *step = 1;
  cli_settings_add (settings, GUATU_RECURRENCE_PLACE, GUATU_INTEGER (place));
  cli_settings_add (settings, GUATU_RECURRENCE_ITEM, GUATU_INTEGER (item));
  return TRUE;
}

/* "6/15", "6/last-friday". */
static gboolean
read_year_day (const char *text, int *step, GArray *settings, GError **error)
{
  char *end;
  gint64 month = g_ascii_strtoll (text, &end, 10);

  if (month < 1 || month > 12 || *end != '/')
    return cli_usage (error, _("“%s” is no day of a year: write month and day, 6/15 or 6/last-friday"), text);
  cli_settings_add (settings, GUATU_RECURRENCE_MONTH, GUATU_INTEGER (month));
  return read_month_day (end + 1, step, settings, error);
}

static gboolean
read_kind (const CliCall *call, GArray *settings, GError **error)
{
  const char *on = cli_option (call, "on");
  int kind = find_name (kinds, call->args[2], 3), step = 0, recurrence = GUATU_RECUR_EVERY_N_DAYS;
  gboolean ok = TRUE;

  if (kind < 0)
    return cli_usage_of_name (error, "RULE", kinds, call->args[2]);
  if ((on == NULL) != (kind == DAILY))
    return kind == DAILY ? cli_usage (error, _("“--on” means nothing for a daily rule."))
                         : cli_usage (error, _("On which day? Write --on mon, --on 15 or --on 6/15."));
  if (kind == WEEKLY)
    {
      recurrence = GUATU_RECUR_WEEKLY;
      ok = read_weekdays (on, settings, error);
    }
  else if (kind == MONTHLY)
    {
      ok = read_month_day (on, &step, settings, error);
      recurrence = GUATU_RECUR_MONTHLY_DAY + step;
    }
  else if (kind == YEARLY)
    {
      ok = read_year_day (on, &step, settings, error);
      recurrence = GUATU_RECUR_YEARLY_DAY + step;
    }
  cli_settings_add (settings, GUATU_RECURRENCE_RECURRENCE, GUATU_INTEGER (recurrence));
  return ok;
}

/* Until when, which takes the place of how often, and the other way round. */
static gboolean
read_end (const CliCall *call, GArray *settings, GError **error)
{
  double times = 0;
  GuatuInstant until;

  if (!cli_number_option (call, "times", 1, GUATU_MOST_OCCURRENCES, &times, error) ||
      !cli_date_option (call, "until", 0, &until, error))
    return FALSE;
  if (times > 0 && until != GUATU_NONE)
    return cli_usage (error, _("“--times” and “--until” cannot both be."));
  if (times > 0 || until != GUATU_NONE)
    {
      cli_settings_add (settings, GUATU_RECURRENCE_TIMES, times > 0 ? GUATU_INTEGER ((gint64) times) : GUATU_NULL);
      cli_settings_add (settings, GUATU_RECURRENCE_TO_DATE, times > 0 ? GUATU_NULL : GUATU_INTEGER (until));
    }
  return TRUE;
}

static gboolean
read_hours (const CliCall *call, const GuatuPlan *plan, GArray *settings, GError **error)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  const char *at = cli_option (call, "at"), *takes = cli_option (call, "takes");
  GuatuDuration duration;
  gint64 daytime;

  if (at != NULL && !guatu_daytime_parse (at, &daytime))
    return cli_usage (error, _("“%s” is no time of day: write 9:00"), at);
  if (at != NULL)
    cli_settings_add (settings, GUATU_RECURRENCE_START_TIME, GUATU_INTEGER (daytime));
  if (takes != NULL && (!guatu_duration_parse (takes, &rates, FALSE, &duration) || duration.amount < 0))
    return cli_usage (error, _("“%s” is no duration: write 2h or 1d"), takes);
  if (takes != NULL)
    cli_settings_add (settings, GUATU_RECURRENCE_DURATION, GUATU_INTEGER (duration.amount));
  return TRUE;
}

static gboolean
read_rule (const CliCall *call, const GuatuPlan *plan, GArray *settings, GError **error)
{
  double every = 0;
  int day_off = -1;
  GuatuInstant from;

  if (call->n_args > 2 && !read_kind (call, settings, error))
    return FALSE;
  if (!cli_number_option (call, "every", 1, 1000, &every, error) || !read_end (call, settings, error) ||
      !cli_date_option (call, "from", 0, &from, error) || !read_hours (call, plan, settings, error) ||
      !cli_name_option (call, "day-off", days_off, &day_off, error))
    return FALSE;

  if (every > 0 || call->n_args > 2)
    cli_settings_add (settings, GUATU_RECURRENCE_PERIOD, GUATU_INTEGER (MAX ((gint64) every, 1)));
  if (from != GUATU_NONE)
    cli_settings_add (settings, GUATU_RECURRENCE_FROM_DATE, GUATU_INTEGER (guatu_instant_day (from) * GUATU_DAY));
  if (day_off >= 0)
    cli_settings_add (settings, GUATU_RECURRENCE_DAY_OFF, GUATU_INTEGER (day_off));
  return TRUE;
}

/* A new rule begins with the task, where nothing else is said. */
static void
complete_rule (GuatuDocument *document, gint32 task, GArray *settings)
{
  GuatuInstant start = guatu_document_get_schedule (document)->start[task];
  gboolean has_from = FALSE;

  for (guint i = 0; i < settings->len; i++)
    has_from |= g_array_index (settings, GuatuSetting, i).field == GUATU_RECURRENCE_FROM_DATE;
  if (!has_from)
    cli_settings_add (settings, GUATU_RECURRENCE_FROM_DATE, GUATU_INTEGER (guatu_instant_day (start) * GUATU_DAY));
  cli_settings_add (settings, GUATU_RECURRENCE_TASK,
                    GUATU_INTEGER (guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_TASK, task)));
}

/* Doing it -------------------------------------------------------------------------------------------------- */

static gboolean
tick (const CliCall *call, GuatuDocument *document, gint32 task, gboolean done, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuInstant status = guatu_plan_settings (plan)->status_date, day;
  gint64 occurrence;

  if (!cli_date_option (call, done ? "done" : "not-done", 0, &day, error))
    return FALSE;
  occurrence = guatu_document_find_occurrence (document, guatu_plan_id (plan, GUATU_TABLE_TASK, task), day);
  if (occurrence == 0)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_FOUND, _("The task does not take place on that day."));
      return FALSE;
    }
  return guatu_document_tick_occurrence (document, occurrence, done, status != GUATU_NONE ? status : cli_now (), error);
}

static gboolean
change (const CliCall *call, GuatuDocument *document, gint32 task, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 rule = guatu_task_recurrence (plan, task);
  gint64 id = rule >= 0 ? guatu_plan_id (plan, GUATU_TABLE_RECURRENCE, rule) : 0;
  g_autoptr(GArray) settings = g_array_new (FALSE, TRUE, sizeof (GuatuSetting));
  const GuatuSetting *data;

  if (cli_flag (call, "end") && rule < 0)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_FOUND, _("The task does not repeat."));
      return FALSE;
    }
  if (cli_flag (call, "end"))
    return guatu_document_remove (document, GUATU_TABLE_RECURRENCE, id, error);
  if (!read_rule (call, plan, settings, error))
    return FALSE;
  if (rule < 0 && call->n_args < 3)
    return cli_usage (error, _("The task does not repeat yet: write daily, weekly, monthly or yearly."));
  if (rule < 0)
    complete_rule (document, task, settings);

  data = (const GuatuSetting *) (gpointer) settings->data;
  return rule >= 0 ? guatu_document_set (document, GUATU_TABLE_RECURRENCE, id, data, settings->len, error)
                   : guatu_document_add (document, GUATU_TABLE_RECURRENCE, data, settings->len, NULL, error);
}

/* Looking ----------------------------------------------------------------------------------------------------- */

static gboolean
is_done (const GuatuPlan *plan, gint32 task)
{
  return guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

static void
print_times (const CliView *view, gint32 task)
{
  const char * const headers[] = { "#", _("Task"), _("Start"), _("Finish"), _("Done"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "rllll");
  gint32 rule = guatu_task_recurrence (view->plan, task);
  const GuatuTaskRecurrence *rules = guatu_plan_rows (view->plan, GUATU_TABLE_RECURRENCE);
  g_autofree char *words = guatu_recurrence_words (&rules[rule]);

  cli_print ("%s\n", words);
  for (gint32 child = guatu_plan_task (view->plan, task)->first_child; child >= 0;
       child = guatu_plan_task (view->plan, child)->next_sibling)
    {
      cli_table_take (table, g_strdup_printf ("%u", guatu_plan_task_place (view->plan, child)));
      cli_table_cell (table, guatu_plan_task_name (view->plan, child));
      cli_table_take (table, guatu_moment_label (view->schedule->start[child]));
      cli_table_take (table, guatu_moment_label (view->schedule->finish[child]));
      cli_table_cell (table, is_done (view->plan, child) ? _("yes") : _("no"));
    }
  cli_table_print (table);
}

static void
print_times_json (const CliView *view, gint32 task)
{
  gint32 rule = guatu_task_recurrence (view->plan, task);
  CliJsonList list;

  cli_json_list_begin (&list);
  for (gint32 child = guatu_plan_task (view->plan, task)->first_child; child >= 0 && rule >= 0;
       child = guatu_plan_task (view->plan, child)->next_sibling)
    {
      JsonBuilder *object = cli_json_object ();

      cli_json_field (object, view->plan, GUATU_TABLE_TASK, child, GUATU_TASK_ID);
      cli_json_field (object, view->plan, GUATU_TABLE_TASK, child, GUATU_TASK_NAME);
      cli_json_instant (object, "start", view->schedule->start[child]);
      cli_json_instant (object, "finish", view->schedule->finish[child]);
      cli_json_boolean (object, "done", is_done (view->plan, child));
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static gboolean
look (const CliCall *call, GError **error)
{
  g_autoptr(CliView) view = cli_view_open (call, error);
  gint32 task = view != NULL ? cli_find_task (view->plan, call->args[1], error) : -1;

  if (task < 0)
    return FALSE;
  if (cli_flag (call, "json"))
    print_times_json (view, task);
  else if (guatu_task_recurrence (view->plan, task) < 0)
    cli_print ("%s\n", _("The task does not repeat."));
  else
    print_times (view, task);
  return TRUE;
}

static gboolean
run_repeat (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  gboolean edits = call->n_args > 2;
  gint64 before;
  gint32 task;

  for (const CliOption *option = call->command->options; option->name != NULL; option++)
    edits |= !g_str_equal (option->name, "json") && cli_option (call, option->name) != NULL;
  if (!edits)
    return look (call, error);

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;
  task = cli_find_task (guatu_document_get_plan (document), call->args[1], error);
  if (task < 0)
    return FALSE;

  before = cli_head (document);
  if (cli_option (call, "done") != NULL || cli_option (call, "not-done") != NULL)
    {
      if (!tick (call, document, task, cli_option (call, "done") != NULL, error))
        return FALSE;
    }
  else if (!change (call, document, task, error))
    return FALSE;
  return cli_say_what_was_done (call, document, before, 0, error);
}

static const CliOption options[] = {
  { "every", "N", N_("Only every Nth day, week, month or year") },
  { "on", "DAYS", N_("mon,thu of a week; 15 or last-friday of a month; 6/15 or 6/last-friday of a year") },
  { "from", "DATE", N_("The first day on which it may be; the task’s start if it is left out") },
  { "times", "N", N_("So many times") },
  { "until", "DATE", N_("The last day on which it may be") },
  { "at", "TIME", N_("Begins at this time of day; when work begins if it is left out") },
  { "takes", "DURATION", N_("Takes so long each time; as long as the task did if it is left out") },
  { "day-off", "WHAT", N_("Falling on a day off it moves to the next working day, the previous one, or is left out: "
                          "next, previous or skip") },
  { "done", "DATE", N_("It has taken place on that day") },
  { "not-done", "DATE", N_("It has not, after all") },
  { "end", NULL, N_("It repeats no more; what has taken place stays") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_repeat = {
  .name = "repeat",
  .arguments = "FILE TASK [daily|weekly|monthly|yearly] [OPTION…]",
  .summary = N_("Have a task take place again and again, and tick it off"),
  .details =
    N_("Without a rule and without options it lists the times of the task. They are its subtasks: a rule makes\n"
       "them, and one that is changed moves them, in their order. What has been worked on stays where it was.\n"
       "A month that does not have the day has it on its last: 31 means the end of every month.\n"
       "\n"
       "  guatuctl repeat plan.guatu 12 weekly --on mon --times 10 --at 9:00 --takes 2h\n"
       "  guatuctl repeat plan.guatu 12 monthly --on last-friday --until 2026-12-31 --day-off previous\n"
       "  guatuctl repeat plan.guatu 12 --done 2026-03-02"),
  .options = options,
  .min_args = 2,
  .max_args = 3,
  .run = run_repeat,
};
