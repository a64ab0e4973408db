/* guatuctl.c — the command line: which command, in which language, and how it ended. */
#include "cli.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#define EXIT_DONE   0
#define EXIT_FAILED 1
#define EXIT_USAGE  2

/* In the order of the help: making, looking, editing, keeping. */
static const CliCommand * const commands[] = {
  &cli_new, &cli_template, &cli_import, &cli_show, &cli_find, &cli_people, &cli_schedule, &cli_calendar, &cli_export,
  &cli_add, &cli_set, &cli_remove, &cli_move, &cli_merge, &cli_link, &cli_unlink, &cli_assign, &cli_unassign,
  &cli_field, &cli_report, &cli_repeat, &cli_light, &cli_rules, &cli_baseline, &cli_backward, &cli_shift,
  &cli_undo, &cli_redo, &cli_history, &cli_verify,
  &cli_copy, &cli_backup, &cli_thumbnail,
};

/* The catalogues beside a program that is run where it was built, before anything is installed; else %NULL. */
static char *
built_locale_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *chinese = NULL;

  if (program == NULL || !g_str_has_suffix (program, "/src/cli/guatuctl"))
    return NULL;

  program[strlen (program) - strlen ("/src/cli/guatuctl")] = '\0';
  chinese = g_build_filename (program, "po", "zh_CN", NULL);

  return g_file_test (chinese, G_FILE_TEST_IS_DIR) ? g_build_filename (program, "po", NULL) : NULL;
}

/* Texts are looked up where GUATU_LOCALE_DIR says, else beside a program that was not installed, else where it
 * is installed. */
static void
set_up_language (void)
{
  const char *directory = g_getenv ("GUATU_LOCALE_DIR");
  g_autofree char *built = directory == NULL ? built_locale_dir () : NULL;

  setlocale (LC_ALL, "");
  /* Numbers are printed with a point: they are read back. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : built != NULL ? built : GUATU_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static const CliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

static void
print_overview (FILE *to)
{
  fprintf (to, _("Usage: %s\n\nPlans of many tasks, in one file each.\n\nCommands:\n"), "guatuctl COMMAND …");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (to, "  %-10s %s\n", commands[i]->name, _(commands[i]->summary));
  fputs (_("\nTASK is an id, else the number that “show FILE tasks” prints, else a WBS code.\n"
           "“guatuctl COMMAND --help” explains a command; “guatuctl --version” tells the version.\n"
           "Exit status: 0 done, 1 failed with a message, 2 wrong usage.\n"), to);
}

static void
print_option (const char *name, const char *argument, const char *text)
{
  g_autofree char *word = g_strdup_printf ("--%s%s%s", name, argument != NULL ? " " : "",
                                           argument != NULL ? argument : "");

  printf ("  %-22s %s\n", word, text);
}

static void
print_help (const CliCommand *command)
{
  g_autofree char *line = g_strdup_printf ("guatuctl %s %s", command->name, command->arguments);

  printf (_("Usage: %s\n\n"), line);
  printf ("%s\n", _(command->summary));
  if (command->details != NULL)
    printf ("\n%s\n", _(command->details));
  if (command->more_help != NULL)
    command->more_help ();

  printf ("\n%s\n", _("Options:"));
  for (guint i = 0; command->options != NULL && command->options[i].name != NULL; i++)
    print_option (command->options[i].name, command->options[i].argument, _(command->options[i].text));
  print_option ("help", NULL, _("Print this and do nothing else"));
}

/* Arguments are UTF-8 where the locale is, and in any case if they look like it; other bytes are read
 * as the locale's. File names that are neither go through as they are. */
static char **
take_arguments (char **argv)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (; *argv != NULL; argv++)
    {
      char *word = g_utf8_validate (*argv, -1, NULL) ? NULL : g_locale_to_utf8 (*argv, -1, NULL, NULL, NULL);

      g_ptr_array_add (words, word != NULL ? word : g_strdup (*argv));
    }
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* Messages of the layers below may be parts of sentences, and have no full stop of their own. */
static void
print_error (const GError *error)
{
  static const char * const stops[] = { ".", "。", "…", "!", "?", "]" };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (error->message, stops[i]))
      {
        fprintf (stderr, "guatuctl: %s\n", error->message);
        return;
      }

  fputs ("guatuctl: ", stderr);
  /* Translators: a message, made a sentence. */
  fprintf (stderr, _("%s."), error->message);
  fputs ("\n", stderr);
}

static int
run_command (const CliCommand *command, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CliCall) call = NULL;
  gboolean help = FALSE;

  call = cli_call_new (command, argv, &help, &error);
  if (call != NULL && help)
    {
      print_help (command);
      return EXIT_DONE;
    }
  if (call != NULL && command->run (call, &error))
    {
      /* What was printed is done only when it has arrived. */
      if (fflush (stdout) == 0 && !ferror (stdout))
        return EXIT_DONE;
      fprintf (stderr, "guatuctl: %s\n", _("The output could not be written."));
      return EXIT_FAILED;
    }

  fflush (stdout);
  print_error (error);
  if (!g_error_matches (error, CLI_ERROR, CLI_ERROR_USAGE))
    return EXIT_FAILED;

  fprintf (stderr, _("“guatuctl %s --help” explains it.\n"), command->name);
  return EXIT_USAGE;
}

int
main (int argc, char **argv)
{
  g_auto(GStrv) words = NULL;
  const CliCommand *command;

  set_up_language ();
  words = take_arguments (argv + MIN (argc, 1));

  if (words[0] == NULL)
    {
      print_overview (stderr);
      return EXIT_USAGE;
    }
  if (g_str_equal (words[0], "--version"))
    {
      printf ("guatuctl %s\n", GUATU_VERSION);
      return EXIT_DONE;
    }
  if (g_str_equal (words[0], "--help") || g_str_equal (words[0], "-h") || g_str_equal (words[0], "help"))
    {
      command = words[1] != NULL ? find_command (words[1]) : NULL;
      if (command != NULL)
        print_help (command);
      else
        print_overview (stdout);
      return EXIT_DONE;
    }

  command = find_command (words[0]);
  if (command == NULL)
    {
      fprintf (stderr, _("guatuctl: There is no command “%s”. “guatuctl --help” lists them.\n"), words[0]);
      return EXIT_USAGE;
    }

  return run_command (command, words + 1);
}
