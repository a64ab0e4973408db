/* guatu-snapshot-text.c — the texts of the painter of screens: set once, and kept as nodes. */
#include "guatu-snapshot-painter-private.h"

/* Of texts that are kept; when there are more all are forgotten. */
#define MOST_TEXTS 4000

/* Both a key and what is kept under it: a text on one line, its nodes about the beginning of its baseline. */
typedef struct
{
  char          *text;
  GuatuTextStyle style;         /* without its alignment */
  double         width;
  GuatuInk       ink;           /* of the node */
  GskRenderNode *node;          /* %NULL: nothing can be seen of it, or it was only measured */
  gboolean       painted;
} Text;

static guint
text_hash (gconstpointer key)
{
  const Text *text = key;

  return g_str_hash (text->text) ^ g_double_hash (&text->style.size) ^ (text->style.bold ? 0x9e3779b9u : 0) ^ text->ink;
}

static gboolean
text_equal (gconstpointer a,
            gconstpointer b)
{
  const Text *one = a, *other = b;

  return one->ink == other->ink
         && one->style.size == other->style.size
         && one->style.bold == other->style.bold
         && one->style.tracking == other->style.tracking
         && g_str_equal (one->text, other->text);
}

static void
text_free (gpointer data)
{
  Text *text = data;

  g_clear_pointer (&text->node, gsk_render_node_unref);
  g_free (text->text);
  g_free (text);
}

GHashTable *
guatu_snapshot_texts_new (void)
{
  return g_hash_table_new_full (text_hash, text_equal, text_free, NULL);
}

/* How far below the line's baseline a run has its own. Of vertical lines Pango keeps the middle, about which letters
 * that lie on their side are centred. */
static float
baseline_of (const PangoGlyphItem *run)
{
  PangoRectangle logical;
  double shift = -run->y_offset;

  if ((run->item->analysis.flags & PANGO_ANALYSIS_FLAG_CENTERED_BASELINE) != 0)
    {
      pango_glyph_string_extents (run->glyphs, run->item->analysis.font, NULL, &logical);
      shift -= logical.y + logical.height / 2.0;
    }

  return (float) (shift / PANGO_SCALE);
}

/* Appends the glyphs of a line whose baseline begins at @origin. */
static void
append_line (GtkSnapshot      *snapshot,
             PangoLayoutLine  *line,
             graphene_point_t  origin,
             const GdkRGBA    *rgba)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      g_autoptr(GskRenderNode) node = NULL;

      origin.x += (float) run->start_x_offset / PANGO_SCALE;
      node = gsk_text_node_new (run->item->analysis.font, run->glyphs, rgba,
                                &GRAPHENE_POINT_INIT (origin.x, origin.y + baseline_of (run)));
      /* Blanks have no node. */
      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
      origin.x += (float) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE
                  + (float) run->end_x_offset / PANGO_SCALE;
    }
}

/* The text in @ink, or, with none, only measured. */
static Text *
look_up (GuatuSnapshotPainter *self,
         const char           *text,
         const GuatuTextStyle *style,
         GuatuInk              ink)
{
  const Text key = { .text = (char *) text, .style = *style, .ink = ink };
  Text *known = g_hash_table_lookup (self->texts, &key);
  double height;

  if (known != NULL)
    return known;
  if (g_hash_table_size (self->texts) > MOST_TEXTS)
    g_hash_table_remove_all (self->texts);
  known = g_new0 (Text, 1);
  *known = (Text) { .text = g_strdup (text), .style = *style, .ink = ink };
  guatu_text_setter_measure (self->setter, text, style, -1, &known->width, &height);
  g_hash_table_add (self->texts, known);

  return known;
}

static void
make_node (GuatuSnapshotPainter *self,
           Text                 *text)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  PangoLayout *layout = guatu_text_setter_set (self->setter, text->text, &text->style, -1);
  GdkRGBA rgba = guatu_snapshot_rgba (self, text->ink);

  append_line (snapshot, pango_layout_get_line_readonly (layout, 0), GRAPHENE_POINT_INIT (0, 0), &rgba);
  text->node = gtk_snapshot_to_node (snapshot);
  text->painted = TRUE;
}

/* Lines may be broken within a text only where it wraps, and stand in it even where it does not. */
static gboolean
is_one_line (const char           *text,
             const GuatuTextStyle *style)
{
  return !style->wrap && !style->vertical && strchr (text, '\n') == NULL;
}

void
guatu_snapshot_measure_text (GuatuPainter         *painter,
                             const char           *text,
                             const GuatuTextStyle *style,
                             double                width,
                             double               *text_width,
                             double               *text_height)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);

  if (!is_one_line (text, style))
    {
      guatu_text_setter_measure (self->setter, text, style, width, text_width, text_height);
      return;
    }
  *text_width = look_up (self, text, style, GUATU_INK_NONE)->width;
  *text_height = GUATU_LINE_PITCH * style->size;
}

static void
append_downwards (GuatuSnapshotPainter *self,
                  PangoLayout          *layout,
                  GuatuBox              box,
                  const GuatuTextStyle *style,
                  const GdkRGBA        *rgba)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  graphene_point_t origin = guatu_snapshot_point (self, box.x + box.width / 2,
                                                  box.y + guatu_text_lead (style, box.height
                                                                                  - guatu_text_line_width (line)));

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &origin);
  gtk_snapshot_rotate (self->snapshot, 90);
  append_line (self->snapshot, line, GRAPHENE_POINT_INIT (0, 0), rgba);
  gtk_snapshot_restore (self->snapshot);
}

static void
append_lines (GuatuSnapshotPainter *self,
              PangoLayout          *layout,
              GuatuBox              box,
              const GuatuTextStyle *style,
              const GdkRGBA        *rgba)
{
  double y = guatu_text_baseline (style, box, pango_layout_get_line_count (layout));

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      double x = box.x + guatu_text_lead (style, box.width - guatu_text_line_width (l->data));

      append_line (self->snapshot, l->data, guatu_snapshot_point (self, x, y), rgba);
      y += GUATU_LINE_PITCH * style->size;
    }
}

static void
append_kept (GuatuSnapshotPainter *self,
             GuatuBox              box,
             const char           *text,
             const GuatuTextStyle *style,
             GuatuInk              ink)
{
  Text *known = look_up (self, text, style, ink);
  double x = box.x + guatu_text_lead (style, box.width - known->width);
  graphene_point_t origin = guatu_snapshot_point (self, x, guatu_text_baseline (style, box, 1));

  if (!guatu_snapshot_sees (self, (GuatuBox) { x, box.y, known->width, box.height }, style->size))
    return;
  if (!known->painted)
    make_node (self, known);
  if (known->node == NULL)
    return;
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &origin);
  gtk_snapshot_append_node (self->snapshot, known->node);
  gtk_snapshot_restore (self->snapshot);
}

void
guatu_snapshot_paint_text (GuatuPainter         *painter,
                           GuatuBox              box,
                           const char           *text,
                           const GuatuTextStyle *style,
                           GuatuInk              ink)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);
  GdkRGBA rgba = guatu_snapshot_rgba (self, ink);
  PangoLayout *layout;

  self->strokes++;
  if (self->snapshot == NULL)
    return;
  if (is_one_line (text, style))
    {
      append_kept (self, box, text, style, ink);
      return;
    }
  if (!guatu_snapshot_sees (self, box, MAX (box.width, box.height)))
    return;
  layout = guatu_text_setter_set (self->setter, text, style, box.width);
  if (style->vertical)
    append_downwards (self, layout, box, style, &rgba);
  else
    append_lines (self, layout, box, style, &rgba);
}
