/* guatu-backup-keeper.c — when a backup is due, and the thread that makes it. */
#include "guatu-backup-keeper.h"

#include "guatu-backups.h"
#include "guatu-settings.h"

/* Seconds after opening: the window comes first. */
#define FIRST 10

struct _GuatuBackupKeeper
{
  GObject        parent_instance;

  GuatuDocument *document;
  GCancellable  *cancellable;
  guint          first;         /* the source of the first look; 0: it was */
  guint          timer;
  gboolean       busy;
  gboolean       told;          /* that none could be made */
};

G_DEFINE_FINAL_TYPE (GuatuBackupKeeper, guatu_backup_keeper, G_TYPE_OBJECT)

static guint failed_signal, made_signal;

/* What the thread works with. */
typedef struct
{
  char     *plan;
  char     *root;
  guint     keep;
  gint64    interval;           /* seconds */
  gboolean  always;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->plan);
  g_free (work->root);
  g_free (work);
}

/* The newest one is young enough. */
static gboolean
is_early (const Work *work)
{
  g_autoptr(GPtrArray) list = guatu_backups_list (work->plan, work->root);
  gint64 age;

  if (work->always || list->len == 0)
    return FALSE;
  age = g_get_real_time () / G_USEC_PER_SEC - ((const GuatuBackup *) list->pdata[0])->time;

  return age >= 0 && age < work->interval;
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Work *work = data;
  g_autofree char *made = NULL;
  GError *error = NULL;

  if (is_early (work))
    g_task_return_boolean (task, FALSE);
  else if (guatu_backups_make (work->plan, work->root, work->keep, work->always, &made, &error))
    g_task_return_boolean (task, made != NULL);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GuatuBackupKeeper *self = GUATU_BACKUP_KEEPER (source);
  g_autoptr(GError) error = NULL;
  gboolean made = g_task_propagate_boolean (G_TASK (result), &error);

  self->busy = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (error == NULL)
    self->told = FALSE;
  if (made)
    g_signal_emit (self, made_signal, 0);
  /* Whoever is in the middle of writing is done the next time. */
  if (error == NULL || self->told || g_error_matches (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY))
    return;
  self->told = TRUE;
  g_signal_emit (self, failed_signal, 0, error->message);
}

void
guatu_backup_keeper_make (GuatuBackupKeeper *self,
                          gboolean           always)
{
  g_autoptr(GTask) task = NULL;
  Work *work;

  g_return_if_fail (GUATU_IS_BACKUP_KEEPER (self));

  if (self->busy || (!always && !guatu_settings_get_flag ("backups", FALSE)))
    return;
  if (always)
    self->told = FALSE;
  work = g_new0 (Work, 1);
  work->plan = g_strdup (guatu_document_get_path (self->document));
  work->root = guatu_settings_backup_folder ();
  work->keep = (guint) guatu_settings_get_number ("backup-keep", GUATU_BACKUPS_USUAL_KEEP);
  /* A timer that comes a little early is in time. */
  work->interval = 60 * guatu_settings_get_number ("backup-interval", 30) - 5;
  work->always = always;
  self->busy = TRUE;
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_source_tag (task, guatu_backup_keeper_make);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, make_thread);
}

gboolean
guatu_backup_keeper_is_busy (GuatuBackupKeeper *self)
{
  g_return_val_if_fail (GUATU_IS_BACKUP_KEEPER (self), FALSE);

  return self->busy;
}

static gboolean
first_cb (gpointer data)
{
  GuatuBackupKeeper *self = data;

  self->first = 0;
  guatu_backup_keeper_make (self, FALSE);

  return G_SOURCE_REMOVE;
}

static gboolean
timer_cb (gpointer data)
{
  guatu_backup_keeper_make (data, FALSE);

  return G_SOURCE_CONTINUE;
}

static void
set_timer (GuatuBackupKeeper *self)
{
  guint minutes = (guint) guatu_settings_get_number ("backup-interval", 30);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->told = FALSE;
  if (guatu_settings_get_flag ("backups", FALSE))
    self->timer = g_timeout_add_seconds (60 * minutes, timer_cb, self);
}

static void
settings_cb (GuatuBackupKeeper *self,
             const char        *key)
{
  if (!g_str_has_prefix (key, "backup"))
    return;
  set_timer (self);
  if (self->first == 0)
    self->first = g_timeout_add_seconds (FIRST, first_cb, self);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_backup_keeper_dispose (GObject *object)
{
  GuatuBackupKeeper *self = GUATU_BACKUP_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->first, g_source_remove);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_backup_keeper_parent_class)->dispose (object);
}

static void
guatu_backup_keeper_finalize (GObject *object)
{
  g_clear_object (&GUATU_BACKUP_KEEPER (object)->cancellable);

  G_OBJECT_CLASS (guatu_backup_keeper_parent_class)->finalize (object);
}

static void
guatu_backup_keeper_class_init (GuatuBackupKeeperClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_backup_keeper_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_backup_keeper_finalize;

  failed_signal = g_signal_new ("failed", GUATU_TYPE_BACKUP_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  made_signal = g_signal_new ("made", GUATU_TYPE_BACKUP_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
guatu_backup_keeper_init (GuatuBackupKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

GuatuBackupKeeper *
guatu_backup_keeper_new (GuatuDocument *document)
{
  GuatuBackupKeeper *self = g_object_new (GUATU_TYPE_BACKUP_KEEPER, NULL);

  self->document = g_object_ref (document);
  self->first = g_timeout_add_seconds (FIRST, first_cb, self);
  set_timer (self);
  if (guatu_settings () != NULL)
    g_signal_connect_object (guatu_settings (), "changed", G_CALLBACK (settings_cb), self, G_CONNECT_SWAPPED);

  return self;
}
