/* guatu-row-list-actions.c — what is done to the row that is selected, and how another one is added. */
#include "guatu-row-list-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-row-form.h"
#include "guatu-row-merge.h"

/* Whether there is another row. */
static gboolean
has_others (GuatuRowList *self)
{
  return gtk_list_box_get_row_at_index (self->list, 1) != NULL;
}

void
guatu_row_list_update_actions (GuatuRowList *self)
{
  gboolean writable = guatu_document_get_read_only_reason (self->document) == NULL;
  gboolean any = writable && guatu_row_list_selected_row (self) >= 0;
  gboolean ordered = guatu_field_find (self->kind->table, "position") > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.add",
                                 writable && self->kind->add != NULL
                                 && (self->kind->owner_field == 0 || self->owner != 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.edit", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.remove", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.merge",
                                 any && self->kind->merging != NULL && has_others (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.up", any && ordered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.down", any && ordered);
}

static void
made_cb (gpointer data,
         gint64   id)
{
  guatu_row_list_refresh (data);
  guatu_row_list_select (data, id);
}

static void
show_form (GuatuRowList *self,
           gint64        id,
           GtkWidget    *at)
{
  GtkWidget *form = guatu_row_form_new (self->document, id != 0 ? _(self->kind->edit) : _(self->kind->add),
                                        self->kind->table, self->kind->fields, id, self->kind->owner_field,
                                        self->owner, made_cb, self);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), at);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  show_form (GUATU_ROW_LIST (widget), 0, GUATU_ROW_LIST (widget)->add);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuRowList *self = GUATU_ROW_LIST (widget);
  GtkListBoxRow *row = guatu_row_list_find (self, self->selected);

  if (row != NULL)
    show_form (self, self->selected, GTK_WIDGET (row));
}

static void
merged_cb (gpointer    data,
           const char *what,
           gint64      id)
{
  GuatuRowList *self = data;

  guatu_row_list_refresh (self);
  if (id != 0)
    guatu_row_list_select (self, id);
  guatu_desk_page_removed (self, what);
}

static void
show_merge_form (GuatuRowList *self,
                 gboolean      removing)
{
  GtkListBoxRow *row = guatu_row_list_find (self, self->selected);
  GtkWidget *form = guatu_row_merge_form_new (self->document, self->kind, self->owner, self->selected, removing,
                                              merged_cb, self);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), row != NULL ? GTK_WIDGET (row)
                                                                                       : GTK_WIDGET (self));
}

static void
merge_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GuatuRowList *self = GUATU_ROW_LIST (widget);

  if (self->kind->merging != NULL && guatu_row_list_selected_row (self) >= 0)
    show_merge_form (self, FALSE);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuRowList *self = GUATU_ROW_LIST (widget);
  gint32 row = guatu_row_list_selected_row (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *what = NULL, *detail = NULL;

  if (row < 0)
    return;
  if (self->kind->merging != NULL && guatu_row_n_users (guatu_row_list_plan (self), self->kind, row) > 0)
    {
      show_merge_form (self, TRUE);
      return;
    }
  detail = guatu_row_list_detail (self, row);
  /* Translators: the name of what was removed, and what was in it. */
  what = *detail != '\0' ? g_strdup_printf (_("Removed “%1$s” (%2$s)"), guatu_row_list_name (self, row), detail)
                         : g_strdup_printf (_("Removed “%s”"), guatu_row_list_name (self, row));
  if (!guatu_document_remove (self->document, self->kind->table, self->selected, &error))
    {
      guatu_desk_page_fail (self, error);
      return;
    }
  guatu_row_list_refresh (self);
  guatu_desk_page_removed (self, what);
}

static void
move (GuatuRowList *self,
      int           by)
{
  g_autoptr(GError) error = NULL;

  if (guatu_row_list_selected_row (self) < 0)
    return;
  if (!guatu_document_move_row (self->document, self->kind->table, self->selected, by, &error))
    guatu_desk_page_fail (self, error);
  else
    guatu_row_list_refresh (self);
}

static void
up_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  move (GUATU_ROW_LIST (widget), -1);
}

static void
down_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  move (GUATU_ROW_LIST (widget), 1);
}

void
guatu_row_list_install_actions (GtkWidgetClass *widget_class)
{
  static const GuatuDeskPageAction actions[] = {
    { "rows.add", add_cb, GDK_KEY_Insert, 0 },
    { "rows.edit", edit_cb, GDK_KEY_F2, 0 },
    { "rows.remove", remove_cb, GDK_KEY_Delete, 0 },
    { "rows.merge", merge_cb, GDK_KEY_m, GDK_CONTROL_MASK },
    { "rows.up", up_cb, GDK_KEY_Up, GDK_ALT_MASK },
    { "rows.down", down_cb, GDK_KEY_Down, GDK_ALT_MASK },
  };

  guatu_desk_page_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}
