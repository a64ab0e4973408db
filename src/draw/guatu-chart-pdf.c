/* guatu-chart-pdf.c — metadata, page labels and the outline of a chart's PDF. */
#include "guatu-chart-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"

static void
describe (cairo_surface_t     *surface,
          cairo_pdf_metadata_t what,
          const char          *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, what, text);
}

/* What the plan is filed under: its code, and the categories of its ledgers. */
static char *
make_keywords (const GuatuPlan *plan)
{
  const GuatuCategory *categories = guatu_plan_rows (plan, GUATU_TABLE_CATEGORY);
  g_autofree gint32 *order = NULL;
  GString *words = g_string_new (guatu_plan_text (plan, guatu_plan_settings (plan)->code));
  guint n;

  order = guatu_plan_in_order (plan, GUATU_TABLE_CATEGORY, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *name = guatu_plan_text (plan, categories[order[i]].name);

      if (*name != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", name);
    }

  return g_string_free (words, FALSE);
}

void
guatu_pdf_describe (cairo_surface_t *surface,
                    const GuatuPlan *plan,
                    const char      *language,
                    GuatuInstant     printed)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  gboolean dated = printed != GUATU_NONE && printed != 0;
  g_autofree char *date = dated ? guatu_instant_to_iso (printed) : NULL;
  g_autofree char *keywords = make_keywords (plan);
  const char *title = guatu_plan_text (plan, settings->title);

  if (*title == '\0')
    title = guatu_chart_text (language, N_("Untitled plan"));
  describe (surface, CAIRO_PDF_METADATA_TITLE, title);
  describe (surface, CAIRO_PDF_METADATA_SUBJECT, guatu_plan_text (plan, settings->subtitle));
  describe (surface, CAIRO_PDF_METADATA_AUTHOR, guatu_plan_text (plan, settings->issuing_body));
  describe (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  describe (surface, CAIRO_PDF_METADATA_CREATOR, "Guatu");
  describe (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  describe (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* A group that goes on in the next panel is found where it begins. */
static void
add_groups (cairo_surface_t  *surface,
            const GuatuSheet *sheet,
            const GuatuPanel *panel,
            guint             page)
{
  const GuatuGroup *whole = sheet->content.rows->groups;

  for (guint i = 0; i < panel->rows->n_groups; i++)
    {
      const GuatuGroup *group = &panel->rows->groups[i];
      const char *name = guatu_rows_group_name (panel->rows, i, sheet->content.language);
      g_autofree char *place = NULL;
      GuatuBox box;

      if (group->n_rows == 0 || panel->first + group->first != whole[i].first || *name == '\0')
        continue;
      box = guatu_chart_row_box (&panel->view, group->first);
      /* Whole points, which no locale writes with a comma. */
      place = g_strdup_printf ("page=%u pos=[%d %d]", page, (int) panel->frame.x, (int) box.y);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, place, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

void
guatu_pdf_add_page (cairo_surface_t  *surface,
                    const GuatuSheet *sheet,
                    guint             page,
                    const char       *label)
{
  if (label != NULL)
    cairo_pdf_surface_set_page_label (surface, label);
  for (guint i = 0; i < sheet->n_panels; i++)
    add_groups (surface, sheet, &sheet->panels[i], page);
}
