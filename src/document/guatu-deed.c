/* guatu-deed.c — which kind of change an entry of the journal is to people. */
#include "guatu-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const labels[GUATU_N_DEEDS] = {
  [GUATU_DEED_MADE] = N_("Plan made or imported"),
  [GUATU_DEED_ADDED] = N_("Added"),
  [GUATU_DEED_CHANGED] = N_("Values changed"),
  [GUATU_DEED_REMOVED] = N_("Removed"),
  [GUATU_DEED_MOVED] = N_("Moved"),
  [GUATU_DEED_LINKED] = N_("Links"),
  [GUATU_DEED_ASSIGNED] = N_("Assignments"),
  [GUATU_DEED_REPORTED] = N_("Progress reports"),
  [GUATU_DEED_RECORDED] = N_("Baselines, lights and the rest"),
  [GUATU_DEED_TAKEN_BACK] = N_("Taken back or done again"),
};

/* Whole kinds, and behind them endings. */
static const struct
{
  const char *kind;
  GuatuDeed   deed;
} kinds[] = {
  { "create", GUATU_DEED_MADE }, { "import", GUATU_DEED_MADE }, { "copy", GUATU_DEED_MADE },
  { "undo", GUATU_DEED_TAKEN_BACK }, { "redo", GUATU_DEED_TAKEN_BACK }, { "revert", GUATU_DEED_TAKEN_BACK },
  { "link", GUATU_DEED_LINKED }, { "unlink", GUATU_DEED_LINKED }, { "tasks-link", GUATU_DEED_LINKED },
  { "tasks-unlink", GUATU_DEED_LINKED }, { "task-links", GUATU_DEED_LINKED }, { "link-set", GUATU_DEED_LINKED },
  { "link-remove", GUATU_DEED_LINKED },
  { "assign", GUATU_DEED_ASSIGNED }, { "unassign", GUATU_DEED_ASSIGNED }, { "task-people", GUATU_DEED_ASSIGNED },
  { "assignment-set", GUATU_DEED_ASSIGNED }, { "assignment-remove", GUATU_DEED_ASSIGNED },
  { "report", GUATU_DEED_REPORTED }, { "tasks-report", GUATU_DEED_REPORTED }, { "report-set", GUATU_DEED_REPORTED },
  { "report-remove", GUATU_DEED_REPORTED }, { "occurrence-tick", GUATU_DEED_REPORTED },
  { "ledger-put", GUATU_DEED_ADDED }, { "ledger-take-off", GUATU_DEED_REMOVED },
  { "ledger-number", GUATU_DEED_CHANGED }, { "category-merge", GUATU_DEED_CHANGED },
  { "key-nodes-reach", GUATU_DEED_CHANGED }, { "key-nodes-open", GUATU_DEED_CHANGED },
  { "task-form", GUATU_DEED_CHANGED }, { "tasks-import", GUATU_DEED_ADDED },
  { "plan-backward", GUATU_DEED_MOVED }, { "plan-shift", GUATU_DEED_MOVED }, { "tasks-shift", GUATU_DEED_MOVED },
};

static const struct
{
  const char *ending;
  GuatuDeed   deed;
} endings[] = {
  { "-add", GUATU_DEED_ADDED }, { "-paste", GUATU_DEED_ADDED }, { "-duplicate", GUATU_DEED_ADDED },
  { "-set", GUATU_DEED_CHANGED }, { "-change", GUATU_DEED_CHANGED },
  { "-remove", GUATU_DEED_REMOVED }, { "-cut", GUATU_DEED_REMOVED },
  { "-move", GUATU_DEED_MOVED }, { "-indent", GUATU_DEED_MOVED }, { "-outdent", GUATU_DEED_MOVED },
};

GuatuDeed
guatu_deed_of_kind (const char *kind)
{
  g_return_val_if_fail (kind != NULL, GUATU_DEED_RECORDED);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i].kind))
      return kinds[i].deed;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (kind, endings[i].ending))
      return endings[i].deed;

  return GUATU_DEED_RECORDED;
}

const char *
guatu_deed_label (GuatuDeed deed)
{
  g_return_val_if_fail (deed < GUATU_N_DEEDS, "");

  return labels[deed];
}
