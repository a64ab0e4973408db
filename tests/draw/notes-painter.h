/* notes-painter.h — a painter that only takes notes: what is drawn can be compared as text, without a pixel. */
#pragma once

#include "guatu-painter.h"

G_BEGIN_DECLS

/* One text as it stands: the room that its lines really take, within the box that it was given. */
typedef struct
{
  char    *text;
  GuatuBox box;
  GuatuBox given;
  double   size;
} NotedText;

/* A stretch of a line, and the room of a box or polygon, with their inks. */
typedef struct
{
  GuatuPoint from;
  GuatuPoint to;
  GuatuInk   ink;
} NotedSegment;

typedef struct
{
  GuatuBox box;
  GuatuInk ink;
} NotedShape;

/**
 * NotesPainter:
 *
 * Each stroke becomes a line of @notes, lengths rounded to tenths, inks by name: "fill 0,60 500x20 paper".
 * Without @ruler a character is half as wide as the type is high, or as wide as high if it is a Chinese
 * one, so that notes are the same on every machine.
 */
typedef struct
{
  GuatuPainter  parent;
  GuatuPainter *ruler;        /* measures instead; or NULL */
  GString      *notes;
  GString      *tags;         /* what is read out, in which parts: "(table(row(cell “A”)(cell “B”)))" */
  guint         depth;        /* of the parts that are open */
  GArray       *texts;        /* NotedText */
  GArray       *segments;     /* NotedSegment, in the order of painting */
  GArray       *shapes;       /* NotedShape: of polygons */
  guint         clips;        /* that are open */
} NotesPainter;

NotesPainter *notes_painter_new  (GuatuPainter *ruler);
void          notes_painter_free (NotesPainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotesPainter, notes_painter_free)

/* The noted lines that begin with @start, or contain it if it begins with "*". Free it. */
char         *notes_painter_grep (NotesPainter *self,
                                  const char   *start);

/* Whether a line meets what stands in @box, by more than a hair. */
gboolean      notes_segment_crosses (const NotedSegment *line,
                                  GuatuBox            box);

G_END_DECLS
