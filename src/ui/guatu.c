/* guatu.c — starts the program with a window. */
#include <locale.h>
#include <signal.h>

#include <glib/gi18n.h>

#include "guatu-application.h"
#include "guatu-language.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(GuatuApplication) application = NULL;

  /* A file that may not grow any more is an error of writing it, as a full disk is, and not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  guatu_language_set_up ("/src/ui/guatu");
  g_set_application_name (_("Guatu"));
  application = guatu_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
