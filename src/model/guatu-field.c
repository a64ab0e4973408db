#include "guatu-field.h"
