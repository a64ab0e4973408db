/* guatu-late-edit.c — keeps what was typed until the focus has gone elsewhere. */
#include "guatu-late-edit.h"

typedef struct
{
  GtkWidget     *widget;
  gint64         id;
  char          *text;
  GuatuLateEdit  carry_out;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->widget);
  g_free (edit->text);
  g_free (edit);
}

static gboolean
carry_out_cb (gpointer data)
{
  const Edit *edit = data;

  edit->carry_out (edit->widget, edit->id, edit->text);

  return G_SOURCE_REMOVE;
}

void
guatu_late_edit (GtkWidget     *widget,
                 gint64         id,
                 const char    *text,
                 GuatuLateEdit  carry_out)
{
  Edit edit = { g_object_ref (widget), id, g_strdup (text), carry_out };

  g_idle_add_full (G_PRIORITY_DEFAULT, carry_out_cb, g_memdup2 (&edit, sizeof edit), edit_free);
}
