/* guatu-people-tree-moves.c — moves units and people in their tree, by keys and by drag. */
#include "guatu-people-tree-private.h"

#include "guatu-desk-page.h"

guint
guatu_people_tree_home_field (GuatuTable table)
{
  return table == GUATU_TABLE_UNIT ? GUATU_UNIT_PARENT : GUATU_PERSON_UNIT;
}

/* The row of the unit below which something stands; -1: below none. */
static gint32
home_of (GuatuPeopleTree *self,
         GuatuTable       table,
         gint32          row)
{
  return (gint32) guatu_plan_number (guatu_people_tree_plan (self), table, row, guatu_people_tree_home_field (table));
}

static gint64
id_of (GuatuPeopleTree *self,
       GuatuTable       table,
       gint32           row)
{
  return row >= 0 ? guatu_plan_id (guatu_people_tree_plan (self), table, row) : 0;
}

static gboolean
move_to (GuatuPeopleTree *self,
         GuatuTable       table,
         gint64           id,
         gint64           unit,
         gint64           before)
{
  g_autoptr(GError) error = NULL;

  if (!guatu_document_move_party (self->document, table, id, unit, before, &error))
    {
      guatu_desk_page_fail (self, error);
      return FALSE;
    }
  guatu_people_rows_refresh (self->rows);
  guatu_people_tree_select (self, table, id);

  return TRUE;
}

gboolean
guatu_people_tree_drop (GuatuPeopleTree *self,
                        GuatuTable       table,
                        gint64           id,
                        GuatuPeopleRow  *on)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_TREE (self), FALSE);

  if (on->table == GUATU_TABLE_UNIT)
    return !(table == GUATU_TABLE_UNIT && on->id == id) && move_to (self, table, id, on->id, 0);
  if (table != GUATU_TABLE_PERSON || on->id == id)
    return FALSE;
  /* Before a member who is at home elsewhere there is no place. */
  return move_to (self, table, id, on->unit, on->membership == 0 ? on->id : 0);
}

/* Those that stand beside the row, it among them; @at takes its place. */
static GArray *
siblings_of (GuatuPeopleTree *self,
             GuatuTable       table,
             gint32           row,
             int             *at)
{
  GArray *siblings = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (guatu_people_tree_plan (self), table, &n);
  gint32 home = home_of (self, table, row);

  for (guint i = 0; i < n; i++)
    if (home_of (self, table, rows[i]) == home)
      {
        if (rows[i] == row)
          *at = (int) siblings->len;
        g_array_append_val (siblings, rows[i]);
      }

  return siblings;
}

/* Up or down among those beside it. */
static void
shift (GuatuPeopleTree *self,
       int              by)
{
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  g_autoptr(GArray) siblings = NULL;
  gint64 home;
  gint32 row;
  int at = 0, before;

  if (selected == NULL || (row = guatu_people_tree_row (self, selected->table, selected->id)) < 0)
    return;
  siblings = siblings_of (self, selected->table, row, &at);
  home = id_of (self, GUATU_TABLE_UNIT, home_of (self, selected->table, row));
  before = by < 0 ? at - 1 : at + 2;
  if (before < 0 || (by > 0 && at + 1 >= (int) siblings->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  move_to (self, selected->table, selected->id, home,
           before < (int) siblings->len ? id_of (self, selected->table, g_array_index (siblings, gint32, before)) : 0);
}

static void
up_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  shift (GUATU_PEOPLE_TREE (widget), -1);
}

static void
down_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  shift (GUATU_PEOPLE_TREE (widget), 1);
}

/* Below what its unit stands below. */
static void
out_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  gint32 row = selected != NULL ? guatu_people_tree_row (self, selected->table, selected->id) : -1;
  gint32 home = row >= 0 ? home_of (self, selected->table, row) : -1;

  if (home < 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  move_to (self, selected->table, selected->id,
           id_of (self, GUATU_TABLE_UNIT, home_of (self, GUATU_TABLE_UNIT, home)), 0);
}

/* A unit comes below the one before it; a person into the first unit below the own one. */
static void
in_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  gint32 row = selected != NULL ? guatu_people_tree_row (self, selected->table, selected->id) : -1;
  g_autoptr(GArray) siblings = NULL;
  gint32 into = -1;
  int at = 0;

  if (row >= 0 && selected->table == GUATU_TABLE_UNIT)
    {
      siblings = siblings_of (self, GUATU_TABLE_UNIT, row, &at);
      into = at > 0 ? g_array_index (siblings, gint32, at - 1) : -1;
    }
  else if (row >= 0 && home_of (self, GUATU_TABLE_PERSON, row) >= 0)
    {
      guint n;
      const gint32 *below = guatu_plan_referrers (guatu_people_tree_plan (self), GUATU_TABLE_UNIT, GUATU_UNIT_PARENT,
                                                  home_of (self, GUATU_TABLE_PERSON, row), &n);

      into = n > 0 ? below[0] : -1;
    }
  if (into < 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  move_to (self, selected->table, selected->id, id_of (self, GUATU_TABLE_UNIT, into), 0);
}

void
guatu_people_tree_install_moves (GtkWidgetClass *widget_class)
{
  static const GuatuDeskPageAction actions[] = {
    { "people.up", up_cb, GDK_KEY_Up, GDK_ALT_MASK },
    { "people.down", down_cb, GDK_KEY_Down, GDK_ALT_MASK },
    { "people.in", in_cb, GDK_KEY_Right, GDK_ALT_MASK },
    { "people.out", out_cb, GDK_KEY_Left, GDK_ALT_MASK },
  };

  guatu_desk_page_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}
