/* guatuctl.c — the command line. */
#include <glib.h>

int
main (int argc, char **argv)
{
  g_printerr ("guatuctl: no command\n");
  return 2;
}
