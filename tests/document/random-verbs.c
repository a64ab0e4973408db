/* random-verbs.c — verbs called at random, with arguments of which some make no sense. */
#include "random-verbs.h"

#include <string.h>

static const char * const texts[] = {
  "Survey", "勘测设计", "Robert'); DROP TABLE task;--", "say \"hi\"", "two\nlines", "", " ", "征地拆迁 🏗", "100 %s %n",
  "\x01", "\xff",
};

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

/* The id of some row; now and then of none. */
static gint64
some_id (const GuatuPlan *plan, GuatuTable table, GRand *rand)
{
  gint32 n = (gint32) guatu_plan_n_rows (plan, table);

  if (chance (rand, 3))
    return chance (rand, 50) ? 0 : g_rand_int_range (rand, 1, 1000);
  for (guint attempt = 0; n > 0 && attempt < 20; attempt++)
    {
      gint64 id = guatu_plan_id (plan, table, g_rand_int_range (rand, 0, n));

      if (id != 0)
        return id;
    }
  return 0;
}

static GuatuValue
some_number (const GuatuField *field, GRand *rand)
{
  static const gint64 first_day = 19786 * GUATU_DAY;    /* 2024-03-04 */

  if (chance (rand, 3))
    return GUATU_INTEGER (chance (rand, 50) ? G_MAXINT64 : -1);
  /* Each is a task of its own. */
  if (field == guatu_field (GUATU_TABLE_RECURRENCE, GUATU_RECURRENCE_TIMES))
    return GUATU_INTEGER (g_rand_int_range (rand, 0, 40));

  switch (field->type)
    {
    case GUATU_TYPE_INSTANT:
      return GUATU_INTEGER (first_day + (gint64) g_rand_int_range (rand, 0, 600) * GUATU_DAY +
                            g_rand_int_range (rand, 0, 24) * GUATU_HOUR);
    case GUATU_TYPE_DATE:
      return GUATU_INTEGER (first_day + (gint64) g_rand_int_range (rand, 0, 600) * GUATU_DAY);
    case GUATU_TYPE_DAYTIME:
      return GUATU_INTEGER (g_rand_int_range (rand, 0, 25) * GUATU_HOUR);
    case GUATU_TYPE_WORK:
      return GUATU_INTEGER (g_rand_int_range (rand, 0, 40) * 4 * GUATU_HOUR);
    case GUATU_TYPE_LAG:
      return GUATU_INTEGER (g_rand_int_range (rand, -10, 10) * GUATU_HOUR);
    case GUATU_TYPE_PERCENT:
      return GUATU_INTEGER (g_rand_int_range (rand, 0, 10001));
    case GUATU_TYPE_MONEY:
      return GUATU_INTEGER (g_rand_int_range (rand, 0, 100000000));
    case GUATU_TYPE_BOOLEAN:
    case GUATU_TYPE_ENUM:
    case GUATU_TYPE_FLAGS:
      return GUATU_INTEGER (g_rand_int_range (rand, 0, (gint32) field->max + 1));
    case GUATU_TYPE_ID:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_REFERENCE:
    case GUATU_TYPE_TEXT:
    default:
      return GUATU_INTEGER (CLAMP (g_rand_int_range (rand, 0, 2000), field->min, field->max));
    }
}

static GuatuValue
some_value (const GuatuPlan *plan, const GuatuField *field, GRand *rand)
{
  if (chance (rand, 2))
    return GUATU_NULL;
  if (field->type == GUATU_TYPE_TEXT)
    return chance (rand, 2) ? GUATU_INTEGER (5) : GUATU_TEXT (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  if (field->flags & GUATU_FIELD_NULLABLE && chance (rand, 25))
    return GUATU_NULL;
  if (field->type == GUATU_TYPE_REFERENCE)
    return GUATU_INTEGER (some_id (plan, field->target, rand));
  return some_number (field, rand);
}

static GuatuSetting
some_setting (const GuatuPlan *plan, GuatuTable table, GRand *rand)
{
  guint field = (guint) g_rand_int_range (rand, 1, (gint32) guatu_table_info (table)->n_fields + (chance (rand, 2) ? 2 : 0));
  GuatuSetting setting = { field, GUATU_NULL };

  if (field < guatu_table_info (table)->n_fields)
    setting.value = some_value (plan, guatu_field (table, field), rand);
  return setting;
}

/* Verbs --------------------------------------------------------------------------------------------- */

static GuatuTable
some_table (GRand *rand)
{
  return chance (rand, 60) ? GUATU_TABLE_TASK : (GuatuTable) g_rand_int_range (rand, 0, GUATU_N_TABLES);
}

/* What the table requires, a few more, and mostly a name that can be one. */
static gboolean
add_row (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuTable table = some_table (rand);
  const GuatuTableInfo *info = guatu_table_info (table);
  GuatuSetting settings[64];
  guint n = 0;

  for (guint field = 1; field < info->n_fields; field++)
    if (info->fields[field].flags & GUATU_FIELD_REQUIRED)
      {
        settings[n].field = field;
        if (info->fields[field].type == GUATU_TYPE_TEXT && chance (rand, 90))
          settings[n].value = GUATU_TEXT ("Named 名");
        else
          settings[n].value = some_value (plan, &info->fields[field], rand);
        n++;
      }
  for (int more = g_rand_int_range (rand, 0, 3); more > 0; more--)
    settings[n++] = some_setting (plan, table, rand);
  if (table == GUATU_TABLE_TASK && chance (rand, 50))
    settings[n++] = (GuatuSetting) { GUATU_TASK_PARENT, GUATU_INTEGER (some_id (plan, table, rand)) };

  return guatu_document_add (document, table, settings, n, NULL, error);
}

static gboolean
set_row (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuTable table = some_table (rand);
  GuatuSetting settings[4];
  guint n = (guint) g_rand_int_range (rand, 0, 4);

  for (guint i = 0; i < n; i++)
    settings[i] = some_setting (plan, table, rand);
  return guatu_document_set (document, table, some_id (plan, table, rand), settings, n, error);
}

static gboolean
remove_row (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuTable table = some_table (rand);

  return guatu_document_remove (document, table, some_id (plan, table, rand), error);
}

static gboolean
move_task (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint64 before = chance (rand, 60) ? some_id (plan, GUATU_TABLE_TASK, rand) : 0;
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, before);
  gint64 parent = chance (rand, 70) ? some_id (plan, GUATU_TABLE_TASK, rand) : 0;

  /* Mostly where that sibling is. */
  if (row >= 0 && chance (rand, 90))
    parent = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_task (plan, row)->parent);
  return guatu_document_move_task (document, some_id (plan, GUATU_TABLE_TASK, rand), parent, before, error);
}

static gboolean
link_tasks (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuLagKind kind = g_rand_int_range (rand, 0, 4);

  return guatu_document_link (document, some_id (plan, GUATU_TABLE_TASK, rand), some_id (plan, GUATU_TABLE_TASK, rand),
                              g_rand_int_range (rand, 0, chance (rand, 5) ? 9 : 4), kind,
                              g_rand_int_range (rand, -20, 20) * GUATU_HOUR,
                              g_rand_int_range (rand, 0, chance (rand, 10) ? 6 : 5), NULL, error);
}

static gboolean
unlink_tasks (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_LINK, some_id (plan, GUATU_TABLE_LINK, rand));

  if (row < 0)
    return guatu_document_unlink (document, some_id (plan, GUATU_TABLE_TASK, rand),
                                  some_id (plan, GUATU_TABLE_TASK, rand), error);
  return guatu_document_unlink (document, guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_link (plan, row)->predecessor),
                                guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_link (plan, row)->successor), error);
}

static gboolean
assign (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gboolean unit = chance (rand, 50);

  return guatu_document_assign (document, some_id (plan, GUATU_TABLE_TASK, rand),
                                unit ? some_id (plan, GUATU_TABLE_UNIT, rand) : 0,
                                !unit || chance (rand, 3) ? some_id (plan, GUATU_TABLE_PERSON, rand) : 0,
                                g_rand_int_range (rand, 0, chance (rand, 3) ? 20 : 9),
                                g_rand_int_range (rand, chance (rand, 3) ? -5 : 0, 20000), NULL, error);
}

static gboolean
unassign (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_ASSIGNMENT, some_id (plan, GUATU_TABLE_ASSIGNMENT, rand));
  const GuatuAssignment *one;

  if (row < 0)
    return guatu_document_unassign (document, some_id (plan, GUATU_TABLE_TASK, rand), 0,
                                    some_id (plan, GUATU_TABLE_PERSON, rand), -1, error);
  one = (const GuatuAssignment *) guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT) + row;
  return guatu_document_unassign (document, guatu_plan_id (plan, GUATU_TABLE_TASK, one->task),
                                  guatu_plan_id (plan, GUATU_TABLE_UNIT, one->unit),
                                  guatu_plan_id (plan, GUATU_TABLE_PERSON, one->person),
                                  chance (rand, 50) ? -1 : one->role, error);
}

static gboolean
report (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuSetting settings[] = { { GUATU_REPORT_DONE, GUATU_TEXT ("进展") }, { GUATU_REPORT_PERSON, GUATU_NULL } };
  GuatuValue date = some_number (guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_DATE), rand);
  gint64 share = chance (rand, 25) ? 10000 : g_rand_int_range (rand, 0, chance (rand, 5) ? 12000 : 10001);

  if (chance (rand, 30))
    settings[1].value = GUATU_INTEGER (some_id (plan, GUATU_TABLE_PERSON, rand));
  return guatu_document_report (document, some_id (plan, GUATU_TABLE_TASK, rand), date.integer, share, settings,
                                (guint) g_rand_int_range (rand, 0, 3), NULL, error);
}

static gboolean
baseline (GuatuDocument *document, GRand *rand, GError **error)
{
  g_autofree char *name = g_strdup_printf ("Baseline %d", g_rand_int_range (rand, 0, 20));

  return guatu_document_set_baseline (document, name, GUATU_NONE, NULL, error);
}

/* Lights by hand, taken back as often as they are set, and a preset now and then. */
static gboolean
light (GuatuDocument *document, GRand *rand, GError **error)
{
  gint64 task = some_id (guatu_document_get_plan (document), GUATU_TABLE_TASK, rand);
  gint64 day = g_rand_int_range (rand, 19780, 19800);
  g_autofree char *name = g_strdup_printf ("Rules %d", g_rand_int_range (rand, 0, 20));

  if (chance (rand, 40))
    return guatu_document_clear_light (document, task, day * GUATU_DAY, error);
  if (chance (rand, 20))
    return guatu_document_use_light_preset (document, chance (rand, 80) ? "points" : "nosuch", name, NULL, error);
  return guatu_document_set_light (document, task, (GuatuOverrideColour) g_rand_int_range (rand, 0, 4), "Chen",
                                   chance (rand, 10) ? "" : "flood", day * GUATU_DAY,
                                   (day + g_rand_int_range (rand, -2, 20)) * GUATU_DAY, NULL, error);
}

/* People and units that become one, or stand elsewhere. */
static gboolean
party (GuatuDocument *document, GRand *rand, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuTable table = chance (rand, 50) ? GUATU_TABLE_UNIT : GUATU_TABLE_PERSON;

  if (chance (rand, 30))
    return guatu_document_merge (document, table, some_id (plan, table, rand), some_id (plan, table, rand), error);
  return guatu_document_move_party (document, table, some_id (plan, table, rand),
                                    chance (rand, 70) ? some_id (plan, GUATU_TABLE_UNIT, rand) : 0,
                                    chance (rand, 50) ? some_id (plan, table, rand) : 0, error);
}

guint
random_settings (const GuatuPlan *plan, GuatuTable table, GRand *rand, GuatuSetting *settings, guint most)
{
  guint n = (guint) g_rand_int_range (rand, 1, (gint32) most + 1);

  for (guint i = 0; i < n; i++)
    settings[i] = some_setting (plan, table, rand);

  return n;
}

gboolean
random_verb (GuatuDocument *document, GRand *rand, gboolean undo, GError **error)
{
  int pick = g_rand_int_range (rand, 0, undo ? 110 : 100);

  if (pick < 30)
    return add_row (document, rand, error);
  if (pick < 60)
    return set_row (document, rand, error);
  if (pick < 65)
    return remove_row (document, rand, error);
  if (pick < 74)
    return move_task (document, rand, error);
  if (pick < 86)
    return link_tasks (document, rand, error);
  if (pick < 88)
    return unlink_tasks (document, rand, error);
  if (pick < 92)
    return assign (document, rand, error);
  if (pick < 93)
    return unassign (document, rand, error);
  if (pick < 95)
    return party (document, rand, error);
  if (pick < 97)
    return report (document, rand, error);
  if (pick < 99)
    return light (document, rand, error);
  if (pick < 100)
    return baseline (document, rand, error);
  return pick < 106 ? guatu_document_undo (document, NULL, error) : guatu_document_redo (document, NULL, error);
}

/* Digest --------------------------------------------------------------------------------------------- */

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static void
digest_table (GChecksum *checksum, const GuatuPlan *plan, GuatuTable table)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint row = 0; row < guatu_plan_n_rows (plan, table); row++)
    {
      gint64 id = guatu_plan_id (plan, table, (gint32) row);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);

  for (guint i = 0; i < ids->len; i++)
    for (guint field = 0; field < guatu_table_info (table)->n_fields; field++)
      {
        GuatuValue value = guatu_plan_get (plan, table, guatu_plan_find (plan, table, g_array_index (ids, gint64, i)),
                                           field);

        g_checksum_update (checksum, (const guchar *) &value.kind, sizeof value.kind);
        if (value.kind == GUATU_VALUE_INTEGER)
          g_checksum_update (checksum, (const guchar *) &value.integer, sizeof value.integer);
        else if (value.kind == GUATU_VALUE_TEXT)
          g_checksum_update (checksum, (const guchar *) value.text, (gssize) strlen (value.text) + 1);
      }
}

char *
plan_digest (const GuatuPlan *plan)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    digest_table (checksum, plan, table);
  return g_strdup (g_checksum_get_string (checksum));
}
