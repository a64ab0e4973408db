#include "guatu-duration.h"
