/* guatu-link-form.h — the form of a link, its type and its lag, wherever links are shown. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

/* Of a link, by its id, which must be there: carries out one verb when it is told to. The lag may name a type as well:
 * "FS+2d". */
GtkWidget *guatu_link_form_new        (GuatuDocument *document,
                                       gint64         link);

/* Of a link that is to be: its owner adds a way to say between which tasks. */
GtkWidget *guatu_link_form_new_link   (GuatuDocument *document,
                                       const char    *title);

/* Below all that has been added so far; for its owner to take the link out when it is clicked. */
GtkWidget *guatu_link_form_add_unlink (GtkWidget     *form);

/* Links the two tasks by what is chosen and typed. */
gboolean   guatu_link_form_link       (GtkWidget     *form,
                                       gint64         predecessor,
                                       gint64         successor,
                                       GError       **error);

/* What its button does, with what is typed: for tests. */
void       guatu_link_form_set        (GtkWidget     *form,
                                       GuatuLinkType  type,
                                       const char    *lag);

G_END_DECLS
