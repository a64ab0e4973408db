/* guatu-output.h — a file that appears under its name only once it is whole. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _GuatuOutput GuatuOutput;

/* Begins to write @path into a file beside it. %NULL with @error if it cannot be written there. */
GuatuOutput *guatu_output_new    (const char   *path,
                                  GError      **error);

/* To be handed to Cairo, with the output as its closure. */
cairo_status_t guatu_output_write (void                *closure,
                                   const unsigned char *data,
                                   unsigned int         length);

/* Nothing more is written, and nothing put in its place, once @cancellable, which is borrowed, is cancelled. */
void         guatu_output_set_cancellable (GuatuOutput  *self,
                                   GCancellable *cancellable);

/* Gives a PNG its resolution, which Cairo does not write. To be set before the first byte. */
void         guatu_output_set_dpi (GuatuOutput *self,
                                   double       dpi);

/* Puts the file in its place, if everything was written, and frees the output in any case. @status is
 * what Cairo said last. */
gboolean     guatu_output_finish (GuatuOutput    *self,
                                  cairo_status_t  status,
                                  GError        **error);

/* Writes @path as a whole, in the same way and with the same errors. */
gboolean     guatu_output_save   (const char   *path,
                                  const char   *text,
                                  gsize         length,
                                  GError      **error);

G_END_DECLS
