/* guatu-templates.c — finds templates, makes plans of them, and templates of plans. */
#include "guatu-templates.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "guatu-fragment.h"
#include "guatu-id.h"
#include "guatu-json.h"
#include "guatu-occurrences.h"
#include "guatu-shipped.h"

#define SHIPPED "/guatu/templates"
#define ENDING  ".json"

/* More is no template that a person keeps. */
#define MAX_BYTES (64 * 1024 * 1024)

void
guatu_template_free (GuatuTemplate *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

/* Reading --------------------------------------------------------------------------------------------- */

static char *
own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "guatu", "templates", NULL);
}

static char *
file_in_folder (const char *name)
{
  g_autofree char *folder = own_folder ();
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\:*?\"<>|\n\t", ' ');
  g_autofree char *base = g_strconcat (g_strstrip (plain), ENDING, NULL);
  g_autofree char *local = g_filename_from_utf8 (base, -1, NULL, NULL, NULL);

  return g_build_filename (folder, local != NULL ? local : base, NULL);
}

char *
guatu_template_path (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return file_in_folder (title);
}

static GuatuPlan *
parse (const char *text, gsize length, const char *language, GError **error)
{
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();

  return guatu_json_read (text, length, language, notes, error);
}

static GuatuPlan *
read_own (const char *path, const char *language, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length > MAX_BYTES)
    {
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("“%s” is too large for a template."), path);
      return NULL;
    }
  return parse (text, length, language, error);
}

static GuatuPlan *
read_shipped (const char *name, const char *language, GError **error)
{
  g_autofree char *path = g_strconcat (SHIPPED "/", name, ENDING, NULL);
  g_autoptr(GBytes) data = g_resource_lookup_data (guatu_shipped_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                   NULL);
  const char *text;
  gsize length;

  if (data == NULL)
    {
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND, _("There is no template “%s”."), name);
      return NULL;
    }
  text = g_bytes_get_data (data, &length);
  return parse (text, length, language, error);
}

/* The list ------------------------------------------------------------------------------------------------ */

static void
add (GPtrArray *list, char *name, const GuatuPlan *plan, gboolean own)
{
  GuatuTemplate *one = g_new0 (GuatuTemplate, 1);
  const GuatuPlanRow *settings = guatu_plan_settings (plan);

  one->name = name;
  one->title = g_strdup (own ? name : guatu_plan_text (plan, settings->title));
  one->text = g_strdup (guatu_plan_text (plan, settings->note));
  one->own = own;
  one->n_tasks = guatu_plan_n_live (plan, GUATU_TABLE_TASK);
  g_ptr_array_add (list, one);
}

static char *
without_ending (const char *name)
{
  return g_str_has_suffix (name, ENDING) ? g_strndup (name, strlen (name) - strlen (ENDING)) : NULL;
}

static void
add_shipped (GPtrArray *list, const char *language)
{
  g_auto(GStrv) names = g_resource_enumerate_children (guatu_shipped_get_resource (), SHIPPED,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      char *plain = without_ending (*name);
      g_autoptr(GuatuPlan) plan = plain != NULL ? read_shipped (plain, language, NULL) : NULL;

      if (plan != NULL)
        add (list, plain, plan, FALSE);
      else
        g_free (plain);
    }
}

static void
add_own (GPtrArray *list, const char *language)
{
  g_autofree char *folder = own_folder ();
  g_autoptr(GDir) files = g_dir_open (folder, 0, NULL);
  const char *file;

  while (files != NULL && (file = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *shown = g_filename_display_name (file);
      char *name = without_ending (shown);
      g_autoptr(GuatuPlan) plan = name != NULL ? read_own (path, language, NULL) : NULL;

      if (plan != NULL)
        add (list, name, plan, TRUE);
      else
        g_free (name);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GuatuTemplate *one = *(const GuatuTemplate * const *) a, *other = *(const GuatuTemplate * const *) b;

  if (one->own != other->own)
    return one->own ? 1 : -1;
  return one->own ? g_utf8_collate (one->title, other->title) : strcmp (one->name, other->name);
}

GPtrArray *
guatu_templates_list (const char *language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) guatu_template_free);

  add_shipped (list, language);
  add_own (list, language);
  g_ptr_array_sort (list, compare);
  return list;
}

/* A plan of a template ----------------------------------------------------------------------------------- */

/* Two plans made of one template must not take each other's rows for their own. */
static GuatuPlan *
with_new_ids (const GuatuPlan *plan)
{
  GuatuPlan *made = guatu_plan_new ();
  gint64 *ids[GUATU_N_TABLES];

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      guint n = guatu_plan_n_rows (plan, table);

      ids[table] = g_new0 (gint64, n + 1);
      for (gint32 row = 0; row < (gint32) n; row++)
        if (guatu_plan_id (plan, table, row) != 0)
          guatu_plan_insert (made, table, ids[table][row] = guatu_id_next ());
    }
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, table); row++)
      for (guint field = 1; ids[table][row] != 0 && field < guatu_table_info (table)->n_fields; field++)
        {
          const GuatuField *info = guatu_field (table, field);
          GuatuValue value = guatu_plan_get (plan, table, row, field);
          gint32 to = guatu_plan_find (made, table, ids[table][row]);

          if (info->type == GUATU_TYPE_REFERENCE && value.kind == GUATU_VALUE_INTEGER)
            value = GUATU_INTEGER (ids[info->target][guatu_plan_find (plan, info->target, value.integer)]);
          if (!guatu_value_equal (value, guatu_field_fallback (info)))
            guatu_plan_set (made, table, to, field, value);
        }
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    g_free (ids[table]);
  guatu_plan_settle (made);
  return made;
}

/* As the rule has them there, each as long as it was. What the rule has no more days for goes. */
static void
place_times (GuatuPlan *plan, const GuatuTaskRecurrence *rule)
{
  const GuatuWorktime *worktime = guatu_plan_task_worktime (plan, rule->task);
  g_autoptr(GArray) days = guatu_occurrence_days (rule, worktime, GUATU_MOST_OCCURRENCES);
  gint32 next, child = guatu_plan_task (plan, rule->task)->first_child;

  for (guint i = 0; child >= 0; i++, child = next)
    {
      gint64 from = guatu_plan_task_number (plan, child, GUATU_TASK_MANUAL_START);
      gint64 to = guatu_plan_task_number (plan, child, GUATU_TASK_MANUAL_FINISH);

      next = guatu_plan_task (plan, child)->next_sibling;
      if (i < days->len && from != GUATU_NONE && to != GUATU_NONE)
        {
          GuatuInstant start = guatu_occurrence_start (rule, plan, worktime, g_array_index (days, GuatuInstant, i));

          guatu_plan_set (plan, GUATU_TABLE_TASK, child, GUATU_TASK_MANUAL_START, GUATU_INTEGER (start));
          guatu_plan_set (plan, GUATU_TABLE_TASK, child, GUATU_TASK_MANUAL_FINISH, GUATU_INTEGER (start + (to - from)));
        }
      else if (i >= days->len)
        guatu_plan_remove (plan, GUATU_TABLE_TASK, child);
    }
}

static gboolean
place (GuatuPlan *plan, GuatuInstant date, gboolean finish, GError **error)
{
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, error);
  g_autoptr(GuatuPlanShift) by = NULL;
  GuatuShift shift;

  if (schedule == NULL || !guatu_plan_shift_to (plan, schedule, date, finish, &shift, error))
    return FALSE;
  by = guatu_plan_shift_new (plan, shift);
  guatu_plan_shift_apply (by, plan);
  guatu_plan_settle (plan);
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_RECURRENCE); row++)
    if (guatu_plan_id (plan, GUATU_TABLE_RECURRENCE, row) != 0)
      {
        GuatuTaskRecurrence rule = ((const GuatuTaskRecurrence *) guatu_plan_rows (plan, GUATU_TABLE_RECURRENCE))[row];

        place_times (plan, &rule);
      }
  guatu_plan_settle (plan);
  return TRUE;
}

GuatuPlan *
guatu_template_open (const char *name, const char *language, GuatuInstant date, gboolean finish, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) made = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = file_in_folder (name);
  plan = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? read_own (path, language, error)
                                                    : read_shipped (name, language, error);
  if (plan == NULL)
    return NULL;
  made = with_new_ids (plan);
  if (date != GUATU_NONE && !place (made, date, finish, error))
    return NULL;
  if (date != GUATU_NONE && finish)
    guatu_plan_set (made, GUATU_TABLE_PLAN, 0, GUATU_PLAN_FINISH_TARGET,
                    GUATU_INTEGER (guatu_instant_day (date) * GUATU_DAY + guatu_plan_settings (made)->default_finish));
  return g_steal_pointer (&made);
}

/* A template of a plan --------------------------------------------------------------------------------------- */

/* Removes rows with what must refer to them. */
static void
drop (GuatuPlan *plan, GuatuTable gone, gint32 row)
{
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
      {
        const GuatuField *info = guatu_field (table, field);

        if (info->type != GUATU_TYPE_REFERENCE || info->target != gone)
          continue;
        for (gint32 other = 0; other < (gint32) guatu_plan_n_rows (plan, table); other++)
          if (guatu_plan_id (plan, table, other) != 0 && guatu_plan_number (plan, table, other, field) == row)
            {
              /* An assignment or a value is of the unit or the person, of the task or the person. */
              if (!(info->flags & GUATU_FIELD_NULLABLE) || table == GUATU_TABLE_ASSIGNMENT ||
                  table == GUATU_TABLE_CUSTOM_VALUE)
                drop (plan, table, other);
              else
                guatu_plan_set (plan, table, other, field, GUATU_NULL);
            }
      }
  guatu_plan_remove (plan, gone, row);
}

static void
drop_all (GuatuPlan *plan, GuatuTable table)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, table); row++)
    if (guatu_plan_id (plan, table, row) != 0)
      drop (plan, table, row);
}

static void
clear_progress (GuatuPlan *plan)
{
  static const struct { GuatuTable table; guint field; } settings[] = {
    { GUATU_TABLE_PLAN, GUATU_PLAN_STATUS_DATE }, { GUATU_TABLE_PLAN, GUATU_PLAN_REFERENCE_BASELINE },
    { GUATU_TABLE_PLAN, GUATU_PLAN_FINISH_TARGET }, { GUATU_TABLE_PLAN, GUATU_PLAN_KEEP_RECORDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (guatu_plan_settings (plan)->id != 0)
      guatu_plan_set (plan, settings[i].table, 0, settings[i].field,
                      guatu_field_fallback (guatu_field (settings[i].table, settings[i].field)));
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
      for (gint32 row = 0; guatu_field_tells_progress (table, field) && row < (gint32) guatu_plan_n_rows (plan, table);
           row++)
        if (guatu_plan_id (plan, table, row) != 0)
          guatu_plan_set (plan, table, row, field, guatu_field_fallback (guatu_field (table, field)));
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK); row++)
    if (guatu_plan_id (plan, GUATU_TABLE_TASK, row) != 0)
      guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_STAGE, GUATU_INTEGER (GUATU_STAGE_NONE));
}

GuatuPlan *
guatu_template_strip (const GuatuPlan *plan, gboolean people)
{
  GuatuPlan *made;

  g_return_val_if_fail (plan != NULL, NULL);

  made = guatu_plan_copy (plan);
  clear_progress (made);
  drop_all (made, GUATU_TABLE_REPORT);
  drop_all (made, GUATU_TABLE_LIGHT_OVERRIDE);
  drop_all (made, GUATU_TABLE_BASELINE_TASK);
  drop_all (made, GUATU_TABLE_BASELINE);
  if (!people)
    drop_all (made, GUATU_TABLE_PERSON);
  guatu_plan_settle (made);
  return made;
}

gboolean
guatu_template_save (const GuatuPlan *plan, const char *title, gboolean people, GError **error)
{
  g_autofree char *folder = own_folder ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  g_autoptr(GuatuPlan) made = NULL;
  gsize length;

  g_return_val_if_fail (plan != NULL && title != NULL, FALSE);

  plain = g_strstrip (g_strdup (title));
  if (*plain == '\0' || *plain == '.')
    {
      g_set_error_literal (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("A template needs a name."));
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("The folder “%s” could not be created: %s"), folder,
                   g_strerror (code));
      return FALSE;
    }
  made = guatu_template_strip (plan, people);
  text = guatu_json_write (made, &length);
  path = file_in_folder (plain);
  return g_file_set_contents (path, text, (gssize) length, error);
}

gboolean
guatu_template_remove (const char *name, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  path = file_in_folder (name);
  if (g_unlink (path) == 0)
    return TRUE;
  g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND, _("There is no template “%s” of your own."), name);
  return FALSE;
}
