/* guatu-toast.c — makes toasts that wrap, and that are let go of no sooner than they have come. */
#include "guatu-toast.h"

/* Characters in a line: wider than its window, a toast would have its button outside. */
#define LONGEST_LINE 70

/* Microseconds; longer than any way in. */
#define WAY_IN (600 * 1000)

/* What is known of a toast is kept with its label. */
#define COMING "guatu-coming"       /* the time of the first frame in which it was seen */
#define LEAVES "guatu-leaves"       /* somebody wants it to go */
#define THERE "guatu-there"

/* The toast's widget around its label. */
static GtkWidget *
find_frame (GtkWidget *label)
{
  GtkWidget *frame = label;

  while (frame != NULL && !ADW_IS_TOAST_OVERLAY (gtk_widget_get_parent (frame)))
    frame = gtk_widget_get_parent (frame);

  return frame;
}

/* Neither the toast's buttons nor what lies below are meant by a press on what is still coming. */
static void
pressed_cb (GtkGesture *gesture)
{
  GtkWidget *frame = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_widget_has_css_class (frame, "coming"))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
hold_back (GtkWidget *frame)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (frame, "coming");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (frame, GTK_EVENT_CONTROLLER (click));
}

/* A frame may come late, with the end of the way in and of the way out in it: so it is the one after that counts. */
static gboolean
frame_cb (GtkWidget     *label,
          GdkFrameClock *clock,
          gpointer       data)
{
  AdwToast *toast = data;
  GtkWidget *frame = find_frame (label);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gint64 *since = g_object_get_data (G_OBJECT (label), COMING);

  if (frame == NULL)
    return G_SOURCE_CONTINUE;
  if (since == NULL)
    {
      g_object_set_data_full (G_OBJECT (label), COMING, g_memdup2 (&now, sizeof now), g_free);
      hold_back (frame);
      return G_SOURCE_CONTINUE;
    }
  if (*since > 0)
    {
      if (now - *since >= WAY_IN)
        *since = 0;
      return G_SOURCE_CONTINUE;
    }

  g_object_set_data (G_OBJECT (label), THERE, label);
  gtk_widget_remove_css_class (frame, "coming");
  if (g_object_get_data (G_OBJECT (label), LEAVES) != NULL)
    adw_toast_dismiss (toast);

  return G_SOURCE_REMOVE;
}

AdwToast *
guatu_toast_new (const char *text)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (text);

  /* A toast's own title has one line, which cuts off what is to be done about an error, and takes names for markup. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_LINE);
  gtk_widget_add_css_class (label, "heading");
  /* The toast outlives its label's frames. */
  gtk_widget_add_tick_callback (label, frame_cb, toast, NULL);
  adw_toast_set_custom_title (toast, label);

  return toast;
}

void
guatu_toast_dismiss (AdwToast *toast)
{
  GtkWidget *label = adw_toast_get_custom_title (toast);

  /* One that waits behind another was never seen, and goes at once. */
  if (gtk_widget_get_root (label) == NULL || g_object_get_data (G_OBJECT (label), THERE) != NULL)
    adw_toast_dismiss (toast);
  else
    g_object_set_data (G_OBJECT (label), LEAVES, label);
}
