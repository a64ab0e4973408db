#include "guatu-worktime.h"
