/* guatu-repeat-form.c — asks for a rule of repetition in drop-downs, and has it done. */
#include "guatu-repeat-form.h"

#include <glib/gi18n-lib.h>

#include "guatu-date-entry.h"
#include "guatu-occurrences.h"
#include "guatu-rule-words.h"
#include "guatu-task-edit.h"

#define FORM "guatu-repeat-form"

/* How it repeats, as the first drop-down has it. */
enum { EVERY_DAYS, EVERY_WEEKS, BY_MONTH_DAY, BY_MONTH_PLACE, BY_YEAR_DAY, BY_YEAR_PLACE, N_WAYS };

static const struct { const char *label; GuatuRecurrence recurrence; const char *page; } ways[N_WAYS] = {
  [EVERY_DAYS] = { N_("By days"), GUATU_RECUR_EVERY_N_DAYS, "none" },
  [EVERY_WEEKS] = { N_("On days of the week"), GUATU_RECUR_WEEKLY, "weekdays" },
  [BY_MONTH_DAY] = { N_("On a day of the month"), GUATU_RECUR_MONTHLY_DAY, "month-day" },
  [BY_MONTH_PLACE] = { N_("On a weekday of the month"), GUATU_RECUR_MONTHLY_PLACE, "month-place" },
  [BY_YEAR_DAY] = { N_("On a day of the year"), GUATU_RECUR_YEARLY_DAY, "month-day" },
  [BY_YEAR_PLACE] = { N_("On a weekday of a month of the year"), GUATU_RECUR_YEARLY_PLACE, "month-place" },
};

typedef struct
{
  GuatuDocument *document;
  gint64         task;
  gint64         rule;          /* 0: there is none yet */
  GtkWidget     *way;
  GtkWidget     *every;
  GtkWidget     *unit;          /* "weeks", behind the number */
  GtkWidget     *on;            /* a stack */
  GtkWidget     *weekdays[7];   /* from Monday */
  GtkWidget     *months[2];     /* of a day, and of a weekday */
  GtkWidget     *month_day;
  GtkWidget     *place;
  GtkWidget     *item;
  GtkWidget     *from;
  GtkWidget     *end;           /* after so many times, or on a day */
  GtkWidget     *end_pages;
  GtkWidget     *times;
  GtkWidget     *until;
  GtkWidget     *at;
  GtkWidget     *takes;
  GtkWidget     *day_off;
} Form;

static void
forget (GtkWidget *widget)
{
  Form *form = g_object_steal_data (G_OBJECT (widget), FORM);

  if (form == NULL)
    return;
  g_object_unref (form->document);
  g_free (form);
}

/* Reading --------------------------------------------------------------------------------------------- */

static guint
chosen (GtkWidget *drop_down)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
}

static gint64
number_in (GtkWidget *spin)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
}

static gint64
weekday_bits (Form *form)
{
  gint64 bits = 0;

  for (int weekday = 0; weekday < 7; weekday++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form->weekdays[weekday])))
      bits |= 1 << (weekday + 1) % 7;

  return bits;
}

static gboolean
is_by_place (guint way)
{
  return way == BY_MONTH_PLACE || way == BY_YEAR_PLACE;
}

static void
set (GArray    *settings,
     guint      field,
     GuatuValue value)
{
  GuatuSetting setting = { field, value };

  g_array_append_val (settings, setting);
}

#define complain(error, ...) \
  (g_set_error ((error), GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, __VA_ARGS__), FALSE)

static gboolean
read_day (GtkWidget    *entry,
          GuatuInstant *day,
          GError      **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (entry))));

  *day = guatu_date_entry_get_day (GUATU_DATE_ENTRY (entry));
  return *day != GUATU_NONE || complain (error, _("“%s” is no date."), text);
}

/* A time of day and a duration, both of which may be left empty. @wrong: the entry that is not understood. */
static gboolean
read_hours (Form       *form,
            GArray     *settings,
            GtkWidget **wrong,
            GError    **error)
{
  GuatuDurationRates rates = guatu_plan_rates (guatu_document_get_plan (form->document));
  g_autofree char *at = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->at))));
  g_autofree char *takes = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->takes))));
  GuatuDuration duration;
  gint64 daytime;

  *wrong = form->at;
  if (*at != '\0' && !guatu_daytime_parse (at, &daytime))
    return complain (error, _("“%s” is no time of day: write it like 9:00."), at);
  *wrong = form->takes;
  if (*takes != '\0' && (!guatu_duration_parse (takes, &rates, FALSE, &duration) || duration.amount < 0))
    return complain (error, _("“%s” is no duration: write it like 2h or 1d."), takes);

  set (settings, GUATU_RECURRENCE_START_TIME, *at != '\0' ? GUATU_INTEGER (daytime) : GUATU_NULL);
  set (settings, GUATU_RECURRENCE_DURATION, *takes != '\0' ? GUATU_INTEGER (duration.amount) : GUATU_NULL);
  return TRUE;
}

static gboolean
read_dates (Form       *form,
            GArray     *settings,
            GtkWidget **wrong,
            GError    **error)
{
  gboolean by_times = chosen (form->end) == 0;
  GuatuInstant from, until = GUATU_NONE;

  *wrong = form->from;
  if (!read_day (form->from, &from, error))
    return FALSE;
  *wrong = form->until;
  if (!by_times && !read_day (form->until, &until, error))
    return FALSE;

  set (settings, GUATU_RECURRENCE_FROM_DATE, GUATU_INTEGER (from));
  set (settings, GUATU_RECURRENCE_TIMES, by_times ? GUATU_INTEGER (number_in (form->times)) : GUATU_NULL);
  set (settings, GUATU_RECURRENCE_TO_DATE, by_times ? GUATU_NULL : GUATU_INTEGER (until));
  return TRUE;
}

static void
done_cb (GtkWidget *popover)
{
  Form *form = g_object_get_data (G_OBJECT (popover), FORM);
  g_autoptr(GArray) settings = g_array_new (FALSE, FALSE, sizeof (GuatuSetting));
  guint way = chosen (form->way);
  GtkWidget *wrong = form->way;
  g_autoptr(GError) error = NULL;
  const GuatuSetting *data;

  set (settings, GUATU_RECURRENCE_RECURRENCE, GUATU_INTEGER (ways[way].recurrence));
  set (settings, GUATU_RECURRENCE_PERIOD, GUATU_INTEGER (number_in (form->every)));
  set (settings, GUATU_RECURRENCE_WEEKDAYS, GUATU_INTEGER (weekday_bits (form)));
  set (settings, GUATU_RECURRENCE_MONTH, GUATU_INTEGER (chosen (form->months[is_by_place (way)]) + 1));
  set (settings, GUATU_RECURRENCE_MONTH_DAY, GUATU_INTEGER (number_in (form->month_day)));
  set (settings, GUATU_RECURRENCE_PLACE, GUATU_INTEGER (chosen (form->place)));
  set (settings, GUATU_RECURRENCE_ITEM, GUATU_INTEGER (chosen (form->item)));
  set (settings, GUATU_RECURRENCE_DAY_OFF, GUATU_INTEGER (chosen (form->day_off)));
  if (read_dates (form, settings, &wrong, &error) && read_hours (form, settings, &wrong, &error))
    {
      set (settings, GUATU_RECURRENCE_TASK, GUATU_INTEGER (form->task));
      data = (const GuatuSetting *) (const void *) settings->data;
      wrong = form->way;
      if (form->rule != 0)
        guatu_document_set (form->document, GUATU_TABLE_RECURRENCE, form->rule, data, settings->len, &error);
      else
        guatu_document_add (form->document, GUATU_TABLE_RECURRENCE, data, settings->len, NULL, &error);
    }
  guatu_form_popover_finish (GUATU_FORM_POPOVER (popover), wrong, error);
}

/* Following one another ---------------------------------------------------------------------------------- */

/* One of it, and more. */
static const struct { const char *one; const char *more; } units[N_WAYS] = {
  [EVERY_DAYS] = { NC_("every", "day"), NC_("every", "days") },
  [EVERY_WEEKS] = { NC_("every", "week"), NC_("every", "weeks") },
  [BY_MONTH_DAY] = { NC_("every", "month"), NC_("every", "months") },
  [BY_MONTH_PLACE] = { NC_("every", "month"), NC_("every", "months") },
  [BY_YEAR_DAY] = { NC_("every", "year"), NC_("every", "years") },
  [BY_YEAR_PLACE] = { NC_("every", "year"), NC_("every", "years") },
};

static void
show_unit (Form *form)
{
  guint way = chosen (form->way);
  const char *unit = number_in (form->every) == 1 ? units[way].one : units[way].more;

  gtk_label_set_text (GTK_LABEL (form->unit), g_dpgettext2 (GETTEXT_PACKAGE, "every", unit));
}

static void
way_cb (Form *form)
{
  guint way = chosen (form->way);

  gtk_stack_set_visible_child_name (GTK_STACK (form->on), ways[way].page);
  gtk_widget_set_sensitive (form->on, way != EVERY_DAYS);
  for (int i = 0; i < 2; i++)
    gtk_widget_set_visible (form->months[i], way >= BY_YEAR_DAY);
  show_unit (form);
}

static void
end_cb (Form *form)
{
  gtk_stack_set_visible_child (GTK_STACK (form->end_pages), chosen (form->end) == 0 ? form->times : form->until);
}

/* Building ------------------------------------------------------------------------------------------------ */

static void
call (GtkWidget  *widget,
      const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_spin (int         least,
          int         most,
          gint64      value,
          const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) value);
  call (spin, name);

  return spin;
}

static GtkWidget *
new_choice (GtkStringList *list,
            guint          selected,
            const char    *name)
{
  GtkWidget *widget = gtk_drop_down_new (G_LIST_MODEL (list), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), selected);
  call (widget, name);

  return widget;
}

static GtkWidget *
new_way (const GuatuTaskRecurrence *rule)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint selected = EVERY_WEEKS;

  for (guint way = 0; way < N_WAYS; way++)
    {
      gtk_string_list_append (list, _(ways[way].label));
      if (ways[way].recurrence == (GuatuRecurrence) rule->recurrence)
        selected = way;
    }
  if (rule->recurrence == GUATU_RECUR_DAILY)
    selected = EVERY_DAYS;

  return new_choice (list, selected, _("Repeats"));
}

static GtkWidget *
new_month (int         month,
           const char *name)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int i = 1; i <= 12; i++)
    {
      g_autofree char *text = guatu_month_name (i);

      gtk_string_list_append (list, text);
    }

  return new_choice (list, (guint) CLAMP (month, 1, 12) - 1, name);
}

static GtkWidget *
new_weekdays (Form  *form,
              guint  bits)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (int weekday = 0; weekday < 7; weekday++)
    {
      g_autofree char *letter = guatu_weekday_letter (weekday);
      GtkWidget *button = gtk_toggle_button_new_with_label (letter);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), (bits >> (weekday + 1) % 7 & 1) != 0);
      gtk_widget_set_tooltip_text (button, guatu_weekday_name (weekday));
      gtk_widget_set_hexpand (button, TRUE);
      call (button, guatu_weekday_name (weekday));
      form->weekdays[weekday] = button;
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
beside (GtkWidget *first,
        GtkWidget *second,
        GtkWidget *third)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  if (third != NULL)
    gtk_box_append (GTK_BOX (box), third);

  return box;
}

static void
add_on (Form                      *form,
        const GuatuTaskRecurrence *rule)
{
  GtkStack *stack = GTK_STACK (gtk_stack_new ());
  GtkStringList *places = gtk_string_list_new (NULL), *items = gtk_string_list_new (NULL);
  GtkWidget *none = gtk_label_new (_("every one counts"));

  for (int place = 0; place < 5; place++)
    gtk_string_list_append (places, guatu_rule_place (place));
  for (int item = 0; item < 10; item++)
    gtk_string_list_append (items, guatu_rule_item (item));
  form->on = GTK_WIDGET (stack);
  form->months[0] = new_month (rule->month, _("Month"));
  form->months[1] = new_month (rule->month, _("Month"));
  form->month_day = new_spin (1, 31, rule->month_day, _("Day of the month"));
  gtk_widget_set_tooltip_text (form->month_day, _("A month that does not have the day has it on its last"));
  form->place = new_choice (places, rule->place, _("Place in the month"));
  form->item = new_choice (items, rule->item, _("Kind of day"));
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_stack_set_vhomogeneous (stack, TRUE);
  gtk_stack_set_hhomogeneous (stack, TRUE);
  gtk_stack_add_named (stack, none, "none");
  gtk_stack_add_named (stack, new_weekdays (form, rule->weekdays), "weekdays");
  gtk_stack_add_named (stack, beside (form->months[0], form->month_day, NULL), "month-day");
  gtk_stack_add_named (stack, beside (form->months[1], form->place, form->item), "month-place");
}

static void
add_end (Form                      *form,
         const GuatuTaskRecurrence *rule)
{
  GtkStringList *ends = gtk_string_list_new (NULL);

  gtk_string_list_append (ends, _("After times"));
  gtk_string_list_append (ends, _("On the day"));
  form->end = new_choice (ends, rule->times == GUATU_NONE, _("Ends"));
  form->times = new_spin (1, GUATU_MOST_OCCURRENCES, rule->times != GUATU_NONE ? rule->times : 10, _("Times"));
  form->until = guatu_date_entry_new ();
  call (GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (form->until))), _("Last day"));
  if (rule->to_date != GUATU_NONE)
    guatu_date_entry_set_day (GUATU_DATE_ENTRY (form->until), rule->to_date);
  form->end_pages = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (form->end_pages), form->times);
  gtk_stack_add_child (GTK_STACK (form->end_pages), form->until);
}

static void
add_hours (Form                      *form,
           const GuatuTaskRecurrence *rule)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gint64 day = rates.minutes_per_day * GUATU_MINUTE;
  gboolean whole = day > 0 && rule->duration % day == 0;
  GuatuDuration takes = { rule->duration, whole ? GUATU_UNIT_DAY : GUATU_UNIT_HOUR, FALSE };
  g_autofree char *at = rule->start_time != GUATU_NONE ? guatu_daytime_format (rule->start_time) : g_strdup ("");
  g_autofree char *text = rule->duration != GUATU_NONE ? guatu_duration_format (takes, &rates) : g_strdup ("");

  form->at = guatu_form_entry_new (at, _("When work begins"));
  form->takes = guatu_form_entry_new (text, _("As long as the task"));
}

static GtkWidget *
new_day_off (guint selected)
{
  const GuatuChoice *choices = guatu_field (GUATU_TABLE_RECURRENCE, GUATU_RECURRENCE_DAY_OFF)->choices;
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].name != NULL; i++)
    gtk_string_list_append (list, _(choices[i].label));

  return new_choice (list, selected, _("On a day off"));
}

/* What a new rule begins with: every week, on the weekday on which the task starts. */
static GuatuTaskRecurrence
usual_rule (GuatuDocument *document,
            gint32         task)
{
  GuatuInstant start = guatu_document_get_schedule (document)->start[task];
  GuatuInstant day = guatu_instant_day (start != GUATU_NONE ? start : guatu_today ()) * GUATU_DAY;
  GuatuCivil civil = guatu_instant_to_civil (day);
  int sunday = (guatu_instant_weekday (day) + 1) % 7;

  return (GuatuTaskRecurrence) {
    .from_date = day, .to_date = GUATU_NONE, .times = 10, .period = 1, .start_time = GUATU_NONE,
    .duration = GUATU_NONE, .recurrence = GUATU_RECUR_WEEKLY, .weekdays = (guint8) (1 << sunday),
    .month = (guint8) civil.month, .month_day = (guint8) civil.day,
    .place = (guint8) MIN ((civil.day - 1) / 7, 4), .item = (guint8) (3 + sunday),
  };
}

static void
ask (Form             *form,
     GuatuFormPopover *popover)
{
  guatu_form_popover_ask (popover, _("Repeats"), form->way, FALSE);
  guatu_form_popover_ask (popover, _("Every"), beside (form->every, form->unit, NULL), FALSE);
  guatu_form_popover_ask (popover, C_("repeats", "On"), form->on, FALSE);
  guatu_form_popover_ask (popover, _("From"), form->from, FALSE);
  guatu_form_popover_ask (popover, _("Ends"), beside (form->end, form->end_pages, NULL), FALSE);
  guatu_form_popover_ask (popover, _("Begins at"), form->at, FALSE);
  guatu_form_popover_ask (popover, _("Takes each time"), form->takes, FALSE);
  guatu_form_popover_ask (popover, _("On a day off"), form->day_off, FALSE);
  guatu_form_popover_add_button (popover, form->rule != 0 ? _("_Set") : _("_Repeat"));
}

GtkWidget *
guatu_repeat_form_new (GuatuDocument *document,
                       gint64         task)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task), known = guatu_task_recurrence (plan, row);
  GuatuTaskRecurrence rule = known >= 0
    ? ((const GuatuTaskRecurrence *) guatu_plan_rows (plan, GUATU_TABLE_RECURRENCE))[known]
    : usual_rule (document, row);
  GtkWidget *popover = guatu_form_popover_new (_("When It Repeats"));
  Form *form = g_new0 (Form, 1);

  form->document = g_object_ref (document);
  form->task = task;
  form->rule = known >= 0 ? rule.id : 0;
  form->way = new_way (&rule);
  form->every = new_spin (1, 1000, MAX (rule.period, 1), _("Every"));
  form->unit = gtk_label_new ("");
  form->from = guatu_date_entry_new ();
  guatu_date_entry_set_day (GUATU_DATE_ENTRY (form->from), rule.from_date);
  add_on (form, &rule);
  add_end (form, &rule);
  add_hours (form, &rule);
  form->day_off = new_day_off (rule.day_off);
  ask (form, GUATU_FORM_POPOVER (popover));
  g_signal_connect_swapped (form->way, "notify::selected", G_CALLBACK (way_cb), form);
  g_signal_connect_swapped (form->every, "value-changed", G_CALLBACK (show_unit), form);
  g_signal_connect_swapped (form->end, "notify::selected", G_CALLBACK (end_cb), form);
  way_cb (form);
  end_cb (form);
  g_object_set_data (G_OBJECT (popover), FORM, form);
  g_signal_connect (popover, "done", G_CALLBACK (done_cb), NULL);
  g_signal_connect (popover, "destroy", G_CALLBACK (forget), NULL);

  return popover;
}
