/* guatu-task-table-columns.c — which columns a table has: shown, moved, made wider, sorted by. */
#include <glib/gi18n.h>
#include <string.h>

#include "guatu-task-table-private.h"

/* Pixels. */
#define TITLE_PADDING 8
#define ARROW 20
#define STEP 16
#define LEAST 40
#define MOST 2000

/* Of a column of words; those of the name, which are looked at most. */
#define LEAST_WORDS 64
#define MOST_WORDS 190
#define LEAST_NAME 200
#define MOST_NAME 360
#define USUAL_NAME 250

/* So many rows say how wide a column is. */
#define SAMPLE 150

/* In their order from the start. The category is a column of paper: on screen its rows have headings. */
const GuatuColumnKind guatu_task_table_kinds[] = {
  GUATU_COLUMN_NUMBER, GUATU_COLUMN_WBS, GUATU_COLUMN_NAME, GUATU_COLUMN_LEAD_UNIT, GUATU_COLUMN_OWNER,
  GUATU_COLUMN_RESPONSIBLE, GUATU_COLUMN_DURATION, GUATU_COLUMN_START, GUATU_COLUMN_FINISH, GUATU_COLUMN_DEADLINE,
  GUATU_COLUMN_LIGHT, GUATU_COLUMN_PROGRESS, GUATU_COLUMN_OBJECTIVE,
};
const guint guatu_task_table_n_kinds = G_N_ELEMENTS (guatu_task_table_kinds);

/* What a heading sorts by. The number is that of the outline, so its heading gives the outline back. */
static const struct
{
  const char *name;             /* of the action; a field's where there is one */
  gboolean    words;            /* of people and bodies: makes do with less where room is short */
  gboolean    shown;            /* at first */
  int         sort;             /* GuatuSort; -1: the heading sorts nothing */
} traits[GUATU_N_COLUMNS] = {
  [GUATU_COLUMN_NUMBER] = { "number", FALSE, TRUE, GUATU_SORT_OUTLINE },
  [GUATU_COLUMN_WBS] = { "wbs", FALSE, FALSE, -1 },
  [GUATU_COLUMN_NAME] = { "name", FALSE, TRUE, GUATU_SORT_NAME },
  [GUATU_COLUMN_LEAD_UNIT] = { "lead-unit", TRUE, TRUE, -1 },
  [GUATU_COLUMN_OWNER] = { "owner", TRUE, FALSE, -1 },
  [GUATU_COLUMN_RESPONSIBLE] = { "responsible", TRUE, FALSE, -1 },
  [GUATU_COLUMN_DURATION] = { "duration", FALSE, FALSE, GUATU_SORT_DURATION },
  [GUATU_COLUMN_START] = { "start", FALSE, FALSE, GUATU_SORT_START },
  [GUATU_COLUMN_FINISH] = { "finish", FALSE, FALSE, GUATU_SORT_FINISH },
  [GUATU_COLUMN_DEADLINE] = { "deadline", FALSE, TRUE, GUATU_SORT_DEADLINE },
  [GUATU_COLUMN_LIGHT] = { "light", FALSE, TRUE, -1 },
  [GUATU_COLUMN_PROGRESS] = { "done", FALSE, TRUE, GUATU_SORT_PROGRESS },
  [GUATU_COLUMN_OBJECTIVE] = { "objective", TRUE, FALSE, -1 },
};

/* Columns -------------------------------------------------------------------------------------------- */

/* The column's place among those that are shown; -1: it is hidden. */
static int
place_of (GuatuTaskTable *self,
          GuatuColumnKind column)
{
  GListModel *shown = gtk_column_view_get_columns (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) other = g_list_model_get_item (shown, i);

      if (other == self->columns[column])
        return (int) i;
    }

  return -1;
}

gboolean
guatu_task_table_has_column (GuatuTaskTable *self,
                             GuatuColumnKind column)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);

  return column < GUATU_N_COLUMNS && self->columns[column] != NULL;
}

gboolean
guatu_task_table_shows_column (GuatuTaskTable *self,
                               GuatuColumnKind column)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);

  return column < GUATU_N_COLUMNS && self->columns[column] != NULL && place_of (self, column) >= 0;
}

static GuatuColumnKind
kind_of (GuatuTaskTable      *self,
         GtkColumnViewColumn *column)
{
  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    if (self->columns[i] == column)
      return (GuatuColumnKind) i;

  return GUATU_COLUMN_NAME;
}

GuatuColumnKind
guatu_task_table_next_column (GuatuTaskTable *self,
                              GuatuColumnKind column,
                              int             step)
{
  GListModel *shown = gtk_column_view_get_columns (self->list);
  int place = place_of (self, column) + step;
  g_autoptr(GtkColumnViewColumn) next = NULL;

  if (place < 0 || place >= (int) g_list_model_get_n_items (shown))
    return column;
  next = g_list_model_get_item (shown, (guint) place);

  return kind_of (self, next);
}

/* Behind the last column shown that comes before it in the usual order. */
static guint
usual_place (GuatuTaskTable *self,
             GuatuColumnKind column)
{
  int place = -1;

  for (guint i = 0; i < guatu_task_table_n_kinds && guatu_task_table_kinds[i] != column; i++)
    place = MAX (place, place_of (self, guatu_task_table_kinds[i]));

  return (guint) (place + 1);
}

/* The heading's text stands over that of the cells; a column view has no word for that. */
static void
align_headings (GuatuTaskTable *self)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->list)));

  for (; title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      for (guint i = 0; i < guatu_task_table_n_kinds && GTK_IS_LABEL (label); i++)
        {
          GtkColumnViewColumn *column = self->columns[guatu_task_table_kinds[i]];
          float align = guatu_table_cell_alignment (guatu_task_table_kinds[i]);

          if (column == NULL
              || g_strcmp0 (gtk_column_view_column_get_title (column), gtk_label_get_text (GTK_LABEL (label))) != 0)
            continue;
          gtk_widget_set_hexpand (label, TRUE);
          gtk_widget_set_halign (label, align == 0 ? GTK_ALIGN_START : align == 1 ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
          /* The arrow that tells the order stands before a text at the end. */
          if (align == 1)
            gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
          break;
        }
    }
}

/* Widths --------------------------------------------------------------------------------------------- */

static gboolean
is_shown (GuatuTaskTable *self,
          GuatuColumnKind column)
{
  return self->columns[column] != NULL && place_of (self, column) >= 0;
}

static int
text_width (PangoLayout *layout,
            const char  *text,
            gboolean     bold)
{
  int width;

  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  else
    {
      pango_layout_set_attributes (layout, NULL);
    }
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Of a plan with very many rows some say how wide the texts are. */
static int
find_natural (GuatuTaskTable *self,
              GuatuColumnKind column,
              PangoLayout    *layout)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  g_autoptr(GString) text = g_string_new (NULL);
  guint step = chart->rows->n / SAMPLE + 1;
  GuatuSort sort = guatu_battle_view_get_query (self->view)->sort;
  gboolean arrow = sort != GUATU_SORT_OUTLINE && traits[column].sort == (int) sort;
  int widest = text_width (layout, guatu_chart_column_title (chart, column), TRUE) + 2 * TITLE_PADDING
               + (arrow ? ARROW : 0);

  for (guint row = 0; row < chart->rows->n; row += step)
    {
      const GuatuRow *shown = &chart->rows->rows[row];
      gboolean bold = shown->task < 0 || (column == GUATU_COLUMN_NAME && (shown->flags & GUATU_ROW_SUMMARY) != 0);

      g_string_truncate (text, 0);
      guatu_chart_cell_text (chart, row, column, text);
      if (text->len > 0)
        widest = MAX (widest, text_width (layout, text->str, bold)
                              + guatu_table_cell_get_padding (chart, row, column));
    }
  if (column == GUATU_COLUMN_NAME)
    return CLAMP (widest, LEAST_NAME, MOST_NAME);

  return CLAMP (widest + 2, LEAST, traits[column].words ? MOST_WORDS : MOST);
}

static void
find_naturals (GuatuTaskTable *self)
{
  g_autoptr(PangoLayout) layout = NULL;

  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      GuatuColumnKind kind = guatu_task_table_kinds[i];

      if (!is_shown (self, kind) || self->natural[kind] > 0)
        continue;
      if (layout == NULL)
        layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->list), NULL);
      self->natural[kind] = find_natural (self, kind, layout);
    }
}

static int
width_of (GuatuTaskTable *self,
          GuatuColumnKind column)
{
  return self->sized[column] ? gtk_column_view_column_get_fixed_width (self->columns[column]) : self->natural[column];
}

/* What the columns take, but for the name where that takes what is left; and how much of it words could do without. */
static int
sum_widths (GuatuTaskTable *self,
            gboolean        with_name,
            int            *spare)
{
  int sum = 0;

  *spare = 0;
  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      GuatuColumnKind kind = guatu_task_table_kinds[i];

      if (!is_shown (self, kind) || (kind == GUATU_COLUMN_NAME && !with_name && !self->sized[kind]))
        continue;
      sum += width_of (self, kind);
      if (traits[kind].words && !self->sized[kind])
        *spare += MAX (self->natural[kind] - LEAST_WORDS, 0);
    }

  return sum;
}

/* Everything is shown whole, until the name has too little room: then words share in what is missing. */
static void
fit (GuatuTaskTable *self)
{
  int spare, name = self->sized[GUATU_COLUMN_NAME] ? 0 : MIN (self->natural[GUATU_COLUMN_NAME], USUAL_NAME), lack;

  find_naturals (self);
  lack = CLAMP (name + sum_widths (self, FALSE, &spare) - self->fitted_to, 0, spare);
  self->fitting = TRUE;
  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      GuatuColumnKind kind = guatu_task_table_kinds[i];
      int width = self->natural[kind];

      if (!is_shown (self, kind) || self->sized[kind] || kind == GUATU_COLUMN_NAME)
        continue;
      if (traits[kind].words && spare > 0)
        width -= (int) ((gint64) lack * MAX (width - LEAST_WORDS, 0) / spare);
      if (gtk_column_view_column_get_fixed_width (self->columns[kind]) != width)
        gtk_column_view_column_set_fixed_width (self->columns[kind], width);
    }
  self->fitting = FALSE;
}

static gboolean
fit_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);

  self->fit = 0;
  align_headings (self);
  fit (self);

  return G_SOURCE_REMOVE;
}

static void
need_fit (GuatuTaskTable *self)
{
  if (self->fit == 0)
    self->fit = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}

/* Widths are not changed while they are given out. */
void
guatu_task_table_fit_columns (GuatuTaskTable *self,
                              int             width)
{
  if (width == self->fitted_to)
    return;
  self->fitted_to = width;
  need_fit (self);
}

int
guatu_task_table_get_natural_width (GuatuTaskTable *self)
{
  int spare;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), 0);

  find_naturals (self);

  return sum_widths (self, TRUE, &spare);
}

int
guatu_task_table_get_column_width (GuatuTaskTable *self,
                                   GuatuColumnKind column)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), 0);
  g_return_val_if_fail (column < GUATU_N_COLUMNS && self->columns[column] != NULL, 0);

  return self->sized[column] ? MAX (gtk_column_view_column_get_fixed_width (self->columns[column]), 0) : 0;
}

void
guatu_task_table_set_column_width (GuatuTaskTable *self,
                                   GuatuColumnKind column,
                                   int             width)
{
  g_return_if_fail (GUATU_IS_TASK_TABLE (self));
  g_return_if_fail (column < GUATU_N_COLUMNS && self->columns[column] != NULL);

  self->sized[column] = width > 0;
  self->natural[column] = 0;
  self->fitting = TRUE;
  gtk_column_view_column_set_expand (self->columns[column], column == GUATU_COLUMN_NAME && width <= 0);
  gtk_column_view_column_set_fixed_width (self->columns[column], width > 0 ? CLAMP (width, LEAST, MOST) : -1);
  self->fitting = FALSE;
  need_fit (self);
  guatu_task_table_say_columns (self);
}

/* By hand. */
static void
width_changed_cb (GuatuTaskTable      *self,
                  GParamSpec          *pspec,
                  GtkColumnViewColumn *column)
{
  GuatuColumnKind kind = kind_of (self, column);

  if (self->fitting || gtk_column_view_column_get_fixed_width (column) < 0)
    return;
  self->sized[kind] = TRUE;
  need_fit (self);
  guatu_task_table_say_columns (self);
}

/* Wider by a step of the keys, or narrower. */
static void
widen (GuatuTaskTable *self,
       GuatuColumnKind column,
       int             step)
{
  int width = width_of (self, column);

  if (!self->sized[column])
    {
      GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->list)));

      for (int place = place_of (self, column); place > 0 && title != NULL; place--)
        title = gtk_widget_get_next_sibling (title);
      if (title != NULL && gtk_widget_get_width (title) > 0)
        width = gtk_widget_get_width (title);
    }
  guatu_task_table_set_column_width (self, column, MAX (width + step, LEAST));
}

/* Showing, moving, sorting --------------------------------------------------------------------------- */

/* A column that is hidden has cells all the same, so it is taken out instead. */
void
guatu_task_table_show_column (GuatuTaskTable *self,
                              GuatuColumnKind column,
                              gboolean        shown)
{
  g_return_if_fail (GUATU_IS_TASK_TABLE (self));
  g_return_if_fail (column < GUATU_N_COLUMNS && self->columns[column] != NULL);

  if (shown == guatu_task_table_shows_column (self, column) || (column == GUATU_COLUMN_NAME && !shown))
    return;

  guatu_task_table_editing_end (self);
  if (shown)
    gtk_column_view_insert_column (self->list, usual_place (self, column), self->columns[column]);
  else
    gtk_column_view_remove_column (self->list, self->columns[column]);
  if (self->current == column && !shown)
    self->current = GUATU_COLUMN_NAME;
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                          traits[column].name)),
                             g_variant_new_boolean (shown));
}

static void
show_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  GuatuTaskTable *self = data;

  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    if (self->columns[i] != NULL && g_str_equal (traits[i].name, g_action_get_name (G_ACTION (action))))
      guatu_task_table_show_column (self, (GuatuColumnKind) i, g_variant_get_boolean (state));
}

int
guatu_task_table_get_place (GuatuTaskTable *self,
                            GuatuColumnKind column)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), -1);

  return column < GUATU_N_COLUMNS && self->columns[column] != NULL ? place_of (self, column) : -1;
}

void
guatu_task_table_move_column (GuatuTaskTable *self,
                              GuatuColumnKind column,
                              int             place)
{
  g_autoptr(GtkColumnViewColumn) moved = NULL;
  int last, old;

  g_return_if_fail (GUATU_IS_TASK_TABLE (self));
  g_return_if_fail (column < GUATU_N_COLUMNS && self->columns[column] != NULL);

  last = (int) g_list_model_get_n_items (gtk_column_view_get_columns (self->list)) - 1;
  old = place_of (self, column);
  place = CLAMP (place, 0, last);
  if (old < 0 || place == old)
    return;
  guatu_task_table_editing_end (self);
  moved = g_object_ref (self->columns[column]);
  gtk_column_view_insert_column (self->list, (guint) place, moved);
}

/* Heads of columns sort the view's rows: the model is not sorted again. So a column's sorter compares nothing; it
 * takes down that it was asked, and the order that comes of it tells the direction. */
static int
asked_cb (gconstpointer a,
          gconstpointer b,
          gpointer      data)
{
  GtkColumnViewColumn *column = data;
  GuatuTaskTable *self = g_object_get_data (G_OBJECT (column), "table");

  self->asked = (int) kind_of (self, column);

  return a == (gconstpointer) self ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
}

/* The column by which the headings say that rows are sorted; -1: by none. */
static int
ask_headings (GuatuTaskTable *self,
              gboolean       *descending)
{
  self->asked = -1;
  *descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->list), self, self->view) == GTK_ORDERING_LARGER;

  return self->asked;
}

static void
sorted_cb (GuatuTaskTable *self)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  gboolean descending;
  int column;

  if (self->sorting)
    return;

  column = ask_headings (self, &descending);
  query.sort = column >= 0 ? (GuatuSort) traits[column].sort : GUATU_SORT_OUTLINE;
  query.descending = descending && query.sort != GUATU_SORT_OUTLINE;
  self->sorting = TRUE;
  guatu_battle_view_set_query (self->view, &query);
  self->sorting = FALSE;
}

/* Rows may be sorted from elsewhere: the arrow goes to the heading that would have done it. */
static void
show_order (GuatuTaskTable *self)
{
  const GuatuRowsQuery *query = guatu_battle_view_get_query (self->view);
  GtkColumnViewColumn *column = NULL;
  gboolean descending;
  int asked;

  if (self->sorting)
    return;

  asked = ask_headings (self, &descending);
  if (asked >= 0 ? traits[asked].sort == (int) query->sort && descending == query->descending
                 : query->sort == GUATU_SORT_OUTLINE)
    return;
  for (guint i = 0; i < GUATU_N_COLUMNS && query->sort != GUATU_SORT_OUTLINE; i++)
    if (self->columns[i] != NULL && traits[i].sort == (int) query->sort)
      column = self->columns[i];
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (self->list, column, query->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/* A list keeps its topmost row there; who looks at the beginning means the beginning. */
static void
keep_at_top (GuatuTaskTable *self)
{
  gboolean rows = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;
  gint64 first = rows ? guatu_row_model_get_key (self->model, 0) : GUATU_NEW_ROW_KEY;

  if (rows && first != self->first && gtk_adjustment_get_value (guatu_task_table_get_vadjustment (self)) == 0)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->list)), "list.scroll-to-item", "u", 0u);
  self->first = first;
}

/* The widths that were not known for want of rows; more rows leave the columns alone. */
static void
rows_changed_cb (GuatuTaskTable *self)
{
  guint n = guatu_battle_view_get_rows (self->view)->n;
  GuatuSort sort = guatu_battle_view_get_query (self->view)->sort;

  show_order (self);
  keep_at_top (self);
  if ((n > 0 && !self->had_rows) || sort != self->fitted_sort)
    {
      memset (self->natural, 0, sizeof self->natural);
      need_fit (self);
    }
  self->fitted_sort = sort;
  self->had_rows = n > 0;
}

/* Menus and keys ------------------------------------------------------------------------------------- */

typedef enum { MOVE_LEFT, MOVE_RIGHT, NARROWER, WIDER, FIT_WIDTH, SORT_UP, SORT_DOWN, N_DEEDS } Deed;

static const struct
{
  const char     *name;
  guint           key;          /* that does it to the current column; 0: none */
  guint           keypad;
  GdkModifierType state;
} deeds[N_DEEDS] = {
  [MOVE_LEFT] = { "move-left", GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  [MOVE_RIGHT] = { "move-right", GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  [NARROWER] = { "narrower", GDK_KEY_less, 0, GDK_CONTROL_MASK },
  [WIDER] = { "wider", GDK_KEY_greater, 0, GDK_CONTROL_MASK },
  [FIT_WIDTH] = { "fit-width", 0, 0, 0 },
  [SORT_UP] = { "sort-up", GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  [SORT_DOWN] = { "sort-down", GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
};

static void
sort_by (GuatuTaskTable *self,
         GuatuColumnKind column,
         GtkSortType     order)
{
  if (traits[column].sort >= 0)
    gtk_column_view_sort_by_column (self->list, self->columns[column], order);
}

static void
do_to (GuatuTaskTable *self,
       GuatuColumnKind column,
       Deed            deed)
{
  switch (deed)
    {
    case MOVE_LEFT:
    case MOVE_RIGHT:
      guatu_task_table_move_column (self, column, place_of (self, column) + (deed == MOVE_LEFT ? -1 : 1));
      break;
    case NARROWER:
    case WIDER:
      widen (self, column, deed == NARROWER ? -STEP : STEP);
      break;
    case FIT_WIDTH:
      guatu_task_table_set_column_width (self, column, 0);
      break;
    case SORT_UP:
    case SORT_DOWN:
      sort_by (self, column, deed == SORT_UP ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
      break;
    case N_DEEDS:
    default:
      break;
    }
}

static void
deed_cb (GSimpleAction *action,
         GVariant      *column,
         gpointer       data)
{
  GuatuTaskTable *self = data;

  for (guint deed = 0; deed < N_DEEDS; deed++)
    for (guint i = 0; i < GUATU_N_COLUMNS; i++)
      if (g_str_equal (deeds[deed].name, g_action_get_name (G_ACTION (action))) && traits[i].name != NULL
          && g_str_equal (traits[i].name, g_variant_get_string (column, NULL)) && is_shown (self, (GuatuColumnKind) i))
        do_to (self, (GuatuColumnKind) i, (Deed) deed);
}

/* As it was before anybody changed anything. */
static void
usual_cb (GSimpleAction *action,
          GVariant      *nothing,
          gpointer       data)
{
  GuatuTaskTable *self = data;
  int place = 0;

  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      GuatuColumnKind kind = guatu_task_table_kinds[i];

      guatu_task_table_show_column (self, kind, traits[kind].shown);
      guatu_task_table_set_column_width (self, kind, 0);
      if (traits[kind].shown)
        guatu_task_table_move_column (self, kind, place++);
    }
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *deed,
        gpointer   data)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);

  if (self->editor != NULL)
    return FALSE;
  do_to (self, self->current, (Deed) g_variant_get_int32 (deed));

  return TRUE;
}

/* Before the list, which knows some of them as well. */
static void
add_keys (GuatuTaskTable *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (int deed = 0; deed < N_DEEDS; deed++)
    for (int pad = 0; pad < 2; pad++)
      {
        guint key = pad ? deeds[deed].keypad : deeds[deed].key;

        if (key != 0)
          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
            gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (key, deeds[deed].state),
                                             gtk_callback_action_new (key_cb, NULL, NULL), "i", deed));
      }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_actions (GuatuTaskTable *self)
{
  g_autoptr(GSimpleAction) usual = g_simple_action_new ("usual", NULL);

  self->actions = g_simple_action_group_new ();
  for (guint deed = 0; deed < N_DEEDS; deed++)
    {
      g_autoptr(GSimpleAction) action = g_simple_action_new (deeds[deed].name, G_VARIANT_TYPE_STRING);

      g_signal_connect (action, "activate", G_CALLBACK (deed_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_signal_connect (usual, "activate", G_CALLBACK (usual_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (usual));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->actions));
}

/* The switches of all columns. */
static void
make_menu (GuatuTaskTable *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) switches = g_menu_new (), usual = g_menu_new ();

  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      GuatuColumnKind kind = guatu_task_table_kinds[i];
      g_autofree char *name = g_strconcat ("columns.", traits[kind].name, NULL);
      g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (traits[kind].name, NULL,
                                                                      g_variant_new_boolean (FALSE));

      g_signal_connect (action, "change-state", G_CALLBACK (show_cb), self);
      g_simple_action_set_enabled (action, kind != GUATU_COLUMN_NAME);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_menu_append (switches, guatu_chart_column_title (chart, kind), name);
    }
  g_menu_append (usual, _("_Usual Columns"), "columns.usual");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (switches));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (usual));
  self->menu = G_MENU_MODEL (menu);
}

/* Of a heading: what can be done to its column, then the switches. */
static GMenu *
make_heading_menu (GuatuTaskTable *self,
                   GuatuColumnKind column)
{
  static const struct { Deed deed; const char *title; } titles[] = {
    { SORT_UP, N_("Sort _Ascending") }, { SORT_DOWN, N_("Sort _Descending") },
    { MOVE_LEFT, N_("Move _Left") }, { MOVE_RIGHT, N_("Move _Right") }, { FIT_WIDTH, N_("_Fit Width to Texts") },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) own = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *action = g_strconcat ("columns.", deeds[titles[i].deed].name, NULL);
      g_autoptr(GMenuItem) item = g_menu_item_new (_(titles[i].title), NULL);

      if (traits[column].sort < 0 && (titles[i].deed == SORT_UP || titles[i].deed == SORT_DOWN))
        continue;
      g_menu_item_set_action_and_target (item, action, "s", traits[column].name);
      g_menu_append_item (own, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, _("Columns"), self->menu);

  return menu;
}

GMenuModel *
guatu_task_table_get_columns_menu (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return self->menu;
}

GActionGroup *
guatu_task_table_get_columns_actions (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/* Everything together -------------------------------------------------------------------------------- */

static void
add_column (GuatuTaskTable *self,
            GuatuColumnKind kind)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  g_autoptr(GMenu) menu = make_heading_menu (self, kind);
  GtkColumnViewColumn *column;

  column = gtk_column_view_column_new (guatu_chart_column_title (chart, kind),
                                       guatu_task_table_new_factory (self, kind));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, kind == GUATU_COLUMN_NAME);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (menu));
  g_object_set_data (G_OBJECT (column), "table", self);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  if (traits[kind].sort >= 0)
    {
      GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (asked_cb, column, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
      g_object_unref (sorter);
    }
  self->columns[kind] = column;
}

/* Headings that were moved are others. */
static void
columns_changed_cb (GuatuTaskTable *self)
{
  need_fit (self);
  guatu_task_table_say_columns (self);
}

void
guatu_task_table_columns_init (GuatuTaskTable *self)
{
  add_actions (self);
  make_menu (self);
  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      add_column (self, guatu_task_table_kinds[i]);
      guatu_task_table_show_column (self, guatu_task_table_kinds[i], traits[guatu_task_table_kinds[i]].shown);
    }
  align_headings (self);
  add_keys (self);
  self->had_rows = guatu_battle_view_get_rows (self->view)->n > 0;
  g_signal_connect_object (gtk_column_view_get_columns (self->list), "items-changed", G_CALLBACK (columns_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->list), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
}

void
guatu_task_table_columns_clear (GuatuTaskTable *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_columns (self->list), columns_changed_cb, self);
  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
}
