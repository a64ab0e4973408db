/* guatu-load-picture.h — the load of a person or unit as columns, week by week, against what can be done. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-load-curve.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LOAD_PICTURE (guatu_load_picture_get_type ())

/**
 * GuatuLoadPicture:
 *
 * A column for each week or month, a line for the capacity; what goes beyond it has the colour of what is critical.
 * Who does not see it is told the same in words.
 */
G_DECLARE_FINAL_TYPE (GuatuLoadPicture, guatu_load_picture, GUATU, LOAD_PICTURE, GtkWidget)

GtkWidget  *guatu_load_picture_new       (void);

/* Takes @curve. @status_date may be GUATU_NONE. */
void        guatu_load_picture_set       (GuatuLoadPicture *self,
                                          GuatuLoadCurve   *curve,
                                          GuatuInstant      status_date);

const char *guatu_load_picture_get_words (GuatuLoadPicture *self);

G_END_DECLS
