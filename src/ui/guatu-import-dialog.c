/* guatu-import-dialog.c — a file of another program before it is taken in: how it is read, what comes of it. */
#include "guatu-import-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "guatu-fragment.h"
#include "guatu-import-work.h"
#include "guatu-language.h"
#include "guatu-notes-list.h"

/* Rows that are shown of what comes, and columns that can be said something of. */
#define MAX_ROWS    500
#define MAX_COLUMNS 80

enum { CELL_NUMBER, CELL_NAME, CELL_START, CELL_FINISH, CELL_SAID_START, CELL_SAID_FINISH, N_CELLS };

struct _GuatuImportDialog
{
  AdwWindow         parent_instance;

  GtkWidget        *body;             /* what was found; made anew with each reading */
  GtkWidget        *choices;          /* encoding, separator, columns; empty where the file is no text */
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
  GCancellable     *cancellable;      /* of what runs; %NULL: nothing does */
  guint             pulse;
  char             *making;           /* the file that is made */

  /* What the reader said */
  const char       *encoding;
  char              separator;
  GArray           *fields;           /* of int; %NULL: found out */
  gboolean          showing;          /* the controls are filled: nobody says anything */
};

G_DEFINE_FINAL_TYPE (GuatuImportDialog, guatu_import_dialog, ADW_TYPE_WINDOW)

enum { WANTED, MADE, ADDED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void read_again (GuatuImportDialog *self);

/* What runs ------------------------------------------------------------------------------------------ */

static gboolean
pulse_cb (gpointer data)
{
  GuatuImportDialog *self = data;

  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  return G_SOURCE_CONTINUE;
}

static void
update (GuatuImportDialog *self)
{
  gboolean busy = self->cancellable != NULL;
  gboolean ready = !busy && self->imported != NULL && self->imported->plan != NULL;

  gtk_widget_set_visible (self->bar, busy);
  gtk_widget_set_visible (self->stop, busy);
  gtk_widget_set_sensitive (self->make, ready);
  gtk_widget_set_sensitive (self->add, ready && guatu_plan_n_live (self->imported->plan, GUATU_TABLE_TASK) > 0);
  if (busy && self->pulse == 0)
    self->pulse = g_timeout_add (120, pulse_cb, self);
  else if (!busy)
    g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
stop (GuatuImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
stop_cb (GuatuImportDialog *self)
{
  stop (self);
  gtk_label_set_text (GTK_LABEL (self->summary), _("Reading was stopped."));
  update (self);
}

void
guatu_import_dialog_complain (GuatuImportDialog *self,
                              const char        *text)
{
  g_return_if_fail (GUATU_IS_IMPORT_DIALOG (self));

  gtk_label_set_text (GTK_LABEL (self->summary), text);
  gtk_widget_add_css_class (self->summary, "error");
}

/* What comes ----------------------------------------------------------------------------------------- */

/* A row is its cells in one text, and whether it is other than was recorded. */
static GtkStringList *
list_rows (const GuatuImported *imported)
{
  const GuatuPlan *plan = imported->plan;
  GtkStringList *rows = gtk_string_list_new (NULL);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      gint32 task = outline[i];
      g_autofree char *start = guatu_moment_label (imported->schedule->start[task]);
      g_autofree char *finish = guatu_moment_label (imported->schedule->finish[task]);
      g_autofree char *said_start = guatu_moment_label (guatu_plan_task_number (plan, task, GUATU_TASK_RECORDED_START));
      g_autofree char *said_finish = guatu_moment_label (guatu_plan_task_number (plan, task,
                                                                                 GUATU_TASK_RECORDED_FINISH));

      gtk_string_list_take (rows, g_strdup_printf ("%u\037%*s%s\037%s\037%s\037%s\037%s\037%s", i + 1,
                                                   (int) MIN (3 * guatu_plan_task_depth (plan, task), 45), "",
                                                   guatu_plan_task_name (plan, task), start, finish, said_start,
                                                   said_finish, guatu_imported_differs (imported, task) ? "!" : ""));
    }
  return rows;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  guint column = GPOINTER_TO_UINT (data);
  GtkStringObject *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_auto(GStrv) cells = g_strsplit (gtk_string_object_get_string (row), "\037", N_CELLS + 1);
  gboolean other = cells[N_CELLS][0] != '\0' && column >= CELL_SAID_START;

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), cells[column]);
  if (other)
    gtk_widget_add_css_class (cell, "warning");
  else
    gtk_widget_remove_css_class (cell, "warning");
}

static void
add_column (GtkColumnView *view,
            guint          number,
            const char    *title,
            int            width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (number));
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

static GtkWidget *
new_table (const GuatuImported *imported)
{
  GtkNoSelection *rows = gtk_no_selection_new (G_LIST_MODEL (list_rows (imported)));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (rows));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  add_column (GTK_COLUMN_VIEW (view), CELL_NUMBER, _("No."), 56);
  add_column (GTK_COLUMN_VIEW (view), CELL_NAME, _("Task"), 0);
  add_column (GTK_COLUMN_VIEW (view), CELL_START, _("Start as scheduled"), 160);
  add_column (GTK_COLUMN_VIEW (view), CELL_FINISH, _("Finish as scheduled"), 160);
  if (imported->n_recorded > 0)
    {
      add_column (GTK_COLUMN_VIEW (view), CELL_SAID_START, _("Start as recorded"), 160);
      add_column (GTK_COLUMN_VIEW (view), CELL_SAID_FINISH, _("Finish as recorded"), 160);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The first tasks as they would come"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (scroller, -1, 180);
  gtk_widget_add_css_class (scroller, "frame");

  return scroller;
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

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
  const GuatuImported *imported = self->imported;
  guint n = guatu_notes_count (imported->notes);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);
  gtk_widget_remove_css_class (self->summary, "error");
  if (imported->plan == NULL)
    {
      guatu_import_dialog_complain (self, imported->error->message);
      return;
    }

  say_summary (self);
  gtk_box_append (GTK_BOX (self->body), new_table (imported));
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u thing does not come, or comes otherwise",
                                                         "%u things do not come, or come otherwise", n), n);
      GtkWidget *list = guatu_notes_list_new (imported->notes, text);

      gtk_widget_set_size_request (list, -1, 120);
      gtk_widget_add_css_class (list, "frame");
      gtk_box_append (GTK_BOX (self->body), new_heading (text));
      gtk_box_append (GTK_BOX (self->body), list);
    }
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

/* The list begins with “Left out” and “Project above”. A field is of one column: the other is left out. */
static void
column_cb (AdwComboRow       *row,
           GParamSpec        *pspec,
           GuatuImportDialog *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  int selected = (int) adw_combo_row_get_selected (row);
  int field = selected == 0 ? GUATU_CSV_LEFT_OUT : selected == 1 ? GUATU_CSV_PROJECT_COLUMN : selected - 2;

  if (self->showing || self->imported == NULL || self->imported->look == NULL)
    return;
  take_fields (self);
  for (guint i = 0; i < self->fields->len; i++)
    if (field != GUATU_CSV_LEFT_OUT && g_array_index (self->fields, int, i) == field)
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

static GtkWidget *
new_columns (GuatuImportDialog *self)
{
  const GuatuCsvLook *look = self->imported->look;
  gboolean chinese = g_str_has_prefix (guatu_language_of_reader (), "zh");
  GtkWidget *all = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _("Columns"), "subtitle",
                                 _("What each column of the file is"), NULL);
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (labels, (gpointer) guatu_csv_field_label (GUATU_CSV_LEFT_OUT, chinese));
  g_ptr_array_add (labels, (gpointer) guatu_csv_field_label (GUATU_CSV_PROJECT_COLUMN, chinese));
  for (guint field = 0; field < guatu_csv_n_fields (); field++)
    g_ptr_array_add (labels, (gpointer) guatu_csv_field_label ((int) field, chinese));
  g_ptr_array_add (labels, NULL);

  for (guint i = 0; i < MIN (guatu_csv_look_n_columns (look), MAX_COLUMNS); i++)
    {
      const char *header = guatu_csv_look_header (look, i);
      g_autofree char *number = g_strdup_printf (_("Column %u"), i + 1);
      int field = guatu_csv_look_fields (look)[i];
      guint selected = field >= 0 ? (guint) field + 2 : field == GUATU_CSV_PROJECT_COLUMN ? 1 : 0;
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
      guatu_imported_free (imported);
      return;
    }
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->imported, guatu_imported_free);
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
  self->cancellable = g_cancellable_new ();
  gtk_widget_remove_css_class (self->summary, "error");
  gtk_label_set_text (GTK_LABEL (self->summary), _("Reading…"));
  update (self);
  guatu_import_work_read (self->path, &said, self->cancellable, read_cb, g_object_ref (self));
}

/* Taking it in ---------------------------------------------------------------------------------------- */

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GuatuImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean made = guatu_import_work_make_finish (result, &error);

  /* The reader has gone away meanwhile, and wants no file. */
  if (self->cancellable == NULL)
    {
      if (made)
        g_unlink (self->making);
      return;
    }
  g_clear_object (&self->cancellable);
  update (self);
  if (!made)
    {
      guatu_import_dialog_complain (self, error->message);
      return;
    }
  g_signal_emit (self, signals[MADE], 0, self->making);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
guatu_import_dialog_make (GuatuImportDialog *self,
                          const char        *plan)
{
  g_return_if_fail (GUATU_IS_IMPORT_DIALOG (self));

  if (self->imported == NULL || self->imported->plan == NULL || self->cancellable != NULL)
    return;
  g_free (self->making);
  self->making = g_strdup (plan);
  self->cancellable = g_cancellable_new ();
  gtk_widget_remove_css_class (self->summary, "error");
  gtk_label_set_text (GTK_LABEL (self->summary), _("Making the plan…"));
  update (self);
  guatu_import_work_make (plan, self->path, self->imported, self->cancellable, made_cb, g_object_ref (self));
}

static void
make_cb (GuatuImportDialog *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

/* One entry of the journal, and one step to undo. */
static void
add_cb (GuatuImportDialog *self)
{
  const GuatuPlan *plan = self->imported->plan;
  g_autoptr(GArray) roots = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr(GuatuPlan) fragment = NULL;
  g_autoptr(GError) error = NULL;
  guint n = guatu_plan_n_live (plan, GUATU_TABLE_TASK);

  for (gint32 task = guatu_plan_first_task (plan); task >= 0; task = guatu_plan_task (plan, task)->next_sibling)
    g_array_append_val (roots, task);
  fragment = guatu_fragment_new (plan, (const gint32 *) (gpointer) roots->data, roots->len, TRUE);
  if (!guatu_document_paste (self->document, fragment, self->task, 0, NULL, &error))
    {
      guatu_import_dialog_complain (self, error->message);
      return;
    }
  g_signal_emit (self, signals[ADDED], 0, n);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The class ------------------------------------------------------------------------------------------- */

static void
guatu_import_dialog_dispose (GObject *object)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  stop (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_import_dialog_parent_class)->dispose (object);
}

static void
guatu_import_dialog_finalize (GObject *object)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (object);

  guatu_imported_free (self->imported);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self->path);
  g_free (self->making);

  G_OBJECT_CLASS (guatu_import_dialog_parent_class)->finalize (object);
}

/* What runs is not waited for any more. */
static gboolean
guatu_import_dialog_close (GtkWindow *window)
{
  stop (GUATU_IMPORT_DIALOG (window));

  return GTK_WINDOW_CLASS (guatu_import_dialog_parent_class)->close_request (window);
}

static void
guatu_import_dialog_class_init (GuatuImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_import_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_import_dialog_finalize;
  GTK_WINDOW_CLASS (class)->close_request = guatu_import_dialog_close;

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
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
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
  if (document != NULL && task != 0)
    {
      const GuatuPlan *plan = guatu_document_get_plan (document);
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
      g_autofree char *place = g_strdup_printf (_("Below “%s”"), row >= 0 ? guatu_plan_task_name (plan, row) : "");

      gtk_widget_set_tooltip_text (self->add, place);
    }
  read_again (self);

  return GTK_WIDGET (self);
}

const char *
guatu_import_dialog_get_path (GuatuImportDialog *self)
{
  g_return_val_if_fail (GUATU_IS_IMPORT_DIALOG (self), NULL);

  return self->path;
}
