/* guatu-template-dialog.h — asks for a template and a day, or for the name of a new template. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_TEMPLATE_DIALOG (guatu_template_dialog_get_type ())

/**
 * GuatuTemplateDialog:
 *
 * Signals: ::chosen (name, day, finish, title), a plan is to be made of the template of that name, which starts on the
 * day, or finishes on it; @title is what the template is called.
 */
G_DECLARE_FINAL_TYPE (GuatuTemplateDialog, guatu_template_dialog, GUATU, TEMPLATE_DIALOG, AdwWindow)

GtkWidget *guatu_template_dialog_new (GtkWindow *parent);

#define GUATU_TYPE_SAVE_TEMPLATE_DIALOG (guatu_save_template_dialog_get_type ())

/* Signals: ::saved (name), the plan is a template of that name. */
G_DECLARE_FINAL_TYPE (GuatuSaveTemplateDialog, guatu_save_template_dialog, GUATU, SAVE_TEMPLATE_DIALOG, AdwWindow)

GtkWidget *guatu_save_template_dialog_new (GtkWindow     *parent,
                                           GuatuDocument *document);

G_END_DECLS
