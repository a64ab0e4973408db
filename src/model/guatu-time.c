#include "guatu-time.h"
