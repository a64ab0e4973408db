/* test-layout.c — whatever the plan and the paper: texts are whole and apart, no link crosses one, small type is told. */
#include <cairo-pdf.h>
#include <math.h>

#include "draw-fixtures.h"
#include "guatu-cairo-painter.h"
#include "guatu-test.h"

#define SLACK 0.05

/* A text stands in its box, and on the sheet. */
static void
check_place (const GuatuSheet *sheet, const NotedText *text)
{
  GuatuBox area = sheet->area, given = text->given, box = text->box;

  if (box.x < given.x - SLACK || box.x + box.width > given.x + given.width + SLACK || box.y < given.y - SLACK
      || box.y + box.height > given.y + given.height + SLACK)
    g_error ("“%s” does not fit its room: %g x %g in %g x %g", text->text, box.width, box.height, given.width,
             given.height);
  if (box.x < area.x - SLACK || box.x + box.width > area.x + area.width + SLACK || box.y < area.y - SLACK
      || box.y + box.height > area.y + area.height + SLACK)
    g_error ("“%s” leaves the sheet", text->text);
}

static int
by_top (gconstpointer a, gconstpointer b)
{
  const NotedText *one = a, *other = b;

  return (one->box.y > other->box.y) - (one->box.y < other->box.y);
}

static void
check_apart (GArray *texts)
{
  g_array_sort (texts, by_top);
  for (guint i = 0; i < texts->len; i++)
    for (guint j = i + 1; j < texts->len; j++)
      {
        const NotedText *one = &g_array_index (texts, NotedText, i), *other = &g_array_index (texts, NotedText, j);

        if (other->box.y + SLACK > one->box.y + one->box.height)
          break;
        if (one->box.x + SLACK < other->box.x + other->box.width && other->box.x + SLACK < one->box.x + one->box.width)
          g_error ("“%s” lies on “%s”", one->text, other->text);
      }
}

static int
segments_by_top (gconstpointer a, gconstpointer b)
{
  const NotedSegment *one = a, *other = b;
  double top = MIN (one->from.y, one->to.y), other_top = MIN (other->from.y, other->to.y);

  return (top > other_top) - (top < other_top);
}

/* The legend shows a link beside its name; texts on the rows have none across them. */
static void
check_links (NotesPainter *painter)
{
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (NotedSegment));

  for (guint i = 0; i < painter->segments->len; i++)
    {
      const NotedSegment *segment = &g_array_index (painter->segments, NotedSegment, i);

      if (segment->ink == GUATU_INK_LINK || segment->ink == GUATU_INK_CRITICAL)
        g_array_append_val (links, *segment);
    }
  g_array_sort (links, segments_by_top);
  for (guint i = 0; i < painter->texts->len; i++)
    {
      const NotedText *text = &g_array_index (painter->texts, NotedText, i);

      for (guint j = 0; j < links->len; j++)
        {
          const NotedSegment *link = &g_array_index (links, NotedSegment, j);

          if (MIN (link->from.y, link->to.y) > text->box.y + text->box.height)
            break;
          if (notes_segment_crosses (link, text->box))
            g_error ("A link crosses “%s”", text->text);
        }
    }
}

static double
smallest (const NotesPainter *painter)
{
  double size = G_MAXDOUBLE;

  for (guint i = 0; i < painter->texts->len; i++)
    if (*g_array_index (painter->texts, NotedText, i).text != '\0')
      size = MIN (size, g_array_index (painter->texts, NotedText, i).size);

  return size;
}

/* What the read-out takes for the smallest type is the smallest that was painted. */
static void
check_told (const GuatuSheet *sheet, GuatuPainter *ruler, double size)
{
  GuatuCairoPainter *paper = (GuatuCairoPainter *) (void *) ruler;
  cairo_surface_t *surface = cairo_pdf_surface_create (NULL, sheet->width, sheet->height);
  cairo_t *cr = cairo_create (surface);

  guatu_cairo_painter_set_target (paper, cr);
  guatu_sheet_paint (sheet, ruler);
  guatu_cairo_painter_set_target (paper, NULL);
  g_assert_cmpfloat_with_epsilon (guatu_cairo_painter_smallest (paper), size, 1e-6);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

typedef struct
{
  guint       rows;
  double      days;
  const char *paper;
  gboolean    landscape;
} Case;

static void
try_case (const Case *tried, guint seed)
{
  gboolean chinese = seed % 2;
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  GuatuPainter *ruler = fixture_ruler (chinese ? "zh_CN" : "en");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(NotesPainter) painter = notes_painter_new (ruler);
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(GuatuSheet) sheet = NULL;

  g_test_message ("%u rows over %g days on %s, seed %u", tried->rows, tried->days, tried->paper, seed);
  query.grouping = seed % 3 == 0 ? GUATU_GROUP_CATEGORY : seed % 3 == 1 ? GUATU_GROUP_NONE : GUATU_GROUP_UNIT;
  query.merged = seed % 2;
  drawing = drawing_new (fixture_any_plan (rand, tried->rows, chinese, tried->days), &query);
  sheet = drawing_sheet (drawing, tried->paper, tried->landscape, chinese ? "zh_CN" : "en", &painter->parent);
  guatu_sheet_paint (sheet, &painter->parent);
  g_assert_cmpuint (painter->clips, ==, 0);
  for (guint i = 0; i < painter->texts->len; i++)
    check_place (sheet, &g_array_index (painter->texts, NotedText, i));
  check_apart (painter->texts);
  check_links (painter);
  check_told (sheet, ruler, smallest (painter));
  guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);
}

static void
test_cases (void)
{
  static const Case cases[] = {
    { 1, 1, "A4", TRUE }, { 10, 30, "A4", FALSE }, { 30, 120, "A3", TRUE }, { 100, 3650, "A1", TRUE },
    { 12, 0.2, "A0", TRUE }, { 60, 4383, "914mm-roll", TRUE },
    /* These take longer. */
    { 500, 365, "A0", TRUE }, { 500, 30, "A4", FALSE }, { 2000, 4383, "A0", FALSE }, { 2000, 1, "A2", TRUE },
    { 100, 400, "120x1500mm", FALSE }, { 100, 400, "1500x120mm", FALSE }, { 250, 90, "24in-roll", FALSE },
    { 3, 12, "25x25mm", FALSE }, { 30, 31, "Tabloid", TRUE },
  };
  guint n = g_test_slow () ? G_N_ELEMENTS (cases) : 6;

  for (guint i = 0; i < n; i++)
    for (guint seed = 0; seed < (g_test_slow () && cases[i].rows <= 100 ? 6 : 1); seed++)
      try_case (&cases[i], 7 * i + seed);
}

/* Of any size and on any paper: other plans each time. */
static void
test_random (void)
{
  static const char * const papers[] = { "A4", "A3", "A2", "A1", "A0", "B1", "Letter", "914mm-roll", "420x900mm" };

  for (guint i = 0; i < (g_test_slow () ? 25 : 3); i++)
    {
      Case any = {
        .rows = (guint) g_test_rand_int_range (1, g_test_slow () ? 400 : 60),
        .days = pow (10, g_test_rand_double_range (0, 3.64)),
        .paper = papers[g_test_rand_int_range (0, G_N_ELEMENTS (papers))],
        .landscape = g_test_rand_bit (),
      };

      try_case (&any, (guint) g_test_rand_int_range (0, G_MAXINT32));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/from-one-row-to-two-thousand-and-a-day-to-twelve-years", test_cases);
  g_test_add_func ("/layout/random-plans", test_random);

  return g_test_run ();
}
