/* guatu-field-private.h — where the field table lies. */
#pragma once

#include "guatu-field.h"

extern const GuatuTableInfo guatu_tables[GUATU_N_TABLES];
