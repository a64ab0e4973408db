/* guatu-plan-at.c — goes back from the plan of today by the inverses of what came after. */
#include "guatu-plan-at.h"

#include <glib/gi18n-lib.h>

GuatuPlan *
guatu_plan_at (GuatuStore         *store,
               gint64              seq,
               GuatuProgressFunc   progress,
               gpointer            data,
               GError            **error)
{
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GPtrArray) inverses = NULL;
  gint64 head;

  g_return_val_if_fail (store != NULL && seq >= 0, NULL);

  plan = guatu_store_load (store, &head, error);
  if (plan == NULL)
    return NULL;
  if (seq > head)
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND,
                   _("The journal has no entry %lld: the newest one is %lld."), (long long) seq, (long long) head);
      return NULL;
    }
  if (seq == 0 || seq == head)
    return g_steal_pointer (&plan);

  inverses = guatu_store_read_inverses (store, seq, head, progress, data, error);
  if (inverses == NULL)
    return NULL;
  for (guint i = 0; i < inverses->len; i++)
    if (!guatu_changeset_apply (g_ptr_array_index (inverses, i), plan, error))
      return NULL;

  return g_steal_pointer (&plan);
}
