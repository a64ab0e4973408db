#include "guatu-document.h"

G_DEFINE_QUARK (guatu-document-error-quark, guatu_document_error)
