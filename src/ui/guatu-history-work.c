/* guatu-history-work.c — a thread that reads a journal, and what it says while it does and when it is done. */
#include "guatu-history-work.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "guatu-tenures.h"

/* Milliseconds between two looks at how far it is. */
#define LOOK 100

typedef enum { VERIFIES, COMPARES, TRACES } Kind;

struct _GuatuHistoryWork
{
  GObject          parent_instance;

  char            *path;
  Kind             kind;
  gint64           before;
  gint64           after;
  gint64           task;

  GCancellable    *cancellable;
  int              permille;    /* done so far; written by the thread */
  guint            look;

  char            *text;
  GError          *error;
  GuatuComparison *comparison;
  GPtrArray       *duties;
};

G_DEFINE_FINAL_TYPE (GuatuHistoryWork, guatu_history_work, G_TYPE_OBJECT)

enum { PROGRESS, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In the thread -------------------------------------------------------------------------------------- */

static gboolean
progress_cb (gint64   done,
             gint64   total,
             gpointer data)
{
  GuatuHistoryWork *self = data;

  if (total > 0)
    g_atomic_int_set (&self->permille, (int) (MIN (done, total) * 1000 / total));

  return !g_cancellable_is_cancelled (self->cancellable);
}

static char *
verified_text (gint64      n,
               const char *hash)
{
  g_autofree char *sound =
    g_strdup_printf (ngettext ("The history is sound: %ld entry was checked, and replayed it gives exactly this plan.",
                               "The history is sound: %ld entries were checked, and replayed they give exactly this "
                               "plan.", (gulong) n), (glong) n);

  /* Translators: a sentence, and below it the hash of the newest entry, which vouches for all before it. */
  return g_strdup_printf (_("%s\nHead: %s"), sound, hash);
}

static gboolean
verify (GuatuHistoryWork  *self,
        GuatuStore        *store,
        GError           **error)
{
  g_autofree char *hash = NULL;
  gint64 checked, seq;

  if (!guatu_store_verify_watched (store, progress_cb, self, &checked, error) ||
      !guatu_store_head (store, &seq, &hash, error))
    return FALSE;

  self->text = verified_text (checked, hash);
  return TRUE;
}

static gboolean
compare (GuatuHistoryWork  *self,
         GuatuStore        *store,
         GError           **error)
{
  self->comparison = guatu_comparison_of_entries (store, self->before, self->after, progress_cb, self, error);
  if (self->comparison == NULL)
    return FALSE;

  self->text = guatu_comparison_title (self->comparison);
  return TRUE;
}

static gboolean
trace (GuatuHistoryWork  *self,
       GuatuStore        *store,
       GError           **error)
{
  g_autoptr(GuatuPlan) plan = guatu_store_load (store, NULL, error);

  self->duties = plan != NULL ? guatu_tenures_read (store, plan, self->task, error) : NULL;
  return self->duties != NULL;
}

static gboolean
carry_out (GuatuHistoryWork  *self,
           GuatuStore        *store,
           GError           **error)
{
  switch (self->kind)
    {
    case COMPARES:
      return compare (self, store, error);
    case TRACES:
      return trace (self, store, error);
    case VERIFIES:
    default:
      return verify (self, store, error);
    }
}

static void
work (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  GuatuHistoryWork *self = source;
  GError *error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_open (self->path, TRUE, &error);

  if (store != NULL && carry_out (self, store, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Around it ------------------------------------------------------------------------------------------ */

static gboolean
look_cb (gpointer data)
{
  GuatuHistoryWork *self = data;

  g_signal_emit (self, signals[PROGRESS], 0, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GuatuHistoryWork *self = GUATU_HISTORY_WORK (source);

  g_clear_handle_id (&self->look, g_source_remove);
  g_task_propagate_boolean (G_TASK (result), &self->error);
  if (!g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[DONE], 0);
}

static void
begin (GuatuHistoryWork *self,
       GuatuDocument    *document)
{
  g_autoptr(GTask) task = NULL;

  self->path = g_strdup (guatu_document_get_path (document));
  self->look = g_timeout_add (LOOK, look_cb, self);
  task = g_task_new (self, self->cancellable, done_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_run_in_thread (task, work);
}

GuatuHistoryWork *
guatu_history_work_verify (GuatuDocument *document)
{
  GuatuHistoryWork *self;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  self = g_object_new (GUATU_TYPE_HISTORY_WORK, NULL);
  begin (self, document);

  return self;
}

GuatuHistoryWork *
guatu_history_work_compare (GuatuDocument *document,
                            gint64         before,
                            gint64         after)
{
  GuatuHistoryWork *self;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  self = g_object_new (GUATU_TYPE_HISTORY_WORK, NULL);
  self->kind = COMPARES;
  self->before = before;
  self->after = after;
  begin (self, document);

  return self;
}

GuatuHistoryWork *
guatu_history_work_duties (GuatuDocument *document,
                           gint64         task)
{
  GuatuHistoryWork *self;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  self = g_object_new (GUATU_TYPE_HISTORY_WORK, NULL);
  self->kind = TRACES;
  self->task = task;
  begin (self, document);

  return self;
}

void
guatu_history_work_cancel (GuatuHistoryWork *self)
{
  g_return_if_fail (GUATU_IS_HISTORY_WORK (self));

  g_cancellable_cancel (self->cancellable);
}

const char *
guatu_history_work_get_text (GuatuHistoryWork *self)
{
  g_return_val_if_fail (GUATU_IS_HISTORY_WORK (self), "");

  return self->error != NULL ? self->error->message : self->text != NULL ? self->text : "";
}

const GError *
guatu_history_work_get_error (GuatuHistoryWork *self)
{
  g_return_val_if_fail (GUATU_IS_HISTORY_WORK (self), NULL);

  return self->error;
}

GuatuComparison *
guatu_history_work_get_comparison (GuatuHistoryWork *self)
{
  g_return_val_if_fail (GUATU_IS_HISTORY_WORK (self), NULL);

  return self->comparison;
}

GPtrArray *
guatu_history_work_get_duties (GuatuHistoryWork *self)
{
  g_return_val_if_fail (GUATU_IS_HISTORY_WORK (self), NULL);

  return self->duties;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_history_work_finalize (GObject *object)
{
  GuatuHistoryWork *self = GUATU_HISTORY_WORK (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_object_unref (self->cancellable);
  guatu_comparison_free (self->comparison);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->text);
  g_free (self->path);

  G_OBJECT_CLASS (guatu_history_work_parent_class)->finalize (object);
}

static void
guatu_history_work_class_init (GuatuHistoryWorkClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_history_work_finalize;

  signals[PROGRESS] = g_signal_new ("progress", GUATU_TYPE_HISTORY_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[DONE] = g_signal_new ("done", GUATU_TYPE_HISTORY_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
guatu_history_work_init (GuatuHistoryWork *self)
{
  self->cancellable = g_cancellable_new ();
}
