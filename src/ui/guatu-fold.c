/* guatu-fold.c — asks for the room of the wide child, and makes do with that of the narrow one. */
#include "guatu-fold.h"

struct _GuatuFold
{
  GtkWidget parent_instance;

  gboolean  narrow;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuFold, guatu_fold, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static GtkWidget *
wide_of (GuatuFold *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

static GtkWidget *
narrow_of (GuatuFold *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self));
}

static void
guatu_fold_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  GuatuFold *self = GUATU_FOLD (widget);
  int wide_minimum, wide_natural, narrow_minimum, narrow_natural;

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (wide_of (self), orientation, -1, &wide_minimum, &wide_natural, NULL, NULL);
  gtk_widget_measure (narrow_of (self), orientation, -1, &narrow_minimum, &narrow_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (narrow_minimum, wide_minimum);
      *natural = wide_natural;
    }
  else
    {
      *minimum = MAX (narrow_minimum, wide_minimum);
      *natural = MAX (narrow_natural, wide_natural);
    }
}

/* Screen readers do not see for themselves that a child is not shown. */
static void
show (GtkWidget *child,
      gboolean   shown)
{
  gtk_widget_set_child_visible (child, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
guatu_fold_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  GuatuFold *self = GUATU_FOLD (widget);
  int wide;

  gtk_widget_measure (wide_of (self), GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  self->narrow = width < wide;
  show (wide_of (self), !self->narrow);
  show (narrow_of (self), self->narrow);
  gtk_widget_allocate (self->narrow ? narrow_of (self) : wide_of (self), width, height, baseline, NULL);
}

static void
guatu_fold_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (guatu_fold_parent_class)->dispose (object);
}

/* It is called what stands in it when there is room. */
static void
name_cb (GtkLabel   *wide,
         GParamSpec *pspec,
         GuatuFold  *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (wide), -1);
}

static void
take (GuatuFold *self,
      GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  if (child != wide_of (self) || !GTK_IS_LABEL (child))
    return;
  g_signal_connect_object (child, "notify::label", G_CALLBACK (name_cb), self, G_CONNECT_DEFAULT);
  name_cb (GTK_LABEL (child), NULL, self);
}

static void
guatu_fold_add_child (GtkBuildable *buildable,
                      GtkBuilder   *builder,
                      GObject      *child,
                      const char   *type)
{
  if (GTK_IS_WIDGET (child))
    take (GUATU_FOLD (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = guatu_fold_add_child;
}

static void
guatu_fold_class_init (GuatuFoldClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_fold_dispose;
  widget_class->measure = guatu_fold_measure;
  widget_class->size_allocate = guatu_fold_size_allocate;
}

static void
guatu_fold_init (GuatuFold *self)
{
}

GtkWidget *
guatu_fold_new (GtkWidget *wide,
                GtkWidget *narrow)
{
  GtkWidget *self = g_object_new (GUATU_TYPE_FOLD, NULL);

  take (GUATU_FOLD (self), wide);
  take (GUATU_FOLD (self), narrow);

  return self;
}

gboolean
guatu_fold_is_narrow (GuatuFold *self)
{
  g_return_val_if_fail (GUATU_IS_FOLD (self), FALSE);

  return self->narrow;
}
