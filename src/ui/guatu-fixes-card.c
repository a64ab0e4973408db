/* guatu-fixes-card.c — five buttons with a tick or a gap, and how many there are. */
#include "guatu-fixes-card.h"

#include <glib/gi18n-lib.h>

#define N_FIXES 5

struct _GuatuFixesCard
{
  GtkWidget  parent_instance;

  GtkWidget *count;
  GtkWidget *parts[N_FIXES];
  GtkWidget *icons[N_FIXES];
  guint      shown;             /* GuatuFixes, and one more bit for whether they are needed */
};

G_DEFINE_FINAL_TYPE (GuatuFixesCard, guatu_fixes_card, GTK_TYPE_WIDGET)

enum { GO, N_SIGNALS };

static guint signals[N_SIGNALS];

#define NEEDED (1u << N_FIXES)

static const struct { const char *name; const char *there; const char *missing; } fixes[N_FIXES] = {
  { NC_("five fixes", "person"), N_("Someone is named as responsible"), N_("Name someone who is responsible") },
  { NC_("five fixes", "matter"), N_("It says what is to be done"), N_("Say what is to be done") },
  { NC_("five fixes", "goal"), N_("It says what is to be achieved"), N_("Say what is to be achieved") },
  { NC_("five fixes", "responsibility"), N_("A unit leads it"), N_("Name the unit that leads it") },
  { NC_("five fixes", "deadline"), N_("It has a deadline"), N_("Set a deadline") },
};

static void
clicked_cb (GuatuFixesCard *self,
            GtkWidget      *button)
{
  for (guint i = 0; i < N_FIXES; i++)
    if (self->parts[i] == button)
      g_signal_emit (self, signals[GO], 0, 1u << i);
}

static void
set_class (GtkWidget  *widget,
           const char *class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

static void
show_part (GuatuFixesCard *self,
           guint           i,
           gboolean        there,
           gboolean        needed)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "five fixes", fixes[i].name);
  /* Translators: one of the Five Fixes, and whether the task has it. */
  g_autofree char *spoken = g_strdup_printf (there ? _("%s: there") : _("%s: missing"), name);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[i]), there ? "object-select-symbolic" : "list-add-symbolic");
  set_class (self->parts[i], "there", there);
  set_class (self->parts[i], "missing", !there);
  set_class (self->parts[i], "needed", !there && needed);
  gtk_widget_set_tooltip_text (self->parts[i], there ? _(fixes[i].there) : _(fixes[i].missing));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  there ? _(fixes[i].there) : _(fixes[i].missing), -1);
}

void
guatu_fixes_card_show (GuatuFixesCard  *self,
                       const GuatuPlan *plan,
                       gint32           task)
{
  g_autofree char *count = NULL;
  guint shown, n, n_there = 0;

  g_return_if_fail (GUATU_IS_FIXES_CARD (self));

  guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);
  shown = guatu_task_fixes (plan, task) | (n > 0 ? NEEDED : 0);
  if (shown == self->shown)
    return;

  self->shown = shown;
  for (guint i = 0; i < N_FIXES; i++)
    {
      gboolean there = (shown & 1u << i) != 0;

      show_part (self, i, there, (shown & NEEDED) != 0);
      n_there += there ? 1 : 0;
    }
  /* Translators: how many of the Five Fixes a task has. */
  count = g_strdup_printf (_("%1$u of %2$u"), n_there, N_FIXES);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  set_class (self->count, "marked", n_there < N_FIXES && (shown & NEEDED) != 0);
}

const char *
guatu_fixes_card_get_count (GuatuFixesCard *self)
{
  g_return_val_if_fail (GUATU_IS_FIXES_CARD (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->count));
}

GtkWidget *
guatu_fixes_card_get_part (GuatuFixesCard *self,
                           guint           fix)
{
  g_return_val_if_fail (GUATU_IS_FIXES_CARD (self), NULL);

  for (guint i = 0; i < N_FIXES; i++)
    if (fix == 1u << i)
      return self->parts[i];

  return NULL;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_fixes_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (guatu_fixes_card_parent_class)->dispose (object);
}

static void
guatu_fixes_card_class_init (GuatuFixesCardClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_fixes_card_dispose;

  signals[GO] = g_signal_new ("go", GUATU_TYPE_FIXES_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_part (GuatuFixesCard *self,
          guint           i)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->icons[i] = gtk_image_new ();
  self->parts[i] = button;
  gtk_box_append (GTK_BOX (box), self->icons[i]);
  gtk_box_append (GTK_BOX (box), gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "five fixes", fixes[i].name)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fix");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static void
guatu_fixes_card_init (GuatuFixesCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (_("Five Fixes"));
  GtkWidget *lines[2];

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "part-card");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "dim-label");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "fact");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      lines[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      gtk_widget_set_parent (lines[i], GTK_WIDGET (self));
    }
  for (guint i = 0; i < N_FIXES; i++)
    gtk_box_append (GTK_BOX (lines[i / 3]), new_part (self, i));
  self->shown = G_MAXUINT;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
}

GtkWidget *
guatu_fixes_card_new (void)
{
  return g_object_new (GUATU_TYPE_FIXES_CARD, NULL);
}
