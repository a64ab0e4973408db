/* guatu-drop-mark.h — the line between two rows, or the frame around one, that tells where a drop goes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_DROP_MARK (guatu_drop_mark_get_type ())

/* To be laid over what it marks; it takes no events. */
G_DECLARE_FINAL_TYPE (GuatuDropMark, guatu_drop_mark, GUATU, DROP_MARK, GtkWidget)

GtkWidget *guatu_drop_mark_new   (void);

/* A line along the top of @area, or a frame around it. */
void       guatu_drop_mark_show  (GuatuDropMark         *self,
                                  const graphene_rect_t *area,
                                  gboolean               frame,
                                  const GdkRGBA         *colour);
void       guatu_drop_mark_hide  (GuatuDropMark         *self);

G_END_DECLS
