/* guatu-store-changeset-form.c — the bytes of a changeset: whether they have its form, and what they say row by row. */
#include "guatu-store-private.h"

#include <string.h>

/*
 * The format (sqlite3session.c, "CHANGESET FORMAT"): for each table a header, then its changes.
 *
 *   'T', number of columns as a varint, one byte for each column (whether it is of the key), name, 0
 *   operation, "indirect" byte, then the old record (DELETE, UPDATE) and the new one (INSERT, UPDATE)
 *
 * A record is a value for each column: a type byte, then 8 bytes for numbers, a varint and as many
 * bytes for text and blobs, nothing for "undefined" (0) and NULL (5).
 *
 * Rows come and go whole. A change has the old value of each field that it has a new one of: of others it has
 * neither. SQLite's iterator would overlook an old value alone, and its inverse would yet write it.
 *
 * SQLite's own reader is made for changesets that SQLite wrote; versions of it have read past the
 * end of others (CVE-2023-7104). And it makes an object of every value: what takes a large import back
 * spent most of its time on that.
 */

/* More than any table of ours has, or ever will have. */
#define MAX_COLUMNS 1000

typedef GuatuChangesetBytes Bytes;

/* For each column, whether the record has a value. */
typedef gboolean Record[MAX_COLUMNS];

static gboolean
skip (Bytes   *bytes,
      guint64  n)
{
  if (n > (guint64) (bytes->end - bytes->at))
    return FALSE;

  bytes->at += n;
  return TRUE;
}

static gboolean
take_byte (Bytes  *bytes,
           guint8 *byte)
{
  if (bytes->at == bytes->end)
    return FALSE;

  *byte = *bytes->at++;
  return TRUE;
}

/* Seven bits a byte, the high ones first; SQLite's of up to 4 bytes are all that a plan needs. */
static gboolean
take_varint (Bytes   *bytes,
             guint64 *number)
{
  guint8 byte = 0x80;

  *number = 0;
  for (guint i = 0; i < 4 && byte & 0x80; i++)
    {
      if (!take_byte (bytes, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
    }

  return !(byte & 0x80);
}

static gboolean
skip_value (Bytes    *bytes,
            gboolean *is_there)
{
  guint64 length;
  guint8 type;

  if (!take_byte (bytes, &type))
    return FALSE;

  *is_there = type != 0;
  switch (type)
    {
    case 0:
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return skip (bytes, 8);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return take_varint (bytes, &length) && skip (bytes, length);
    default:
      return FALSE;
    }
}

static gboolean
skip_record (Bytes  *bytes,
             Record  record)
{
  for (guint64 i = 0; i < bytes->n_columns; i++)
    if (!skip_value (bytes, &record[i]))
      return FALSE;

  return TRUE;
}

static gboolean
skip_row (Bytes *bytes)
{
  Record row;

  if (!skip_record (bytes, row))
    return FALSE;

  for (guint64 i = 0; i < bytes->n_columns; i++)
    if (!row[i])
      return FALSE;

  return TRUE;
}

static gboolean
skip_update (Bytes *bytes)
{
  Record old, new;

  if (!skip_record (bytes, old) || !skip_record (bytes, new))
    return FALSE;

  for (guint64 i = 0; i < bytes->n_columns; i++)
    if (bytes->keys[i] ? !old[i] : old[i] != new[i])
      return FALSE;

  return TRUE;
}

static gboolean
skip_header (Bytes *bytes)
{
  const guint8 *name_end;

  if (!take_varint (bytes, &bytes->n_columns) || bytes->n_columns == 0 || bytes->n_columns > MAX_COLUMNS)
    return FALSE;
  bytes->keys = bytes->at;
  if (!skip (bytes, bytes->n_columns))
    return FALSE;

  bytes->table = (const char *) bytes->at;
  name_end = memchr (bytes->at, 0, (gsize) (bytes->end - bytes->at));
  return name_end != NULL && skip (bytes, (guint64) (name_end - bytes->at) + 1);
}

static gboolean
skip_change (Bytes  *bytes,
             guint8  operation)
{
  guint8 indirect;

  if (bytes->n_columns == 0 || !take_byte (bytes, &indirect))
    return FALSE;

  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return skip_row (bytes);
    case SQLITE_UPDATE:
      return skip_update (bytes);
    default:
      return FALSE;
    }
}

gboolean
guatu_changeset_has_form (const void *data,
                          gsize       size)
{
  Bytes bytes = { .at = data, .end = (const guint8 *) data + size };
  guint8 byte;

  while (take_byte (&bytes, &byte))
    if (byte == 'T' ? !skip_header (&bytes) : !skip_change (&bytes, byte))
      return FALSE;

  return bytes.n_columns > 0;
}

/* Reading ---------------------------------------------------------------------------------------------- */

void
guatu_changeset_reader_init (GuatuChangesetReader *self,
                             const void           *data,
                             gsize                 size)
{
  *self = (GuatuChangesetReader) { .bytes = { .at = data, .end = (const guint8 *) data + size } };
}

void
guatu_changeset_reader_clear (GuatuChangesetReader *self)
{
  g_clear_pointer (&self->old, g_free);
  g_clear_pointer (&self->new, g_free);
  g_clear_pointer (&self->texts, g_free);
}

/* Texts stand in the bytes without a final zero, but each behind two bytes at least: a copy of them with zeros is no
 * longer than the records are. */
static void
make_room (GuatuChangesetReader *self,
           gsize                 length)
{
  if (length > self->texts_size)
    {
      self->texts_size = MAX (length, 2 * self->texts_size);
      g_free (self->texts);
      self->texts = g_malloc (self->texts_size);
    }
  self->text = self->texts;
}

static gint64
take_number (Bytes *bytes)
{
  guint64 big_endian;

  memcpy (&big_endian, bytes->at, sizeof big_endian);
  bytes->at += sizeof big_endian;

  return (gint64) GUINT64_FROM_BE (big_endian);
}

static GuatuSaid
take_text (GuatuChangesetReader *self)
{
  GuatuSaid said = { GUATU_NULL, GUATU_SAID_OTHER };
  guint64 length;

  take_varint (&self->bytes, &length);
  if (memchr (self->bytes.at, 0, length) == NULL)
    {
      memcpy (self->text, self->bytes.at, length);
      self->text[length] = '\0';
      said = (GuatuSaid) { GUATU_TEXT (self->text), GUATU_SAID_VALUE };
      self->text += length + 1;
    }
  self->bytes.at += length;

  return said;
}

/* The form was looked at before. */
static GuatuSaid
take_value (GuatuChangesetReader *self)
{
  GuatuSaid said = { GUATU_NULL, GUATU_SAID_OTHER };
  guint64 length;

  switch (*self->bytes.at++)
    {
    case 0:
      said.how = GUATU_SAID_NOTHING;
      break;
    case SQLITE_NULL:
      said.how = GUATU_SAID_VALUE;
      break;
    case SQLITE_INTEGER:
      said = (GuatuSaid) { GUATU_INTEGER (take_number (&self->bytes)), GUATU_SAID_VALUE };
      break;
    case SQLITE_TEXT:
      return take_text (self);
    case SQLITE_FLOAT:
      self->bytes.at += 8;
      break;
    case SQLITE_BLOB:
    default:
      take_varint (&self->bytes, &length);
      self->bytes.at += length;
    }

  return said;
}

static void
take_record (GuatuChangesetReader *self,
             GuatuSaid            *record,
             gboolean              is_there)
{
  for (guint64 i = 0; i < self->bytes.n_columns; i++)
    record[i] = is_there ? take_value (self) : (GuatuSaid) { GUATU_NULL, GUATU_SAID_NOTHING };
}

gboolean
guatu_changeset_reader_next (GuatuChangesetReader *self)
{
  Bytes *bytes = &self->bytes;
  const guint8 *begin;
  guint8 byte = 0;

  while (take_byte (bytes, &byte) && byte == 'T')
    {
      if (!skip_header (bytes))
        return FALSE;
      self->old = g_renew (GuatuSaid, self->old, bytes->n_columns);
      self->new = g_renew (GuatuSaid, self->new, bytes->n_columns);
    }
  if (bytes->at == bytes->end)
    return FALSE;

  begin = bytes->at;
  if (!skip_change (bytes, byte))
    return FALSE;
  make_room (self, (gsize) (bytes->at - begin));
  bytes->at = begin + 1;
  self->operation = byte;
  take_record (self, self->old, byte != SQLITE_INSERT);
  take_record (self, self->new, byte != SQLITE_DELETE);

  return TRUE;
}
