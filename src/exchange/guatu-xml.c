/* guatu-xml.c — libxml2's streaming reader behind a narrow door. */
#include "guatu-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "guatu-xml-decode-private.h"

/* The declaration's encoding no longer holds: what is parsed was decoded before. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA)

struct _GuatuXml
{
  xmlTextReader *reader;
  char          *content;
  GString       *text;
  GPtrArray     *attributes;      /* of the element that the reader is on */
  GPtrArray     *instructions;    /* for us, before the root */
  char          *trouble;         /* the first complaint; or NULL */
  guint          trouble_line;
  gboolean       over;
  gboolean       stopped;

  /* Who wants to know how far it is; or NULL */
  GuatuProgressFunc progress;
  gpointer          progress_data;
  gsize             length;
  guint             n_nodes;
};

/* Nodes between two words of how far it is: some milliseconds. */
#define NODES_PER_WORD 4096

static void
free_attribute (gpointer value)
{
  xmlFree (value);
}

static void
remember_trouble (void *data, xmlErrorPtr complaint)
{
  GuatuXml *self = data;

  if (self->trouble != NULL || complaint->level < XML_ERR_ERROR)
    return;

  /* One complaint serves for a document that does not end and for one that goes on after its end. */
  if (complaint->code == XML_ERR_DOCUMENT_END && xmlTextReaderDepth (self->reader) > 0)
    self->trouble = g_strdup ("Premature end of the document");
  else
    self->trouble = g_utf8_make_valid (complaint->message != NULL ? complaint->message : "", -1);
  /* Advice to programmers, which is not to be followed. */
  if (strstr (self->trouble, " use XML_PARSE_HUGE") != NULL)
    *strstr (self->trouble, " use XML_PARSE_HUGE") = '\0';
  g_strstrip (self->trouble);
  self->trouble_line = complaint->line > 0 ? (guint) complaint->line : 0;
}

/* Whether to go on. */
static gboolean
tell (GuatuXml *self)
{
  gint64 done;

  if (self->progress == NULL || self->n_nodes++ % NODES_PER_WORD != 0)
    return TRUE;

  done = xmlTextReaderByteConsumed (self->reader);
  self->stopped = !self->progress (CLAMP (done, 0, (gint64) self->length), (gint64) self->length, self->progress_data);
  return !self->stopped;
}

/* The next node; %FALSE at the end of the document, where it is broken, or when somebody says stop. */
static gboolean
step (GuatuXml *self)
{
  if (!self->over && !tell (self))
    self->over = TRUE;
  if (self->over)
    return FALSE;

  if (self->attributes->len > 0)
    g_ptr_array_set_size (self->attributes, 0);
  if (xmlTextReaderRead (self->reader) != 1 || self->trouble != NULL)
    self->over = TRUE;

  return !self->over;
}

static void
remember_instruction (GuatuXml *self)
{
  const char *text = (const char *) xmlTextReaderConstValue (self->reader);

  if (g_str_equal ((const char *) xmlTextReaderConstName (self->reader), "guatu"))
    g_ptr_array_add (self->instructions, g_strdup (text != NULL ? text : ""));
}

GuatuXml *
guatu_xml_new (const char *bytes, gsize length, GuatuNotes *notes, GError **error)
{
  g_autoptr(GuatuXml) self = g_new0 (GuatuXml, 1);
  gsize decoded = 0;

  self->text = g_string_new (NULL);
  self->attributes = g_ptr_array_new_with_free_func (free_attribute);
  self->instructions = g_ptr_array_new_with_free_func (g_free);
  self->content = guatu_xml_decode (bytes, length, &decoded, notes, error);
  if (self->content == NULL)
    return NULL;

  self->length = decoded;
  self->reader = xmlReaderForMemory (self->content, (int) decoded, NULL, "UTF-8", OPTIONS);
  xmlTextReaderSetStructuredErrorHandler (self->reader, remember_trouble, self);

  while (step (self))
    if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
      return g_steal_pointer (&self);
    else if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_PROCESSING_INSTRUCTION)
      remember_instruction (self);

  if (guatu_xml_check (self, error))
    g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                         _("The file is empty: there is no XML element in it."));
  return NULL;
}

void
guatu_xml_watch (GuatuXml *self, GuatuProgressFunc progress, gpointer data)
{
  self->progress = progress;
  self->progress_data = data;
}

void
guatu_xml_free (GuatuXml *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_free (self->content);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->instructions);
  g_free (self->trouble);
  g_free (self);
}

const char *
guatu_xml_name (GuatuXml *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->reader);
}

const GPtrArray *
guatu_xml_instructions (GuatuXml *self)
{
  return self->instructions;
}

const char *
guatu_xml_intern (GuatuXml *self, const char *name)
{
  return (const char *) xmlTextReaderConstString (self->reader, (const xmlChar *) name);
}

int
guatu_xml_depth (GuatuXml *self)
{
  return xmlTextReaderDepth (self->reader);
}

gboolean
guatu_xml_child (GuatuXml *self, int depth)
{
  /* Just entered, and there is nothing in it. */
  if (!self->over && xmlTextReaderDepth (self->reader) == depth &&
      xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement (self->reader))
    return FALSE;

  while (step (self))
    {
      int here = xmlTextReaderDepth (self->reader);
      int type = xmlTextReaderNodeType (self->reader);

      if (here <= depth && (type == XML_READER_TYPE_END_ELEMENT || type == XML_READER_TYPE_ELEMENT))
        return FALSE;
      if (here == depth + 1 && type == XML_READER_TYPE_ELEMENT)
        return TRUE;
    }

  return FALSE;
}

const char *
guatu_xml_text (GuatuXml *self)
{
  int depth = xmlTextReaderDepth (self->reader);

  g_string_truncate (self->text, 0);
  if (xmlTextReaderIsEmptyElement (self->reader))
    return self->text->str;

  while (step (self))
    {
      int here = xmlTextReaderDepth (self->reader);
      int type = xmlTextReaderNodeType (self->reader);

      if (here <= depth && type == XML_READER_TYPE_END_ELEMENT)
        break;
      if (here == depth + 1 && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                                type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE))
        g_string_append (self->text, (const char *) xmlTextReaderConstValue (self->reader));
    }

  return self->text->str;
}

const char *
guatu_xml_attribute (GuatuXml *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, (const xmlChar *) name);

  if (value != NULL)
    g_ptr_array_add (self->attributes, value);

  return (const char *) value;
}

guint
guatu_xml_line (GuatuXml *self)
{
  xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  long line = node != NULL ? xmlGetLineNo (node) : 0;

  /* A node keeps 16 bits of its line; beyond them, there is the parser's, which is a little ahead. */
  if (line <= 0 || line >= G_MAXUINT16)
    line = xmlTextReaderGetParserLineNumber (self->reader);

  return line > 0 ? (guint) line : 0;
}

gboolean
guatu_xml_check (GuatuXml *self, GError **error)
{
  /* What follows the part that was of interest may be broken as well. */
  while (step (self))
    ;
  if (self->stopped)
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_CANCELLED, _("The import was stopped"));
      return FALSE;
    }
  if (self->progress != NULL && self->trouble == NULL)
    self->progress ((gint64) self->length, (gint64) self->length, self->progress_data);
  if (self->trouble == NULL)
    return TRUE;

  /* Translators: what the XML parser complains of, in English. */
  g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
               _("The XML is broken off or wrong in line %u: %s."), self->trouble_line, self->trouble);
  return FALSE;
}
