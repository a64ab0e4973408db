#include "guatu-field-text.h"
