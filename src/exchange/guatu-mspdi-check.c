/* guatu-mspdi-check.c — texts that cannot be the dates, durations or numbers that they stand for. */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name means the same wherever it stands. */
static const char * const names[][40] = {
  [MSPDI_DATE] = {
    "Start", "Finish", "ManualStart", "ManualFinish", "ConstraintDate", "Deadline", "ActualStart", "ActualFinish",
    "Stop", "Resume", "StartDate", "FinishDate", "StatusDate", "FromDate", "ToDate", NULL },
  [MSPDI_DURATION] = {
    "Duration", "ActualDuration", "RemainingDuration", "Work", "ActualWork", "RemainingWork", "OvertimeWork",
    "RemainingOvertimeWork", NULL },
  [MSPDI_DAYTIME] = { "FromTime", "ToTime", "DefaultStartTime", "DefaultFinishTime", NULL },
  [MSPDI_NUMBER] = {
    "UID", "OutlineLevel", "Priority", "DurationFormat", "ConstraintType", "CalendarUID", "BaseCalendarUID",
    "LevelingDelay", "PercentComplete", "Cost", "ActualCost", "PredecessorUID", "LinkLag", "LagFormat",
    "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth", "CriticalSlackLimit", "Units", "MaxUnits", "Delay",
    "WorkContour", "DayType", "DaysOfWeek", "Period", "Month", "MonthDay", "MonthItem", "MonthPosition", "TaskUID",
    "ResourceUID", "Number", NULL },
};

GHashTable *
guatu_mspdi_kinds_new (GuatuXml *xml)
{
  GHashTable *kinds = g_hash_table_new (NULL, NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    for (guint i = 0; names[kind][i] != NULL; i++)
      g_hash_table_insert (kinds, (gpointer) guatu_xml_intern (xml, names[kind][i]), GUINT_TO_POINTER (kind));

  return kinds;
}

static gboolean
is_fine (MspdiKind kind, const char *text)
{
  switch (kind)
    {
    case MSPDI_DATE:
      return guatu_instant_is_valid (guatu_mspdi_any_date (text));
    case MSPDI_DURATION:
      return guatu_mspdi_duration (text) >= 0;
    case MSPDI_DAYTIME:
      return guatu_mspdi_daytime (text) >= 0;
    case MSPDI_NUMBER:
      return guatu_mspdi_integer (text, GUATU_NONE) != GUATU_NONE;
    case MSPDI_TEXT:
    default:
      return TRUE;
    }
}

static void
tell (Mspdi *self, MspdiKind kind, const char *place, const char *text)
{
  switch (kind)
    {
    case MSPDI_DATE:
      guatu_notes_add (self->notes, 0, 0, place, _("“%s” is no date that a plan can hold"), text);
      break;
    case MSPDI_DURATION:
      guatu_notes_add (self->notes, 0, 0, place, _("“%s” is no duration that a plan can hold"), text);
      break;
    case MSPDI_DAYTIME:
      guatu_notes_add (self->notes, 0, 0, place, _("“%s” is no time of day"), text);
      break;
    case MSPDI_NUMBER:
    case MSPDI_TEXT:
    default:
      guatu_notes_add (self->notes, 0, 0, place, _("“%s” is no number that a plan can hold"), text);
      break;
    }
}

void
guatu_mspdi_check_value (Mspdi *self, MspdiKind kind, const char *name, const char *text)
{
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;

  if (is_fine (kind, text) || text[strspn (text, " \t\r\n")] == '\0')
    return;

  place = guatu_mspdi_place (guatu_xml_line (self->xml), name, GUATU_NONE);
  words = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
  tell (self, kind, place, words);
}
