/* guatu-key-node-dates.c — reads shares of a span, and finds the dates at them. */
#include "guatu-key-node-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-backward-plan.h"
#include "guatu-field-text.h"

/* 1/100 %. */
#define ALL 10000

/* A third is no number of hundredths; by these it is known. */
#define THIRD 3333
#define TWO_THIRDS 6667

/* Of three days a third is one, and not a moment less. */
static gint64
part_of (gint64 work, gint64 share)
{
  return share == THIRD ? work / 3 : share == TWO_THIRDS ? work * 2 / 3 : work * share / ALL;
}

GuatuInstant
guatu_key_node_date_at (const GuatuPlan *plan, gint32 task, GuatuInstant start, GuatuInstant finish, gint64 share)
{
  const GuatuWorktime *worktime;

  if (start == GUATU_NONE || finish == GUATU_NONE || share == GUATU_NONE)
    return GUATU_NONE;
  if (share >= ALL)
    return finish;

  worktime = guatu_plan_task_worktime (plan, task);
  return guatu_worktime_add (worktime, start, part_of (guatu_worktime_work (worktime, start, finish), share));
}

GuatuInstant
guatu_key_node_date (const GuatuPlan *plan, const GuatuSchedule *schedule, gint32 key_node)
{
  const GuatuKeyNode *node = (const GuatuKeyNode *) guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE) + key_node;

  if (node->date != GUATU_NONE)
    return node->date;

  return guatu_key_node_date_at (plan, node->task, schedule->start[node->task], schedule->finish[node->task],
                                 node->share);
}

/* Shares ------------------------------------------------------------------------------------------------- */

/* "1/3", "33.3%", "40": half up to 1/100 %. 0: it is none. */
static gint64
read_share (const char *word)
{
  const char *slash = strchr (word, '/');
  char *end;
  double value = g_ascii_strtod (word, &end), whole = 100;

  if (slash != NULL && end == slash)
    whole = g_ascii_strtod (slash + 1, &end);
  else if (g_str_equal (end, "%"))
    end++;
  if (end == word || *end != '\0' || !(whole > 0) || !(value > 0) || !(value < whole))
    return 0;

  return CLAMP ((gint64) (value / whole * ALL + 0.5), 0, ALL - 1);
}

static gint
compare_shares (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static gboolean
is_among (const GArray *shares, gint64 share)
{
  for (guint i = 0; i < shares->len; i++)
    if (g_array_index (shares, gint64, i) == share)
      return TRUE;

  return FALSE;
}

/* As commas, spaces and signs are typed in Chinese too; a sign belongs to the number before it. */
static char **
split (const char *text)
{
  g_autoptr(GString) plain = g_string_new (text);
  static const char * const signs[][2] = {
    { "，", "," }, { "、", "," }, { "；", "," }, { ";", "," }, { "％", "%" }, { "／", "/" }, { " %", "%" }, { " /", "/" },
    { "/ ", "/" }, { ",", " " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i][0], signs[i][1], 0);

  return g_strsplit_set (plain->str, " \t\n", -1);
}

GArray *
guatu_key_node_shares (const char *text, GError **error)
{
  g_autoptr(GArray) shares = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = split (text);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 share = *words[i] != '\0' ? read_share (words[i]) : 0;

      if (*words[i] == '\0')
        continue;
      if (share == 0)
        {
          g_set_error (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_SHARES,
                       _("“%s” is no share of the span: write it like 1/3, 2/3 or 25%%."), words[i]);
          return NULL;
        }
      if (!is_among (shares, share))
        g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);

  return g_steal_pointer (&shares);
}

GArray *
guatu_key_node_new_shares (const GuatuPlan *plan, gint32 task, const GArray *shares)
{
  const GuatuKeyNode *nodes = guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE);
  GArray *left = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task, &n);

  for (guint i = 0; i < shares->len; i++)
    {
      gint64 share = g_array_index (shares, gint64, i);
      gboolean there = FALSE;

      for (guint k = 0; k < n; k++)
        there = there || nodes[rows[k]].share == share;
      if (!there)
        g_array_append_val (left, share);
    }

  return left;
}

char *
guatu_key_node_share_name (gint64 share)
{
  g_autofree char *number = NULL;

  if (share == THIRD)
    return g_strdup (_("One third"));
  if (share == TWO_THIRDS)
    return g_strdup (_("Two thirds"));

  number = g_strdup_printf ("%" G_GINT64_FORMAT "%s%.*d", share / 100, share % 100 != 0 ? "." : "",
                            share % 100 == 0 ? 0 : share % 10 == 0 ? 1 : 2,
                            (int) (share % 10 == 0 ? share % 100 / 10 : share % 100));
  return guatu_percent_label (number);
}
