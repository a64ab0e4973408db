/* guatu-document-group.c — several verbs that become one entry: all of them, or nothing. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>

/* An entry tells what it is made of as far as people would read on. */
#define N_TOLD 50

struct _GuatuGroup
{
  gboolean   failed;
  gboolean   wrote;         /* memory is ahead of the file as others see it */
  guint      n_steps;       /* verbs that wrote */
  char      *kind;          /* of the first of them */
  char      *arguments;
  JsonArray *steps;
};

static void
guatu_group_free (GuatuGroup *self)
{
  g_free (self->kind);
  g_free (self->arguments);
  json_array_unref (self->steps);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuGroup, guatu_group_free)

gboolean
guatu_document_begin_group (GuatuDocument *self, GError **error)
{
  g_autoptr(GBytes) nothing = NULL;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->group == NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;
  if (!guatu_store_take_step (self->store, &nothing, error))
    return guatu_document_end (self, FALSE, NULL, NULL, 0, error);

  self->in_verb = FALSE;
  self->group = g_new0 (GuatuGroup, 1);
  self->group->steps = json_array_new ();
  return TRUE;
}

gboolean
guatu_group_begin_verb (GuatuDocument *self, GError **error)
{
  if (self->group->failed)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("An earlier part of this edit failed, so none of it was made."));
  self->in_verb = TRUE;
  return TRUE;
}

/* Remembers what the verb says of itself. */
static void
tell_step (GuatuGroup *group, const char *kind, const char *arguments)
{
  JsonObject *step;

  if (group->n_steps++ == 0)
    {
      group->kind = g_strdup (kind);
      group->arguments = g_strdup (arguments);
    }
  if (group->n_steps > N_TOLD)
    return;

  step = json_object_new ();
  json_object_set_string_member (step, "kind", kind);
  json_object_set_string_member (step, "arguments", arguments);
  json_array_add_object_element (group->steps, step);
}

gboolean
guatu_group_tells (GuatuDocument *self)
{
  return self->group->n_steps < N_TOLD;
}

void
guatu_group_tell (GuatuDocument *self, const char *kind, JsonObject *arguments)
{
  g_autofree char *text = guatu_arguments_to_text (arguments);

  tell_step (self->group, kind, text);
}

void
guatu_group_go_on (GuatuDocument *self, const char *kind, JsonObject **arguments)
{
  JsonObject *done = g_steal_pointer (arguments);

  if (done != NULL && guatu_group_tells (self))
    guatu_group_tell (self, kind, done);
  else
    g_clear_pointer (&done, json_object_unref);
}

gboolean
guatu_group_end_verb (GuatuDocument *self, gboolean ok, const char *kind, JsonObject *arguments, GError **error)
{
  GuatuGroup *group = self->group;
  g_autofree char *text = guatu_arguments_to_text (arguments);
  g_autoptr(GBytes) changeset = NULL;

  self->in_verb = FALSE;
  ok = ok && guatu_store_take_step (self->store, &changeset, error);
  if (ok && changeset != NULL)
    {
      ok = guatu_changeset_apply (changeset, self->plan, error);
      group->wrote = TRUE;
      self->stale = TRUE;
      tell_step (group, kind, text);
    }

  group->failed = group->failed || !ok;
  return ok;
}

/* Memory went ahead with verbs that are not to be. */
static void
go_back (GuatuDocument *self, GuatuGroup *group)
{
  g_autoptr(GError) trouble = NULL;

  guatu_store_rollback (self->store);
  if (!group->wrote)
    return;
  if (!guatu_document_reload (self, &trouble) || !guatu_document_reschedule (self, &trouble))
    g_warning ("The plan could not be read again: %s", trouble->message);
}

static char *
describe (GuatuGroup *group, const char *name, guint n)
{
  JsonObject *arguments = json_object_new ();

  if (name != NULL)
    guatu_arguments_add_text (arguments, "name", name);
  json_object_set_int_member (arguments, "n", n);
  json_object_set_array_member (arguments, "steps", json_array_ref (group->steps));
  return guatu_arguments_to_text (arguments);
}

/* Writes the entry; memory holds what it changes already. */
static gboolean
commit (GuatuDocument *self, GuatuGroup *group, const char *kind, const char *name, guint n, GError **error)
{
  /* What was planned backward says more than what that came down to. */
  gboolean alone = group->n_steps == 1 && !g_str_equal (kind, "plan-backward");
  g_autofree char *text = alone ? g_strdup (group->arguments) : describe (group, name, n);
  g_autoptr(GError) trouble = NULL;
  gint64 seq;

  if (!guatu_store_commit (self->store, self->author, alone ? group->kind : kind, text, 0, NULL, &seq, &trouble))
    {
      go_back (self, group);
      guatu_document_note_trouble (self, trouble);
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (seq != 0)
    {
      guatu_document_note_saved (self);
      self->seq = seq;
      self->news = TRUE;
    }
  return !self->stale || guatu_document_reschedule (self, error);
}

gboolean
guatu_document_end_group (GuatuDocument *self, gboolean ok, const char *kind, const char *name, guint n,
                          GError **error)
{
  g_autoptr(GuatuGroup) group = NULL;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && kind != NULL, FALSE);
  g_return_val_if_fail (self->group != NULL && !self->in_verb, FALSE);

  group = g_steal_pointer (&self->group);
  if (ok && !group->failed)
    ok = commit (self, group, kind, name, n, error);
  else
    {
      go_back (self, group);
      if (ok && error != NULL && *error == NULL)
        guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                               _("An earlier part of this edit failed, so none of it was made."));
      ok = FALSE;
    }

  self->stale = FALSE;
  if (self->news)
    guatu_document_announce (self);
  return ok;
}
