/* test-duration.c — durations and lags as people type and read them. */
#include "guatu-duration.h"

static const GuatuDurationRates rates = GUATU_DURATION_RATES_DEFAULT;

typedef struct
{
  const char        *text;
  gint64             amount;
  GuatuDurationUnit  unit;
  gboolean           elapsed;
} Row;

static void
assert_reads (const Row *row, gboolean lag)
{
  GuatuDuration duration;

  g_test_message ("%s", row->text);
  g_assert_true (guatu_duration_parse (row->text, &rates, lag, &duration));
  g_assert_cmpint (duration.amount, ==, row->amount);
  g_assert_cmpint (duration.unit, ==, row->unit);
  g_assert_cmpint (duration.elapsed, ==, row->elapsed);
}

static void
test_read (void)
{
  static const Row rows[] = {
    { "5d", 144000, GUATU_UNIT_DAY }, { "3.5h", 12600, GUATU_UNIT_HOUR }, { "2w", 288000, GUATU_UNIT_WEEK },
    { "3ed", 259200, GUATU_UNIT_DAY, TRUE }, { "2d16h", 115200, GUATU_UNIT_DAY }, { "90 min", 5400, GUATU_UNIT_MINUTE },
    { "1,5d", 43200, GUATU_UNIT_DAY }, { "5 days", 144000, GUATU_UNIT_DAY }, { "1 day", 28800, GUATU_UNIT_DAY },
    { "5天", 144000, GUATU_UNIT_DAY }, { "2周", 288000, GUATU_UNIT_WEEK }, { "1个月", 576000, GUATU_UNIT_MONTH },
    { "4小时", 14400, GUATU_UNIT_HOUR }, { "5", 144000, GUATU_UNIT_DAY }, { "0", 0, GUATU_UNIT_DAY },
    { "0.5", 14400, GUATU_UNIT_DAY }, { ".5d", 14400, GUATU_UNIT_DAY }, { "2.0d", 57600, GUATU_UNIT_DAY },
    { "5日", 144000, GUATU_UNIT_DAY }, { "5个工作日", 144000, GUATU_UNIT_DAY }, { "5工日", 144000, GUATU_UNIT_DAY },
    { "2星期", 288000, GUATU_UNIT_WEEK }, { "3月", 1728000, GUATU_UNIT_MONTH }, { "4时", 14400, GUATU_UNIT_HOUR },
    { "30分钟", 1800, GUATU_UNIT_MINUTE }, { "30分", 1800, GUATU_UNIT_MINUTE },
    { "1小时30分", 5400, GUATU_UNIT_HOUR }, { "10日历天", 864000, GUATU_UNIT_DAY, TRUE },
    { "５天", 144000, GUATU_UNIT_DAY }, { "１．５ｄ", 43200, GUATU_UNIT_DAY }, { "　5　天　", 144000, GUATU_UNIT_DAY },
    { "5\u00a0d", 144000, GUATU_UNIT_DAY }, { " 2 d 16 h ", 115200, GUATU_UNIT_DAY },
    { "16h2d", 115200, GUATU_UNIT_DAY }, { "1w2d", 201600, GUATU_UNIT_WEEK },
    { "5D", 144000, GUATU_UNIT_DAY }, { "2 Weeks", 288000, GUATU_UNIT_WEEK }, { "3 HRS", 10800, GUATU_UNIT_HOUR },
    { "1mo", 576000, GUATU_UNIT_MONTH }, { "2 months", 1152000, GUATU_UNIT_MONTH }, { "15m", 900, GUATU_UNIT_MINUTE },
    { "2eh", 7200, GUATU_UNIT_HOUR, TRUE }, { "1ew", 604800, GUATU_UNIT_WEEK, TRUE },
    { "1emo", 2592000, GUATU_UNIT_MONTH, TRUE }, { "30em", 1800, GUATU_UNIT_MINUTE, TRUE },
    { "3 elapsed d", 259200, GUATU_UNIT_DAY, TRUE }, { "3 edays", 259200, GUATU_UNIT_DAY, TRUE },
    { "1ed12eh", 129600, GUATU_UNIT_DAY, TRUE }, { "0.33d", 9504, GUATU_UNIT_DAY },
    { "0.3333333333333333d", 9600, GUATU_UNIT_DAY }, { "1,25h", 4500, GUATU_UNIT_HOUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_reads (&rows[i], FALSE);
      assert_reads (&rows[i], TRUE);
    }
}

static void
test_read_lags (void)
{
  static const Row rows[] = {
    { "-1w", -144000, GUATU_UNIT_WEEK }, { "+2d", 57600, GUATU_UNIT_DAY }, { "50%", 5000, GUATU_UNIT_PERCENT },
    { "50e%", 5000, GUATU_UNIT_PERCENT, TRUE }, { "-50%", -5000, GUATU_UNIT_PERCENT },
    { "12.5 %", 1250, GUATU_UNIT_PERCENT }, { "-12.25e%", -1225, GUATU_UNIT_PERCENT, TRUE },
    { "- 2 d", -57600, GUATU_UNIT_DAY }, { "−2d", -57600, GUATU_UNIT_DAY }, { "－２天", -57600, GUATU_UNIT_DAY },
    { "＋５０％", 5000, GUATU_UNIT_PERCENT }, { "-2d4h", -72000, GUATU_UNIT_DAY },
    { "-3ed", -259200, GUATU_UNIT_DAY, TRUE },
    { "-1", -28800, GUATU_UNIT_DAY }, { "-0.5d", -14400, GUATU_UNIT_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GuatuDuration duration;

      assert_reads (&rows[i], TRUE);
      g_assert_false (guatu_duration_parse (rows[i].text, &rates, FALSE, &duration));
    }
}

static void
test_refuse (void)
{
  static const char * const texts[] = {
    "", " ", "d", "x", "5x", "5dd", "5d d", "five days", "NaN", "nan d", "inf", "infd", "1e3d", "0x10d", "1e3",
    "2d16", "16 2d", "2d3d", "2d1ed", "2d50%", "50%2d", "50%50%", "%", "e%", "5ed%", "--2d",
    "+-2d", "2-d", "2d-3h", "2d+3h",
    "1..5d", "1.5.5d", "1.d", "5,d", "1,500d", "1,000", "99999999999999999999d", "9223372036854775807d",
    "1000000000d", "400000w", "73201ed", "9223372036854775807m", "d5", "5 5", "5d?", "5天天", "5 d x", "5\n",
    "\xff", "5\xff", "٥d", "5e", "5ee", "elapsed", "3 elapsed", "½d", "²d", "5d\u200b", "99999999999999999%",
  };
  GuatuDuration duration;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("text %u", i);
      g_assert_false (guatu_duration_parse (texts[i], &rates, TRUE, &duration));
      g_assert_false (guatu_duration_parse (texts[i], &rates, FALSE, &duration));
    }
}

static void
test_rates (void)
{
  static const GuatuDurationRates long_days = { 600, 3600, 25 };
  GuatuDuration duration;

  g_assert_true (guatu_duration_parse ("1d", &long_days, FALSE, &duration));
  g_assert_cmpint (duration.amount, ==, 36000);
  g_assert_true (guatu_duration_parse ("1w", &long_days, FALSE, &duration));
  g_assert_cmpint (duration.amount, ==, 216000);
  g_assert_true (guatu_duration_parse ("1mo", &long_days, FALSE, &duration));
  g_assert_cmpint (duration.amount, ==, 900000);
  g_assert_true (guatu_duration_parse ("1ed", &long_days, FALSE, &duration));
  g_assert_cmpint (duration.amount, ==, 86400);
}

static void
test_write (void)
{
  static const struct { GuatuDuration duration; const char *text; } rows[] = {
    { { 144000, GUATU_UNIT_DAY }, "5d" }, { { 360000, GUATU_UNIT_WEEK }, "2.5w" },
    { { 259200, GUATU_UNIT_DAY, TRUE }, "3ed" },
    { { -5000, GUATU_UNIT_PERCENT }, "-50%" }, { { 5000, GUATU_UNIT_PERCENT, TRUE }, "50e%" },
    { { 1225, GUATU_UNIT_PERCENT }, "12.25%" }, { { 1250, GUATU_UNIT_PERCENT }, "12.5%" },
    { { 0, GUATU_UNIT_DAY }, "0d" }, { { 0, GUATU_UNIT_MONTH, TRUE }, "0emo" }, { { 576000, GUATU_UNIT_MONTH }, "1mo" },
    { { 5400, GUATU_UNIT_MINUTE }, "90m" }, { { 12600, GUATU_UNIT_HOUR }, "3.5h" },
    /* 1 h 20 min is no round part of a day or an hour. */
    { { 4800, GUATU_UNIT_DAY }, "80m" }, { { 4800, GUATU_UNIT_MONTH }, "80m" },
    { { 28800 + 3600, GUATU_UNIT_DAY }, "9h" },
    { { 28800 + 7200, GUATU_UNIT_DAY }, "1.25d" }, { { 1, GUATU_UNIT_DAY }, "0.02m" },
    { { -61, GUATU_UNIT_WEEK }, "-1.02m" },
    { { -43200, GUATU_UNIT_DAY }, "-1.5d" }, { { 28800, GUATU_UNIT_WEEK }, "0.2w" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = guatu_duration_format (rows[i].duration, &rates);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Whatever is written says the amount to the second, whether it is in working days of odd lengths or elapsed. */
static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      GuatuDurationRates odd = { g_rand_int_range (rand, 1, 1441), g_rand_int_range (rand, 1, 10081),
                                 g_rand_int_range (rand, 1, 32) };
      GuatuDuration duration = { g_rand_int_range (rand, -1000000, 1000000), g_rand_int_range (rand, 0, 6),
                                 g_rand_boolean (rand) };
      g_autofree char *text = NULL;
      GuatuDuration read;

      if (i % 3 == 0)
        duration.amount = duration.amount * 6000;
      text = guatu_duration_format (duration, &odd);
      g_assert_true (guatu_duration_parse (text, &odd, TRUE, &read));
      g_assert_cmpint (read.amount, ==, duration.amount);
      g_assert_cmpint (read.elapsed, ==, duration.elapsed);
    }
}

static void
test_label (void)
{
  static const struct { GuatuDuration duration; const char *text; } rows[] = {
    { { 144000, GUATU_UNIT_DAY }, "5 d" }, { { 360000, GUATU_UNIT_WEEK }, "2.5 w" },
    { { 259200, GUATU_UNIT_DAY, TRUE }, "3 elapsed d" }, { { -5000, GUATU_UNIT_PERCENT }, "-50%" },
    { { 5000, GUATU_UNIT_PERCENT, TRUE }, "50 elapsed %" }, { { 5400, GUATU_UNIT_MINUTE }, "90 min" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = guatu_duration_label (rows[i].duration, &rates);
      GuatuDuration read;

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (guatu_duration_parse (text, &rates, TRUE, &read));
      g_assert_cmpint (read.amount, ==, rows[i].duration.amount);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duration/read-in-every-form-that-people-type", test_read);
  g_test_add_func ("/duration/signs-and-percentages-belong-to-lags-alone", test_read_lags);
  g_test_add_func ("/duration/garbage-and-what-no-plan-can-hold-is-refused", test_refuse);
  g_test_add_func ("/duration/days-weeks-and-months-are-settings-of-the-plan", test_rates);
  g_test_add_func ("/duration/written-in-its-unit-or-the-next-smaller-one", test_write);
  g_test_add_func ("/duration/what-is-written-reads-back-to-the-second", test_round_trip);
  g_test_add_func ("/duration/labels-are-for-people", test_label);

  return g_test_run ();
}
