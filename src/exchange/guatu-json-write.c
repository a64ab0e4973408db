/* guatu-json-write.c — a plan in its JSON form: one line a row, so that two plans can be compared by diff. */
#include "guatu-json.h"

#include "guatu-field-text.h"
#include "guatu-json-value.h"

#include <string.h>

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *c < 0x20)
          g_string_append_printf (out, "\\u%04x", (guint) *c);
        else
          g_string_append_c (out, *c);
        break;
      }
  g_string_append_c (out, '"');
}

static void
append_instant (GString *out, GuatuInstant instant, gboolean date)
{
  g_autofree char *text = guatu_instant_to_iso (instant);

  g_string_append_printf (out, "\"%.*s\"", date ? 10 : 19, text);
}

static void
append_daytime (GString *out, gint64 daytime)
{
  g_string_append_printf (out, "\"%02d:%02d", (int) (daytime / 3600), (int) (daytime / 60 % 60));
  if (daytime % 60 != 0)
    g_string_append_printf (out, ":%02d", (int) (daytime % 60));
  g_string_append_c (out, '"');
}

/* "34.5%": the shortest exact form. */
static void
append_percent (GString *out, gint64 share)
{
  gint64 rest = ABS (share % 100);

  g_string_append_printf (out, "\"%s%" G_GINT64_FORMAT, share < 0 ? "-" : "", ABS (share / 100));
  if (rest % 10 != 0)
    g_string_append_printf (out, ".%02d", (int) rest);
  else if (rest != 0)
    g_string_append_printf (out, ".%d", (int) (rest / 10));
  g_string_append (out, "%\"");
}

static void
append_flags (GString *out, const GuatuField *field, gint64 flags)
{
  g_autofree char *text = guatu_flags_text (field, flags);

  append_string (out, text);
}

static void
append_integer (GString *out, const GuatuField *field, gint64 value)
{
  switch (field->type)
    {
    case GUATU_TYPE_ID:
    case GUATU_TYPE_REFERENCE:
      g_string_append_printf (out, "\"%" G_GINT64_FORMAT "\"", value);
      break;
    case GUATU_TYPE_BOOLEAN:
      g_string_append (out, value != 0 ? "true" : "false");
      break;
    case GUATU_TYPE_ENUM:
      append_string (out, field->choices[value].name);
      break;
    case GUATU_TYPE_FLAGS:
      append_flags (out, field, value);
      break;
    case GUATU_TYPE_INSTANT:
      append_instant (out, value, FALSE);
      break;
    case GUATU_TYPE_DATE:
      append_instant (out, value, TRUE);
      break;
    case GUATU_TYPE_DAYTIME:
      append_daytime (out, value);
      break;
    case GUATU_TYPE_PERCENT:
      append_percent (out, value);
      break;
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
    case GUATU_TYPE_MONEY:
    case GUATU_TYPE_TEXT:
    default:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
      break;
    }
}

/* Positions are always written: where they are missing a reader counts the rows. */
static gboolean
can_be_left_out (const GuatuField *field, GuatuValue value)
{
  return guatu_value_equal (value, guatu_field_fallback (field)) && !guatu_json_is_needed (field) &&
         !g_str_equal (field->name, "position");
}

static void
append_row (GString *out, const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  g_string_append_c (out, '{');
  for (guint i = 0; i < info->n_fields; i++)
    {
      const GuatuField *field = &info->fields[i];
      GuatuValue value = guatu_plan_get (plan, table, row, i);

      if (i > 0 && can_be_left_out (field, value))
        continue;
      g_string_append_printf (out, "%s\"%s\": ", i > 0 ? ", " : "", field->name);
      if (value.kind == GUATU_VALUE_TEXT)
        append_string (out, value.text);
      else if (value.kind == GUATU_VALUE_INTEGER)
        append_integer (out, field, value.integer);
      else
        g_string_append (out, "null");
    }
  g_string_append_c (out, '}');
}

/* Tasks in outline order; should a plan hold some that no outline reaches, all of them by position. */
static gint32 *
rows_in_order (const GuatuPlan *plan, GuatuTable table, guint *n)
{
  const gint32 *outline;

  if (table == GUATU_TABLE_TASK)
    {
      outline = guatu_plan_outline (plan, n);
      if (*n == guatu_plan_n_live (plan, table))
        return g_memdup2 (outline, *n * sizeof *outline);
    }
  return guatu_plan_in_order (plan, table, n);
}

static void
append_table (GString *out, const GuatuPlan *plan, GuatuTable table)
{
  guint n;
  g_autofree gint32 *rows = rows_in_order (plan, table, &n);

  if (n == 0)
    return;

  g_string_append_printf (out, ",\n\"%s\": [\n", guatu_table_info (table)->plural);
  for (guint i = 0; i < n; i++)
    {
      append_row (out, plan, table, rows[i]);
      g_string_append (out, i + 1 < n ? ",\n" : "\n]");
    }
}

static void
append_settings (GString *out, const GuatuPlan *plan)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, GUATU_TABLE_PLAN, &n);

  g_string_append_printf (out, "\"guatu\": %d,\n\"plan\": ", GUATU_SCHEMA_VERSION);
  if (n > 0)
    append_row (out, plan, GUATU_TABLE_PLAN, rows[0]);
  else
    g_string_append (out, "{}");
}

char *
guatu_json_write (const GuatuPlan *plan, gsize *length)
{
  GString *out = g_string_sized_new (4096);

  g_return_val_if_fail (plan != NULL, NULL);

  g_string_append (out, "{\n");
  append_settings (out, plan);
  for (int table = GUATU_TABLE_PLAN + 1; table < GUATU_N_TABLES; table++)
    append_table (out, plan, table);
  g_string_append (out, "\n}\n");

  if (length != NULL)
    *length = out->len;
  return g_string_free (out, FALSE);
}
