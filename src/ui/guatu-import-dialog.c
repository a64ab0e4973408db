/* guatu-import-dialog.c — a file of another program before it is taken in: how it is read, what comes of it. */
#include "guatu-import-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "guatu-import-found.h"
#include "guatu-language.h"
#include "guatu-plan-files.h"

/* Columns that can be said something of. */
#define MAX_COLUMNS 80

/* What runs. */
typedef enum { NOTHING, READING, MAKING, ADDING } Running;

struct _GuatuImportDialog
{
  AdwWindow         parent_instance;

  GtkWidget        *page;
  GtkWidget        *body;             /* what was found; made anew with each reading */
  GtkWidget        *choices;          /* encoding, separator, columns; empty where the file is no text */
  GtkWidget        *place;            /* below the task that is chosen, or at the end; %NULL: there is no choice */
  GtkWidget        *summary;
  GtkWidget        *bar;
  GtkWidget        *stop;
  GtkWidget        *add;
  GtkWidget        *make;

  /* Owned */
  char             *path;
  GuatuDocument    *document;
  gint64            task;
  GuatuImported    *imported;
  Running           running;
  GCancellable     *cancellable;      /* of what runs */
  GuatuImportMeter *meter;            /* of what runs */
  guint             timer;
  char             *making;           /* the file that is made, */
  char             *made;             /* under this name until it is whole */
  gboolean          replace;

  /* What the reader said */
  const char       *encoding;
  char              separator;
  GArray           *fields;           /* of int; %NULL: found out */
  gboolean          closed;           /* it is on no screen any more */
  gboolean          showing;          /* the controls are filled: nobody says anything */
};

G_DEFINE_FINAL_TYPE (GuatuImportDialog, guatu_import_dialog, ADW_TYPE_WINDOW)

enum { WANTED, MADE, ADDED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void read_again (GuatuImportDialog *self);

/* What runs ------------------------------------------------------------------------------------------ */

static const char *
words_for (GuatuImportStage stage)
{
  switch (stage)
    {
    case GUATU_IMPORT_READING:
      return _("Reading…");
    case GUATU_IMPORT_SCHEDULING:
      return _("Working out dates…");
    case GUATU_IMPORT_WRITING:
      return _("Writing the plan…");
    case GUATU_IMPORT_SAVING:
    default:
      return _("Saving…");
    }
}

/* How far it is: rows or elements of all. */
static void
show_share (GuatuImportDialog *self)
{
  double share;
  GuatuImportStage stage = guatu_import_meter_get (self->meter, &share);
  const char *text = g_cancellable_is_cancelled (self->cancellable) ? _("Stopping…") : words_for (stage);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), share);
  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (self->summary)), text))
    gtk_label_set_text (GTK_LABEL (self->summary), text);
}

static gboolean
timer_cb (gpointer data)
{
  show_share (data);
  return G_SOURCE_CONTINUE;
}

static void
update (GuatuImportDialog *self)
{
  gboolean busy = self->running != NOTHING;
  gboolean ready = !busy && self->imported != NULL && self->imported->plan != NULL;

  gtk_widget_set_visible (self->bar, busy);
  gtk_widget_set_visible (self->stop, busy);
  gtk_widget_set_sensitive (self->stop, busy && !g_cancellable_is_cancelled (self->cancellable));
  gtk_widget_set_sensitive (self->make, ready);
  gtk_widget_set_sensitive (self->add, ready && guatu_plan_n_live (self->imported->plan, GUATU_TABLE_TASK) > 0);
  gtk_widget_set_sensitive (self->choices, self->running != MAKING && self->running != ADDING);
  if (busy && self->timer == 0)
    self->timer = g_timeout_add (50, timer_cb, self);
  else if (!busy)
    g_clear_handle_id (&self->timer, g_source_remove);
}

static void
begin (GuatuImportDialog *self,
       Running            running)
{
  g_clear_pointer (&self->meter, guatu_import_meter_unref);
  self->meter = guatu_import_meter_new ();
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->running = running;
  gtk_widget_remove_css_class (self->summary, "error");
}

static void
end (GuatuImportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->running = NOTHING;
  update (self);
}

/* Reading is not waited for; what is being written is, until it is told whether it was in time. */
static void
stop (GuatuImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->running == READING)
    {
      g_clear_object (&self->cancellable);
      self->running = NOTHING;
    }
}

static void
stop_cb (GuatuImportDialog *self)
{
  gboolean reading = self->running == READING;

  stop (self);
  if (reading)
    gtk_label_set_text (GTK_LABEL (self->summary), _("Reading was stopped."));
  else
    show_share (self);
  update (self);
}

/* Nothing was changed. */
static void
say_stopped (GuatuImportDialog *self)
{
  gtk_label_set_text (GTK_LABEL (self->summary), _("Stopped. Nothing was changed."));
}

void
guatu_import_dialog_complain (GuatuImportDialog *self,
                              const char        *text)
{
  g_return_if_fail (GUATU_IS_IMPORT_DIALOG (self));

  gtk_label_set_text (GTK_LABEL (self->summary), text);
  gtk_widget_add_css_class (self->summary, "error");
}

/* What was found ---------------------------------------------------------------------------------------- */

static void
say_summary (GuatuImportDialog *self)
{
  const GuatuImported *imported = self->imported;
  guint n = guatu_plan_n_live (imported->plan, GUATU_TABLE_TASK);
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task would come.", "%u tasks would come.", n), n);
  g_autofree char *recorded = NULL;
  g_autofree char *text = NULL;

  /* Translators: of the tasks with dates on record, how many are scheduled to other ones. */
  recorded = g_strdup_printf (_("The file recorded dates of %u; scheduled otherwise: %u."), imported->n_recorded,
                              imported->n_different);
  text = imported->n_recorded > 0 ? g_strconcat (tasks, " ", recorded, NULL) : g_strdup (tasks);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

static void
show_found (GuatuImportDialog *self)
{
  GtkWidget *child, *found;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);
  gtk_widget_remove_css_class (self->summary, "error");
  if (self->imported->plan == NULL)
    {
      guatu_import_dialog_complain (self, self->imported->error->message);
      return;
    }

  say_summary (self);
  found = guatu_import_found_new (self->imported);
  gtk_widget_set_vexpand (found, TRUE);
  gtk_box_append (GTK_BOX (self->body), found);
}

/* How it is read -------------------------------------------------------------------------------------- */

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
  read_again (self);
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
  read_again (self);
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
  read_again (self);
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

static void
show_choices (GuatuImportDialog *self)
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

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GuatuImportDialog) self = data;
  GuatuImported *imported = guatu_import_work_read_finish (result, NULL);

  /* Cancelled: another reading runs, or nobody waits any more. */
  if (imported == NULL)
    return;
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      guatu_imported_unref (imported);
      return;
    }
  end (self);
  g_clear_pointer (&self->imported, guatu_imported_unref);
  self->imported = imported;
  show_choices (self);
  show_found (self);
  update (self);
}

static void
read_again (GuatuImportDialog *self)
{
  const GuatuImportSaid said = {
    .encoding = self->encoding, .separator = self->separator,
    .fields = self->fields != NULL ? (const int *) (gpointer) self->fields->data : NULL,
    .n_fields = self->fields != NULL ? self->fields->len : 0,
  };

  stop (self);
  begin (self, READING);
  guatu_import_work_read (self->path, &said, self->meter, self->cancellable, read_cb, g_object_ref (self));
  show_share (self);
  update (self);
}

/* Making a plan ---------------------------------------------------------------------------------------- */

/* The whole file comes under its name, and what bore it before goes away no sooner. */
static gboolean
put_in_place (GuatuImportDialog  *self,
              GError            **error)
{
  g_autoptr(GFile) from = g_file_new_for_path (self->made);
  g_autoptr(GFile) to = g_file_new_for_path (self->making);

  return (!self->replace || guatu_plan_files_make_way (self->making, error)) &&
         g_file_move (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GuatuImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean stopped = g_cancellable_is_cancelled (self->cancellable);
  gboolean made = guatu_import_work_make_finish (result, &error);

  if (self->closed)
    {
      if (made)
        g_unlink (self->made);
      return;
    }
  end (self);
  if (made && !stopped && put_in_place (self, &error))
    {
      g_signal_emit (self, signals[MADE], 0, self->making);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (made)
    g_unlink (self->made);
  if (stopped)
    say_stopped (self);
  else
    guatu_import_dialog_complain (self, error->message);
}

/* Beside the file that it becomes, so that it can be given its name in one step. Free it. */
static char *
name_until_whole (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".%.100s-%.8s.guatu", base, random);

  return g_build_filename (folder, name, NULL);
}

void
guatu_import_dialog_make (GuatuImportDialog *self,
                          const char        *plan,
                          gboolean           replace)
{
  g_return_if_fail (GUATU_IS_IMPORT_DIALOG (self));

  if (self->imported == NULL || self->imported->plan == NULL || self->running != NOTHING)
    return;
  if (!replace && g_file_test (plan, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (plan);
      g_autofree char *text = g_strdup_printf (_("“%s” already exists. Choose another name."), name);

      guatu_import_dialog_complain (self, text);
      return;
    }
  g_free (self->making);
  g_free (self->made);
  self->making = g_strdup (plan);
  self->made = name_until_whole (plan);
  self->replace = replace;
  begin (self, MAKING);
  guatu_import_work_make (self->made, self->path, self->imported, self->meter, self->cancellable, made_cb,
                          g_object_ref (self));
  show_share (self);
  update (self);
}

static void
make_cb (GuatuImportDialog *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

/* Putting it into one ---------------------------------------------------------------------------------- */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GuatuImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean added = guatu_import_work_add_finish (result, &error);

  if (added)
    g_signal_emit (self, signals[ADDED], 0, guatu_plan_n_live (self->imported->plan, GUATU_TABLE_TASK));
  if (self->closed)
    return;

  end (self);
  if (added)
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      say_stopped (self);
    }
  else
    {
      guatu_import_dialog_complain (self, error->message);
    }
}

/* One entry of the journal, and one step to undo. */
static void
add_cb (GuatuImportDialog *self)
{
  gboolean below = self->place != NULL && adw_combo_row_get_selected (ADW_COMBO_ROW (self->place)) == 0;

  begin (self, ADDING);
  guatu_import_work_add (self->document, below ? self->task : 0, self->path, self->imported, self->meter,
                         self->cancellable, added_cb, g_object_ref (self));
  show_share (self);
  update (self);
}

/* The class ------------------------------------------------------------------------------------------- */

static void
guatu_import_dialog_dispose (GObject *object)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_import_dialog_parent_class)->dispose (object);
}

static void
guatu_import_dialog_finalize (GObject *object)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (object);

  g_clear_pointer (&self->imported, guatu_imported_unref);
  g_clear_pointer (&self->meter, guatu_import_meter_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self->path);
  g_free (self->making);
  g_free (self->made);

  G_OBJECT_CLASS (guatu_import_dialog_parent_class)->finalize (object);
}

/* It goes away. Nobody waits any more for what runs, which may hold it for longer than the window lives that it stood
 * on; what was written in time all the same is told to that window. */
static void
guatu_import_dialog_unrealize (GtkWidget *widget)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (widget);

  self->closed = TRUE;
  stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);

  GTK_WIDGET_CLASS (guatu_import_dialog_parent_class)->unrealize (widget);
}

static void
guatu_import_dialog_class_init (GuatuImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_import_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_import_dialog_finalize;
  widget_class->unrealize = guatu_import_dialog_unrealize;

  signals[WANTED] = g_signal_new ("wanted", GUATU_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[MADE] = g_signal_new ("made", GUATU_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ADDED] = g_signal_new ("added", GUATU_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_UINT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_button (GuatuImportDialog *self,
            const char        *label,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, self);
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  return button;
}

static GtkWidget *
new_header (GuatuImportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  self->make = new_button (self, _("_New Plan…"), G_CALLBACK (make_cb));
  self->add = new_button (self, _("_Add to This Plan"), G_CALLBACK (add_cb));
  gtk_widget_add_css_class (self->make, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button (self, _("_Cancel"), NULL));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->make);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);

  return header;
}

static void
guatu_import_dialog_init (GuatuImportDialog *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->choices, FALSE);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->bar = gtk_progress_bar_new ();
  self->stop = new_button (self, _("_Stop"), G_CALLBACK (stop_cb));
  self->summary = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "hexpand", TRUE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading…"), -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (self->body, TRUE);

  gtk_box_append (GTK_BOX (foot), self->summary);
  gtk_box_append (GTK_BOX (foot), self->bar);
  gtk_box_append (GTK_BOX (foot), self->stop);
  gtk_box_append (GTK_BOX (page), self->choices);
  gtk_box_append (GTK_BOX (page), foot);
  gtk_box_append (GTK_BOX (page), self->body);
  g_object_set (page, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom", 18, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), new_header (self));
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_default_size (GTK_WINDOW (self), 920, 680);
}

/* Where the tasks go, if one is chosen in the plan. */
static void
add_place (GuatuImportDialog *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, self->task);
  g_autofree char *name = shorten (row >= 0 ? guatu_plan_task_name (plan, row) : "");
  g_autofree char *below = g_strdup_printf (_("Below “%s”"), name);
  const char * const places[] = { below, _("At the end of the plan"), NULL };
  GtkWidget *group = adw_preferences_group_new ();

  self->place = new_choice (_("Place in this plan"), NULL, places, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->place);
  gtk_box_prepend (GTK_BOX (self->page), group);
}

GtkWidget *
guatu_import_dialog_new (GtkWindow     *parent,
                         const char    *path,
                         GuatuDocument *document,
                         gint64         task)
{
  GuatuImportDialog *self;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_("Import “%s”"), name);

  self = g_object_new (GUATU_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", title, NULL);
  self->path = g_strdup (path);
  self->task = task;
  g_set_object (&self->document, document);
  gtk_widget_set_visible (self->add, document != NULL && guatu_document_get_read_only_reason (document) == NULL);
  if (document != NULL && task != 0 && gtk_widget_get_visible (self->add))
    add_place (self);
  read_again (self);

  return GTK_WIDGET (self);
}

const char *
guatu_import_dialog_get_path (GuatuImportDialog *self)
{
  g_return_val_if_fail (GUATU_IS_IMPORT_DIALOG (self), NULL);

  return self->path;
}
