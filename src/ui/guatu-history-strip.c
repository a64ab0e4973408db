/* guatu-history-strip.c — words, a person, a kind of change, days, a row: all that is chosen must hold. */
#include "guatu-history-strip.h"

#include <glib/gi18n.h>

#include "guatu-chart-text.h"
#include "guatu-chooser.h"
#include "guatu-date-entry.h"

struct _GuatuHistoryStrip
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkDropDown    *who;
  GtkDropDown    *kind;
  GtkMenuButton  *days;
  GtkLabel       *days_label;
  GtkBox         *days_box;
  GtkMenuButton  *row;
  GtkLabel       *row_label;
  GtkPopover     *row_popover;
  GtkButton      *clear;
  GtkButton      *duties;
  GtkLabel       *count;

  /* Children */
  GuatuDateEntry *since;
  GuatuDateEntry *until;
  GuatuChooser   *chooser;

  /* Owned references */
  GuatuDocument  *document;
  char           *author;         /* chosen; %NULL: anybody */
  GtkStringList  *people;

  GuatuTable      table;          /* of the row; @id 0: any */
  gint64          id;
  gboolean        filling;        /* what is shown follows, and says nothing */
};

G_DEFINE_FINAL_TYPE (GuatuHistoryStrip, guatu_history_strip, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What is looked for --------------------------------------------------------------------------------- */

void
guatu_history_strip_get_query (GuatuHistoryStrip *self,
                               GuatuJournalQuery *query)
{
  const char *text;
  GuatuInstant since, until;
  guint kind;

  g_return_if_fail (GUATU_IS_HISTORY_STRIP (self) && query != NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  since = guatu_date_entry_get_day (self->since);
  until = guatu_date_entry_get_day (self->until);
  kind = gtk_drop_down_get_selected (self->kind);
  *query = (GuatuJournalQuery) { .text = *text != '\0' ? text : NULL, .author = self->author, .table = self->table,
                                 .id = self->id };
  if (kind != GTK_INVALID_LIST_POSITION && kind > 0)
    query->deeds = 1u << (kind - 1);
  if (since != GUATU_NONE)
    query->since = guatu_journal_moment (since);
  /* The last day counts to its end. */
  if (until != GUATU_NONE)
    query->until = guatu_journal_moment (until + 24 * 60 * 60);
}

static void
set_on (GtkWidget *widget,
        gboolean   on)
{
  if (on)
    gtk_widget_add_css_class (widget, "on");
  else
    gtk_widget_remove_css_class (widget, "on");
}

/* The button is called what it shows. */
static void
say (GtkMenuButton *button,
     GtkLabel      *label,
     const char    *text)
{
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_days (GuatuHistoryStrip *self)
{
  GuatuInstant since = guatu_date_entry_get_day (self->since), until = guatu_date_entry_get_day (self->until);
  const char *language = guatu_chart_language (NULL);
  g_autoptr(GString) from = g_string_new (NULL);
  g_autoptr(GString) to = g_string_new (NULL);
  g_autofree char *text = NULL;

  guatu_chart_append_date (from, language, GUATU_DATE_FULL, since);
  guatu_chart_append_date (to, language, GUATU_DATE_FULL, until);
  if (since == GUATU_NONE && until == GUATU_NONE)
    text = g_strdup (_("Any Day"));
  else if (until == GUATU_NONE)
    /* Translators: a date. */
    text = g_strdup_printf (_("From %s"), from->str);
  else if (since == GUATU_NONE)
    text = g_strdup_printf (_("Until %s"), to->str);
  else
    /* Translators: two dates. */
    text = g_strdup_printf (_("%s – %s"), from->str, to->str);
  say (self->days, self->days_label, text);
  set_on (GTK_WIDGET (self->days), since != GUATU_NONE || until != GUATU_NONE);
}

static void
show_row (GuatuHistoryStrip *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = self->id != 0 ? guatu_plan_find (plan, self->table, self->id) : -1;
  int name = self->id != 0 ? guatu_field_find (self->table, "name") : -1;
  const char *label = self->id != 0 ? _(guatu_table_info (self->table)->label) : _("Any Task or Ledger");

  if (row >= 0 && name >= 0)
    label = guatu_plan_string (plan, self->table, row, (guint) name);
  say (self->row, self->row_label, label);
  set_on (GTK_WIDGET (self->row), self->id != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->duties), self->id != 0 && self->table == GUATU_TABLE_TASK);
}

static gboolean
is_any (GuatuHistoryStrip *self)
{
  GuatuJournalQuery query;

  guatu_history_strip_get_query (self, &query);
  return query.text == NULL && query.author == NULL && query.deeds == 0 && query.since == 0 && query.until == 0 &&
         query.id == 0;
}

static void
update (GuatuHistoryStrip *self)
{
  if (self->filling)
    return;

  show_days (self);
  show_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self->clear), !is_any (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (GuatuHistoryStrip *self)
{
  update (self);
}

void
guatu_history_strip_set_row (GuatuHistoryStrip *self,
                             GuatuTable         table,
                             gint64             id)
{
  g_return_if_fail (GUATU_IS_HISTORY_STRIP (self));

  self->table = table;
  self->id = id;
  update (self);
}

void
guatu_history_strip_clear (GuatuHistoryStrip *self)
{
  g_return_if_fail (GUATU_IS_HISTORY_STRIP (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->who, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  guatu_date_entry_set_day (self->since, GUATU_NONE);
  guatu_date_entry_set_day (self->until, GUATU_NONE);
  g_clear_pointer (&self->author, g_free);
  self->id = 0;
  self->filling = FALSE;
  update (self);
}

static void
clear_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  guatu_history_strip_clear (GUATU_HISTORY_STRIP (widget));
  gtk_widget_grab_focus (GTK_WIDGET (GUATU_HISTORY_STRIP (widget)->search));
}

void
guatu_history_strip_search (GuatuHistoryStrip *self)
{
  g_return_if_fail (GUATU_IS_HISTORY_STRIP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Escape empties the search. */
static void
stop_search_cb (GuatuHistoryStrip *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* People --------------------------------------------------------------------------------------------- */

static void
who_cb (GuatuHistoryStrip *self)
{
  guint chosen = gtk_drop_down_get_selected (self->who);

  if (self->filling)
    return;
  g_free (self->author);
  self->author = chosen != GTK_INVALID_LIST_POSITION && chosen > 0
                 ? g_strdup (gtk_string_list_get_string (self->people, chosen)) : NULL;
  update (self);
}

void
guatu_history_strip_set_authors (GuatuHistoryStrip *self,
                                 GPtrArray         *authors)
{
  guint n;

  g_return_if_fail (GUATU_IS_HISTORY_STRIP (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  self->filling = TRUE;
  for (guint i = 0; i < authors->len; i++)
    {
      const char *author = g_ptr_array_index (authors, i);
      gboolean known = FALSE;

      for (guint j = 1; j < n && !known; j++)
        known = g_str_equal (gtk_string_list_get_string (self->people, j), author);
      if (!known)
        gtk_string_list_append (self->people, author);
    }
  self->filling = FALSE;
}

/* Rows ----------------------------------------------------------------------------------------------- */

static void
row_chosen_cb (GuatuHistoryStrip *self,
               guint              table,
               gint64             id)
{
  gtk_popover_popdown (self->row_popover);
  guatu_history_strip_set_row (self, (GuatuTable) table, id);
}

/* The plan has other rows each time. */
static void
row_shown_cb (GuatuHistoryStrip *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);

  guatu_chooser_clear (self->chooser);
  guatu_chooser_add (self->chooser, GUATU_TABLE_TASK, 0, _("Any Task or Ledger"), NULL);
  guatu_chooser_add_rows (self->chooser, plan, GUATU_TABLE_LEDGER);
  guatu_chooser_add_rows (self->chooser, plan, GUATU_TABLE_TASK);
  guatu_chooser_search (self->chooser, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
}

/* How many ------------------------------------------------------------------------------------------- */

void
guatu_history_strip_set_found (GuatuHistoryStrip *self,
                               guint              n,
                               gboolean           busy)
{
  g_autofree char *found = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GUATU_IS_HISTORY_STRIP (self));

  found = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  /* Translators: how many entries were found up to now, while more of them are looked for. */
  text = busy ? g_strdup_printf (_("%s so far…"), found) : g_steal_pointer (&found);
  gtk_label_set_text (self->count, text);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_history_strip_dispose (GObject *object)
{
  GuatuHistoryStrip *self = GUATU_HISTORY_STRIP (object);
  GtkWidget *child;

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_HISTORY_STRIP);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_object (&self->people);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (guatu_history_strip_parent_class)->dispose (object);
}

static void
guatu_history_strip_class_init (GuatuHistoryStripClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_history_strip_dispose;

  signals[CHANGED] = g_signal_new ("changed", GUATU_TYPE_HISTORY_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-history-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, search);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, who);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, kind);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, days);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, days_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, days_box);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, row);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, row_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, row_popover);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, clear);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, duties);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryStrip, count);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_shown_cb);
  gtk_widget_class_install_action (widget_class, "history.clear", NULL, clear_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historystrip");
}

/* A day with its name beside it. */
static GuatuDateEntry *
add_day (GuatuHistoryStrip *self,
         const char        *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *day = guatu_date_entry_new ();
  GtkWidget *entry = GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (day)));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (day, "picked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), day);
  gtk_box_append (self->days_box, line);

  return GUATU_DATE_ENTRY (day);
}

static void
guatu_history_strip_init (GuatuHistoryStrip *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (kinds, _("Any Change"));
  for (guint deed = 0; deed < GUATU_N_DEEDS; deed++)
    gtk_string_list_append (kinds, _(guatu_deed_label (deed)));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->people = gtk_string_list_new (NULL);
  gtk_string_list_append (self->people, _("Anybody"));
  gtk_drop_down_set_model (self->who, G_LIST_MODEL (self->people));

  self->since = add_day (self, _("_From"));
  self->until = add_day (self, _("_Until"));
  self->chooser = GUATU_CHOOSER (guatu_chooser_new (_("Task or ledger whose history is shown")));
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "given-up", G_CALLBACK (gtk_popover_popdown), self->row_popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (self->row_popover, GTK_WIDGET (self->chooser));
  self->filling = FALSE;
}

GtkWidget *
guatu_history_strip_new (GuatuDocument *document)
{
  GuatuHistoryStrip *self = g_object_new (GUATU_TYPE_HISTORY_STRIP, NULL);

  self->document = g_object_ref (document);
  show_days (self);
  show_row (self);

  return GTK_WIDGET (self);
}
