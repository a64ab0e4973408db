/* guatu-drop-mark.c — tells where a drop goes. */
#include "guatu-drop-mark.h"

/* Pixels. */
#define LINE 2
#define KNOB 8

struct _GuatuDropMark
{
  GtkWidget       parent_instance;

  graphene_rect_t area;
  gboolean        frame;
  GdkRGBA         colour;
};

G_DEFINE_FINAL_TYPE (GuatuDropMark, guatu_drop_mark, GTK_TYPE_WIDGET)

static void
append_frame (GuatuDropMark *self,
              GtkSnapshot   *snapshot)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &self->area, 5);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { LINE, LINE, LINE, LINE },
                              (GdkRGBA[]) { self->colour, self->colour, self->colour, self->colour });
}

/* With a ring at its beginning, which tells the level. */
static void
append_line (GuatuDropMark *self,
             GtkSnapshot   *snapshot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float x = self->area.origin.x, y = self->area.origin.y, width = self->area.size.width;
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (rtl ? x + width - KNOB : x, y - KNOB / 2, KNOB, KNOB),
                                   KNOB / 2);
  gtk_snapshot_append_border (snapshot, &ring, (float[]) { LINE, LINE, LINE, LINE },
                              (GdkRGBA[]) { self->colour, self->colour, self->colour, self->colour });
  gtk_snapshot_append_color (snapshot, &self->colour,
                             &GRAPHENE_RECT_INIT (rtl ? x : x + KNOB, y - LINE / 2, MAX (width - KNOB, 0), LINE));
}

static void
guatu_drop_mark_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GuatuDropMark *self = GUATU_DROP_MARK (widget);

  if (self->frame)
    append_frame (self, snapshot);
  else
    append_line (self, snapshot);
}

static void
guatu_drop_mark_class_init (GuatuDropMarkClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = guatu_drop_mark_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "dropmark");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
guatu_drop_mark_init (GuatuDropMark *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
guatu_drop_mark_new (void)
{
  return g_object_new (GUATU_TYPE_DROP_MARK, NULL);
}

void
guatu_drop_mark_show (GuatuDropMark         *self,
                      const graphene_rect_t *area,
                      gboolean               frame,
                      const GdkRGBA         *colour)
{
  g_return_if_fail (GUATU_IS_DROP_MARK (self));

  self->area = *area;
  self->frame = frame;
  self->colour = *colour;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_drop_mark_hide (GuatuDropMark *self)
{
  g_return_if_fail (GUATU_IS_DROP_MARK (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
