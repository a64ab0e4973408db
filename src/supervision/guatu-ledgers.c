/* guatu-ledgers.c — puts the items of ledgers in order and counts them. */
#include "guatu-ledgers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const GuatuLedgerItem *
items_of (const GuatuPlan *plan)
{
  return guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
}

GuatuLedgerCount *
guatu_ledgers_count (const GuatuPlan *plan, guint *n)
{
  g_autofree gint32 *ledgers = guatu_plan_in_order (plan, GUATU_TABLE_LEDGER, n);
  GuatuLedgerCount *counts = g_new0 (GuatuLedgerCount, *n + 1);

  for (guint i = 0; i < *n; i++)
    {
      const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, ledgers[i],
                                                 &counts[i].n_items);

      counts[i].ledger = ledgers[i];
      for (guint k = 0; k < counts[i].n_items; k++)
        if (guatu_task_fixes (plan, items_of (plan)[rows[k]].task) == GUATU_ALL_FIXES)
          counts[i].n_complete++;
    }

  return counts;
}

/* The order ------------------------------------------------------------------------------------------ */

typedef struct
{
  gint32  row;
  guint   place;
  char   *key;                  /* %NULL: it has no number */
} Numbered;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Numbered *one = a, *other = b;
  int by_key = 0;

  if ((one->key == NULL) != (other->key == NULL))
    return one->key == NULL ? 1 : -1;
  if (one->key != NULL)
    by_key = strcmp (one->key, other->key);

  return by_key != 0 ? by_key : one->place < other->place ? -1 : one->place > other->place;
}

gint32 *
guatu_ledger_items (const GuatuPlan *plan, gint32 ledger, guint *n)
{
  const gint32 *found = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, ledger, n);
  g_autofree Numbered *all = g_new0 (Numbered, *n + 1);
  gint32 *rows = g_new (gint32, *n + 1);

  for (guint i = 0; i < *n; i++)
    {
      const char *number = guatu_plan_text (plan, items_of (plan)[found[i]].number);

      all[i].row = found[i];
      all[i].place = guatu_plan_task_place (plan, items_of (plan)[found[i]].task);
      all[i].key = *number != '\0' ? g_utf8_collate_key_for_filename (number, -1) : NULL;
    }
  qsort (all, *n, sizeof *all, compare);
  for (guint i = 0; i < *n; i++)
    {
      rows[i] = all[i].row;
      g_free (all[i].key);
    }

  return rows;
}

/* Numbers -------------------------------------------------------------------------------------------- */

/* Where the digits at the end of the text begin. */
static gsize
stem_length (const char *number)
{
  gsize length = strlen (number);

  while (length > 0 && g_ascii_isdigit (number[length - 1]))
    length--;

  return length;
}

char *
guatu_ledger_number_stem (const GuatuPlan *plan, gint32 ledger)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, ledger, &n);
  g_autofree char *stem = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *number = guatu_plan_text (plan, items_of (plan)[rows[i]].number);
      gsize length = stem_length (number);

      if (*number == '\0')
        continue;
      if (stem == NULL)
        stem = g_strndup (number, length);
      else if (strlen (stem) != length || strncmp (stem, number, length) != 0)
        return g_strdup ("");
    }

  return stem != NULL ? g_steal_pointer (&stem) : g_strdup ("");
}

gint64
guatu_ledger_last_number (const GuatuPlan *plan, gint32 ledger)
{
  gint64 last = 0;
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, ledger, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *number = guatu_plan_text (plan, items_of (plan)[rows[i]].number);

      last = MAX (last, MIN (g_ascii_strtoll (number + stem_length (number), NULL, 10), G_MAXINT64 / 2));
    }

  return last;
}

/* Words ---------------------------------------------------------------------------------------------- */

char *
guatu_ledgers_words (guint n_ledgers, guint n_items)
{
  g_autofree char *ledgers = g_strdup_printf (ngettext ("%u ledger", "%u ledgers", n_ledgers), n_ledgers);
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);

  return g_strdup_printf (C_("list", "%1$s, %2$s"), ledgers, items);
}

char *
guatu_ledger_complete_words (guint n_complete, guint n_items)
{
  /* Translators: how many items of a ledger have all of the Five Fixes: “461 of 473 complete”. */
  return g_strdup_printf (_("%1$u of %2$u complete"), n_complete, n_items);
}
