/* guatu-chart-labels.c — what stands beside and in bars, and finds room for it. */
#include "guatu-chart-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-chart-obstacles-private.h"

/* Smaller than this nobody reads it; rows may be smaller still. */
#define LEAST_SIZE 6.0

/* In sizes of the rows' type: what a label is smaller than only where it would be left out else. */
#define SMALL 0.62

/* Likewise: a label's type, what it keeps off everything, and how far from its bar it still belongs to
 * that. */
#define SIZE 0.92
#define CLEARANCE 0.3
#define REACH 3.0

/* The height of capitals and characters, as a share of the type's size: in a bar that is what has to fit. */
#define INK_HEIGHT 0.9

typedef struct
{
  const GuatuChartView *view;
  GuatuPainter         *painter;
  GuatuObstacles       *obstacles;
  GArray               *beside;       /* of GuatuStretch */
  GArray               *inside;
  GString              *text;
  GString              *piece;
  GArray               *labels;
  guint                 left_out;
} Builder;

/* The row in hand. */
typedef struct
{
  guint    row;
  GuatuBox bar;
  double   left;        /* of the bar or diamond */
  double   right;
  double   reach;       /* how far to the right the row's own symbols go */
  double   width;       /* of the text, per size of its type */
  double   size;        /* the largest and the smallest type for it */
  double   least;
  GuatuInk ink;
} Want;

/* What it says ------------------------------------------------------------------------------------- */

static void
append_slip (const GuatuChartView *view,
             gint64                slip,
             GString              *text)
{
  const char *pattern = guatu_chart_text_in_context (view->language, "label", NC_("label", "+{amount} d"));
  g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, (slip + 50) / 100);
  const char *mark = strstr (pattern, "{amount}");

  if (mark == NULL)
    mark = pattern + strlen (pattern);
  g_string_append_len (text, pattern, mark - pattern);
  g_string_append (text, amount);
  g_string_append (text, *mark != '\0' ? mark + strlen ("{amount}") : "");
}

/* What lies below a summary says it, where it is shown; a milestone's is that of what leads to it. */
static gboolean
says_slip (const GuatuChartView *view,
           guint                 row)
{
  const GuatuRow *shown = &view->rows->rows[row];

  return (view->label_kinds & GUATU_LABEL_SLIP) != 0 && !guatu_row_spans_children (shown)
         && !guatu_chart_is_milestone (view, row);
}

static void
append_piece (GString    *text,
              const char *piece)
{
  if (*piece != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  " : "", piece);
}

static void
find_text (Builder *self,
           guint    row)
{
  static const struct { guint kind; GuatuColumnKind column; } columns[] = {
    { GUATU_LABEL_NAME, GUATU_COLUMN_NAME },
    { GUATU_LABEL_RESPONSIBLE, GUATU_COLUMN_RESPONSIBLE },
    { GUATU_LABEL_OWNER, GUATU_COLUMN_OWNER },
    { GUATU_LABEL_FINISH, GUATU_COLUMN_FINISH },
    { GUATU_LABEL_PERCENT, GUATU_COLUMN_PROGRESS },
  };
  gint64 slip;

  g_string_truncate (self->text, 0);
  if (self->view->rows->rows[row].task < 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if ((self->view->label_kinds & columns[i].kind) != 0)
      {
        guatu_chart_cell_text (self->view, row, columns[i].column, self->piece);
        append_piece (self->text, self->piece->str);
      }

  slip = says_slip (self->view, row) ? guatu_chart_slip (self->view, row) : 0;
  if (slip < GUATU_LEAST_SLIP)
    return;
  g_string_truncate (self->piece, 0);
  append_slip (self->view, slip, self->piece);
  append_piece (self->text, self->piece->str);
}

/* Where there is room ------------------------------------------------------------------------------ */

static gboolean
put (Builder    *self,
     const Want *want,
     double      x,
     double      size,
     GuatuInk    ink)
{
  double height = GUATU_LINE_PITCH * size;
  GuatuLabel label = {
    .row = want->row,
    .box = { x, want->bar.y + want->bar.height / 2 - height / 2, want->width * size, height },
    .size = size,
    .ink = ink,
    .text = g_strdup (self->text->str),
  };

  g_array_append_val (self->labels, label);

  return TRUE;
}

/* The type in which the text fits a gap; 0 where that would be too small. */
static double
size_in (const Want *want,
         double      room)
{
  double size = MIN (want->size, room / want->width * 0.999);

  return size >= want->least ? size : 0;
}

/* Of the gaps between obstacles the one nearest to the right of the bar, or to the left, where the text fits in type of
 * @least. */
static gboolean
put_right (Builder    *self,
           const Want *want,
           double      least)
{
  const GuatuStretch *list = (const GuatuStretch *) (const void *) self->beside->data;
  double clear = CLEARANCE * self->view->size, end = self->view->chart.x + self->view->chart.width;
  double far = want->reach + REACH * self->view->size;

  for (guint i = 0; i < self->beside->len && list[i].right <= far; i++)
    {
      double from = list[i].right + clear, to = i + 1 < self->beside->len ? MIN (list[i + 1].left, end) : end;
      double size = size_in (want, to - clear - from);

      if (list[i].right >= want->right && size >= least && size > 0)
        return put (self, want, from, size, want->ink);
    }

  return FALSE;
}

static gboolean
put_left (Builder    *self,
          const Want *want,
          double      least)
{
  const GuatuStretch *list = (const GuatuStretch *) (const void *) self->beside->data;
  double clear = CLEARANCE * self->view->size, far = want->left - REACH * self->view->size;

  for (guint i = self->beside->len; i-- > 0;)
    {
      double to = list[i].left - clear, from = MAX (i > 0 ? list[i - 1].right : 0, self->view->chart.x) + clear;
      double size = size_in (want, to - from);

      if (list[i].left > want->left)
        continue;
      if (list[i].left < far)
        break;
      if (size >= least && size > 0)
        return put (self, want, to - want->width * size, size, want->ink);
    }

  return FALSE;
}

/* Of the bar, within its outline. */
static double
clear_height (const GuatuChartView *view,
              const Want           *want)
{
  gint32 task = view->rows->rows[want->row].task;
  gboolean outlined = (view->layers & GUATU_LAYER_CRITICAL) != 0 && (view->schedule->flags[task] & GUATU_CRITICAL) != 0;

  return want->bar.height - (outlined ? 5.2 * view->hair : 0);
}

/* Within @from … @to, a part of the bar that is of one colour, as far as it is shown. */
static gboolean
put_within (Builder    *self,
            const Want *want,
            double      from,
            double      to,
            GuatuInk    ink)
{
  const GuatuStretch *list = (const GuatuStretch *) (const void *) self->inside->data;
  double clear = CLEARANCE * self->view->size;
  Want small = *want;

  from = MAX (from, self->view->chart.x);
  to = MIN (to, self->view->chart.x + self->view->chart.width);
  small.size = MIN (want->size, clear_height (self->view, want) / INK_HEIGHT);
  for (guint i = 0; i <= self->inside->len; i++)
    {
      double left = MAX (from, i > 0 ? list[i - 1].right : from) + clear;
      double right = MIN (to, i < self->inside->len ? list[i].left : to) - clear;
      double size = size_in (&small, right - left);

      if (size <= 0)
        continue;
      put (self, want, left, size, ink);
      g_array_index (self->labels, GuatuLabel, self->labels->len - 1).inside = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
put_inside (Builder    *self,
            const Want *want)
{
  GuatuBox done = guatu_chart_bar_done (self->view, want->row, want->bar);
  double border = (self->view->layers & GUATU_LAYER_PROGRESS) != 0 ? done.x + done.width : want->right;

  if (guatu_chart_is_milestone (self->view, want->row)
      || guatu_row_spans_children (&self->view->rows->rows[want->row]))
    return FALSE;

  return put_within (self, want, border, want->right, want->ink)
         || put_within (self, want, want->left, border, GUATU_INK_TEXT_REVERSED);
}

/* Beside the bar or in it, in type of @least or larger. */
static gboolean
put_anywhere (Builder *self,
              Want    *want,
              double   least)
{
  want->least = MIN (least, want->size);

  return put_right (self, want, want->least) || put_left (self, want, want->least) || put_inside (self, want);
}

static double
text_width (Builder *self,
            double   size)
{
  const GuatuTextStyle style = { .size = size };
  double width, height;

  self->painter->measure (self->painter, self->text->str, &style, -1, &width, &height);

  /* A hair more, so that what just fits does so after all roundings. */
  return width * 1.004 / size;
}

static void
place (Builder *self,
       guint    row)
{
  const GuatuChartView *view = self->view;
  GuatuBox room = guatu_chart_row_box (view, row);
  gboolean only_slip = (view->label_kinds & ~(guint) GUATU_LABEL_SLIP) == 0;
  double radius = guatu_chart_is_milestone (view, row) ? guatu_chart_milestone_radius (view) : 0, margin, least;
  Want want = { .row = row, .ink = only_slip ? GUATU_INK_SLIP : GUATU_INK_TEXT };

  if (!guatu_chart_bar (view, row, &want.bar))
    return;
  want.left = want.bar.x - radius;
  want.right = want.bar.x + want.bar.width + radius;
  /* Before or after the dates that are shown there is no bar to stand beside. */
  if (want.right <= view->chart.x || want.left >= view->chart.x + view->chart.width)
    return;
  want.reach = guatu_obstacles_reach (view, row, want.bar);
  want.least = MIN (LEAST_SIZE, view->size);
  want.size = MIN (MAX (SIZE * view->size, want.least), room.height / GUATU_LINE_PITCH);
  least = MIN (want.least, want.size);
  want.width = text_width (self, want.size);
  margin = REACH * view->size + want.width * want.size + 2 * CLEARANCE * view->size;
  guatu_obstacles_find (self->obstacles, row, want.left - margin, want.reach + margin, self->beside, self->inside);

  if (!put_right (self, &want, want.size) && !put_left (self, &want, want.size)
      && !put_anywhere (self, &want, MAX (least, view->size * SMALL)) && !put_anywhere (self, &want, least))
    self->left_out++;
}

/* The labels --------------------------------------------------------------------------------------- */

static GuatuLabels *
make_labels (Builder *self)
{
  GuatuLabels *labels = g_new0 (GuatuLabels, 1);

  for (guint i = 0; i < self->labels->len; i++)
    {
      double size = g_array_index (self->labels, GuatuLabel, i).size;

      labels->smallest = i > 0 ? MIN (labels->smallest, size) : size;
    }
  labels->n = self->labels->len;
  labels->left_out = self->left_out;
  labels->labels = (GuatuLabel *) (void *) g_array_free (g_steal_pointer (&self->labels), FALSE);

  return labels;
}

GuatuLabels *
guatu_labels_new (const GuatuChartView *view,
                  GuatuPainter         *painter)
{
  Builder builder = {
    .view = view,
    .painter = painter,
    .beside = g_array_new (FALSE, FALSE, sizeof (GuatuStretch)),
    .inside = g_array_new (FALSE, FALSE, sizeof (GuatuStretch)),
    .text = g_string_new (NULL),
    .piece = g_string_new (NULL),
    .labels = g_array_new (FALSE, FALSE, sizeof (GuatuLabel)),
  };

  for (guint row = 0; row < view->rows->n && (view->layers & GUATU_LAYER_LABELS) != 0; row++)
    {
      find_text (&builder, row);
      if (builder.text->len == 0)
        continue;
      if (builder.obstacles == NULL)
        builder.obstacles = guatu_obstacles_new (view);
      place (&builder, row);
    }

  g_clear_pointer (&builder.obstacles, guatu_obstacles_free);
  g_array_unref (builder.beside);
  g_array_unref (builder.inside);
  g_string_free (builder.text, TRUE);
  g_string_free (builder.piece, TRUE);

  return make_labels (&builder);
}

void
guatu_labels_free (GuatuLabels *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->labels[i].text);
  g_free (self->labels);
  g_free (self);
}

const GuatuLabel *
guatu_labels_within (const GuatuLabels *self,
                     guint              first,
                     guint              last,
                     guint             *n)
{
  guint low = 0, high = self->n, from;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->labels[middle].row < first)
        low = middle + 1;
      else
        high = middle;
    }
  from = low;
  for (*n = 0; from + *n < self->n && self->labels[from + *n].row <= last; ++*n)
    ;

  return &self->labels[from];
}
