/* guatu-go-to.c — an entry, the list of what fits, and the way there. */
#include "guatu-go-to.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-finder.h"
#include "guatu-hit-list.h"
#include "guatu-task-edit.h"

struct _GuatuGoTo
{
  AdwWindow           parent_instance;

  GtkWidget          *entry;
  GtkWidget          *list;
  GtkStack           *pages;
  GtkLabel           *count;

  GuatuDocument      *document;
  GuatuFinder        *finder;         /* of the plan as it is; %NULL: it has changed */
  GuatuHitList       *hits;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (GuatuGoTo, guatu_go_to, ADW_TYPE_WINDOW)

static guint go_signal, go_date_signal;

/* Finding ---------------------------------------------------------------------------------------------- */

static const char *
typed (GuatuGoTo *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* A bare number is one of a task: a day has more to it. */
static GuatuInstant
day_in (GuatuGoTo *self)
{
  g_autofree char *text = g_strstrip (g_strdup (typed (self)));
  GuatuInstant day;

  if (*text == '\0' || (text[strspn (text, "0123456789")] == '\0' && strlen (text) != 8)
      || !guatu_task_edit_read_date (self->document, text, 0, guatu_today (), &day))
    return GUATU_NONE;

  return day;
}

static void
find (GuatuGoTo *self)
{
  g_autofree char *text = NULL;
  guint n;

  if (self->finder == NULL)
    self->finder = guatu_finder_new (guatu_document_get_plan (self->document));
  guatu_hit_list_fill (self->hits, guatu_finder_find (self->finder, typed (self)), day_in (self));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  if (n > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", 0u);
    }
  text = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  gtk_label_set_text (self->count, *typed (self) != '\0' ? text : "");
  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "hits" : *typed (self) != '\0' ? "nothing" : "hint");
}

/* What was found is of a plan that is no more. */
static void
changed_cb (GuatuGoTo *self)
{
  g_clear_pointer (&self->finder, guatu_finder_free);
  find (self);
}

/* Going ------------------------------------------------------------------------------------------------- */

void
guatu_go_to_choose (GuatuGoTo *self)
{
  g_autoptr(GuatuHit) hit = NULL;
  g_autoptr(GuatuGoTo) held = NULL;
  GuatuTable table;
  GuatuInstant date;
  gint64 id;

  g_return_if_fail (GUATU_IS_GO_TO (self));

  hit = g_list_model_get_item (G_LIST_MODEL (self->hits), gtk_single_selection_get_selected (self->selection));
  if (hit == NULL)
    return;
  held = g_object_ref (self);
  table = guatu_hit_get_table (hit, &id, &date);
  gtk_window_close (GTK_WINDOW (self));
  if (table == GUATU_N_TABLES)
    g_signal_emit (self, go_date_signal, 0, date);
  else
    g_signal_emit (self, go_signal, 0, guatu_table_info (table)->name, id);
}

static void
activated_cb (GuatuGoTo *self,
              guint      place)
{
  gtk_single_selection_set_selected (self->selection, place);
  guatu_go_to_choose (self);
}

/* The entry keeps the focus: arrows go through the list. */
static gboolean
key_cb (GuatuGoTo *self,
        guint      key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->hits)), page = 10;
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : key == GDK_KEY_Page_Down ? (int) page
             : key == GDK_KEY_Page_Up ? -(int) page : 0;
  int place;

  if (step == 0 || n == 0)
    return GDK_EVENT_PROPAGATE;
  place = CLAMP ((int) gtk_single_selection_get_selected (self->selection) + step, 0, (int) n - 1);
  gtk_single_selection_set_selected (self->selection, (guint) place);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) place);

  return GDK_EVENT_STOP;
}

GtkEditable *
guatu_go_to_get_entry (GuatuGoTo *self)
{
  g_return_val_if_fail (GUATU_IS_GO_TO (self), NULL);

  return GTK_EDITABLE (self->entry);
}

GListModel *
guatu_go_to_get_hits (GuatuGoTo *self)
{
  g_return_val_if_fail (GUATU_IS_GO_TO (self), NULL);

  return G_LIST_MODEL (self->hits);
}

/* Rows -------------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL), *note = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  gpointer hit = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (title), guatu_hit_get_title (hit));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), guatu_hit_get_note (hit));
}

static GtkWidget *
new_list (GuatuGoTo *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->hits)));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was found"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  return scroller;
}

static GtkWidget *
new_word (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 24);
  gtk_widget_set_margin_end (label, 24);

  return label;
}

/* The class ---------------------------------------------------------------------------------------------- */

static void
guatu_go_to_dispose (GObject *object)
{
  GuatuGoTo *self = GUATU_GO_TO (object);

  g_clear_pointer (&self->finder, guatu_finder_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->hits);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_go_to_parent_class)->dispose (object);
}

static void
guatu_go_to_class_init (GuatuGoToClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_go_to_dispose;

  go_signal = g_signal_new ("go", GUATU_TYPE_GO_TO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                            G_TYPE_STRING, G_TYPE_INT64);
  go_date_signal = g_signal_new ("go-date", GUATU_TYPE_GO_TO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_INT64);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_entry (GuatuGoTo *self,
           GtkWidget *header)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Number, WBS code, name, person, unit, date"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 36);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Go to"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (guatu_go_to_choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->entry);
}

static void
put_together (GuatuGoTo *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  add_entry (self, header);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, new_word (_("Type what you remember: “12”, “1.3”, “bridge”, “Chen”, “9-26”.")), "hint");
  gtk_stack_add_named (self->pages, new_word (_("Nothing in this plan is called so.")), "nothing");
  gtk_stack_add_named (self->pages, new_list (self), "hits");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  self->count = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_set_margin_start (GTK_WIDGET (self->count), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->count), 6);
  gtk_widget_set_margin_top (GTK_WIDGET (self->count), 6);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
guatu_go_to_init (GuatuGoTo *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Go To"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 460);
}

GtkWidget *
guatu_go_to_new (GuatuDocument *document,
                 GtkWindow     *parent)
{
  GuatuGoTo *self = g_object_new (GUATU_TYPE_GO_TO, "transient-for", parent, "destroy-with-parent", TRUE, "modal", TRUE,
                                  NULL);

  self->document = g_object_ref (document);
  self->hits = guatu_hit_list_new (document);
  put_together (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  find (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);

  return GTK_WIDGET (self);
}
