/* guatu-import.c — finds out what kind of file another program wrote, and has it read. */
#include "guatu-import-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

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
