/* guatu-task-table-widths.c — columns are as wide as what stands in them, if there is room, or as somebody says. */
#include "guatu-task-table-private.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define TITLE_PADDING 8
#define ARROW 20
#define LEAST 40
#define MOST 2000

/* Of a column of words; those of the name, which are looked at most. */
#define LEAST_WORDS ((int) guatu_text_scaled (64))
#define MOST_WORDS ((int) guatu_text_scaled (190))
#define LEAST_NAME ((int) guatu_text_scaled (200))
#define MOST_NAME ((int) guatu_text_scaled (360))
/* Narrower than this a name says nothing: the table scrolls instead, unless somebody has made the column so. */
#define FLOOR_NAME ((int) guatu_text_scaled (160))
#define USUAL_NAME ((int) guatu_text_scaled (290))

/* So many rows say how wide a column is. */
#define SAMPLE 150

/* Widths --------------------------------------------------------------------------------------------- */

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
  gboolean arrow = sort != GUATU_SORT_OUTLINE && guatu_task_table_is_sorted_by (self, column);
  int widest = text_width (layout, guatu_chart_column_title (chart, column), TRUE) + 2 * TITLE_PADDING
               + (arrow ? ARROW : 0);

  self->least[column] = MAX (widest + 2, LEAST_WORDS);
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

  return CLAMP (widest + 2, LEAST, guatu_column_traits (column)->words ? MOST_WORDS : MOST);
}

static void
find_naturals (GuatuTaskTable *self)
{
  g_autoptr(PangoLayout) layout = NULL;

  for (guint i = 0; i < self->n_kinds; i++)
    {
      GuatuColumnKind kind = self->kinds[i];

      if (!guatu_task_table_shows_column (self, kind) || self->natural[kind] > 0)
        continue;
      if (layout == NULL)
        layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->list), NULL);
      self->natural[kind] = find_natural (self, kind, layout);
    }
}

/* Before the table knows how wide it is: a column without a width of its own measures its cell in every row that the
 * list keeps. */
void
guatu_task_table_begin_widths (GuatuTaskTable *self)
{
  find_naturals (self);
  self->fitting = TRUE;
  for (guint i = 0; i < self->n_kinds; i++)
    {
      GuatuColumnKind kind = self->kinds[i];

      if (kind != GUATU_COLUMN_NAME && !self->sized[kind] && guatu_task_table_shows_column (self, kind))
        gtk_column_view_column_set_fixed_width (self->columns[kind], self->natural[kind]);
    }
  self->fitting = FALSE;
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
  for (guint i = 0; i < self->n_kinds; i++)
    {
      GuatuColumnKind kind = self->kinds[i];

      if (!guatu_task_table_shows_column (self, kind)
          || (kind == GUATU_COLUMN_NAME && !with_name && !self->sized[kind]))
        continue;
      sum += width_of (self, kind);
      if (guatu_column_traits (kind)->words && !self->sized[kind])
        *spare += MAX (self->natural[kind] - self->least[kind], 0);
    }

  return sum;
}

static void
set_width (GuatuTaskTable *self,
           GuatuColumnKind column,
           int             width)
{
  if (gtk_column_view_column_get_fixed_width (self->columns[column]) != width)
    gtk_column_view_column_set_fixed_width (self->columns[column], width);
}

/* Everything is shown whole, until the name has too little room: then words share in what is missing. The name has what
 * is left. */
static void
fit (GuatuTaskTable *self)
{
  int rest = self->fitted_to, spare, lack;
  int name = self->sized[GUATU_COLUMN_NAME] ? 0 : MIN (self->natural[GUATU_COLUMN_NAME], USUAL_NAME);

  find_naturals (self);
  lack = CLAMP (name + sum_widths (self, FALSE, &spare) - self->fitted_to, 0, spare);
  self->fitting = TRUE;
  for (guint i = 0; i < self->n_kinds; i++)
    {
      GuatuColumnKind kind = self->kinds[i];
      int width = self->natural[kind];

      if (!guatu_task_table_shows_column (self, kind) || kind == GUATU_COLUMN_NAME)
        continue;
      if (self->sized[kind])
        {
          rest -= width_of (self, kind);
          continue;
        }
      if (guatu_column_traits (kind)->words && spare > 0)
        width -= (int) ((gint64) lack * MAX (width - self->least[kind], 0) / spare);
      set_width (self, kind, width);
      rest -= width;
    }
  if (!self->sized[GUATU_COLUMN_NAME])
    set_width (self, GUATU_COLUMN_NAME, rest < FLOOR_NAME ? FLOOR_NAME : -1);
  self->fitting = FALSE;
}

static gboolean
fit_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);

  self->fit = 0;
  guatu_task_table_align_headings (self);
  fit (self);

  return G_SOURCE_REMOVE;
}

void
guatu_task_table_need_fit (GuatuTaskTable *self)
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
  guatu_task_table_need_fit (self);
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
  guatu_task_table_need_fit (self);
  guatu_task_table_say_columns (self);
}

void
guatu_task_table_width_changed (GuatuTaskTable      *self,
                                GParamSpec          *pspec,
                                GtkColumnViewColumn *column)
{
  GuatuColumnKind kind = guatu_task_table_kind_of (self, column);

  if (self->fitting || gtk_column_view_column_get_fixed_width (column) < 0)
    return;
  self->sized[kind] = TRUE;
  guatu_task_table_need_fit (self);
  guatu_task_table_say_columns (self);
}

void
guatu_task_table_widen (GuatuTaskTable *self,
                        GuatuColumnKind column,
                        int             step)
{
  int width = width_of (self, column);

  if (!self->sized[column])
    {
      GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->list)));

      for (int place = guatu_task_table_get_place (self, column); place > 0 && title != NULL; place--)
        title = gtk_widget_get_next_sibling (title);
      if (title != NULL && gtk_widget_get_width (title) > 0)
        width = gtk_widget_get_width (title);
    }
  guatu_task_table_set_column_width (self, column, MAX (width + step, LEAST));
}
