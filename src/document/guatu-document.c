/* guatu-document.c — opening a plan, and the ring that every verb runs through. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (guatu-document-error-quark, guatu_document_error)

G_DEFINE_FINAL_TYPE (GuatuDocument, guatu_document, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_TROUBLE, N_SIGNALS };

static guint signals[N_SIGNALS];

gboolean
guatu_document_refuse (GError **error, GuatuDocumentError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (GUATU_DOCUMENT_ERROR, code, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* Turns an error of the schedule into one of the document: callers look for one domain only. */
static gboolean
refuse_cycle (GError **error, GError *cycle)
{
  guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_CYCLE, "%s", cycle->message);
  g_error_free (cycle);
  return FALSE;
}

gboolean
guatu_document_check_network (GuatuDocument *self, const GuatuOverlay *overlay, GError **error)
{
  GError *cycle = NULL;

  if (guatu_schedule_find_cycle (self->plan, overlay, &cycle))
    return refuse_cycle (error, cycle);
  return TRUE;
}

/* Computes the schedule afresh. Without one that fits the plan's rows no view could be drawn: should a
 * file that was edited by hand hold a cycle, the links are left out, and the error says so. */
gboolean
guatu_document_reschedule (GuatuDocument *self, GError **error)
{
  GuatuSchedule *schedule;
  GError *cycle = NULL;

  self->stale = FALSE;
  schedule = guatu_schedule_new (self->plan, NULL, &cycle);
  if (schedule != NULL)
    {
      g_clear_pointer (&self->schedule, guatu_schedule_free);
      self->schedule = schedule;
      return TRUE;
    }

  g_clear_pointer (&self->schedule, guatu_schedule_free);
  {
    g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
    guint n = guatu_plan_n_rows (self->plan, GUATU_TABLE_LINK);

    for (guint row = 0; row < n; row++)
      if (guatu_plan_id (self->plan, GUATU_TABLE_LINK, row) != 0)
        guatu_overlay_remove_link (overlay, row);
    self->schedule = guatu_schedule_new (self->plan, overlay, NULL);
  }
  return refuse_cycle (error, cycle);
}

/* Reads the whole file again: for entries that memory cannot follow step by step. */
gboolean
guatu_document_reload (GuatuDocument *self, GError **error)
{
  gint64 seq;
  GuatuPlan *plan = guatu_store_load (self->store, &seq, error);

  if (plan == NULL)
    return FALSE;

  g_clear_pointer (&self->plan, guatu_plan_free);
  self->plan = plan;
  self->seq = seq;
  return TRUE;
}

static gboolean
follow_entry_cb (const GuatuEntry *entry, gpointer data, GError **error)
{
  GuatuDocument *self = data;

  if (!guatu_changeset_apply (entry->changeset, self->plan, error))
    return FALSE;

  self->seq = entry->seq;
  self->news = TRUE;
  return TRUE;
}

/* Takes over what others have written since; a change that memory cannot follow may still be a file that can be
 * read afresh. Nobody is told yet. */
static gboolean
follow (GuatuDocument *self, GError **error)
{
  g_autoptr(GError) trouble = NULL;
  gint64 head;

  if (!guatu_store_head (self->store, &head, NULL, error))
    return FALSE;
  if (head == self->seq)
    return TRUE;

  if (!guatu_store_each_entry (self->store, self->seq, follow_entry_cb, self, &trouble))
    {
      if (!g_error_matches (trouble, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED) ||
          !guatu_document_reload (self, NULL))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          if (self->news)
            guatu_document_reschedule (self, NULL);
          return FALSE;
        }
      self->news = TRUE;
    }
  return guatu_document_reschedule (self, error);
}

void
guatu_document_announce (GuatuDocument *self)
{
  self->news = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What the file itself says of a verb: a conflict or a row that is not there is the verb's own trouble. */
static gboolean
is_trouble (const GError *error)
{
  return error != NULL && error->domain == GUATU_STORE_ERROR && error->code != GUATU_STORE_ERROR_CONFLICT &&
         error->code != GUATU_STORE_ERROR_NOT_FOUND;
}

void
guatu_document_note_saved (GuatuDocument *self)
{
  if (self->trouble == NULL)
    return;
  g_clear_error (&self->trouble);
  g_signal_emit (self, signals[SIGNAL_TROUBLE], 0);
}

void
guatu_document_note_trouble (GuatuDocument *self, const GError *error)
{
  if (!is_trouble (error) || (self->trouble != NULL && self->trouble->code == error->code))
    return;
  g_clear_error (&self->trouble);
  self->trouble = g_error_copy (error);
  g_signal_emit (self, signals[SIGNAL_TROUBLE], 0);
}

gboolean
guatu_document_begin (GuatuDocument *self, GError **error)
{
  g_autoptr(GError) trouble = NULL;
  const char *reason;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (!self->in_verb, FALSE);

  if (self->group != NULL)
    return guatu_group_begin_verb (self, error);

  reason = guatu_store_read_only_reason (self->store);
  if (reason != NULL)
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY,
                   _("The plan is open for reading only: %s"), reason);
      return FALSE;
    }

  if (!guatu_store_begin (self->store, &trouble))
    {
      guatu_document_note_trouble (self, trouble);
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }

  self->in_verb = TRUE;
  if (!follow (self, error))
    return guatu_document_end (self, FALSE, NULL, NULL, 0, error);
  return TRUE;
}

/* Memory follows the changeset, and never the verb: the same door as for everybody else's edits. */
static gboolean
take_over (GuatuDocument *self, GBytes *changeset, gint64 seq, GError **error)
{
  if (guatu_changeset_apply (changeset, self->plan, NULL))
    self->seq = seq;
  else if (!guatu_document_reload (self, error))
    {
      g_prefix_error (error, "%s ", _("The edit is saved, but the file could not be read again. Close it and open it "
                                      "again."));
      return FALSE;
    }

  return guatu_document_reschedule (self, error);
}

char *
guatu_arguments_to_text (JsonObject *arguments)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, arguments != NULL ? arguments : json_object_new ());
  return json_to_string (node, FALSE);
}

gboolean
guatu_document_end (GuatuDocument *self,
                    gboolean       ok,
                    const char    *kind,
                    JsonObject    *arguments,
                    gint64         undoes,
                    GError       **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) changeset = NULL;
  g_autoptr(GError) trouble = NULL;
  gboolean told = FALSE, saved = FALSE;

  g_assert (self->in_verb);

  if (self->group != NULL)
    return guatu_group_end_verb (self, ok, kind, arguments, error);

  text = guatu_arguments_to_text (arguments);
  if (!ok)
    guatu_store_rollback (self->store);
  else
    {
      gint64 seq;

      ok = guatu_store_commit (self->store, self->author, kind, text, undoes, &changeset, &seq, &trouble);
      if (trouble != NULL)
        g_propagate_error (error, g_error_copy (trouble));
      saved = ok && changeset != NULL;
      if (saved)
        {
          ok = take_over (self, changeset, seq, error);
          told = TRUE;
        }
    }

  self->in_verb = FALSE;
  if (saved)
    guatu_document_note_saved (self);
  else if (!ok)
    guatu_document_note_trouble (self, trouble != NULL || error == NULL ? trouble : *error);
  if (told || self->news)
    guatu_document_announce (self);
  return ok;
}

gint32
guatu_document_find_row (GuatuDocument *self, GuatuTable table, gint64 id, GError **error)
{
  gint32 row;

  g_return_val_if_fail (table >= 0 && table < GUATU_N_TABLES, -1);

  row = guatu_plan_find (self->plan, table, id);
  if (row < 0)
    {
      if (table == GUATU_TABLE_TASK)
        guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                               _("There is no task with the id %lld. It may have been removed meanwhile."),
                               (long long) id);
      else
        guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                               /* Translators: %s is what is looked for: unit, phase, link … */
                               _("There is no row of the kind “%s” with the id %lld. It may have been removed meanwhile."),
                               _(guatu_table_info (table)->label), (long long) id);
    }
  return row;
}

/* The object ---------------------------------------------------------------------------------------- */

static void
guatu_document_finalize (GObject *object)
{
  GuatuDocument *self = GUATU_DOCUMENT (object);

  g_clear_pointer (&self->schedule, guatu_schedule_free);
  g_clear_pointer (&self->plan, guatu_plan_free);
  g_clear_pointer (&self->store, guatu_store_close);
  g_clear_pointer (&self->author, g_free);
  g_clear_error (&self->trouble);

  G_OBJECT_CLASS (guatu_document_parent_class)->finalize (object);
}

static void
guatu_document_class_init (GuatuDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = guatu_document_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", GUATU_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TROUBLE] =
    g_signal_new ("trouble", GUATU_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Text that an entry can bear. Free it. */
static char *
clean_name (const char *name)
{
  char *clean = g_utf8_make_valid (name, -1);

  for (char *c = clean; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return g_strstrip (clean);
}

char *
guatu_document_usual_author (void)
{
  const char *name = g_get_real_name ();

  /* GLib's word for somebody whom the system has no full name for. */
  if (name == NULL || name[0] == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  return clean_name (name);
}

static void
guatu_document_init (GuatuDocument *self)
{
  self->author = guatu_document_usual_author ();
}

/* Takes @store. */
static GuatuDocument *
document_new (GuatuStore *store, GError **error)
{
  g_autoptr(GuatuDocument) self = g_object_new (GUATU_TYPE_DOCUMENT, NULL);

  self->store = store;
  if (!guatu_document_reload (self, error) || !guatu_document_reschedule (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static char *
default_arguments (const GuatuPlan *content)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  guatu_arguments_add_text (object, "title", guatu_plan_text (content, guatu_plan_settings (content)->title));
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

GuatuDocument *
guatu_document_create (const char        *path,
                       const GuatuPlan   *content,
                       const char        *author,
                       const char        *kind,
                       const char        *arguments,
                       GuatuProgressFunc  progress,
                       gpointer           data,
                       GError           **error)
{
  g_autoptr(GuatuStore) store = NULL;
  g_autofree char *signer = author != NULL ? clean_name (author) : guatu_document_usual_author ();
  g_autofree char *own_arguments = NULL;
  GError *cycle = NULL;
  gint64 seq;

  g_return_val_if_fail (path != NULL && content != NULL && kind != NULL, NULL);
  g_return_val_if_fail (guatu_entry_kind_is_barrier (kind), NULL);

  if (!guatu_content_check (content, error))
    return NULL;
  if (guatu_schedule_find_cycle (content, NULL, &cycle))
    {
      refuse_cycle (error, cycle);
      return NULL;
    }

  if (arguments == NULL)
    arguments = own_arguments = default_arguments (content);

  store = guatu_store_create (path, error);
  if (store == NULL)
    return NULL;
  if (!guatu_store_begin (store, error))
    return NULL;
  if (!guatu_store_insert_plan (store, content, progress, data, error))
    {
      guatu_store_rollback (store);
      return NULL;
    }
  if (!guatu_store_commit (store, signer, kind, arguments, 0, NULL, &seq, error))
    return NULL;

  return document_new (g_steal_pointer (&store), error);
}

GuatuDocument *
guatu_document_open (const char *path, gboolean read_only, GError **error)
{
  GuatuStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  store = guatu_store_open (path, read_only, error);
  if (store == NULL)
    return NULL;
  return document_new (store, error);
}

const char *
guatu_document_get_path (GuatuDocument *self)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  return guatu_store_path (self->store);
}

const char *
guatu_document_get_read_only_reason (GuatuDocument *self)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  return guatu_store_read_only_reason (self->store);
}

void
guatu_document_forget_trouble (GuatuDocument *self)
{
  g_return_if_fail (GUATU_IS_DOCUMENT (self));

  guatu_document_note_saved (self);
}

const GError *
guatu_document_get_trouble (GuatuDocument *self)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  return self->trouble;
}

const GuatuPlan *
guatu_document_get_plan (GuatuDocument *self)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  return self->plan;
}

const GuatuSchedule *
guatu_document_get_schedule (GuatuDocument *self)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  if (self->stale)
    guatu_document_reschedule (self, NULL);
  return self->schedule;
}

GuatuStore *
guatu_document_get_store (GuatuDocument *self)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  return self->store;
}

char *
guatu_document_get_view_state (GuatuDocument *self, const char *key, GError **error)
{
  char *value = NULL;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && key != NULL, NULL);

  return guatu_store_get_view_state (self->store, key, &value, error) ? value : NULL;
}

gboolean
guatu_document_set_view_state (GuatuDocument *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && key != NULL, FALSE);
  g_return_val_if_fail (!self->in_verb && self->group == NULL, FALSE);

  return guatu_store_set_view_state (self->store, key, value, error);
}

void
guatu_document_set_author (GuatuDocument *self, const char *author)
{
  g_return_if_fail (GUATU_IS_DOCUMENT (self));
  g_return_if_fail (author != NULL);

  g_free (self->author);
  self->author = clean_name (author);
}

const char *
guatu_document_get_author (GuatuDocument *self)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  return self->author;
}

gboolean
guatu_document_catch_up (GuatuDocument *self, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (!self->in_verb && self->group == NULL, FALSE);

  if (self->awaited > 0)
    return TRUE;

  /* The hint comes once; if the look that it asks for fails, the next call looks again. */
  self->look = guatu_store_has_news (self->store) || self->look;
  if (!self->look)
    return TRUE;

  ok = follow (self, error);
  self->look = !ok;
  if (self->news)
    guatu_document_announce (self);
  return ok;
}

void
guatu_document_await (GuatuDocument *self)
{
  g_return_if_fail (GUATU_IS_DOCUMENT (self));

  self->awaited++;
}

gboolean
guatu_document_adopt (GuatuDocument *self, GuatuDocument *other, GError **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && self->awaited > 0, FALSE);
  g_return_val_if_fail (!self->in_verb && self->group == NULL, FALSE);

  self->awaited--;
  if (other != NULL && other->seq > self->seq)
    {
      guatu_plan_free (self->plan);
      guatu_schedule_free (self->schedule);
      self->plan = g_steal_pointer (&other->plan);
      self->schedule = g_steal_pointer (&other->schedule);
      self->seq = other->seq;
      self->news = TRUE;
    }
  /* What came after. */
  self->look = TRUE;
  return guatu_document_catch_up (self, error);
}
