/* guatu-json-read.c — a plan read from its JSON form, row by row. */
#include "guatu-json.h"

#include "guatu-exchange.h"
#include "guatu-id.h"
#include "guatu-json-private.h"
#include "guatu-json-value.h"
#include "guatu-samples.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_FIELDS 64

/* A reference to a row that has not come yet. */
typedef struct
{
  GuatuTable  table;
  gint32      row;
  guint       field;
  const char *target;
  const char *path;       /* of the row */
} Pending;

/* An element of the text: the plan, or an array of rows. */
typedef struct
{
  char       *name;
  const char *start;
  const char *end;
} Section;

typedef struct
{
  GuatuPlan    *plan;
  GuatuNotes   *notes;
  char         *language;
  JsonParser   *parser;
  GStringChunk *texts;                    /* paths and targets of pending references */
  GArray       *pending;                  /* of Pending */
  GHashTable   *fields[GUATU_N_TABLES];   /* name → field number */
  GHashTable   *names[GUATU_N_TABLES];    /* symbolic id → id, boxed in a gint64 */
  gint64        position[GUATU_N_TABLES]; /* of the row before */
  GHashTable   *unknown;                  /* members noted already, "tasks.colour" */
} Reader;

/* A row that is nested in another: the field that refers to that other, and its id. */
typedef struct
{
  guint  field;           /* 0: not nested */
  gint64 id;
} Owner;

static gint32 read_row (Reader *self, GuatuTable table, JsonNode *node, const char *path, Owner owner, GError **error);

static gboolean
fail (GError **error, const char *path, const char *member, const char *what)
{
  g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, "%s%s%s: %s", path,
               member != NULL ? "." : "", member != NULL ? member : "", what);
  return FALSE;
}

static void
clear_section (gpointer data)
{
  g_free (((Section *) data)->name);
}

static void
reader_init (Reader *self, const char *language, GuatuNotes *notes)
{
  gsize length = language != NULL ? strcspn (language, ".@") : 0;

  self->plan = guatu_plan_new ();
  self->notes = notes;
  self->language = g_strndup (language != NULL ? language : "", length);
  self->parser = json_parser_new_immutable ();
  self->texts = g_string_chunk_new (4096);
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);

      g_assert (info->n_fields <= MAX_FIELDS);
      self->names[table] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->fields[table] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < info->n_fields; i++)
        g_hash_table_insert (self->fields[table], (gpointer) info->fields[i].name, GUINT_TO_POINTER (i + 1));
    }
}

static void
reader_clear (Reader *self)
{
  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      g_hash_table_unref (self->names[table]);
      g_hash_table_unref (self->fields[table]);
    }
  g_hash_table_unref (self->unknown);
  g_array_unref (self->pending);
  g_string_chunk_free (self->texts);
  g_object_unref (self->parser);
  g_free (self->language);
  g_clear_pointer (&self->plan, guatu_plan_free);
}

/* Says once for each member and table that it is not taken over. */
static void
note_unknown (Reader *self, const char *table, const char *path, const char *member)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", table, member);

  if (g_hash_table_add (self->unknown, g_steal_pointer (&key)))
    guatu_notes_add (self->notes, 0, 0, path, _("the member “%s” is not known and was left out"), member);
}

/* Ids and references ----------------------------------------------------------------------------- */

static gint64
fresh_id (const Reader *self, GuatuTable table)
{
  gint64 id;

  do
    id = guatu_id_next ();
  while (guatu_plan_find (self->plan, table, id) >= 0);

  return id;
}

static void
name_row (Reader *self, GuatuTable table, const char *name, gint64 id)
{
  g_hash_table_insert (self->names[table], g_strdup (name), g_memdup2 (&id, sizeof id));
}

static gboolean
is_number (const char *text)
{
  return text[0] != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static gint32
row_of (const Reader *self, GuatuTable table, const char *name)
{
  const gint64 *id = g_hash_table_lookup (self->names[table], name);
  gint64 number;

  if (id != NULL)
    return guatu_plan_find (self->plan, table, *id);
  if (is_number (name) && guatu_id_parse (name, &number))
    return guatu_plan_find (self->plan, table, number);
  return -1;
}

/* Adds the row that has @node, or none, as its id. */
static gint32
insert_row (Reader *self, GuatuTable table, JsonNode *node, const char *path, GError **error)
{
  const char *text;
  gint64 id;

  if (node == NULL)
    return guatu_plan_insert (self->plan, table, fresh_id (self, table));

  text = guatu_json_string (node);
  if (text == NULL || text[0] == '\0')
    {
      fail (error, path, "id", _("an id in quotes is expected"));
      return -1;
    }
  if (row_of (self, table, text) >= 0)
    {
      fail (error, path, "id", _("another row already has this id"));
      return -1;
    }
  if (!is_number (text))
    {
      id = fresh_id (self, table);
      name_row (self, table, text, id);
    }
  else if (!guatu_id_parse (text, &id) || id <= 0)
    {
      fail (error, path, "id", _("the id is out of range"));
      return -1;
    }

  return guatu_plan_insert (self->plan, table, id);
}

static gboolean
read_reference (Reader *self, GuatuTable table, gint32 row, guint number, JsonNode *node, const char *path,
                GError **error)
{
  const GuatuField *field = guatu_field (table, number);
  const char *name = guatu_json_string (node);
  Pending pending = { table, row, number, NULL, NULL };
  gint32 target;

  if (name == NULL)
    return fail (error, path, field->name, _("the id of a row is expected, in quotes"));

  target = row_of (self, field->target, name);
  if (target >= 0)
    return guatu_plan_set (self->plan, table, row, number,
                           GUATU_INTEGER (guatu_plan_id (self->plan, field->target, target)));

  pending.target = g_string_chunk_insert_const (self->texts, name);
  pending.path = g_string_chunk_insert_const (self->texts, path);
  g_array_append_val (self->pending, pending);
  return TRUE;
}

/* Also finds a shipped calendar, by its slug, that the file does not hold. */
static gint32
find_target (Reader *self, GuatuTable table, const char *name)
{
  gint32 target = row_of (self, table, name);

  if (target < 0 && table == GUATU_TABLE_CALENDAR && g_strv_contains (guatu_calendar_slugs (), name))
    target = guatu_calendar_add (self->plan, name, NULL);

  return target;
}

static gboolean
settle_references (Reader *self, GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const Pending *pending = &g_array_index (self->pending, Pending, i);
      const GuatuField *field = guatu_field (pending->table, pending->field);
      gint32 target = find_target (self, field->target, pending->target);
      g_autofree char *what = NULL;

      if (target < 0)
        {
          what = g_strdup_printf (_("there is no %s with the id “%s”"), guatu_table_info (field->target)->name,
                                  pending->target);
          return fail (error, pending->path, field->name, what);
        }
      guatu_plan_set (self->plan, pending->table, pending->row, pending->field,
                      GUATU_INTEGER (guatu_plan_id (self->plan, field->target, target)));
    }
  return TRUE;
}

/* Fields ----------------------------------------------------------------------------------------- */

static gboolean
read_field (Reader *self, GuatuTable table, gint32 row, guint number, JsonNode *node, const char *path,
            GError **error)
{
  const GuatuField *field = guatu_field (table, number);
  g_autoptr(GError) local = NULL;
  GuatuDuration duration = { 0 };
  GuatuValue value;

  if (JSON_NODE_HOLDS_NULL (node))
    value = GUATU_NULL;
  else if (field->type == GUATU_TYPE_REFERENCE)
    return read_reference (self, table, row, number, node, path, error);
  else if (!guatu_json_value (self->plan, table, number, node, self->language, &value, &duration, &local))
    return fail (error, path, field->name, local->message);

  if (!guatu_field_check (field, value, &local))
    return fail (error, path, field->name, local->message);
  if (!guatu_plan_set (self->plan, table, row, number, value))
    return fail (error, path, field->name, _("the value cannot be kept"));

  /* A duration typed as text brings its unit and kind along. */
  if (table == GUATU_TABLE_TASK && number == GUATU_TASK_DURATION && JSON_NODE_HOLDS_VALUE (node))
    guatu_json_set_duration (self->plan, row, duration);
  if (table == GUATU_TABLE_LINK && number == GUATU_LINK_LAG && JSON_NODE_HOLDS_VALUE (node))
    guatu_json_set_lag (self->plan, row, duration);
  return TRUE;
}

/* A row stands behind the one before it in the text, unless it says where. */
static void
set_position (Reader *self, GuatuTable table, gint32 row, gboolean given)
{
  int field = guatu_field_find (table, "position");

  if (field < 0)
    return;
  if (given)
    {
      self->position[table] = guatu_plan_number (self->plan, table, row, (guint) field);
      return;
    }
  self->position[table] = MIN (self->position[table] + 1, guatu_field (table, (guint) field)->max);
  guatu_plan_set (self->plan, table, row, (guint) field, GUATU_INTEGER (self->position[table]));
}

/* Whether the row has what it must have. */
static gboolean
check_required (Reader *self, GuatuTable table, gint32 row, JsonNode **given, Owner owner, const char *path,
                GError **error)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  for (guint i = 1; i < info->n_fields; i++)
    {
      const GuatuField *field = &info->fields[i];

      if (guatu_json_is_needed (field) && given[i] == NULL && i != owner.field)
        return fail (error, path, field->name, _("this member is missing"));
    }
  return TRUE;
}

/* Nesting ---------------------------------------------------------------------------------------- */

static gboolean
read_nested (Reader *self, GuatuTable table, JsonNode *node, const char *path, Owner owner, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, path, NULL, _("an array is expected"));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);

      if (read_row (self, table, json_array_get_element (array, i), place, owner, error) < 0)
        return FALSE;
    }
  return TRUE;
}

/* Members that hold rows of another table, which belong to the row they stand in. */
static const struct
{
  GuatuTable  table;
  const char *member;
  GuatuTable  nested;
  guint       field;
} nestings[] = {
  { GUATU_TABLE_TASK, "children", GUATU_TABLE_TASK, GUATU_TASK_PARENT },
  { GUATU_TABLE_UNIT, "children", GUATU_TABLE_UNIT, GUATU_UNIT_PARENT },
  { GUATU_TABLE_LEDGER, "categories", GUATU_TABLE_CATEGORY, GUATU_CATEGORY_LEDGER },
  { GUATU_TABLE_CALENDAR, "days", GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR },
  { GUATU_TABLE_CALENDAR, "exceptions", GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR },
  { GUATU_TABLE_CALENDAR_DAY, "hours", GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_DAY },
  { GUATU_TABLE_CALENDAR_EXCEPTION, "hours", GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_EXCEPTION },
};

static int
find_nesting (GuatuTable table, const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    if (nestings[i].table == table && g_str_equal (nestings[i].member, member))
      return (int) i;

  return -1;
}

static gboolean
read_nestings (Reader *self, GuatuTable table, gint64 id, JsonObject *object, const char *path, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    {
      g_autofree char *place = NULL;
      JsonNode *node;

      if (nestings[i].table != table || (node = json_object_get_member (object, nestings[i].member)) == NULL)
        continue;
      place = g_strdup_printf ("%s.%s", path, nestings[i].member);
      if (!read_nested (self, nestings[i].nested, node, place, (Owner) { nestings[i].field, id }, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows ------------------------------------------------------------------------------------------- */

/* Sorts the object's members by field; says which are unknown. */
static void
sort_members (Reader *self, GuatuTable table, JsonObject *object, const char *path, JsonNode **given)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &node))
    {
      guint field = GPOINTER_TO_UINT (g_hash_table_lookup (self->fields[table], member));

      if (field > 0)
        given[field - 1] = node;
      else if (find_nesting (table, member) < 0)
        note_unknown (self, guatu_table_info (table)->name, path, member);
    }
}

static gint32
read_object (Reader *self, GuatuTable table, JsonObject *object, const char *path, Owner owner, GError **error)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  JsonNode *given[MAX_FIELDS] = { NULL };
  gint32 row;
  int position;

  sort_members (self, table, object, path, given);
  row = insert_row (self, table, given[0], path, error);
  if (row < 0)
    return -1;

  if (owner.field > 0 && given[owner.field] != NULL)
    {
      fail (error, path, info->fields[owner.field].name, _("the row already belongs to the one it stands in"));
      return -1;
    }
  if (owner.field > 0)
    guatu_plan_set (self->plan, table, row, owner.field, GUATU_INTEGER (owner.id));

  for (guint i = 1; i < info->n_fields; i++)
    if (given[i] != NULL && !read_field (self, table, row, i, given[i], path, error))
      return -1;

  position = guatu_field_find (table, "position");
  set_position (self, table, row, position >= 0 && given[position] != NULL);
  if (!check_required (self, table, row, given, owner, path, error) ||
      !read_nestings (self, table, guatu_plan_id (self->plan, table, row), object, path, error))
    return -1;
  return row;
}

/* ["08:00", "12:00"] */
static gint32
read_hours (Reader *self, JsonArray *pair, const char *path, Owner owner, GError **error)
{
  static const guint fields[] = { GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_CALENDAR_HOURS_TO_TIME };
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_CALENDAR_HOURS, fresh_id (self, GUATU_TABLE_CALENDAR_HOURS));

  if (json_array_get_length (pair) != 2)
    {
      fail (error, path, NULL, _("two times are expected, such as [\"08:00\", \"12:00\"]"));
      return -1;
    }
  guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR_HOURS, row, owner.field, GUATU_INTEGER (owner.id));
  for (guint i = 0; i < 2; i++)
    if (!read_field (self, GUATU_TABLE_CALENDAR_HOURS, row, fields[i], json_array_get_element (pair, i), path, error))
      return -1;
  return row;
}

static gint32
read_row (Reader *self, GuatuTable table, JsonNode *node, const char *path, Owner owner, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_object (self, table, json_node_get_object (node), path, owner, error);
  if (table == GUATU_TABLE_CALENDAR_HOURS && owner.field > 0 && JSON_NODE_HOLDS_ARRAY (node))
    return read_hours (self, json_node_get_array (node), path, owner, error);

  fail (error, path, NULL, _("an object is expected"));
  return -1;
}

/* Sections --------------------------------------------------------------------------------------- */

/* Hands one row to json-glib at a time, so that memory follows the largest row, not the file. */
static gboolean
read_text (Reader *self, GuatuTable table, const char *start, const char *end, const char *path, GError **error)
{
  g_autoptr(GError) local = NULL;
  gint32 row;

  if (!json_parser_load_from_data (self->parser, start, end - start, &local))
    return fail (error, path, NULL, local->message);

  row = read_row (self, table, json_parser_get_root (self->parser), path, (Owner) { 0, 0 }, error);
  return row >= 0;
}

static gboolean
read_section (Reader *self, GuatuTable table, const Section *section, GError **error)
{
  const char *at = section->start;
  const char *start;
  guint i = 0;

  if (table == GUATU_TABLE_PLAN)
    return read_text (self, table, section->start, section->end, section->name, error);
  if (*section->start != '[')
    return fail (error, section->name, NULL, _("an array is expected"));

  guatu_json_enter (&at);
  while (guatu_json_more (&at))
    {
      char path[64];

      g_snprintf (path, sizeof path, "%s[%u]", section->name, i++);
      guatu_json_skip (&at, &start);
      if (!read_text (self, table, start, at, path, error))
        return FALSE;
    }
  return TRUE;
}

static GArray *
cut_sections (const char *text)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  const char *at = text;

  g_array_set_clear_func (sections, clear_section);
  guatu_json_enter (&at);
  while (guatu_json_more (&at))
    {
      Section section = { .name = guatu_json_member (&at) };

      guatu_json_skip (&at, &section.start);
      section.end = at;
      g_array_append_val (sections, section);
    }
  return sections;
}

static const Section *
find_section (GArray *sections, const char *name)
{
  for (guint i = 0; i < sections->len; i++)
    if (g_str_equal (g_array_index (sections, Section, i).name, name))
      return &g_array_index (sections, Section, i);

  return NULL;
}

static gboolean
check_version (GArray *sections, GError **error)
{
  const Section *version = find_section (sections, "guatu");
  gint64 number = version != NULL ? g_ascii_strtoll (version->start, NULL, 10) : 0;

  if (number < 1)
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                           _("The JSON file is not a plan of this program: the member “guatu” with its version "
                             "is missing"));
      return FALSE;
    }
  if (number > GUATU_SCHEMA_VERSION)
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                   _("The JSON file was written by a newer version of this program; this one reads up to "
                     "version %d of the form"),
                   GUATU_SCHEMA_VERSION);
      return FALSE;
    }
  return TRUE;
}

/* The plan comes first: durations are read by its rates, dates by its default times. */
static gboolean
read_sections (Reader *self, GArray *sections, GError **error)
{
  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      const Section *section = find_section (sections, guatu_table_info (table)->plural);

      if (section != NULL && !read_section (self, table, section, error))
        return FALSE;
      if (section == NULL && table == GUATU_TABLE_PLAN)
        guatu_plan_insert (self->plan, table, fresh_id (self, table));
    }

  for (guint i = 0; i < sections->len; i++)
    {
      const char *name = g_array_index (sections, Section, i).name;
      int table = guatu_table_find (name);

      if (!g_str_equal (name, "guatu") && (table < 0 || !g_str_equal (guatu_table_info (table)->plural, name)))
        note_unknown (self, "", NULL, name);
    }
  return settle_references (self, error);
}

GuatuPlan *
guatu_json_read (const char *text, gsize length, const char *language, GuatuNotes *notes, GError **error)
{
  Reader self = { 0 };
  GuatuPlan *plan = NULL;
  g_autoptr(GArray) sections = NULL;
  const char *start;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!guatu_json_check (text, length, error))
    return NULL;
  start = text + strspn (text, " \t\r\n");
  if (*start != '{')
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                           _("The JSON file does not hold a plan: it must be an object"));
      return NULL;
    }

  sections = cut_sections (start);
  if (!check_version (sections, error))
    return NULL;

  reader_init (&self, language, notes);
  if (read_sections (&self, sections, error) && guatu_json_check_rows (self.plan, error))
    {
      guatu_plan_settle (self.plan);
      plan = g_steal_pointer (&self.plan);
    }
  reader_clear (&self);
  return plan;
}
