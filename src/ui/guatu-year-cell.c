/* guatu-year-cell.c — lets a day of a year be reached by the focus. */
#include "guatu-year-cell.h"

struct _GuatuYearCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GuatuYearCell, guatu_year_cell, GTK_TYPE_WIDGET)

static void
guatu_year_cell_class_init (GuatuYearCellClass *class)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "guatuday");
}

static void
guatu_year_cell_init (GuatuYearCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
guatu_year_cell_new (void)
{
  return g_object_new (GUATU_TYPE_YEAR_CELL, NULL);
}
