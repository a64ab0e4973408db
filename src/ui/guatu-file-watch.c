/* guatu-file-watch.c — waits until whoever writes a plan has finished. */
#include "guatu-file-watch.h"

#include <glib/gstdio.h>

/* An edit comes as several writes; what is told sooner would be told again. */
#define QUIET_MS 150

/* While a journal lies beside the file, somebody writes it, and reading would have to wait: the window does not. One
 * that stays was left by a program that ended in the middle; reading then mends the file. */
#define MAX_WAITS 20

struct _GuatuFileWatch
{
  GObject       parent_instance;

  /* Owned */
  char         *path;
  char         *journal;
  GFileMonitor *monitor;
  guint         timeout;
  guint         waits;
  gboolean      lost;

  /* Which file it was at the beginning; 0: not known. */
  dev_t         device;
  ino_t         inode;
};

enum { WRITTEN, LOST, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GuatuFileWatch, guatu_file_watch, G_TYPE_OBJECT)

static gboolean
is_lost (GuatuFileWatch *self)
{
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    return TRUE;

  return self->inode != 0 && (info.st_ino != self->inode || info.st_dev != self->device);
}

static gboolean
look_cb (gpointer data)
{
  GuatuFileWatch *self = data;
  gboolean lost = is_lost (self);

  if (!lost && self->waits < MAX_WAITS && g_file_test (self->journal, G_FILE_TEST_EXISTS))
    {
      self->waits++;
      return G_SOURCE_CONTINUE;
    }

  self->timeout = 0;
  self->waits = 0;
  if (lost != self->lost)
    {
      self->lost = lost;
      if (lost)
        g_signal_emit (self, signals[LOST], 0);
    }
  if (!lost)
    g_signal_emit (self, signals[WRITTEN], 0);

  return G_SOURCE_REMOVE;
}

void
guatu_file_watch_look (GuatuFileWatch *self)
{
  g_return_if_fail (GUATU_IS_FILE_WATCH (self));

  if (self->timeout == 0)
    self->timeout = g_timeout_add (QUIET_MS, look_cb, self);
}

static void
monitored_cb (GFileMonitor      *monitor,
              GFile             *file,
              GFile             *other,
              GFileMonitorEvent  event,
              GuatuFileWatch    *self)
{
  guatu_file_watch_look (self);
}

static void
guatu_file_watch_finalize (GObject *object)
{
  GuatuFileWatch *self = GUATU_FILE_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
      g_object_unref (self->monitor);
    }
  g_free (self->path);
  g_free (self->journal);

  G_OBJECT_CLASS (guatu_file_watch_parent_class)->finalize (object);
}

static void
guatu_file_watch_class_init (GuatuFileWatchClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_file_watch_finalize;

  signals[WRITTEN] = g_signal_new ("written", GUATU_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[LOST] = g_signal_new ("lost", GUATU_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
guatu_file_watch_init (GuatuFileWatch *self)
{
}

GuatuFileWatch *
guatu_file_watch_new (const char *path)
{
  GuatuFileWatch *self = g_object_new (GUATU_TYPE_FILE_WATCH, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GStatBuf info;

  self->path = g_strdup (path);
  self->journal = g_strconcat (path, "-journal", NULL);
  if (g_stat (path, &info) == 0)
    {
      self->device = info.st_dev;
      self->inode = info.st_ino;
    }
  /* Where the system cannot tell, the window still looks each time it gets the focus. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (monitored_cb), self);

  return self;
}
