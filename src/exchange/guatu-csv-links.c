/* guatu-csv-links.c — predecessors as people write them: "3FS+2d;4SS-1w;7". */
#include "guatu-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ENTRY 200
#define NOBODY    (-1)
#define SEVERAL   (-2)

typedef struct
{
  GuatuCsvImport *import;
  GHashTable     *ids;          /* the ID column: text → task + 1 */
  GHashTable     *codes;        /* WBS codes and names, for those who write these; SEVERAL where two bear one */
  GHashTable     *pairs;        /* predecessor << 32 | successor << 2 | type */
  GuatuDurationRates rates;
} Linker;

typedef struct
{
  gint32          task;
  GuatuLinkType   type;
  GuatuDuration   lag;
} Entry;

/* Whom an entry means ----------------------------------------------------------------------------- */

/* Spreadsheets make "7" a "7.0"; nobody writes leading zeros twice alike, nor brackets and digits of one width. */
static char *
id_key (const char *id)
{
  g_autofree char *plain = g_utf8_normalize (id, -1, G_NORMALIZE_ALL_COMPOSE);
  const char *text = plain;
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;
  gboolean zeros = rest[0] == '.' && rest[1] == '0' && rest[1 + strspn (rest + 1, "0")] == '\0';

  if (digits == 0 || (*rest != '\0' && !zeros))
    return g_steal_pointer (&plain);
  while (digits > 1 && *text == '0')
    {
      text++;
      digits--;
    }
  return g_strndup (text, digits);
}

static void
index_ids (Linker *self)
{
  GuatuCsvImport *import = self->import;

  if (import->columns.column[GUATU_CSV_ID] < 0)
    return;

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint task = 0; task < import->n_tasks; task++)
    {
      guint record = g_array_index (import->records, guint, task);
      g_autofree char *text = guatu_csv_value (import, record, GUATU_CSV_ID);
      g_autofree char *key = id_key (text);

      if (text[0] == '\0')
        continue;
      if (import->numbered && g_hash_table_contains (self->ids, key))
        g_hash_table_insert (self->ids, g_steal_pointer (&key), GINT_TO_POINTER (SEVERAL));
      else if (g_hash_table_contains (self->ids, key))
        guatu_csv_remark (import, record, GUATU_CSV_ID,
                          _("another task already has the ID “%s”; links mean the first"), text);
      else
        g_hash_table_insert (self->ids, g_steal_pointer (&key), GINT_TO_POINTER (task + 1));
    }
}

static void
index_texts (Linker *self, GuatuCsvKind kind)
{
  GuatuCsvImport *import = self->import;

  for (guint task = 0; task < import->n_tasks && import->columns.column[kind] >= 0; task++)
    {
      g_autofree char *value = guatu_csv_value (import, g_array_index (import->records, guint, task), kind);
      char *text = g_utf8_normalize (value, -1, G_NORMALIZE_ALL_COMPOSE);

      if (text[0] == '\0' || strlen (text) > MAX_ENTRY)
        g_free (text);
      else if (g_hash_table_contains (self->codes, text))
        g_hash_table_insert (self->codes, text, GINT_TO_POINTER (SEVERAL));
      else
        g_hash_table_insert (self->codes, text, GINT_TO_POINTER (task + 1));
    }
}

static gint32
find_text (Linker *self, const char *text)
{
  gpointer found;

  if (self->codes == NULL)
    {
      self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      index_texts (self, GUATU_CSV_NAME);
      index_texts (self, GUATU_CSV_WBS);
    }
  found = g_hash_table_lookup (self->codes, text);
  return found == NULL || GPOINTER_TO_INT (found) == SEVERAL ? NOBODY : GPOINTER_TO_INT (found) - 1;
}

/* What "第3项" has between its signs, or %NULL. Free it. */
static char *
ordinal (const char *text)
{
  static const char * const counters[] = { "项", "条", "号", "行", "个", "步" };

  for (guint i = 0; g_str_has_prefix (text, "第") && i < G_N_ELEMENTS (counters); i++)
    if (g_str_has_suffix (text, counters[i]))
      return g_strstrip (g_strndup (text + strlen ("第"), strlen (text) - strlen ("第") - strlen (counters[i])));
  return NULL;
}

static gint32
find_numbered (Linker *self, const char *text)
{
  g_autofree char *key = id_key (text);
  gboolean number = key[0] != '\0' && key[strspn (key, "0123456789")] == '\0';

  if (self->ids != NULL)
    {
      gpointer found = g_hash_table_lookup (self->ids, key);

      if (found != NULL)
        return GPOINTER_TO_INT (found) == SEVERAL ? NOBODY : GPOINTER_TO_INT (found) - 1;
    }
  else if (number && strlen (key) < 9)
    {
      guint line = (guint) g_ascii_strtoull (key, NULL, 10);

      return line >= 1 && line <= self->import->by_line->len ?
             g_array_index (self->import->by_line, gint32, line - 1) : NOBODY;
    }
  return number || text[0] == '\0' ? NOBODY : find_text (self, text);
}

/* What an entry says ------------------------------------------------------------------------------- */

static gint32
find_task (Linker *self, const char *text)
{
  g_autofree char *number = ordinal (text);
  gint32 task = find_numbered (self, text);

  return task < 0 && number != NULL ? find_numbered (self, number) : task;
}

static const struct { const char *name; GuatuLinkType type; } types[] = {
  { "fs", GUATU_LINK_FS }, { "ss", GUATU_LINK_SS }, { "ff", GUATU_LINK_FF }, { "sf", GUATU_LINK_SF },
  { "完成-开始", GUATU_LINK_FS }, { "开始-开始", GUATU_LINK_SS }, { "完成-完成", GUATU_LINK_FF }, { "开始-完成", GUATU_LINK_SF },
  { "完成到开始", GUATU_LINK_FS }, { "开始到开始", GUATU_LINK_SS }, { "完成到完成", GUATU_LINK_FF }, { "开始到完成", GUATU_LINK_SF },
  { "finish-to-start", GUATU_LINK_FS }, { "start-to-start", GUATU_LINK_SS }, { "finish-to-finish", GUATU_LINK_FF },
  { "start-to-finish", GUATU_LINK_SF },
};

static void
skip_marks (const char **at)
{
  *at += strspn (*at, " :()[]");
}

static gboolean
take_type (const char **at, GuatuLinkType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strncasecmp (*at, types[i].name, strlen (types[i].name)) == 0)
      {
        *at += strlen (types[i].name);
        *type = types[i].type;
        skip_marks (at);
        return TRUE;
      }
  return FALSE;
}

/* "FS+2d", "SS -50%", "完成-开始(FS)+3 个工作日"; nothing at all is FS. */
static gboolean
read_relation (const Linker *self, const char *at, Entry *entry)
{
  g_autofree char *lag = NULL;
  gsize length;

  entry->type = GUATU_LINK_FS;
  entry->lag = (GuatuDuration) { 0 };
  skip_marks (&at);
  if (*at == '\0')
    return TRUE;

  /* Twice, for "完成-开始(FS)". */
  if (!take_type (&at, &entry->type))
    return FALSE;
  take_type (&at, &entry->type);
  if (*at == '\0')
    return TRUE;
  /* "FS 2d" leaves the sign out; a blank and a unit make sure that it is a lag. */
  if (at[-1] == ' ' && g_ascii_isdigit (*at) && at[strspn (at, "0123456789., ")] != '\0')
    lag = g_strconcat ("+", at, NULL);
  else if (*at == '+' || *at == '-')
    lag = g_strdup (at);
  else
    return FALSE;
  length = strlen (lag);
  while (length > 1 && strchr (" ?)]", lag[length - 1]) != NULL)
    lag[--length] = '\0';
  memmove (lag + 1, lag + 1 + strspn (lag + 1, " "), strlen (lag + 1 + strspn (lag + 1, " ")) + 1);
  return guatu_duration_parse (lag, &self->rates, TRUE, &entry->lag);
}

/* The longest beginning that names a task, where the rest can be read: an ID may hold letters and dashes. */
static gboolean
read_entry (Linker *self, const char *text, Entry *entry)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_ENTRY)
    return FALSE;
  for (gsize i = length; i > 0; i--)
    {
      g_autofree char *name = NULL;

      /* A task ends where the text does, or before a relation. */
      if (((guchar) text[i] & 0xc0) == 0x80 || (g_ascii_isdigit (text[i]) && i < length) ||
          !read_relation (self, text + i, entry))
        continue;
      name = g_strstrip (g_strndup (text, i));
      entry->task = find_task (self, name);
      if (entry->task >= 0)
        return TRUE;
    }
  return FALSE;
}

/* Lists -------------------------------------------------------------------------------------------- */

static gboolean
is_ancestor (const GuatuCsvImport *import, guint a, guint b)
{
  return a < b && b <= import->last[a];
}

static void
add_link (Linker *self, const Entry *entry, guint task, guint record, GuatuCsvKind kind, const char *text)
{
  GuatuCsvImport *import = self->import;
  GuatuCsvLink link = { .predecessor = (guint) entry->task, .successor = task, .record = record,
                        .column = (guint) import->columns.column[kind], .type = entry->type, .lag = entry->lag };
  gint64 *pair;

  if (kind == GUATU_CSV_SUCCESSORS)
    {
      link.predecessor = task;
      link.successor = (guint) entry->task;
    }
  if (link.predecessor == link.successor)
    {
      guatu_csv_note (import, record, kind, _("“%s” links the task to itself and was left out"), text);
      return;
    }
  if (is_ancestor (import, link.predecessor, link.successor) || is_ancestor (import, link.successor, link.predecessor))
    {
      guatu_csv_note (import, record, kind,
                      _("“%s” links the task to one that it belongs to or holds, and was left out"), text);
      return;
    }
  pair = g_new (gint64, 1);
  *pair = (gint64) link.predecessor << 32 | (gint64) link.successor << 2 | link.type;
  if (!g_hash_table_add (self->pairs, pair))
    {
      guatu_csv_remark (import, record, kind,
                        _("“%s” links the same two tasks in the same way once more and was left out"), text);
      return;
    }
  g_array_append_val (import->links, link);
}

/* Whether only the task is wrong: "99FS" where there is no 99. */
static gboolean
names_nobody (const Linker *self, const char *text)
{
  gsize digits = strspn (text, "0123456789");
  Entry entry;

  return digits > 0 && read_relation (self, text + digits, &entry);
}

/* "1FS" where the numbers begin anew below each summary. */
static gboolean
names_several (const Linker *self, const char *text)
{
  g_autofree char *number = g_strndup (text, strspn (text, "0123456789"));
  g_autofree char *key = id_key (number);

  return self->ids != NULL && GPOINTER_TO_INT (g_hash_table_lookup (self->ids, key)) == SEVERAL;
}

static void
read_part (Linker *self, char *text, guint task, guint record, GuatuCsvKind kind)
{
  g_autofree char *shown = NULL;
  Entry entry;

  g_strstrip (text);
  if (text[0] == '\0')
    return;
  if (read_entry (self, text, &entry))
    {
      add_link (self, &entry, task, record, kind, text);
      return;
    }
  if (strlen (text) < MAX_ENTRY && names_nobody (self, text) && names_several (self, text))
    {
      guatu_csv_note (self->import, record, kind, _("“%s” was left out: several tasks have this number"), text);
      return;
    }
  if (strlen (text) < MAX_ENTRY && names_nobody (self, text))
    {
      guatu_csv_remark (self->import, record, kind, _("“%s” was left out: no task has this number"), text);
      return;
    }
  shown = g_utf8_strlen (text, -1) > MAX_ENTRY ? g_utf8_substring (text, 0, MAX_ENTRY) : g_strdup (text);
  guatu_csv_note (self->import, record, kind, _("“%s” is not understood"), shown);
}

/* Whether the part after this one is no entry by itself, but the decimals of this one's lag. */
static gboolean
belongs_to_next (Linker *self, const char *part, const char *next, char **joined)
{
  g_autofree char *alone = next != NULL ? g_strstrip (g_strdup (next)) : NULL;
  g_autofree char *both = NULL;
  Entry entry;

  if (next == NULL || !g_ascii_isdigit (alone[0]) || read_entry (self, alone, &entry))
    return FALSE;
  both = g_strstrip (g_strconcat (part, ",", next, NULL));
  if (!read_entry (self, both, &entry))
    return FALSE;
  *joined = g_steal_pointer (&both);
  return TRUE;
}

/* A sign of three bytes by one, and blanks. */
static void
replace_sign (char *text, const char *sign, char by)
{
  while ((text = strstr (text, sign)) != NULL)
    {
      memset (text, ' ', 3);
      *text = by;
    }
}

static void
read_list (Linker *self, const char *cell, guint task, guint record, GuatuCsvKind kind)
{
  g_autofree char *plain = g_utf8_normalize (cell, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto(GStrv) pieces = NULL;

  replace_sign (plain, "、", ';');
  replace_sign (plain, "−", '-');
  replace_sign (plain, "–", '-');
  g_strdelimit (plain, "\n\t|", ';');
  pieces = g_strsplit (plain, ";", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (pieces[i], ",", -1);

      for (guint k = 0; parts[k] != NULL; k++)
        {
          g_autofree char *joined = NULL;

          if (belongs_to_next (self, parts[k], parts[k + 1], &joined))
            k++;
          read_part (self, joined != NULL ? joined : parts[k], task, record, kind);
        }
    }
}

static void
read_links_of (Linker *linker, guint task)
{
  const GuatuCsvKind kinds[] = { GUATU_CSV_PREDECESSORS, GUATU_CSV_RELATIONSHIPS, GUATU_CSV_SUCCESSORS };
  GuatuCsvImport *self = linker->import;
  guint record = g_array_index (self->records, guint, task);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      int column = self->columns.column[kinds[i]];
      g_autofree char *cell = NULL;

      /* Programs that write both columns say the same thing twice. */
      if (column < 0 || (kinds[i] == GUATU_CSV_SUCCESSORS && self->columns.column[GUATU_CSV_PREDECESSORS] >= 0) ||
          guatu_csv_cell (&self->table, record, (guint) column)[0] == '\0')
        continue;
      cell = guatu_csv_value (self, record, kinds[i]);
      if (!guatu_csv_is_nothing (cell))
        read_list (linker, cell, task, record, kinds[i]);
    }
}

gboolean
guatu_csv_read_links (GuatuCsvImport *self, GError **error)
{
  Linker linker = { .import = self, .rates = guatu_plan_rates (self->plan) };
  gboolean ok = TRUE;

  linker.pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->links = g_array_new (FALSE, FALSE, sizeof (GuatuCsvLink));
  index_ids (&linker);

  for (guint task = 0; ok && task < self->n_tasks; task++)
    {
      ok = guatu_csv_tick (self, GUATU_CSV_STAGE_LINKS, task, error);
      if (ok)
        read_links_of (&linker, task);
    }

  g_clear_pointer (&linker.ids, g_hash_table_unref);
  g_clear_pointer (&linker.codes, g_hash_table_unref);
  g_hash_table_unref (linker.pairs);
  return ok;
}
