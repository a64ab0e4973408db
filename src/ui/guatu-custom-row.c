/* guatu-custom-row.c — shows what a field is, and makes verbs of what is typed and clicked. */
#include "guatu-custom-row.h"

#include <glib/gi18n-lib.h>

#include "guatu-custom-value.h"
#include "guatu-form-popover.h"

struct _GuatuCustomRow
{
  AdwExpanderRow  parent_instance;

  GtkWidget      *up;
  GtkWidget      *down;
  GtkWidget      *delete;
  GtkWidget      *name;
  AdwComboRow    *kind;
  GPtrArray      *rows;             /* of the choices; borrowed */
  GtkWidget      *more;             /* where another choice is typed */

  GuatuDocument  *document;
  gint64          field;
  GStrv           choices;          /* as they are shown */
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (GuatuCustomRow, guatu_custom_row, ADW_TYPE_EXPANDER_ROW)

#define PLACE "guatu-choice"

static guint failed_signal, delete_signal;

/* Verbs ---------------------------------------------------------------------------------------------- */

static gint32
row_of (GuatuCustomRow *self)
{
  return guatu_plan_find (guatu_document_get_plan (self->document), GUATU_TABLE_CUSTOM_FIELD, self->field);
}

/* The field as it is, with its choices and what they are called now. */
static gboolean
change (GuatuCustomRow     *self,
        const char         *name,
        GuatuCustomKind     kind,
        const char * const *choices,
        const char * const *befores)
{
  GuatuCustom wish = { .name = name, .kind = kind, .choices = choices, .befores = befores };
  g_autoptr(GError) error = NULL;

  if (guatu_document_change_custom (self->document, self->field, &wish, &error))
    return TRUE;
  g_signal_emit (self, failed_signal, 0, error->message);

  return FALSE;
}

static char *
name_now (GuatuCustomRow *self)
{
  return g_strdup (guatu_plan_string (guatu_document_get_plan (self->document), GUATU_TABLE_CUSTOM_FIELD, row_of (self),
                                      GUATU_CUSTOM_FIELD_NAME));
}

static GuatuCustomKind
kind_now (GuatuCustomRow *self)
{
  return (GuatuCustomKind) guatu_plan_number (guatu_document_get_plan (self->document), GUATU_TABLE_CUSTOM_FIELD,
                                              row_of (self), GUATU_CUSTOM_FIELD_KIND);
}

static void
change_choices (GuatuCustomRow *self,
                GPtrArray      *choices,
                GPtrArray      *befores)
{
  g_autofree char *name = name_now (self);

  g_ptr_array_add (choices, NULL);
  g_ptr_array_add (befores, NULL);
  if (!change (self, name, kind_now (self), (const char * const *) choices->pdata,
               (const char * const *) befores->pdata))
    guatu_custom_row_update (self);
}

/* Choice @from stands at @to from now on; nowhere, where @to is not among them. */
static void
move_choice (GuatuCustomRow *self,
             int             from,
             int             to)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new (), befores = g_ptr_array_new ();
  int n = (int) g_strv_length (self->choices);

  for (int i = 0; i < n; i++)
    if (i != from)
      g_ptr_array_add (choices, self->choices[i]);
  if (to >= 0 && to < n)
    g_ptr_array_insert (choices, to, self->choices[from]);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (befores, choices->pdata[i]);
  change_choices (self, choices, befores);
}

static int
place_of (GtkWidget *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), PLACE));
}

static void
up_cb (GuatuCustomRow *self,
       GtkWidget      *button)
{
  int place = place_of (button);

  if (place > 0)
    move_choice (self, place, place - 1);
}

static void
remove_cb (GuatuCustomRow *self,
           GtkWidget      *button)
{
  move_choice (self, place_of (button), -1);
}

static void
renamed_cb (GuatuCustomRow *self,
            GtkWidget      *row)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new (), befores = g_ptr_array_new ();
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  int place = place_of (row);

  for (int i = 0; self->choices[i] != NULL; i++)
    {
      g_ptr_array_add (choices, (gpointer) (i == place ? text : self->choices[i]));
      g_ptr_array_add (befores, self->choices[i]);
    }
  change_choices (self, choices, befores);
}

static void
more_cb (GuatuCustomRow *self)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new (), befores = g_ptr_array_new ();
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->more))));

  if (*text == '\0')
    return;
  for (int i = 0; self->choices[i] != NULL; i++)
    {
      g_ptr_array_add (choices, self->choices[i]);
      g_ptr_array_add (befores, self->choices[i]);
    }
  g_ptr_array_add (choices, text);
  g_ptr_array_add (befores, (gpointer) "");
  gtk_editable_set_text (GTK_EDITABLE (self->more), "");
  change_choices (self, choices, befores);
  gtk_widget_grab_focus (self->more);
}

static void
name_cb (GuatuCustomRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (!change (self, name, kind_now (self), (const char * const *) self->choices, NULL))
    guatu_custom_row_update (self);
}

static void
kind_cb (GuatuCustomRow *self)
{
  g_autofree char *name = NULL;

  if (self->updating || row_of (self) < 0)
    return;
  name = name_now (self);
  if (!change (self, name, (GuatuCustomKind) adw_combo_row_get_selected (self->kind),
               (const char * const *) self->choices, NULL))
    guatu_custom_row_update (self);
}

static void
move (GuatuCustomRow *self,
      int             step)
{
  g_autoptr(GError) error = NULL;

  if (!guatu_document_move_custom (self->document, self->field, step, &error))
    g_signal_emit (self, failed_signal, 0, error->message);
}

static void
move_up_cb (GuatuCustomRow *self)
{
  move (self, -1);
}

static void
move_down_cb (GuatuCustomRow *self)
{
  move (self, 1);
}

static void
delete_cb (GuatuCustomRow *self)
{
  g_signal_emit (self, delete_signal, 0);
}

/* Showing -------------------------------------------------------------------------------------------- */

static GtkWidget *
new_button (const char     *icon,
            const char     *label,
            GCallback       clicked,
            GuatuCustomRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_entry (const char     *title,
           GCallback       apply,
           GuatuCustomRow *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (row, "apply", apply, self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_choice (GuatuCustomRow *self,
            guint           place)
{
  g_autofree char *title = g_strdup_printf (_("Choice %u"), place + 1);
  GtkWidget *row = new_entry (title, G_CALLBACK (renamed_cb), self);
  GtkWidget *up = new_button ("go-up-symbolic", _("Move Up"), G_CALLBACK (up_cb), self);
  GtkWidget *remove = new_button ("list-remove-symbolic", _("Remove Choice"), G_CALLBACK (remove_cb), self);
  GtkWidget *parts[] = { row, up, remove };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_set_data (G_OBJECT (parts[i]), PLACE, GINT_TO_POINTER ((int) place));
  gtk_widget_set_sensitive (up, place > 0);
  gtk_editable_set_text (GTK_EDITABLE (row), self->choices[place]);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), up);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/* A row that tells of an edit may be among those that go. */
static void
show_choices (GuatuCustomRow *self)
{
  g_auto(GStrv) choices = guatu_custom_choices (guatu_document_get_plan (self->document), row_of (self));
  gboolean choice = kind_now (self) == GUATU_CUSTOM_CHOICE;
  guint n = choice ? g_strv_length (choices) : 0;
  gboolean same = self->choices != NULL && n == self->rows->len
                  && g_strv_equal ((const char * const *) self->choices, (const char * const *) choices);

  gtk_widget_set_visible (self->more, choice);
  if (same)
    {
      for (guint i = 0; i < n; i++)
        gtk_editable_set_text (self->rows->pdata[i], choices[i]);
      return;
    }
  g_strfreev (self->choices);
  self->choices = g_steal_pointer (&choices);
  for (guint i = 0; i < self->rows->len; i++)
    {
      guatu_keep_for_now (self->rows->pdata[i]);
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->more);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->more);
  for (guint i = 0; i < n; i++)
    add_choice (self, i);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->more);
  g_object_unref (self->more);
}

static char *
use_text (GuatuCustomRow *self,
          GuatuCustomKind kind)
{
  const GuatuChoice *kinds = guatu_field (GUATU_TABLE_CUSTOM_FIELD, GUATU_CUSTOM_FIELD_KIND)->choices;
  g_autofree char *uses = NULL;
  guint n;

  guatu_plan_referrers (guatu_document_get_plan (self->document), GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_FIELD,
                        row_of (self), &n);
  if (n == 0)
    return g_strdup (_(kinds[kind].label));
  uses = g_strdup_printf (ngettext ("filled in for %u task", "filled in for %u tasks", n), n);

  /* Translators: what a field is, and of how many tasks it says something. */
  return g_strdup_printf (_("%s · %s"), _(kinds[kind].label), uses);
}

void
guatu_custom_row_update (GuatuCustomRow *self)
{
  gint32 row;
  g_autofree char *name = NULL, *escaped = NULL, *uses = NULL;
  GuatuCustomKind kind;
  gboolean fixed;

  g_return_if_fail (GUATU_IS_CUSTOM_ROW (self));

  row = row_of (self);
  if (row < 0)
    return;
  name = name_now (self);
  escaped = g_markup_escape_text (name, -1);
  kind = kind_now (self);
  uses = use_text (self, kind);
  fixed = guatu_document_get_read_only_reason (self->document) != NULL;
  self->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), uses);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  adw_combo_row_set_selected (self->kind, kind);
  show_choices (self);
  for (GtkWidget **part = (GtkWidget *[]) { self->up, self->down, self->delete, self->name, GTK_WIDGET (self->kind),
                                            self->more, NULL }; *part != NULL; part++)
    gtk_widget_set_sensitive (*part, !fixed);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_sensitive (self->rows->pdata[i], !fixed);
  self->updating = FALSE;
}

gint64
guatu_custom_row_get_field (GuatuCustomRow *self)
{
  g_return_val_if_fail (GUATU_IS_CUSTOM_ROW (self), 0);

  return self->field;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_custom_row_dispose (GObject *object)
{
  GuatuCustomRow *self = GUATU_CUSTOM_ROW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_strfreev);

  G_OBJECT_CLASS (guatu_custom_row_parent_class)->dispose (object);
}

static void
guatu_custom_row_class_init (GuatuCustomRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_custom_row_dispose;

  failed_signal = g_signal_new ("failed", GUATU_TYPE_CUSTOM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  delete_signal = g_signal_new ("delete", GUATU_TYPE_CUSTOM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
}

static void
guatu_custom_row_init (GuatuCustomRow *self)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_CUSTOM_FIELD, GUATU_CUSTOM_FIELD_KIND);
  GtkStringList *kinds = gtk_string_list_new (NULL);

  for (const GuatuChoice *choice = info->choices; choice->name != NULL; choice++)
    gtk_string_list_append (kinds, _(choice->label));
  self->rows = g_ptr_array_new ();
  self->up = new_button ("go-up-symbolic", _("Move Up"), G_CALLBACK (move_up_cb), self);
  self->down = new_button ("go-down-symbolic", _("Move Down"), G_CALLBACK (move_down_cb), self);
  self->delete = new_button ("user-trash-symbolic", _("Delete Field"), G_CALLBACK (delete_cb), self);
  /* The last one comes first. */
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->delete);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->down);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->up);
  self->name = new_entry (_("Name"), G_CALLBACK (name_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->name);
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), _(info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->label), -1);
  self->updating = TRUE;
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  self->updating = FALSE;
  g_object_unref (kinds);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->kind));
  self->more = new_entry (_("New choice"), G_CALLBACK (more_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->more);
}

GtkWidget *
guatu_custom_row_new (GuatuDocument *document,
                      gint64         field)
{
  GuatuCustomRow *self = g_object_new (GUATU_TYPE_CUSTOM_ROW, NULL);

  self->document = g_object_ref (document);
  self->field = field;
  guatu_custom_row_update (self);

  return GTK_WIDGET (self);
}
