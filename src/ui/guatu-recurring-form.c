/* guatu-recurring-form.c — asks how a day comes back, and has it done. */
#include "guatu-recurring-form.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-edit.h"
#include "guatu-calendar-verb.h"
#include "guatu-calendar-words.h"
#include "guatu-date-entry.h"
#include "guatu-form-popover.h"
#include "guatu-hours-text.h"

typedef struct
{
  GtkWidget     *popover;
  GuatuDocument *document;
  gint64         calendar;
  gint64         exception;     /* that is changed; 0: one is added */
  GuatuException rule;          /* as it is now */
  GuatuInstant   day;
  GtkWidget     *name;
  GtkWidget     *coming;
  GtkWidget     *period;
  GtkWidget     *until;
  GtkWidget     *worked;
  GtkWidget     *hours;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->document);
  g_free (form);
}

GuatuSpecialDays
guatu_recurring_rule (GuatuInstant day,
                      GuatuComing  coming,
                      int          period,
                      GuatuInstant to)
{
  static const GuatuRecurrence kinds[GUATU_N_COMINGS] = {
    GUATU_RECUR_YEARLY_DAY, GUATU_RECUR_YEARLY_PLACE, GUATU_RECUR_MONTHLY_DAY, GUATU_RECUR_MONTHLY_PLACE,
    GUATU_RECUR_WEEKLY, GUATU_RECUR_EVERY_N_DAYS,
  };
  GuatuCivil civil = guatu_instant_to_civil (day);
  int sunday = (guatu_instant_weekday (day) + 1) % 7;

  return (GuatuSpecialDays) {
    .from = day, .to = to != GUATU_NONE ? to : GUATU_INSTANT_MAX - GUATU_DAY, .name = "",
    .recurrence = kinds[coming], .period = period, .weekdays = 1 << sunday, .month = civil.month,
    /* The fifth of its weekdays in a month is the last of every month. */
    .month_day = civil.day, .place = MIN ((civil.day - 1) / 7, 4), .item = 3 + sunday,
  };
}

static gboolean
comes_so (const GuatuException   *rule,
          const GuatuSpecialDays *days)
{
  switch (rule->recurrence)
    {
    case GUATU_RECUR_WEEKLY:
      return rule->weekdays == days->weekdays;
    case GUATU_RECUR_MONTHLY_DAY:
      return rule->month_day == days->month_day;
    case GUATU_RECUR_MONTHLY_PLACE:
      return rule->place == days->place && rule->item == days->item;
    case GUATU_RECUR_YEARLY_DAY:
      return rule->month == days->month && rule->month_day == days->month_day;
    case GUATU_RECUR_YEARLY_PLACE:
      return rule->month == days->month && rule->place == days->place && rule->item == days->item;
    case GUATU_RECUR_DAILY:
    case GUATU_RECUR_EVERY_N_DAYS:
    default:
      return TRUE;
    }
}

GuatuComing
guatu_recurring_coming (const GuatuException *rule)
{
  for (guint coming = 0; coming < GUATU_N_COMINGS; coming++)
    {
      GuatuSpecialDays days = guatu_recurring_rule (rule->from, (GuatuComing) coming, 1, GUATU_NONE);

      if (days.recurrence == rule->recurrence && comes_so (rule, &days))
        return (GuatuComing) coming;
    }

  return GUATU_N_COMINGS;
}

/* The rules in words, as they would come out. */
static GtkStringList *
make_comings (GuatuInstant day)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint coming = 0; coming < GUATU_N_COMINGS; coming++)
    {
      GuatuSpecialDays days = guatu_recurring_rule (day, (GuatuComing) coming, coming == GUATU_COMES_N_DAYS ? 2 : 1,
                                                    GUATU_NONE);
      GuatuException exception = { .from = days.from, .to = days.to, .recurrence = days.recurrence,
                                   .period = days.period, .weekdays = days.weekdays, .month = days.month,
                                   .month_day = days.month_day, .place = days.place, .item = days.item };
      g_autofree char *text = coming == GUATU_COMES_N_DAYS ? g_strdup (_("every few days"))
                                                           : guatu_words_recurrence (&exception);

      gtk_string_list_append (list, text);
    }

  return list;
}

/* What was there already and is none of those that are offered stays as it was, but for its period and its end. */
static GuatuSpecialDays
rule_of (Form         *form,
         GuatuInstant  until)
{
  guint coming = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->coming));
  int period = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (form->period));
  GuatuException *rule = &form->rule;

  if (coming < GUATU_N_COMINGS)
    return guatu_recurring_rule (form->day, (GuatuComing) coming, period, until);

  return (GuatuSpecialDays) {
    .from = rule->from, .to = until != GUATU_NONE ? until : GUATU_INSTANT_MAX - GUATU_DAY, .name = "",
    .recurrence = rule->recurrence, .period = period, .weekdays = rule->weekdays, .month = rule->month,
    .month_day = rule->month_day, .place = rule->place, .item = rule->item,
  };
}

static void
coming_cb (Form *form)
{
  GuatuRecurrence recurrence = rule_of (form, GUATU_NONE).recurrence;

  /* Every second year is not something that calendars know. */
  gtk_widget_set_sensitive (form->period, recurrence != GUATU_RECUR_YEARLY_DAY
                                          && recurrence != GUATU_RECUR_YEARLY_PLACE);
}

static void
done_cb (GtkWidget *popover,
         Form      *form)
{
  GuatuHours hours[GUATU_MOST_STRETCHES];
  GtkEntry *until_entry = guatu_date_entry_get_entry (GUATU_DATE_ENTRY (form->until));
  const char *until_text = gtk_editable_get_text (GTK_EDITABLE (until_entry));
  GuatuInstant until = guatu_date_entry_get_day (GUATU_DATE_ENTRY (form->until));
  GuatuSpecialDays days = rule_of (form, until);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name))));
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb;

  days.name = name;
  days.works = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->worked));
  days.hours = hours;
  if (*until_text != '\0' && until == GUATU_NONE)
    {
      g_set_error (&error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("“%s” is no date."), until_text);
      guatu_form_popover_finish (GUATU_FORM_POPOVER (popover), form->until, error);
      return;
    }
  if (days.works
      && !guatu_hours_parse (gtk_editable_get_text (GTK_EDITABLE (form->hours)), hours, &days.n_hours, &error))
    {
      guatu_form_popover_finish (GUATU_FORM_POPOVER (popover), form->hours, error);
      return;
    }

  verb = guatu_calendar_verb_new (form->document);
  if (form->exception != 0)
    guatu_document_change_recurring (form->document, form->exception, &days, &error);
  else
    guatu_document_mark_days (form->document, form->calendar, &days, &error);
  guatu_calendar_verb_end (verb, popover, NULL);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (popover), NULL, error);
}

static Form *
make_form (GuatuDocument *document,
           gint64         calendar,
           GuatuInstant   day,
           const char    *button)
{
  g_autofree char *date = guatu_words_date (day);
  /* Translators: a date. */
  g_autofree char *title = g_strdup_printf (_("Comes Back from %s On"), date);
  GtkWidget *popover = guatu_form_popover_new (title);
  GuatuFormPopover *it = GUATU_FORM_POPOVER (popover);
  Form *form = g_new0 (Form, 1);

  form->popover = popover;

  form->document = g_object_ref (document);
  form->calendar = calendar;
  form->day = day;
  form->name = guatu_form_entry_new ("", _("Founding day, stocktaking, …"));
  form->coming = gtk_drop_down_new (G_LIST_MODEL (make_comings (day)), NULL);
  form->period = gtk_spin_button_new_with_range (1, 99, 1);
  form->until = guatu_date_entry_new ();
  /* The example of a date would look like an end that it has. */
  gtk_entry_set_placeholder_text (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (form->until)), _("without end"));
  form->worked = gtk_check_button_new_with_mnemonic (_("Is _worked"));
  form->hours = guatu_form_entry_new ("", _("usual hours"));
  guatu_form_popover_ask (it, _("Name"), form->name, FALSE);
  guatu_form_popover_ask (it, _("Comes back"), form->coming, FALSE);
  guatu_form_popover_ask (it, _("Only each nth time"), form->period, FALSE);
  guatu_form_popover_ask (it, _("Until"), form->until, FALSE);
  guatu_form_popover_add (it, form->worked);
  guatu_form_popover_ask (it, _("Hours"), form->hours, FALSE);
  guatu_form_popover_add_button (it, button);
  g_object_bind_property (form->worked, "active", form->hours, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (form->coming, "notify::selected", G_CALLBACK (coming_cb), form);
  coming_cb (form);
  guatu_form_popover_keep (it, form, form_free);
  g_signal_connect (popover, "done", G_CALLBACK (done_cb), form);

  return form;
}

GtkWidget *
guatu_recurring_form_new (GuatuDocument *document,
                          gint64         calendar,
                          GuatuInstant   day)
{
  return make_form (document, calendar, day, _("_Add"))->popover;
}

/* What comes back in a way that is not offered is offered all the same, since it is there. */
static void
show_coming (Form *form)
{
  guint coming = guatu_recurring_coming (&form->rule);
  GtkStringList *comings = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (form->coming)));
  GuatuException always = form->rule;
  g_autofree char *text = NULL;

  always.to = GUATU_INSTANT_MAX - GUATU_DAY;
  text = guatu_words_recurrence (&always);
  if (coming == GUATU_N_COMINGS)
    gtk_string_list_append (comings, text);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->coming), coming);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form->period), MAX (form->rule.period, 1));
  if (!GUATU_IS_ENDLESS (form->rule.to))
    guatu_date_entry_set_day (GUATU_DATE_ENTRY (form->until), form->rule.to);
}

GtkWidget *
guatu_recurring_form_new_for (GuatuDocument *document,
                              gint64         exception)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CALENDAR_EXCEPTION, exception);
  g_autoptr(GArray) hours = NULL;
  g_autofree char *worked = NULL;
  Form *form;

  if (row < 0)
    return NULL;

  form = make_form (document, 0, guatu_calendar_exception (plan, row).from, _("_Change"));
  form->exception = exception;
  form->rule = guatu_calendar_exception (plan, row);
  show_coming (form);
  hours = guatu_calendar_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, row);
  worked = guatu_hours_format ((const GuatuHours *) hours->data, hours->len);
  gtk_editable_set_text (GTK_EDITABLE (form->name),
                         guatu_plan_string (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->worked), hours->len > 0);
  gtk_editable_set_text (GTK_EDITABLE (form->hours), worked);

  return form->popover;
}
