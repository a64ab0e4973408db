/* guatu-year-grid-input.c — days are selected by keys and with the pointer. */
#include "guatu-year-grid-private.h"

/* Keys ---------------------------------------------------------------------------------------------------- */

static GuatuInstant
by_months (GuatuInstant day,
           int          months)
{
  GuatuInstant there = guatu_instant_add_months (day, months);

  return guatu_instant_is_valid (there) && there < GUATU_INSTANT_MAX ? there : day;
}

/* Where a key leads from that day; the day itself for other keys. */
static GuatuInstant
led_by (GuatuYearGrid   *self,
        GuatuInstant     at,
        guint            key,
        GdkModifierType  state)
{
  gboolean years = (state & GDK_CONTROL_MASK) != 0;
  int column = (guatu_instant_weekday (at) - self->first_weekday + 7) % 7;

  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      return years ? by_months (at, -12) : at - GUATU_DAY;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      return years ? by_months (at, 12) : at + GUATU_DAY;
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      return at - GUATU_WEEK;
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      return at + GUATU_WEEK;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
      return by_months (at, -1);
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
      return by_months (at, 1);
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      return years ? self->picture.from : at - column * GUATU_DAY;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      return years ? self->picture.from + ((gint64) self->picture.n_days - 1) * GUATU_DAY
                   : at + (6 - column) * GUATU_DAY;
    default:
      return at;
    }
}

/* What a key does to what is selected. */
static const struct
{
  guint        key;
  const char  *signal;
  GuatuDayMark mark;
} deeds[] = {
  { GDK_KEY_d, "mark", GUATU_MARK_OFF }, { GDK_KEY_D, "mark", GUATU_MARK_OFF },
  { GDK_KEY_w, "mark", GUATU_MARK_WORKED }, { GDK_KEY_W, "mark", GUATU_MARK_WORKED },
  { GDK_KEY_Delete, "mark", GUATU_MARK_WEEK }, { GDK_KEY_KP_Delete, "mark", GUATU_MARK_WEEK },
  { GDK_KEY_BackSpace, "mark", GUATU_MARK_WEEK },
  { GDK_KEY_Return, "activated", 0 }, { GDK_KEY_KP_Enter, "activated", 0 }, { GDK_KEY_F2, "activated", 0 },
  { GDK_KEY_space, "activated", 0 },
};

/* While nothing is selected the day that has the focus, @at, is meant. */
static gboolean
do_deed (GuatuYearGrid *self,
         GuatuInstant   at,
         guint          key)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (deeds[i].key == key)
      {
        if (self->cursor == GUATU_NONE)
          guatu_year_grid_go_to (self, at, FALSE);
        g_signal_emit_by_name (self, deeds[i].signal, deeds[i].mark);
        return TRUE;
      }

  return FALSE;
}

static gboolean
key_cb (GuatuYearGrid   *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GuatuInstant at, to;

  if (self->picture.year == 0 || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  /* Control and Page Up are the desk's. */
  if ((state & GDK_CONTROL_MASK) != 0 && (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down
                                          || key == GDK_KEY_Up || key == GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  at = self->cursor != GUATU_NONE ? self->cursor : self->picture.from + guatu_year_grid_current_day (self) * GUATU_DAY;
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && do_deed (self, at, key))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape && self->anchor != self->cursor)
    {
      guatu_year_grid_go_to (self, self->cursor, FALSE);
      return GDK_EVENT_STOP;
    }

  to = led_by (self, at, key, state);
  if (to == at)
    return GDK_EVENT_PROPAGATE;
  /* The first key comes to where the focus is seen. */
  guatu_year_grid_go_to (self, self->cursor != GUATU_NONE ? to : at, (state & GDK_SHIFT_MASK) != 0);

  return GDK_EVENT_STOP;
}

/* The pointer ----------------------------------------------------------------------------------------------- */

static GuatuInstant
date_at (GuatuYearGrid *self,
         int            day)
{
  return self->picture.from + day * GUATU_DAY;
}

static void
drag_begin_cb (GuatuYearGrid  *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int day = self->picture.year != 0 ? guatu_year_layout_at (&self->layout, x, y) : -1;

  self->dragging = day >= 0;
  self->drag_x = x;
  self->drag_y = y;
  if (day < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  guatu_year_grid_go_to (self, date_at (self, day), (state & GDK_SHIFT_MASK) != 0);
}

static void
drag_update_cb (GuatuYearGrid *self,
                double         dx,
                double         dy)
{
  double x = self->drag_x, y = self->drag_y;

  if (!self->dragging)
    return;
  /* Whoever only trembles while clicking stays on the day. */
  if (guatu_year_layout_at (&self->layout, x + dx, y + dy) == guatu_year_grid_day_of (self, self->cursor))
    return;
  guatu_year_grid_go_to (self, date_at (self, (int) guatu_year_layout_nearest (&self->layout, x + dx, y + dy)), TRUE);
}

static void
drag_end_cb (GuatuYearGrid *self)
{
  self->dragging = FALSE;
}

static void
pressed_cb (GuatuYearGrid *self,
            int            n,
            double         x,
            double         y)
{
  if (n == 2 && self->picture.year != 0 && guatu_year_layout_at (&self->layout, x, y) >= 0)
    g_signal_emit_by_name (self, "activated");
}

/* What the day under the pointer is. */
static gboolean
query_tooltip_cb (GuatuYearGrid *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  int day = self->picture.year == 0 ? -1 : keyboard ? guatu_year_grid_day_of (self, self->cursor)
                                                     : guatu_year_layout_at (&self->layout, x, y);

  if (day < 0 || self->spoken[day] == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->spoken[day]);

  return TRUE;
}

/* Controllers ------------------------------------------------------------------------------------------- */

void
guatu_year_grid_add_input (GuatuYearGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
