/* guatu-calendar-list.c — lists calendars with their users. */
#include "guatu-calendar-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-words.h"
#include "guatu-chooser.h"
#include "guatu-form-popover.h"
#include "guatu-icon-button.h"
#include "guatu-tab-stop.h"
#include "guatu-year.h"

struct _GuatuCalendarList
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *list;

  /* Owned references */
  GuatuDocument *document;
};

G_DEFINE_FINAL_TYPE (GuatuCalendarList, guatu_calendar_list, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

#define ID "guatu-id"
#define TABLE "guatu-table"

static gint64
id_of (GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), ID);

  return id != NULL ? *id : 0;
}

/* Users --------------------------------------------------------------------------------------------------- */

/* Tables whose rows name calendars, and by which field. */
static const struct
{
  GuatuTable table;
  guint      field;
} users[] = {
  { GUATU_TABLE_TASK, GUATU_TASK_CALENDAR },
  { GUATU_TABLE_UNIT, GUATU_UNIT_CALENDAR },
  { GUATU_TABLE_PERSON, GUATU_PERSON_CALENDAR },
};

static void
go (GtkWidget  *widget,
    GuatuTable  table,
    gint64      id)
{
  gtk_widget_activate_action (widget, "desk.go", "(sx)", guatu_table_info (table)->name, id);
}

static void
user_chosen_cb (GtkWidget *popover,
                guint      table,
                gint64     id)
{
  GtkWidget *list = gtk_widget_get_ancestor (popover, GUATU_TYPE_CALENDAR_LIST);

  g_object_ref (list);
  gtk_popover_popdown (GTK_POPOVER (popover));
  go (list, (GuatuTable) table, id);
  g_object_unref (list);
}

static void
list_users (GuatuCalendarList *self,
            GtkWidget         *button,
            GuatuTable         table,
            const gint32      *rows,
            guint              n)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  GtkWidget *popover = guatu_form_popover_new (_("Used by"));
  GtkWidget *chooser = guatu_chooser_new (_("Used by"));
  int name = table == GUATU_TABLE_TASK ? GUATU_TASK_NAME : table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME
                                                                                     : GUATU_PERSON_NAME;

  for (guint i = 0; i < n; i++)
    guatu_chooser_add (GUATU_CHOOSER (chooser), table, guatu_plan_id (plan, table, rows[i]),
                       guatu_plan_string (plan, table, rows[i], (guint) name), NULL);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (user_chosen_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  guatu_form_popover_add (GUATU_FORM_POPOVER (popover), chooser);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (popover), GTK_WIDGET (self), button);
}

static void
users_cb (GuatuCalendarList *self,
          GtkWidget         *button)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), TABLE));
  gint32 calendar = guatu_plan_find (plan, GUATU_TABLE_CALENDAR, id_of (button));
  const gint32 *rows;
  guint n;

  if (calendar < 0)
    return;
  rows = guatu_plan_referrers (plan, users[i].table, users[i].field, calendar, &n);
  if (n == 1)
    go (GTK_WIDGET (self), users[i].table, guatu_plan_id (plan, users[i].table, rows[0]));
  else if (n > 1)
    list_users (self, button, users[i].table, rows, n);
}

/* Rows ------------------------------------------------------------------------------------------------------ */

static void
keep_id (GtkWidget *widget,
         gint64     id)
{
  g_object_set_data_full (G_OBJECT (widget), ID, g_memdup2 (&id, sizeof id), g_free);
}

static void
add_note (GtkWidget  *line,
          const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), label);
}

static void
add_users (GuatuCalendarList *self,
           GtkWidget         *line,
           gint64             calendar,
           const char        *name,
           guint              which,
           char              *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  /* Translators: a calendar, and so many tasks or people who work by it. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), name, text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "users");
  gtk_widget_set_tooltip_text (button, _("Show who works by this calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  keep_id (button, calendar);
  g_object_set_data (G_OBJECT (button), TABLE, GUINT_TO_POINTER (which));
  g_signal_connect_object (button, "clicked", G_CALLBACK (users_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), button);
  g_free (text);
}

static GtkWidget *
make_users (GuatuCalendarList *self,
            const GuatuPlan   *plan,
            gint32             row)
{
  GuatuCalendarUse use = guatu_calendar_use (plan, row);
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row);
  const char *name = guatu_plan_string (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME);
  gint32 base = (gint32) guatu_plan_number (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_BASE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  if (base >= 0)
    {
      g_autofree char *text = g_strdup_printf (_("Based on %s"), guatu_plan_string (plan, GUATU_TABLE_CALENDAR, base,
                                                                                    GUATU_CALENDAR_NAME));

      add_note (box, text);
    }
  if (use.plan)
    add_note (box, _("The plan’s calendar"));
  if (use.n_calendars > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u calendar rests on it", "%u calendars rest on it",
                                                         use.n_calendars), use.n_calendars);

      add_note (box, text);
    }
  if (use.n_tasks > 0)
    add_users (self, line, id, name, 0, g_strdup_printf (ngettext ("%u task", "%u tasks", use.n_tasks), use.n_tasks));
  if (use.n_units > 0)
    add_users (self, line, id, name, 1, g_strdup_printf (ngettext ("%u unit", "%u units", use.n_units), use.n_units));
  if (use.n_people > 0)
    add_users (self, line, id, name, 2, g_strdup_printf (ngettext ("%u person", "%u people", use.n_people),
                                                         use.n_people));
  if (!use.plan && use.n_calendars + use.n_tasks + use.n_units + use.n_people == 0)
    add_note (box, _("Not in use"));
  gtk_box_append (GTK_BOX (box), line);

  return box;
}

static GtkWidget *
make_row (GuatuCalendarList *self,
          const GuatuPlan   *plan,
          gint32             calendar)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const char *name = guatu_plan_string (plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_NAME);
  GtkWidget *label = gtk_label_new (name);
  GuatuCalendarUse use = guatu_calendar_use (plan, calendar);
  g_autofree char *users_text = guatu_words_use (&use);
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), name, users_text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (label, "calendar-name");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_users (self, plan, calendar));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  keep_id (row, guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar));

  return row;
}

static void
selected_cb (GuatuCalendarList *self,
             GtkListBoxRow     *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id_of (GTK_WIDGET (row)));
}

GtkWidget *
guatu_calendar_list_get_row (GuatuCalendarList *self,
                             gint64             calendar)
{
  g_return_val_if_fail (GUATU_IS_CALENDAR_LIST (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (id_of (row) == calendar)
      return row;

  return NULL;
}

/* The plan's first, then in the order in which they were made. */
static void
fill (GuatuCalendarList *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 own = guatu_plan_settings (plan)->calendar;

  if (own >= 0)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, plan, own));
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR); row++)
    if (row != own && guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row) != 0)
      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, plan, row));
}

void
guatu_calendar_list_update (GuatuCalendarList *self,
                            gint64             chosen)
{
  GtkWidget *row;
  gboolean had_focus;

  g_return_if_fail (GUATU_IS_CALENDAR_LIST (self));

  had_focus = gtk_widget_get_focus_child (self->list) != NULL;
  g_signal_handlers_block_by_func (self->list, selected_cb, self);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    {
      guatu_keep_for_now (row);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
    }
  fill (self);
  row = guatu_calendar_list_get_row (self, chosen);
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  g_signal_handlers_unblock_by_func (self->list, selected_cb, self);
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (row);
}

/* The class -------------------------------------------------------------------------------------------------- */

static GMenu *
make_add_menu (void)
{
  static const struct { const char *slug, *label; } shipped[] = {
    { "china", N_("China, with published holidays") }, { "standard", N_("Five days a week") },
    { "six-day", N_("Six days a week") }, { "every-day", N_("Seven days a week") }, { "24-hours", N_("24 hours a day") },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) ready = g_menu_new ();
  g_autoptr(GMenu) made = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(shipped[i].label), NULL);

      g_menu_item_set_action_and_target (item, "calendar.add", "s", shipped[i].slug);
      g_menu_append_item (ready, item);
    }
  g_menu_append (made, _("Based on This One"), "calendar.derive");
  g_menu_append (made, _("Copy of This One"), "calendar.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ready));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (made));

  return menu;
}

static GtkWidget *
make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *title = gtk_label_new (_("Calendars"));
  GtkWidget *add = gtk_menu_button_new ();
  GtkWidget *remove = guatu_icon_button_new ("user-trash-symbolic", _("Delete the calendar"), NULL);
  g_autoptr(GMenu) menu = make_add_menu ();

  gtk_widget_add_css_class (head, "list-head");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (add), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (add), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _("Add a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a calendar"), -1);
  gtk_box_append (GTK_BOX (head), add);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "calendar.remove");
  gtk_box_append (GTK_BOX (head), remove);

  return head;
}

static void
guatu_calendar_list_dispose (GObject *object)
{
  GuatuCalendarList *self = GUATU_CALENDAR_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_calendar_list_parent_class)->dispose (object);
}

static gboolean
guatu_calendar_list_grab_focus (GtkWidget *widget)
{
  GuatuCalendarList *self = GUATU_CALENDAR_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
guatu_calendar_list_class_init (GuatuCalendarListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_calendar_list_dispose;
  widget_class->grab_focus = guatu_calendar_list_grab_focus;
  guatu_tab_goes_through (widget_class);

  signals[CHOSEN] = g_signal_new ("chosen", GUATU_TYPE_CALENDAR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "guatucalendarlist");
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   data)
{
  return gtk_widget_activate_action (widget, "calendar.remove", NULL);
}

static void
guatu_calendar_list_init (GuatuCalendarList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_head ());
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendars"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (delete_key_cb, NULL, NULL)));
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), guatu_tab_stop_new (scroller, self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
guatu_calendar_list_new (GuatuDocument *document)
{
  GuatuCalendarList *self = g_object_new (GUATU_TYPE_CALENDAR_LIST, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
