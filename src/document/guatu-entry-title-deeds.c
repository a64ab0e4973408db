/* guatu-entry-title-deeds.c — what verbs of their own did: moved, linked, assigned, reported, marked. */
#include "guatu-entry-title-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"

static char *
move_title (JsonObject *arguments)
{
  const char *name = guatu_title_text (arguments, "name");
  const char *parent = guatu_title_text (arguments, "parent");
  const char *before = guatu_title_text (arguments, "before");

  if (before[0] != '\0')
    return g_strdup_printf (_("Move “%s” before “%s”"), name, before);
  if (parent[0] != '\0')
    return g_strdup_printf (_("Move “%s” under “%s”"), name, parent);
  return g_strdup_printf (_("Move “%s” to the end"), name);
}

static char *
link_title (JsonObject *arguments)
{
  g_autofree char *type = g_ascii_strup (guatu_title_text (arguments, "type"), -1);
  const char *lag_text = guatu_title_text (arguments, "lag");
  g_autofree char *lag = NULL;

  if (lag_text[0] == '\0')
    /* Translators: two tasks and the type of the link: Link “Survey” to “Design” (FS) */
    return g_strdup_printf (_("Link “%s” to “%s” (%s)"), guatu_title_text (arguments, "predecessor"),
                            guatu_title_text (arguments, "successor"), type);

  lag = guatu_duration_text_label (lag_text);
  /* Translators: two tasks, the type of the link and its lag: Link “Survey” to “Design” (FS, 2 d) */
  return g_strdup_printf (_("Link “%s” to “%s” (%s, %s)"), guatu_title_text (arguments, "predecessor"),
                          guatu_title_text (arguments, "successor"), type, lag);
}

static char *
unlink_title (JsonObject *arguments)
{
  return g_strdup_printf (_("Remove the link from “%s” to “%s”"), guatu_title_text (arguments, "predecessor"),
                          guatu_title_text (arguments, "successor"));
}

static char *
merge_title (JsonObject *arguments)
{
  /* Translators: two entries of one person or unit: the one that goes, and the one that stays. */
  return g_strdup_printf (_("Merge “%1$s” into “%2$s”"), guatu_title_text (arguments, "from"),
                          guatu_title_text (arguments, "name"));
}

/* "lead unit"; %NULL where the role is not known. */
static char *
role_label (JsonObject *arguments)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  int role = guatu_field_find_choice (field, guatu_title_text (arguments, "role"));

  return role >= 0 ? guatu_label_in_sentence (_(field->choices[role].label)) : NULL;
}

static char *
assign_title (JsonObject *arguments)
{
  g_autofree char *role = role_label (arguments);

  /* Translators: a unit or person, the task and the role: Assign “Bureau of Roads” to “Survey” as lead unit */
  return g_strdup_printf (_("Assign “%s” to “%s” as %s"), guatu_title_text (arguments, "who"),
                          guatu_title_text (arguments, "task"), role != NULL ? role : "");
}

static char *
unassign_title (JsonObject *arguments)
{
  g_autofree char *role = role_label (arguments);
  const char *who = guatu_title_text (arguments, "who"), *task = guatu_title_text (arguments, "task");

  if (role != NULL)
    return g_strdup_printf (_("Remove “%s” from “%s” as %s"), who, task, role);
  return g_strdup_printf (_("Remove “%s” from “%s”"), who, task);
}

static char *
report_title (JsonObject *arguments)
{
  /* The day is what a report is dated by; its hour says nothing to a reader. */
  g_auto(GStrv) date_and_time = g_strsplit (guatu_title_text (arguments, "date"), "T", 2);
  g_autofree char *date = guatu_date_text_label (date_and_time[0] != NULL ? date_and_time[0] : "");
  g_autofree char *share = guatu_percent_text_label (guatu_title_text (arguments, "share"));

  /* Translators: the task, the share done and the day: Report “Survey” at 40% on 2022-10-17 */
  return g_strdup_printf (_("Report “%s” at %s on %s"), guatu_title_text (arguments, "name"), share, date);
}

static char *
light_title (JsonObject *arguments)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_COLOUR);
  g_autofree char *colour = guatu_value_label (field, guatu_title_text (arguments, "colour"));
  g_autofree char *until = guatu_date_text_label (guatu_title_text (arguments, "until"));

  /* Translators: the task, the colour and a day: Set the light of “Bridge” to green by hand until 2022-10-31 */
  return g_strdup_printf (_("Set the light of “%s” to %s by hand until %s"), guatu_title_text (arguments, "name"), colour,
                          until);
}

static char *
shift_title (JsonObject *arguments)
{
  gint64 days = CLAMP (guatu_title_number (arguments, "days"), -G_MAXINT, G_MAXINT);
  JsonNode *node = json_object_get_member (arguments, "working");
  gboolean working = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
  gulong n = (gulong) ABS (days);

  if (working)
    return g_strdup_printf (days < 0 ? ngettext ("Move the plan %lu working day earlier",
                                                 "Move the plan %lu working days earlier", n)
                                     : ngettext ("Move the plan %lu working day later",
                                                 "Move the plan %lu working days later", n), n);
  return days < 0 ? g_strdup_printf (ngettext ("Move the plan %lu day earlier", "Move the plan %lu days earlier", n), n)
                  : g_strdup_printf (ngettext ("Move the plan %lu day later", "Move the plan %lu days later", n), n);
}

/* A day, or the first and the last. */
static char *
days_label (JsonObject *arguments)
{
  g_autofree char *from = guatu_date_text_label (guatu_title_text (arguments, "from"));
  g_autofree char *to = guatu_date_text_label (guatu_title_text (arguments, "to"));

  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strdup_printf (_("%s to %s"), from, to);
}

static char *
calendar_days_title (JsonObject *arguments)
{
  g_autofree char *days = days_label (arguments);
  const char *what = guatu_title_text (arguments, "what"), *name = guatu_title_text (arguments, "name");
  const char *called = guatu_title_text (arguments, "called");

  if (g_str_equal (what, "recurring"))
    return g_strdup_printf (_("Add “%s”, which comes back, to calendar “%s”"), called, name);
  if (g_str_equal (what, "week"))
    /* Translators: a day or days, and the calendar */
    return g_strdup_printf (_("Nothing special on %s in calendar “%s”"), days, name);
  if (g_str_equal (what, "worked"))
    return g_strdup_printf (_("Work on %s in calendar “%s”"), days, name);
  if (called[0] != '\0')
    /* Translators: a name, a day or days, and the calendar */
    return g_strdup_printf (_("“%s”, off on %s in calendar “%s”"), called, days, name);
  return g_strdup_printf (_("Off on %s in calendar “%s”"), days, name);
}

static char *
calendar_hours_title (JsonObject *arguments)
{
  static const char * const weekdays[] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
                                           N_("Saturday"), N_("Sunday") };
  gint64 weekday = guatu_title_number (arguments, "weekday");
  const char *hours = guatu_title_text (arguments, "hours"), *name = guatu_title_text (arguments, "name");
  const char *day = weekday >= 0 && weekday < 7 ? _(weekdays[weekday]) : "?";

  if (g_str_equal (guatu_title_text (arguments, "what"), "base"))
    return g_strdup_printf (_("Say nothing of %s in calendar “%s”"), day, name);
  if (hours[0] == '\0')
    return g_strdup_printf (_("No work on %s in calendar “%s”"), day, name);
  /* Translators: a weekday, the calendar and hours: Work on Monday in calendar “Site”: 8:00–12:00 */
  return g_strdup_printf (_("Work on %s in calendar “%s”: %s"), day, name, hours);
}

static char *
calendar_copy_title (JsonObject *arguments)
{
  return g_strdup_printf (_("Copy calendar “%s” as “%s”"), guatu_title_text (arguments, "source"),
                          guatu_title_text (arguments, "name"));
}

static char *
calendar_import_title (JsonObject *arguments)
{
  /* Translators: a file of holidays, and the calendar: Take the days of “2027.ics” into calendar “China” */
  return g_strdup_printf (_("Take the days of “%s” into calendar “%s”"), guatu_title_text (arguments, "source"),
                          guatu_title_text (arguments, "name"));
}

static char *
create_title (JsonObject *arguments)
{
  const char *title = guatu_title_text (arguments, "title");

  return title[0] != '\0' ? g_strdup_printf (_("Create the plan “%s”"), title) : g_strdup (_("Create the plan"));
}

static char *
import_plan_title (JsonObject *arguments)
{
  const char *source = guatu_title_text (arguments, "source");

  return source[0] != '\0' ? g_strdup_printf (_("Import “%s”"), source) : g_strdup (_("Import the plan"));
}

static char *
import_title (JsonObject *arguments)
{
  guint n = (guint) guatu_title_number (arguments, "n");

  /* Translators: so many tasks, from a file. */
  return g_strdup_printf (ngettext ("Import %u task from “%s”", "Import %u tasks from “%s”", n), n,
                          guatu_title_text (arguments, "source"));
}

/* Kinds whose titles need more than a name. */
static const struct
{
  const char *kind;
  char     *(*tell) (JsonObject *arguments);
} deeds[] = {
  { "task-move", move_title },       { "unit-move", move_title },        { "person-move", move_title },
  { "link", link_title },            { "unlink", unlink_title },         { "assign", assign_title },
  { "unassign", unassign_title },    { "report", report_title },         { "light", light_title },
  { "plan-shift", shift_title },     { "calendar-days", calendar_days_title },
  { "calendar-hours", calendar_hours_title },                            { "calendar-copy", calendar_copy_title },
  { "calendar-import", calendar_import_title },                          { "unit-merge", merge_title },
  { "person-merge", merge_title },   { "create", create_title },         { "import", import_plan_title },
};

/* Kinds that say a name and no more; %NULL for others. */
static char *
named_title (const char *kind, const char *name)
{
  if (g_str_equal (kind, "custom-field"))
    return g_strdup_printf (_("Change custom field “%s”"), name);
  if (g_str_equal (kind, "baseline"))
    return g_strdup_printf (_("Set baseline “%s”"), name);
  if (g_str_equal (kind, "light-clear"))
    return g_strdup_printf (_("Remove the light set by hand on “%s”"), name);
  if (g_str_equal (kind, "light-rules"))
    return g_strdup_printf (_("Give lights by the rules “%s”"), name);
  if (g_str_equal (kind, "copy"))
    return g_strdup (_("Copy the plan without its history"));

  return NULL;
}

char *
guatu_title_of_deed (const char *kind, JsonObject *arguments)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (kind, deeds[i].kind))
      return deeds[i].tell (arguments);
  if (g_str_equal (kind, "tasks-import") && guatu_title_text (arguments, "source")[0] != '\0')
    return import_title (arguments);

  return named_title (kind, guatu_title_text (arguments, "name"));
}
