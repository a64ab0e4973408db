/* guatu-light-rules.c — the presets, and rule sets read from the plan. */
#include "guatu-light-rules.h"

#include <glib/gi18n-lib.h>

/* A preset has what its source says and no more: only the default rules raise, recover and mind silence. Gaps are
 * whole hundredths, so that "more than 30 points" is "30.01 or more". */
static const GuatuLightPreset presets[] = {
  { "default", N_("Four colours"),
    { GUATU_RULE_POINTS, 500, 1000, 2000, .inclusive = TRUE, .overdue_is_red = TRUE, .raises = TRUE,
      .recovers = TRUE, .silence = TRUE } },
  { "points", N_("Points behind plan"),
    { GUATU_RULE_POINTS, 1000, GUATU_NONE, 3001, .inclusive = TRUE } },
  { "ratio", N_("Shortfall of the plan"),
    { GUATU_RULE_RATIO, 0, GUATU_NONE, 5000, .inclusive = FALSE } },
  { "days-late", N_("Days late"),
    { GUATU_RULE_DAYS_LATE, 1, 8, 15, .inclusive = TRUE } },
  { "time-left", N_("Time left"),
    { GUATU_RULE_TIME_LEFT, 2000, GUATU_NONE, GUATU_NONE, .inclusive = FALSE, .overdue_is_red = TRUE } },
  { "quarter-gates", N_("Quarter gates"),
    { GUATU_RULE_QUARTER_GATES, 2000, 5000, 7500, .inclusive = TRUE } },
  { "thirds", N_("Thirds"),
    { GUATU_RULE_THIRDS, GUATU_NONE, GUATU_NONE, GUATU_NONE, .inclusive = TRUE } },
};

const GuatuLightPreset *
guatu_light_presets (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (presets);
  return presets;
}

const GuatuLightPreset *
guatu_light_preset_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].name, name))
      return &presets[i];

  return NULL;
}

GuatuLightRules
guatu_light_rules_get (const GuatuPlan *plan, gint32 rule_set)
{
  const GuatuLightRuleSet *rows = guatu_plan_rows (plan, GUATU_TABLE_LIGHT_RULE_SET);
  const GuatuLightRuleSet *row;

  if (rule_set < 0)
    return presets[0].rules;

  row = &rows[rule_set];
  return (GuatuLightRules) {
    .rule = row->rule, .yellow_from = row->yellow_from, .orange_from = row->orange_from, .red_from = row->red_from,
    .inclusive = row->inclusive, .overdue_is_red = row->overdue_is_red, .raises = row->raises,
    .recovers = row->recovers, .silence = row->silence,
  };
}

GuatuLightRules
guatu_light_rules_in_force (const GuatuPlan *plan)
{
  return guatu_light_rules_get (plan, guatu_plan_settings (plan)->light_rule_set);
}

gboolean
guatu_light_rules_pass (const GuatuLightRules *self, gint64 figure, gint64 mark)
{
  if (mark == GUATU_NONE)
    return FALSE;
  if (self->rule == GUATU_RULE_TIME_LEFT)
    return self->inclusive ? figure <= mark : figure < mark;
  return self->inclusive ? figure >= mark : figure > mark;
}

gint64
guatu_light_rules_first_mark (const GuatuLightRules *self)
{
  gint64 first = GUATU_NONE;
  const gint64 marks[] = { self->yellow_from, self->orange_from, self->red_from };

  /* Marks may stand in any order in a plan that was made elsewhere. */
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i] != GUATU_NONE &&
        (first == GUATU_NONE || (self->rule == GUATU_RULE_TIME_LEFT ? marks[i] > first : marks[i] < first)))
      first = marks[i];

  return first;
}
