/* ui-forms.c — finds the widgets of forms, types and clicks. */
#include "ui-forms.h"

#include <adwaita.h>

#include <string.h>

/* Windows may go while one waits. */
static gboolean
is_there (gpointer window)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  return g_list_find (windows, window) != NULL;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* What was scrolled stands in its place after a frame. */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_mapped (window) ? gtk_widget_get_frame_clock (window) : NULL;
  gboolean painted = FALSE;
  gulong id;

  if (clock == NULL)
    return;
  g_object_ref (clock);
  id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  g_object_unref (clock);
}

void
form_settle (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint frames = 0; frames < 3; frames++)
    for (GList *item = windows; item != NULL; item = item->next)
      if (is_there (item->data))
        wait_for_frame (item->data);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

/* Depth first; @n is counted down. */
static GtkWidget *
search (GtkWidget     *widget,
        Match          match,
        gconstpointer  data,
        guint         *n)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (match (widget, data) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, match, data, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
search_first (GtkWidget     *widget,
              Match          match,
              gconstpointer  data)
{
  guint n = 0;

  return search (widget, match, data, &n);
}

static gboolean
is_of_type (GtkWidget     *widget,
            gconstpointer  type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

GtkWidget *
form_find_nth (GtkWidget *widget,
               GType      type,
               guint      n)
{
  return search (widget, is_of_type, &type, &n);
}

GtkWidget *
form_find (GtkWidget *widget,
           GType      type)
{
  return form_find_nth (widget, type, 0);
}

static gboolean
is_called (GtkWidget     *widget,
           gconstpointer  text)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;
  const char *tooltip = GTK_IS_BUTTON (widget) ? gtk_widget_get_tooltip_text (widget) : NULL;
  g_autofree char *plain = label != NULL ? g_strdelimit (g_strdup (label), "_", '\001') : NULL;
  g_autofree char *joined = NULL;

  if (plain != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (plain, "\001", -1);

      joined = g_strjoinv ("", parts);
    }

  return g_strcmp0 (joined, text) == 0 || g_strcmp0 (tooltip, text) == 0;
}

GtkWidget *
form_find_button (GtkWidget  *widget,
                  const char *text)
{
  GtkWidget *found = search_first (widget, is_called, text);

  if (found == NULL)
    g_error ("there is no button “%s”", text);
  return found;
}

static gboolean
is_doer (GtkWidget     *widget,
         gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action");
}

GtkWidget *
form_find_doer (GtkWidget *widget)
{
  return search_first (widget, is_doer, NULL);
}

void
form_type (GtkWidget  *entry,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  form_settle ();
}

void
form_click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  form_settle ();
}

void
form_choose (GtkWidget  *popover,
             const char *name)
{
  GtkListBox *list = GTK_LIST_BOX (form_find (popover, GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (form_says (GTK_WIDGET (row), name))
      {
        g_signal_emit_by_name (list, "row-activated", row);
        form_settle ();
        return;
      }
  g_error ("there is no “%s” to choose", name);
}

GtkWidget *
form_over (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_last_child (widget);

  g_assert_true (GTK_IS_POPOVER (child));
  return child;
}

gboolean
form_press (GtkWidget *widget,
            guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  form_settle ();

  return taken;
}

static gboolean
is_complaint (GtkWidget     *widget,
              gconstpointer  part)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error")
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

gboolean
form_complains (GtkWidget  *widget,
                const char *part)
{
  return search_first (widget, is_complaint, part) != NULL;
}

static gboolean
is_said (GtkWidget     *widget,
         gconstpointer  part)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

gboolean
form_says (GtkWidget  *widget,
           const char *part)
{
  return search_first (widget, is_said, part) != NULL;
}

/* A label of its own, a text in it that is taken for one, or somebody else's. */
static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL);
}

/* Parts of GTK's own widgets are named by what they are a part of. */
static gboolean
is_a_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_TEXT (widget) || GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_SCROLLED_WINDOW (widget)
         || (parent != NULL && (GTK_IS_SPIN_BUTTON (parent) || GTK_IS_WINDOW_CONTROLS (parent)));
}

void
form_must_be_named (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if ((gtk_widget_get_focusable (widget) || GTK_IS_DROP_DOWN (widget)) && !is_a_part (widget) && !is_named (widget))
    {
      g_autofree char *place = g_strdup (G_OBJECT_TYPE_NAME (widget));

      for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL; above = gtk_widget_get_parent (above))
        {
          g_autofree char *before = g_steal_pointer (&place);

          place = g_strdup_printf ("%s in %s", before, G_OBJECT_TYPE_NAME (above));
        }
      g_error ("nameless: %s", place);
    }
  /* What is in a choice is GTK's own, and what is in a row with an entry Adwaita's. */
  if (GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget) || ADW_IS_ENTRY_ROW (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    form_must_be_named (child);
}
