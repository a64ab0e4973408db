/* guatu-drag-ghost-shapes.c — the boxes, lines, diamonds and labels that the ghost is made of. */
#include <math.h>

#include "guatu-drag-ghost-private.h"
#include "guatu-screen-palette.h"

/* Pixels. */
#define PADDING 6
#define LINE GUATU_GHOST_LINE

GdkRGBA
guatu_ghost_accent (double alpha)
{
  GuatuPalette palette;
  GdkRGBA colour;

  guatu_palette_init_paper (&palette);
  colour = guatu_screen_selected_edge (&palette);
  colour.alpha = (float) alpha;

  return colour;
}

static graphene_rect_t
rect_of (GuatuBox box)
{
  return GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
}

void
guatu_ghost_box (GtkSnapshot *snapshot,
                 GuatuBox     box,
                 double       radius,
                 GdkRGBA      ground,
                 GdkRGBA      edge,
                 float        width)
{
  graphene_rect_t rect = rect_of (box);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gtk_snapshot_pop (snapshot);
  if (width > 0)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                                (GdkRGBA[4]) { edge, edge, edge, edge });
}

void
guatu_ghost_diamond (GtkSnapshot *snapshot,
                     GuatuPoint   centre,
                     double       radius,
                     GdkRGBA      ground,
                     GdkRGBA      edge)
{
  double half = radius / G_SQRT2;
  GuatuBox outer = { -half, -half, 2 * half, 2 * half };
  GuatuBox inner = { LINE - half, LINE - half, 2 * (half - LINE), 2 * (half - LINE) };
  graphene_rect_t whole = rect_of (outer), within = rect_of (inner);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) centre.x, (float) centre.y));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, &edge, &whole);
  gtk_snapshot_append_color (snapshot, &ground, &within);
  gtk_snapshot_restore (snapshot);
}

/* Along one axis. */
void
guatu_ghost_line (GtkSnapshot *snapshot,
                  GuatuPoint   a,
                  GuatuPoint   b,
                  double       width,
                  GdkRGBA      colour)
{
  GuatuBox box = { MIN (a.x, b.x) - width / 2, MIN (a.y, b.y) - width / 2, fabs (a.x - b.x) + width,
                   fabs (a.y - b.y) + width };
  graphene_rect_t rect = rect_of (box);

  gtk_snapshot_append_color (snapshot, &colour, &rect);
}

/* The label -------------------------------------------------------------------------------------- */

/* The first line says what the bar is, the second what follows: that is paler. */
static PangoLayout *
lay_out (GuatuDragGhost *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->label);
  const char *second = strchr (self->label, '\n');
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING, width;

  if (second != NULL)
    {
      PangoAttribute *pale = pango_attr_foreground_alpha_new (0xd000);

      pale->start_index = (guint) (second - self->label);
      pango_attr_list_insert (attributes, pale);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_spacing (layout, 2 * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room && room > 0)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

/* Beside what it speaks of, above where there is room, and whole. */
void
guatu_ghost_label (GuatuDragGhost *self,
                   GtkSnapshot    *snapshot,
                   GuatuBox        beside)
{
  double whole_width = gtk_widget_get_width (GTK_WIDGET (self));
  double whole_height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr(PangoLayout) layout = NULL;
  GuatuBox box = { 0 };
  int width, height;

  if (self->label == NULL || *self->label == '\0')
    return;

  layout = lay_out (self);
  pango_layout_get_pixel_size (layout, &width, &height);
  box.width = width + 2 * PADDING;
  box.height = height + PADDING;
  box.x = round (CLAMP (beside.x, 0, MAX (whole_width - box.width, 0)));
  box.y = beside.y - GUATU_GHOST_AWAY - box.height;
  if (box.y < 0)
    box.y = beside.y + beside.height + GUATU_GHOST_AWAY;
  box.y = round (CLAMP (box.y, 0, MAX (whole_height - box.height, 0)));
  self->label_box = box;
  guatu_ghost_box (snapshot, box, 5, (GdkRGBA) { 0, 0, 0, 0.82f }, (GdkRGBA) { 1, 1, 1, 0.25f }, 1);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (box.x + PADDING), (float) (box.y + PADDING / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}
