/* guatu-entry-list.c — reads the journal in idle steps, and shows up what is found as it comes. */
#include "guatu-entry-list-private.h"

/* Half a frame, in microseconds. */
#define STEP 8000

struct _GuatuEntryList
{
  GObject            parent_instance;

  GuatuDocument     *document;
  GuatuJournalQuery  query;
  char              *text;              /* the query's */
  char              *author;

  GuatuJournal      *journal;           /* what is shown; of the same query, or the one before while another is read */
  GuatuJournal      *reading;           /* being read; may be the same */
  guint              n_shown;
  GHashTable        *items;             /* GuatuEntryItem by seq, as long as somebody holds them */
  GError            *error;

  guint              step;              /* the source; 0: none */
  gboolean           awake;
  gboolean           stale;             /* the plan has changed since it was read */
  gboolean           other;             /* what is shown answers to another query: no reason to keep it */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuEntryList, guatu_entry_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { PROGRESS, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The list ------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return GUATU_TYPE_ENTRY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return GUATU_ENTRY_LIST (model)->n_shown;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GuatuEntryList *self = GUATU_ENTRY_LIST (model);
  const GuatuJournalLine *lines;
  GuatuEntryItem *item;
  guint n;

  if (position >= self->n_shown)
    return NULL;

  lines = guatu_journal_lines (self->journal, &n);
  item = g_hash_table_lookup (self->items, &lines[position].seq);
  if (item != NULL)
    return g_object_ref (item);

  item = guatu_entry_item_new (self, self->document);
  guatu_entry_item_fill (item, self->journal, &lines[position]);
  g_hash_table_insert (self->items, &item->line.seq, item);

  return item;
}

void
guatu_entry_list_forget (GuatuEntryList *self,
                         GuatuEntryItem *item)
{
  if (g_hash_table_lookup (self->items, &item->line.seq) == item)
    g_hash_table_remove (self->items, &item->line.seq);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

gboolean
guatu_entry_list_find (GuatuEntryList *self,
                       gint64          seq,
                       guint          *position)
{
  const GuatuJournalLine *lines;
  guint first = 0, last, n;

  g_return_val_if_fail (GUATU_IS_ENTRY_LIST (self), FALSE);

  lines = guatu_journal_lines (self->journal, &n);
  last = MIN (n, self->n_shown);
  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (lines[middle].seq == seq)
        {
          *position = middle;
          return TRUE;
        }
      if (lines[middle].seq > seq)
        first = middle + 1;
      else
        last = middle;
    }

  return FALSE;
}

/* Reading -------------------------------------------------------------------------------------------- */

/* Says what has come to what is shown. */
static void
show_more (GuatuEntryList *self)
{
  guint before = self->n_shown, n;

  guatu_journal_lines (self->journal, &n);
  self->n_shown = n;
  if (n > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
}

/* How many lines at the end are the same in both. */
static guint
common_end (const GuatuJournal *a,
            guint               n_a,
            const GuatuJournal *b,
            guint               n_b)
{
  guint all_a, all_b, n = 0;
  const GuatuJournalLine *lines_a = guatu_journal_lines (a, &all_a), *lines_b = guatu_journal_lines (b, &all_b);

  while (n < n_a && n < n_b)
    {
      const GuatuJournalLine *one = &lines_a[n_a - n - 1], *other = &lines_b[n_b - n - 1];

      if (one->seq != other->seq || one->standing != other->standing || one->in_reach != other->in_reach)
        break;
      n++;
    }

  return n;
}

/* Items that stay have as many entries after them as there are now; the others are made anew. */
static void
renew_items (GuatuEntryList *self,
             guint           n_kept)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GuatuEntryItem *item = value;
      const GuatuJournalLine *lines;
      guint position, n;

      lines = guatu_journal_lines (self->journal, &n);
      if (guatu_entry_list_find (self, item->line.seq, &position) && position >= self->n_shown - n_kept)
        {
          guatu_entry_item_fill (item, self->journal, &lines[position]);
          continue;
        }
      item->list = NULL;
      g_hash_table_iter_remove (&iter);
    }
}

/* What was read takes the place of what is shown. */
static void
take_place (GuatuEntryList *self)
{
  GuatuJournal *old = self->journal;
  guint n_before = self->n_shown, n_kept, n;

  guatu_journal_lines (self->reading, &n);
  n_kept = common_end (old, n_before, self->reading, n);
  self->journal = self->reading;
  self->n_shown = n;
  renew_items (self, n_kept);
  guatu_journal_free (old);
  if (n_before != n || n_kept != n)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before - n_kept, n - n_kept);
}

/* Whether there is more to read. */
static gboolean
step (GuatuEntryList *self)
{
  g_autoptr(GError) error = NULL;
  gboolean more;

  if (!guatu_journal_step (self->reading, STEP, &error))
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
    }
  more = !guatu_journal_is_done (self->reading);
  if (self->reading == self->journal)
    show_more (self);
  else if (!more || self->other)
    take_place (self);
  self->other = FALSE;

  g_signal_emit (self, signals[PROGRESS], 0);
  return more;
}

static gboolean
step_cb (gpointer data)
{
  GuatuEntryList *self = data;

  if (self->awake && step (self))
    return G_SOURCE_CONTINUE;

  self->step = 0;
  return G_SOURCE_REMOVE;
}

static void
go_on (GuatuEntryList *self)
{
  if (self->awake && self->step == 0 && self->reading != NULL && !guatu_journal_is_done (self->reading))
    self->step = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_cb, self, NULL);
}

/* Begins to read anew; what is shown stays until that is done. */
static void
read_anew (GuatuEntryList *self)
{
  if (self->reading != self->journal)
    guatu_journal_free (self->reading);
  g_clear_error (&self->error);
  self->stale = FALSE;
  self->reading = guatu_journal_new (self->document, &self->query);
  step (self);
  go_on (self);
}

static void
changed_cb (GuatuEntryList *self)
{
  if (self->awake)
    read_anew (self);
  else
    self->stale = TRUE;
}

void
guatu_entry_list_set_awake (GuatuEntryList *self,
                            gboolean        awake)
{
  g_return_if_fail (GUATU_IS_ENTRY_LIST (self));

  self->awake = awake;
  if (!awake)
    g_clear_handle_id (&self->step, g_source_remove);
  else if (self->stale)
    read_anew (self);
  else
    go_on (self);
}

void
guatu_entry_list_set_query (GuatuEntryList          *self,
                            const GuatuJournalQuery *query)
{
  char *text, *author;

  g_return_if_fail (GUATU_IS_ENTRY_LIST (self) && query != NULL);

  /* It may be made of the one before. */
  text = g_strdup (query->text);
  author = g_strdup (query->author);
  self->query = *query;
  g_free (self->text);
  g_free (self->author);
  self->query.text = self->text = text;
  self->query.author = self->author = author;
  self->other = TRUE;
  changed_cb (self);
}

const GuatuJournalQuery *
guatu_entry_list_get_query (GuatuEntryList *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_LIST (self), NULL);

  return &self->query;
}

gboolean
guatu_entry_list_is_busy (GuatuEntryList *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_LIST (self), FALSE);

  return self->stale || !guatu_journal_is_done (self->reading);
}

const GError *
guatu_entry_list_get_error (GuatuEntryList *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_LIST (self), NULL);

  return self->error;
}

guint
guatu_entry_list_get_n_read (GuatuEntryList *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_LIST (self), 0);

  return guatu_journal_n_read (self->reading);
}

GPtrArray *
guatu_entry_list_get_authors (GuatuEntryList *self)
{
  g_return_val_if_fail (GUATU_IS_ENTRY_LIST (self), NULL);

  return guatu_journal_authors (self->reading);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_entry_list_dispose (GObject *object)
{
  GuatuEntryList *self = GUATU_ENTRY_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_clear_handle_id (&self->step, g_source_remove);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    GUATU_ENTRY_ITEM (item)->list = NULL;
  g_hash_table_remove_all (self->items);
  if (self->reading != self->journal)
    guatu_journal_free (self->reading);
  self->reading = NULL;
  g_clear_pointer (&self->journal, guatu_journal_free);
  self->n_shown = 0;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_entry_list_parent_class)->dispose (object);
}

static void
guatu_entry_list_finalize (GObject *object)
{
  GuatuEntryList *self = GUATU_ENTRY_LIST (object);

  g_hash_table_unref (self->items);
  g_clear_error (&self->error);
  g_free (self->text);
  g_free (self->author);

  G_OBJECT_CLASS (guatu_entry_list_parent_class)->finalize (object);
}

static void
guatu_entry_list_class_init (GuatuEntryListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_entry_list_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_entry_list_finalize;

  signals[PROGRESS] = g_signal_new ("progress", GUATU_TYPE_ENTRY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
guatu_entry_list_init (GuatuEntryList *self)
{
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->awake = TRUE;
}

GuatuEntryList *
guatu_entry_list_new (GuatuDocument *document)
{
  GuatuEntryList *self;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  self = g_object_new (GUATU_TYPE_ENTRY_LIST, NULL);
  self->document = g_object_ref (document);
  self->journal = self->reading = guatu_journal_new (document, &self->query);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  step (self);
  go_on (self);

  return self;
}
