/* guatu-phase-page.c — a bar of the phases to scale, and their list below it. */
#include "guatu-phase-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"
#include "guatu-tab-stop.h"
#include "guatu-task-words.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define BAR_HEIGHT ((int) guatu_text_scaled (44))
#define GAP 2

/* The bar -------------------------------------------------------------------------------------------- */

#define GUATU_TYPE_PHASE_BAR (guatu_phase_bar_get_type ())
G_DECLARE_FINAL_TYPE (GuatuPhaseBar, guatu_phase_bar, GUATU, PHASE_BAR, GtkWidget)

struct _GuatuPhaseBar
{
  GtkWidget      parent_instance;

  GuatuDocument *document;
};

G_DEFINE_FINAL_TYPE (GuatuPhaseBar, guatu_phase_bar, GTK_TYPE_WIDGET)

static gboolean
is_drawn (const GuatuPhase *phase)
{
  return phase->from_date != GUATU_NONE && phase->to_date != GUATU_NONE;
}

/* From the first day to the end of the last one. FALSE: no phase has days. */
static gboolean
find_span (const GuatuPlan *plan,
           GuatuInstant    *from,
           GuatuInstant    *to)
{
  const GuatuPhase *phases = guatu_plan_rows (plan, GUATU_TABLE_PHASE);

  *from = *to = GUATU_NONE;
  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_PHASE); i++)
    if (phases[i].id != 0 && is_drawn (&phases[i]))
      {
        *from = *from == GUATU_NONE ? phases[i].from_date : MIN (*from, phases[i].from_date);
        *to = *to == GUATU_NONE ? phases[i].to_date + GUATU_DAY : MAX (*to, phases[i].to_date + GUATU_DAY);
      }

  return *from != GUATU_NONE;
}

/* A day that two phases share is half of each. */
static double
edge (const GuatuPlan *plan,
      GuatuInstant     day,
      gboolean         is_start)
{
  const GuatuPhase *phases = guatu_plan_rows (plan, GUATU_TABLE_PHASE);

  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_PHASE); i++)
    if (phases[i].id != 0 && is_drawn (&phases[i]) && (is_start ? phases[i].to_date : phases[i].from_date) == day
        && phases[i].from_date != phases[i].to_date)
      return (double) day + GUATU_DAY / 2.0;

  return (double) (is_start ? day : day + GUATU_DAY);
}

static void
draw_phase (GuatuPhaseBar      *self,
            GtkSnapshot        *snapshot,
            const GuatuPalette *palette,
            const GuatuPhase   *phase,
            guint               hue,
            double              from,
            double              per_second)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  double left = (edge (plan, phase->from_date, TRUE) - from) * per_second;
  double width = MAX ((edge (plan, phase->to_date, FALSE) - from) * per_second - left - GAP, 3);
  GdkRGBA ground = guatu_colour_to_rgba (guatu_palette_fill (palette, GUATU_INK_IN_HUE (GUATU_INK_BAR, hue)).ground);
  GdkRGBA ink;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) left, 0, (float) width,
                                               (float) gtk_widget_get_height (GTK_WIDGET (self)));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                                  guatu_plan_text (plan, phase->name));
  double light = 0.299 * ground.red + 0.587 * ground.green + 0.114 * ground.blue;
  GskRoundedRect round;
  int height;

  ink = light > 0.55 ? (GdkRGBA) { 0, 0, 0, 0.87f } : (GdkRGBA) { 1, 1, 1, 1 };
  gsk_rounded_rect_init_from_rect (&round, &bounds, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  pango_layout_set_width (layout, (int) MAX (width - 12, 0) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left + 6,
                                                          (bounds.size.height - (float) height) / 2));
  if (width > 30)
    gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
guatu_phase_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GuatuPhaseBar *self = GUATU_PHASE_BAR (widget);
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const GuatuPhase *phases = guatu_plan_rows (plan, GUATU_TABLE_PHASE);
  GuatuInstant from, to;
  GuatuPalette palette;
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, GUATU_TABLE_PHASE, &n);

  if (!find_span (plan, &from, &to))
    return;
  guatu_screen_palette_init_plain (&palette);
  for (guint i = 0; i < n; i++)
    if (is_drawn (&phases[rows[i]]))
      draw_phase (self, snapshot, &palette, &phases[rows[i]], i % 8, (double) from,
                  gtk_widget_get_width (widget) / (double) (to - from));
}

static void
guatu_phase_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 120;
}

static void
guatu_phase_bar_dispose (GObject *object)
{
  g_clear_object (&GUATU_PHASE_BAR (object)->document);

  G_OBJECT_CLASS (guatu_phase_bar_parent_class)->dispose (object);
}

static void
guatu_phase_bar_class_init (GuatuPhaseBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_phase_bar_dispose;
  GTK_WIDGET_CLASS (class)->snapshot = guatu_phase_bar_snapshot;
  GTK_WIDGET_CLASS (class)->measure = guatu_phase_bar_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
guatu_phase_bar_init (GuatuPhaseBar *self)
{
}

/* The page ------------------------------------------------------------------------------------------- */

struct _GuatuPhasePage
{
  GtkWidget      parent_instance;

  GtkWidget     *clamp;
  GtkWidget     *bar;
  GtkWidget     *phases;

  GuatuDocument *document;
};

G_DEFINE_FINAL_TYPE (GuatuPhasePage, guatu_phase_page, GTK_TYPE_WIDGET)

/* In one line. */
static char *
join_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && joined->len > 0)
      {
        g_autofree char *longer = g_strdup_printf (C_("list", "%1$s, %2$s"), joined->str, lines[i]);

        g_string_assign (joined, longer);
      }
    else
      g_string_append (joined, lines[i]);

  return g_string_free (joined, FALSE);
}

/* "Mon, Aug 22, 2022 to Mon, Sep 5, 2022 · 8月下旬 · deliverables". */
static char *
phase_detail (const GuatuPlan *plan,
              gint32           row)
{
  const GuatuPhase *phase = (const GuatuPhase *) guatu_plan_rows (plan, GUATU_TABLE_PHASE) + row;
  g_autofree char *deliverables = join_lines (guatu_plan_string (plan, GUATU_TABLE_PHASE, row,
                                                                 GUATU_PHASE_DELIVERABLES));
  const char *wording = guatu_plan_text (plan, phase->wording);
  g_autofree char *from = phase->from_date != GUATU_NONE ? guatu_words_day (phase->from_date) : g_strdup ("…");
  g_autofree char *to = phase->to_date != GUATU_NONE ? guatu_words_day (phase->to_date) : g_strdup ("…");
  /* Translators: the first and the last day of a phase. */
  g_autofree char *days = g_strdup_printf (_("%1$s to %2$s"), from, to);
  GString *text = g_string_new (days);

  if (*wording != '\0')
    g_string_append_printf (text, " · %s", wording);
  if (*deliverables != '\0')
    g_string_append_printf (text, " · %s", deliverables);

  return g_string_free (text, FALSE);
}

guint
guatu_phase_page_n_drawn (GuatuPhasePage *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const GuatuPhase *phases = guatu_plan_rows (plan, GUATU_TABLE_PHASE);
  guint n = 0;

  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_PHASE); i++)
    n += phases[i].id != 0 && is_drawn (&phases[i]);

  return gtk_widget_get_visible (self->bar) ? n : 0;
}

gboolean
guatu_phase_page_get_span (GuatuPhasePage *self,
                           gint64          phase,
                           double         *from,
                           double         *to)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_PHASE, phase);
  const GuatuPhase *found = (const GuatuPhase *) guatu_plan_rows (plan, GUATU_TABLE_PHASE) + row;

  g_return_val_if_fail (GUATU_IS_PHASE_PAGE (self), FALSE);

  if (row < 0 || !is_drawn (found))
    return FALSE;
  *from = edge (plan, found->from_date, TRUE);
  *to = edge (plan, found->to_date, FALSE);

  return TRUE;
}

void
guatu_phase_page_refresh (GuatuPhasePage *self)
{
  GuatuInstant from, to;

  g_return_if_fail (GUATU_IS_PHASE_PAGE (self));

  guatu_row_list_refresh (GUATU_ROW_LIST (self->phases));
  gtk_widget_set_visible (self->bar, find_span (guatu_document_get_plan (self->document), &from, &to));
  gtk_widget_queue_draw (self->bar);
}

GuatuRowList *
guatu_phase_page_get_phases (GuatuPhasePage *self)
{
  return GUATU_ROW_LIST (self->phases);
}

static gboolean
guatu_phase_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GUATU_PHASE_PAGE (widget)->phases);
}

static void
guatu_phase_page_dispose (GObject *object)
{
  g_clear_pointer (&GUATU_PHASE_PAGE (object)->clamp, gtk_widget_unparent);
  g_clear_object (&GUATU_PHASE_PAGE (object)->document);

  G_OBJECT_CLASS (guatu_phase_page_parent_class)->dispose (object);
}

static void
guatu_phase_page_class_init (GuatuPhasePageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_phase_page_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = guatu_phase_page_grab_focus;
  guatu_tab_goes_through (GTK_WIDGET_CLASS (class));
  guatu_desk_page_install_signals (GTK_WIDGET_CLASS (class));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_phase_page_init (GuatuPhasePage *self)
{
}

GtkWidget *
guatu_phase_page_new (GuatuDocument *document)
{
  static const guint fields[] = { GUATU_PHASE_NAME, GUATU_PHASE_FROM_DATE, GUATU_PHASE_TO_DATE, GUATU_PHASE_WORDING,
                                  GUATU_PHASE_DELIVERABLES, 0 };
  static const GuatuRowListKind kind = {
    GUATU_TABLE_PHASE, 0, fields, N_("Phases"), N_("Add a phase"), N_("Change the phase"),
    N_("The plan has no phases. A phase is a part of the year with a name, such as mobilising, implementing, summing "
       "up."), phase_detail, NULL, NULL,
  };
  GuatuPhasePage *self = g_object_new (GUATU_TYPE_PHASE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->document = g_object_ref (document);
  self->bar = g_object_new (GUATU_TYPE_PHASE_BAR, NULL);
  GUATU_PHASE_BAR (self->bar)->document = g_object_ref (document);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The phases one after another"), -1);
  self->phases = guatu_row_list_new (document, &kind);
  guatu_desk_page_pass_on (self, self->phases);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_widget_set_vexpand (self->phases, TRUE);
  gtk_box_append (GTK_BOX (box), self->phases);
  gtk_widget_add_css_class (box, "page");
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), box);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
  guatu_phase_page_refresh (self);

  return GTK_WIDGET (self);
}
