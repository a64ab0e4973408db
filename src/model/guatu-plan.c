#include "guatu-plan.h"
