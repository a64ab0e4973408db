/* guatu-ledger-edit.c — puts tasks into ledgers and their categories. */
#include "guatu-ledger-edit.h"

#include <glib/gi18n-lib.h>

char *
guatu_words_category (const GuatuPlan *plan,
                      gint32           task)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  char *text = g_strdup ("");
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 category = items[rows[i]].category;
      const char *name = category >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CATEGORY, category, GUATU_CATEGORY_NAME)
                                       : "";
      char *before = text;

      if (*name == '\0')
        continue;
      text = *before != '\0' ? g_strdup_printf (C_("list", "%1$s, %2$s"), before, name) : g_strdup (name);
      g_free (before);
    }

  return text;
}

gint32
guatu_ledger_find (const GuatuPlan *plan,
                   gint32           task,
                   gint32           ledger)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (items[rows[i]].ledger == ledger)
      return rows[i];

  return -1;
}

/* The id of the item; 0: there is none. */
static gint64
find_item (GuatuDocument *document,
           gint64         task,
           gint64         ledger)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 task_row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  gint32 ledger_row = guatu_plan_find (plan, GUATU_TABLE_LEDGER, ledger);
  gint32 item = task_row >= 0 && ledger_row >= 0 ? guatu_ledger_find (plan, task_row, ledger_row) : -1;

  return item >= 0 ? guatu_plan_id (plan, GUATU_TABLE_LEDGER_ITEM, item) : 0;
}

static gboolean
set_item (GuatuDocument *document,
          gint64         task,
          gint64         ledger,
          guint          field,
          GuatuValue     value,
          GError       **error)
{
  GuatuSetting settings[] = {
    { GUATU_LEDGER_ITEM_LEDGER, GUATU_INTEGER (ledger) },
    { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task) },
    { field, value },
  };
  gint64 item = find_item (document, task, ledger);

  if (item != 0)
    return guatu_document_set (document, GUATU_TABLE_LEDGER_ITEM, item, &settings[2], 1, error);

  return guatu_document_add (document, GUATU_TABLE_LEDGER_ITEM, settings, G_N_ELEMENTS (settings), NULL, error);
}

gboolean
guatu_ledger_enter (GuatuDocument *document,
                    gint64         task,
                    gint64         ledger,
                    GError       **error)
{
  return find_item (document, task, ledger) != 0
         || set_item (document, task, ledger, GUATU_LEDGER_ITEM_CATEGORY, GUATU_NULL, error);
}

gboolean
guatu_ledger_leave (GuatuDocument *document,
                    gint64         task,
                    gint64         ledger,
                    GError       **error)
{
  gint64 item = find_item (document, task, ledger);

  return item == 0 || guatu_document_remove (document, GUATU_TABLE_LEDGER_ITEM, item, error);
}

gboolean
guatu_category_set (GuatuDocument *document,
                    gint64         task,
                    gint64         category,
                    GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CATEGORY, category);

  if (row < 0)
    {
      g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                           _("This category no longer exists."));
      return FALSE;
    }

  return set_item (document, task,
                   guatu_plan_id (plan, GUATU_TABLE_LEDGER,
                                  (gint32) guatu_plan_number (plan, GUATU_TABLE_CATEGORY, row, GUATU_CATEGORY_LEDGER)),
                   GUATU_LEDGER_ITEM_CATEGORY, GUATU_INTEGER (category), error);
}

gboolean
guatu_category_clear (GuatuDocument *document,
                      gint64         task,
                      gint64         ledger,
                      GError       **error)
{
  return find_item (document, task, ledger) == 0
         || set_item (document, task, ledger, GUATU_LEDGER_ITEM_CATEGORY, GUATU_NULL, error);
}

gboolean
guatu_ledger_number (GuatuDocument *document,
                     gint64         task,
                     gint64         ledger,
                     const char    *number,
                     GError       **error)
{
  return set_item (document, task, ledger, GUATU_LEDGER_ITEM_NUMBER, GUATU_TEXT (number), error);
}
