/* guatu-import-dialog-choices.c — how a task list is encoded and separated, what its columns are, where tasks go. */
#include "guatu-import-dialog-private.h"

#include <glib/gi18n.h>

#include "guatu-language.h"
#include "guatu-quotes.h"

/* Columns that can be said something of. */
#define MAX_COLUMNS 80

static const struct { char separator; const char *label; } separators[] = {
  { ',', N_("Comma") }, { ';', N_("Semicolon") }, { '\t', N_("Tab") }, { '|', N_("Vertical line") },
};

static void
take_fields (GuatuImportDialog *self)
{
  guint n = guatu_csv_look_n_columns (self->imported->look);

  if (self->fields != NULL)
    return;
  self->fields = g_array_sized_new (FALSE, FALSE, sizeof (int), n);
  g_array_append_vals (self->fields, guatu_csv_look_fields (self->imported->look), n);
}

/* Another encoding or separator makes other columns. */
static void
encoding_cb (AdwComboRow       *row,
             GParamSpec        *pspec,
             GuatuImportDialog *self)
{
  if (self->showing)
    return;
  self->encoding = guatu_csv_encodings ()[adw_combo_row_get_selected (row)];
  g_clear_pointer (&self->fields, g_array_unref);
  guatu_import_dialog_read (self);
}

static void
separator_cb (AdwComboRow       *row,
              GParamSpec        *pspec,
              GuatuImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->showing || selected >= G_N_ELEMENTS (separators))
    return;
  self->separator = separators[selected].separator;
  g_clear_pointer (&self->fields, g_array_unref);
  guatu_import_dialog_read (self);
}

/* What a column can be, in the order of the list. */
#define N_OTHER 3
static const int others[N_OTHER] = { GUATU_CSV_LEFT_OUT, GUATU_CSV_PROJECT_COLUMN, GUATU_CSV_CUSTOM_COLUMN };

/* A field is of one column: the other is left out. */
static void
column_cb (AdwComboRow       *row,
           GParamSpec        *pspec,
           GuatuImportDialog *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  int selected = (int) adw_combo_row_get_selected (row);
  int field = selected < N_OTHER ? others[selected] : selected - N_OTHER;

  if (self->showing || self->imported == NULL || self->imported->look == NULL)
    return;
  take_fields (self);
  for (guint i = 0; i < self->fields->len; i++)
    if (field != GUATU_CSV_LEFT_OUT && field != GUATU_CSV_CUSTOM_COLUMN &&
        g_array_index (self->fields, int, i) == field)
      g_array_index (self->fields, int, i) = GUATU_CSV_LEFT_OUT;
  if (column < self->fields->len)
    g_array_index (self->fields, int, column) = field;
  guatu_import_dialog_read (self);
}

/* A row shows no more than 20 characters of what is chosen on its own. */
#define MOST_CHARACTERS 44

static void
set_up_chosen_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARACTERS);
  gtk_list_item_set_child (item, label);
}

/* What does not fit even so can be read when pointed at. */
static void
bind_chosen_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > MOST_CHARACTERS / 2 ? text : NULL);
}

/* The list that opens stays as it is. */
static void
give_room (AdwComboRow *row)
{
  g_autoptr(GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (set_up_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, chosen);
}

static GtkWidget *
new_choice (const char         *title,
            const char         *subtitle,
            const char * const *labels,
            guint               selected)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (labels);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", title, "model", names, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  give_room (ADW_COMBO_ROW (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

static GtkWidget *
new_encoding (GuatuImportDialog *self)
{
  const char * const *encodings = guatu_csv_encodings ();
  guint selected = 0;
  GtkWidget *row;

  for (guint i = 0; encodings[i] != NULL; i++)
    if (g_strcmp0 (encodings[i], guatu_csv_look_encoding (self->imported->look)) == 0)
      selected = i;
  row = new_choice (_("Encoding"), self->encoding == NULL ? _("Found out; choose another where the text reads wrong")
                                                          : NULL, encodings, selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (encoding_cb), self);
  return row;
}

static GtkWidget *
new_separator (GuatuImportDialog *self)
{
  const char *labels[G_N_ELEMENTS (separators) + 1] = { NULL };
  guint selected = GTK_INVALID_LIST_POSITION;
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      labels[i] = _(separators[i].label);
      if (separators[i].separator == guatu_csv_look_separator (self->imported->look))
        selected = i;
    }
  row = new_choice (_("Between cells"), NULL, labels, selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (separator_cb), self);
  return row;
}

/* On one line, and not beyond what a row has room for. */
static char *
shorten (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *part = g_utf8_substring (text, 0, MIN (length, 60));

  g_strdelimit (part, "\r\n\t", ' ');
  return length > 60 ? g_strconcat (part, "…", NULL) : g_steal_pointer (&part);
}

/* In the list of what a column can be. */
static guint
place_of (int field)
{
  for (guint i = 0; i < N_OTHER; i++)
    if (others[i] == field)
      return i;
  return (guint) field + N_OTHER;
}

static GtkWidget *
new_columns (GuatuImportDialog *self)
{
  const GuatuCsvLook *look = self->imported->look;
  gboolean chinese = g_str_has_prefix (guatu_language_of_reader (), "zh");
  GtkWidget *all = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _("Columns"), "subtitle",
                                 _("What each column of the file is"), NULL);
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < N_OTHER; i++)
    g_ptr_array_add (labels, (gpointer) guatu_csv_field_label (others[i], chinese));
  for (guint field = 0; field < guatu_csv_n_fields (); field++)
    g_ptr_array_add (labels, (gpointer) guatu_csv_field_label ((int) field, chinese));
  g_ptr_array_add (labels, NULL);

  for (guint i = 0; i < MIN (guatu_csv_look_n_columns (look), MAX_COLUMNS); i++)
    {
      const char *header = guatu_csv_look_header (look, i);
      g_autofree char *number = g_strdup_printf (_("Column %u"), i + 1);
      int field = guatu_csv_look_fields (look)[i];
      guint selected = place_of (field);
      g_autofree char *example = shorten (guatu_csv_look_example (look, i));
      g_autofree char *title = shorten (header[0] != '\0' ? header : number);
      GtkWidget *row = new_choice (title, example, (const char * const *) labels->pdata, selected);

      g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (i));
      g_signal_connect (row, "notify::selected", G_CALLBACK (column_cb), self);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (all), row);
    }
  /* Where nobody knows which column names the tasks the reader is to say. */
  if (self->fields != NULL || self->imported->plan == NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (all), TRUE);
  return all;
}

void
guatu_import_dialog_show_choices (GuatuImportDialog *self)
{
  GtkWidget *group;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  gtk_widget_set_visible (self->choices, self->imported->look != NULL);
  if (self->imported->look == NULL)
    return;

  self->showing = TRUE;
  group = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_encoding (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_separator (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_columns (self));
  gtk_box_append (GTK_BOX (self->choices), group);
  self->showing = FALSE;
}

/* Where the tasks go, if one is chosen in the plan. */
void
guatu_import_dialog_add_place (GuatuImportDialog *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, self->task);
  g_autofree char *name = shorten (row >= 0 ? guatu_plan_task_name (plan, row) : "");
  g_autofree char *below = guatu_quotes_nest (g_strdup_printf (_("Below “%s”"), name));
  const char * const places[] = { below, _("At the end of the plan"), NULL };
  GtkWidget *group = adw_preferences_group_new ();

  self->place = new_choice (_("Place in this plan"), NULL, places, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->place);
  gtk_box_prepend (GTK_BOX (self->page), group);
}
