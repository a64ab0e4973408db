/* guatu-task-form-pages.c — what stands on the pages of the task form, and where it leads to. */
#include "guatu-task-form-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-form-popover.h"
#include "guatu-task-words.h"

/* Ends a list of fields: no task's id is edited. */
#define END GUATU_TASK_ID

typedef enum
{
  PART_NONE,
  PART_PLACE,           /* what it is part of */
  PART_DATES,
  PART_LEDGERS,
  PART_LINKS,
  PART_FIXES,
  PART_ASSIGNMENTS,
  PART_CURVE,
  PART_KEY_NODES,
  PART_REPORTS,
  PART_TARGETS,
  PART_CUSTOM,
  PART_REPEATS,
} Part;

/* Groups of a page; a part of another kind comes behind the fields. */
static const struct
{
  const char *page;
  const char *title;
  Part        part;
  guint       fields[12];
} groups[] = {
  { "task", N_("What Is to Be Done"), PART_NONE,
    { GUATU_TASK_NAME, GUATU_TASK_OBJECTIVE, GUATU_TASK_MEASURES, GUATU_TASK_QUALITY_STANDARD, GUATU_TASK_NOTE, END } },
  { "task", N_("Place in the Plan"), PART_PLACE,
    { GUATU_TASK_WBS, GUATU_TASK_KIND, GUATU_TASK_IS_PROJECT, GUATU_TASK_STAGE, GUATU_TASK_ACTIVE, END } },
  { "task", N_("Ledgers"), PART_LEDGERS, { END } },
  { "task", N_("Importance"), PART_NONE, { GUATU_TASK_PRIORITY, GUATU_TASK_WEIGHT, END } },
  { "task", N_("Further"), PART_NONE, { GUATU_TASK_CONTACT, GUATU_TASK_HYPERLINK, END } },
  { "task", N_("Custom Fields"), PART_CUSTOM, { END } },
  { "schedule", N_("As Scheduled"), PART_DATES, { END } },
  { "schedule", N_("Duration"), PART_NONE,
    { GUATU_TASK_DURATION, GUATU_TASK_ESTIMATED, GUATU_TASK_MODE, GUATU_TASK_MANUAL_START, GUATU_TASK_MANUAL_FINISH,
      GUATU_TASK_START_TEXT, GUATU_TASK_FINISH_TEXT, GUATU_TASK_DURATION_TEXT, GUATU_TASK_CALENDAR,
      GUATU_TASK_IGNORE_RESOURCE_CALENDARS, GUATU_TASK_TYPE, END } },
  { "schedule", N_("Repeats"), PART_REPEATS, { END } },
  { "schedule", N_("Limits"), PART_NONE,
    { GUATU_TASK_CONSTRAINT, GUATU_TASK_CONSTRAINT_DATE, GUATU_TASK_DEADLINE, GUATU_TASK_AGREED_FINISH,
      GUATU_TASK_LEVELLING_DELAY, END } },
  { "links", N_("Links"), PART_LINKS, { END } },
  { "people", NULL, PART_FIXES, { END } },
  { "people", N_("Who Has Which Role"), PART_ASSIGNMENTS, { END } },
  { "progress", N_("Progress So Far"), PART_CURVE, { END } },
  { "progress", N_("Reports"), PART_REPORTS, { GUATU_TASK_REPORT_CYCLE, END } },
  { "progress", N_("Monthly Targets"), PART_TARGETS, { END } },
  { "progress", N_("Key Nodes"), PART_KEY_NODES, { END } },
  { "progress", N_("Actual Dates"), PART_NONE,
    { GUATU_TASK_ACTUAL_START, GUATU_TASK_ACTUAL_FINISH, GUATU_TASK_REMAINING, GUATU_TASK_STOP, GUATU_TASK_RESUME,
      END } },
  { "progress", N_("Work and Money"), PART_NONE,
    { GUATU_TASK_PLANNED_WORK, GUATU_TASK_ACTUAL_WORK, GUATU_TASK_PLANNED_INVESTMENT, GUATU_TASK_ACTUAL_INVESTMENT,
      END } },
  { "more", N_("As Imported"), PART_NONE,
    { GUATU_TASK_EXTERNAL, GUATU_TASK_SOURCE_UID, GUATU_TASK_RECORDED_START, GUATU_TASK_RECORDED_FINISH,
      GUATU_TASK_RECORDED_LATE_START, GUATU_TASK_RECORDED_LATE_FINISH, GUATU_TASK_SPAN, GUATU_TASK_BLANK_ROWS, END } },
};

static const struct { const char *name; const char *title; } pages[] = {
  { "task", NC_("page", "Task") }, { "schedule", NC_("page", "Schedule") }, { "links", NC_("page", "Links") },
  { "people", NC_("page", "People") }, { "progress", NC_("page", "Progress") }, { "more", NC_("page", "More") },
};

/* What it is part of --------------------------------------------------------------------------------- */

static void
parent_chosen_cb (GuatuTaskForm *self,
                  guint          table,
                  gint64         id,
                  GtkWidget     *chooser)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_task_form_document (self));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, self->task);
  gint32 parent = row >= 0 ? guatu_plan_task (plan, row)->parent : -1;
  g_autoptr(GError) error = NULL;

  /* Where it stands already it keeps its place among the others. */
  if (row < 0 || id == (parent >= 0 ? guatu_plan_id (plan, GUATU_TABLE_TASK, parent) : 0)
      || guatu_document_move_task (guatu_task_form_document (self), self->task, id, 0, &error))
    guatu_fact_row_pop_down (GUATU_FACT_ROW (self->parent_row));
  else
    guatu_chooser_complain (GUATU_CHOOSER (chooser), error->message);
}

static void
parent_activated_cb (GuatuTaskForm *self)
{
  GtkWidget *popover = guatu_form_popover_new (_("Part of")), *chooser = guatu_chooser_new (_("Tasks"));

  guatu_chooser_add (GUATU_CHOOSER (chooser), GUATU_TABLE_TASK, 0, _("Nothing: at the top level"), NULL);
  guatu_chooser_add_rows (GUATU_CHOOSER (chooser), guatu_document_get_plan (guatu_task_form_document (self)),
                          GUATU_TABLE_TASK);
  guatu_form_popover_add (GUATU_FORM_POPOVER (popover), chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (parent_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (chooser, "given-up", G_CALLBACK (gtk_popover_popdown), popover);
  guatu_fact_row_pop_up (GUATU_FACT_ROW (self->parent_row), popover);
}

/* Building ------------------------------------------------------------------------------------------- */

static GtkWidget *
new_list (GuatuTaskForm *self,
          const char    *label,
          GCallback      activated)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "form-facts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (activated != NULL)
    g_signal_connect_swapped (list, "row-activated", activated, self);

  return list;
}

static GtkWidget *
new_fact (GtkWidget  *list,
          const char *label)
{
  GtkWidget *row = guatu_fact_row_new (label);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
date_activated_cb (GuatuTaskForm *self,
                   GtkListBoxRow *row)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_task_form_document (self));
  const GuatuSchedule *schedule = guatu_document_get_schedule (guatu_task_form_document (self));
  gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, self->task), other;
  GuatuDriver driver;

  if (task < 0)
    return;
  driver = guatu_schedule_driver (schedule, task);
  other = GTK_WIDGET (row) == self->start ? driver.task : guatu_task_last_part (plan, schedule, task);
  if (other >= 0)
    guatu_task_form_visit (self, guatu_plan_id (plan, GUATU_TABLE_TASK, other));
}

static void
fix_cb (GuatuTaskForm *self,
        guint          fix)
{
  switch ((GuatuFixes) fix)
    {
    case GUATU_FIX_MATTER:
      guatu_task_form_go_to (self, GUATU_TASK_NAME);
      break;
    case GUATU_FIX_GOAL:
      guatu_task_form_go_to (self, GUATU_TASK_OBJECTIVE);
      break;
    case GUATU_FIX_DEADLINE:
      guatu_task_form_go_to (self, GUATU_TASK_DEADLINE);
      break;
    case GUATU_FIX_PERSON:
    case GUATU_FIX_RESPONSIBILITY:
    case GUATU_ALL_FIXES:
    default:
      guatu_assignment_list_add (GUATU_ASSIGNMENT_LIST (self->assignments),
                                 fix == GUATU_FIX_RESPONSIBILITY ? GUATU_ROLE_LEAD_UNIT
                                                                 : GUATU_ROLE_RESPONSIBLE_PERSON);
      break;
    }
}

static GtkWidget *
new_curve (GuatuTaskForm *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->curve = guatu_progress_curve_new ();
  gtk_widget_add_css_class (card, "part-card");
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), self->curve);

  return card;
}

static GtkWidget *
new_dates (GuatuTaskForm *self)
{
  GtkWidget *list = new_list (self, _("As Scheduled"), G_CALLBACK (date_activated_cb));

  self->start = new_fact (list, _("Start"));
  self->finish = new_fact (list, _("Finish"));
  self->float_row = new_fact (list, _("Float"));
  guatu_fact_row_set_tall (GUATU_FACT_ROW (self->start), TRUE);
  guatu_fact_row_set_tall (GUATU_FACT_ROW (self->finish), TRUE);

  return list;
}

static GtkWidget *
in_card (GtkWidget *widget)
{
  gtk_widget_add_css_class (widget, "card");
  return widget;
}

static GtkWidget *
new_part (GuatuTaskForm *self,
          Part           part)
{
  GuatuDocument *document = guatu_task_form_document (self);
  GtkWidget *list;

  switch (part)
    {
    case PART_PLACE:
      list = new_list (self, _("Place in the Plan"), G_CALLBACK (parent_activated_cb));
      self->parent_row = new_fact (list, _("Part of"));
      return list;
    case PART_DATES:
      return new_dates (self);
    case PART_LEDGERS:
      return self->ledgers = guatu_ledger_list_new (document);
    case PART_LINKS:
      self->links = guatu_link_list_new (document);
      g_signal_connect_swapped (self->links, "go", G_CALLBACK (guatu_task_form_visit), self);
      return in_card (self->links);
    case PART_FIXES:
      self->fixes = guatu_fixes_card_new ();
      g_signal_connect_swapped (self->fixes, "go", G_CALLBACK (fix_cb), self);
      return in_card (self->fixes);
    case PART_ASSIGNMENTS:
      return in_card (self->assignments = guatu_assignment_list_new (document));
    case PART_CURVE:
      return new_curve (self);
    case PART_KEY_NODES:
      return in_card (self->key_nodes = guatu_key_node_list_new (document));
    case PART_REPORTS:
      return in_card (self->reports = guatu_report_list_new (document));
    case PART_TARGETS:
      return in_card (self->targets = guatu_target_list_new (document));
    case PART_CUSTOM:
      return self->custom = guatu_custom_list_new (document);
    case PART_REPEATS:
      return in_card (self->repeats = guatu_repeat_list_new (document));
    case PART_NONE:
    default:
      return NULL;
    }
}

static GtkWidget *
new_group (GuatuTaskForm *self,
           guint          i)
{
  GtkWidget *group = adw_preferences_group_new (), *part = new_part (self, groups[i].part);

  if (groups[i].title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(groups[i].title));
  if (g_str_equal (groups[i].page, "more"))
    self->imported = group;
  if (part != NULL)
    {
      gtk_widget_set_margin_top (part, *groups[i].fields != END ? 12 : 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), part);
    }
  for (const guint *field = groups[i].fields; *field != END; field++)
    {
      self->rows[*field] = guatu_field_row_new (guatu_task_form_document (self), *field);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[*field]);
    }

  return group;
}

void
guatu_task_form_add_pages (GuatuTaskForm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = adw_preferences_page_new ();

      for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
        if (g_str_equal (groups[k].page, pages[i].name))
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (new_group (self, k)));
      gtk_stack_add_titled (self->pages, page, pages[i].name, g_dpgettext2 (GETTEXT_PACKAGE, "page", pages[i].title));
    }
}
