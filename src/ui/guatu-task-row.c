/* guatu-task-row.c — one row of the table. */
#include "guatu-task-row.h"

struct _GuatuTaskRow
{
  GObject parent_instance;

  gint64  key;
  guint   place;
};

G_DEFINE_FINAL_TYPE (GuatuTaskRow, guatu_task_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
guatu_task_row_class_init (GuatuTaskRowClass *class)
{
  changed_signal = g_signal_new ("changed", GUATU_TYPE_TASK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
}

static void
guatu_task_row_init (GuatuTaskRow *self)
{
}

GuatuTaskRow *
guatu_task_row_new (gint64 key,
                    guint  place)
{
  GuatuTaskRow *self = g_object_new (GUATU_TYPE_TASK_ROW, NULL);

  self->key = key;
  self->place = place;

  return self;
}

gint64
guatu_task_row_get_key (GuatuTaskRow *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_ROW (self), GUATU_NEW_ROW_KEY);

  return self->key;
}

gint64
guatu_task_row_get_task (GuatuTaskRow *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_ROW (self), 0);

  return MAX (self->key, 0);
}

guint
guatu_task_row_get_place (GuatuTaskRow *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_ROW (self), 0);

  return self->place;
}

void
guatu_task_row_set_place (GuatuTaskRow *self,
                          guint         place)
{
  g_return_if_fail (GUATU_IS_TASK_ROW (self));

  self->place = place;
}

void
guatu_task_row_changed (GuatuTaskRow *self)
{
  g_return_if_fail (GUATU_IS_TASK_ROW (self));

  g_signal_emit (self, changed_signal, 0);
}
