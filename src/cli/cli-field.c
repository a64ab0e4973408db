/* cli-field.c — "field": the plan's own fields listed, defined, filled in. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "guatu-custom-value.h"

/* The list ----------------------------------------------------------------------------------------------------- */

static guint
count_values (const GuatuPlan *plan, gint32 field)
{
  guint n;

  guatu_plan_referrers (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_FIELD, field, &n);
  return n;
}

static void
print_fields (const GuatuPlan *plan, const gint32 *fields, guint n)
{
  const char * const headers[] = { _("Field"), _("Kind"), _("Tasks"), _("Choices"), _("ID"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "llrl");

  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) choices = guatu_custom_choices (plan, fields[i]);

      cli_table_take (table, cli_row_title (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i]));
      cli_table_take (table, cli_field_text (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_KIND));
      cli_table_take (table, g_strdup_printf ("%u", count_values (plan, fields[i])));
      cli_table_take (table, g_strjoinv (", ", choices));
      cli_table_take (table, cli_id_text (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i]));
    }
  cli_table_print (table);
}

static void
print_fields_json (const GuatuPlan *plan, const gint32 *fields, guint n)
{
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) choices = guatu_custom_choices (plan, fields[i]);
      JsonBuilder *object = cli_json_object ();

      cli_json_field (object, plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_ID);
      cli_json_field (object, plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_NAME);
      cli_json_field (object, plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_KIND);
      cli_json_integer (object, "tasks", count_values (plan, fields[i]));
      json_builder_set_member_name (object, "choices");
      json_builder_begin_array (object);
      for (guint k = 0; choices[k] != NULL; k++)
        json_builder_add_string_value (object, choices[k]);
      json_builder_end_array (object);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static gboolean
list_fields (const CliCall *call, GError **error)
{
  g_autoptr(CliView) view = cli_view_open (call, error);
  g_autofree gint32 *fields = NULL;
  guint n;

  if (view == NULL)
    return FALSE;
  fields = guatu_custom_fields (view->plan, &n);
  if (cli_flag (call, "json"))
    print_fields_json (view->plan, fields, n);
  else if (n > 0)
    print_fields (view->plan, fields, n);
  return TRUE;
}

/* Verbs ---------------------------------------------------------------------------------------------------------- */

/* "… NAME KIND [CHOICE…]" from the @first argument on. */
static gboolean
take_wish (const CliCall *call, guint first, GuatuCustom *wish, GError **error)
{
  const GuatuField *kinds = guatu_field (GUATU_TABLE_CUSTOM_FIELD, GUATU_CUSTOM_FIELD_KIND);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  int kind;

  if (call->n_args < first + 2)
    return cli_usage (error, _("A name or a kind is missing."));
  kind = guatu_field_find_choice (kinds, call->args[first + 1]);
  for (const GuatuChoice *choice = kinds->choices; choice->name != NULL; choice++)
    g_ptr_array_add (names, (gpointer) choice->name);
  g_ptr_array_add (names, NULL);
  if (kind < 0)
    return cli_usage_of_name (error, "kind", (const char * const *) names->pdata, call->args[first + 1]);
  if (kind != GUATU_CUSTOM_CHOICE && call->n_args > first + 2)
    return cli_usage (error, _("Only a field of the kind “choice” has choices."));

  *wish = (GuatuCustom) { .name = call->args[first], .kind = (GuatuCustomKind) kind };
  if (call->n_args > first + 2)
    wish->choices = (const char * const *) call->args + first + 2;
  return TRUE;
}

static gboolean
add_field (const CliCall *call, GuatuDocument *document, GError **error)
{
  gint64 before = cli_head (document), id;
  GuatuCustom wish;

  return take_wish (call, 2, &wish, error) && guatu_document_add_custom (document, &wish, &id, error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static gint32
find_field (const CliCall *call, guint place, GuatuDocument *document, GError **error)
{
  return cli_find_row (guatu_document_get_plan (document), GUATU_TABLE_CUSTOM_FIELD, call->args[place], error);
}

static gboolean
change_field (const CliCall *call, GuatuDocument *document, GError **error)
{
  gint64 before = cli_head (document);
  gint32 field = find_field (call, 2, document, error);
  GuatuCustom wish;

  return field >= 0 && take_wish (call, 3, &wish, error)
         && guatu_document_change_custom (document,
                                          guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_CUSTOM_FIELD,
                                                         field), &wish, error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

static gboolean
fill_field (const CliCall *call, GuatuDocument *document, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint64 before = cli_head (document);
  gint32 task = cli_find_task (plan, call->args[2], error);
  gint32 field = task >= 0 ? find_field (call, 3, document, error) : -1;

  return field >= 0
         && guatu_document_fill_custom (document, guatu_plan_id (plan, GUATU_TABLE_TASK, task),
                                        guatu_plan_id (plan, GUATU_TABLE_CUSTOM_FIELD, field), call->args[4], error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

static gboolean
run_field (const CliCall *call, GError **error)
{
  static const struct
  {
    const char *name;
    guint       least, most;
    gboolean  (*run) (const CliCall *call, GuatuDocument *document, GError **error);
  } verbs[] = {
    { "list", 2, 2, NULL }, { "add", 4, G_MAXUINT, add_field }, { "change", 5, G_MAXUINT, change_field },
    { "set", 5, 5, fill_field },
  };
  g_autoptr(GuatuDocument) document = NULL;
  guint verb = 0;

  while (verb < G_N_ELEMENTS (verbs) && !g_str_equal (verbs[verb].name, call->args[1]))
    verb++;
  if (verb == G_N_ELEMENTS (verbs))
    return cli_usage (error, _("“%s” is not list, add, change or set."), call->args[1]);
  if (call->n_args < verbs[verb].least || call->n_args > verbs[verb].most)
    return cli_usage (error, _("“field %s” takes other arguments."), call->args[1]);
  if (verbs[verb].run == NULL)
    return list_fields (call, error);

  document = cli_open_to_edit (call, error);
  return document != NULL && verbs[verb].run (call, document, error);
}

static const CliOption field_options[] = {
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_field = {
  .name = "field",
  .arguments = "FILE list | add NAME KIND [CHOICE…] | change FIELD NAME KIND [CHOICE…] | set TASK FIELD VALUE",
  .summary = N_("The plan’s own fields of tasks: list, define, change them, fill one in"),
  .details =
    N_("KIND is text, number, date, duration, cost, flag or choice; a choice lists what it may be. “change”\n"
       "brings the values along and refuses where one would be lost. An empty VALUE empties. A chart shows a\n"
       "field by “--columns field:NAME”, sorts by “--sort field:NAME”, and filters by “--filter field:NAME=…”:\n"
       "a text that stands in it, FROM..TO, or CHOICE,CHOICE. “remove FILE custom-field NAME” deletes one."),
  .options = field_options,
  .min_args = 2,
  .max_args = G_MAXUINT,
  .run = run_field,
};
