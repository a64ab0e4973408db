/* guatu-row-words.c — says a row of table and timeline in a sentence. */
#include "guatu-row-words.h"

#include <glib/gi18n.h>

#include "guatu-chart-text.h"

static void
add (GString    *words,
     const char *part)
{
  g_autofree char *before = g_strdup (words->str);

  if (words->len == 0)
    g_string_append (words, part);
  else
    /* Translators: one part of what is read out of a row after the other: “Bridge, Sep 20 to Nov 11”. */
    g_string_printf (words, _("%s, %s"), before, part);
}

static void
add_cell (const GuatuChartView *view,
          guint                 row,
          GuatuColumnKind       column,
          GString              *words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  guatu_chart_cell_text (view, row, column, text);
  if (text->len > 0)
    add (words, text->str);
}

/* As one says a date; with its year where that is another than the status date's, or than that of the plan's start. */
static char *
say_date (const GuatuChartView *view,
          GuatuInstant          t)
{
  GuatuInstant about = view->status_date != GUATU_NONE ? view->status_date : view->schedule->plan_start;
  gboolean same_year = guatu_instant_to_civil (t).year == guatu_instant_to_civil (about).year;
  GString *text = g_string_new (NULL);

  /* Translators: dates as they are read out; marks as in “{Mon} {day}”. In Chinese: “{month}月{day}日”. */
  guatu_chart_expand (text, guatu_chart_language (NULL),
                      same_year ? C_("spoken date", "{Mon} {day}") : C_("spoken date", "{Mon} {day}, {year}"), t);

  return g_string_free (text, FALSE);
}

static void
add_dates (const GuatuChartView *view,
           guint                 row,
           GString              *words)
{
  const GuatuRow *shown = &view->rows->rows[row];
  const GuatuGroup *group = shown->task < 0 ? &view->rows->groups[shown->group] : NULL;
  GuatuInstant from = group != NULL ? group->start : view->schedule->start[shown->task];
  GuatuInstant to = group != NULL ? group->finish : view->schedule->finish[shown->task];
  g_autofree char *start = NULL, *finish = NULL, *dates = NULL;

  if (from == GUATU_NONE || to == GUATU_NONE)
    return;
  start = say_date (view, from);
  /* A milestone is an instant, and has no last second. */
  finish = say_date (view, guatu_chart_is_milestone (view, row) ? to : guatu_chart_last_day (to));
  if (g_str_equal (start, finish))
    {
      add (words, start);
      return;
    }
  /* Translators: the dates of a task: “Sep 20 to Nov 11”. */
  dates = g_strdup_printf (_("%s to %s"), start, finish);
  add (words, dates);
}

static void
add_share (const GuatuChartView *view,
           guint                 row,
           GString              *words)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *share = NULL;
  gint64 percent;

  guatu_chart_cell_text (view, row, GUATU_COLUMN_PROGRESS, text);
  if (text->len == 0)
    return;
  percent = g_ascii_strtoll (text->str, NULL, 10);
  share = g_strdup_printf (_("%d percent"), (int) percent);
  add (words, share);
}

char *
guatu_row_words (const GuatuChartView *view,
                   int                   row)
{
  GString *words = g_string_new (NULL);
  const GuatuRow *shown;

  if (row < 0)
    return g_string_free (g_string_append (words, _("New task…")), FALSE);

  shown = &view->rows->rows[row];
  add_cell (view, (guint) row, GUATU_COLUMN_NAME, words);
  if (guatu_chart_is_milestone (view, (guint) row))
    add (words, _("milestone"));
  add_dates (view, (guint) row, words);
  add_share (view, (guint) row, words);
  if (view->lights != NULL && guatu_chart_light (view, (guint) row) != GUATU_LIGHT_NONE)
    add (words, guatu_light_label (guatu_chart_light (view, (guint) row)));
  if (shown->task >= 0 && view->schedule->flags[shown->task] & GUATU_CRITICAL)
    add (words, _("critical"));

  return g_string_free (words, FALSE);
}
