/* guatu-sponsor-matrix.c — a grid of buttons, one for each sponsorship, and one in each cell for another. */
#include "guatu-sponsor-matrix.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-desk-page.h"
#include "guatu-list-text.h"
#include "guatu-sponsor-form.h"
#include "guatu-sponsors.h"

struct _GuatuSponsorMatrix
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkGrid       *grid;
  GtkLabel      *totals;
  GtkLabel      *gaps;
  GtkWidget     *empty;
  GtkWidget     *add;

  /* Owned references */
  GuatuDocument *document;
};

G_DEFINE_FINAL_TYPE (GuatuSponsorMatrix, guatu_sponsor_matrix, GTK_TYPE_WIDGET)

enum { PERSON, N_SIGNALS };

static guint signals[N_SIGNALS];

static const GuatuPlan *
plan_of (GuatuSponsorMatrix *self)
{
  return guatu_document_get_plan (self->document);
}

/* Forms ---------------------------------------------------------------------------------------------- */

static void
edit_cb (GuatuSponsorMatrix *self,
         GtkWidget          *button)
{
  GtkWidget *form = guatu_sponsor_form_new (self->document, guatu_desk_page_kept (button, "sponsorship"), 0, 0);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), button);
}

static void
add_cb (GuatuSponsorMatrix *self,
        GtkWidget          *button)
{
  GtkWidget *form = guatu_sponsor_form_new (self->document, 0, guatu_desk_page_kept (button, "person"),
                                            (GuatuSponsoredKind) guatu_desk_page_kept (button, "kind"));

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), button);
}

static void
person_cb (GuatuSponsorMatrix *self,
           GtkWidget          *button)
{
  g_signal_emit (self, signals[PERSON], 0, guatu_desk_page_kept (button, "person"));
}

/* A leader who sponsors nothing yet. */
static void
chosen_cb (GuatuSponsorMatrix *self,
           guint               table,
           gint64              id,
           GtkWidget          *chooser)
{
  GtkWidget *form = guatu_sponsor_form_new (self->document, 0, id, GUATU_SPONSORED_TOWNSHIP);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (chooser, GTK_TYPE_POPOVER)));
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), self->add);
}

static void
choose_cb (GuatuSponsorMatrix *self)
{
  GtkWidget *form = guatu_form_popover_new (_("Sponsor")), *chooser = guatu_chooser_new (_("Sponsor"));

  guatu_chooser_add_rows (GUATU_CHOOSER (chooser), plan_of (self), GUATU_TABLE_PERSON);
  guatu_form_popover_add (GUATU_FORM_POPOVER (form), chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (gtk_popover_popdown), form, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), self->add);
}

/* Cells ---------------------------------------------------------------------------------------------- */

static GtkWidget *
plain_label (const char *text,
             const char *class,
             int         chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars + chars / 3);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);

  return label;
}

static GtkWidget *
make_entry (GuatuSponsorMatrix *self,
            gint32              row)
{
  const GuatuPlan *plan = plan_of (self);
  const GuatuSponsorship *one = &((const GuatuSponsorship *) guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP))[row];
  const char *object = guatu_sponsorship_object (plan, row), *cycle = guatu_visit_cycle_words (one->visit_cycle);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *words = g_strdup_printf ("%s%s%s", object, guatu_list_comma (), cycle);

  gtk_box_append (GTK_BOX (box), plain_label (object, "object", 14));
  gtk_box_append (GTK_BOX (box), plain_label (cycle, "cycle", 14));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  guatu_desk_page_keep (button, "sponsorship", one->id);
  gtk_widget_set_tooltip_text (button, guatu_plan_text (plan, one->duty));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_cell (GuatuSponsorMatrix *self,
           const GuatuSponsor *sponsor,
           guint               kind)
{
  const GuatuPlan *plan = plan_of (self);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *tip = NULL;

  for (guint i = 0; i < sponsor->cells[kind]->len; i++)
    gtk_box_append (GTK_BOX (cell), make_entry (self, g_array_index (sponsor->cells[kind], gint32, i)));
  /* Translators: a kind of what is sponsored, and a leader's name. */
  tip = g_strdup_printf (_("Add: %1$s, sponsored by %2$s"),
                         _(guatu_field (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND)->choices[kind].label),
                         guatu_plan_string (plan, GUATU_TABLE_PERSON, sponsor->person, GUATU_PERSON_NAME));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (add, tip);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (add, "add");
  gtk_widget_set_sensitive (add, guatu_document_get_read_only_reason (self->document) == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  guatu_desk_page_keep (add, "person", guatu_plan_id (plan, GUATU_TABLE_PERSON, sponsor->person));
  guatu_desk_page_keep (add, "kind", kind);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (cell), add);
  gtk_widget_add_css_class (cell, "cell");
  gtk_widget_set_hexpand (cell, TRUE);

  return cell;
}

static GtkWidget *
make_leader (GuatuSponsorMatrix *self,
             const GuatuSponsor *sponsor)
{
  const GuatuPlan *plan = plan_of (self);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *name = guatu_plan_string (plan, GUATU_TABLE_PERSON, sponsor->person, GUATU_PERSON_NAME);
  const char *post = guatu_plan_string (plan, GUATU_TABLE_PERSON, sponsor->person, GUATU_PERSON_POST);
  g_autofree char *visits = g_strdup_printf (ngettext ("%u visit a year", "%u visits a year", sponsor->visits),
                                             sponsor->visits);

  gtk_box_append (GTK_BOX (box), plain_label (name, "object", 16));
  if (*post != '\0')
    gtk_box_append (GTK_BOX (box), plain_label (post, "cycle", 16));
  if (sponsor->visits > 0)
    gtk_box_append (GTK_BOX (box), plain_label (visits, "cycle", 16));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  guatu_desk_page_keep (button, "person", guatu_plan_id (plan, GUATU_TABLE_PERSON, sponsor->person));
  g_signal_connect_object (button, "clicked", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_heads (GuatuSponsorMatrix  *self,
           const GuatuSponsors *matrix)
{
  const GuatuChoice *kinds = guatu_field (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND)->choices;

  gtk_grid_attach (self->grid, plain_label (_("Sponsor"), "head", 16), 0, 0, 1, 1);
  for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
    {
      /* The number does not go into a line of its own. */
      g_autofree char *text = g_strdup_printf ("%s\u00a0%u", _(kinds[kind].label), matrix->n_kinds[kind]);

      gtk_grid_attach (self->grid, plain_label (text, "head", 14), (int) kind + 1, 0, 1, 1);
    }
}

static void
show_gaps (GuatuSponsorMatrix  *self,
           const GuatuSponsors *matrix)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < matrix->n_unsponsored; i++)
    {
      if (i > 0)
        g_string_append (names, guatu_list_comma ());
      g_string_append (names, guatu_plan_string (plan_of (self), GUATU_TABLE_UNIT, matrix->unsponsored[i],
                                                 GUATU_UNIT_NAME));
    }
  text = g_strdup_printf (_("Townships without a sponsor: %s"), names->str);
  gtk_label_set_text (self->gaps, text);
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), matrix->n_unsponsored > 0);
}

void
guatu_sponsor_matrix_refresh (GuatuSponsorMatrix *self)
{
  g_autoptr(GuatuSponsors) matrix = NULL;
  g_autofree char *totals = NULL;
  GtkWidget *child;

  g_return_if_fail (GUATU_IS_SPONSOR_MATRIX (self));

  matrix = guatu_sponsors_new (plan_of (self), guatu_plan_settings (plan_of (self))->status_date);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    {
      /* A form points to one of them while it tells of its edit. */
      guatu_keep_for_now (child);
      gtk_grid_remove (self->grid, child);
    }
  add_heads (self, matrix);
  for (guint i = 0; i < matrix->sponsors->len; i++)
    {
      const GuatuSponsor *sponsor = matrix->sponsors->pdata[i];

      gtk_grid_attach (self->grid, make_leader (self, sponsor), 0, (int) i + 1, 1, 1);
      for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
        gtk_grid_attach (self->grid, make_cell (self, sponsor, kind), (int) kind + 1, (int) i + 1, 1, 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->grid), matrix->sponsors->len > 0);
  gtk_widget_set_visible (self->empty, matrix->sponsors->len == 0);
  totals = g_strdup_printf (ngettext ("%u sponsorship in force", "%u sponsorships in force", matrix->n), matrix->n);
  gtk_label_set_text (self->totals, totals);
  gtk_widget_set_sensitive (self->add, guatu_document_get_read_only_reason (self->document) == NULL
                                       && guatu_plan_n_live (plan_of (self), GUATU_TABLE_PERSON) > 0);
  show_gaps (self, matrix);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
put_together (GuatuSponsorMatrix *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->totals = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "dim-label");
  self->gaps = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->gaps, TRUE);
  gtk_label_set_xalign (self->gaps, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->gaps), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->gaps), "gaps");
  self->add = gtk_button_new_with_mnemonic (_("Add _Sponsor…"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->add, TRUE);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->totals));
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->gaps));
  gtk_box_append (GTK_BOX (tools), self->add);
  gtk_widget_add_css_class (tools, "tools");
  gtk_box_append (GTK_BOX (self->box), tools);

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "matrix");
  self->empty = plain_label (_("No leader sponsors anything yet. “Add Sponsor” begins with a leader, who takes over "
                               "a township, a firm or project, a contact point, a petition case, a village or a "
                               "household."), "dim-label", 60);
  gtk_widget_set_halign (self->empty, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->empty, 48);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
guatu_sponsor_matrix_dispose (GObject *object)
{
  GuatuSponsorMatrix *self = GUATU_SPONSOR_MATRIX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_sponsor_matrix_parent_class)->dispose (object);
}

static void
guatu_sponsor_matrix_class_init (GuatuSponsorMatrixClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_sponsor_matrix_dispose;

  signals[PERSON] = g_signal_new ("person", GUATU_TYPE_SPONSOR_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "sponsormatrix");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_sponsor_matrix_init (GuatuSponsorMatrix *self)
{
}

GtkWidget *
guatu_sponsor_matrix_new (GuatuDocument *document)
{
  GuatuSponsorMatrix *self = g_object_new (GUATU_TYPE_SPONSOR_MATRIX, NULL);

  self->document = g_object_ref (document);
  put_together (self);
  guatu_sponsor_matrix_refresh (self);

  return GTK_WIDGET (self);
}
