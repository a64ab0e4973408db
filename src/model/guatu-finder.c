/* guatu-finder.c — folded names in an array, looked through from end to end: ten thousand take a millisecond. */
#include "guatu-finder.h"

#include <string.h>

/* How well a row fits, the best first. */
enum { EXACT, BEGINS, WORD_BEGINS, CONTAINS, N_RANKS };

typedef struct
{
  GuatuFound  found;
  char       *name;             /* folded */
  char       *code;             /* WBS, folded; %NULL: has none */
  char       *number;           /* on a ledger, folded; %NULL: has none */
  guint       place;            /* in the outline; 0: none */
} Item;

struct _GuatuFinder
{
  Item  *items;
  guint  n;
};

/* Making ----------------------------------------------------------------------------------------------- */

static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (plain != NULL ? plain : text, -1);
}

static const char *
ledger_number (const GuatuPlan *plan, gint32 task)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_plan_text (plan, items[rows[i]].number)[0] != '\0')
      return guatu_plan_text (plan, items[rows[i]].number);
  return NULL;
}

static void
add_tasks (GuatuFinder *self, const GuatuPlan *plan)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      Item *item = &self->items[self->n++];
      const char *number = ledger_number (plan, outline[i]);
      g_autofree char *wbs = guatu_plan_task_wbs (plan, outline[i]);

      item->found = (GuatuFound) { GUATU_TABLE_TASK, outline[i] };
      item->name = fold (guatu_plan_task_name (plan, outline[i]));
      item->code = fold (wbs);
      item->number = number != NULL ? fold (number) : NULL;
      item->place = i + 1;
    }
}

static void
add_parties (GuatuFinder *self, const GuatuPlan *plan, GuatuTable table, guint field)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, table, &n);

  for (guint i = 0; i < n; i++)
    {
      Item *item = &self->items[self->n++];

      item->found = (GuatuFound) { table, rows[i] };
      item->name = fold (guatu_plan_string (plan, table, rows[i], field));
    }
}

GuatuFinder *
guatu_finder_new (const GuatuPlan *plan)
{
  GuatuFinder *self = g_new0 (GuatuFinder, 1);

  self->items = g_new0 (Item, guatu_plan_n_live (plan, GUATU_TABLE_TASK) + guatu_plan_n_live (plan, GUATU_TABLE_UNIT) +
                                guatu_plan_n_live (plan, GUATU_TABLE_PERSON) + 1);
  add_tasks (self, plan);
  add_parties (self, plan, GUATU_TABLE_UNIT, GUATU_UNIT_NAME);
  add_parties (self, plan, GUATU_TABLE_PERSON, GUATU_PERSON_NAME);
  return self;
}

void
guatu_finder_free (GuatuFinder *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].name);
      g_free (self->items[i].code);
      g_free (self->items[i].number);
    }
  g_free (self->items);
  g_free (self);
}

/* Finding ---------------------------------------------------------------------------------------------- */

static gboolean
begins_word (const char *name, const char *at)
{
  gunichar before;

  if (at == name)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (before);
}

/* All words, wherever they stand. */
static gboolean
has_all (const char *name, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
rank_of (const Item *item, const char *text, char **words, guint64 place)
{
  const char *at = strstr (item->name, text);

  if ((place != 0 && item->place == place) || g_strcmp0 (item->number, text) == 0 ||
      g_strcmp0 (item->code, text) == 0 || g_str_equal (item->name, text))
    return EXACT;
  if (at == item->name || (item->code != NULL && g_str_has_prefix (item->code, text) && text[0] != '\0' &&
                           (item->code[strlen (text)] == '.' || text[strlen (text) - 1] == '.')))
    return BEGINS;
  for (const char *next = at; next != NULL; next = strstr (next + 1, text))
    if (begins_word (item->name, next))
      return WORD_BEGINS;
  return at != NULL || has_all (item->name, words) ? CONTAINS : -1;
}

GArray *
guatu_finder_find (GuatuFinder *self, const char *text)
{
  g_autofree char *folded = fold (text);
  char *wished = g_strstrip (folded);
  g_auto(GStrv) all = g_strsplit_set (wished, " \t", -1);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  GArray *ranks[N_RANKS];
  guint64 place = 0;

  for (guint i = 0; i < N_RANKS; i++)
    ranks[i] = g_array_new (FALSE, FALSE, sizeof (GuatuFound));
  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      g_ptr_array_add (words, all[i]);
  g_ptr_array_add (words, NULL);
  if (wished[strspn (wished, "0123456789")] == '\0')
    g_ascii_string_to_unsigned (wished, 10, 1, G_MAXUINT32, &place, NULL);
  for (guint i = 0; wished[0] != '\0' && i < self->n; i++)
    {
      int rank = rank_of (&self->items[i], wished, (char **) words->pdata, place);

      if (rank >= 0)
        g_array_append_val (ranks[rank], self->items[i].found);
    }
  for (guint i = 1; i < N_RANKS; i++)
    {
      if (ranks[i]->len > 0)
        g_array_append_vals (ranks[0], ranks[i]->data, ranks[i]->len);
      g_array_unref (ranks[i]);
    }
  return ranks[0];
}
