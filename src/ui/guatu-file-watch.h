/* guatu-file-watch.h — tells when another program has written a plan's file, without ever opening it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GUATU_TYPE_FILE_WATCH (guatu_file_watch_get_type ())

/**
 * GuatuFileWatch:
 *
 * Signals: ::written, somebody (this program too) has written the file and is done; ::lost, under its name there is
 * another file now or none.
 */
G_DECLARE_FINAL_TYPE (GuatuFileWatch, guatu_file_watch, GUATU, FILE_WATCH, GObject)

GuatuFileWatch *guatu_file_watch_new  (const char     *path);

/* Has a look now, at what may have been missed: file systems on a network tell nothing. */
void            guatu_file_watch_look (GuatuFileWatch *self);

G_END_DECLS
