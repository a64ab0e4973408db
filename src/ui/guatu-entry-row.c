/* guatu-entry-row.c — two labels for each entry that is in sight. */
#include "guatu-entry-row.h"

#include "guatu-entry-list.h"

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *under = make_label ();

  gtk_widget_add_css_class (under, "caption");
  gtk_widget_add_css_class (under, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label ());
  gtk_box_append (GTK_BOX (box), under);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  reach)
{
  GuatuEntryItem *entry = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  g_autofree char *when = guatu_entry_item_when (entry);
  gboolean choosable = !GPOINTER_TO_INT (reach) || guatu_entry_item_is_in_reach (entry);

  gtk_label_set_text (GTK_LABEL (title), guatu_entry_item_title (entry));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), when);
  gtk_widget_set_sensitive (box, choosable);
  gtk_list_item_set_selectable (item, choosable);
  gtk_list_item_set_activatable (item, choosable);
  /* The line that takes the focus is the list's own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, guatu_entry_item_title (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, when, -1);
  if (guatu_entry_item_stands (entry))
    gtk_widget_remove_css_class (title, "dim-label");
  else
    gtk_widget_add_css_class (title, "dim-label");
}

GtkListItemFactory *
guatu_entry_row_factory_new (gboolean reach)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (reach));

  return factory;
}
