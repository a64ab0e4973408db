/* guatu-chooser.c — shows what was found for the text that is typed, as rows to be clicked. */
#include "guatu-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More rows than that nobody reads: one types another letter. */
#define SHOWN 50

/* Fewer can be seen at a glance. */
#define MANY 8

typedef struct
{
  GuatuTable  table;
  gint64      id;
  char       *name;
  char       *detail;
  char       *key;              /* what is looked for in */
  gboolean    ticked;
} Choice;

struct _GuatuChooser
{
  GtkWidget  parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *error;

  GPtrArray *choices;
  gboolean   offers_units;
  gboolean   offers_people;
};

G_DEFINE_FINAL_TYPE (GuatuChooser, guatu_chooser, GTK_TYPE_WIDGET)

enum { CHOSEN, WISHED, GIVEN_UP, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->name);
  g_free (choice->detail);
  g_free (choice->key);
  g_free (choice);
}

/* Rows ----------------------------------------------------------------------------------------------- */

#define CHOICE "guatu-choice"
#define WISH "guatu-wish"
#define TICK "guatu-tick"

static GtkWidget *
new_row (GuatuChooser *self,
         const char   *text,
         const char   *detail,
         const char   *icon)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new (text);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), label);
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *more = gtk_label_new (detail);

      gtk_label_set_xalign (GTK_LABEL (more), 0);
      gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (more, "dim-label");
      gtk_widget_add_css_class (more, "caption");
      gtk_box_append (GTK_BOX (texts), more);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), image);
  g_object_set_data (G_OBJECT (row), TICK, image);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return row;
}

static void
show_tick (GtkWidget    *row,
           const Choice *choice)
{
  gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), TICK), choice->ticked ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               choice->ticked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
add_choice (GuatuChooser *self,
            Choice       *choice)
{
  GtkWidget *row = new_row (self, choice->name, choice->detail, "object-select-symbolic");

  g_object_set_data (G_OBJECT (row), CHOICE, choice);
  show_tick (row, choice);
}

static void
add_wish (GuatuChooser *self,
          GuatuTable    table,
          const char   *name)
{
  g_autofree char *text = g_strdup_printf (table == GUATU_TABLE_UNIT ? _("Create unit “%s”") : _("Create person “%s”"),
                                           name);
  GtkWidget *row = new_row (self, text, NULL, "list-add-symbolic");

  g_object_set_data (G_OBJECT (row), WISH, GUINT_TO_POINTER (table + 1));
}

static char *
typed (GuatuChooser *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
}

static void
show_more (GuatuChooser *self,
           guint         n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more: keep typing to find it",
                                                        "%u more: keep typing to find them", n), n);

  gtk_label_set_text (GTK_LABEL (self->more), text);
  gtk_widget_set_visible (self->more, n > 0);
}

static void
fill (GuatuChooser *self)
{
  g_autofree char *name = typed (self), *wanted = g_utf8_casefold (name, -1);
  GtkListBoxRow *row;
  gboolean taken = FALSE;
  guint found = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      taken = taken || g_str_equal (choice->name, name);
      if (strstr (choice->key, wanted) != NULL && found++ < SHOWN)
        add_choice (self, choice);
    }
  show_more (self, found > SHOWN ? found - SHOWN : 0);
  if (*name != '\0' && !taken && self->offers_units)
    add_wish (self, GUATU_TABLE_UNIT, name);
  if (*name != '\0' && !taken && self->offers_people)
    add_wish (self, GUATU_TABLE_PERSON, name);
}

/* Signals -------------------------------------------------------------------------------------------- */

static void
row_activated_cb (GuatuChooser  *self,
                  GtkListBoxRow *row)
{
  const Choice *choice = g_object_get_data (G_OBJECT (row), CHOICE);
  guint wish = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), WISH));
  g_autofree char *name = typed (self);

  guatu_chooser_complain (self, NULL);
  if (choice != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, choice->table, choice->id);
  else if (wish != 0)
    g_signal_emit (self, signals[WISHED], 0, wish - 1, name);
}

/* Enter takes the first that was found. */
static void
entered_cb (GuatuChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stopped_cb (GuatuChooser *self)
{
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

static gboolean
key_cb (GuatuChooser *self,
        guint         key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

/* The class ------------------------------------------------------------------------------------------ */

static gboolean
guatu_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GUATU_CHOOSER (widget)->search);
}

static void
guatu_chooser_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (guatu_chooser_parent_class)->dispose (object);
}

static void
guatu_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (GUATU_CHOOSER (object)->choices);

  G_OBJECT_CLASS (guatu_chooser_parent_class)->finalize (object);
}

static void
guatu_chooser_class_init (GuatuChooserClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_chooser_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_chooser_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = guatu_chooser_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", GUATU_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_INT64);
  signals[WISHED] = g_signal_new ("wished", GUATU_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_STRING);
  signals[GIVEN_UP] = g_signal_new ("given-up", GUATU_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "guatuchooser");
}

static GtkWidget *
new_note (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  gtk_widget_set_visible (label, FALSE);

  return label;
}

static void
add_search (GuatuChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stopped_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->search, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
}

static void
add_list (GuatuChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *nothing = gtk_label_new (_("Nothing found"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, 270, -1);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

static void
guatu_chooser_init (GuatuChooser *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  add_search (self);
  add_list (self);
  self->more = new_note ("dim-label");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  self->error = new_note ("error");
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));
}

GtkWidget *
guatu_chooser_new (const char *label)
{
  GuatuChooser *self = g_object_new (GUATU_TYPE_CHOOSER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/* A short list is not searched, unless what is typed may be the name of a new one. */
static void
update (GuatuChooser *self)
{
  gtk_widget_set_visible (self->search, self->choices->len > MANY || self->offers_units || self->offers_people);
  fill (self);
}

static void
take (GuatuChooser *self,
      GuatuTable    table,
      gint64        id,
      const char   *name,
      const char   *detail)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *key = g_strconcat (name, " ", detail, NULL);

  choice->table = table;
  choice->id = id;
  choice->name = g_strdup (name);
  choice->detail = g_strdup (detail);
  choice->key = g_utf8_casefold (key, -1);
  g_ptr_array_add (self->choices, choice);
}

void
guatu_chooser_add (GuatuChooser *self,
                   GuatuTable    table,
                   gint64        id,
                   const char   *name,
                   const char   *detail)
{
  g_return_if_fail (GUATU_IS_CHOOSER (self));

  take (self, table, id, name, detail);
  update (self);
}

static void
add_tasks (GuatuChooser    *self,
           const GuatuPlan *plan)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u %s", i + 1, guatu_plan_task_name (plan, outline[i]));
      gint32 parent = guatu_plan_task (plan, outline[i])->parent;

      take (self, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]), name,
            parent >= 0 ? guatu_plan_task_name (plan, parent) : NULL);
    }
}

void
guatu_chooser_add_rows (GuatuChooser    *self,
                        const GuatuPlan *plan,
                        GuatuTable       table)
{
  int name = guatu_field_find (table, "name"), detail = guatu_field_find (table, "post");
  guint n;
  g_autofree gint32 *rows = NULL;

  g_return_if_fail (GUATU_IS_CHOOSER (self));

  if (table == GUATU_TABLE_TASK)
    add_tasks (self, plan);
  else
    {
      rows = guatu_plan_in_order (plan, table, &n);
      for (guint i = 0; i < n; i++)
        take (self, table, guatu_plan_id (plan, table, rows[i]), guatu_plan_string (plan, table, rows[i], (guint) name),
              detail > 0 ? guatu_plan_string (plan, table, rows[i], (guint) detail) : NULL);
    }
  update (self);
}

void
guatu_chooser_clear (GuatuChooser *self)
{
  g_return_if_fail (GUATU_IS_CHOOSER (self));

  /* The rows point to what is freed. */
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list),
                         GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)));
  g_ptr_array_set_size (self->choices, 0);
  self->offers_units = self->offers_people = FALSE;
}

void
guatu_chooser_offer (GuatuChooser *self,
                     GuatuTable    table,
                     gboolean      offered)
{
  g_return_if_fail (GUATU_IS_CHOOSER (self));
  g_return_if_fail (table == GUATU_TABLE_UNIT || table == GUATU_TABLE_PERSON);

  if (table == GUATU_TABLE_UNIT)
    self->offers_units = offered;
  else
    self->offers_people = offered;
  update (self);
}

void
guatu_chooser_tick (GuatuChooser  *self,
                    GuatuIsChosen  is_chosen,
                    gpointer       data)
{
  GtkListBoxRow *row;

  g_return_if_fail (GUATU_IS_CHOOSER (self));

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      choice->ticked = is_chosen (choice->table, choice->id, data);
    }
  /* The rows stay, and so does the focus. */
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), CHOICE) != NULL)
      show_tick (GTK_WIDGET (row), g_object_get_data (G_OBJECT (row), CHOICE));
}

void
guatu_chooser_complain (GuatuChooser *self,
                        const char   *text)
{
  g_return_if_fail (GUATU_IS_CHOOSER (self));

  gtk_label_set_text (GTK_LABEL (self->error), text != NULL ? text : "");
  gtk_widget_set_visible (self->error, text != NULL);
}

void
guatu_chooser_search (GuatuChooser *self,
                      const char   *text)
{
  g_return_if_fail (GUATU_IS_CHOOSER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}
