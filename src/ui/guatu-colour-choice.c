/* guatu-colour-choice.c — a row of swatches, of which one is pressed, and a way to any other colour. */
#include "guatu-colour-choice.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-palette.h"
#include "guatu-snapshot-painter.h"
#include "guatu-swatch.h"

/* The first colours of the palette are the farthest apart. */
#define N_SWATCHES 14
#define PER_ROW 7

struct _GuatuColourChoice
{
  GtkWidget        parent_instance;

  GtkWidget       *box;
  GtkToggleButton *automatic;
  GtkToggleButton *swatches[N_SWATCHES];
  GtkWidget       *other;

  char            *hex[N_SWATCHES];
  char            *colour;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (GuatuColourChoice, guatu_colour_choice, GTK_TYPE_WIDGET)

static char *
hex_of (const GdkRGBA *colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (colour->red * 255), (guint) lround (colour->green * 255),
                          (guint) lround (colour->blue * 255));
}

/* What is chosen is pressed; a colour that is none of the swatches stands in the button behind them. */
static void
show (GuatuColourChoice *self)
{
  gboolean among = *self->colour == '\0';
  GdkRGBA colour;

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->automatic, among);
  for (guint i = 0; i < N_SWATCHES; i++)
    {
      gboolean is_it = g_ascii_strcasecmp (self->colour, self->hex[i]) == 0;

      gtk_toggle_button_set_active (self->swatches[i], is_it);
      among = among || is_it;
    }
  if (among)
    gtk_widget_remove_css_class (self->other, "chosen");
  else
    gtk_widget_add_css_class (self->other, "chosen");
  if (gdk_rgba_parse (&colour, self->colour))
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->other), &colour);
  self->updating = FALSE;
}

static void
take (GuatuColourChoice *self,
      const char        *colour)
{
  char *taken = g_strdup (colour);

  g_free (self->colour);
  self->colour = taken;
  show (self);
}

/* Pressed again it stays: something is chosen always. */
static void
toggled_cb (GuatuColourChoice *self,
            GtkToggleButton   *button)
{
  if (self->updating)
    return;
  if (button == self->automatic)
    take (self, "");
  for (guint i = 0; i < N_SWATCHES; i++)
    if (button == self->swatches[i])
      take (self, self->hex[i]);
}

static void
other_cb (GuatuColourChoice *self)
{
  g_autofree char *hex = NULL;
  GdkRGBA colour;

  if (self->updating)
    return;
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->other), &colour);
  hex = hex_of (&colour);
  take (self, hex);
}

void
guatu_colour_choice_set_colour (GuatuColourChoice *self,
                                const char        *colour)
{
  g_return_if_fail (GUATU_IS_COLOUR_CHOICE (self));

  take (self, colour);
}

const char *
guatu_colour_choice_get_colour (GuatuColourChoice *self)
{
  g_return_val_if_fail (GUATU_IS_COLOUR_CHOICE (self), NULL);

  return self->colour;
}

/* The class ------------------------------------------------------------------------------------------ */

static GtkToggleButton *
toggle_new (GuatuColourChoice *self,
            const char        *label)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
make_swatches (GuatuColourChoice *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GuatuPalette palette;

  guatu_palette_init_paper (&palette);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < N_SWATCHES; i++)
    {
      GdkRGBA colour = guatu_colour_to_rgba (palette.hues[i]);
      g_autofree char *label = NULL;

      self->hex[i] = hex_of (&colour);
      /* Translators: a number, and how the colour is written: #3465a4. */
      label = g_strdup_printf (_("Colour %1$u, %2$s"), i + 1, self->hex[i]);
      self->swatches[i] = toggle_new (self, label);
      gtk_widget_add_css_class (GTK_WIDGET (self->swatches[i]), "swatch");
      gtk_button_set_child (GTK_BUTTON (self->swatches[i]), guatu_swatch_new (&colour));
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->swatches[i]), (int) i % PER_ROW, (int) i / PER_ROW, 1, 1);
    }

  return grid;
}

static void
guatu_colour_choice_dispose (GObject *object)
{
  GuatuColourChoice *self = GUATU_COLOUR_CHOICE (object);

  self->updating = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  for (guint i = 0; i < N_SWATCHES; i++)
    g_clear_pointer (&self->hex[i], g_free);
  g_clear_pointer (&self->colour, g_free);

  G_OBJECT_CLASS (guatu_colour_choice_parent_class)->dispose (object);
}

static gboolean
guatu_colour_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GUATU_COLOUR_CHOICE (widget)->automatic));
}

static void
guatu_colour_choice_class_init (GuatuColourChoiceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_colour_choice_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = guatu_colour_choice_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "colourchoice");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_colour_choice_init (GuatuColourChoice *self)
{
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->colour = g_strdup ("");
  self->automatic = toggle_new (self, _("By its place in the list"));
  gtk_button_set_child (GTK_BUTTON (self->automatic), gtk_label_new (_("Automatic")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->automatic), TRUE);
  self->other = gtk_color_button_new ();
  gtk_color_button_set_title (GTK_COLOR_BUTTON (self->other), _("Another colour"));
  gtk_widget_set_tooltip_text (self->other, _("Another colour"));
  /* The button, its own button, and what stands in that, which takes the focus. */
  for (GtkWidget *part = self->other; part != NULL; part = gtk_widget_get_first_child (part))
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another colour"), -1);
  g_signal_connect_object (self->other, "color-set", G_CALLBACK (other_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (ends), GTK_WIDGET (self->automatic));
  gtk_box_append (GTK_BOX (ends), self->other);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), make_swatches (self));
  gtk_box_append (GTK_BOX (self->box), ends);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  show (self);
}

GtkWidget *
guatu_colour_choice_new (void)
{
  return g_object_new (GUATU_TYPE_COLOUR_CHOICE, NULL);
}
