/* guatu-key-nodes.c — says how key nodes stand on a day, and puts them in order. */
#include "guatu-key-nodes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-key-node-dates.h"

static const struct
{
  const char *name;
  const char *label;
  gint64      weight;           /* the most urgent first */
} states[GUATU_N_NODE_STATES] = {
  [GUATU_NODE_OPEN] = { "open", NC_("key node", "Open"), 2 },
  [GUATU_NODE_DUE] = { "due", NC_("key node", "Due"), 1 },
  [GUATU_NODE_OVERDUE] = { "overdue", NC_("key node", "Overdue"), 0 },
  [GUATU_NODE_REACHED] = { "reached", NC_("key node", "Reached"), 3 },
};

static const GuatuKeyNode *
node_at (const GuatuPlan *plan, gint32 row)
{
  return (const GuatuKeyNode *) guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE) + row;
}

/* Days from one to the other. */
static gint64
days_between (GuatuInstant from, GuatuInstant to)
{
  return guatu_instant_day (to) - guatu_instant_day (from);
}

static GuatuNodeState
state_on (const GuatuKeyNode *node, GuatuInstant date, GuatuInstant day)
{
  gint64 left;

  if (node->done_on != GUATU_NONE)
    return GUATU_NODE_REACHED;
  if (date == GUATU_NONE || day == GUATU_NONE)
    return GUATU_NODE_OPEN;
  left = days_between (day, date);

  return left < 0 ? GUATU_NODE_OVERDUE : left <= GUATU_NODE_DUE_DAYS ? GUATU_NODE_DUE : GUATU_NODE_OPEN;
}

/* The list ------------------------------------------------------------------------------------------- */

/* A row, and what it is sorted by. */
typedef struct
{
  GuatuNodeRow row;
  gint64       value;           /* GUATU_NONE: it has none */
  char        *key;             /* of a name; %NULL: by value */
} Placed;

static int
compare_numbers (gint64 one, gint64 other)
{
  return (one > other) - (one < other);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Placed *one = a, *other = b;
  const GuatuNodeQuery *query = data;
  int order;

  if ((one->value == GUATU_NONE) != (other->value == GUATU_NONE))
    return one->value == GUATU_NONE ? 1 : -1;
  order = one->key != NULL ? strcmp (one->key, other->key) : compare_numbers (one->value, other->value);
  if (order != 0)
    return query->descending ? -order : order;
  if ((one->row.date == GUATU_NONE) != (other->row.date == GUATU_NONE))
    return one->row.date == GUATU_NONE ? 1 : -1;

  return compare_numbers (one->row.date, other->row.date);
}

static Placed
place (const GuatuPlan *plan, GuatuNodeRow row, GuatuNodeSort sort)
{
  const GuatuKeyNode *node = node_at (plan, row.node);
  Placed placed = { .row = row };

  switch (sort)
    {
    case GUATU_NODE_SORT_TASK:
      placed.value = guatu_plan_task_place (plan, node->task);
      break;
    case GUATU_NODE_SORT_NAME:
      placed.key = g_utf8_collate_key_for_filename (guatu_plan_text (plan, node->name), -1);
      break;
    case GUATU_NODE_SORT_STATE:
      placed.value = states[row.state].weight;
      break;
    case GUATU_NODE_SORT_REACHED:
      placed.value = node->done_on;
      break;
    case GUATU_NODE_SORT_DUE:
    case GUATU_N_NODE_SORTS:
    default:
      placed.value = row.date;
      break;
    }

  return placed;
}

static gboolean
contains (const char *text, const char *folded_needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, folded_needle) != NULL;
}

static gboolean
passes (const GuatuPlan *plan, const GuatuNodeRow *row, const GuatuNodeQuery *query, const char *needle)
{
  const GuatuKeyNode *node = node_at (plan, row->node);

  if (query->states != 0 && (query->states & 1u << row->state) == 0)
    return FALSE;

  return needle == NULL || contains (guatu_plan_text (plan, node->name), needle)
         || contains (guatu_plan_task_name (plan, node->task), needle);
}

GuatuNodeRow *
guatu_key_nodes_list (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant day,
                      const GuatuNodeQuery *query, guint *n)
{
  g_autofree gint32 *nodes = guatu_plan_in_order (plan, GUATU_TABLE_KEY_NODE, n);
  g_autofree Placed *placed = g_new0 (Placed, *n + 1);
  GuatuNodeRow *rows = g_new (GuatuNodeRow, *n + 1);
  g_autofree char *needle = query->text != NULL && *query->text != '\0' ? g_utf8_casefold (query->text, -1) : NULL;
  guint n_found = 0;

  for (guint i = 0; i < *n; i++)
    {
      GuatuInstant date = guatu_key_node_date (plan, schedule, nodes[i]);
      GuatuNodeRow row = { nodes[i], (guint8) state_on (node_at (plan, nodes[i]), date, day), date };

      if (passes (plan, &row, query, needle))
        placed[n_found++] = place (plan, row, query->sort);
    }
  /* The sort of GLib is stable. */
  g_qsort_with_data (placed, (int) n_found, sizeof *placed, compare_rows, (gpointer) query);
  for (guint i = 0; i < n_found; i++)
    {
      rows[i] = placed[i].row;
      g_free (placed[i].key);
    }
  *n = n_found;

  return rows;
}

void
guatu_key_nodes_count (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant day,
                       guint counts[GUATU_N_NODE_STATES])
{
  memset (counts, 0, GUATU_N_NODE_STATES * sizeof *counts);
  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_KEY_NODE); i++)
    if (node_at (plan, (gint32) i)->id != 0)
      counts[state_on (node_at (plan, (gint32) i), guatu_key_node_date (plan, schedule, (gint32) i), day)]++;
}

/* Words ---------------------------------------------------------------------------------------------- */

const char *
guatu_node_state_name (GuatuNodeState state)
{
  return states[state].name;
}

const char *
guatu_node_state_label (GuatuNodeState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "key node", states[state].label);
}

static char *
words_reached (gint64 late)
{
  if (late > 0)
    return g_strdup_printf (ngettext ("Reached %u day late", "Reached %u days late", (gulong) late), (guint) late);

  return late < 0 ? g_strdup_printf (ngettext ("Reached %u day early", "Reached %u days early", (gulong) -late),
                                     (guint) -late) : g_strdup (_("Reached in time"));
}

char *
guatu_words_node_state (const GuatuPlan *plan, const GuatuNodeRow *row, GuatuInstant day)
{
  const GuatuKeyNode *node = node_at (plan, row->node);
  gint64 left;

  if (row->date == GUATU_NONE || (row->state != GUATU_NODE_REACHED && day == GUATU_NONE))
    return g_strdup (guatu_node_state_label ((GuatuNodeState) row->state));
  if (row->state == GUATU_NODE_REACHED)
    return words_reached (days_between (row->date, node->done_on));
  left = days_between (day, row->date);
  if (left < 0)
    return g_strdup_printf (ngettext ("%u day overdue", "%u days overdue", (gulong) -left), (guint) -left);
  if (left == 0)
    return g_strdup (_("Due today"));

  return g_strdup_printf (ngettext ("Due in %u day", "Due in %u days", (gulong) left), (guint) left);
}

char *
guatu_words_node_counts (const guint counts[GUATU_N_NODE_STATES])
{
  guint n = 0;
  g_autofree char *all = NULL, *overdue = NULL, *due = NULL;

  for (guint i = 0; i < GUATU_N_NODE_STATES; i++)
    n += counts[i];
  all = g_strdup_printf (ngettext ("%u key node", "%u key nodes", n), n);
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", counts[GUATU_NODE_OVERDUE]),
                             counts[GUATU_NODE_OVERDUE]);
  due = g_strdup_printf (ngettext ("%u due within two weeks", "%u due within two weeks", counts[GUATU_NODE_DUE]),
                         counts[GUATU_NODE_DUE]);

  /* Translators: how many key nodes there are, how many of them are overdue, and how many are due. */
  return g_strdup_printf (_("%1$s: %2$s, %3$s"), all, overdue, due);
}
