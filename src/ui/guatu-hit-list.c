/* guatu-hit-list.c — makes words of what was found. */
#include "guatu-hit-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-go-to.h"
#include "guatu-task-words.h"

struct _GuatuHit
{
  GObject       parent_instance;

  GuatuTable    table;
  gint64        id;
  GuatuInstant  date;
  char         *title;
  char         *note;
};

G_DEFINE_FINAL_TYPE (GuatuHit, guatu_hit, G_TYPE_OBJECT)

struct _GuatuHitList
{
  GObject        parent_instance;

  GuatuDocument *document;
  GArray        *found;         /* of GuatuFound */
  GuatuInstant   date;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuHitList, guatu_hit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Hits ------------------------------------------------------------------------------------------------ */

static void
guatu_hit_finalize (GObject *object)
{
  GuatuHit *self = GUATU_HIT (object);

  g_free (self->title);
  g_free (self->note);

  G_OBJECT_CLASS (guatu_hit_parent_class)->finalize (object);
}

static void
guatu_hit_class_init (GuatuHitClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_hit_finalize;
}

static void
guatu_hit_init (GuatuHit *self)
{
}

const char *
guatu_hit_get_title (gpointer hit)
{
  g_return_val_if_fail (GUATU_IS_HIT (hit), NULL);

  return GUATU_HIT (hit)->title;
}

const char *
guatu_hit_get_note (gpointer hit)
{
  g_return_val_if_fail (GUATU_IS_HIT (hit), NULL);

  return GUATU_HIT (hit)->note;
}

GuatuTable
guatu_hit_get_table (GuatuHit     *self,
                     gint64       *id,
                     GuatuInstant *date)
{
  g_return_val_if_fail (GUATU_IS_HIT (self), GUATU_N_TABLES);

  *id = self->id;
  *date = self->date;

  return self->table;
}

/* "Road works › Drainage": what a task lies below, the nearest last. */
static char *
way_to (const GuatuPlan *plan,
        gint32           task)
{
  g_autoptr(GString) way = g_string_new (NULL);

  for (gint32 parent = guatu_plan_task (plan, task)->parent; parent >= 0;
       parent = guatu_plan_task (plan, parent)->parent)
    {
      if (way->len > 0)
        g_string_prepend (way, " › ");
      g_string_prepend (way, guatu_plan_task_name (plan, parent));
    }

  return g_string_free (g_steal_pointer (&way), FALSE);
}

static char *
task_note (const GuatuPlan     *plan,
           const GuatuSchedule *schedule,
           gint32               task)
{
  g_autofree char *way = way_to (plan, task), *wbs = guatu_plan_task_wbs (plan, task);
  g_autofree char *start = guatu_words_start (plan, schedule->start[task]);

  if (*way == '\0')
    return g_strdup_printf (_("%1$s · from %2$s"), wbs, start);

  /* Translators: of a task: its WBS code, when it begins, and what it lies below. */
  return g_strdup_printf (_("%1$s · from %2$s · in %3$s"), wbs, start, way);
}

static void
tell_task (GuatuHit      *self,
           GuatuDocument *document,
           gint32         row)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);

  self->title = g_strdup_printf ("%u  %s", guatu_plan_task_place (plan, row), guatu_plan_task_name (plan, row));
  self->note = task_note (plan, guatu_document_get_schedule (document), row);
}

static void
tell_party (GuatuHit        *self,
            const GuatuPlan *plan,
            gint32           row)
{
  gboolean unit = self->table == GUATU_TABLE_UNIT;
  guint n;

  guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, unit ? GUATU_ASSIGNMENT_UNIT : GUATU_ASSIGNMENT_PERSON, row, &n);
  self->title = g_strdup (guatu_plan_string (plan, self->table, row, unit ? GUATU_UNIT_NAME : GUATU_PERSON_NAME));
  /* Translators: what was found, and in how many tasks it has a part. */
  self->note = g_strdup_printf (ngettext ("%s · a part in %u task", "%s · parts in %u tasks", n),
                                _(guatu_table_info (self->table)->label), n);
}

static GuatuHit *
hit_new (GuatuDocument    *document,
         const GuatuFound *found)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuHit *self = g_object_new (GUATU_TYPE_HIT, NULL);

  self->table = found->table;
  self->id = guatu_plan_id (plan, found->table, found->row);
  self->date = GUATU_NONE;
  if (found->table == GUATU_TABLE_TASK)
    tell_task (self, document, found->row);
  else
    tell_party (self, plan, found->row);

  return self;
}

static GuatuHit *
day_new (GuatuDocument *document,
         GuatuInstant   date)
{
  GuatuHit *self = g_object_new (GUATU_TYPE_HIT, NULL);

  self->table = GUATU_N_TABLES;
  self->date = date;
  self->title = guatu_words_start (guatu_document_get_plan (document), date);
  self->note = g_strdup (_("This day on the battle map"));

  return self;
}

/* The list --------------------------------------------------------------------------------------------- */

static guint
n_days (GuatuHitList *self)
{
  return self->date != GUATU_NONE ? 1 : 0;
}

static GType
get_item_type (GListModel *model)
{
  return GUATU_TYPE_HIT;
}

static guint
get_n_items (GListModel *model)
{
  GuatuHitList *self = GUATU_HIT_LIST (model);

  return self->found->len + n_days (self);
}

static gpointer
get_item (GListModel *model,
          guint       place)
{
  GuatuHitList *self = GUATU_HIT_LIST (model);

  if (place >= get_n_items (model))
    return NULL;
  if (place < n_days (self))
    return day_new (self->document, self->date);

  return hit_new (self->document, &g_array_index (self->found, GuatuFound, place - n_days (self)));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

void
guatu_hit_list_fill (GuatuHitList *self,
                     GArray       *found,
                     GuatuInstant  date)
{
  guint before;

  g_return_if_fail (GUATU_IS_HIT_LIST (self) && found != NULL);

  before = get_n_items (G_LIST_MODEL (self));
  g_array_unref (self->found);
  self->found = found;
  self->date = date;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, get_n_items (G_LIST_MODEL (self)));
}

static void
guatu_hit_list_finalize (GObject *object)
{
  GuatuHitList *self = GUATU_HIT_LIST (object);

  g_clear_object (&self->document);
  g_array_unref (self->found);

  G_OBJECT_CLASS (guatu_hit_list_parent_class)->finalize (object);
}

static void
guatu_hit_list_class_init (GuatuHitListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_hit_list_finalize;
}

static void
guatu_hit_list_init (GuatuHitList *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (GuatuFound));
  self->date = GUATU_NONE;
}

GuatuHitList *
guatu_hit_list_new (GuatuDocument *document)
{
  GuatuHitList *self = g_object_new (GUATU_TYPE_HIT_LIST, NULL);

  self->document = g_object_ref (document);

  return self;
}
