/* guatu-drag-link.c — makes, changes and takes out links. */
#include "guatu-drag-link.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guatu-edit-private.h"

static const struct { const char *name; GuatuLinkType type; } types[] = {
  { "FS", GUATU_LINK_FS }, { "SS", GUATU_LINK_SS }, { "FF", GUATU_LINK_FF }, { "SF", GUATU_LINK_SF },
};

/* Drawn ------------------------------------------------------------------------------------------ */

GuatuLinkType
guatu_drag_link_type (gboolean from_finish,
                      gboolean to_finish)
{
  if (from_finish)
    return to_finish ? GUATU_LINK_FF : GUATU_LINK_FS;

  return to_finish ? GUATU_LINK_SF : GUATU_LINK_SS;
}

/* The row of the link from one task to the other, or -1. */
static gint32
find_link (const GuatuPlan *plan,
           gint32           from,
           gint32           to)
{
  const gint32 *rows;
  guint n;

  if (from < 0 || to < 0)
    return -1;

  rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, to, &n);
  for (guint i = 0; i < n; i++)
    if (guatu_plan_link (plan, rows[i])->predecessor == from)
      return rows[i];

  return -1;
}

gboolean
guatu_drag_link (GuatuDocument  *document,
                 gint64          from,
                 gint64          to,
                 GuatuLinkType   type,
                 GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuLink link = { .lag_kind = GUATU_LAG_WORKING, .lag_unit = GUATU_UNIT_DAY };
  gint32 row = find_link (plan, guatu_edit_find_task (document, from), guatu_edit_find_task (document, to));

  if (row >= 0)
    link = *guatu_plan_link (plan, row);

  return guatu_document_link (document, from, to, type, (GuatuLagKind) link.lag_kind, link.lag,
                              (GuatuDurationUnit) link.lag_unit, NULL, error);
}

/* One link --------------------------------------------------------------------------------------- */

/* The ids of the tasks at its ends; FALSE with an error where it is not there any more. */
static gboolean
find_ends (GuatuDocument  *document,
           gint64          link,
           gint64         *from,
           gint64         *to,
           GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_LINK, link);

  if (row < 0)
    {
      g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                           _("This link no longer exists."));
      return FALSE;
    }
  *from = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_link (plan, row)->predecessor);
  *to = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_link (plan, row)->successor);

  return TRUE;
}

gboolean
guatu_link_remove (GuatuDocument  *document,
                   gint64          link,
                   GError        **error)
{
  gint64 from, to;

  return find_ends (document, link, &from, &to, error) && guatu_document_unlink (document, from, to, error);
}

gboolean
guatu_link_lag_parse (const GuatuPlan  *plan,
                      const char       *text,
                      GuatuLinkType    *type,
                      GuatuDuration    *lag,
                      GError          **error)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  const char *rest = typed;

  *lag = (GuatuDuration) { .unit = GUATU_UNIT_DAY };
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strncasecmp (typed, types[i].name, 2) == 0)
      {
        *type = types[i].type;
        rest = typed + 2 + strspn (typed + 2, " ");
        break;
      }
  /* A blank behind the sign is no mistake. */
  if (rest[0] == '+' && g_ascii_isdigit (rest[1 + strspn (rest + 1, " ")]))
    rest += 1 + strspn (rest + 1, " ");
  if (*rest == '\0' || guatu_duration_parse (rest, &rates, TRUE, lag))
    return TRUE;

  g_set_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID,
               _("“%s” is not a lag: write it like 2d, -1w, 50%% or FS+2d."), text);

  return FALSE;
}

static GuatuLagKind
kind_of (const GuatuDuration *lag)
{
  if (lag->unit == GUATU_UNIT_PERCENT)
    return lag->elapsed ? GUATU_LAG_ELAPSED_PERCENT : GUATU_LAG_PERCENT;

  return lag->elapsed ? GUATU_LAG_ELAPSED : GUATU_LAG_WORKING;
}

gboolean
guatu_tasks_link_by (GuatuDocument  *document,
                     gint64          from,
                     gint64          to,
                     GuatuLinkType   type,
                     const char     *lag,
                     GError        **error)
{
  GuatuDuration duration;

  return guatu_link_lag_parse (guatu_document_get_plan (document), lag, &type, &duration, error)
         && guatu_document_link (document, from, to, type, kind_of (&duration), duration.amount, duration.unit, NULL,
                                 error);
}

gboolean
guatu_link_set (GuatuDocument  *document,
                gint64          link,
                GuatuLinkType   type,
                const char     *lag,
                GError        **error)
{
  gint64 from, to;

  return find_ends (document, link, &from, &to, error) && guatu_tasks_link_by (document, from, to, type, lag, error);
}

/* Many ------------------------------------------------------------------------------------------- */

/* The links between the tasks, by their ids: rows change while they are taken out. */
static GArray *
find_between (GuatuDocument *document,
              const gint64  *tasks,
              guint          n)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autoptr(GHashTable) among = g_hash_table_new (NULL, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    if (guatu_edit_find_task (document, tasks[i]) >= 0)
      g_hash_table_add (among, GINT_TO_POINTER (guatu_edit_find_task (document, tasks[i])));
  for (guint i = 0; i < n; i++)
    {
      gint32 row = guatu_edit_find_task (document, tasks[i]);
      const gint32 *links;
      guint n_links = 0;

      if (row < 0)
        continue;
      links = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, row, &n_links);
      for (guint k = 0; k < n_links; k++)
        if (g_hash_table_contains (among, GINT_TO_POINTER (guatu_plan_link (plan, links[k])->predecessor)))
          {
            gint64 id = guatu_plan_id (plan, GUATU_TABLE_LINK, links[k]);

            g_array_append_val (ids, id);
          }
    }

  return ids;
}

static gboolean
unlink_each (GuatuDocument  *document,
             const GArray   *links,
             GError        **error)
{
  for (guint i = 0; i < links->len; i++)
    {
      gint64 link = g_array_index (links, gint64, i);

      /* A second link between the same two has gone with the first. */
      if (guatu_plan_find (guatu_document_get_plan (document), GUATU_TABLE_LINK, link) >= 0
          && !guatu_link_remove (document, link, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
guatu_tasks_unlink (GuatuDocument  *document,
                    const gint64   *tasks,
                    guint           n,
                    GError        **error)
{
  g_autoptr(GArray) links = find_between (document, tasks, n);

  if (links->len == 0)
    {
      g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID,
                           _("There are no links between the selected tasks."));
      return FALSE;
    }
  if (!guatu_document_begin_group (document, error))
    return FALSE;

  return guatu_document_end_group (document, unlink_each (document, links, error), "tasks-unlink", NULL, n, error);
}
