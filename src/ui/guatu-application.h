/* guatu-application.h — the program with a window: opens plans, one window each. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GUATU_TYPE_APPLICATION (guatu_application_get_type ())

G_DECLARE_FINAL_TYPE (GuatuApplication, guatu_application, GUATU, APPLICATION, AdwApplication)

#define GUATU_APP_ID "io.github.guatu.Guatu"

GuatuApplication *guatu_application_new (void);

G_END_DECLS
