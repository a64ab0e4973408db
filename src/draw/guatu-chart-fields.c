/* guatu-chart-fields.c — conditions on what custom fields say of tasks. */
#include <math.h>
#include <string.h>

#include "guatu-chart-rows-private.h"
#include "guatu-custom-value.h"

GuatuFieldCondition *
guatu_field_condition_new (gint64 field)
{
  GuatuFieldCondition *self = g_new0 (GuatuFieldCondition, 1);

  self->field = field;
  self->from = self->to = NAN;

  return self;
}

GuatuFieldCondition *
guatu_field_condition_copy (const GuatuFieldCondition *self)
{
  GuatuFieldCondition *copy = guatu_field_condition_new (self->field);

  copy->text = g_strdup (self->text);
  copy->from = self->from;
  copy->to = self->to;
  copy->choices = g_strdupv (self->choices);

  return copy;
}

void
guatu_field_condition_free (GuatuFieldCondition *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_strfreev (self->choices);
  g_free (self);
}

GPtrArray *
guatu_field_conditions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) guatu_field_condition_free);
}

const GuatuFieldCondition *
guatu_field_conditions_find (const GPtrArray *self,
                             gint64           field)
{
  for (guint i = 0; self != NULL && i < self->len; i++)
    {
      const GuatuFieldCondition *condition = self->pdata[i];

      if (condition->field == field)
        return condition;
    }

  return NULL;
}

/* A condition, made ready for many values. */
typedef struct
{
  const GuatuPlan           *plan;
  const GuatuFieldCondition *condition;
  gint32                     field;
  char                      *needle;
  GHashTable                *choices;       /* set of folded texts; %NULL: any */
} Test;

static void
test_init (Test                      *self,
           const GuatuPlan           *plan,
           const GuatuFieldCondition *condition,
           gint32                     field)
{
  *self = (Test) { .plan = plan, .condition = condition, .field = field };
  if (condition->text != NULL && *condition->text != '\0')
    self->needle = g_utf8_casefold (condition->text, -1);
  if (condition->choices != NULL && condition->choices[0] != NULL)
    self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; self->choices != NULL && condition->choices[i] != NULL; i++)
    g_hash_table_add (self->choices, g_utf8_casefold (condition->choices[i], -1));
}

static void
test_clear (Test *self)
{
  g_free (self->needle);
  g_clear_pointer (&self->choices, g_hash_table_unref);
}

static gboolean
contains (const Test *self,
          const char *value)
{
  g_autofree char *text = guatu_custom_value_text (self->plan, self->field, value);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, self->needle) != NULL;
}

/* A flag is asked for as "1" or "0", however the file says it. */
static gboolean
is_chosen (const Test *self,
           const char *value)
{
  gint64 kind = guatu_plan_number (self->plan, GUATU_TABLE_CUSTOM_FIELD, self->field, GUATU_CUSTOM_FIELD_KIND);
  GuatuAnswer answer = kind == GUATU_CUSTOM_FLAG ? guatu_custom_value_answer (value) : GUATU_ANSWER_NONE;
  g_autofree char *folded = g_utf8_casefold (answer == GUATU_ANSWER_YES ? "1" : answer == GUATU_ANSWER_NO ? "0" : value,
                                             -1);

  return g_hash_table_contains (self->choices, folded);
}

static gboolean
is_within (const Test *self,
           const char *value)
{
  const GuatuFieldCondition *condition = self->condition;
  double number;

  return guatu_custom_value_number (self->plan, self->field, value, &number)
         && (isnan (condition->from) || number >= condition->from)
         && (isnan (condition->to) || number <= condition->to);
}

static gboolean
passes (const Test *self,
        const char *value)
{
  return (self->needle == NULL || contains (self, value)) && (self->choices == NULL || is_chosen (self, value))
         && ((isnan (self->condition->from) && isnan (self->condition->to)) || is_within (self, value));
}

guint8 *
guatu_rows_filter_fields (const GuatuPlan *plan,
                          const GPtrArray *conditions)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);
  guint8 *shown = g_new (guint8, guatu_plan_n_rows (plan, GUATU_TABLE_TASK) + 1);

  memset (shown, TRUE, guatu_plan_n_rows (plan, GUATU_TABLE_TASK) + 1);
  for (guint i = 0; i < conditions->len; i++)
    {
      const GuatuFieldCondition *condition = conditions->pdata[i];
      gint32 field = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, condition->field);
      Test test;

      if (field < 0)
        continue;
      test_init (&test, plan, condition, field);
      for (guint k = 0; k < n; k++)
        if (shown[outline[k]])
          shown[outline[k]] = passes (&test, guatu_custom_value (plan, outline[k], field)) != FALSE;
      test_clear (&test);
    }

  return shown;
}
