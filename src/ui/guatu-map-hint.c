/* guatu-map-hint.c — says why there are no rows, and offers the way out. */
#include "guatu-map-hint.h"

#include <glib/gi18n.h>

struct _GuatuMapHint
{
  GtkWidget        parent_instance;

  /* Children */
  GtkWidget       *box;
  GtkImage        *icon;
  GtkLabel        *title;
  GtkLabel        *body;
  GtkButton       *button;

  /* Owned references */
  GuatuBattleView *view;
  gboolean         filtered;        /* there are tasks, but none is found */
};

G_DEFINE_FINAL_TYPE (GuatuMapHint, guatu_map_hint, GTK_TYPE_WIDGET)

enum { NEW_TASK, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_no_tasks (GuatuMapHint *self)
{
  gboolean writable =
    guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view)) == NULL;

  gtk_image_set_from_icon_name (self->icon, "document-new-symbolic");
  gtk_label_set_text (self->title, _("No tasks yet"));
  gtk_label_set_text (self->body, writable ? _("Type the first one into the table, or draw its bar here.")
                                           : _("The plan is empty and read-only."));
  gtk_button_set_label (self->button, _("_New Task"));
  gtk_widget_set_visible (GTK_WIDGET (self->button), writable);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
}

static void
show_none_found (GuatuMapHint *self,
                 guint         n)
{
  g_autofree char *body = g_strdup_printf (ngettext ("The filter hides the only task.",
                                                     "The filter hides all %u tasks.", n), n);

  gtk_image_set_from_icon_name (self->icon, "system-search-symbolic");
  gtk_label_set_text (self->title, _("No tasks found"));
  gtk_label_set_text (self->body, body);
  gtk_button_set_label (self->button, _("_Clear Filter"));
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
}

static void
update (GuatuMapHint *self)
{
  guint n = guatu_plan_n_live (guatu_document_get_plan (guatu_battle_view_get_document (self->view)), GUATU_TABLE_TASK);
  gboolean empty = guatu_battle_view_get_rows (self->view)->n == 0;

  if (empty && n == 0)
    show_no_tasks (self);
  else if (empty)
    show_none_found (self, n);
  self->filtered = n > 0;
  gtk_widget_set_visible (GTK_WIDGET (self), empty);
}

static void
clicked_cb (GuatuMapHint *self)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);

  if (!self->filtered)
    {
      g_signal_emit (self, signals[NEW_TASK], 0);
      return;
    }
  guatu_rows_query_clear_conditions (&query);
  guatu_battle_view_set_query (self->view, &query);
}

static void
guatu_map_hint_dispose (GObject *object)
{
  GuatuMapHint *self = GUATU_MAP_HINT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_map_hint_parent_class)->dispose (object);
}

static void
guatu_map_hint_class_init (GuatuMapHintClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_map_hint_dispose;

  signals[NEW_TASK] = g_signal_new ("new-task", GUATU_TYPE_MAP_HINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "maphint");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (GuatuMapHint *self,
           const char   *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static void
guatu_map_hint_init (GuatuMapHint *self)
{
  GtkWidget *icon = gtk_image_new (), *button = gtk_button_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->icon = GTK_IMAGE (icon);
  gtk_image_set_pixel_size (self->icon, 48);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (self->box), icon);
  self->title = GTK_LABEL (add_label (self, "title-3"));
  self->body = GTK_LABEL (add_label (self, "dim-label"));
  self->button = GTK_BUTTON (button);
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
guatu_map_hint_new (GuatuBattleView *view)
{
  GuatuMapHint *self = g_object_new (GUATU_TYPE_MAP_HINT, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
