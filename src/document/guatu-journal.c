/* guatu-journal.c — steps back through the journal and notes what is looked for, in a few bytes each. */
#include "guatu-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-changeset.h"

struct _GuatuJournal
{
  GuatuDocument     *document;
  GuatuJournalQuery  query;
  char              *author;        /* folded; %NULL: anybody's */
  GStrv              words;         /* folded; %NULL: none */

  GuatuStanding     *standing;
  GHashTable        *places;        /* of names; a key is the name itself */
  GPtrArray         *names;
  GPtrArray         *authors;       /* borrowed from @names, in the order in which they were met */
  GHashTable        *parts[GUATU_N_TABLES];   /* ids of rows that belong to the one that is looked for */
  GArray            *lines;

  gint64             at;            /* the entry read last; 0: none */
  gint64             head;
  guint              n_read;
  const char        *latest;
  gboolean           behind;        /* a barrier was seen */
  gboolean           done;

  gint64             until;         /* of the step under way */
};

/* Words ---------------------------------------------------------------------------------------------------- */

static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (plain != NULL ? plain : "", -1);
}

GuatuInstant
guatu_journal_civil (gint64 milliseconds)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Anybody may have written the file. */
  if (local == NULL)
    return GUATU_NONE;

  return guatu_instant_from_civil ((GuatuCivil) {
    .year = g_date_time_get_year (local), .month = g_date_time_get_month (local),
    .day = g_date_time_get_day_of_month (local), .hour = g_date_time_get_hour (local),
    .minute = g_date_time_get_minute (local), .second = g_date_time_get_second (local) });
}

char *
guatu_journal_time_text (gint64 milliseconds)
{
  GuatuInstant instant = guatu_journal_civil (milliseconds);
  GuatuCivil civil;

  if (instant == GUATU_NONE)
    return g_strdup ("?");

  civil = guatu_instant_to_civil (instant);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

gint64
guatu_journal_moment (GuatuInstant civil)
{
  GuatuCivil parts = guatu_instant_to_civil (civil);
  g_autoptr(GDateTime) local = g_date_time_new_local (parts.year, parts.month, parts.day, parts.hour, parts.minute,
                                                      parts.second);

  return local != NULL ? g_date_time_to_unix (local) * 1000 : 0;
}

static guint32
place_of (GuatuJournal *self,
          const char   *name)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (self->places, name, NULL, &place))
    {
      char *kept = g_strdup (name);

      place = GUINT_TO_POINTER (self->names->len);
      g_ptr_array_add (self->names, kept);
      g_hash_table_insert (self->places, kept, place);
    }

  return GPOINTER_TO_UINT (place);
}

/* The day in the ways in which people look for one: "2022-10-12 14:03", "Oct 12, 2022", "2022年10月12日". */
static char *
sought_time (gint64 milliseconds)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  char *text = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M\n%b %-d, %Y, %H:%M\n%Y年%-m月%-d日") : NULL;

  return text != NULL ? text : g_strdup ("");
}

static gboolean
says (const GuatuJournal *self,
      const GuatuEntry   *entry)
{
  g_autofree char *title = guatu_entry_title (entry);
  g_autofree char *time = sought_time (entry->time);
  g_autofree char *all = g_strjoin ("\n", title, entry->author, time, NULL);
  g_autofree char *folded = fold (all);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Rows ----------------------------------------------------------------------------------------------------- */

gboolean
guatu_field_is_of_owner (GuatuTable table,
                         guint      field)
{
  const GuatuField *info = guatu_field (table, field);

  if (info->type != GUATU_TYPE_REFERENCE)
    return FALSE;

  switch ((int) table)
    {
    case GUATU_TABLE_PLAN:
    case GUATU_TABLE_CALENDAR:
    case GUATU_TABLE_TASK:
    case GUATU_TABLE_UNIT:
    case GUATU_TABLE_PERSON:
    case GUATU_TABLE_LEDGER:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
add_part (GuatuJournal *self,
          GuatuTable    table,
          gint64        id)
{
  if (self->parts[table] == NULL)
    self->parts[table] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (self->parts[table], g_memdup2 (&id, sizeof id));
}

static gboolean
is_part (const GuatuJournal *self,
         GuatuTable          table,
         gint64              id)
{
  return self->parts[table] != NULL && g_hash_table_contains (self->parts[table], &id);
}

/* Those of today; of earlier ones the journal tells on the way back. */
static void
find_parts (GuatuJournal *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, self->query.table, self->query.id);

  for (guint table = 0; row >= 0 && table < GUATU_N_TABLES; table++)
    for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
      {
        const gint32 *rows;
        guint n;

        if (!guatu_field_is_of_owner (table, field) || guatu_field (table, field)->target != self->query.table)
          continue;
        rows = guatu_plan_referrers (plan, table, field, row, &n);
        for (guint i = 0; i < n; i++)
          add_part (self, table, guatu_plan_id (plan, table, rows[i]));
      }
}

typedef struct
{
  GuatuJournal *journal;
  gboolean      found;
} RowSearch;

static gboolean
refers (const GuatuChange *change,
        guint              field,
        gint64             id)
{
  return (change->kind != GUATU_CHANGE_ADDED && change->before[field].kind == GUATU_VALUE_INTEGER &&
          change->before[field].integer == id) ||
         (change->kind != GUATU_CHANGE_REMOVED && change->after[field].kind == GUATU_VALUE_INTEGER &&
          change->after[field].integer == id);
}

/* Goes through all of it: what belongs to the row is to be known for the entries before. */
static gboolean
look_at_row (const GuatuChange *change,
             gpointer           data)
{
  RowSearch *search = data;
  GuatuJournal *self = search->journal;
  const GuatuTableInfo *info = guatu_table_info (change->table);

  if ((change->table == self->query.table && change->id == self->query.id) ||
      is_part (self, change->table, change->id))
    search->found = TRUE;

  for (guint field = 1; field < info->n_fields; field++)
    if (guatu_change_has (change, field) && info->fields[field].type == GUATU_TYPE_REFERENCE &&
        info->fields[field].target == self->query.table && refers (change, field, self->query.id))
      {
        search->found = TRUE;
        if (guatu_field_is_of_owner (change->table, field))
          add_part (self, change->table, change->id);
      }

  return TRUE;
}

static gboolean
touches (GuatuJournal     *self,
         const GuatuEntry *entry)
{
  RowSearch search = { self, FALSE };

  /* What cannot be read is for the verifying to complain of. */
  return entry->changeset != NULL && guatu_changeset_each (entry->changeset, look_at_row, &search, NULL) &&
         search.found;
}

/* Walking -------------------------------------------------------------------------------------------------- */

/* What takes longest comes last; but rows are looked at in every entry. */
static gboolean
is_sought (GuatuJournal     *self,
           const GuatuEntry *entry)
{
  const GuatuJournalQuery *query = &self->query;
  gboolean of_row = query->id == 0 || touches (self, entry);

  if (!of_row || (query->deeds != 0 && !(query->deeds & 1u << guatu_deed_of_kind (entry->kind))) ||
      (query->since != 0 && entry->time < query->since) || (query->until != 0 && entry->time >= query->until))
    return FALSE;
  if (self->author != NULL)
    {
      g_autofree char *author = fold (entry->author);

      if (!g_str_equal (author, self->author))
        return FALSE;
    }

  return self->words == NULL || says (self, entry);
}

static gboolean
take_entry (const GuatuEntry  *entry,
            gpointer           data,
            GError           **error)
{
  GuatuJournal *self = data;
  guint32 author = place_of (self, entry->author);
  gboolean standing = guatu_standing_take (self->standing, entry);

  if (self->n_read == 0)
    {
      self->head = entry->seq;
      self->latest = g_ptr_array_index (self->names, author);
    }
  if (is_sought (self, entry))
    g_array_append_val (self->lines, ((GuatuJournalLine) {
      .seq = entry->seq, .time = entry->time, .author = author, .kind = place_of (self, entry->kind),
      .n_people = self->authors->len, .standing = standing, .in_reach = !self->behind }));

  self->at = entry->seq;
  self->n_read++;
  if (!g_ptr_array_find (self->authors, g_ptr_array_index (self->names, author), NULL))
    g_ptr_array_add (self->authors, g_ptr_array_index (self->names, author));
  self->behind = self->behind || guatu_entry_kind_is_barrier (entry->kind);

  return self->until == 0 || g_get_monotonic_time () < self->until;
}

gboolean
guatu_journal_step (GuatuJournal  *self,
                    gint64         budget,
                    GError       **error)
{
  g_return_val_if_fail (self != NULL && budget >= 0, FALSE);

  if (self->done)
    return TRUE;

  self->until = budget != 0 ? g_get_monotonic_time () + budget : 0;
  /* Before entry 1 there is nothing; 0 would begin anew. */
  if (self->at == 1)
    self->done = TRUE;
  else if (!guatu_store_read_back (guatu_document_get_store (self->document), self->at, self->query.id != 0, take_entry,
                                   self, &self->done, error))
    {
      self->done = TRUE;
      return FALSE;
    }

  return TRUE;
}

gboolean
guatu_journal_is_done (const GuatuJournal *self)
{
  return self->done;
}

const GuatuJournalLine *
guatu_journal_lines (const GuatuJournal *self,
                     guint              *n)
{
  *n = self->lines->len;
  return (const GuatuJournalLine *) (gpointer) self->lines->data;
}

guint
guatu_journal_n_read (const GuatuJournal *self)
{
  return self->n_read;
}

const char *
guatu_journal_name (const GuatuJournal *self,
                    guint32             name)
{
  return g_ptr_array_index (self->names, name);
}

GPtrArray *
guatu_journal_authors (const GuatuJournal *self)
{
  return self->authors;
}

gint64
guatu_journal_newest (const GuatuJournal *self)
{
  return self->head;
}

const char *
guatu_journal_latest (const GuatuJournal *self)
{
  return self->latest != NULL ? self->latest : "";
}

/* Making --------------------------------------------------------------------------------------------------- */

static GStrv
words_of (const char *text)
{
  g_autofree char *folded = text != NULL ? fold (text) : NULL;
  g_auto(GStrv) split = folded != NULL ? g_strsplit_set (folded, " \t\n", -1) : NULL;
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    if (split[i][0] != '\0')
      {
        g_strv_builder_add (words, split[i]);
        n++;
      }

  return n > 0 ? g_strv_builder_end (words) : NULL;
}

GuatuJournal *
guatu_journal_new (GuatuDocument           *document,
                   const GuatuJournalQuery *query)
{
  GuatuJournal *self = g_new0 (GuatuJournal, 1);

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document) && query != NULL, NULL);

  self->document = g_object_ref (document);
  self->query = *query;
  self->words = words_of (query->text);
  self->author = query->author != NULL ? fold (query->author) : NULL;
  self->standing = guatu_standing_new ();
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->authors = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (GuatuJournalLine));
  if (query->id != 0)
    find_parts (self);

  return self;
}

void
guatu_journal_free (GuatuJournal *self)
{
  if (self == NULL)
    return;

  for (guint table = 0; table < GUATU_N_TABLES; table++)
    g_clear_pointer (&self->parts[table], g_hash_table_unref);
  g_clear_pointer (&self->standing, guatu_standing_free);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->names);
  g_array_unref (self->lines);
  g_strfreev (self->words);
  g_free (self->author);
  g_object_unref (self->document);
  g_free (self);
}
