/* guatu-tooltip.c — joins the letters of short Chinese tooltips.
 *
 * GTK 4.8 makes a tooltip as wide as its text has letters, in letters of the usual, narrow width. Chinese ones are twice
 * as wide and can be parted anywhere: “主菜单” stood on end, one letter a line. */
#include "guatu-tooltip.h"

#include <gtk/gtk.h>
#include <string.h>

/* Letters up to which a tooltip is one line. */
#define LONGEST 28

#define WORD_JOINER 0x2060

char *
guatu_tooltip_join (const char *text)
{
  GString *joined;
  gboolean wide = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_strlen (text, -1) > LONGEST || strchr (text, '\n') != NULL)
    return NULL;

  joined = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == WORD_JOINER)
        {
          g_string_free (joined, TRUE);
          return NULL;
        }
      wide = wide || g_unichar_iswide (letter);
      if (joined->len > 0)
        g_string_append_unichar (joined, WORD_JOINER);
      /* No joiner keeps a line from breaking at a space. */
      g_string_append_unichar (joined, letter == ' ' ? 0x00A0 : letter);
    }

  return g_string_free (joined, !wide);
}

/* Before the widget gives its text away. */
static gboolean
query_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  const char *text = gtk_widget_get_tooltip_text (widget);
  g_autofree char *joined = text != NULL ? guatu_tooltip_join (text) : NULL;

  if (joined != NULL)
    gtk_widget_set_tooltip_text (widget, joined);

  return TRUE;
}

void
guatu_tooltip_install (void)
{
  static gboolean installed;

  if (installed)
    return;
  installed = TRUE;
  /* A class that nobody has used yet has no signals. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET), 0, query_cb, NULL, NULL);
}
