#include "guatu-store.h"

G_DEFINE_QUARK (guatu-store-error-quark, guatu_store_error)
