/* guatu-year-paint.c — paints months, days and the names below them. */
#include "guatu-year-paint.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"

#define SIZE 12.5
#define SMALL 10.5
#define TITLE 14.0
#define RADIUS 4.0

/* Notes ---------------------------------------------------------------------------------------------- */

static void
note_clear (gpointer data)
{
  g_free (((GuatuYearNote *) data)->text);
}

static gboolean
stands_out (GuatuDayKind kind)
{
  return kind != GUATU_DAY_WORKING && kind != GUATU_DAY_WEEKEND;
}

GArray *
guatu_year_notes_new (const GuatuPlan *plan, const GuatuYear *year)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (GuatuYearNote));

  g_array_set_clear_func (notes, note_clear);
  for (guint i = 0; i < year->n_days; i++)
    {
      const GuatuYearDay *day = &year->days[i];
      const char *name = guatu_year_day_name (plan, day);
      GuatuCivil civil = guatu_instant_to_civil (year->from + i * GUATU_DAY);
      guint last = i;
      GuatuYearNote note = { (guint) civil.month - 1, day->kind, NULL };

      /* A run ends with its month. */
      while (last + 1 < year->n_days && year->days[last + 1].kind == day->kind
             && g_str_equal (guatu_year_day_name (plan, &year->days[last + 1]), name)
             && guatu_instant_to_civil (year->from + (last + 1) * GUATU_DAY).month == civil.month)
        last++;
      if (stands_out (day->kind))
        {
          const char *called = *name != '\0' ? name : guatu_day_kind_label (day->kind);

          note.text = last > i ? g_strdup_printf ("%d–%d %s", civil.day, civil.day + (int) (last - i), called)
                               : g_strdup_printf ("%d %s", civil.day, called);
          g_array_append_val (notes, note);
        }
      i = last;
    }

  return notes;
}

/* Days ------------------------------------------------------------------------------------------------- */

static GuatuInk
text_ink (GuatuDayKind kind)
{
  switch (kind)
    {
    case GUATU_DAY_HOLIDAY:     return GUATU_INK_LIGHT_TEXT + 4;
    case GUATU_DAY_CLOSURE:     return GUATU_INK_LIGHT_TEXT + 3;
    case GUATU_DAY_MAKE_UP:     return GUATU_INK_LIGHT_TEXT + 5;
    case GUATU_DAY_OTHER_HOURS: return GUATU_INK_LIGHT_TEXT + 1;
    case GUATU_DAY_WEEKEND:     return GUATU_INK_TEXT_MUTED;
    case GUATU_DAY_WORKING:
    case GUATU_N_DAY_KINDS:
    default:                    return GUATU_INK_TEXT;
    }
}

/* Told apart without colours as well: a ground for holidays, a line below what is closed, a short one below what is
 * worked otherwise, a corner for days that make up for others. */
void
guatu_year_paint_day (GuatuPainter *painter, GuatuBox cell, GuatuDayKind kind, const char *text, double scale)
{
  const GuatuTextStyle style = { .size = SIZE * scale, .align = GUATU_ALIGN_CENTRE, .bold = stands_out (kind) };
  GuatuBox box = { cell.x + 1, cell.y + 1, cell.width - 2, cell.height - 2 };
  double bottom = box.y + box.height, right = box.x + box.width, bar = 2.5 * scale, corner = 6 * scale;

  if (kind == GUATU_DAY_HOLIDAY)
    painter->round_box (painter, box, RADIUS * scale, GUATU_INK_HOLIDAY, GUATU_INK_NONE, 0);
  else if (!guatu_day_kind_works (kind))
    painter->round_box (painter, box, RADIUS * scale, GUATU_INK_WEEKEND, GUATU_INK_NONE, 0);
  if (kind == GUATU_DAY_CLOSURE)
    painter->fill (painter, (GuatuBox) { box.x + 3, bottom - bar, box.width - 6, bar }, GUATU_INK_LIGHT_ORANGE);
  if (kind == GUATU_DAY_OTHER_HOURS)
    painter->fill (painter, (GuatuBox) { box.x + box.width * 0.3, bottom - bar, box.width * 0.4, bar },
                   GUATU_INK_LIGHT_GREEN);
  if (kind == GUATU_DAY_MAKE_UP)
    {
      const GuatuPoint points[] = { { right - corner, box.y }, { right, box.y }, { right, box.y + corner } };

      painter->polygon (painter, points, G_N_ELEMENTS (points), GUATU_INK_LIGHT_DONE, GUATU_INK_NONE, 0);
    }
  painter->text (painter, cell, text, &style, text_ink (kind));
}

static void
paint_day (GuatuPainter *painter, const GuatuYearPicture *picture, const GuatuYearLayout *layout, guint day,
           double scale)
{
  GuatuBox cell = guatu_year_layout_cell (layout, day);
  GuatuInstant at = picture->from + day * GUATU_DAY;
  g_autofree char *number = g_strdup_printf ("%d", guatu_instant_to_civil (at).day);
  GuatuBox ring = { cell.x + 0.5, cell.y + 0.5, cell.width - 1, cell.height - 1 };

  guatu_year_paint_day (painter, cell, picture->kinds[day], number, scale);
  if (picture->status_date != GUATU_NONE && guatu_instant_day (picture->status_date) == guatu_instant_day (at))
    painter->round_box (painter, ring, RADIUS * scale, GUATU_INK_NONE, GUATU_INK_STATUS, 2);
  if (picture->today != GUATU_NONE && guatu_instant_day (picture->today) == guatu_instant_day (at))
    painter->round_box (painter, ring, cell.height / 2, GUATU_INK_NONE, GUATU_INK_TODAY, 2);
}

/* Months ------------------------------------------------------------------------------------------------- */

/* @brief: two letters must do. */
static char *
weekday_head (const char *language, GuatuInstant day, gboolean brief)
{
  GString *text = g_string_new (NULL);

  guatu_chart_expand (text, language, "{Wday}", day);
  if (brief && g_utf8_strlen (text->str, -1) > 2)
    g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, 2) - text->str));
  /* Of 周一 the second character says it all. */
  if (guatu_language_is (language, "zh") && g_utf8_strlen (text->str, -1) > 1)
    g_string_erase (text, 0, g_utf8_offset_to_pointer (text->str, g_utf8_strlen (text->str, -1) - 1) - text->str);

  return g_string_free (text, FALSE);
}

/* Whether the names of weekdays would touch each other. */
static gboolean
are_heads_wide (GuatuPainter *painter, const GuatuYearLayout *layout, const char *language, const GuatuTextStyle *style)
{
  for (int weekday = 0; weekday < 7; weekday++)
    {
      g_autofree char *head = weekday_head (language, (4 + weekday) * GUATU_DAY, FALSE);
      double width, height;

      painter->measure (painter, head, style, 0, &width, &height);
      if (width > layout->cell_width - 3)
        return TRUE;
    }

  return FALSE;
}

static void
paint_heads (GuatuPainter *painter, const GuatuYearLayout *layout, GuatuBox box, const char *language, double scale)
{
  const GuatuTextStyle style = { .size = SMALL * scale, .align = GUATU_ALIGN_CENTRE };
  GuatuInstant monday = 4 * GUATU_DAY;          /* 1970-01-05 */
  gboolean brief = are_heads_wide (painter, layout, language, &style);

  for (int column = 0; column < 7; column++)
    {
      g_autofree char *head = weekday_head (language, monday + (column + layout->first_weekday) % 7 * GUATU_DAY, brief);
      GuatuBox cell = { box.x + layout->week_width + column * layout->cell_width, box.y + layout->title_height,
                        layout->cell_width, layout->head_height };

      painter->text (painter, cell, head, &style, GUATU_INK_TEXT_MUTED);
    }
  painter->fill (painter, (GuatuBox) { box.x + layout->week_width,
                                       box.y + layout->title_height + layout->head_height - 1,
                                       7 * layout->cell_width, 1 }, GUATU_INK_GRID);
}

/* By ISO 8601: the number is that of the line's Thursday. */
static void
paint_weeks (GuatuPainter *painter, const GuatuYearPicture *picture, const GuatuYearLayout *layout, guint month,
             double scale)
{
  const GuatuTextStyle style = { .size = SMALL * scale * 0.92, .align = GUATU_ALIGN_CENTRE };
  const GuatuBox *box = &layout->months[month];
  GuatuInstant start = picture->from + ((gint64) layout->month_first[month] - layout->month_column[month]) * GUATU_DAY;
  guint lines = guatu_year_layout_line (layout, layout->month_first[month + 1] - 1) + 1;

  for (guint line = 0; line < lines; line++)
    {
      GuatuInstant thursday = start + ((gint64) line * 7 + (3 - layout->first_weekday + 7) % 7) * GUATU_DAY;
      g_autofree char *number = g_strdup_printf ("%d", guatu_instant_iso_week (thursday, NULL));
      GuatuBox cell = { box->x, box->y + layout->title_height + layout->head_height + line * layout->cell_height,
                        layout->week_width - 2, layout->cell_height };

      painter->text (painter, cell, number, &style, GUATU_INK_LIGHT_TEXT);
    }
}

/* What does not fit is cut off: the day itself says the whole name. */
static void
paint_notes (GuatuPainter *painter, const GuatuYearPicture *picture, const GuatuYearLayout *layout, guint month,
             double scale)
{
  const GuatuTextStyle style = { .size = SMALL * scale, .align = GUATU_ALIGN_START };
  const GuatuBox *box = &layout->months[month];
  guint lines = guatu_year_layout_line (layout, layout->month_first[month + 1] - 1) + 1;
  double y = box->y + layout->title_height + layout->head_height + lines * layout->cell_height + 1;

  for (guint i = 0; i < picture->notes->len; i++)
    {
      const GuatuYearNote *note = &g_array_index (picture->notes, GuatuYearNote, i);
      GuatuBox line = { box->x + layout->week_width + 4, y, box->width - layout->week_width - 4, layout->note_height };

      if (note->month != month)
        continue;
      painter->clip (painter, line);
      painter->text (painter, line, note->text, &style, text_ink (note->kind));
      painter->unclip (painter);
      y += layout->note_height;
    }
}

void
guatu_year_paint (GuatuPainter           *painter,
                  const GuatuYearPicture *picture,
                  const GuatuYearLayout  *layout,
                  const char             *language,
                  double                  scale)
{
  const GuatuTextStyle title = { .size = TITLE * scale, .align = GUATU_ALIGN_START, .bold = TRUE };

  for (guint month = 0; month < 12; month++)
    {
      const GuatuBox *box = &layout->months[month];
      g_autoptr(GString) name = g_string_new (NULL);

      guatu_chart_expand (name, language, "{Month}", picture->from + layout->month_first[month] * GUATU_DAY);
      painter->text (painter, (GuatuBox) { box->x + layout->week_width + 4, box->y, box->width, layout->title_height },
                     name->str, &title, GUATU_INK_TEXT);
      paint_heads (painter, layout, *box, language, scale);
      paint_weeks (painter, picture, layout, month, scale);
      for (guint day = layout->month_first[month]; day < layout->month_first[month + 1]; day++)
        paint_day (painter, picture, layout, day, scale);
      paint_notes (painter, picture, layout, month, scale);
    }
}
