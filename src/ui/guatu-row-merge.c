/* guatu-row-merge.c — a form with the other rows of a list, and the verb that takes one into another. */
#include "guatu-row-merge.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GuatuFormPopover       *popover;
  GuatuDocument          *document;
  const GuatuRowListKind *kind;
  gint64                  id;
  gboolean                removing;
  GuatuRowMerged          merged;
  gpointer                data;
  GtkWidget              *choice;
  GArray                 *ids;          /* of gint64: what stands in the choice; 0: nothing */
} Form;

static void
form_free (Form *form)
{
  g_array_unref (form->ids);
  g_object_unref (form->document);
  g_free (form);
}

static const char *
name_of (Form   *form,
         gint32  row)
{
  return guatu_plan_string (guatu_document_get_plan (form->document), form->kind->table, row, form->kind->fields[0]);
}

guint
guatu_row_n_users (const GuatuPlan        *plan,
                   const GuatuRowListKind *kind,
                   gint32                  row)
{
  guint n;

  guatu_plan_referrers (plan, kind->merging->table, kind->merging->field, row, &n);

  return n;
}

static void
done_cb (Form *form)
{
  gint32 row = guatu_plan_find (guatu_document_get_plan (form->document), form->kind->table, form->id);
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));
  gint64 into = at < form->ids->len ? g_array_index (form->ids, gint64, at) : 0;
  g_autofree char *name = g_strdup (row >= 0 ? name_of (form, row) : ""), *what = NULL;
  g_autoptr(GError) error = NULL;

  /* Translators: “Culture” has become part of another category. */
  what = form->removing ? g_strdup_printf (_("Removed “%s”"), name) : g_strdup_printf (_("Merged “%s”"), name);
  if (form->kind->merging->merge (form->document, form->id, into, &error))
    form->merged (form->data, what, into);
  guatu_form_popover_finish (form->popover, form->choice, error);
}

/* Those that belong to the same owner. */
static GtkStringList *
fill (Form   *form,
      gint64  owner)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  guint field = form->kind->owner_field, n;
  gint32 of = owner != 0 ? guatu_plan_find (plan, guatu_field (form->kind->table, field)->target, owner) : -1;
  GtkStringList *names = gtk_string_list_new (NULL);
  gint64 none = 0;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, form->kind->table, &n);

  if (form->removing)
    {
      g_array_append_val (form->ids, none);
      gtk_string_list_append (names, _(form->kind->merging->none));
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, form->kind->table, rows[i]);

      if (id == form->id || (owner != 0 && guatu_plan_number (plan, form->kind->table, rows[i], field) != of))
        continue;
      g_array_append_val (form->ids, id);
      gtk_string_list_append (names, name_of (form, rows[i]));
    }

  return names;
}

GtkWidget *
guatu_row_merge_form_new (GuatuDocument          *document,
                          const GuatuRowListKind *kind,
                          gint64                  owner,
                          gint64                  id,
                          gboolean                removing,
                          GuatuRowMerged          merged,
                          gpointer                data)
{
  const GuatuRowMerging *merging = kind->merging;
  Form *form = g_new0 (Form, 1);

  form->popover = GUATU_FORM_POPOVER (guatu_form_popover_new (removing ? _(merging->remove) : _(merging->title)));
  form->document = g_object_ref (document);
  form->kind = kind;
  form->id = id;
  form->removing = removing;
  form->merged = merged;
  form->data = data;
  form->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->choice = gtk_drop_down_new (G_LIST_MODEL (fill (form, owner)), NULL);
  guatu_form_popover_ask (form->popover, removing ? _(merging->go_to) : _(merging->into), form->choice, FALSE);
  guatu_form_popover_add_button (form->popover, removing ? _("_Remove") : _("_Merge"));
  g_signal_connect_swapped (form->popover, "done", G_CALLBACK (done_cb), form);
  g_signal_connect_swapped (form->popover, "destroy", G_CALLBACK (form_free), form);

  return GTK_WIDGET (form->popover);
}
