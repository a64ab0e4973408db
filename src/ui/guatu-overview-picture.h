/* guatu-overview-picture.h — all bars of a plan in a picture of a few thousand pixels, however many tasks there are. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"
#include "guatu-palette.h"

G_BEGIN_DECLS

/* Pixels of the device. Rows that fall on the same pixel are mixed: where more bars lie the colour is fuller. Only
 * tasks that stand for themselves are painted, in the hues of their bars. */
GdkTexture *guatu_overview_picture_new (const GuatuChartView *chart,
                                        const GuatuPalette   *palette,
                                        GuatuInstant          from,
                                        GuatuInstant          to,
                                        int                   width,
                                        int                   height);

G_END_DECLS
