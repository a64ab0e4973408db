/* guatu-side-pane.c — puts a pane beside its content, or over the edge of it. */
#include "guatu-side-pane.h"

struct _GuatuSidePane
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *content;
  GtkWidget  *side;

  GtkPackType at;
  int         room;
  gboolean    folded;
};

G_DEFINE_FINAL_TYPE (GuatuSidePane, guatu_side_pane, GTK_TYPE_WIDGET)

/* Over each other the wider of the two is enough. */
static void
guatu_side_pane_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GuatuSidePane *self = GUATU_SIDE_PANE (widget);
  int content, natural_content, side, natural_side;

  gtk_widget_measure (self->content, orientation, -1, &content, &natural_content, NULL, NULL);
  gtk_widget_measure (self->side, orientation, -1, &side, &natural_side, NULL, NULL);
  *minimum = MAX (content, side);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? natural_content + natural_side
                                                       : MAX (natural_content, natural_side);
}

static void
set_folded (GuatuSidePane *self,
            gboolean       folded)
{
  if (folded == self->folded)
    return;
  self->folded = folded;
  if (folded)
    gtk_widget_add_css_class (self->side, "folded");
  else
    gtk_widget_remove_css_class (self->side, "folded");
}

static void
guatu_side_pane_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GuatuSidePane *self = GUATU_SIDE_PANE (widget);
  gboolean first = (self->at == GTK_PACK_START) != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  int side, natural, content, rest;

  gtk_widget_measure (self->side, GTK_ORIENTATION_HORIZONTAL, height, &side, &natural, NULL, NULL);
  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, height, &content, NULL, NULL, NULL);
  side = MIN (MAX (side, natural), width);
  set_folded (self, width < self->room || width - side < content);
  rest = self->folded ? width : width - side;
  gtk_widget_size_allocate (self->content, &(GtkAllocation) { first ? width - rest : 0, 0, rest, height }, baseline);
  gtk_widget_size_allocate (self->side, &(GtkAllocation) { first ? 0 : width - side, 0, side, height }, baseline);
}

static void
guatu_side_pane_dispose (GObject *object)
{
  GuatuSidePane *self = GUATU_SIDE_PANE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);

  G_OBJECT_CLASS (guatu_side_pane_parent_class)->dispose (object);
}

static void
guatu_side_pane_class_init (GuatuSidePaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_side_pane_dispose;
  widget_class->measure = guatu_side_pane_measure;
  widget_class->size_allocate = guatu_side_pane_size_allocate;
}

static void
guatu_side_pane_init (GuatuSidePane *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
guatu_side_pane_new (GtkWidget   *content,
                     GtkWidget   *side,
                     GtkPackType  at,
                     int          room)
{
  GuatuSidePane *self = g_object_new (GUATU_TYPE_SIDE_PANE, NULL);

  self->at = at;
  self->room = room;
  self->content = content;
  gtk_widget_set_parent (content, GTK_WIDGET (self));
  self->side = side;
  gtk_widget_add_css_class (side, "side-pane");
  gtk_widget_set_parent (side, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

gboolean
guatu_side_pane_is_folded (GuatuSidePane *self)
{
  g_return_val_if_fail (GUATU_IS_SIDE_PANE (self), FALSE);

  return self->folded;
}
