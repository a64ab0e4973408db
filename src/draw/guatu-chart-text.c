/* guatu-chart-text.c — reads message catalogues, and looks texts up in the one of a language. */
#include "guatu-chart-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MO_MAGIC         0x950412deu
#define MO_MAGIC_SWAPPED 0xde120495u

/* A catalogue as msgfmt writes it: two tables of (length, offset), originals in order of their bytes. */
typedef struct
{
  GMappedFile *file;
  const char  *data;
  guint32      size;
  guint32      n;
  guint32      originals;
  guint32      translations;
  gboolean     swapped;
} Catalogue;

static GMutex lock;
static GHashTable *catalogues;      /* language → Catalogue, with no file where there is none */

static guint32
number_at (const Catalogue *self,
           guint32          offset)
{
  guint32 value;

  memcpy (&value, self->data + offset, sizeof value);

  return self->swapped ? GUINT32_SWAP_LE_BE (value) : value;
}

/* The i-th string of a table; %NULL where the file is not what it says. */
static const char *
string_at (const Catalogue *self,
           guint32          table,
           guint32          i)
{
  guint32 length = number_at (self, table + 8 * i);
  guint32 offset = number_at (self, table + 8 * i + 4);

  if (offset >= self->size || length >= self->size - offset || self->data[offset + length] != '\0')
    return NULL;

  return self->data + offset;
}

static gboolean
catalogue_open (Catalogue  *self,
                const char *path)
{
  guint32 magic;
  gsize size;

  self->file = g_mapped_file_new (path, FALSE, NULL);
  if (self->file == NULL)
    return FALSE;

  self->data = g_mapped_file_get_contents (self->file);
  size = g_mapped_file_get_length (self->file);
  self->size = (guint32) MIN (size, G_MAXINT32);
  if (self->size >= 20)
    {
      magic = number_at (self, 0);
      self->swapped = magic == MO_MAGIC_SWAPPED;
      self->n = number_at (self, 8);
      self->originals = number_at (self, 12);
      self->translations = number_at (self, 16);
      if ((magic == MO_MAGIC || self->swapped)
          && self->n <= self->size / 16
          && self->originals <= self->size - 8 * self->n
          && self->translations <= self->size - 8 * self->n)
        return TRUE;
    }
  g_clear_pointer (&self->file, g_mapped_file_unref);

  return FALSE;
}

/* A plural's original is its singular, then a NUL: the singular finds it, and its first form answers. */
static const char *
catalogue_find (const Catalogue *self,
                const char      *msgid)
{
  guint32 low = 0, high = self->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = string_at (self, self->originals, middle);
      int order = original != NULL ? strcmp (msgid, original) : 0;

      if (original == NULL)
        return NULL;
      if (order == 0)
        {
          const char *found = string_at (self, self->translations, middle);

          return found != NULL && *found != '\0' ? found : NULL;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

static Catalogue *
catalogue_for (const char *language)
{
  g_autofree char *country = g_strdup (language);
  g_autofree char *plain = NULL;
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  const char *names[3];
  Catalogue *self = g_new0 (Catalogue, 1);
  gsize separator;

  g_strdelimit (country, "-", '_');
  country[strcspn (country, ".@")] = '\0';
  separator = strcspn (country, "_");
  plain = g_strndup (country, separator);
  names[0] = country;
  names[1] = plain;
  /* Chinese of no country, or in the simplified script, is what the mainland reads. */
  names[2] = g_str_equal (country, "zh") || g_str_has_prefix (country, "zh_Hans") ? "zh_CN" : plain;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && self->file == NULL && folder != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      /* A language is no path. */
      if (strpbrk (names[i], "/\\") == NULL && *names[i] != '\0')
        catalogue_open (self, path);
    }

  return self;
}

static const char *
look_up (const char *language,
         const char *key)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  Catalogue *catalogue;

  if (catalogues == NULL)
    catalogues = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue = g_hash_table_lookup (catalogues, language);
  if (catalogue == NULL)
    {
      catalogue = catalogue_for (language);
      g_hash_table_insert (catalogues, g_strdup (language), catalogue);
    }

  return catalogue->file != NULL ? catalogue_find (catalogue, key) : NULL;
}

const char *
guatu_chart_text (const char *language,
                  const char *msgid)
{
  const char *found = look_up (language, msgid);

  return found != NULL ? found : msgid;
}

const char *
guatu_chart_text_in_context (const char *language,
                             const char *context,
                             const char *msgid)
{
  g_autofree char *key = g_strconcat (context, "\004", msgid, NULL);
  const char *found = look_up (language, key);

  return found != NULL ? found : msgid;
}

const char *
guatu_chart_language (const char *language)
{
  const char *own = g_get_language_names ()[0];

  if (language != NULL && *language != '\0')
    return language;

  return g_str_equal (own, "C") ? "en" : own;
}

gboolean
guatu_language_is (const char *language,
                   const char *prefix)
{
  gsize length = strlen (prefix);

  return g_ascii_strncasecmp (language, prefix, length) == 0 && !g_ascii_isalnum (language[length]);
}
