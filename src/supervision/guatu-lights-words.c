/* guatu-lights-words.c — what colours and rules are called, in files and by people. */
#include <glib/gi18n-lib.h>

#include "guatu-lights.h"

const char *
guatu_light_name (GuatuLightColour colour)
{
  static const char * const names[] = { "none", "green", "yellow", "orange", "red", "done" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == GUATU_LIGHT_N_COLOURS);
  return names[colour];
}

const char *
guatu_light_label (GuatuLightColour colour)
{
  static const char * const labels[] = {
    NC_("light", "none"), NC_("light", "green"), NC_("light", "yellow"),
    NC_("light", "orange"), NC_("light", "red"), NC_("light", "finished"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == GUATU_LIGHT_N_COLOURS);
  return g_dpgettext2 (GETTEXT_PACKAGE, "light", labels[colour]);
}

const char *
guatu_light_rule_name (GuatuLightRule rule)
{
  static const char * const names[] = {
    "no-status-date", "finished", "not-due", "gap", "overdue", "raised", "recovered", "silent", "worst", "weighted",
    "override", "ratio", "days-late", "time-left", "gate", "thirds",
    "inactive",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == GUATU_LIGHT_RULE_INACTIVE + 1);
  return names[rule];
}
