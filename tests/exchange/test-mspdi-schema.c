/* test-mspdi-schema.c — what we write for Microsoft Project keeps the rules that its own files keep. */
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include "guatu-samples.h"
#include "mspdi-same.h"

/* Order and types: data/mspdi/mspdi.rng -------------------------------------------------------------------- */

static xmlRelaxNG *schema;

static void
collect_error (void *data, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
collect_error (void *data, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (data, format, arguments);
  va_end (arguments);
}

static void
load_schema (void)
{
  g_autofree char *path = guatu_test_fixture ("mspdi/mspdi.rng");
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);

  schema = xmlRelaxNGParse (parser);
  g_assert_nonnull (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

/* What is wrong with the document, "" if nothing. */
static GString *
validate (xmlDoc *document)
{
  GString *errors = g_string_new (NULL);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (schema);
  int result;

  xmlRelaxNGSetValidErrors (validator, collect_error, collect_error, errors);
  result = xmlRelaxNGValidateDoc (validator, document);
  g_assert_true ((result == 0) == (errors->len == 0));
  xmlRelaxNGFreeValidCtxt (validator);

  return errors;
}

/* References ----------------------------------------------------------------------------------------------- */

static xmlNode *
child_of (xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_str_equal ((const char *) child->name, name))
      return child;

  return NULL;
}

static gint64
number_of (xmlNode *node, const char *name, gint64 fallback)
{
  xmlNode *child = child_of (node, name);
  xmlChar *text = child != NULL ? xmlNodeGetContent (child) : NULL;
  gint64 number = text != NULL ? g_ascii_strtoll ((const char *) text, NULL, 10) : fallback;

  xmlFree (text);
  return number;
}

static xmlNode *
first_row (xmlDoc *document, const char *list)
{
  xmlNode *node = child_of (xmlDocGetRootElement (document), list);

  return node != NULL ? xmlFirstElementChild (node) : NULL;
}

/* The numbers of a list's rows, no two alike. */
static GHashTable *
numbers_of (xmlDoc *document, const char *list, const char *element)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (xmlNode *row = first_row (document, list); row != NULL; row = xmlNextElementSibling (row))
    g_assert_true (g_hash_table_add (numbers, GINT_TO_POINTER ((int) number_of (row, element, -1))));

  return numbers;
}

static void
check_reference (GHashTable *numbers, xmlNode *node, const char *element, gint64 none)
{
  gint64 number = number_of (node, element, none);

  if (number != none && !g_hash_table_contains (numbers, GINT_TO_POINTER ((int) number)))
    g_error ("%s %d refers to nothing", element, (int) number);
}

/* A task lies at most one level below the one before it. Blank rows have no level. */
static void
check_tasks (xmlDoc *document, GHashTable *tasks, GHashTable *calendars, GHashTable *fields)
{
  gint64 level = 0, id = -1;

  for (xmlNode *row = first_row (document, "Tasks"); row != NULL; row = xmlNextElementSibling (row))
    {
      g_assert_cmpint (number_of (row, "ID", 0), ==, ++id);
      if (number_of (row, "IsNull", 0) == 1)
        continue;
      g_assert_cmpint (number_of (row, "OutlineLevel", 1), <=, level + 1);
      level = number_of (row, "OutlineLevel", 1);
      check_reference (calendars, row, "CalendarUID", -1);
      for (xmlNode *part = xmlFirstElementChild (row); part != NULL; part = xmlNextElementSibling (part))
        {
          check_reference (tasks, part, "PredecessorUID", G_MININT64);
          check_reference (fields, part, "FieldID", G_MININT64);
        }
    }
}

static void
check_calendars (xmlDoc *document, GHashTable *calendars)
{
  for (xmlNode *row = first_row (document, "Calendars"); row != NULL; row = xmlNextElementSibling (row))
    {
      gboolean stands_alone = number_of (row, "IsBaseCalendar", 1) == 1;

      if (!stands_alone)
        check_reference (calendars, row, "BaseCalendarUID", -1);
    }
}

static void
check_references (xmlDoc *document)
{
  g_autoptr(GHashTable) calendars = numbers_of (document, "Calendars", "UID");
  g_autoptr(GHashTable) tasks = numbers_of (document, "Tasks", "UID");
  g_autoptr(GHashTable) resources = numbers_of (document, "Resources", "UID");
  g_autoptr(GHashTable) assignments = numbers_of (document, "Assignments", "UID");
  g_autoptr(GHashTable) fields = numbers_of (document, "ExtendedAttributes", "FieldID");

  check_reference (calendars, xmlDocGetRootElement (document), "CalendarUID", -1);
  check_calendars (document, calendars);
  check_tasks (document, tasks, calendars, fields);
  /* The resource that stands for nobody has no name, and names a calendar that Project keeps to itself. */
  for (xmlNode *row = first_row (document, "Resources"); row != NULL; row = xmlNextElementSibling (row))
    if (child_of (row, "Name") != NULL)
      check_reference (calendars, row, "CalendarUID", -1);
  for (xmlNode *row = first_row (document, "Assignments"); row != NULL; row = xmlNextElementSibling (row))
    {
      check_reference (tasks, row, "TaskUID", -1);
      check_reference (resources, row, "ResourceUID", -65535);
    }
}

/* Documents ------------------------------------------------------------------------------------------------ */

static void
check_text (const char *text, gsize length)
{
  xmlDoc *document = xmlReadMemory (text, (int) length, NULL, NULL, XML_PARSE_NONET);
  g_autoptr(GString) errors = NULL;

  g_assert_nonnull (document);
  g_assert_null (document->intSubset);
  errors = validate (document);
  if (errors->len > 0)
    g_error ("%s", errors->str);
  check_references (document);
  xmlFreeDoc (document);
}

static void
check_plan (const GuatuPlan *plan)
{
  gsize length;
  g_autofree char *text = write_plan (plan, NULL, &length);

  check_text (text, length);
}

static void
check_what_becomes_of (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  plan = read_plan (text, length);
  if (plan != NULL)
    check_plan (plan);
}

static void
check_if_project_wrote_it (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (strstr (path, "-project20") == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  check_text (text, length);
}

/* Tests ---------------------------------------------------------------------------------------------------- */

/* The rules are those that Project keeps: its own files pass. */
static void
test_project (void)
{
  g_autofree char *folder = guatu_test_data ("mspdi");

  if (folder != NULL)
    for_each_file (folder, check_if_project_wrote_it);
}

/* … and they are rules: each of these breaks one. */
static void
test_broken (void)
{
  static const struct { const char *good, *bad; } changes[] = {
    { "<UID>1</UID><ID>1</ID>", "<ID>1</ID><UID>1</UID>" }, { "PT8H0M0S", "P1D" },
    { "T08:00:00", "T08:00:00Z" }, { "<Type>1</Type>", "<Type>4</Type>" }, { "<IsNull>0", "<IsNull>false" },
    { "<LagFormat>7", "<LagFormat>13" }, { "<WBSMasks/>", "<Unheard/>" }, { "/project\"", "/other\"" },
  };
  const char *text =
    "<Project xmlns=\"http://schemas.microsoft.com/project\"><StartDate>2024-03-04T08:00:00</StartDate><WBSMasks/>"
    "<Calendars/><Tasks><Task><UID>1</UID><ID>1</ID><IsNull>0</IsNull><Duration>PT8H0M0S</Duration><PredecessorLink>"
    "<PredecessorUID>1</PredecessorUID><Type>1</Type><LagFormat>7</LagFormat></PredecessorLink></Task></Tasks>"
    "<Resources/><Assignments/></Project>";

  for (guint i = 0; i <= G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GString) changed = g_string_new (text);
      g_autoptr(GString) errors = NULL;
      xmlDoc *document;

      if (i > 0)
        g_assert_cmpuint (g_string_replace (changed, changes[i - 1].good, changes[i - 1].bad, 1), ==, 1);
      document = xmlReadMemory (changed->str, (int) changed->len, NULL, NULL, XML_PARSE_NONET);
      errors = validate (document);
      if ((errors->len == 0) != (i == 0))
        g_error ("%s: %s", i > 0 ? changes[i - 1].bad : "unchanged", errors->str);
      xmlFreeDoc (document);
    }
}

static void
test_fixtures (void)
{
  g_autofree char *folder = guatu_test_fixture ("mspdi");

  for_each_file (folder, check_what_becomes_of);
}

static void
test_third_party (void)
{
  static const char * const names[] = { "mspdi", "hostile" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = guatu_test_data (names[i]);

      if (folder != NULL)
        for_each_file (folder, check_what_becomes_of);
    }
}

static void
test_sample (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_sample_new ("trunk-road", "zh_CN", &error);

  g_assert_no_error (error);
  check_plan (plan);
}

/* Whatever the fields of a plan hold. */
static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 1 + i);
      g_autoptr(GuatuSchedule) schedule = NULL;

      for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_TASK); row++)
        guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_BLANK_ROWS, row % 3);
      guatu_plan_settle (plan);
      schedule = guatu_schedule_new (plan, NULL, NULL);
      if (schedule != NULL)
        check_plan (plan);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();
  load_schema ();

  g_test_add_func ("/mspdi-schema/project", test_project);
  g_test_add_func ("/mspdi-schema/broken", test_broken);
  g_test_add_func ("/mspdi-schema/fixtures", test_fixtures);
  g_test_add_func ("/mspdi-schema/third-party", test_third_party);
  g_test_add_func ("/mspdi-schema/sample", test_sample);
  g_test_add_func ("/mspdi-schema/random", test_random);
  result = g_test_run ();
  xmlRelaxNGFree (schema);

  return result;
}
