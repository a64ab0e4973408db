/* guatu-row-edit.c — a row as an edit would leave it: settings laid over what is there, differences written. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-id.h"

G_STATIC_ASSERT (GUATU_TASK_N_FIELDS <= GUATU_ROW_EDIT_MAX_FIELDS);
G_STATIC_ASSERT (GUATU_PLAN_N_FIELDS <= GUATU_ROW_EDIT_MAX_FIELDS);

void
guatu_row_edit_init_new (GuatuRowEdit *self, GuatuDocument *document, GuatuTable table)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  g_assert (info->n_fields <= GUATU_ROW_EDIT_MAX_FIELDS);

  self->document = document;
  self->table = table;
  self->row = -1;
  self->id = 0;
  self->given = 0;
  for (guint field = 0; field < info->n_fields; field++)
    self->values[field] = guatu_field_fallback (&info->fields[field]);
}

void
guatu_row_edit_init_row (GuatuRowEdit *self, GuatuDocument *document, GuatuTable table, gint32 row)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  g_assert (info->n_fields <= GUATU_ROW_EDIT_MAX_FIELDS);

  self->document = document;
  self->table = table;
  self->row = row;
  self->id = guatu_plan_id (document->plan, table, row);
  self->given = 0;
  for (guint field = 0; field < info->n_fields; field++)
    self->values[field] = guatu_plan_get (document->plan, table, row, field);
}

gboolean
guatu_row_edit_is_given (const GuatuRowEdit *self, guint field)
{
  return (self->given >> field & 1) != 0;
}

/* What the plan holds now; in a new row, the fallback. */
static GuatuValue
stored_value (const GuatuRowEdit *self, guint field)
{
  if (self->row < 0)
    return guatu_field_fallback (guatu_field (self->table, field));
  return guatu_plan_get (self->document->plan, self->table, self->row, field);
}

gboolean
guatu_row_edit_changes (const GuatuRowEdit *self, guint field)
{
  return !guatu_value_equal (self->values[field], stored_value (self, field));
}

gint64
guatu_row_edit_number (const GuatuRowEdit *self, guint field)
{
  return self->values[field].kind == GUATU_VALUE_INTEGER ? self->values[field].integer : GUATU_NONE;
}

void
guatu_row_edit_set_number (GuatuRowEdit *self, guint field, gint64 number)
{
  self->values[field] = number == GUATU_NONE ? GUATU_NULL : GUATU_INTEGER (number);
}

const char *
guatu_row_edit_string (const GuatuRowEdit *self, guint field)
{
  return self->values[field].kind == GUATU_VALUE_TEXT ? self->values[field].text : "";
}

gint32
guatu_row_edit_reference (const GuatuRowEdit *self, guint field)
{
  GuatuValue value = self->values[field];

  if (value.kind != GUATU_VALUE_INTEGER)
    return -1;
  return guatu_plan_find (self->document->plan, guatu_field (self->table, field)->target, value.integer);
}

char *
guatu_row_edit_title (const GuatuRowEdit *self)
{
  int name = guatu_field_find (self->table, "name");
  int task = guatu_field_find (self->table, "task");

  if (self->row >= 0)
    return guatu_row_title (self->document->plan, self->table, self->row);

  if (name >= 0 && guatu_row_edit_string (self, (guint) name)[0] != '\0')
    /* Translators: how messages name a row that has no number. */
    return g_strdup_printf (_("“%s”"), guatu_row_edit_string (self, (guint) name));
  if (task >= 0 && guatu_row_edit_reference (self, (guint) task) >= 0)
    return guatu_plan_task_title (self->document->plan, guatu_row_edit_reference (self, (guint) task));
  return g_strdup (_(guatu_table_info (self->table)->label));
}

gboolean
guatu_field_is_fixed (GuatuTable table, guint number)
{
  if (guatu_field (table, number)->flags & GUATU_FIELD_FIXED)
    return TRUE;

  switch ((int) table)
    {
    case GUATU_TABLE_LINK:
      return number == GUATU_LINK_PREDECESSOR || number == GUATU_LINK_SUCCESSOR;
    case GUATU_TABLE_ASSIGNMENT:
      return number == GUATU_ASSIGNMENT_TASK;
    case GUATU_TABLE_REPORT:
      return number == GUATU_REPORT_TASK;
    case GUATU_TABLE_BASELINE_TASK:
      return TRUE;
    case GUATU_TABLE_CALENDAR_DAY:
      return number == GUATU_CALENDAR_DAY_CALENDAR || number == GUATU_CALENDAR_DAY_WEEK;
    case GUATU_TABLE_CALENDAR_EXCEPTION:
      return number == GUATU_CALENDAR_EXCEPTION_CALENDAR;
    case GUATU_TABLE_CALENDAR_WEEK:
      return number == GUATU_CALENDAR_WEEK_CALENDAR;
    case GUATU_TABLE_CUSTOM_VALUE:
      return number != GUATU_CUSTOM_VALUE_VALUE;
    case GUATU_TABLE_LIGHT_OVERRIDE:
      return number == GUATU_LIGHT_OVERRIDE_TASK;
    case GUATU_TABLE_CALENDAR_HOURS:
      return number == GUATU_CALENDAR_HOURS_DAY || number == GUATU_CALENDAR_HOURS_EXCEPTION;
    default:
      return FALSE;
    }
}

static gboolean
refuse_fixed (const GuatuRowEdit *self, guint number, GError **error)
{
  const char *label = _(guatu_field (self->table, number)->label);
  g_autofree char *title = guatu_row_edit_title (self);

  if (self->table == GUATU_TABLE_BASELINE_TASK)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A baseline keeps what was taken down. To have other dates, set a new baseline."));
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("%s of %s cannot be changed. Remove it and make a new one."), label, title);
}

/* Checks one setting and lays it over the row. */
static gboolean
take_setting (GuatuRowEdit *self, const GuatuSetting *setting, GError **error)
{
  const GuatuTableInfo *info = guatu_table_info (self->table);
  const GuatuField *field;
  GuatuValue value = setting->value;
  g_autoptr(GError) trouble = NULL;
  g_autofree char *title = NULL;

  if (setting->field >= info->n_fields)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("“%s” has no field number %u."),
                                  _(info->label), setting->field);

  field = &info->fields[setting->field];
  if (field->type == GUATU_TYPE_TEXT && value.kind == GUATU_VALUE_NULL)
    value = GUATU_TEXT ("");

  if (!guatu_field_check (field, value, &trouble))
    {
      title = guatu_row_edit_title (self);
      /* Translators: the row, then what is wrong with one of its fields. */
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("%s: %s."), title, trouble->message);
    }
  /* A day is the same day at any hour of it. */
  if (field->type == GUATU_TYPE_DATE && value.kind == GUATU_VALUE_INTEGER && value.integer != GUATU_NONE)
    value.integer -= guatu_instant_daytime (value.integer);

  if (field->type == GUATU_TYPE_REFERENCE && value.kind == GUATU_VALUE_INTEGER &&
      guatu_plan_find (self->document->plan, field->target, value.integer) < 0)
    {
      title = guatu_row_edit_title (self);
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                                    _("%s: %s: there is no row with the id %lld."),
                                    title, _(field->label), (long long) value.integer);
    }

  if (setting->field == 0 || (self->row >= 0 && guatu_field_is_fixed (self->table, setting->field)))
    if (setting->field == 0 ? value.integer != self->id
                            : !guatu_value_equal (value, stored_value (self, setting->field)))
      return refuse_fixed (self, setting->field, error);

  self->values[setting->field] = value;
  self->given |= G_GUINT64_CONSTANT (1) << setting->field;
  return TRUE;
}

gboolean
guatu_row_edit_take (GuatuRowEdit *self, const GuatuSetting *settings, guint n, GError **error)
{
  /* The name first: if another field is wrong, the message can say of which row. */
  int name = self->row < 0 ? guatu_field_find (self->table, "name") : -1;

  for (guint i = 0; i < n && name >= 0; i++)
    if (settings[i].field == (guint) name && !take_setting (self, &settings[i], error))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (!take_setting (self, &settings[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
check_field (const GuatuRowEdit *self, guint field, GError **error)
{
  g_autoptr(GError) trouble = NULL;
  g_autofree char *title = NULL;

  if (guatu_field_check (guatu_field (self->table, field), self->values[field], &trouble))
    return TRUE;

  title = guatu_row_edit_title (self);
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("%s: %s."), title, trouble->message);
}

gboolean
guatu_row_edit_check_complete (const GuatuRowEdit *self, GError **error)
{
  guint n_fields = guatu_table_info (self->table)->n_fields;

  for (guint field = 1; field < n_fields; field++)
    if (!check_field (self, field, error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_row (GuatuRowEdit *self, const guint *fields, guint n, GError **error)
{
  GuatuValue values[GUATU_ROW_EDIT_MAX_FIELDS];

  for (guint i = 0; i < n; i++)
    values[i] = self->values[fields[i]];

  self->id = guatu_id_next ();
  return guatu_store_insert (self->document->store, self->table, self->id, fields, values, n, error);
}

/* Which fields differ, after what follows from others. What the rules have completed is looked at like what was typed:
 * it follows from what the plan holds, and an import may have brought anything. */
static gboolean
find_changes (GuatuRowEdit *self, guint *fields, guint *n, GError **error)
{
  guint n_fields = guatu_table_info (self->table)->n_fields;

  guatu_row_edit_complete_work (self);
  *n = 0;
  for (guint field = 1; field < n_fields; field++)
    if (guatu_row_edit_changes (self, field))
      {
        if (!check_field (self, field, error))
          return FALSE;
        fields[(*n)++] = field;
      }

  return TRUE;
}

gboolean
guatu_row_edit_write (GuatuRowEdit *self, GError **error)
{
  guint fields[GUATU_ROW_EDIT_MAX_FIELDS];
  guint n;

  if (!find_changes (self, fields, &n, error))
    return FALSE;

  if (self->row < 0)
    return insert_row (self, fields, n, error) && guatu_row_edit_write_work (self, error);

  for (guint i = 0; i < n; i++)
    if (!guatu_store_update (self->document->store, self->table, self->id, fields[i], self->values[fields[i]], error))
      return FALSE;
  return n == 0 || guatu_row_edit_write_work (self, error);
}

gboolean
guatu_row_edit_foresee (GuatuRowEdit *self, GuatuOverlay *overlay, GError **error)
{
  guint fields[GUATU_ROW_EDIT_MAX_FIELDS];
  guint n;

  g_return_val_if_fail (self->table == GUATU_TABLE_TASK && self->row >= 0, FALSE);

  if (!find_changes (self, fields, &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (self->values[fields[i]].kind != GUATU_VALUE_TEXT)
      guatu_overlay_set (overlay, self->table, self->row, fields[i], self->values[fields[i]]);
  if (n > 0)
    guatu_row_edit_foresee_work (self, overlay);
  return TRUE;
}
