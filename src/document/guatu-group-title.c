/* guatu-group-title.c — what several verbs that made one entry did together. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>

/* Of so many tasks. */
static char *
counted_title (const char *kind, guint n)
{
  if (g_str_equal (kind, "tasks-add"))
    return g_strdup_printf (ngettext ("Add %u task", "Add %u tasks", n), n);
  if (g_str_equal (kind, "tasks-remove"))
    return g_strdup_printf (ngettext ("Remove %u task", "Remove %u tasks", n), n);
  if (g_str_equal (kind, "tasks-cut"))
    return g_strdup_printf (ngettext ("Cut %u task", "Cut %u tasks", n), n);
  if (g_str_equal (kind, "tasks-paste"))
    return g_strdup_printf (ngettext ("Paste %u task", "Paste %u tasks", n), n);
  if (g_str_equal (kind, "tasks-import"))
    return g_strdup_printf (ngettext ("Import %u task", "Import %u tasks", n), n);
  if (g_str_equal (kind, "tasks-duplicate"))
    return g_strdup_printf (ngettext ("Duplicate %u task", "Duplicate %u tasks", n), n);
  if (g_str_equal (kind, "tasks-move"))
    return g_strdup_printf (ngettext ("Move %u task", "Move %u tasks", n), n);
  if (g_str_equal (kind, "tasks-indent"))
    return g_strdup_printf (ngettext ("Indent %u task", "Indent %u tasks", n), n);
  if (g_str_equal (kind, "tasks-outdent"))
    return g_strdup_printf (ngettext ("Outdent %u task", "Outdent %u tasks", n), n);
  if (g_str_equal (kind, "tasks-shift"))
    return g_strdup_printf (ngettext ("Move %u task in time", "Move %u tasks in time", n), n);
  if (g_str_equal (kind, "tasks-link"))
    return g_strdup_printf (ngettext ("Link %u task in a chain", "Link %u tasks in a chain", n), n);
  if (g_str_equal (kind, "tasks-unlink"))
    return g_strdup_printf (ngettext ("Remove the links of %u task", "Remove the links between %u tasks", n), n);
  if (g_str_equal (kind, "tasks-change"))
    return g_strdup_printf (ngettext ("Change %u task", "Change %u tasks", n), n);
  if (g_str_equal (kind, "tasks-report"))
    return g_strdup_printf (ngettext ("Report %u task", "Report %u tasks", n), n);

  if (g_str_equal (kind, "ledger-take-off"))
    return g_strdup_printf (ngettext ("Take %u item off its ledger", "Take %u items off their ledgers", n), n);
  if (g_str_equal (kind, "key-nodes-reach"))
    return g_strdup_printf (ngettext ("Mark %u key node as reached", "Mark %u key nodes as reached", n), n);
  if (g_str_equal (kind, "key-nodes-open"))
    return g_strdup_printf (ngettext ("Mark %u key node as not reached", "Mark %u key nodes as not reached", n), n);
  if (g_str_equal (kind, "key-nodes-remove"))
    return g_strdup_printf (ngettext ("Remove %u key node", "Remove %u key nodes", n), n);

  return NULL;
}

char *
guatu_group_title (const char *kind, const char *name, guint n)
{
  if (g_str_equal (kind, "task-links"))
    return g_strdup_printf (_("Change the links of “%s”"), name);
  if (g_str_equal (kind, "task-people"))
    return g_strdup_printf (_("Change who answers for “%s”"), name);
  if (g_str_equal (kind, "occurrence-tick"))
    /* Translators: one time of a recurring task has taken place. */
    return g_strdup_printf (_("Tick off “%s”"), name);
  if (g_str_equal (kind, "task-form"))
    return g_strdup_printf (_("Change “%s”"), name);
  if (g_str_equal (kind, "ledger-put"))
    return g_strdup_printf (ngettext ("Put %u task on “%s”", "Put %u tasks on “%s”", n), n, name);
  if (g_str_equal (kind, "ledger-number"))
    return g_strdup_printf (_("Number “%s” afresh"), name);
  /* Translators: “Culture → Tourism”: the first category has become part of the second. */
  if (g_str_equal (kind, "category-merge"))
    return g_strdup_printf (_("Merge categories “%s”"), name);
  if (g_str_equal (kind, "row-move"))
    return g_strdup_printf (_("Move “%s” in its list"), name);
  if (g_str_equal (kind, "plan-backward"))
    return name[0] != '\0' ? g_strdup_printf (_("Plan “%s” backward"), name) : g_strdup (_("Plan backward"));

  return counted_title (kind, n);
}
