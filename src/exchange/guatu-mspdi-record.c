/* guatu-mspdi-record.c — elements of the file as records of texts, and rows of the plan made from them. */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-id.h"

/* The place of a child that is known and not kept. */
#define DERIVED GUATU_RECORD_SLOTS + 1

/* How often a child came that is not carried over, and where first. */
typedef struct
{
  guint n;
  guint line;
} Unknown;

/* Shapes ------------------------------------------------------------------------------------------------- */

GuatuShape *
guatu_mspdi_shape (Mspdi *self, const char *what, const GuatuShapeNames *names)
{
  GuatuShape *shape = g_hash_table_lookup (self->shapes, names);

  if (shape != NULL)
    return shape;

  shape = g_new0 (GuatuShape, 1);
  shape->what = what;
  shape->places = g_hash_table_new (NULL, NULL);
  for (; names->slots[shape->n_slots] != NULL; shape->n_slots++)
    {
      const char *name = guatu_xml_intern (self->xml, names->slots[shape->n_slots]);

      g_assert (shape->n_slots < GUATU_RECORD_SLOTS);
      shape->kinds[shape->n_slots] = (guint8) GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, name));
      g_hash_table_insert (shape->places, (gpointer) name, GUINT_TO_POINTER (shape->n_slots + 1));
    }
  for (guint i = 0; names->derived != NULL && names->derived[i] != NULL; i++)
    g_hash_table_insert (shape->places, (gpointer) guatu_xml_intern (self->xml, names->derived[i]),
                         GUINT_TO_POINTER (DERIVED));
  g_hash_table_insert (self->shapes, (gpointer) names, shape);

  return shape;
}

void
guatu_shape_free (GuatuShape *self)
{
  g_hash_table_unref (self->places);
  g_free (self);
}

/* Records ------------------------------------------------------------------------------------------------ */

void
guatu_record_clear (GuatuRecord *record)
{
  g_string_free (record->buffer, TRUE);
  record->buffer = NULL;
}

static void
keep (GuatuRecord *record, guint slot, const char *text)
{
  record->at[slot] = (guint32) record->buffer->len + 1;
  g_string_append_len (record->buffer, text, (gssize) strlen (text) + 1);
}

void
guatu_mspdi_record (Mspdi *self, const GuatuShape *shape, GuatuRecord *record, MspdiChildFunc child, gpointer data)
{
  int depth = guatu_xml_depth (self->xml);

  if (record->buffer == NULL)
    record->buffer = g_string_sized_new (128);
  g_string_truncate (record->buffer, 0);
  memset (record->at, 0, shape->n_slots * sizeof *record->at);
  record->line = guatu_xml_line (self->xml);

  while (guatu_xml_child (self->xml, depth))
    {
      const char *name = guatu_xml_name (self->xml);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (shape->places, name));

      if (place == DERIVED || (place == 0 && child != NULL && child (self, name, data)))
        continue;
      if (place != 0)
        {
          const char *text = guatu_xml_text (self->xml);

          keep (record, place - 1, text);
          guatu_mspdi_check_value (self, shape->kinds[place - 1], name, text);
        }
      else
        guatu_mspdi_unknown (self, shape->what, name);
    }
}

/* What is not carried over ------------------------------------------------------------------------------- */

/* Empty, nought, or a zero duration: nothing is lost with it. */
static gboolean
says_nothing (const char *text)
{
  return text[strspn (text, " \t\n0.-")] == '\0' || g_str_has_prefix (text, "PT0H0M0S") ||
         g_ascii_strcasecmp (text, "false") == 0;
}

void
guatu_mspdi_unknown (Mspdi *self, const char *what, const char *name)
{
  guint line = guatu_xml_line (self->xml);
  g_autofree char *key = NULL;
  Unknown *unknown;

  if (says_nothing (guatu_xml_text (self->xml)))
    return;

  key = g_strdup_printf ("%s/%s", what, name);
  unknown = g_hash_table_lookup (self->unknown, key);
  if (unknown == NULL)
    {
      unknown = g_new0 (Unknown, 1);
      unknown->line = line;
      g_hash_table_insert (self->unknown, g_steal_pointer (&key), unknown);
    }
  unknown->n++;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

void
guatu_mspdi_tell_unknown (Mspdi *self)
{
  guint n;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (self->unknown, &n);

  qsort (names, n, sizeof *names, compare_names);
  for (guint i = 0; i < n; i++)
    {
      const Unknown *unknown = g_hash_table_lookup (self->unknown, names[i]);

      guatu_notes_add (self->notes, 0, 0, names[i],
                       ngettext ("Not carried over (%u time, first in line %u)",
                                 "Not carried over (%u times, first in line %u)", unknown->n),
                       unknown->n, unknown->line);
    }
}

char *
guatu_mspdi_place (guint line, const char *what, GuatuUid uid)
{
  if (uid == GUATU_NONE)
    return g_strdup_printf (_("Line %u, %s"), line, what);

  /* Translators: where something stands in a file: Line 340, Task 12 */
  return g_strdup_printf (_("Line %u, %s %lld"), line, what, (long long) uid);
}

/* Rows --------------------------------------------------------------------------------------------------- */

gint32
guatu_mspdi_insert (Mspdi *self, GuatuTable table)
{
  gint64 id;

  do
    id = guatu_id_next ();
  while (guatu_plan_find (self->plan, table, id) >= 0);

  return guatu_plan_insert (self->plan, table, id);
}

void
guatu_mspdi_set (Mspdi *self, GuatuTable table, gint32 row, guint field, gint64 value)
{
  const GuatuField *info = guatu_field (table, field);
  gint64 cut = CLAMP (value, info->min, info->max);

  if (value == GUATU_NONE)
    return;
  if (cut != value)
    {
      g_autofree char *place = g_strdup_printf (_("Line %u"), guatu_xml_line (self->xml));

      guatu_notes_add (self->notes, 0, 0, place, _("%s is out of range and was cut to what a plan can hold"),
                       _(info->label));
    }
  guatu_plan_set (self->plan, table, row, field, GUATU_INTEGER (cut));
}

void
guatu_mspdi_set_text (Mspdi *self, GuatuTable table, gint32 row, guint field, const char *text)
{
  g_autofree char *mended = NULL;

  if (text == NULL || text[0] == '\0')
    return;

  mended = guatu_mspdi_text (text);
  guatu_plan_set (self->plan, table, row, field, GUATU_TEXT (mended));
}

gint32
guatu_mspdi_find (GHashTable *rows, GuatuUid uid)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (rows, &uid)) - 1;
}

gboolean
guatu_mspdi_remember (GHashTable *rows, GuatuUid uid, gint32 row)
{
  if (g_hash_table_contains (rows, &uid))
    return FALSE;

  g_hash_table_insert (rows, g_memdup2 (&uid, sizeof uid), GINT_TO_POINTER (row + 1));
  return TRUE;
}
