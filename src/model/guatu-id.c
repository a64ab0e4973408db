#include "guatu-id.h"
