/* guatu-samples.c — the plans that ship with the program. */
#include "guatu-samples.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-json.h"
#include "guatu-shipped.h"

#define SAMPLES "/guatu/samples"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Whatever lies in the folder of samples, without the ending. */
static gpointer
list_names (gpointer unused)
{
  char **names = g_resource_enumerate_children (guatu_shipped_get_resource (), SAMPLES,
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".json"))
      names[i][strlen (names[i]) - strlen (".json")] = '\0';
  if (names != NULL)
    qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names != NULL ? names : g_new0 (char *, 1);
}

const char * const *
guatu_sample_names (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, list_names, NULL);
}

GuatuPlan *
guatu_sample_new (const char *name, const char *language, GError **error)
{
  g_autofree char *path = g_strdup_printf (SAMPLES "/%s.json", name);
  g_autoptr(GBytes) data = NULL;
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  const char *text;
  gsize length;

  if (!g_strv_contains (guatu_sample_names (), name))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) guatu_sample_names ());

      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND,
                   _("There is no sample “%s”; choose one of %s"), name, names);
      return NULL;
    }

  data = g_resource_lookup_data (guatu_shipped_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (data == NULL)
    return NULL;

  text = g_bytes_get_data (data, &length);

  return guatu_json_read (text, length, language, notes, error);
}
