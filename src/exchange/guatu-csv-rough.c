/* guatu-csv-rough.c — dates and durations as people say them: “9月底”, “2022年9月”, “约半年”, “两周”. */
#include "guatu-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEXT 60

static gboolean
skip_word (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static gboolean
skip_any (const char **at, const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (skip_word (at, words[i]))
      return TRUE;
  return FALSE;
}

/* Half-width and without blanks; %NULL for what is too long to be meant. */
static char *
squeeze (const char *text)
{
  char *plain = strlen (text) <= MAX_TEXT ? g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE) : NULL;
  char *to = plain;

  if (plain == NULL)
    return NULL;
  for (const char *c = plain; *c != '\0'; c++)
    if (*c != ' ' && *c != '\t')
      *to++ = *c;
  *to = '\0';
  return plain;
}

/* Dates ------------------------------------------------------------------------------------------- */

typedef struct
{
  int year;                   /* 0: not said */
  int month;
  int first, last;            /* days; beyond the month's end, that */
  gboolean exact;             /* a day was named */
} Stretch;

static gboolean
take_number (const char **at, guint most, int *number)
{
  guint digits = 0;

  for (*number = 0; g_ascii_isdigit (**at) && digits < most; (*at)++, digits++)
    *number = *number * 10 + (**at - '0');
  return digits > 0 && !g_ascii_isdigit (**at);
}

/* What follows "9月": "底", "下旬", "26日", or nothing for the whole month. */
static gboolean
take_days (const char **at, Stretch *stretch)
{
  static const struct { const char *word; int first, last; } parts[] = {
    { "底", 31, 31 }, { "末", 31, 31 }, { "上旬", 1, 10 }, { "中旬", 11, 20 }, { "下旬", 21, 31 },
    { "初", 1, 10 }, { "中", 11, 20 },
  };
  int day;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (skip_word (at, parts[i].word))
      {
        stretch->first = parts[i].first;
        stretch->last = parts[i].last;
        return TRUE;
      }
  if (!g_ascii_isdigit (**at))
    return TRUE;
  if (!take_number (at, 2, &day) || (!skip_word (at, "日") && !skip_word (at, "号")))
    return FALSE;
  stretch->first = stretch->last = day;
  stretch->exact = TRUE;
  return day >= 1 && day <= 31;
}

static gboolean
split (const char *text, Stretch *stretch)
{
  static const char * const before[] = { "之前", "以前", "前", NULL };
  const char *at = text;
  int number;

  *stretch = (Stretch) { .first = 1, .last = 31 };
  if (!take_number (&at, 4, &number))
    return FALSE;
  if (at - text == 4)
    {
      gboolean sign;

      stretch->year = number;
      sign = !skip_word (&at, "年");
      if (sign && *at != '-' && *at != '/' && *at != '.')
        return FALSE;
      at += sign ? 1 : 0;
      if (!sign && (skip_word (&at, "底") || skip_word (&at, "末")))
        {
          stretch->month = 12;
          stretch->first = 31;
          skip_any (&at, before);
          return *at == '\0';
        }
      if (!take_number (&at, 2, &number))
        return FALSE;
      if (sign && *at == '\0')
        {
          stretch->month = number;
          return TRUE;
        }
    }
  stretch->month = number;
  if (!skip_word (&at, "月"))
    return FALSE;
  skip_word (&at, "份");
  if (!take_days (&at, stretch))
    return FALSE;
  skip_any (&at, before);
  return *at == '\0';
}

static GuatuInstant
day_of_stretch (const Stretch *stretch, int year, gboolean at_end, gint64 daytime)
{
  GuatuCivil civil = { .year = stretch->year > 0 ? stretch->year : year, .month = stretch->month,
                       .day = at_end ? stretch->last : stretch->first };

  while (!stretch->exact && civil.day > 28 && !guatu_civil_is_valid (civil))
    civil.day--;
  if (!guatu_civil_is_valid (civil))
    return GUATU_NONE;
  return guatu_instant_from_civil (civil) + daytime;
}

/* The year of all dates of the file that have one, or of the start asked for where none has; -1 for several. */
static int
year_of_dates (GuatuCsvImport *self)
{
  int year = 0;

  for (guint kind = 0; kind < GUATU_CSV_N_KINDS && self->year == 0; kind++)
    for (guint task = 0; self->date_kind[kind] && task < self->n_tasks && year >= 0; task++)
      {
        g_autofree char *text = guatu_csv_value (self, g_array_index (self->records, guint, task), kind);
        g_autofree char *plain = text[0] != '\0' ? squeeze (text) : NULL;
        GuatuInstant instant;
        Stretch stretch;
        int here = 0;

        if (plain == NULL)
          continue;
        if (guatu_csv_date_parse (text, self->dates[kind].order, 0, &instant))
          here = guatu_instant_to_civil (instant).year;
        else if (split (plain, &stretch))
          here = stretch.year;
        if (here != 0)
          year = year == 0 || year == here ? here : -1;
      }

  if (self->year == 0 && year == 0 && self->options->start != GUATU_NONE)
    year = guatu_instant_to_civil (self->options->start).year;
  if (self->year == 0)
    self->year = year > 0 ? year : -1;
  return self->year;
}

typedef enum
{
  CLEAR,
  ROUGH,
  WITHOUT_YEAR,               /* and none to be taken from elsewhere */
  UNKNOWN
} Reading;

static Reading
read_text (GuatuCsvImport *self, GuatuCsvKind kind, const char *text, gint64 daytime, GuatuInstant *instant,
           gboolean *year_taken)
{
  g_autofree char *plain = NULL;
  Stretch stretch;

  *year_taken = FALSE;
  if (guatu_csv_date_parse (text, self->dates[kind].order, daytime, instant))
    return CLEAR;
  *instant = GUATU_NONE;
  plain = squeeze (text);
  if (plain == NULL || !split (plain, &stretch))
    return UNKNOWN;
  if (stretch.year == 0 && year_of_dates (self) < 0)
    return WITHOUT_YEAR;

  *year_taken = stretch.year == 0;
  *instant = day_of_stretch (&stretch, self->year, daytime == guatu_plan_settings (self->plan)->default_finish,
                             daytime);
  if (*instant == GUATU_NONE)
    return UNKNOWN;
  return stretch.exact ? CLEAR : ROUGH;
}

gboolean
guatu_csv_find_date (GuatuCsvImport *self, GuatuCsvKind kind, const char *text, gint64 daytime, GuatuInstant *instant)
{
  gboolean year_taken;

  return read_text (self, kind, text, daytime, instant, &year_taken) <= ROUGH;
}

gboolean
guatu_csv_read_date (GuatuCsvImport *self, guint record, GuatuCsvKind kind, gint64 daytime, GuatuInstant *instant)
{
  g_autofree char *text = guatu_csv_value (self, record, kind);
  gboolean year_taken;
  Reading reading;

  *instant = GUATU_NONE;
  if (guatu_csv_is_nothing (text))
    return FALSE;
  if (self->paste != NULL && self->paste->read_date != NULL &&
      self->paste->read_date (text, daytime, instant, self->paste->data))
    return TRUE;
  reading = read_text (self, kind, text, daytime, instant, &year_taken);
  if (reading == ROUGH)
    {
      g_autofree char *iso = guatu_instant_to_iso (*instant - guatu_instant_daytime (*instant));

      iso[strcspn (iso, "T ")] = '\0';
      guatu_csv_remark (self, record, kind, _("“%s” was taken as %s"), text, iso);
    }
  else if (reading == WITHOUT_YEAR)
    {
      guatu_csv_note (self, record, kind, _("“%s” names no year, and the other dates do not tell which is meant"), text);
    }
  else if (reading == UNKNOWN)
    {
      guatu_csv_note (self, record, kind, _("“%s” is not understood as a date between 1900 and 2199"), text);
    }
  if (year_taken && reading <= ROUGH && !self->year_told[kind])
    {
      guint column = (guint) self->columns.column[kind];

      self->year_told[kind] = TRUE;
      guatu_notes_add (self->notes, 0, column + 1, guatu_csv_cell (&self->table, self->columns.header, column),
                       _("dates without a year were taken as dates of %d, the year of the others"), self->year);
    }
  return reading <= ROUGH;
}

/* Durations --------------------------------------------------------------------------------------- */

static int
digit_value (const char **at)
{
  static const char * const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", NULL };

  if (skip_word (at, "两"))
    return 2;
  for (int i = 0; digits[i] != NULL; i++)
    if (skip_word (at, digits[i]))
      return i;
  return -1;
}

/* "三", "十五", "二十", "两"; -1 for none. */
static int
take_chinese_number (const char **at)
{
  int tens = digit_value (at);
  int ones;

  if (!skip_word (at, "十"))
    return tens;
  ones = digit_value (at);
  return (tens < 0 ? 1 : tens) * 10 + MAX (ones, 0);
}

static gboolean
drop_about (char *text)
{
  static const char * const words[] = { "大约", "大概", "约", "左右", "上下" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      char *at = strstr (text, words[i]);
      gsize length = strlen (words[i]);

      if (at == NULL || (at != text && at[length] != '\0'))
        continue;
      memmove (at, at + length, strlen (at + length) + 1);
      found = TRUE;
    }
  return found;
}

char *
guatu_csv_plain_duration (const char *text, gboolean *about)
{
  g_autofree char *plain = squeeze (text);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *at = plain;
  double amount = -1;

  *about = FALSE;
  if (plain == NULL)
    return g_strdup (text);
  *about = drop_about (plain);
  if (g_ascii_isdigit (*at))
    amount = g_ascii_strtod (at, (char **) &at);
  else
    amount = take_chinese_number (&at);
  if (amount < 0 && !g_str_has_prefix (at, "半"))
    return g_steal_pointer (&plain);

  amount = MAX (amount, 0);
  amount += skip_word (&at, "半") ? 0.5 : 0;
  skip_word (&at, "个");
  amount += skip_word (&at, "半") ? 0.5 : 0;
  if (skip_word (&at, "年"))
    {
      amount = (amount + (skip_word (&at, "半") ? 0.5 : 0)) * 12;
      return g_strconcat (g_ascii_formatd (number, sizeof number, "%.4g", amount), "个月", at, NULL);
    }
  if (g_str_has_prefix (at, "月"))
    return g_strconcat (g_ascii_formatd (number, sizeof number, "%.6g", amount), "个", at, NULL);
  return g_strconcat (g_ascii_formatd (number, sizeof number, "%.6g", amount), at, NULL);
}
