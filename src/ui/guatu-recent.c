/* guatu-recent.c — asks the desktop's list of recent files, and adds to it. */
#include "guatu-recent.h"

void
guatu_recent_add (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (full, NULL, NULL);
  g_autofree char *name = g_filename_display_basename (full);
  GtkRecentData data = {
    .display_name = name,
    /* Given, as GTK would else look into the file, and drop SQLite's locks on it. */
    .mime_type = (char *) GUATU_MIME_TYPE,
    .app_name = (char *) "Guatu",
    .app_exec = (char *) "guatu %u",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified (*(GtkRecentInfo * const *) b),
                              gtk_recent_info_get_modified (*(GtkRecentInfo * const *) a));
}

GPtrArray *
guatu_recent_list (guint max)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  g_autolist(GtkRecentInfo) all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *item = all; item != NULL; item = item->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (item->data), GUATU_MIME_TYPE) == 0
        && gtk_recent_info_is_local (item->data) && gtk_recent_info_exists (item->data))
      g_ptr_array_add (plans, gtk_recent_info_ref (item->data));
  g_ptr_array_sort (plans, compare);
  if (plans->len > max)
    g_ptr_array_set_size (plans, (int) max);

  return plans;
}
