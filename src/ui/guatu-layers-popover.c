/* guatu-layers-popover.c — switches that follow the view, and that the view follows. */
#include "guatu-layers-popover.h"

#include <glib/gi18n.h>

#define N_LAYERS 15
#define N_LABELS 6

struct _GuatuLayersPopover
{
  GtkPopover       parent_instance;

  /* Widgets of the grid, by the place of the layer's bit */
  GtkWidget       *switches[N_LAYERS];
  GtkWidget       *overview;
  GtkWidget       *labels[N_LABELS];    /* by the place of the kind's bit */

  /* Owned references */
  GuatuBattleView *view;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (GuatuLayersPopover, guatu_layers_popover, GTK_TYPE_POPOVER)

G_STATIC_ASSERT (GUATU_ALL_LAYERS == (1 << N_LAYERS) - 1);

G_STATIC_ASSERT (GUATU_ALL_LABELS == (1 << N_LABELS) - 1);

/* By the place of the bit. */
static const char * const label_names[N_LABELS] = {
  NC_("label beside a bar", "Name"), NC_("label beside a bar", "Responsible"), NC_("label beside a bar", "Owner"),
  NC_("label beside a bar", "Finish"), NC_("label beside a bar", "Percent"), NC_("label beside a bar", "Days late"),
};

typedef struct
{
  GuatuLayers layer;
  const char *name;
} Item;

static const Item of_tasks[] = {
  { GUATU_LAYER_PROGRESS, N_("Share _done") },
  { GUATU_LAYER_CRITICAL, N_("_Critical path") },
  { GUATU_LAYER_LINKS, N_("_Links between tasks") },
  { GUATU_LAYER_BASELINE, N_("_Baseline") },
  { GUATU_LAYER_FLOAT, N_("_Float") },
  { GUATU_LAYER_LIGHTS, N_("Li_ghts") },
  { GUATU_LAYER_FLAGS, N_("Flags: done and _overdue") },
  { GUATU_LAYER_LABELS, N_("Labels be_side bars") },
};

static const Item of_dates[] = {
  { GUATU_LAYER_DEADLINES, N_("D_eadlines") },
  { GUATU_LAYER_KEY_NODES, N_("_Key nodes") },
  { GUATU_LAYER_LINES, N_("S_tatus date and today") },
  { GUATU_LAYER_PROGRESS_LINE, N_("Progress li_ne") },
  { GUATU_LAYER_PHASES, N_("_Phases") },
  { GUATU_LAYER_DAYS_OFF, N_("D_ays off") },
  { GUATU_LAYER_HOLIDAY_NAMES, N_("Names of _holidays") },
};

static guint
place_of (GuatuLayers layer)
{
  return (guint) g_bit_nth_lsf (layer, -1);
}

static void
update (GuatuLayersPopover *self)
{
  guint layers = guatu_battle_view_get_layers (self->view);

  self->updating = TRUE;
  for (guint i = 0; i < N_LAYERS; i++)
    gtk_switch_set_active (GTK_SWITCH (self->switches[i]), (layers & 1u << i) != 0);
  for (guint i = 0; i < N_LABELS; i++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->labels[i]),
                                   (guatu_battle_view_get_labels (self->view) & 1u << i) != 0);
      gtk_widget_set_sensitive (self->labels[i], (layers & GUATU_LAYER_LABELS) != 0);
    }
  gtk_switch_set_active (GTK_SWITCH (self->overview), guatu_battle_view_get_overview (self->view));
  self->updating = FALSE;
}

static void
switched_cb (GuatuLayersPopover *self)
{
  guint layers = 0, labels = 0;
  gboolean overview;

  if (self->updating)
    return;

  for (guint i = 0; i < N_LAYERS; i++)
    if (gtk_switch_get_active (GTK_SWITCH (self->switches[i])))
      layers |= 1u << i;
  for (guint i = 0; i < N_LABELS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->labels[i])))
      labels |= 1u << i;
  overview = gtk_switch_get_active (GTK_SWITCH (self->overview));
  guatu_battle_view_set_labels (self->view, labels);
  guatu_battle_view_set_layers (self->view, layers);
  guatu_battle_view_set_overview (self->view, overview);
}

static void
usual_cb (GuatuLayersPopover *self)
{
  guatu_battle_view_set_layers (self->view, GUATU_USUAL_LAYERS);
  guatu_battle_view_set_labels (self->view, GUATU_LABEL_SLIP);
  guatu_battle_view_set_overview (self->view, TRUE);
}

/* The widgets ---------------------------------------------------------------------------------------- */

static GtkWidget *
add_switch (GuatuLayersPopover *self,
            GtkGrid            *grid,
            const char         *name,
            int                 row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);
  GtkWidget *button = gtk_switch_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (button, "notify::active", G_CALLBACK (switched_cb), self);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, button, 1, row, 1, 1);

  return button;
}

static GtkWidget *
make_column (GuatuLayersPopover *self,
             const char         *title,
             const Item         *items,
             guint               n)
{
  GtkWidget *grid = gtk_grid_new (), *heading = gtk_label_new (title);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_grid_attach (GTK_GRID (grid), heading, 0, 0, 2, 1);
  for (guint i = 0; i < n; i++)
    self->switches[place_of (items[i].layer)] = add_switch (self, GTK_GRID (grid), _(items[i].name), (int) i + 1);

  return grid;
}

static GtkWidget *
make_labels (GuatuLayersPopover *self)
{
  GtkWidget *grid = gtk_grid_new (), *heading = gtk_label_new (_("Labels show"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_grid_attach (GTK_GRID (grid), heading, 0, 0, 3, 1);
  for (guint i = 0; i < N_LABELS; i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "label beside a bar", label_names[i]);

      self->labels[i] = gtk_check_button_new_with_label (name);
      gtk_widget_set_hexpand (self->labels[i], TRUE);
      g_signal_connect_swapped (self->labels[i], "toggled", G_CALLBACK (switched_cb), self);
      gtk_grid_attach (GTK_GRID (grid), self->labels[i], (int) i % 3, (int) i / 3 + 1, 1, 1);
    }

  return grid;
}

static void
guatu_layers_popover_dispose (GObject *object)
{
  g_clear_object (&GUATU_LAYERS_POPOVER (object)->view);

  G_OBJECT_CLASS (guatu_layers_popover_parent_class)->dispose (object);
}

static void
guatu_layers_popover_class_init (GuatuLayersPopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_layers_popover_dispose;
}

static void
guatu_layers_popover_init (GuatuLayersPopover *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 30);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *usual = gtk_button_new_with_mnemonic (_("_Usual Layers")), *calendar, *labels;

  gtk_box_append (GTK_BOX (columns), make_column (self, _("On the tasks"), of_tasks, G_N_ELEMENTS (of_tasks)));
  calendar = make_column (self, _("On the calendar"), of_dates, G_N_ELEMENTS (of_dates));
  self->overview = add_switch (self, GTK_GRID (calendar), _("O_verview of the plan"), G_N_ELEMENTS (of_dates) + 1);
  gtk_box_append (GTK_BOX (columns), calendar);
  labels = make_labels (self);
  gtk_widget_set_halign (usual, GTK_ALIGN_END);
  g_signal_connect_swapped (usual, "clicked", G_CALLBACK (usual_cb), self);
  gtk_box_append (GTK_BOX (content), columns);
  gtk_box_append (GTK_BOX (content), labels);
  gtk_box_append (GTK_BOX (content), usual);
  gtk_widget_set_margin_start (content, 9);
  gtk_widget_set_margin_end (content, 9);
  gtk_widget_set_margin_top (content, 9);
  gtk_widget_set_margin_bottom (content, 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "layers");
  gtk_popover_set_child (GTK_POPOVER (self), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Layers"), -1);
}

GtkWidget *
guatu_layers_popover_new (GuatuBattleView *view)
{
  GuatuLayersPopover *self = g_object_new (GUATU_TYPE_LAYERS_POPOVER, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "look-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

GtkSwitch *
guatu_layers_popover_get_switch (GuatuLayersPopover *self,
                                 GuatuLayers         layer)
{
  g_return_val_if_fail (GUATU_IS_LAYERS_POPOVER (self), NULL);

  return GTK_SWITCH (self->switches[place_of (layer)]);
}
