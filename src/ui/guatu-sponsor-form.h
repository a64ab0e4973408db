/* guatu-sponsor-form.h — the form of one sponsorship: what is sponsored, how often it is visited, from when to when. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

/* @sponsorship 0: a new one, of @kind, by @person. A name that a unit or a task of the plan bears stands for it. What
 * was removed is told by the action "people-view.removed" (s). */
GtkWidget *guatu_sponsor_form_new (GuatuDocument     *document,
                                   gint64             sponsorship,
                                   gint64             person,
                                   GuatuSponsoredKind kind);

G_END_DECLS
