/* guatu-link-popover.h — the form of a link: its type, its lag, and a way to be rid of it. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LINK_POPOVER (guatu_link_popover_get_type ())

/**
 * GuatuLinkPopover:
 *
 * Carries out one verb when it is told to, and closes; a refusal is shown within it, and it stays open with what was
 * typed. The lag may name a type as well: "FS+2d".
 *
 * Signals: ::unlink, the link is to be taken out; the popover has closed.
 */
G_DECLARE_FINAL_TYPE (GuatuLinkPopover, guatu_link_popover, GUATU, LINK_POPOVER, GtkPopover)

/* @link by its id; it must be there. */
GtkWidget *guatu_link_popover_new (GuatuDocument    *document,
                                   gint64            link);

/* What its button does, with what is typed: for tests. */
void       guatu_link_popover_set (GuatuLinkPopover *self,
                                   GuatuLinkType     type,
                                   const char       *lag);

G_END_DECLS
