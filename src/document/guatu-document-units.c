/* guatu-document-units.c — where units and people stand: under which unit, before whom. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GuatuDocument *document;
  GuatuTable     table;
  guint          group;       /* the field that says below which unit the row stands */
  guint          position;
  gint32         row;
  gint32         unit;        /* -1: below none */
  gint32         before;      /* -1: at the end */
} Place;

static gint64
position_of (const Place *place, gint32 row)
{
  return guatu_plan_number (place->document->plan, place->table, row, place->position);
}

/* The others that stand there, in their order. */
static GArray *
find_siblings (const Place *place)
{
  GArray *siblings = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (place->document->plan, place->table, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i] != place->row &&
        guatu_plan_number (place->document->plan, place->table, rows[i], place->group) == place->unit)
      g_array_append_val (siblings, rows[i]);

  return siblings;
}

static gboolean
write_position (const Place *place, gint32 row, gint64 position, GError **error)
{
  return guatu_store_update (place->document->store, place->table,
                             guatu_plan_id (place->document->plan, place->table, row), place->position,
                             GUATU_INTEGER (position), error);
}

/* Siblings that stand too close for anything to come between them are put apart. */
static gboolean
put_apart (const Place *place, const GArray *siblings, guint at, gint64 *position, GError **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      gint32 row = g_array_index (siblings, gint32, i);
      gint64 new_position = GUATU_POSITION_GAP * (gint64) (i < at ? i + 1 : i + 2);

      if (position_of (place, row) != new_position && !write_position (place, row, new_position, error))
        return FALSE;
    }
  *position = GUATU_POSITION_GAP * (gint64) (at + 1);
  return TRUE;
}

static gboolean
find_position (const Place *place, gint64 *position, GError **error)
{
  g_autoptr(GArray) siblings = find_siblings (place);
  guint at = 0;
  gint64 before, after;

  while (at < siblings->len && g_array_index (siblings, gint32, at) != place->before)
    at++;
  before = at > 0 ? position_of (place, g_array_index (siblings, gint32, at - 1)) : 0;
  after = at < siblings->len ? position_of (place, g_array_index (siblings, gint32, at))
                             : before + 2 * GUATU_POSITION_GAP;
  if (at == 0 && siblings->len > 0)
    before = after - 2 * GUATU_POSITION_GAP;
  *position = before + (after - before) / 2;
  if (*position > before && *position < after &&
      *position < guatu_field (place->table, place->position)->max && *position > 0)
    return TRUE;

  return put_apart (place, siblings, at, position, error);
}

static gboolean
check_before (const Place *place, GError **error)
{
  g_autofree char *title = NULL;

  if (place->before < 0 ||
      guatu_plan_number (place->document->plan, place->table, place->before, place->group) == place->unit)
    return TRUE;
  title = guatu_row_title (place->document->plan, place->table, place->before);
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("%s does not stand in the place that was asked for. Name one who does, or none."),
                                title);
}

static gboolean
stands_there (const Place *place)
{
  g_autoptr(GArray) siblings = find_siblings (place);
  gint64 own = position_of (place, place->row);
  gint32 next = -1;

  if (guatu_plan_number (place->document->plan, place->table, place->row, place->group) != place->unit)
    return FALSE;
  if (place->before == place->row)
    return TRUE;
  for (guint i = 0; i < siblings->len && next < 0; i++)
    {
      gint32 row = g_array_index (siblings, gint32, i);
      gint64 position = position_of (place, row);

      if (position > own || (position == own && guatu_plan_id (place->document->plan, place->table, row) >
                                                guatu_plan_id (place->document->plan, place->table, place->row)))
        next = row;
    }
  return next == place->before;
}

static gboolean
carry_out (const Place *place, GError **error)
{
  GuatuValue unit = place->unit >= 0 ? GUATU_INTEGER (guatu_plan_id (place->document->plan, GUATU_TABLE_UNIT,
                                                                     place->unit)) : GUATU_NULL;
  GuatuSetting settings[] = { { place->group, unit }, { place->position, GUATU_INTEGER (0) } };
  GuatuRowEdit edit;

  if (!check_before (place, error))
    return FALSE;
  if (stands_there (place))
    return TRUE;

  guatu_row_edit_init_row (&edit, place->document, place->table, place->row);
  /* Whether it may stand there is asked first: a refusal says so, whatever room there is. */
  if (!guatu_row_edit_take (&edit, settings, 1, error) || !guatu_row_edit_check (&edit, error) ||
      !find_position (place, &settings[1].value.integer, error))
    return FALSE;

  return guatu_row_edit_take (&edit, &settings[1], 1, error) && guatu_row_edit_write (&edit, error);
}

static gboolean
find_rows (Place *place, gint64 id, gint64 unit, gint64 before, GError **error)
{
  place->row = guatu_document_find_row (place->document, place->table, id, error);
  if (place->row < 0)
    return FALSE;
  if (unit != 0 && (place->unit = guatu_document_find_row (place->document, GUATU_TABLE_UNIT, unit, error)) < 0)
    return FALSE;
  return before == 0 || (place->before = guatu_document_find_row (place->document, place->table, before, error)) >= 0;
}

gboolean
guatu_document_move_party (GuatuDocument *self, GuatuTable table, gint64 id, gint64 unit, gint64 before,
                           GError **error)
{
  Place place = { .document = self, .table = table, .unit = -1, .before = -1,
                  .group = table == GUATU_TABLE_UNIT ? GUATU_UNIT_PARENT : GUATU_PERSON_UNIT,
                  .position = table == GUATU_TABLE_UNIT ? GUATU_UNIT_POSITION : GUATU_PERSON_POSITION };
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (table == GUATU_TABLE_UNIT || table == GUATU_TABLE_PERSON, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = find_rows (&place, id, unit, before, error) && carry_out (&place, error);
  if (ok)
    {
      g_autofree char *name = guatu_row_name (self->plan, table, place.row);
      g_autofree char *above = place.unit >= 0 ? guatu_row_name (self->plan, GUATU_TABLE_UNIT, place.unit) : NULL;
      g_autofree char *other = place.before >= 0 ? guatu_row_name (self->plan, table, place.before) : NULL;

      arguments = guatu_arguments_for_row (id, name);
      if (above != NULL)
        guatu_arguments_add_text (arguments, "parent", above);
      if (other != NULL)
        guatu_arguments_add_text (arguments, "before", other);
    }
  return guatu_document_end (self, ok, table == GUATU_TABLE_UNIT ? "unit-move" : "person-move", arguments, 0, error);
}
