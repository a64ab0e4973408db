/* guatu-bar-layout.c — decides by the width of the whole row, so that folding leaves no gap behind. */
#include "guatu-bar-layout.h"

#define SPACING 6
#define MARGIN 8
#define COMFORT 150

struct _GuatuBarLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (GuatuBarLayout, guatu_bar_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children of the row with either the wide or the narrow one; their widths in @sizes, of GtkRequestedSize. Answers
 * the natural width of the row, and of that the least. */
static GArray *
request (GtkWidget *widget,
         gboolean   narrow,
         int       *minimum,
         int       *natural)
{
  GArray *sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));
  GtkWidget *wide = gtk_widget_get_first_child (widget);
  GtkWidget *left_out = narrow ? wide : gtk_widget_get_next_sibling (wide);

  *minimum = *natural = 2 * MARGIN - SPACING;
  for (GtkWidget *child = wide; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != left_out && gtk_widget_should_layout (child))
      {
        GtkRequestedSize size = { .data = child };

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
        *minimum += size.minimum_size + SPACING;
        *natural += size.natural_size + SPACING;
        g_array_append_val (sizes, size);
      }

  return sizes;
}

static void
guatu_bar_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  g_autoptr(GArray) narrow = NULL;
  g_autoptr(GArray) wide = NULL;
  int other;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      wide = request (widget, FALSE, &other, natural);
      narrow = request (widget, TRUE, minimum, &other);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least, usual;

        gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
        *minimum = MAX (*minimum, least + 2 * SPACING);
        *natural = MAX (*natural, usual + 2 * SPACING);
      }
}

/* Where the row reads from right to left, it is laid out from there. */
static void
place (GtkWidget *child,
       gboolean   mirrored,
       int        x,
       int        row_width,
       int        width,
       int        height)
{
  GtkAllocation box = { .x = mirrored ? row_width - x - width : x, .width = width };

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &box.height, NULL, NULL);
  box.height = MIN (box.height, height);
  box.y = (height - box.height) / 2;
  gtk_widget_size_allocate (child, &box, -1);
}

/* What expands makes do with less before the wide child folds, but folds itself only after it. */
static gboolean
is_narrow (GtkWidget *widget,
           int        width)
{
  int minimum, natural;
  g_autoptr(GArray) sizes = request (widget, FALSE, &minimum, &natural);

  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      if (gtk_widget_get_hexpand (size->data))
        natural -= MAX (size->natural_size - MAX (size->minimum_size, COMFORT), 0);
    }

  return width < natural;
}

/* A child that would fold shows itself whole or folded, and nothing between; what expands takes what is left of that.
 * Answers what nobody wants. */
static int
hand_out (GArray *sizes,
          int     room)
{
  for (int expanding = FALSE; expanding <= TRUE; expanding++)
    for (guint i = 0; i < sizes->len; i++)
      {
        GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
        int wanted = size->natural_size - size->minimum_size;

        if (gtk_widget_get_hexpand (size->data) != expanding)
          continue;
        if (wanted > room)
          wanted = expanding ? room : 0;
        size->minimum_size += wanted;
        room -= wanted;
      }

  return room;
}

static void
guatu_bar_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *wide = gtk_widget_get_first_child (widget), *folded = gtk_widget_get_next_sibling (wide);
  gboolean narrow = is_narrow (widget, width), mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum, natural, left, x = MARGIN;
  g_autoptr(GArray) sizes = request (widget, narrow, &minimum, &natural);

  gtk_widget_set_child_visible (wide, !narrow);
  gtk_widget_set_child_visible (folded, narrow);
  left = hand_out (sizes, MAX (width - minimum, 0));
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      if (gtk_widget_get_hexpand (size->data))
        {
          x += left;
          left = 0;
        }
      place (size->data, mirrored, x, width, size->minimum_size, height);
      x += size->minimum_size + SPACING;
    }
}

static void
guatu_bar_layout_class_init (GuatuBarLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->measure = guatu_bar_layout_measure;
  layout_class->allocate = guatu_bar_layout_allocate;
}

static void
guatu_bar_layout_init (GuatuBarLayout *self)
{
}
