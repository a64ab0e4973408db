/* guatu-link-list.c — shows the links of a task, and carries out what is typed and clicked there. */
#include "guatu-link-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-link-form.h"
#include "guatu-links-entry.h"
#include "guatu-task-words.h"

struct _GuatuLinkList
{
  GuatuPartList  parent_instance;

  GtkWidget     *text;
};

G_DEFINE_FINAL_TYPE (GuatuLinkList, guatu_link_list, GUATU_TYPE_PART_LIST)

enum { GO, N_SIGNALS };

static guint signals[N_SIGNALS];

static const GuatuLink *
link_at (GuatuPartList *list,
         gint32         row)
{
  return guatu_plan_link (guatu_part_list_get_plan (list), row);
}

static gint64
task_id (GuatuPartList *list,
         gint32         row)
{
  return guatu_plan_id (guatu_part_list_get_plan (list), GUATU_TABLE_TASK, row);
}

/* Whether the task waits for the other one, and not that for it. */
static gboolean
is_before (GuatuPartList *list,
           gint32         link)
{
  return link_at (list, link)->successor == guatu_part_list_get_task_row (list);
}

static gint32
other_end (GuatuPartList *list,
           gint32         link)
{
  return is_before (list, link) ? link_at (list, link)->predecessor : link_at (list, link)->successor;
}

/* The form of a link that is to be ------------------------------------------------------------------- */

/* Goes when the form is destroyed. */
typedef struct
{
  GtkWidget     *form;
  gint64         predecessor;   /* 0: what is chosen */
  gint64         successor;     /* likewise */
  GtkWidget     *chooser;
} Adding;

static void
task_chosen_cb (Adding *adding,
                guint   table,
                gint64  id)
{
  g_autoptr(GError) error = NULL;

  if (guatu_link_form_link (adding->form, adding->predecessor != 0 ? adding->predecessor : id,
                            adding->successor != 0 ? adding->successor : id, &error))
    gtk_popover_popdown (GTK_POPOVER (adding->form));
  else
    guatu_chooser_complain (GUATU_CHOOSER (adding->chooser), error->message);
}

static void
add_link (GuatuPartList *list,
          GtkWidget     *at,
          gboolean       before)
{
  GtkWidget *form = guatu_link_form_new_link (guatu_part_list_get_document (list),
                                              before ? _("Add Predecessor") : _("Add Successor"));
  Adding *adding = g_new0 (Adding, 1);

  adding->form = form;
  adding->predecessor = before ? 0 : guatu_part_list_get_task (list);
  adding->successor = before ? guatu_part_list_get_task (list) : 0;
  adding->chooser = guatu_chooser_new (_("Tasks"));
  g_signal_connect_swapped (form, "destroy", G_CALLBACK (g_free), adding);
  guatu_chooser_add_rows (GUATU_CHOOSER (adding->chooser), guatu_part_list_get_plan (list), GUATU_TABLE_TASK);
  guatu_form_popover_add (GUATU_FORM_POPOVER (form), adding->chooser);
  g_signal_connect_swapped (adding->chooser, "chosen", G_CALLBACK (task_chosen_cb), adding);
  g_signal_connect_swapped (adding->chooser, "given-up", G_CALLBACK (gtk_popover_popdown), form);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (list), at);
  gtk_widget_grab_focus (adding->chooser);
}

static void
add_predecessor_cb (GuatuPartList *list,
                    GtkWidget     *button)
{
  if (guatu_part_list_get_task_row (list) >= 0)
    add_link (list, button, TRUE);
}

static void
add_successor_cb (GuatuPartList *list,
                  GtkWidget     *button)
{
  if (guatu_part_list_get_task_row (list) >= 0)
    add_link (list, button, FALSE);
}

/* Changing ------------------------------------------------------------------------------------------- */

static gboolean
go (GuatuPartList  *list,
    gint32          link,
    GtkWidget      *button,
    GError        **error)
{
  g_signal_emit (list, signals[GO], 0, task_id (list, other_end (list, link)));
  return TRUE;
}

static gboolean
edit (GuatuPartList  *list,
      gint32          link,
      GtkWidget      *button,
      GError        **error)
{
  GtkWidget *form = guatu_link_form_new (guatu_part_list_get_document (list), guatu_part_list_get_id (list, link));

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (list), button);
  return TRUE;
}

static gboolean
take_away (GuatuPartList  *list,
           gint32          link,
           GtkWidget      *button,
           GError        **error)
{
  return guatu_document_unlink (guatu_part_list_get_document (list), task_id (list, link_at (list, link)->predecessor),
                                task_id (list, link_at (list, link)->successor), error);
}

/* Rows ----------------------------------------------------------------------------------------------- */

/* The other task, its number and name; a click goes there. */
static GtkWidget *
new_name (GuatuPartList *list,
          const char    *label)
{
  GtkWidget *button = gtk_button_new (), *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-name");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Select this task"), -1);
  guatu_part_list_control (list, button, go);

  return button;
}

static GtkWidget *
new_how (GuatuPartList *list,
         const char    *how)
{
  GtkWidget *button = gtk_button_new_with_label (how);
  /* Translators: how a task is linked, “FS + 2 d”, read out as the name of a button. */
  g_autofree char *spoken = g_strdup_printf (_("Change the link: %s"), how);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Change type and lag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  guatu_part_list_control (list, button, edit);

  return button;
}

static char *
say_other (GuatuPartList *list,
           gint32         link)
{
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  gint32 other = other_end (list, link);

  /* Translators: a task that this one waits for, or one that waits for it: its number and its name. */
  return g_strdup_printf (is_before (list, link) ? _("← %u %s") : _("→ %u %s"), guatu_plan_task_place (plan, other),
                          guatu_plan_task_name (plan, other));
}

static GtkWidget *
make_row (GuatuPartList *list,
          gint32         link)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *label = say_other (list, link), *how = guatu_words_link (guatu_part_list_get_plan (list), link);

  gtk_box_append (GTK_BOX (box), new_name (list, label));
  gtk_box_append (GTK_BOX (box), new_how (list, how));
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "list-remove-symbolic", _("Remove the link"), NULL,
                                                             take_away));

  return box;
}

static char *
tell (GuatuPartList *list,
      gint32         link)
{
  g_autofree char *label = say_other (list, link), *how = guatu_words_link (guatu_part_list_get_plan (list), link);

  return g_strconcat (label, " ", how, NULL);
}

/* What it waits for comes before what waits for it. */
static gint32 *
list_links (GuatuPartList *list,
            gint32         task,
            guint         *n)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (int side = 0; side < 2; side++)
    {
      guint found;
      const gint32 *rows = guatu_plan_referrers (guatu_part_list_get_plan (list), GUATU_TABLE_LINK,
                                                 side == 0 ? GUATU_LINK_SUCCESSOR : GUATU_LINK_PREDECESSOR, task,
                                                 &found);

      g_array_append_vals (links, rows, found);
    }
  *n = links->len;

  return (gint32 *) g_array_free (links, FALSE);
}

static void
shown (GuatuPartList *list)
{
  guatu_links_entry_show (GUATU_LINKS_ENTRY (GUATU_LINK_LIST (list)->text), guatu_part_list_get_task (list));
}

GuatuLinksEntry *
guatu_link_list_get_text (GuatuLinkList *self)
{
  g_return_val_if_fail (GUATU_IS_LINK_LIST (self), NULL);

  return GUATU_LINKS_ENTRY (self->text);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_link_list_class_init (GuatuLinkListClass *class)
{
  GuatuPartListClass *parts = GUATU_PART_LIST_CLASS (class);

  signals[GO] = g_signal_new ("go", GUATU_TYPE_LINK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_INT64);
  parts->table = GUATU_TABLE_LINK;
  parts->list = list_links;
  parts->tell = tell;
  parts->make_row = make_row;
  parts->shown = shown;
}

static void
guatu_link_list_init (GuatuLinkList *self)
{
  GuatuPartList *list = GUATU_PART_LIST (self);

  guatu_part_list_describe (list, _("Links"), NULL);
  guatu_part_list_add_button (list, _("Add _Predecessor…"), G_CALLBACK (add_predecessor_cb));
  guatu_part_list_add_button (list, _("Add _Successor…"), G_CALLBACK (add_successor_cb));
}

GtkWidget *
guatu_link_list_new (GuatuDocument *document)
{
  GtkWidget *self = guatu_part_list_new (GUATU_TYPE_LINK_LIST, document);

  GUATU_LINK_LIST (self)->text = guatu_links_entry_new (document);
  gtk_widget_insert_after (GUATU_LINK_LIST (self)->text, self, NULL);

  return self;
}
