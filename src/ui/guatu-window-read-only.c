/* guatu-window-read-only.c — a key that would change a plan which can only be read is answered with the reason. */
#include "guatu-window-private.h"

#define CTRL GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK
#define ALT GDK_ALT_MASK

/* What the table, the timeline and the window would do with a key. */
static gboolean
is_edit (guint           key,
         GdkModifierType state)
{
  static const struct { guint key; GdkModifierType state; } edits[] = {
    { GDK_KEY_Delete, 0 }, { GDK_KEY_KP_Delete, 0 }, { GDK_KEY_Delete, SHIFT }, { GDK_KEY_Insert, 0 },
    { GDK_KEY_KP_Insert, 0 }, { GDK_KEY_Insert, SHIFT }, { GDK_KEY_F2, 0 },
    { GDK_KEY_x, CTRL }, { GDK_KEY_v, CTRL }, { GDK_KEY_d, CTRL }, { GDK_KEY_z, CTRL }, { GDK_KEY_z, CTRL | SHIFT },
    { GDK_KEY_Left, ALT }, { GDK_KEY_Right, ALT }, { GDK_KEY_Up, ALT }, { GDK_KEY_Down, ALT },
  };

  state &= CTRL | SHIFT | ALT;
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    if (gdk_keyval_to_lower (key) == edits[i].key && state == edits[i].state)
      return TRUE;

  return FALSE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GuatuWindow           *self)
{
  const char *reason = self->document != NULL ? guatu_document_get_read_only_reason (self->document) : NULL;

  if (reason == NULL || !is_edit (key, state))
    return GDK_EVENT_PROPAGATE;
  guatu_window_say (self, reason);

  return GDK_EVENT_STOP;
}

/* After all others: a text beside the plan takes its own keys, and an action that can be had its own. */
void
guatu_window_read_only_init (GuatuWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
