/* guatu-exchange.h — how reading other programs' files fails. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GUATU_EXCHANGE_ERROR (guatu_exchange_error_quark ())

typedef enum
{
  GUATU_EXCHANGE_ERROR_INVALID,     /* the content is not what it should be; the message says where */
  GUATU_EXCHANGE_ERROR_TOO_LARGE,   /* beyond a stated limit */
  GUATU_EXCHANGE_ERROR_NOT_FOUND,   /* no shipped calendar or sample of this name */
  GUATU_EXCHANGE_ERROR_CANCELLED,   /* the progress function said stop */
} GuatuExchangeError;

GQuark guatu_exchange_error_quark (void);

/* No file that is read may be larger: what a person exports stays far below. */
#define GUATU_EXCHANGE_MAX_BYTES (256u * 1024 * 1024)

G_END_DECLS
