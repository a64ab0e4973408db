/* guatu-toast.h — a word at the foot of a window, which goes by itself. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The text may be long; it is taken as it is. Unref the toast, or hand it to an overlay. */
AdwToast *guatu_toast_new     (const char *text);

/* Lets it go as soon as it may: libadwaita 1.2 frees one that goes while it is still on its way in, and moves it on. */
void      guatu_toast_dismiss (AdwToast   *toast);

G_END_DECLS
