/* guatu-document-chain.c — the verb that links many tasks one behind the other. */
#include "guatu-row-edit.h"

static gboolean
is_linked (const GuatuPlan *plan, gint32 predecessor, gint32 successor)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, successor, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_plan_link (plan, rows[i])->predecessor == predecessor)
      return TRUE;

  return FALSE;
}

/* The places in @rows of those to which there is no link from the one before. */
static GArray *
find_gaps (const GuatuPlan *plan, const gint32 *rows, guint n)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; i < n; i++)
    if (rows[i] != rows[i - 1] && !is_linked (plan, rows[i - 1], rows[i]))
      g_array_append_val (gaps, i);

  return gaps;
}

/* All of the links close a cycle, or none does: they are looked at as one network. */
static gboolean
check_chain (GuatuDocument *self, const gint32 *rows, const GArray *gaps, GError **error)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();

  for (guint i = 0; i < gaps->len; i++)
    {
      guint at = g_array_index (gaps, guint, i);

      guatu_overlay_add_link (overlay, (GuatuLink) { .predecessor = rows[at - 1], .successor = rows[at],
                                                     .type = GUATU_LINK_FS });
    }
  return guatu_document_check_network (self, overlay, error);
}

static gboolean
write_link (GuatuDocument *self, gint32 predecessor, gint32 successor, JsonObject **arguments, GError **error)
{
  const GuatuSetting settings[] = {
    { GUATU_LINK_PREDECESSOR, GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, predecessor)) },
    { GUATU_LINK_SUCCESSOR, GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, successor)) },
    { GUATU_LINK_TYPE, GUATU_INTEGER (GUATU_LINK_FS) },
    { GUATU_LINK_LAG_UNIT, GUATU_INTEGER (GUATU_UNIT_DAY) },
  };
  GuatuRowEdit edit;

  guatu_row_edit_init_new (&edit, self, GUATU_TABLE_LINK);
  if (!guatu_row_edit_take (&edit, settings, G_N_ELEMENTS (settings), error) || !guatu_row_edit_write (&edit, error))
    return FALSE;

  *arguments = json_object_new ();
  guatu_arguments_add_text (*arguments, "predecessor", guatu_plan_task_name (self->plan, predecessor));
  guatu_arguments_add_text (*arguments, "successor", guatu_plan_task_name (self->plan, successor));
  json_object_set_string_member (*arguments, "type",
                                 guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE)->choices[GUATU_LINK_FS].name);
  return TRUE;
}

/* One verb, which memory follows once; the entry tells the links one by one. */
static gboolean
write_links (GuatuDocument *self, const gint32 *rows, const GArray *gaps, GError **error)
{
  JsonObject *arguments = NULL;
  gboolean ok;

  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = check_chain (self, rows, gaps, error);
  for (guint i = 0; ok && i < gaps->len; i++)
    {
      guint at = g_array_index (gaps, guint, i);

      guatu_group_go_on (self, "link", &arguments);
      ok = write_link (self, rows[at - 1], rows[at], &arguments, error);
    }
  return guatu_document_end (self, ok, "link", arguments, 0, error);
}

static gboolean
link_rows (GuatuDocument *self, const gint64 *tasks, guint n, GError **error)
{
  g_autofree gint32 *rows = g_new (gint32, MAX (n, 1));
  g_autoptr(GArray) gaps = NULL;

  for (guint i = 0; i < n; i++)
    if ((rows[i] = guatu_document_find_row (self, GUATU_TABLE_TASK, tasks[i], error)) < 0)
      return FALSE;

  gaps = find_gaps (self->plan, rows, n);
  return gaps->len == 0 || write_links (self, rows, gaps, error);
}

gboolean
guatu_document_link_chain (GuatuDocument *self, const gint64 *tasks, guint n, GError **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (tasks != NULL || n == 0, FALSE);

  if (!guatu_document_begin_group (self, error))
    return FALSE;
  return guatu_document_end_group (self, link_rows (self, tasks, n, error), "tasks-link", NULL, n, error);
}
