/* cli-backup.c — "backup": copies of a plan that are kept: listed, made, compared, brought back. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "cli-changes.h"
#include "guatu-backups.h"
#include "guatu-comparison.h"
#include "guatu-journal.h"

/* The list ----------------------------------------------------------------------------------------------------- */

static void
print_backups (const GPtrArray *list)
{
  const char * const headers[] = {
    _("#"), _("Made"), _("Size"), _("Tasks"), _("Last change"), _("By"), _("When"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rlrrlll");

  for (guint i = 0; i < list->len; i++)
    {
      const GuatuBackup *backup = list->pdata[i];
      GuatuBackupFacts facts = { 0 };
      g_autoptr(GError) error = NULL;
      gboolean sound = guatu_backups_look (backup->path, &facts, &error);

      cli_table_take (table, g_strdup_printf ("%u", i + 1));
      cli_table_take (table, guatu_journal_time_text (backup->time * 1000));
      cli_table_take (table, g_format_size ((guint64) backup->size));
      cli_table_take (table, sound ? g_strdup_printf ("%u", facts.n_tasks) : g_strdup (""));
      cli_table_cell (table, sound ? facts.title : error->message);
      cli_table_cell (table, sound ? facts.author : "");
      cli_table_take (table, sound ? guatu_journal_time_text (facts.time) : g_strdup (""));
      guatu_backup_facts_clear (&facts);
    }
  cli_table_print (table);
}

static void
print_backups_json (const GPtrArray *list)
{
  CliJsonList json;

  cli_json_list_begin (&json);
  for (guint i = 0; i < list->len; i++)
    {
      const GuatuBackup *backup = list->pdata[i];
      GuatuBackupFacts facts = { 0 };
      gboolean sound = guatu_backups_look (backup->path, &facts, NULL);
      g_autofree char *made = guatu_journal_time_text (backup->time * 1000);
      JsonBuilder *object = cli_json_object ();

      cli_json_string (object, "path", backup->path);
      cli_json_string (object, "made", made);
      cli_json_integer (object, "size", backup->size);
      cli_json_boolean (object, "sound", sound);
      cli_json_integer (object, "tasks", sound ? facts.n_tasks : GUATU_NONE);
      cli_json_string (object, "last_change", facts.title);
      cli_json_string (object, "author", facts.author);
      cli_json_list_add (&json, object);
      guatu_backup_facts_clear (&facts);
    }
  cli_json_list_end (&json);
  cli_print ("\n");
}

static gboolean
list_backups (const CliCall *call, GError **error)
{
  g_autoptr(GPtrArray) list = guatu_backups_list (call->args[0], cli_option (call, "folder"));

  if (cli_flag (call, "json"))
    print_backups_json (list);
  else if (list->len > 0)
    print_backups (list);
  else
    cli_print ("%s\n", _("There are no backups of this plan."));
  return TRUE;
}

/* The others ------------------------------------------------------------------------------------------------------ */

static gboolean
make_backup (const CliCall *call, GError **error)
{
  double keep = GUATU_BACKUPS_USUAL_KEEP;
  g_autofree char *made = NULL;

  if (!cli_number_option (call, "keep", 1, GUATU_BACKUPS_MOST_KEEP, &keep, error)
      || !guatu_backups_make (call->args[0], cli_option (call, "folder"), (guint) keep, cli_flag (call, "always"),
                              &made, error))
    return FALSE;

  if (made != NULL)
    cli_print (_("Wrote “%s”.\n"), made);
  else
    cli_print ("%s\n", _("Nothing has changed since the newest backup; none was made."));
  return TRUE;
}

/* "2", the second in the list, or its path. */
static const char *
find_backup (const CliCall *call, const GPtrArray *list, GError **error)
{
  guint64 number = 0;

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const GuatuBackup *) list->pdata[i])->path, call->args[2]))
      return ((const GuatuBackup *) list->pdata[i])->path;
  if (g_ascii_string_to_unsigned (call->args[2], 10, 1, G_MAXINT32, &number, NULL) && number <= list->len)
    return ((const GuatuBackup *) list->pdata[number - 1])->path;

  g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_FOUND,
               _("There is no backup “%s” of this plan; “backup FILE list” lists them."), call->args[2]);
  return NULL;
}

static gboolean
restore_backup (const CliCall *call, GError **error)
{
  g_autoptr(GPtrArray) list = guatu_backups_list (call->args[0], cli_option (call, "folder"));
  const char *backup = find_backup (call, list, error);

  if (backup == NULL || !cli_must_be_new (call->args[3], error)
      || !guatu_backups_restore (backup, call->args[3], error))
    return FALSE;

  cli_print (_("Wrote “%s”.\n"), call->args[3]);
  return TRUE;
}

static gboolean
compare_backup (const CliCall *call, GError **error)
{
  g_autoptr(GPtrArray) list = guatu_backups_list (call->args[0], cli_option (call, "folder"));
  const char *backup = find_backup (call, list, error);
  g_autoptr(GuatuStore) then = backup != NULL ? guatu_store_open (backup, TRUE, error) : NULL;
  g_autoptr(GuatuPlan) before = then != NULL ? guatu_store_load (then, NULL, error) : NULL;
  g_autoptr(GuatuStore) now = before != NULL ? guatu_store_open (call->args[0], TRUE, error) : NULL;
  g_autoptr(GuatuPlan) after = now != NULL ? guatu_store_load (now, NULL, error) : NULL;
  g_autoptr(GuatuComparison) comparison = NULL;

  if (after == NULL)
    return FALSE;

  comparison = guatu_comparison_new (before, after);
  cli_say_comparison (comparison, cli_flag (call, "json"));
  return TRUE;
}

static gboolean
run_backup (const CliCall *call, GError **error)
{
  static const struct
  {
    const char *name;
    guint       n_args;
    gboolean  (*run) (const CliCall *call, GError **error);
  } verbs[] = {
    { "list", 2, list_backups }, { "make", 2, make_backup }, { "restore", 4, restore_backup },
    { "compare", 3, compare_backup },
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, call->args[1]))
      return call->n_args == verbs[i].n_args ? verbs[i].run (call, error)
                                             : cli_usage (error, _("“backup %s” takes other arguments."), call->args[1]);

  return cli_usage (error, _("“%s” is not list, make, restore or compare."), call->args[1]);
}

static const CliOption backup_options[] = {
  { "folder", "DIR", N_("Where backups lie instead of the usual place") },
  { "keep", "N", N_("How many backups there are to be at most; 20 if it is not said") },
  { "always", NULL, N_("Also where nothing has changed since the newest") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_backup = {
  .name = "backup",
  .arguments = "FILE list | make | restore WHICH OUT | compare WHICH",
  .summary = N_("Keep copies of a plan; list them, bring one back, compare it with the present"),
  .details =
    N_("A backup is the whole plan with its history, of one moment, whoever is writing meanwhile. WHICH is its\n"
       "number in the list or its path. Half of those that are kept are the newest; of older ones the last of\n"
       "each hour, then of each day. “restore” writes a copy and leaves the plan alone."),
  .options = backup_options,
  .min_args = 2,
  .max_args = 4,
  .run = run_backup,
};
