#include "guatu-schedule.h"

G_DEFINE_QUARK (guatu-schedule-error-quark, guatu_schedule_error)
