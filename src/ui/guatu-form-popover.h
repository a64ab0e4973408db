/* guatu-form-popover.h — a small form over the window: a heading, what is asked, why it was refused, a button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_FORM_POPOVER (guatu_form_popover_get_type ())

/**
 * GuatuFormPopover:
 *
 * Carries out what its owner says when the button is clicked or Enter is pressed; a refusal is shown within, and it
 * stays open with what was typed.
 *
 * Signals: ::done, the button was clicked.
 */
G_DECLARE_FINAL_TYPE (GuatuFormPopover, guatu_form_popover, GUATU, FORM_POPOVER, GtkPopover)

GtkWidget *guatu_form_popover_new       (const char       *title);

void       guatu_form_popover_add       (GuatuFormPopover *self,
                                         GtkWidget        *widget);

/* With a label before it, or above where @tall, by which it is called. */
void       guatu_form_popover_ask       (GuatuFormPopover *self,
                                         const char       *label,
                                         GtkWidget        *widget,
                                         gboolean          tall);

/* Below all that has been added so far. */
GtkWidget *guatu_form_popover_add_button (GuatuFormPopover *self,
                                         const char       *label);

/* What its owner needs of it, freed when it closes. */
void       guatu_form_popover_keep      (GuatuFormPopover *self,
                                         gpointer          data,
                                         GDestroyNotify    free_data);

/* An entry whose Enter is the button. */
GtkWidget *guatu_form_entry_new         (const char       *text,
                                         const char       *hint);

/* Closes it; or, where @error is set, shows why not, at @widget if it is one of the form's. */
void       guatu_form_popover_finish    (GuatuFormPopover *self,
                                         GtkWidget        *widget,
                                         const GError     *error);

/* "" where nothing was refused. */
const char *guatu_form_popover_get_error (GuatuFormPopover *self);

/**
 * guatu_form_popover_pop_up:
 * @host: a widget that lets go of all of its children when it is disposed of; it owns the form until that closes
 * @at: what it points to: @host or something in it; where that was scrolled out of sight it is brought back first, and
 *   the form is shown a moment later
 */
void       guatu_form_popover_pop_up    (GuatuFormPopover *self,
                                         GtkWidget        *host,
                                         GtkWidget        *at);

/* A row that is made anew while one of its own widgets is telling of an edit must live on until that has ended. */
void       guatu_keep_for_now           (GtkWidget        *widget);

/* Closes a popover that was given its parent by hand, and lets go of it and of all that is in it. */
void       guatu_popover_dismiss        (GtkWidget        *popover);

G_END_DECLS
