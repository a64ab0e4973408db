/* guatu-go-to.h — a number, a code, a part of a name or a date is typed, and one is led there. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_GO_TO (guatu_go_to_get_type ())

/**
 * GuatuGoTo:
 *
 * A small window over another. Up and Down go through what was found, Enter leads there, Escape leaves.
 *
 * Signals: ::go (const char *table, gint64 id), a row was chosen; ::go-date (gint64 date), a day. The window closes.
 */
G_DECLARE_FINAL_TYPE (GuatuGoTo, guatu_go_to, GUATU, GO_TO, AdwWindow)

GtkWidget   *guatu_go_to_new       (GuatuDocument *document,
                                    GtkWindow     *parent);

GtkEditable *guatu_go_to_get_entry (GuatuGoTo     *self);

/* What was found, of any length; each with its words (guatu_hit_get_title()). */
GListModel  *guatu_go_to_get_hits  (GuatuGoTo     *self);
const char  *guatu_hit_get_title   (gpointer       hit);
const char  *guatu_hit_get_note    (gpointer       hit);

/* As Enter does. */
void         guatu_go_to_choose    (GuatuGoTo     *self);

G_END_DECLS
