/* guatu-entry-item.c — an entry of the journal, put into words when it comes into sight. */
#include "guatu-entry-list-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"

G_DEFINE_FINAL_TYPE (GuatuEntryItem, guatu_entry_item, G_TYPE_OBJECT)

static void
guatu_entry_item_finalize (GObject *object)
{
  GuatuEntryItem *self = GUATU_ENTRY_ITEM (object);

  if (self->list != NULL)
    guatu_entry_list_forget (self->list, self);
  g_clear_pointer (&self->author, g_ref_string_release);
  g_clear_pointer (&self->latest, g_ref_string_release);
  g_free (self->title);
  g_object_unref (self->document);

  G_OBJECT_CLASS (guatu_entry_item_parent_class)->finalize (object);
}

static void
guatu_entry_item_class_init (GuatuEntryItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_entry_item_finalize;
}

static void
guatu_entry_item_init (GuatuEntryItem *self)
{
}

GuatuEntryItem *
guatu_entry_item_new (GuatuEntryList *list,
                      GuatuDocument  *document)
{
  GuatuEntryItem *self = g_object_new (GUATU_TYPE_ENTRY_ITEM, NULL);

  self->list = list;
  self->document = g_object_ref (document);

  return self;
}

void
guatu_entry_item_fill (GuatuEntryItem         *self,
                       const GuatuJournal     *journal,
                       const GuatuJournalLine *line)
{
  self->line = *line;
  self->n_since = guatu_journal_newest (journal) - line->seq;
  g_clear_pointer (&self->author, g_ref_string_release);
  g_clear_pointer (&self->latest, g_ref_string_release);
  self->author = g_ref_string_new_intern (guatu_journal_name (journal, line->author));
  self->latest = g_ref_string_new_intern (guatu_journal_latest (journal));
}

gint64
guatu_entry_item_seq (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), 0);

  return self->line.seq;
}

const char *
guatu_entry_item_title (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), "");

  if (self->title == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuEntry) entry = guatu_store_read_entry (guatu_document_get_store (self->document), self->line.seq,
                                                            &error);

      self->title = entry != NULL ? guatu_entry_title (entry) : g_strdup (error->message);
    }

  return self->title;
}

char *
guatu_entry_time_text (gint64 milliseconds)
{
  GuatuInstant civil = guatu_journal_civil (milliseconds);
  GString *text = g_string_new (NULL);

  /* Anybody may have written the file. */
  if (civil != GUATU_NONE)
    guatu_chart_expand (text, guatu_chart_language (NULL), C_("date", "{Mon} {day}, {year}, {hour}:{minute}"), civil);

  return g_string_free (text, FALSE);
}

char *
guatu_entry_item_time (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), NULL);

  return guatu_entry_time_text (self->line.time);
}

const char *
guatu_entry_item_author (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), "");

  return self->author;
}

gboolean
guatu_entry_item_stands (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), FALSE);

  return self->line.standing;
}

gboolean
guatu_entry_item_is_in_reach (GuatuEntryItem *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), FALSE);

  return self->line.in_reach;
}

char *
guatu_entry_item_since (GuatuEntryItem *self)
{
  guint n;

  g_return_val_if_fail (GUATU_IS_ENTRY_ITEM (self), NULL);

  n = (guint) CLAMP (self->n_since, 0, G_MAXUINT);
  if (n == 0)
    return g_strdup ("");
  if (self->line.n_people == 1)
    /* Translators: how many edits were made after the one that is chosen, and who made them all. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u edit since, by %2$s", "%1$u edits since, by %2$s", n),
                            n, self->latest);

  /* Translators: how many edits were made after the one that is chosen, and by how many people, at least two. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u edit since, by %2$u people",
                                       "%1$u edits since, by %2$u people", n), n, self->line.n_people);
}

char *
guatu_entry_item_when (GuatuEntryItem *self)
{
  g_autofree char *time = guatu_entry_item_time (self);

  return g_strjoin (" · ", time, self->author, self->line.standing ? NULL : _("undone"), NULL);
}
