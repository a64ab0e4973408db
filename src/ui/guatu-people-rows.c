/* guatu-people-rows.c — keeps the list of units and people as the plan has it, in small steps. */
#include "guatu-people-rows.h"

#include "guatu-people-layout.h"

struct _GuatuPeopleRows
{
  GObject        parent_instance;

  /* Owned references */
  GuatuDocument *document;
  GPtrArray     *rows;          /* of GuatuPeopleRow */
  GHashTable    *folded;        /* set of ids of units */
  GuatuLights   *lights;        /* of the plan as it is; %NULL: not asked for yet, or there are none */
  char          *needle;        /* folded case; %NULL: all are shown */
};

static void list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuPeopleRows, guatu_people_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_init))

static GPtrArray *
make_rows (GuatuPeopleRows *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;

  if (self->lights == NULL && status_date != GUATU_NONE)
    self->lights = guatu_lights_new (plan, guatu_document_get_schedule (self->document), status_date, NULL);

  return guatu_people_layout (plan, self->lights, self->needle, self->folded);
}

/* Small steps ---------------------------------------------------------------------------------------- */

static GuatuPeopleRow *
row_at (const GPtrArray *rows,
        guint            i)
{
  return rows->pdata[i];
}

static gboolean
is_same (GuatuPeopleRow *a,
         GuatuPeopleRow *b)
{
  return a->table == b->table && a->id == b->id && a->unit == b->unit && a->membership == b->membership;
}

/* The object that is known says what the new one does. */
static void
take_over (GPtrArray *rows,
           guint      i,
           GPtrArray *old,
           guint      k)
{
  GuatuPeopleRow *known = g_object_ref (row_at (old, k)), *made = row_at (rows, i);

  known->depth = made->depth;
  known->has_more = made->has_more;
  known->folded = made->folded;
  known->head = made->head;
  known->light = made->light;
  known->n_tasks = made->n_tasks;
  g_object_unref (made);
  rows->pdata[i] = known;
}

void
guatu_people_rows_refresh (GuatuPeopleRows *self)
{
  g_autoptr(GPtrArray) old = NULL;
  guint same = 0, behind = 0, least;

  g_return_if_fail (GUATU_IS_PEOPLE_ROWS (self));

  old = g_steal_pointer (&self->rows);
  self->rows = make_rows (self);
  least = MIN (old->len, self->rows->len);
  for (; same < least && is_same (row_at (old, same), row_at (self->rows, same)); same++)
    take_over (self->rows, same, old, same);
  for (; behind < least - same && is_same (row_at (old, old->len - 1 - behind),
                                           row_at (self->rows, self->rows->len - 1 - behind)); behind++)
    take_over (self->rows, self->rows->len - 1 - behind, old, old->len - 1 - behind);
  if (same + behind < MAX (old->len, self->rows->len))
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - behind,
                                self->rows->len - same - behind);
  for (guint i = 0; i < self->rows->len; i++)
    if (i < same || i >= self->rows->len - behind)
      guatu_people_row_say_changed (row_at (self->rows, i));
}

void
guatu_people_rows_search (GuatuPeopleRows *self,
                          const char      *text)
{
  g_return_if_fail (GUATU_IS_PEOPLE_ROWS (self));

  g_free (self->needle);
  self->needle = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  guatu_people_rows_refresh (self);
}

void
guatu_people_rows_fold (GuatuPeopleRows *self,
                        gint64           unit,
                        gboolean         folded)
{
  g_return_if_fail (GUATU_IS_PEOPLE_ROWS (self));

  if (folded ? g_hash_table_add (self->folded, g_memdup2 (&unit, sizeof unit))
             : g_hash_table_remove (self->folded, &unit))
    guatu_people_rows_refresh (self);
}

static int
place_of (GuatuPeopleRows *self,
          GuatuTable       table,
          gint64           id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self->rows, i)->table == table && row_at (self->rows, i)->id == id
        && row_at (self->rows, i)->membership == 0)
      return (int) i;

  return -1;
}

int
guatu_people_rows_find (GuatuPeopleRows *self,
                        GuatuTable       table,
                        gint64           id)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, table, id);
  guint field = table == GUATU_TABLE_UNIT ? GUATU_UNIT_PARENT : GUATU_PERSON_UNIT;
  gboolean unfolded = FALSE;
  guint steps = guatu_plan_n_rows (plan, GUATU_TABLE_UNIT) + 1;

  g_return_val_if_fail (GUATU_IS_PEOPLE_ROWS (self), -1);

  for (gint32 up = row >= 0 ? (gint32) guatu_plan_number (plan, table, row, field) : -1; up >= 0 && steps-- > 0;
       up = (gint32) guatu_plan_number (plan, GUATU_TABLE_UNIT, up, GUATU_UNIT_PARENT))
    {
      gint64 unit = guatu_plan_id (plan, GUATU_TABLE_UNIT, up);

      unfolded |= g_hash_table_remove (self->folded, &unit);
    }
  if (unfolded)
    guatu_people_rows_refresh (self);

  return row >= 0 ? place_of (self, table, id) : -1;
}

/* Folding and looking for somebody do not work the lights out again. */
static void
forget_cb (GuatuPeopleRows *self)
{
  g_clear_pointer (&self->lights, guatu_lights_free);
}

/* The list ------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return GUATU_TYPE_PEOPLE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return GUATU_PEOPLE_ROWS (list)->rows->len;
}

static gpointer
get_item (GListModel *list,
          guint       place)
{
  GuatuPeopleRows *self = GUATU_PEOPLE_ROWS (list);

  return place < self->rows->len ? g_object_ref (self->rows->pdata[place]) : NULL;
}

static void
list_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
guatu_people_rows_finalize (GObject *object)
{
  GuatuPeopleRows *self = GUATU_PEOPLE_ROWS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->lights, guatu_lights_free);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->folded);
  g_free (self->needle);

  G_OBJECT_CLASS (guatu_people_rows_parent_class)->finalize (object);
}

static void
guatu_people_rows_class_init (GuatuPeopleRowsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_people_rows_finalize;
}

static void
guatu_people_rows_init (GuatuPeopleRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GuatuPeopleRows *
guatu_people_rows_new (GuatuDocument *document)
{
  GuatuPeopleRows *self = g_object_new (GUATU_TYPE_PEOPLE_ROWS, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);

  return self;
}
