/* guatu-people-view.c — puts the tree beside the page of what is chosen in it, and the matrix and the limits behind. */
#include "guatu-people-view.h"

#include <glib/gi18n-lib.h>

#include <adwaita.h>

#include "guatu-limits.h"
#include "guatu-people-page.h"
#include "guatu-people-tree.h"
#include "guatu-sponsor-matrix.h"
#include "guatu-teams.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define TREE_WIDTH ((int) guatu_text_scaled (460))

struct _GuatuPeopleView
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *switcher;
  GtkStack      *stack;
  GtkWidget     *panes;
  GtkWidget     *tree;
  GtkWidget     *page;
  GtkWidget     *matrix;
  GtkWidget     *limits_page;
  GtkListBox    *limits;
  GtkLabel      *limits_note;
  GtkLabel      *teams;

  /* Owned references */
  GuatuDocument *document;
  gboolean       stale;         /* the plan has changed since it was looked at */
};

static void desk_view_init (GuatuDeskViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuPeopleView, guatu_people_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GUATU_TYPE_DESK_VIEW, desk_view_init))

GtkWidget *
guatu_people_view_get_tree (GuatuPeopleView *self)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_VIEW (self), NULL);

  return self->tree;
}

GtkWidget *
guatu_people_view_get_page (GuatuPeopleView *self)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_VIEW (self), NULL);

  return self->page;
}

/* The limits ----------------------------------------------------------------------------------------- */

static GtkWidget *
limit_row (GuatuPeopleView  *self,
           const GuatuLimit *limit)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const char *name = guatu_plan_task_name (plan, limit->task);
  g_autofree char *words = guatu_limit_words (limit), *label = g_strdup_printf ("%s. %s", name, words);
  GtkWidget *row = adw_action_row_new (), *image = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "target",
                          g_variant_ref_sink (g_variant_new ("(sx)", "task",
                                                             guatu_plan_id (plan, GUATU_TABLE_TASK, limit->task))),
                          (GDestroyNotify) g_variant_unref);

  return row;
}

static void
limit_cb (GuatuPeopleView *self,
          GtkListBoxRow   *row)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "desk.go", g_object_get_data (G_OBJECT (row), "target"));
}

static void
show_limits (GuatuPeopleView *self)
{
  g_autoptr(GArray) broken = guatu_limits_new (guatu_document_get_plan (self->document));
  g_autofree char *title = broken->len > 0 ? g_strdup_printf (_("Ownership Limits (%u)"), broken->len)
                                           : g_strdup (_("Ownership Limits"));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->limits, 0)) != NULL)
    gtk_list_box_remove (self->limits, GTK_WIDGET (row));
  for (guint i = 0; i < broken->len; i++)
    gtk_list_box_append (self->limits, limit_row (self, &g_array_index (broken, GuatuLimit, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->limits), broken->len > 0);
  gtk_label_set_text (self->limits_note, broken->len > 0
                      ? _("Each project on a task board or plaque list has one or two lead executives and one or two "
                          "lead-unit heads. These have not:")
                      : _("Every project on a board has one or two lead executives and lead-unit heads."));
  gtk_stack_page_set_title (gtk_stack_get_page (self->stack, self->limits_page), title);
}

/* What is shown -------------------------------------------------------------------------------------- */

static void
show_teams (GuatuPeopleView *self)
{
  guint counts[GUATU_N_TEAM_LEVELS];
  g_autofree char *sum = NULL, *words = NULL;

  guatu_teams_count (guatu_document_get_plan (self->document), counts);
  words = guatu_teams_words (counts);
  sum = *words != '\0' ? g_strdup_printf (_("Task forces: %s"), words) : g_strdup ("");
  gtk_label_set_text (self->teams, sum);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->teams), sum);
}

static void
refresh (GuatuPeopleView *self)
{
  self->stale = FALSE;
  guatu_people_tree_refresh (GUATU_PEOPLE_TREE (self->tree));
  guatu_people_page_refresh (GUATU_PEOPLE_PAGE (self->page));
  guatu_sponsor_matrix_refresh (GUATU_SPONSOR_MATRIX (self->matrix));
  show_limits (self);
  show_teams (self);
}

/* A view that nobody sees waits. */
static void
changed_cb (GuatuPeopleView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static void
selected_cb (GuatuPeopleView *self,
             guint            table,
             gint64           id)
{
  guatu_people_page_show (GUATU_PEOPLE_PAGE (self->page), (GuatuTable) table, id);
}

static void
entered_cb (GuatuPeopleView *self)
{
  guatu_people_page_rename (GUATU_PEOPLE_PAGE (self->page));
}

static void
person_cb (GuatuPeopleView *self,
           gint64           id)
{
  guatu_people_view_show (self, "people");
  guatu_people_tree_select (GUATU_PEOPLE_TREE (self->tree), GUATU_TABLE_PERSON, id);
}

static void
removed_cb (GuatuPeopleView *self,
            const char      *what)
{
  guatu_desk_view_removed (GUATU_DESK_VIEW (self), 1, what);
}

/* Said by a form somewhere in the view. */
static void
say_removed_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  removed_cb (GUATU_PEOPLE_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
failed_cb (GuatuPeopleView *self,
           const char      *message)
{
  guatu_desk_view_failed (GUATU_DESK_VIEW (self), message);
}

void
guatu_people_view_show (GuatuPeopleView *self,
                        const char      *name)
{
  g_return_if_fail (GUATU_IS_PEOPLE_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack, name);
}

/* The interface -------------------------------------------------------------------------------------- */

static guint
get_panes (GuatuDeskView *view,
           GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES])
{
  GuatuPeopleView *self = GUATU_PEOPLE_VIEW (view);
  guint n = 0;

  panes[n++] = self->switcher;
  if (gtk_stack_get_visible_child (self->stack) != self->panes)
    panes[n++] = gtk_stack_get_visible_child (self->stack);
  else
    {
      panes[n++] = self->tree;
      panes[n++] = self->page;
    }

  return n;
}

static gboolean
show_row (GuatuDeskView *view,
          GuatuTable     table,
          gint64         id)
{
  GuatuPeopleView *self = GUATU_PEOPLE_VIEW (view);

  if (table != GUATU_TABLE_UNIT && table != GUATU_TABLE_PERSON)
    return FALSE;
  guatu_people_view_show (self, "people");

  return guatu_people_tree_select (GUATU_PEOPLE_TREE (self->tree), table, id);
}

static gboolean
enter (GuatuDeskView *view)
{
  GuatuPeopleView *self = GUATU_PEOPLE_VIEW (view);
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  return shown == self->panes ? gtk_widget_grab_focus (self->tree)
                              : gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
desk_view_init (GuatuDeskViewInterface *iface)
{
  iface->enter = enter;
  iface->get_panes = get_panes;
  iface->show_row = show_row;
}

/* The class ------------------------------------------------------------------------------------------ */

static GtkWidget *
make_limits (GuatuPeopleView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->limits_note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->limits_note, TRUE);
  gtk_label_set_xalign (self->limits_note, 0);
  self->limits = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->limits, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->limits), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->limits), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->limits), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Ownership Limits"), -1);
  g_signal_connect_object (self->limits, "row-activated", G_CALLBACK (limit_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->limits_note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->limits));
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static GtkWidget *
make_panes (GuatuPeopleView *self)
{
  GtkWidget *panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->tree = guatu_people_tree_new (self->document);
  self->page = guatu_people_page_new (self->document);
  g_signal_connect_object (self->tree, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_paned_set_start_child (GTK_PANED (panes), self->tree);
  gtk_paned_set_end_child (GTK_PANED (panes), self->page);
  gtk_paned_set_position (GTK_PANED (panes), TREE_WIDTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (panes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Divider between the tree and what is chosen in it"), -1);
  gtk_paned_set_resize_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (panes), FALSE);

  return panes;
}

static void
put_together (GuatuPeopleView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->panes = make_panes (self);
  self->matrix = guatu_sponsor_matrix_new (self->document);
  g_signal_connect_object (self->matrix, "person", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  self->limits_page = make_limits (self);
  gtk_stack_add_titled (self->stack, self->panes, "people", _("Units and People"));
  gtk_stack_add_titled (self->stack, self->matrix, "sponsors", _("Sponsors"));
  gtk_stack_add_titled (self->stack, self->limits_page, "limits", _("Ownership Limits"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  self->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), self->stack);
  self->teams = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->teams, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->teams, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->teams), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->teams), "dim-label");
  gtk_box_append (GTK_BOX (bar), self->switcher);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->teams));
  gtk_widget_add_css_class (bar, "bar");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
guatu_people_view_map (GtkWidget *widget)
{
  GuatuPeopleView *self = GUATU_PEOPLE_VIEW (widget);

  if (self->stale)
    refresh (self);

  GTK_WIDGET_CLASS (guatu_people_view_parent_class)->map (widget);
}

static void
guatu_people_view_dispose (GObject *object)
{
  GuatuPeopleView *self = GUATU_PEOPLE_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_people_view_parent_class)->dispose (object);
}

static void
guatu_people_view_class_init (GuatuPeopleViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_people_view_dispose;
  widget_class->map = guatu_people_view_map;
  gtk_widget_class_install_action (widget_class, "people-view.removed", "s", say_removed_cb);
  gtk_widget_class_set_css_name (widget_class, "peopleview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_people_view_init (GuatuPeopleView *self)
{
}

GtkWidget *
guatu_people_view_new (GuatuDocument *document)
{
  GuatuPeopleView *self = g_object_new (GUATU_TYPE_PEOPLE_VIEW, NULL);
  GuatuPeopleRow *first;

  self->document = g_object_ref (document);
  put_together (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_limits (self);
  show_teams (self);
  first = guatu_people_tree_get_selected (GUATU_PEOPLE_TREE (self->tree));
  if (first != NULL)
    guatu_people_page_show (GUATU_PEOPLE_PAGE (self->page), first->table, first->id);

  return GTK_WIDGET (self);
}
