/* guatu-output.c — writes beside the file, then takes its place; nobody ever sees half a chart. */
#include "guatu-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guatu-chart-export.h"

/* A PNG's signature and its first chunk, which the resolution's chunk must follow. */
#define PNG_HEAD 33

struct _GuatuOutput
{
  char    *path;        /* where it goes */
  char    *beside;      /* what is written */
  int      fd;
  int      error;       /* errno of the first write that failed */
  double   dpi;
  GCancellable *cancellable;    /* borrowed; or %NULL */
  gsize    written;     /* of what Cairo gave */
};

static GuatuOutput *
fail (const char *path,
      int         code,
      GError    **error)
{
  g_set_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_WRITE, _("“%s” could not be written: %s."),
               path, g_strerror (code));

  return NULL;
}

/* What a link leads to is replaced, not the link. */
static char *
real_path (const char *path)
{
  g_autofree char *resolved = realpath (path, NULL);

  return g_strdup (resolved != NULL ? resolved : path);
}

GuatuOutput *
guatu_output_new (const char *path,
                  GError    **error)
{
  g_autofree char *target = real_path (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *beside = NULL;
  GuatuOutput *self;
  struct stat info;
  gboolean replaces = FALSE;
  int fd;

  if (g_stat (target, &info) == 0)
    {
      replaces = TRUE;
      if (S_ISDIR (info.st_mode))
        return fail (path, EISDIR, error);
      if (!S_ISREG (info.st_mode))
        {
          g_set_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_WRITE,
                       _("“%s” could not be written, because that is not a file."), path);
          return NULL;
        }
      /* A file that may not be written is not replaced either. */
      if (g_access (target, W_OK) != 0)
        return fail (path, errno, error);
    }

  /* A long name leaves room for the ending, at a character's beginning. */
  if (strlen (name) > 200)
    *g_utf8_find_prev_char (name, name + 200) = '\0';
  beside = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);
  /* The system takes away what a new file may not have; to ask for its mask would change it for other threads. */
  fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, replaces ? 0600 : 0666);
  if (fd < 0)
    return fail (path, errno, error);
  if (replaces)
    fchmod (fd, info.st_mode & 0777);

  self = g_new0 (GuatuOutput, 1);
  self->path = g_steal_pointer (&target);
  self->beside = g_steal_pointer (&beside);
  self->fd = fd;

  return self;
}

void
guatu_output_set_dpi (GuatuOutput *self,
                      double       dpi)
{
  self->dpi = dpi;
}

void
guatu_output_set_cancellable (GuatuOutput  *self,
                              GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

static gboolean
write_all (GuatuOutput  *self,
           const guint8 *data,
           gsize         length)
{
  while (length > 0 && self->error == 0)
    {
      gssize n = write (self->fd, data, length);

      if (n < 0 && errno != EINTR)
        self->error = errno;
      else if (n == 0)
        self->error = ENOSPC;
      if (n > 0)
        {
          data += n;
          length -= (gsize) n;
        }
    }

  return self->error == 0;
}

static guint32
png_checksum (const guint8 *data,
              gsize         length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = sum >> 1 ^ (0xedb88320 & (0 - (sum & 1)));
    }

  return ~sum;
}

/* The chunk pHYs: pixels per metre, across and down. */
static gboolean
write_resolution (GuatuOutput *self)
{
  guint32 per_metre = GUINT32_TO_BE ((guint32) lround (self->dpi / 0.0254));
  guint32 length = GUINT32_TO_BE (9), sum;
  guint8 chunk[21];

  memcpy (chunk, &length, 4);
  memcpy (chunk + 4, "pHYs", 4);
  memcpy (chunk + 8, &per_metre, 4);
  memcpy (chunk + 12, &per_metre, 4);
  chunk[16] = 1;
  sum = GUINT32_TO_BE (png_checksum (chunk + 4, 13));
  memcpy (chunk + 17, &sum, 4);

  return write_all (self, chunk, sizeof chunk);
}

cairo_status_t
guatu_output_write (void                *closure,
                    const unsigned char *data,
                    unsigned int         length)
{
  GuatuOutput *self = closure;
  unsigned int head = 0;

  if (g_cancellable_is_cancelled (self->cancellable))
    return CAIRO_STATUS_WRITE_ERROR;
  if (self->dpi > 0 && self->written < PNG_HEAD && self->written + length >= PNG_HEAD)
    {
      head = (unsigned int) (PNG_HEAD - self->written);
      if (!write_all (self, data, head) || !write_resolution (self))
        return CAIRO_STATUS_WRITE_ERROR;
    }
  self->written += length;

  return write_all (self, data + head, length - head) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

gboolean
guatu_output_finish (GuatuOutput   *self,
                     cairo_status_t status,
                     GError       **error)
{
  gboolean done = FALSE, cancelled = g_cancellable_is_cancelled (self->cancellable);

  if (cancelled)
    status = CAIRO_STATUS_WRITE_ERROR;
  if (self->error == 0 && status == CAIRO_STATUS_SUCCESS && fsync (self->fd) != 0 && errno != EINVAL)
    self->error = errno;
  if (close (self->fd) != 0 && self->error == 0)
    self->error = errno;
  if (self->error == 0 && status == CAIRO_STATUS_SUCCESS && g_rename (self->beside, self->path) != 0)
    self->error = errno;

  if (cancelled)
    g_cancellable_set_error_if_cancelled (self->cancellable, error);
  else if (self->error != 0)
    fail (self->path, self->error, error);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_WRITE, _("The chart could not be drawn for “%s”: %s."),
                 self->path, cairo_status_to_string (status));
  else
    done = TRUE;

  if (!done)
    g_unlink (self->beside);
  g_free (self->beside);
  g_free (self->path);
  g_free (self);

  return done;
}

gboolean
guatu_output_save (const char *path,
                   const char *text,
                   gsize       length,
                   GError    **error)
{
  GuatuOutput *self = guatu_output_new (path, error);

  if (self == NULL)
    return FALSE;

  /* What fails is remembered until the end. */
  write_all (self, (const guint8 *) text, length);

  return guatu_output_finish (self, CAIRO_STATUS_SUCCESS, error);
}
