/* guatu-document-custom.c — the plan's own fields: what they are, and what they say of tasks. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-custom-value.h"

/* Values ------------------------------------------------------------------------------------------------ */

static gboolean
write_value (GuatuDocument *self, gint64 task, gint64 field, gint32 row, const char *value, GError **error)
{
  gint64 id = row >= 0 ? guatu_plan_id (self->plan, GUATU_TABLE_CUSTOM_VALUE, row) : 0;
  GuatuSetting settings[] = { { GUATU_CUSTOM_VALUE_VALUE, GUATU_TEXT (value) },
                              { GUATU_CUSTOM_VALUE_FIELD, GUATU_INTEGER (field) },
                              { GUATU_CUSTOM_VALUE_TASK, GUATU_INTEGER (task) } };

  if (value[0] == '\0')
    return row < 0 || guatu_document_remove (self, GUATU_TABLE_CUSTOM_VALUE, id, error);
  if (row >= 0)
    return guatu_document_set (self, GUATU_TABLE_CUSTOM_VALUE, id, settings, 1, error);
  return guatu_document_add (self, GUATU_TABLE_CUSTOM_VALUE, settings, G_N_ELEMENTS (settings), NULL, error);
}

gboolean
guatu_document_fill_custom (GuatuDocument *self, gint64 task, gint64 field, const char *text, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *value = NULL;
  g_autofree char *before = NULL;
  gint32 task_row, field_row, row;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  task_row = guatu_plan_find (self->plan, GUATU_TABLE_TASK, task);
  field_row = guatu_plan_find (self->plan, GUATU_TABLE_CUSTOM_FIELD, field);
  if (task_row < 0 || field_row < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                                  _("The task, or the field, is no longer there."));

  /* What was left as it stood is no wish, even where it is none of its kind. */
  row = guatu_custom_value_row (self->plan, task_row, field_row);
  before = guatu_custom_value_text (self->plan, field_row, guatu_custom_value (self->plan, task_row, field_row));
  if (g_str_equal (typed, before))
    return TRUE;
  if (typed[0] != '\0' && !guatu_custom_value_read (self->plan, field_row, typed, &value, error))
    return FALSE;
  return write_value (self, task, field, row, value != NULL ? value : "", error);
}

/* The field itself --------------------------------------------------------------------------------------- */

/* What a field is to become, while its values are brought along. */
typedef struct
{
  GuatuDocument       *document;
  gint32               field;
  const GuatuCustom   *wish;
  GuatuPlan           *after;         /* a copy, in which the field is what it will be */
  char                *choices;       /* line by line */
} Change;

static char *
join_choices (const GuatuCustom *wish)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; wish->choices != NULL && wish->choices[i] != NULL; i++)
    {
      g_autofree char *choice = g_strstrip (g_strdup (wish->choices[i]));

      if (choice[0] != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", choice);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* What the choice @value is called from now on. */
static const char *
renamed (const GuatuCustom *wish, const char *value)
{
  for (guint i = 0; wish->befores != NULL && wish->choices != NULL && wish->befores[i] != NULL &&
                    wish->choices[i] != NULL; i++)
    if (wish->befores[i][0] != '\0' && g_str_equal (wish->befores[i], value))
      return wish->choices[i];
  return value;
}

static gboolean
refuse_value (Change *self, gint32 value, const char *text, const char *why, GError **error)
{
  const GuatuCustomValue *values = guatu_plan_rows (self->document->plan, GUATU_TABLE_CUSTOM_VALUE);
  g_autofree char *title = values[value].task >= 0 ? guatu_plan_task_title (self->document->plan, values[value].task)
                                                   : g_strdup ("—");

  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                /* Translators: a value, the task that has it, and why it would not do. */
                                _("Task %2$s has “%1$s” in this field, which would be lost: %3$s Change it there "
                                  "first."), text, title, why);
}

/* A value as it was typed is read as one of what the field becomes. */
static gboolean
carry_value (Change *self, gint32 value, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  const GuatuCustomValue *values = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_VALUE);
  const char *stored = guatu_plan_text (plan, values[value].value);
  g_autofree char *text = guatu_custom_value_text (plan, self->field, stored);
  g_autofree char *read = NULL;
  g_autoptr(GError) trouble = NULL;
  g_autofree char *wished =
    g_strstrip (g_strdup (self->wish->kind == GUATU_CUSTOM_CHOICE ? renamed (self->wish, text) : text));

  if (text[0] == '\0')
    return TRUE;
  if (!guatu_custom_value_read (self->after, self->field, wished, &read, &trouble))
    return refuse_value (self, value, text, trouble->message, error);
  return g_str_equal (read, stored) ||
         guatu_store_update (self->document->store, GUATU_TABLE_CUSTOM_VALUE, values[value].id,
                             GUATU_CUSTOM_VALUE_VALUE, GUATU_TEXT (read), error);
}

static gboolean
carry_values (Change *self, GError **error)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->document->plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_FIELD,
                                             self->field, &n);

  for (guint i = 0; i < n; i++)
    if (!carry_value (self, rows[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_field (Change *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_CUSTOM_FIELD, self->field);
  const GuatuSetting wished[] = {
    { GUATU_CUSTOM_FIELD_NAME, GUATU_TEXT (self->wish->name) },
    { GUATU_CUSTOM_FIELD_KIND, GUATU_INTEGER ((gint64) self->wish->kind) },
    { GUATU_CUSTOM_FIELD_CHOICES, GUATU_TEXT (self->choices) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wished); i++)
    {
      GuatuValue now = guatu_plan_get (plan, GUATU_TABLE_CUSTOM_FIELD, self->field, wished[i].field);
      gboolean same = wished[i].value.kind == GUATU_VALUE_INTEGER
                        ? now.integer == wished[i].value.integer
                        : g_strcmp0 (now.kind == GUATU_VALUE_TEXT ? now.text : "", wished[i].value.text) == 0;

      if (!same && !guatu_store_update (self->document->store, GUATU_TABLE_CUSTOM_FIELD, id, wished[i].field,
                                        wished[i].value, error))
        return FALSE;
    }
  return TRUE;
}

/* A name that is there already would be told apart by nobody; nor would a choice. */
static gboolean
check_wish (Change *self, GError **error)
{
  const GuatuField *name = guatu_field (GUATU_TABLE_CUSTOM_FIELD, GUATU_CUSTOM_FIELD_NAME);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) choices = g_strsplit (self->choices, "\n", -1);
  gint32 twin = guatu_custom_field_find (self->document->plan, self->wish->name);

  if (!guatu_field_check (name, GUATU_TEXT (self->wish->name), error))
    return FALSE;
  if (twin >= 0 && twin != self->field)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("There is a field “%s” already. Choose another name."), self->wish->name);
  for (guint i = 0; choices[i] != NULL; i++)
    if (!g_hash_table_add (seen, g_utf8_casefold (choices[i], -1)))
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("The choice “%s” is there twice. Name each choice once."), choices[i]);
  return TRUE;
}

static gboolean
carry_out (Change *self, GError **error)
{
  if (!check_wish (self, error))
    return FALSE;
  self->after = guatu_plan_copy (self->document->plan);
  guatu_plan_set (self->after, GUATU_TABLE_CUSTOM_FIELD, self->field, GUATU_CUSTOM_FIELD_KIND,
                  GUATU_INTEGER ((gint64) self->wish->kind));
  guatu_plan_set (self->after, GUATU_TABLE_CUSTOM_FIELD, self->field, GUATU_CUSTOM_FIELD_CHOICES,
                  GUATU_TEXT (self->choices));
  return carry_values (self, error) && write_field (self, error);
}

gboolean
guatu_document_add_custom (GuatuDocument *self, const GuatuCustom *wish, gint64 *id, GError **error)
{
  g_autofree char *choices = NULL;
  Change change = { .document = self, .field = -1, .wish = wish };

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && wish != NULL && wish->name != NULL, FALSE);

  change.choices = choices = join_choices (wish);
  if (!check_wish (&change, error))
    return FALSE;
  return guatu_document_add (self, GUATU_TABLE_CUSTOM_FIELD, (GuatuSetting[]) {
                               { GUATU_CUSTOM_FIELD_NAME, GUATU_TEXT (wish->name) },
                               { GUATU_CUSTOM_FIELD_KIND, GUATU_INTEGER ((gint64) wish->kind) },
                               { GUATU_CUSTOM_FIELD_OWNER, GUATU_INTEGER (GUATU_CUSTOM_OF_TASKS) },
                               { GUATU_CUSTOM_FIELD_CHOICES, GUATU_TEXT (choices) },
                             }, 4, id, error);
}

gboolean
guatu_document_change_custom (GuatuDocument *self, gint64 id, const GuatuCustom *wish, GError **error)
{
  g_autofree char *choices = NULL;
  Change change = { .document = self, .wish = wish };
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && wish != NULL && wish->name != NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  change.choices = choices = join_choices (wish);
  change.field = guatu_document_find_row (self, GUATU_TABLE_CUSTOM_FIELD, id, error);
  ok = change.field >= 0 && carry_out (&change, error);
  if (ok)
    arguments = guatu_arguments_for_row (id, wish->name);
  guatu_plan_free (change.after);
  return guatu_document_end (self, ok, "custom-field", arguments, 0, error);
}

/* The two change places; all are counted anew, as positions of a file may be anything. */
static gboolean
swap (GuatuDocument *self, gint32 *rows, guint n, guint from, guint to, GError **error)
{
  gint32 moved = rows[from];

  rows[from] = rows[to];
  rows[to] = moved;
  for (guint i = 0; i < n; i++)
    {
      gint64 position = (gint64) (i + 1) * GUATU_POSITION_GAP;

      if (guatu_plan_number (self->plan, GUATU_TABLE_CUSTOM_FIELD, rows[i], GUATU_CUSTOM_FIELD_POSITION) != position &&
          !guatu_store_update (self->store, GUATU_TABLE_CUSTOM_FIELD,
                               guatu_plan_id (self->plan, GUATU_TABLE_CUSTOM_FIELD, rows[i]),
                               GUATU_CUSTOM_FIELD_POSITION, GUATU_INTEGER (position), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
guatu_document_move_custom (GuatuDocument *self, gint64 id, int step, GError **error)
{
  g_autofree gint32 *rows = NULL;
  JsonObject *arguments = NULL;
  guint n, place = 0;
  gint32 field;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && (step == -1 || step == 1), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  field = guatu_document_find_row (self, GUATU_TABLE_CUSTOM_FIELD, id, error);
  rows = guatu_custom_fields (self->plan, &n);
  while (place < n && rows[place] != field)
    place++;
  ok = field >= 0;
  if (ok && place < n && (step > 0 ? place + 1 < n : place > 0))
    ok = swap (self, rows, n, place, place + (guint) step, error);
  if (ok)
    arguments = guatu_arguments_for_row (id, guatu_plan_string (self->plan, GUATU_TABLE_CUSTOM_FIELD, field,
                                                                GUATU_CUSTOM_FIELD_NAME));
  return guatu_document_end (self, ok, "custom-field", arguments, 0, error);
}
