/* guatu-field-filter.c — widgets for each field by its kind, and the conditions that they show. */
#include "guatu-field-filter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-custom-value.h"
#include "guatu-date-entry.h"

#define CHOICE "guatu-choice"

/* What is asked of one field; what its kind does not ask is %NULL. */
typedef struct
{
  gint64     field;
  GtkWidget *text;
  GtkWidget *from;
  GtkWidget *to;
  GPtrArray *checks;            /* borrowed */
} Item;

struct _GuatuFieldFilter
{
  GtkWidget  parent_instance;

  GtkWidget *grid;
  GtkSizeGroup *names;
  GPtrArray *items;
  char      *said;              /* which fields there are widgets for */
  gboolean   updating;
};

G_DEFINE_FINAL_TYPE (GuatuFieldFilter, guatu_field_filter, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->checks, g_ptr_array_unref);
  g_free (item);
}

/* Taking --------------------------------------------------------------------------------------------- */

/* What is no number, yet, is no bound; it looks so. */
static double
number_in (GtkWidget       *entry,
           const GuatuPlan *plan,
           gint32           field)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *value = NULL;
  double number = NAN;

  if (*text == '\0')
    gtk_widget_remove_css_class (entry, "error");
  else if (guatu_custom_value_read (plan, field, text, &value, NULL)
           && guatu_custom_value_number (plan, field, value, &number))
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");

  return number;
}

/* Whole days, the last one included. */
static double
bound_in (GtkWidget       *widget,
          const GuatuPlan *plan,
          gint32           field,
          gboolean         end)
{
  GuatuInstant day;

  if (!GUATU_IS_DATE_ENTRY (widget))
    return number_in (widget, plan, field);
  day = guatu_date_entry_get_day (GUATU_DATE_ENTRY (widget));

  return day == GUATU_NONE ? NAN : (double) (end ? day + GUATU_DAY - 1 : day);
}

static char **
checked_in (const Item *item)
{
  g_autoptr(GStrvBuilder) choices = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < item->checks->len; i++)
    if (gtk_check_button_get_active (item->checks->pdata[i]))
      g_strv_builder_add (choices, g_object_get_data (item->checks->pdata[i], CHOICE));
  list = g_strv_builder_end (choices);

  return list[0] != NULL ? g_steal_pointer (&list) : NULL;
}

static GuatuFieldCondition *
condition_in (const Item      *item,
              const GuatuPlan *plan)
{
  GuatuFieldCondition *condition = guatu_field_condition_new (item->field);
  gint32 field = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, item->field);

  if (field >= 0 && item->text != NULL && *gtk_editable_get_text (GTK_EDITABLE (item->text)) != '\0')
    condition->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (item->text)));
  if (field >= 0 && item->from != NULL)
    {
      condition->from = bound_in (item->from, plan, field, FALSE);
      condition->to = bound_in (item->to, plan, field, TRUE);
    }
  if (field >= 0 && item->checks != NULL)
    condition->choices = checked_in (item);

  return condition;
}

static gboolean
says_something (const GuatuFieldCondition *condition)
{
  return condition->text != NULL || condition->choices != NULL || !isnan (condition->from) || !isnan (condition->to);
}

GPtrArray *
guatu_field_filter_take (GuatuFieldFilter *self,
                         const GuatuPlan  *plan)
{
  g_autoptr(GPtrArray) conditions = guatu_field_conditions_new ();

  g_return_val_if_fail (GUATU_IS_FIELD_FILTER (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      GuatuFieldCondition *condition = condition_in (self->items->pdata[i], plan);

      if (says_something (condition))
        g_ptr_array_add (conditions, condition);
      else
        guatu_field_condition_free (condition);
    }

  return conditions->len > 0 ? g_steal_pointer (&conditions) : NULL;
}

/* Filling -------------------------------------------------------------------------------------------- */

static gboolean
same_bound (double a,
            double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

static gboolean
is_same (const GuatuFieldCondition *a,
         const GuatuFieldCondition *b)
{
  const char * const none[] = { NULL };

  return g_strcmp0 (a->text, b->text) == 0 && same_bound (a->from, b->from) && same_bound (a->to, b->to)
         && g_strv_equal (a->choices != NULL ? (const char * const *) a->choices : none,
                          b->choices != NULL ? (const char * const *) b->choices : none);
}

static void
fill_bound (GtkWidget       *widget,
            const GuatuPlan *plan,
            gint32           field,
            double           bound)
{
  gint64 kind = guatu_plan_number (plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_KIND);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  g_autofree char *text = NULL;

  if (GUATU_IS_DATE_ENTRY (widget))
    {
      GuatuInstant t = isnan (bound) ? GUATU_NONE : (GuatuInstant) bound;

      guatu_date_entry_set_day (GUATU_DATE_ENTRY (widget), t == GUATU_NONE ? t : t - guatu_instant_daytime (t));
      return;
    }
  if (!isnan (bound) && kind == GUATU_CUSTOM_DURATION)
    text = guatu_duration_format ((GuatuDuration) { (gint64) bound, GUATU_UNIT_DAY, FALSE }, &rates);
  else if (!isnan (bound))
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      text = g_strdup (g_ascii_formatd (number, sizeof number, "%.12g", bound));
    }
  gtk_editable_set_text (GTK_EDITABLE (widget), text != NULL ? text : "");
  gtk_widget_remove_css_class (widget, "error");
}

static void
fill (const Item                *item,
      const GuatuPlan           *plan,
      const GuatuFieldCondition *condition)
{
  gint32 field = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, item->field);

  if (item->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (item->text), condition->text != NULL ? condition->text : "");
  if (item->from != NULL)
    {
      fill_bound (item->from, plan, field, condition->from);
      fill_bound (item->to, plan, field, condition->to);
    }
  for (guint i = 0; item->checks != NULL && i < item->checks->len; i++)
    gtk_check_button_set_active (item->checks->pdata[i],
                                 condition->choices != NULL
                                 && g_strv_contains ((const char * const *) condition->choices,
                                                     g_object_get_data (item->checks->pdata[i], CHOICE)));
}

/* Building ------------------------------------------------------------------------------------------- */

static void
changed_cb (GuatuFieldFilter *self)
{
  if (!self->updating)
    g_signal_emit (self, changed_signal, 0);
}

static void
call (GtkWidget  *widget,
      GtkWidget  *label,
      const char *more)
{
  g_autofree char *name = more == NULL ? NULL
                                       /* Translators: a field, and which bound of it: Amount, from */
                                       : g_strdup_printf (_("%s, %s"), gtk_label_get_text (GTK_LABEL (label)), more);

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static GtkWidget *
new_bound (GuatuFieldFilter *self,
           gboolean          date,
           const char       *hint,
           GtkWidget        *label)
{
  GtkWidget *widget = date ? guatu_date_entry_new () : gtk_entry_new ();
  GtkEntry *entry = date ? guatu_date_entry_get_entry (GUATU_DATE_ENTRY (widget)) : GTK_ENTRY (widget);

  gtk_entry_set_placeholder_text (entry, hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_hexpand (widget, TRUE);
  call (GTK_WIDGET (entry), label, hint);
  g_signal_connect_swapped (widget, date ? "picked" : "changed", G_CALLBACK (changed_cb), self);

  return widget;
}

static GtkWidget *
new_span (GuatuFieldFilter *self,
          Item             *item,
          gboolean          date,
          GtkWidget        *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  item->from = new_bound (self, date, _("from"), label);
  item->to = new_bound (self, date, _("to"), label);
  gtk_box_append (GTK_BOX (box), item->from);
  gtk_box_append (GTK_BOX (box), item->to);

  return box;
}

static void
add_check (GuatuFieldFilter *self,
           Item             *item,
           GtkWidget        *box,
           const char       *choice,
           const char       *title)
{
  GtkWidget *check = gtk_check_button_new_with_label (title);

  g_object_set_data_full (G_OBJECT (check), CHOICE, g_strdup (choice), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed_cb), self);
  gtk_grid_attach (GTK_GRID (box), check, (int) item->checks->len % 2, (int) item->checks->len / 2, 1, 1);
  g_ptr_array_add (item->checks, check);
}

static GtkWidget *
new_checks (GuatuFieldFilter *self,
            Item             *item,
            GuatuCustomKind   kind,
            char            **choices,
            GtkWidget        *label)
{
  GtkWidget *box = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (box), 18);
  gtk_grid_set_row_spacing (GTK_GRID (box), 2);
  item->checks = g_ptr_array_new ();
  if (kind == GUATU_CUSTOM_FLAG)
    {
      add_check (self, item, box, "1", C_("answer", "Yes"));
      add_check (self, item, box, "0", C_("answer", "No"));
    }
  for (guint i = 0; kind == GUATU_CUSTOM_CHOICE && choices[i] != NULL; i++)
    add_check (self, item, box, choices[i], choices[i]);
  add_check (self, item, box, "", _("Not said"));
  call (box, label, NULL);

  return box;
}

static GtkWidget *
new_text (GuatuFieldFilter *self,
          Item             *item,
          GtkWidget        *label)
{
  item->text = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (item->text), _("contains"));
  call (item->text, label, NULL);
  g_signal_connect_swapped (item->text, "changed", G_CALLBACK (changed_cb), self);

  return item->text;
}

static void
add_item (GuatuFieldFilter *self,
          const GuatuPlan  *plan,
          gint32            field)
{
  GuatuCustomKind kind = (GuatuCustomKind) guatu_plan_number (plan, GUATU_TABLE_CUSTOM_FIELD, field,
                                                              GUATU_CUSTOM_FIELD_KIND);
  g_auto(GStrv) choices = guatu_custom_choices (plan, field);
  GtkWidget *label = gtk_label_new (guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, field,
                                                       GUATU_CUSTOM_FIELD_NAME));
  Item *item = g_new0 (Item, 1);
  GtkWidget *widget;

  item->field = guatu_plan_id (plan, GUATU_TABLE_CUSTOM_FIELD, field);
  if (kind == GUATU_CUSTOM_FLAG || (kind == GUATU_CUSTOM_CHOICE && choices[0] != NULL))
    widget = new_checks (self, item, kind, choices, label);
  else if (kind == GUATU_CUSTOM_TEXT || kind == GUATU_CUSTOM_CHOICE)
    widget = new_text (self, item, label);
  else
    widget = new_span (self, item, kind == GUATU_CUSTOM_DATE, label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_size_group_add_widget (self->names, label);
  gtk_widget_set_valign (label, item->checks != NULL ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) self->items->len, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), widget, 1, (int) self->items->len, 1, 1);
  g_ptr_array_add (self->items, item);
}

static char *
tell (const GuatuPlan *plan,
      const gint32    *fields,
      guint            n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    for (guint field = 0; field < GUATU_CUSTOM_FIELD_N_FIELDS; field++)
      {
        GuatuValue value = guatu_plan_get (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], field);

        if (value.kind == GUATU_VALUE_TEXT)
          g_string_append (text, value.text);
        else if (value.kind == GUATU_VALUE_INTEGER)
          g_string_append_printf (text, "%" G_GINT64_FORMAT, value.integer);
        g_string_append_c (text, '\1');
      }

  return g_string_free (text, FALSE);
}

void
guatu_field_filter_show (GuatuFieldFilter *self,
                         const GuatuPlan  *plan,
                         const GPtrArray  *conditions)
{
  g_autofree GuatuFieldCondition *none = guatu_field_condition_new (0);
  g_autofree gint32 *fields = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_return_if_fail (GUATU_IS_FIELD_FILTER (self));

  fields = guatu_custom_fields (plan, &n);
  text = tell (plan, fields, n);
  self->updating = TRUE;
  if (g_strcmp0 (text, self->said) != 0)
    {
      GtkWidget *child;

      g_free (self->said);
      self->said = g_steal_pointer (&text);
      g_ptr_array_set_size (self->items, 0);
      while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
        gtk_grid_remove (GTK_GRID (self->grid), child);
      for (guint i = 0; i < n; i++)
        add_item (self, plan, fields[i]);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = self->items->pdata[i];
      const GuatuFieldCondition *wished = guatu_field_conditions_find (conditions, item->field);
      GuatuFieldCondition *shown = condition_in (item, plan);

      if (!is_same (shown, wished != NULL ? wished : none))
        fill (item, plan, wished != NULL ? wished : none);
      guatu_field_condition_free (shown);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  self->updating = FALSE;
}

void
guatu_field_filter_align (GuatuFieldFilter *self,
                          GtkWidget        *label)
{
  g_return_if_fail (GUATU_IS_FIELD_FILTER (self));

  gtk_size_group_add_widget (self->names, label);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_field_filter_dispose (GObject *object)
{
  GuatuFieldFilter *self = GUATU_FIELD_FILTER (object);

  self->updating = TRUE;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->said, g_free);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (guatu_field_filter_parent_class)->dispose (object);
}

static void
guatu_field_filter_class_init (GuatuFieldFilterClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_field_filter_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);

  changed_signal = g_signal_new ("changed", GUATU_TYPE_FIELD_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
guatu_field_filter_init (GuatuFieldFilter *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 9);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
guatu_field_filter_new (void)
{
  return g_object_new (GUATU_TYPE_FIELD_FILTER, NULL);
}
