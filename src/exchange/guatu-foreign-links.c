/* guatu-foreign-links.c — links by the file's ids, made when all tasks are known. */
#include "guatu-foreign-private.h"

#include <glib/gi18n-lib.h>

void
guatu_foreign_add_link (GuatuForeign *self, const char *predecessor, const char *successor, GuatuLinkType type,
                        GuatuLagKind lag_kind, gint64 lag)
{
  GuatuForeignLink link = {
    .predecessor = g_strdup (predecessor), .successor = g_strdup (successor), .type = type,
    .lag_kind = lag_kind, .lag = lag, .line = guatu_xml_line (self->xml),
  };

  g_array_append_val (self->links, link);
}

static gboolean
is_within (const GuatuForeign *self, gint32 task, gint32 summary)
{
  for (; task >= 0; task = guatu_plan_task (self->plan, task)->parent)
    if (task == summary)
      return TRUE;
  return FALSE;
}

/* Whether the link can stand; says in a note why not. */
static gboolean
may_link (GuatuForeign *self, const GuatuForeignLink *link, gint32 from, gint32 to, GHashTable *seen)
{
  g_autofree char *key = g_strdup_printf ("%d/%d/%d", from, to, (int) link->type);

  if (from < 0 || to < 0)
    guatu_foreign_note (self, link->line, _("Link"), NULL, _("no task has the id “%s”; the link was left out"),
                        from < 0 ? link->predecessor : link->successor);
  else if (is_within (self, from, to) || is_within (self, to, from))
    guatu_foreign_note (self, link->line, _("Link"), NULL,
                        _("it leads from “%s” to itself or to a task that it belongs to or holds, and was left out"),
                        guatu_plan_task_name (self->plan, from));
  else if (!g_hash_table_add (seen, g_strdup (key)))
    guatu_foreign_note (self, link->line, _("Link"), NULL,
                        _("it links “%s” and “%s” in the same way once more, and was left out"),
                        guatu_plan_task_name (self->plan, from), guatu_plan_task_name (self->plan, to));
  else
    return TRUE;
  return FALSE;
}

static GuatuDurationUnit
lag_unit (const GuatuForeignLink *link)
{
  gint64 day = link->lag_kind == GUATU_LAG_ELAPSED ? GUATU_DAY : 8 * GUATU_HOUR;

  if (link->lag % day == 0)
    return GUATU_UNIT_DAY;
  return link->lag % GUATU_HOUR == 0 ? GUATU_UNIT_HOUR : GUATU_UNIT_MINUTE;
}

void
guatu_foreign_make_links (GuatuForeign *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      const GuatuForeignLink *link = &g_array_index (self->links, GuatuForeignLink, i);
      gint32 from = guatu_foreign_find (self->tasks, link->predecessor);
      gint32 to = guatu_foreign_find (self->tasks, link->successor);
      gint32 row;

      if (!may_link (self, link, from, to, seen))
        continue;
      row = guatu_foreign_insert (self, GUATU_TABLE_LINK, GUATU_LINK_PREDECESSOR, GUATU_TABLE_TASK, from);
      guatu_plan_set (self->plan, GUATU_TABLE_LINK, row, GUATU_LINK_SUCCESSOR,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, to)));
      guatu_foreign_set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_TYPE, link->type);
      guatu_foreign_set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG, link->lag);
      guatu_foreign_set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_KIND, link->lag_kind);
      guatu_foreign_set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_UNIT, lag_unit (link));
    }
}
