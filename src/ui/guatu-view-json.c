/* guatu-view-json.c — rows and look of a battle view as JSON. */
#include "guatu-view-json.h"

#include <math.h>
#include <string.h>

#include "guatu-chart-names.h"
#include "guatu-json.h"

/* Ids of folded tasks that are written down; of more than that, those that are not folded. */
#define MOST_IDS 2000

#define MOST_TEXT 500
#define MOST_LEVELS 100

/* Members ------------------------------------------------------------------------------------------ */

JsonObject *
guatu_view_json_parse (const char *text)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (text == NULL || !guatu_json_check (text, strlen (text), NULL)
      || !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_ref (json_node_get_object (root)) : NULL;
}

char *
guatu_view_json_print (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);

  return json_to_string (node, FALSE);
}

static JsonNode *
value_of (JsonObject *object,
          const char *name,
          GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

const char *
guatu_view_json_text (JsonObject *object,
                      const char *name)
{
  JsonNode *node = value_of (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gboolean
guatu_view_json_flag (JsonObject *object,
                      const char *name,
                      gboolean    otherwise)
{
  JsonNode *node = value_of (object, name, G_TYPE_BOOLEAN);

  return node != NULL ? json_node_get_boolean (node) : otherwise;
}

double
guatu_view_json_number (JsonObject *object,
                        const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return NAN;

  return json_node_get_double (node);
}

static gboolean
read_id (const char *text,
         gint64     *id)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, id, NULL);
}

GuatuInstant
guatu_view_json_instant (JsonObject *object,
                         const char *name)
{
  gint64 t;

  if (!read_id (guatu_view_json_text (object, name), &t) || t < GUATU_INSTANT_MIN || t > GUATU_INSTANT_MAX)
    return GUATU_NONE;

  return t;
}

gint64
guatu_view_json_id (JsonObject *object,
                    const char *name)
{
  gint64 id;

  return read_id (guatu_view_json_text (object, name), &id) && id > 0 ? id : 0;
}

void
guatu_view_json_set_id (JsonObject *object,
                        const char *name,
                        gint64      id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_object_set_string_member (object, name, text);
}

void
guatu_view_json_set_instant (JsonObject   *object,
                             const char   *name,
                             GuatuInstant  t)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, t);

  if (t != GUATU_NONE)
    json_object_set_string_member (object, name, text);
}

static JsonArray *
array_of (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
text_at (JsonArray *array,
         guint      place)
{
  JsonNode *node = json_array_get_element (array, place);

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                          : NULL;
}

GArray *
guatu_view_json_ids (JsonObject *object,
                     const char *name)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonArray *array = array_of (object, name);
  gint64 id;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (read_id (text_at (array, i), &id))
      g_array_append_val (ids, id);

  return ids;
}

void
guatu_view_json_set_ids (JsonObject   *object,
                         const char   *name,
                         const GArray *ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));

      json_array_add_string_element (array, text);
    }
  json_object_set_array_member (object, name, array);
}

/* Bits by their names. */
static void
set_bits (JsonObject         *object,
          const char         *name,
          const char * const *names,
          guint               bits)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if ((bits & 1u << i) != 0)
      json_array_add_string_element (array, names[i]);
  json_object_set_array_member (object, name, array);
}

static guint
bits_of (JsonObject         *object,
         const char         *name,
         const char * const *names,
         guint               otherwise)
{
  JsonArray *array = array_of (object, name);
  guint bits = 0;

  if (array == NULL)
    return otherwise;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = text_at (array, i);
      int bit = text != NULL ? guatu_name_find (names, text) : -1;

      if (bit >= 0)
        bits |= 1u << bit;
    }

  return bits;
}

/* Rows ----------------------------------------------------------------------------------------------- */

/* By GuatuLightColour and GuatuStage: what is stored does not depend on the order of enumerations. */
static const char * const light_names[GUATU_LIGHT_N_COLOURS + 1] = {
  [GUATU_LIGHT_NONE] = "none",
  [GUATU_LIGHT_GREEN] = "green",
  [GUATU_LIGHT_YELLOW] = "yellow",
  [GUATU_LIGHT_ORANGE] = "orange",
  [GUATU_LIGHT_RED] = "red",
  [GUATU_LIGHT_DONE] = "done",
};

static const char * const stage_names[GUATU_STAGE_CLOSED_OUT + 2] = {
  [GUATU_STAGE_NONE] = "none",
  [GUATU_STAGE_RESERVE] = "reserve",
  [GUATU_STAGE_STARTED] = "started",
  [GUATU_STAGE_UNDER_CONSTRUCTION] = "under-construction",
  [GUATU_STAGE_IN_PRODUCTION] = "in-production",
  [GUATU_STAGE_ACCEPTED] = "accepted",
  [GUATU_STAGE_CLOSED_OUT] = "closed-out",
};

static const GuatuPlan *
plan_of (GuatuBattleView *view)
{
  return guatu_document_get_plan (guatu_battle_view_get_document (view));
}

/* Which of the summaries are folded, or are not. */
static GArray *
find_summaries (GuatuBattleView *view,
                const GArray    *folded,
                gboolean         open)
{
  const GuatuPlan *plan = plan_of (view);
  g_autoptr(GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < folded->len; i++)
    g_hash_table_add (set, &g_array_index (folded, gint64, i));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]);

      if (guatu_plan_task (plan, outline[i])->first_child >= 0 && g_hash_table_contains (set, &id) != open)
        g_array_append_val (found, id);
    }

  return found;
}

static void
write_folds (GuatuBattleView *view,
             JsonObject      *object)
{
  g_autoptr(GArray) groups = NULL;
  g_autoptr(GArray) tasks = guatu_battle_view_get_folded (view, &groups);
  g_autoptr(GArray) written = find_summaries (view, tasks, FALSE);
  gboolean open = written->len > MOST_IDS;

  if (open)
    {
      g_array_unref (written);
      written = find_summaries (view, tasks, TRUE);
    }
  if (written->len <= MOST_IDS)
    guatu_view_json_set_ids (object, open ? "all-folded-but" : "folded", written);
  if (groups->len <= MOST_IDS)
    guatu_view_json_set_ids (object, "folded-groups", groups);
}

static void
read_folds (GuatuBattleView *view,
            JsonObject      *object)
{
  gboolean open = array_of (object, "all-folded-but") != NULL;
  g_autoptr(GArray) named = guatu_view_json_ids (object, open ? "all-folded-but" : "folded");
  g_autoptr(GArray) tasks = find_summaries (view, named, open);
  g_autoptr(GArray) groups = guatu_view_json_ids (object, "folded-groups");

  if (tasks->len + groups->len > 0)
    guatu_battle_view_set_folded (view, tasks, groups);
}

static void
write_row (JsonObject      *object,
           const char      *name,
           const GuatuPlan *plan,
           GuatuTable       table,
           gint32           row)
{
  if (row >= 0)
    guatu_view_json_set_id (object, name, guatu_plan_id (plan, table, row));
}

static void
read_row (JsonObject      *object,
          const char      *name,
          const GuatuPlan *plan,
          GuatuTable       table,
          gint32          *row)
{
  gint64 id = guatu_view_json_id (object, name);

  if (id != 0)
    *row = guatu_plan_find (plan, table, id);
}

JsonObject *
guatu_view_json_write_rows (GuatuBattleView *view)
{
  const GuatuRowsQuery *query = guatu_battle_view_get_query (view);
  const GuatuChoice *roles = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "group", guatu_grouping_names ()[query->grouping]);
  json_object_set_string_member (object, "sort", guatu_sort_names ()[query->sort]);
  json_object_set_boolean_member (object, "descending", query->descending);
  if (query->text != NULL && strlen (query->text) <= MOST_TEXT)
    json_object_set_string_member (object, "text", query->text);
  write_row (object, "unit", plan_of (view), GUATU_TABLE_UNIT, query->unit);
  write_row (object, "person", plan_of (view), GUATU_TABLE_PERSON, query->person);
  if (query->role >= 0)
    json_object_set_string_member (object, "role", roles[query->role].name);
  write_row (object, "ledger", plan_of (view), GUATU_TABLE_LEDGER, query->ledger);
  set_bits (object, "lights", light_names, query->lights);
  set_bits (object, "stages", stage_names, query->stages);
  guatu_view_json_set_instant (object, "from", query->from);
  guatu_view_json_set_instant (object, "to", query->to);
  json_object_set_boolean_member (object, "critical", query->critical);
  json_object_set_boolean_member (object, "slipped", query->slipped);
  json_object_set_int_member (object, "levels", query->max_depth);
  write_folds (view, object);

  return object;
}

static int
named (JsonObject         *object,
       const char         *name,
       const char * const *names,
       int                 otherwise)
{
  const char *text = guatu_view_json_text (object, name);
  int place = text != NULL ? guatu_name_find (names, text) : -1;

  return place >= 0 ? place : otherwise;
}

void
guatu_view_json_read_rows (GuatuBattleView *view,
                           JsonObject      *object)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (view);
  const char *text = guatu_view_json_text (object, "text");
  const char *role = guatu_view_json_text (object, "role");
  double levels = guatu_view_json_number (object, "levels");

  query.grouping = (GuatuGrouping) named (object, "group", guatu_grouping_names (), (int) query.grouping);
  query.sort = (GuatuSort) named (object, "sort", guatu_sort_names (), (int) query.sort);
  query.descending = guatu_view_json_flag (object, "descending", query.descending);
  query.text = text != NULL && *text != '\0' && strlen (text) <= MOST_TEXT ? text : NULL;
  read_row (object, "unit", plan_of (view), GUATU_TABLE_UNIT, &query.unit);
  read_row (object, "person", plan_of (view), GUATU_TABLE_PERSON, &query.person);
  query.role = -1;
  if (role != NULL)
    query.role = guatu_field_find_choice (guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE), role);
  read_row (object, "ledger", plan_of (view), GUATU_TABLE_LEDGER, &query.ledger);
  query.lights = bits_of (object, "lights", light_names, query.lights);
  query.stages = bits_of (object, "stages", stage_names, query.stages);
  query.from = guatu_view_json_instant (object, "from");
  query.to = guatu_view_json_instant (object, "to");
  query.critical = guatu_view_json_flag (object, "critical", FALSE);
  query.slipped = guatu_view_json_flag (object, "slipped", FALSE);
  query.max_depth = levels >= 0 && levels <= MOST_LEVELS ? (int) levels : 0;
  guatu_battle_view_set_query (view, &query);
  read_folds (view, object);
}

/* Look ----------------------------------------------------------------------------------------------- */

/* "none", or an id; nothing: the reference. */
static void
write_baseline (GuatuBattleView *view,
                JsonObject      *object)
{
  gint64 choice = guatu_battle_view_get_baseline_choice (view);

  if (choice == GUATU_BASELINE_NONE)
    json_object_set_string_member (object, "baseline", "none");
  else if (choice != GUATU_BASELINE_REFERENCE)
    guatu_view_json_set_id (object, "baseline", choice);
}

static void
read_baseline (GuatuBattleView *view,
               JsonObject      *object)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_battle_view_get_document (view));
  gint64 id = guatu_view_json_id (object, "baseline");

  if (g_strcmp0 (guatu_view_json_text (object, "baseline"), "none") == 0)
    guatu_battle_view_choose_baseline (view, GUATU_BASELINE_NONE);
  else if (id > 0 && guatu_plan_find (plan, GUATU_TABLE_BASELINE, id) >= 0)
    guatu_battle_view_choose_baseline (view, id);
}

JsonObject *
guatu_view_json_write_look (GuatuBattleView *view)
{
  JsonObject *object = json_object_new ();

  set_bits (object, "layers", guatu_layer_names (), guatu_battle_view_get_layers (view));
  set_bits (object, "labels", guatu_label_names (), guatu_battle_view_get_labels (view));
  json_object_set_boolean_member (object, "overview", guatu_battle_view_get_overview (view));
  write_baseline (view, object);

  return object;
}

void
guatu_view_json_read_look (GuatuBattleView *view,
                           JsonObject      *object)
{
  guatu_battle_view_set_layers (view, bits_of (object, "layers", guatu_layer_names (),
                                               guatu_battle_view_get_layers (view)));
  guatu_battle_view_set_labels (view, bits_of (object, "labels", guatu_label_names (),
                                               guatu_battle_view_get_labels (view)));
  guatu_battle_view_set_overview (view, guatu_view_json_flag (object, "overview", TRUE));
  read_baseline (view, object);
}
