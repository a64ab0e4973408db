/* guatu-document-network.c — the verbs that change the network: link, unlink, move. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

/* 10,000 %: far beyond any plan, and near enough that a share of a duration cannot overflow. */
#define PERCENT_LAG_MAX 1000000

static gboolean
is_percent (const GuatuRowEdit *self)
{
  gint64 kind = guatu_row_edit_number (self, GUATU_LINK_LAG_KIND);

  return kind == GUATU_LAG_PERCENT || kind == GUATU_LAG_ELAPSED_PERCENT;
}

static GuatuLink
link_of (const GuatuRowEdit *self)
{
  return (GuatuLink) {
    .id = self->id,
    .lag = guatu_row_edit_number (self, GUATU_LINK_LAG),
    .predecessor = guatu_row_edit_reference (self, GUATU_LINK_PREDECESSOR),
    .successor = guatu_row_edit_reference (self, GUATU_LINK_SUCCESSOR),
    .type = (guint8) guatu_row_edit_number (self, GUATU_LINK_TYPE),
    .lag_kind = (guint8) guatu_row_edit_number (self, GUATU_LINK_LAG_KIND),
    .lag_unit = (guint8) guatu_row_edit_number (self, GUATU_LINK_LAG_UNIT),
  };
}

gboolean
guatu_row_edit_check_link (GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  GuatuLink link = link_of (self);
  g_autoptr(GuatuOverlay) overlay = NULL;

  if (link.predecessor == link.successor)
    {
      g_autofree char *title = guatu_plan_task_title (plan, link.successor);

      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Task %s cannot be linked to itself."), title);
    }

  if (is_percent (self))
    {
      if (ABS (link.lag) > PERCENT_LAG_MAX)
        return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                      _("A lag may be 10,000%% of the predecessor’s duration at most."));
      guatu_row_edit_set_number (self, GUATU_LINK_LAG_UNIT, GUATU_UNIT_PERCENT);
    }
  else if (link.lag_unit == GUATU_UNIT_PERCENT)
    {
      if (guatu_row_edit_is_given (self, GUATU_LINK_LAG_UNIT))
        return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                      _("A lag in percent is of the kind percent or elapsed-percent. Set lag_kind as "
                                        "well."));
      guatu_row_edit_set_number (self, GUATU_LINK_LAG_UNIT, GUATU_UNIT_DAY);
    }

  /* Neither type nor lag can close a cycle: only the ends of a link can, and they are given once. */
  if (self->row >= 0)
    return TRUE;
  overlay = guatu_overlay_new ();
  guatu_overlay_add_link (overlay, link);
  return guatu_document_check_network (self->document, overlay, error);
}

/* The links from @predecessor to @successor: an import may have brought several. Free the array. */
static GArray *
find_links (const GuatuPlan *plan, gint32 predecessor, gint32 successor)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint32));
  const gint32 *rows;
  guint n;

  rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, successor, &n);
  for (guint i = 0; i < n; i++)
    if (guatu_plan_link (plan, rows[i])->predecessor == predecessor)
      g_array_append_val (found, rows[i]);
  return found;
}

static gboolean
delete_links (GuatuDocument *self, const GArray *links, guint from, GError **error)
{
  for (guint i = from; i < links->len; i++)
    if (!guatu_store_delete (self->store, GUATU_TABLE_LINK,
                             guatu_plan_id (self->plan, GUATU_TABLE_LINK, g_array_index (links, gint32, i)), error) ||
        !guatu_task_let_go (self, guatu_plan_link (self->plan, g_array_index (links, gint32, i))->successor, error))
      return FALSE;
  return TRUE;
}

/* Both ends of a link, or FALSE with an error that says which task is not there. */
static gboolean
find_ends (GuatuDocument *self, gint64 from, gint64 to, gint32 *predecessor, gint32 *successor, GError **error)
{
  *predecessor = guatu_document_find_row (self, GUATU_TABLE_TASK, from, error);
  if (*predecessor < 0)
    return FALSE;
  *successor = guatu_document_find_row (self, GUATU_TABLE_TASK, to, error);
  return *successor >= 0;
}

static JsonObject *
ends_arguments (GuatuDocument *self, gint32 predecessor, gint32 successor)
{
  JsonObject *arguments = json_object_new ();

  guatu_arguments_add_text (arguments, "predecessor", guatu_plan_task_name (self->plan, predecessor));
  guatu_arguments_add_text (arguments, "successor", guatu_plan_task_name (self->plan, successor));
  return arguments;
}

static gboolean
write_link (GuatuDocument      *self,
            const GuatuSetting *settings,
            guint               n,
            gint32              predecessor,
            gint32              successor,
            gint64             *id,
            JsonObject        **arguments,
            GError            **error)
{
  g_autoptr(GArray) links = find_links (self->plan, predecessor, successor);
  g_autofree char *lag = NULL;
  GuatuDurationUnit unit;
  GuatuRowEdit edit;

  if (links->len > 0)
    guatu_row_edit_init_row (&edit, self, GUATU_TABLE_LINK, g_array_index (links, gint32, 0));
  else
    guatu_row_edit_init_new (&edit, self, GUATU_TABLE_LINK);

  if (!guatu_row_edit_take (&edit, settings, n, error) || !guatu_row_edit_check (&edit, error) ||
      !guatu_row_edit_write (&edit, error) || !delete_links (self, links, 1, error))
    return FALSE;

  *id = edit.id;
  *arguments = ends_arguments (self, predecessor, successor);
  json_object_set_string_member (*arguments, "type",
                                 guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE)
                                   ->choices[guatu_row_edit_number (&edit, GUATU_LINK_TYPE)].name);
  unit = (GuatuDurationUnit) guatu_row_edit_number (&edit, GUATU_LINK_LAG_UNIT);
  lag = guatu_value_text (self->plan, guatu_field (GUATU_TABLE_LINK, GUATU_LINK_LAG), edit.values[GUATU_LINK_LAG], unit,
                          guatu_row_edit_number (&edit, GUATU_LINK_LAG_KIND) == GUATU_LAG_ELAPSED ||
                          guatu_row_edit_number (&edit, GUATU_LINK_LAG_KIND) == GUATU_LAG_ELAPSED_PERCENT);
  if (guatu_row_edit_number (&edit, GUATU_LINK_LAG) != 0)
    json_object_set_string_member (*arguments, "lag", lag);
  return TRUE;
}

gboolean
guatu_document_link (GuatuDocument     *self,
                     gint64             predecessor,
                     gint64             successor,
                     GuatuLinkType      type,
                     GuatuLagKind       lag_kind,
                     gint64             lag,
                     GuatuDurationUnit  lag_unit,
                     gint64            *id,
                     GError           **error)
{
  const GuatuSetting settings[] = {
    { GUATU_LINK_PREDECESSOR, GUATU_INTEGER (predecessor) },
    { GUATU_LINK_SUCCESSOR, GUATU_INTEGER (successor) },
    { GUATU_LINK_TYPE, GUATU_INTEGER (type) },
    { GUATU_LINK_LAG_KIND, GUATU_INTEGER (lag_kind) },
    { GUATU_LINK_LAG, GUATU_INTEGER (lag) },
    { GUATU_LINK_LAG_UNIT, GUATU_INTEGER (lag_unit) },
  };
  JsonObject *arguments = NULL;
  gint64 made = 0;
  gint32 from, to;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = find_ends (self, predecessor, successor, &from, &to, error) &&
       write_link (self, settings, G_N_ELEMENTS (settings), from, to, &made, &arguments, error);
  ok = guatu_document_end (self, ok, "link", arguments, 0, error);
  if (ok && id != NULL)
    *id = made;
  return ok;
}

gboolean
guatu_document_unlink (GuatuDocument *self, gint64 predecessor, gint64 successor, GError **error)
{
  JsonObject *arguments = NULL;
  gint32 from, to;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = find_ends (self, predecessor, successor, &from, &to, error);
  if (ok)
    {
      g_autoptr(GArray) links = find_links (self->plan, from, to);

      if (links->len == 0)
        {
          g_autofree char *from_title = guatu_plan_task_title (self->plan, from);
          g_autofree char *to_title = guatu_plan_task_title (self->plan, to);

          ok = guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                                      _("There is no link from task %s to task %s."), from_title, to_title);
        }
      ok = ok && delete_links (self, links, 0, error);
      arguments = ends_arguments (self, from, to);
    }
  return guatu_document_end (self, ok, "unlink", arguments, 0, error);
}

/* Move --------------------------------------------------------------------------------------------- */

/* Whether the task stands there already. */
static gboolean
is_in_place (const GuatuPlan *plan, gint32 task, gint32 parent, gint32 before)
{
  const GuatuTask *row = guatu_plan_task (plan, task);

  return row->parent == parent && (before == task || row->next_sibling == before);
}

static gboolean
write_move (GuatuDocument *self, gint32 task, gint32 parent, gint32 before, GError **error)
{
  GuatuSetting setting = { GUATU_TASK_PARENT, GUATU_NULL };
  GuatuRowEdit edit;
  gint64 position;

  if (before >= 0 && guatu_plan_task (self->plan, before)->parent != parent)
    {
      g_autofree char *title = guatu_plan_task_title (self->plan, before);

      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Task %s does not stand in the place that was asked for. Name a task there to "
                                      "move before, or none to move to the end."), title);
    }
  if (is_in_place (self->plan, task, parent, before))
    return TRUE;

  if (parent >= 0)
    setting.value = GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, parent));
  guatu_row_edit_init_row (&edit, self, GUATU_TABLE_TASK, task);
  if (!guatu_row_edit_take (&edit, &setting, 1, error) || !guatu_row_edit_check (&edit, error) ||
      !guatu_position_among_siblings (self, task, parent, before, &position, error))
    return FALSE;

  guatu_row_edit_set_number (&edit, GUATU_TASK_POSITION, position);
  return guatu_row_edit_write (&edit, error);
}

gboolean
guatu_document_move_task (GuatuDocument *self, gint64 task, gint64 parent, gint64 before, GError **error)
{
  JsonObject *arguments = NULL;
  gint32 row, parent_row = -1, before_row = -1;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, GUATU_TABLE_TASK, task, error);
  ok = row >= 0;
  if (ok && parent != 0)
    ok = (parent_row = guatu_document_find_row (self, GUATU_TABLE_TASK, parent, error)) >= 0;
  if (ok && before != 0)
    ok = (before_row = guatu_document_find_row (self, GUATU_TABLE_TASK, before, error)) >= 0;

  ok = ok && write_move (self, row, parent_row, before_row, error);
  if (ok)
    {
      arguments = guatu_arguments_for_row (task, guatu_plan_task_name (self->plan, row));
      if (parent_row >= 0)
        guatu_arguments_add_text (arguments, "parent", guatu_plan_task_name (self->plan, parent_row));
      if (before_row >= 0 && before_row != row)
        guatu_arguments_add_text (arguments, "before", guatu_plan_task_name (self->plan, before_row));
    }
  return guatu_document_end (self, ok, "task-move", arguments, 0, error);
}
