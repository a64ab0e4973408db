/* guatu-sheet-panels.c — rows side by side: where a sheet is wide, and its rows are many. */
#include "guatu-sheet-private.h"

/* Splitting --------------------------------------------------------------------------------------- */

/* A heading does not stand alone at the foot of a panel. */
static guint
break_before (const GuatuRows *rows,
              guint            row,
              guint            first)
{
  return row > first + 1 && rows->rows[row - 1].task < 0 ? row - 1 : row;
}

guint
guatu_fit_panels (GuatuSheetFit *self,
                  double         limit,
                  guint         *starts)
{
  const GuatuRows *rows = self->sheet->content.rows;
  double height = 0;
  guint first = 0, n = 0;

  starts[n++] = 0;
  for (guint row = 0; row < rows->n; row++)
    {
      height += self->heights[row];
      if (height <= limit || row == first)
        continue;
      if (n == GUATU_MAX_PANELS)
        return n + 1;
      row = first = break_before (rows, row, first);
      starts[n++] = first;
      height = self->heights[row];
    }

  return n;
}

/* As even as rows allow, into as many panels as the sheet has. */
static void
split (GuatuSheetFit *self,
       guint         *starts)
{
  GuatuSheet *sheet = self->sheet;
  double low = 0, high = 0;
  guint n;

  for (guint row = 0; row < sheet->content.rows->n; row++)
    high += self->heights[row];
  for (int i = 0; i < 30; i++)
    {
      double middle = (low + high) / 2;

      if (guatu_fit_panels (self, middle, starts) <= sheet->n_panels)
        high = middle;
      else
        low = middle;
    }
  n = guatu_fit_panels (self, high, starts);
  for (guint i = n; i <= sheet->n_panels; i++)
    starts[i] = sheet->content.rows->n;
}

/* Places ------------------------------------------------------------------------------------------ */

/* What every row can have more than it needs. */
static double
room_to_share (GuatuSheetFit *self,
               const guint   *starts,
               double         room,
               double         most)
{
  double more = most;

  for (guint i = 0; i < self->sheet->n_panels; i++)
    {
      double height = 0;

      for (guint row = starts[i]; row < starts[i + 1]; row++)
        height += self->heights[row];
      if (starts[i + 1] > starts[i])
        more = MIN (more, (room - height) / (starts[i + 1] - starts[i]));
    }

  return MAX (more, 0);
}

static void
move_right (GuatuBox *box,
            double    by)
{
  box->x += by;
}

/* The first panel's place is the sheet's; the others stand right of it. */
static void
make_panel (GuatuSheetFit *self,
            GuatuPanel    *panel,
            double         right,
            guint          first,
            guint          n,
            double         more)
{
  GuatuSheet *sheet = self->sheet;

  panel->first = first;
  panel->rows = guatu_rows_slice (sheet->content.rows, sheet->content.plan, first, n);
  panel->scale = sheet->scale;
  panel->scale.left += right;
  for (guint i = 0; i < self->n_columns; i++)
    {
      panel->columns[i] = sheet->columns[i];
      panel->columns[i].x += right;
    }
  panel->tops = g_new (double, n + 1);
  panel->tops[0] = 0;
  for (guint row = 0; row < n; row++)
    panel->tops[row + 1] = panel->tops[row] + self->heights[first + row] + more;

  panel->view = sheet->view;
  panel->view.rows = panel->rows;
  panel->view.scale = &panel->scale;
  panel->view.columns = panel->columns;
  panel->view.tops = panel->tops;
  move_right (&panel->view.chart, right);
  panel->heading = sheet->heading;
  panel->holidays_box = sheet->holidays_box;
  panel->frame = sheet->frame;
  panel->phases_box = sheet->phases_box;
  move_right (&panel->heading, right);
  move_right (&panel->holidays_box, right);
  move_right (&panel->frame, right);
  move_right (&panel->phases_box, right);
}

double
guatu_fit_share_out (GuatuSheetFit *self,
                     double         room,
                     double         most)
{
  split (self, self->starts);

  return room_to_share (self, self->starts, room, most);
}

void
guatu_sheet_make_panels (GuatuSheetFit *self,
                         double         more)
{
  GuatuSheet *sheet = self->sheet;
  guint links = sheet->content.rows->n_links;

  sheet->panels = g_new0 (GuatuPanel, sheet->n_panels);
  for (guint i = 0; i < sheet->n_panels; i++)
    {
      GuatuPanel *panel = &sheet->panels[i];

      make_panel (self, panel, i * (guatu_sheet_panel_width (sheet) + guatu_sheet_gutter (sheet)), self->starts[i],
                  self->starts[i + 1] - self->starts[i], more);
      panel->view.routes = panel->routes = guatu_routes_new (&panel->view);
      panel->view.labels = panel->labels = guatu_labels_new (&panel->view, self->painter);
      links -= panel->rows->n_links;
    }
  sheet->links_left_out = (sheet->content.layers & GUATU_LAYER_LINKS) != 0 ? links : 0;
  sheet->view = sheet->panels[0].view;
}

void
guatu_sheet_free_panels (GuatuSheet *sheet)
{
  for (guint i = 0; sheet->panels != NULL && i < sheet->n_panels; i++)
    {
      GuatuPanel *panel = &sheet->panels[i];

      guatu_labels_free (panel->labels);
      guatu_routes_free (panel->routes);
      guatu_rows_free (panel->rows);
      g_free (panel->tops);
    }
  g_free (sheet->panels);
}
