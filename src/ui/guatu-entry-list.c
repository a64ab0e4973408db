/* guatu-entry-list.c — reads the journal, and puts an entry into words when it comes into sight. */
#include "guatu-entry-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"

struct _GuatuEntryItem
{
  GObject   parent_instance;

  gint64    seq;
  gint64    time;
  char     *author;             /* GRefString: few write much */
  char     *kind;               /* the same */
  char     *arguments;
  guint     n_since;            /* entries after this one, and how many have made them */
  guint     n_people;
  char     *latest;             /* GRefString: who made the newest of them */
  gboolean  standing;
  gboolean  in_reach;

  /* Made when they are needed */
  char     *title;
  char     *sought;
};

G_DEFINE_FINAL_TYPE (GuatuEntryItem, guatu_entry_item, G_TYPE_OBJECT)

static void
guatu_entry_item_finalize (GObject *object)
{
  GuatuEntryItem *self = GUATU_ENTRY_ITEM (object);

  g_ref_string_release (self->author);
  g_ref_string_release (self->kind);
  g_clear_pointer (&self->latest, g_ref_string_release);
  g_free (self->arguments);
  g_free (self->title);
  g_free (self->sought);

  G_OBJECT_CLASS (guatu_entry_item_parent_class)->finalize (object);
}

static void
guatu_entry_item_class_init (GuatuEntryItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_entry_item_finalize;
}

static void
guatu_entry_item_init (GuatuEntryItem *self)
{
}

/* Reading -------------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray  *items;
  GHashTable *people;           /* those seen so far */
  const char *latest;           /* of the newest entry; lives in its item */
  gboolean    behind;           /* a barrier was seen */
} Reading;

static gboolean
take_entry (const GuatuEntry  *entry,
            gpointer           data,
            GError           **error)
{
  Reading *reading = data;
  GuatuEntryItem *item = g_object_new (GUATU_TYPE_ENTRY_ITEM, NULL);

  item->seq = entry->seq;
  item->time = entry->time;
  item->author = g_ref_string_new_intern (entry->author);
  item->kind = g_ref_string_new_intern (entry->kind);
  item->arguments = g_strdup (entry->arguments);
  item->standing = entry->standing;
  item->in_reach = !reading->behind;
  item->n_since = reading->items->len;
  item->n_people = g_hash_table_size (reading->people);
  if (reading->latest != NULL)
    item->latest = g_ref_string_acquire ((char *) reading->latest);
  else
    reading->latest = item->author;

  g_ptr_array_add (reading->items, item);
  g_hash_table_add (reading->people, item->author);
  reading->behind = reading->behind || guatu_entry_kind_is_barrier (entry->kind);

  return TRUE;
}

gboolean
guatu_entry_list_load (GListStore     *list,
                       GuatuDocument  *document,
                       GError        **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { items, people };

  g_return_val_if_fail (G_IS_LIST_STORE (list) && GUATU_IS_DOCUMENT (document), FALSE);

  if (!guatu_store_each_entry_back (guatu_document_get_store (document), take_entry, &reading, error))
    return FALSE;

  g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), items->pdata, items->len);

  return TRUE;
}

/* Words ---------------------------------------------------------------------------------------------- */

gint64
guatu_entry_item_seq (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), 0);

  return self->seq;
}

const char *
guatu_entry_item_title (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), "");

  if (self->title == NULL)
    self->title = guatu_entry_title (&(GuatuEntry) { .kind = self->kind, .arguments = self->arguments });

  return self->title;
}

char *
guatu_entry_item_time (GuatuEntryItem *self)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;
  GString *text;

  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), NULL);

  utc = g_date_time_new_from_unix_utc (self->time / 1000);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  /* Anybody may have written the file. */
  if (local == NULL)
    return g_strdup ("");

  text = g_string_new (NULL);
  guatu_chart_expand (text, guatu_chart_language (NULL), C_("date", "{Mon} {day}, {year}, {hour}:{minute}"),
                      guatu_instant_from_civil ((GuatuCivil) {
                        .year = g_date_time_get_year (local), .month = g_date_time_get_month (local),
                        .day = g_date_time_get_day_of_month (local), .hour = g_date_time_get_hour (local),
                        .minute = g_date_time_get_minute (local) }));

  return g_string_free (text, FALSE);
}

const char *
guatu_entry_item_author (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), "");

  return self->author;
}

gboolean
guatu_entry_item_stands (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), FALSE);

  return self->standing;
}

gboolean
guatu_entry_item_is_in_reach (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), FALSE);

  return self->in_reach;
}

char *
guatu_entry_item_since (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), NULL);

  if (self->n_since == 0)
    return g_strdup ("");
  if (self->n_people == 1)
    /* Translators: how many edits were made after the one that is chosen, and who made them all. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u edit since, by %2$s", "%1$u edits since, by %2$s",
                                         self->n_since), self->n_since, self->latest);

  /* Translators: how many edits were made after the one that is chosen, and by how many people, at least two. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u edit since, by %2$u people",
                                       "%1$u edits since, by %2$u people", self->n_since),
                          self->n_since, self->n_people);
}

/* Searching ------------------------------------------------------------------------------------------ */

static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (plain != NULL ? plain : "", -1);
}

GStrv
guatu_entry_words (const char *text)
{
  g_autofree char *folded = fold (text);

  return g_strsplit_set (folded, " \t\n", -1);
}

gboolean
guatu_entry_item_matches (GuatuEntryItem *self,
                          GStrv           words)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), FALSE);

  if (self->sought == NULL)
    {
      g_autofree char *time = guatu_entry_item_time (self);
      g_autofree char *all = g_strjoin ("\n", guatu_entry_item_title (self), self->author, time, NULL);

      self->sought = fold (all);
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->sought, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
