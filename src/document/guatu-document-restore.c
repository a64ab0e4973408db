/* guatu-document-restore.c — one value set back to what it was before an entry of the journal changed it. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-changeset.h"

/* Fields that say something only together: where one is set back, so are the others that the same entry changed. */
static const struct
{
  GuatuTable table;
  guint      fields[3];
} bundles[] = {
  { GUATU_TABLE_TASK, { GUATU_TASK_DURATION, GUATU_TASK_DURATION_UNIT, GUATU_TASK_DURATION_KIND } },
  { GUATU_TABLE_TASK, { GUATU_TASK_CONSTRAINT, GUATU_TASK_CONSTRAINT_DATE, 0 } },
  { GUATU_TABLE_TASK, { GUATU_TASK_MODE, GUATU_TASK_MANUAL_START, GUATU_TASK_MANUAL_FINISH } },
  { GUATU_TABLE_LINK, { GUATU_LINK_LAG, GUATU_LINK_LAG_UNIT, GUATU_LINK_LAG_KIND } },
  { GUATU_TABLE_ASSIGNMENT, { GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_PERSON, 0 } },
};

typedef struct
{
  GuatuTable    table;
  gint64        id;
  guint         field;
  GArray       *settings;       /* GuatuSetting */
  GStringChunk *texts;
} Search;

static void
take_setting (Search            *search,
              const GuatuChange *change,
              guint              field)
{
  GuatuSetting setting = { field, change->before[field] };

  if (!guatu_change_has (change, field))
    return;
  if (setting.value.kind == GUATU_VALUE_TEXT)
    setting.value.text = g_string_chunk_insert (search->texts, setting.value.text);
  g_array_append_val (search->settings, setting);
}

static gboolean
take_change (const GuatuChange *change,
             gpointer           data)
{
  Search *search = data;

  if (change->table != search->table || change->id != search->id)
    return TRUE;
  if (change->kind != GUATU_CHANGE_CHANGED || !guatu_change_has (change, search->field))
    return FALSE;

  take_setting (search, change, search->field);
  for (guint i = 0; i < G_N_ELEMENTS (bundles); i++)
    {
      const guint *fields = bundles[i].fields;

      if (bundles[i].table != search->table ||
          (fields[0] != search->field && fields[1] != search->field && fields[2] != search->field))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (bundles[i].fields); j++)
        if (fields[j] != 0 && fields[j] != search->field)
          take_setting (search, change, fields[j]);
    }

  return FALSE;
}

static gboolean
find_settings (GuatuDocument *self, gint64 seq, Search *search, GError **error)
{
  g_autoptr(GuatuEntry) entry = guatu_store_read_entry (self->store, seq, error);

  if (entry == NULL || !guatu_changeset_each (entry->changeset, take_change, search, error))
    return FALSE;
  if (search->settings->len > 0)
    return TRUE;

  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                                /* Translators: the label of a field. */
                                _("Entry %lld did not change the field “%s”: there is nothing to restore."),
                                (long long) seq, _(guatu_field (search->table, search->field)->label));
}

gboolean
guatu_document_restore (GuatuDocument *self, gint64 seq, GuatuTable table, gint64 id, guint field, GError **error)
{
  g_autoptr(GArray) settings = g_array_new (FALSE, FALSE, sizeof (GuatuSetting));
  Search search = { table, id, field, settings, g_string_chunk_new (256) };
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (table < GUATU_N_TABLES && field > 0 && field < guatu_table_info (table)->n_fields, FALSE);

  ok = find_settings (self, seq, &search, error) &&
       guatu_document_set (self, table, id, (const GuatuSetting *) (gpointer) settings->data, settings->len, error);
  g_string_chunk_free (search.texts);

  return ok;
}
