/* guatu-xml-private.h — XML that other programs wrote, read element by element. */
#pragma once

#include "guatu-exchange.h"
#include "guatu-notes.h"
#include "guatu-store.h"

G_BEGIN_DECLS

/*
 * libxml2's streaming reader behind a narrow door: elements are entered one by one, and the file can do
 * nothing but be read. A DOCTYPE is refused before libxml2 sees it, so no entity is ever declared, let alone
 * fetched; the limits of libxml2 on depth (256) and on the length of a text (10 MB) stay in force.
 *
 * Text may be UTF-8, UTF-16 or what the declaration names (GB2312 and GBK are read as GB18030); where the
 * bytes say otherwise than the declaration the bytes are believed. Bytes that are no text, and control
 * characters, are replaced by U+FFFD and told in a note.
 *
 *   while (guatu_xml_child (xml, depth))
 *     if (guatu_xml_name (xml) == self->name_of_interest)
 *       use (guatu_xml_text (xml));
 *
 * A child that is not read is passed over with all that is in it.
 */
typedef struct _GuatuXml GuatuXml;

/* Positioned on the root element. @bytes is borrowed and must live as long. %NULL with GUATU_EXCHANGE_ERROR
 * where this is no XML, is too large, or declares a DOCTYPE. */
GuatuXml   *guatu_xml_new       (const char  *bytes,
                                 gsize        length,
                                 GuatuNotes  *notes,
                                 GError     **error);
void        guatu_xml_free      (GuatuXml    *self);

/* @progress is told now and then how many bytes have been read of how many. Where it answers %FALSE the walk ends as at
 * the end of the document, and guatu_xml_check() gives GUATU_EXCHANGE_ERROR_CANCELLED. */
void        guatu_xml_watch     (GuatuXml          *self,
                                 GuatuProgressFunc  progress,
                                 gpointer           data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuXml, guatu_xml_free)

/* The element's name without its prefix. Names of one document are the same pointer if they are the same
 * text; guatu_xml_intern() gives the pointer that a name has or would have. */
const char *guatu_xml_name      (GuatuXml    *self);
const char *guatu_xml_intern    (GuatuXml    *self,
                                 const char  *name);

/* Texts of the processing instructions "guatu" before the root, by which we tell ourselves what the file's format has
 * no place for; other programs pass over them. */
const GPtrArray *guatu_xml_instructions (GuatuXml *self);

/* How deep the element lies; the root's depth is 0. */
int         guatu_xml_depth     (GuatuXml    *self);

/* Goes to the next child of the element at @depth that was entered. %FALSE at its end, and on an error. */
gboolean    guatu_xml_child     (GuatuXml    *self,
                                 int          depth);

/* The text in the element, that of elements in it left out; the reader goes to its end. Valid until the
 * next call. */
const char *guatu_xml_text      (GuatuXml    *self);

/* %NULL if there is no such attribute. Valid until the reader goes on. */
const char *guatu_xml_attribute (GuatuXml    *self,
                                 const char  *name);

/* Where the reader is, counted from 1. */
guint       guatu_xml_line      (GuatuXml    *self);

/* Whether the document was well-formed as far as it was read; else @error says what is wrong and where. To
 * be asked when the walk is over. */
gboolean    guatu_xml_check     (GuatuXml    *self,
                                 GError     **error);

G_END_DECLS
