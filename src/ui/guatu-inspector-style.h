/* guatu-inspector-style.h — how the inspector and the status bar look. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Once for the display, however often it is called. */
void guatu_inspector_style_load (void);

G_END_DECLS
