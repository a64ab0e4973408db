/* guatu-light-shape.h — a light as a small picture: colour and shape say the same. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-lights.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LIGHT_SHAPE (guatu_light_shape_get_type ())

/* As high as a line of the text around it. */
G_DECLARE_FINAL_TYPE (GuatuLightShape, guatu_light_shape, GUATU, LIGHT_SHAPE, GtkWidget)

GtkWidget  *guatu_light_shape_new       (GuatuLightColour  light);

/* For beside the light's name: it says nothing itself. */
GtkWidget  *guatu_light_shape_new_quiet (GuatuLightColour  light);

void        guatu_light_shape_set       (GuatuLightShape  *self,
                                         GuatuLightColour  light);

/* What a person calls the light on a button: “On track”. */
const char *guatu_light_button_name     (GuatuLightColour  light);

G_END_DECLS
