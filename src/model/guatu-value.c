#include "guatu-value.h"
