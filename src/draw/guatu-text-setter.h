/* guatu-text-setter.h — fonts, language and lines of texts, shared by the painters that set type. */
#pragma once

#include <pango/pangocairo.h>

#include "guatu-painter.h"

G_BEGIN_DECLS

/* How far the baseline lies below the middle of a line, as a share of the type's size: halfway between what
 * centres capitals and what centres Chinese characters. */
#define GUATU_TEXT_BASELINE 0.36

typedef struct _GuatuTextSetter GuatuTextSetter;

/* Sizes of type are in units of the target, whatever its resolution; nothing is hinted. For @language see
 * guatu_cairo_painter_new(). */
GuatuTextSetter *guatu_text_setter_new     (const char           *language);
void             guatu_text_setter_free    (GuatuTextSetter      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuTextSetter, guatu_text_setter_free)

/* @text set in @style, in lines as wide as @width at most where it wraps. Owned by the setter, until the next text. */
PangoLayout     *guatu_text_setter_set     (GuatuTextSetter      *self,
                                            const char           *text,
                                            const GuatuTextStyle *style,
                                            double                width);

/* See measure() of GuatuPainter. */
void             guatu_text_setter_measure (GuatuTextSetter      *self,
                                            const char           *text,
                                            const GuatuTextStyle *style,
                                            double                width,
                                            double               *text_width,
                                            double               *text_height);

/* See guatu_cairo_painter_find_fonts(). */
void             guatu_text_setter_find_fonts (GuatuTextSetter   *self,
                                            const char          **wanted,
                                            const char          **han,
                                            const char          **latin);

double           guatu_text_line_width     (PangoLayoutLine      *line);

/* What is to be left free before a text that is @free shorter than its room. */
double           guatu_text_lead           (const GuatuTextStyle *style,
                                            double                free);

/* The height of the first baseline of @n_lines in @box; further ones are GUATU_LINE_PITCH sizes below each other. */
double           guatu_text_baseline       (const GuatuTextStyle *style,
                                            GuatuBox              box,
                                            int                   n_lines);

G_END_DECLS
