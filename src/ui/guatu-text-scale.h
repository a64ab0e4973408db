/* guatu-text-scale.h — how much larger than usual the person reads, for what is measured in pixels. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 1 for the desktop's usual font and for smaller ones; 1.5 where text is half as large again. */
double guatu_text_scale        (void);

/* So many pixels at the usual size of text, as whole pixels at that of today. */
double guatu_text_scaled       (double     pixels);

/* Calls @changed with @object alone whenever the scale is another. */
void   guatu_text_scale_follow (GCallback  changed,
                                gpointer   object);

G_END_DECLS
