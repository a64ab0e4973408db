/* guatu-import.c — finds out what kind of file another program wrote, and has it read. */
#include "guatu-import-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "guatu-exchange.h"
#include "guatu-json.h"
#include "guatu-samples.h"

#define MSPDI_NAMESPACE "http://schemas.microsoft.com/project"

typedef GuatuPlan *(*XmlReader) (GuatuXml *xml, const GuatuImportOptions *options, GuatuNotes *notes, GError **error);

/* By root element, and an attribute of it where that is needed to tell programs apart. */
static const struct
{
  const char *root;
  const char *mark;
  XmlReader   read;
} readers[] = {
  { "Project", NULL, guatu_mspdi_read },
  { "project", "mrproject-version", guatu_planner_read },
  { "project", NULL, guatu_gan_read },
};

/* Elements of the same names need not mean the same in XML that says that it is of another kind. */
static void
note_namespace (GuatuXml *xml, GuatuNotes *notes)
{
  const char *said = guatu_xml_attribute (xml, "xmlns");

  if (said != NULL && g_str_equal (guatu_xml_name (xml), "Project") && !g_str_equal (said, MSPDI_NAMESPACE))
    guatu_notes_add (notes, 0, 0, NULL,
                     _("The file says that it is “%s”, which is not Microsoft Project’s XML; it was read as if it were"),
                     said);
}

GuatuPlan *
guatu_import_read_xml (const char *bytes, gsize length, const GuatuImportOptions *options, GuatuNotes *notes,
                       GError **error)
{
  g_autoptr(GuatuXml) xml = guatu_xml_new (bytes, length, notes, error);

  if (xml == NULL)
    return NULL;

  guatu_xml_watch (xml, options->progress, options->progress_data);
  note_namespace (xml, notes);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (guatu_xml_name (xml), readers[i].root) &&
        (readers[i].mark == NULL || guatu_xml_attribute (xml, readers[i].mark) != NULL))
      return readers[i].read (xml, options, notes, error);

  g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
               _("This XML is no plan that can be read: its first element is “%s”."), guatu_xml_name (xml));
  return NULL;
}

static gboolean
check_size (const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0 || info.st_size <= (goffset) GUATU_EXCHANGE_MAX_BYTES)
    return TRUE;

  g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("“%s” is larger than %u MiB."), path,
               GUATU_EXCHANGE_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

/* A plan that its file gives no title is called as the file is. */
static void
name_plan (GuatuPlan *plan, const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *dot = strrchr (base, '.');

  if (guatu_plan_text (plan, guatu_plan_settings (plan)->title)[0] != '\0')
    return;
  if (dot != NULL && dot != base)
    *dot = '\0';
  for (char *c = base; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  guatu_plan_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, GUATU_TEXT (base));
  guatu_plan_settle (plan);
}

/* What is wrong with a file is told with its name: there may be many in a row. */
static void
name_file (GError **error, const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL)
    return;
  message = g_steal_pointer (&(*error)->message);
  /* Translators: a file, and what is wrong with it. */
  (*error)->message = g_strdup_printf (_("“%s”: %s"), base, message);
}

static GuatuPlan *
read_xml_file (const char *path, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  g_autoptr(GMappedFile) file = NULL;
  GuatuPlan *plan;

  if (!check_size (path, error))
    return NULL;
  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;
  if (g_mapped_file_get_length (file) == 0)
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, _("“%s” is empty."), path);
      return NULL;
    }

  plan = guatu_import_read_xml (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), options, notes,
                                error);
  if (plan != NULL)
    name_plan (plan, path);
  else
    name_file (error, path);
  return plan;
}

static gboolean
has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path), n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

GuatuPlan *
guatu_import_read (const char *path, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  if (has_ending (path, ".xml") || has_ending (path, ".gan") || has_ending (path, ".planner") ||
      has_ending (path, ".mrproject"))
    return read_xml_file (path, options, notes, error);

  return guatu_csv_read (path, options, notes, error);
}

/* Any kind --------------------------------------------------------------------------------------- */

gboolean
guatu_import_is_csv (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return has_ending (path, ".csv") || has_ending (path, ".tsv") || has_ending (path, ".txt") ||
         strchr (base, '.') == NULL;
}

gboolean
guatu_import_can_read (const char *path)
{
  static const char * const endings[] = { ".xml", ".gan", ".planner", ".mrproject", ".json" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (has_ending (path, endings[i]))
      return TRUE;
  return guatu_import_is_csv (path);
}

static GuatuPlan *
read_json (const char *path, const char *language, GuatuNotes *notes, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;
  GuatuPlan *plan;

  if (!check_size (path, error) || !g_file_get_contents (path, &text, &length, error))
    return NULL;
  plan = guatu_json_read (text, length, language, notes, error);
  if (plan == NULL)
    name_file (error, path);
  return plan;
}

/* A plan begins with every calendar that ships, so that its tasks can be given any of them. */
static GuatuPlan *
with_calendars (GuatuPlan *read, GError **error)
{
  g_autoptr(GuatuPlan) plan = read;

  if (plan == NULL)
    return NULL;
  for (const char * const *slug = guatu_calendar_slugs (); *slug != NULL; slug++)
    if (guatu_calendar_add (plan, *slug, error) < 0)
      return NULL;
  guatu_plan_settle (plan);
  return g_steal_pointer (&plan);
}

GuatuPlan *
guatu_import_read_file (const char *path, const GuatuImportOptions *options, const char *language, GuatuNotes *notes,
                        GError **error)
{
  if (has_ending (path, ".json"))
    return read_json (path, language, notes, error);
  if (has_ending (path, ".xml"))
    return guatu_import_read (path, options, notes, error);
  if (guatu_import_can_read (path))
    return with_calendars (guatu_import_read (path, options, notes, error), error);

  g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
               _("“%s” is of a kind that cannot be read: Microsoft Project’s XML (.xml), plans of GanttProject (.gan) and "
                 "Planner (.planner, .mrproject), task lists in CSV (.csv, .tsv, .txt) and plans in JSON (.json) can."),
               path);
  return NULL;
}

/* What is kept ----------------------------------------------------------------------------------- */

/* More a journal entry need not hold; it says how many there were. */
#define MAX_KEPT_NOTES 1000
#define MAX_KEPT_BYTES (512 * 1024)

static void
keep_notes (JsonBuilder *object, const GuatuNotes *notes)
{
  guint n = guatu_notes_count (notes);
  gsize size = 0;

  json_builder_set_member_name (object, "notes");
  json_builder_begin_array (object);
  for (guint i = 0; i < MIN (n, MAX_KEPT_NOTES); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (notes, i));

      size += strlen (line);
      if (size > MAX_KEPT_BYTES)
        break;
      json_builder_add_string_value (object, line);
    }
  json_builder_end_array (object);
  json_builder_set_member_name (object, "n_notes");
  json_builder_add_int_value (object, n);
}

char *
guatu_import_arguments (const char *source, const GuatuNotes *notes)
{
  g_autoptr(JsonBuilder) object = json_builder_new ();
  g_autofree char *base = g_filename_display_basename (source);
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (object);
  json_builder_set_member_name (object, "source");
  json_builder_add_string_value (object, base);
  if (guatu_notes_count (notes) > 0)
    keep_notes (object, notes);
  json_builder_end_object (object);
  root = json_builder_get_root (object);
  return json_to_string (root, FALSE);
}
