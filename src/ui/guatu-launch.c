/* guatu-launch.c — the one place that knows how GTK hands a file or the help to another program. */
#include "guatu-launch.h"

void
guatu_launch (GtkWindow *parent,
              GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

/* Who asked, and whom to tell. */
typedef struct
{
  GWeakRef      parent;
  GuatuHelpFunc done;
} Asked;

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Asked *asked = data;
  g_autoptr(GtkWindow) parent = g_weak_ref_get (&asked->parent);
  g_autoptr(GError) error = NULL;

  gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error);
  if (parent != NULL && asked->done != NULL)
    asked->done (parent, error);
  g_weak_ref_clear (&asked->parent);
  g_free (asked);
}

void
guatu_launch_help (GtkWindow     *parent,
                   GuatuHelpFunc  done)
{
  Asked *asked = g_new0 (Asked, 1);

  g_weak_ref_init (&asked->parent, parent);
  asked->done = done;
  gtk_show_uri_full (parent, "help:guatu", GDK_CURRENT_TIME, NULL, shown_cb, asked);
}
