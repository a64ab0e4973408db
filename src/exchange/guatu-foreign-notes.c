/* guatu-foreign-notes.c — what an import could not carry over, said at its line, or once for many lines. */
#include "guatu-foreign-private.h"

#include <glib/gi18n-lib.h>

/* More lines are counted, not listed: the first ones show what is meant. */
#define LINES_LISTED 20

typedef struct
{
  char   *what;
  char   *text;
  GArray *lines;          /* guint */
} Gathered;

static void
gathered_free (gpointer data)
{
  Gathered *one = data;

  g_free (one->what);
  g_free (one->text);
  g_array_unref (one->lines);
  g_free (one);
}

/* "Line 12, task “Dig”". */
static char *
place_of (guint line, const char *element, const char *name)
{
  if (name != NULL && name[0] != '\0' && line > 0)
    /* Translators: a place in a file: the line, the kind of element, its name. */
    return g_strdup_printf (_("Line %u, %s “%s”"), line, element, name);
  if (line > 0)
    return g_strdup_printf (_("Line %u, %s"), line, element);
  if (name != NULL && name[0] != '\0')
    return g_strdup_printf ("%s “%s”", element, name);
  return g_strdup (element);
}

static void
add_note (GuatuForeign *self, guint line, const char *element, const char *name, const char *format, va_list arguments)
{
  g_autofree char *place = place_of (line, element, name);
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  guatu_notes_add (self->notes, 0, 0, place, "%s", text);
}

void
guatu_foreign_note (GuatuForeign *self, guint line, const char *element, const char *name, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_note (self, line, element, name, format, arguments);
  va_end (arguments);
}

void
guatu_foreign_note_task (GuatuForeign *self, guint task, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_note (self, g_array_index (self->lines, guint, task), "task", guatu_plan_task_name (self->plan, (gint32) task),
            format, arguments);
  va_end (arguments);
}

void
guatu_foreign_gather (GuatuForeign *self, guint line, const char *what, const char *text)
{
  Gathered *one = NULL;

  if (self->gathered == NULL)
    self->gathered = g_ptr_array_new_with_free_func (gathered_free);
  for (guint i = 0; i < self->gathered->len && one == NULL; i++)
    {
      Gathered *other = g_ptr_array_index (self->gathered, i);

      if (g_str_equal (other->what, what) && g_str_equal (other->text, text))
        one = other;
    }
  if (one == NULL)
    {
      one = g_new0 (Gathered, 1);
      one->what = g_strdup (what);
      one->text = g_strdup (text);
      one->lines = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->gathered, one);
    }
  g_array_append_val (one->lines, line);
}

void
guatu_foreign_drop (GuatuForeign *self, const char *what)
{
  guatu_foreign_gather (self, guatu_xml_line (self->xml), what, _("this is not carried over"));
}

void
guatu_foreign_drop_attribute (GuatuForeign *self, const char *name, const char *what)
{
  if (guatu_foreign_attribute (self, name)[0] != '\0')
    guatu_foreign_drop (self, what);
}

static void
tell (GuatuForeign *self, const Gathered *one)
{
  guint first = g_array_index (one->lines, guint, 0);
  g_autofree char *place = place_of (first, one->what, NULL);
  g_autoptr(GString) others = g_string_new (NULL);
  guint n = MIN (one->lines->len, LINES_LISTED);

  if (one->lines->len == 1)
    {
      guatu_notes_add (self->notes, 0, 0, place, "%s", one->text);
      return;
    }

  for (guint i = 1; i < n; i++)
    g_string_append_printf (others, "%s%u", i > 1 ? ", " : "", g_array_index (one->lines, guint, i));
  if (one->lines->len > n)
    g_string_append (others, ", …");
  /* Translators: what is said of the first place, how many places there are, the lines of the others. */
  guatu_notes_add (self->notes, 0, 0, place, _("%s; there are %u places of this kind, also in lines %s"),
                   one->text, one->lines->len, others->str);
}

void
guatu_foreign_tell_gathered (GuatuForeign *self)
{
  for (guint i = 0; self->gathered != NULL && i < self->gathered->len; i++)
    tell (self, g_ptr_array_index (self->gathered, i));
}
