/* supervision-fixture.h — what the tests of supervision share: reports, overrides, presets, and looks at a light. */
#pragma once

#include "guatu-lights.h"
#include "guatu-test.h"

G_BEGIN_DECLS

/* Rows for a plan of guatu_test_plan_new(). Each returns the new row. */
gint32      add_report      (GuatuPlan   *plan,
                             gint32       task,
                             const char  *date,
                             gint64       share);
gint32      add_override    (GuatuPlan   *plan,
                             gint32       task,
                             GuatuOverrideColour colour,
                             const char  *set_on,
                             const char  *expires_on);
gint32      add_target      (GuatuPlan   *plan,
                             gint32       task,
                             const char  *date,
                             gint64       share);
gint32      add_assignment  (GuatuPlan   *plan,
                             gint32       task,
                             gint32       unit,
                             GuatuRole    role);
gint32      add_unit        (GuatuPlan   *plan,
                             const char  *name);
gint32      add_baseline    (GuatuPlan   *plan,
                             const char  *taken_on);
gint32      add_baseline_task (GuatuPlan *plan,
                             gint32       baseline,
                             gint32       task,
                             const char  *start,
                             const char  *finish,
                             gint64       days);

/* A copy of a preset, in force. Its row. */
gint32      use_preset      (GuatuPlan   *plan,
                             const char  *name);

void        set_task        (GuatuPlan   *plan,
                             gint32       task,
                             guint        field,
                             gint64       value);
void        set_plan        (GuatuPlan   *plan,
                             guint        field,
                             gint64       value);

/* @date %NULL: no status date. */
GuatuLights *lights_at      (GuatuPlan   *plan,
                             const char  *date);
GuatuLight  light_at        (GuatuPlan   *plan,
                             gint32       task,
                             const char  *date);

/* Free it. */
char       *reason_at       (GuatuPlan   *plan,
                             gint32       task,
                             const char  *date);

#define assert_light(light, shown_, raw_, rule_) \
  G_STMT_START { \
    GuatuLight light_ = (light); \
    g_assert_cmpstr (guatu_light_name (light_.shown), ==, shown_); \
    g_assert_cmpstr (guatu_light_name (light_.raw), ==, raw_); \
    g_assert_cmpstr (guatu_light_rule_name (light_.rule), ==, rule_); \
  } G_STMT_END

G_END_DECLS
