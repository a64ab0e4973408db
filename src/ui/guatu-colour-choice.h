/* guatu-colour-choice.h — one of the palette's colours is chosen, another one, or none in particular. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_COLOUR_CHOICE (guatu_colour_choice_get_type ())
G_DECLARE_FINAL_TYPE (GuatuColourChoice, guatu_colour_choice, GUATU, COLOUR_CHOICE, GtkWidget)

GtkWidget  *guatu_colour_choice_new        (void);

/* "#3465a4", or "" for whichever the palette gives. */
void        guatu_colour_choice_set_colour (GuatuColourChoice *self,
                                            const char        *colour);
const char *guatu_colour_choice_get_colour (GuatuColourChoice *self);

G_END_DECLS
