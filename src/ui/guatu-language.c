/* guatu-language.c — where the program finds its words. */
#include "guatu-language.h"

#include <locale.h>

#include <glib/gi18n.h>

/* The catalogues beside a program that is run where it was built; else %NULL. */
static char *
built_directory (const char *place)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *chinese = NULL;

  if (program == NULL || !g_str_has_suffix (program, place))
    return NULL;

  program[strlen (program) - strlen (place)] = '\0';
  chinese = g_build_filename (program, "po", "zh_CN", NULL);

  return g_file_test (chinese, G_FILE_TEST_IS_DIR) ? g_build_filename (program, "po", NULL) : NULL;
}

void
guatu_language_set_up (const char *place)
{
  const char *directory = g_getenv ("GUATU_LOCALE_DIR");
  g_autofree char *built = directory == NULL ? built_directory (place) : NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : built != NULL ? built : GUATU_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

const char *
guatu_language_of_reader (void)
{
  for (const char * const *name = g_get_language_names (); *name != NULL; name++)
    if (g_str_has_prefix (*name, "zh"))
      return "zh_CN";
    else if (g_str_has_prefix (*name, "en") || g_str_equal (*name, "C"))
      break;

  return "en";
}
