/* guatuctl.c — the command line. */
#include <locale.h>

#include <glib/gi18n.h>

/* Texts are looked up where the program is installed, unless GUATU_LOCALE_DIR names another place. */
static void
set_up_language (void)
{
  const char *directory = g_getenv ("GUATU_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : GUATU_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_up_language ();

  g_printerr ("guatuctl: no command\n");
  return 2;
}
