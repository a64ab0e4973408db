/* guatu-links-text.c — reads a task's predecessors from one line of text, and makes them so. */
#include "guatu-links-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-edit-private.h"

/* No task has a longer number. */
#define MOST_DIGITS 40

static const char * const types[] = {
  [GUATU_LINK_FF] = "FF", [GUATU_LINK_FS] = "FS", [GUATU_LINK_SF] = "SF", [GUATU_LINK_SS] = "SS",
};

/* Reading -------------------------------------------------------------------------------------------- */

/* What a Chinese keyboard makes wide is made narrow, and signs that look alike become one; blanks go. */
static char *
plain_text (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      if (c == ';' || c == '\n' || c == 0x3001)         /* 、 */
        c = ',';
      else if (c == 0x2013 || c == 0x2212)              /* – and − */
        c = '-';
      if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

/* "" is none. */
static gboolean
read_lag (const GuatuPlan *plan,
          const char      *plain,
          GuatuDuration   *lag)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);

  *lag = (GuatuDuration) { 0 };

  return *plain == '\0' || guatu_duration_parse (plain, &rates, TRUE, lag);
}

/* Steps over the type; FS where there is none. */
static GuatuLinkType
take_type (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strncasecmp (*at, types[i], 2) == 0)
      {
        *at += 2;
        return (GuatuLinkType) i;
      }

  return GUATU_LINK_FS;
}

/* "3FS+2d" as the length of the number, type and lag, whether or not there is such a task. */
static gboolean
read_shape (const GuatuPlan *plan,
            const char      *token,
            gsize           *length,
            GuatuLinkType   *type,
            GuatuDuration   *lag)
{
  const char *at = token + strspn (token, "0123456789.");

  if (!g_ascii_isdigit (*token) || at - token > MOST_DIGITS)
    return FALSE;
  *length = (gsize) (at - token);
  *type = take_type (&at);

  /* A lag has its sign, so that "32d" is not the number 3 and two days. */
  return *at == '\0' || *at == '+' || *at == '-' ? read_lag (plan, at, lag) : FALSE;
}

/* The place in the plan, or with points the number in the outline: "11" or "3.1". -1: there is none. */
static gint32
find_task (const GuatuPlan *plan,
           const char      *number)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);
  guint64 place = g_ascii_strtoull (number, NULL, 10);

  if (strchr (number, '.') == NULL)
    return place > 0 && place <= n ? guatu_plan_task_at (plan, (guint) place) : -1;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *wbs = guatu_plan_task_wbs (plan, outline[i]);

      if (g_str_equal (wbs, number))
        return outline[i];
    }

  return -1;
}

static gboolean
read_token (const GuatuPlan *plan,
            gint32           task,
            const char      *token,
            GuatuWishedLink *wished,
            GError         **error)
{
  g_autofree char *number = NULL;
  gsize length;

  if (!read_shape (plan, token, &length, &wished->type, &wished->lag))
    return guatu_edit_refuse (error, _("“%s” is not understood: write it like 3, 3FS+2d or 5SS-1w."), token);

  number = g_strndup (token, length);
  wished->predecessor = find_task (plan, number);
  if (wished->predecessor < 0)
    return guatu_edit_refuse (error, _("“%s”: there is no task with the number %s."), token, number);
  if (wished->predecessor == task)
    return guatu_edit_refuse (error, _("“%s”: a task cannot wait for itself."), token);
  if (guatu_plan_is_ancestor (plan, wished->predecessor, task)
      || guatu_plan_is_ancestor (plan, task, wished->predecessor))
    return guatu_edit_refuse (error, _("“%s”: a task cannot wait for its parent tasks or its own subtasks."),
                              token);

  return TRUE;
}

/* Whether the part after this one is no link by itself, but the decimals of this one's lag. */
static gboolean
belongs_together (const GuatuPlan *plan,
                  const char      *both,
                  const char      *next)
{
  GuatuLinkType type;
  GuatuDuration lag;
  gsize length;

  return !read_shape (plan, next, &length, &type, &lag) && read_shape (plan, both, &length, &type, &lag);
}

static gboolean
has_predecessor (const GArray *links,
                 gint32        predecessor)
{
  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, GuatuWishedLink, i).predecessor == predecessor)
      return TRUE;

  return FALSE;
}

GArray *
guatu_links_text_read (const GuatuPlan *plan,
                       gint32           task,
                       const char      *text,
                       GError         **error)
{
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (GuatuWishedLink));
  g_autofree char *plain = plain_text (text);
  g_auto(GStrv) tokens = g_strsplit (plain, ",", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_autofree char *both = tokens[i + 1] != NULL ? g_strconcat (tokens[i], ",", tokens[i + 1], NULL) : NULL;
      gboolean joined = both != NULL && *tokens[i + 1] != '\0' && belongs_together (plan, both, tokens[i + 1]);
      const char *token = joined ? both : tokens[i];
      GuatuWishedLink wished;

      /* A comma at the end is no mistake. */
      if (*token == '\0')
        continue;
      if (!read_token (plan, task, token, &wished, error))
        return NULL;
      if (has_predecessor (links, wished.predecessor))
        {
          guatu_edit_refuse (error, _("“%s”: this task is listed twice."), token);
          return NULL;
        }
      g_array_append_val (links, wished);
      i += joined ? 1 : 0;
    }

  return g_steal_pointer (&links);
}

char *
guatu_links_text_words (const GuatuPlan *plan,
                        gint32           task,
                        const char      *text)
{
  g_autoptr(GArray) links = guatu_links_text_read (plan, task, text, NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GuatuWishedLink *link = &g_array_index (links, GuatuWishedLink, i);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", guatu_plan_task_name (plan, link->predecessor));
    }

  return g_string_free (words, FALSE);
}

/* Verbs ---------------------------------------------------------------------------------------------- */

/* A link as it is wished for, by ids: rows may be others after each verb. */
typedef struct
{
  gint64        predecessor;
  GuatuLinkType type;
  GuatuDuration lag;
} Step;

static gboolean
is_there (const GuatuPlan       *plan,
          gint32                 task,
          const GuatuWishedLink *wished)
{
  guint n, found = 0;
  gboolean same = FALSE;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuLink *link = guatu_plan_link (plan, rows[i]);
      GuatuDuration lag = guatu_link_lag (link);

      if (link->predecessor != wished->predecessor)
        continue;
      found++;
      same = link->type == wished->type && lag.amount == wished->lag.amount
             && (lag.amount == 0 || (lag.elapsed == wished->lag.elapsed && lag.unit == wished->lag.unit));
    }

  return found == 1 && same;
}

/* The ids of those that are linked and not wished for any more. */
static GArray *
find_unwished (const GuatuPlan *plan,
               gint32           task,
               const GArray    *wished)
{
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, task, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 predecessor = guatu_plan_link (plan, rows[i])->predecessor;
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, predecessor);
      gboolean known = has_predecessor (wished, predecessor);

      for (guint k = 0; k < gone->len && !known; k++)
        known = g_array_index (gone, gint64, k) == id;
      if (!known)
        g_array_append_val (gone, id);
    }

  return gone;
}

static GArray *
find_steps (const GuatuPlan *plan,
            gint32           task,
            const GArray    *wished)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < wished->len; i++)
    {
      const GuatuWishedLink *link = &g_array_index (wished, GuatuWishedLink, i);
      Step step = { guatu_plan_id (plan, GUATU_TABLE_TASK, link->predecessor), link->type, link->lag };

      if (!is_there (plan, task, link))
        g_array_append_val (steps, step);
    }

  return steps;
}

static gboolean
link_to (GuatuDocument *document,
         const Step    *step,
         gint64         task,
         GError       **error)
{
  GuatuDuration lag = step->lag;
  GuatuLagKind kind = lag.unit == GUATU_UNIT_PERCENT ? lag.elapsed ? GUATU_LAG_ELAPSED_PERCENT : GUATU_LAG_PERCENT
                      : lag.elapsed ? GUATU_LAG_ELAPSED : GUATU_LAG_WORKING;

  return guatu_document_link (document, step->predecessor, task, step->type, kind, lag.amount, lag.unit, NULL, error);
}

/* What goes makes room first: the new links may close no cycle only without it. */
static gboolean
carry_out (GuatuDocument *document,
           gint64         task,
           const GArray  *gone,
           const GArray  *steps,
           GError       **error)
{
  for (guint i = 0; i < gone->len; i++)
    if (!guatu_document_unlink (document, g_array_index (gone, gint64, i), task, error))
      return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!link_to (document, &g_array_index (steps, Step, i), task, error))
      return FALSE;

  return TRUE;
}

gboolean
guatu_links_text_set (GuatuDocument *document,
                      gint64         task,
                      const char    *text,
                      GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  g_autoptr(GArray) wished = NULL, gone = NULL, steps = NULL;
  g_autofree char *name = NULL;
  gboolean ok;

  if (row < 0)
    return guatu_edit_refuse (error, "%s", _("This task no longer exists."));
  wished = guatu_links_text_read (plan, row, text, error);
  if (wished == NULL)
    return FALSE;

  name = g_strdup (guatu_plan_task_name (plan, row));
  gone = find_unwished (plan, row, wished);
  steps = find_steps (plan, row, wished);
  /* One verb is one entry by itself. */
  if (gone->len + steps->len <= 1)
    return carry_out (document, task, gone, steps, error);
  if (!guatu_document_begin_group (document, error))
    return FALSE;

  ok = carry_out (document, task, gone, steps, error);
  return guatu_document_end_group (document, ok, "task-links", name, gone->len + steps->len, error) && ok;
}
