/* guatu-battle-view.h — what table and timeline of a battle map show together: rows, dates, selection, zoom. */
#pragma once

#include "guatu-chart-content.h"
#include "guatu-chart-view.h"
#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BATTLE_VIEW (guatu_battle_view_get_type ())

/**
 * GuatuBattleView:
 *
 * Table, timeline, header and inspector look at this and never at each other. It holds no widget. What it answers is
 * up to date whenever a signal says that something changed, and lives until the next one.
 *
 * Signals: ::rows-changed, the list of rows, or anything that a row shows, is another; ::scale-changed, dates stand
 * elsewhere; ::selection-changed; ::look-changed, layers or what labels say; ::revealed (gint64 task), somebody was led
 * to the task: whoever shows it scrolls there.
 */
G_DECLARE_FINAL_TYPE (GuatuBattleView, guatu_battle_view, GUATU, BATTLE_VIEW, GObject)

GuatuBattleView       *guatu_battle_view_new           (GuatuDocument        *document);

GuatuDocument         *guatu_battle_view_get_document  (GuatuBattleView      *self);
const GuatuRows       *guatu_battle_view_get_rows      (GuatuBattleView      *self);

/* For painting and hit testing: rows are of one height and begin at y = 0, the chart at x = 0 with the first date of
 * the scale. No table. */
const GuatuChartView  *guatu_battle_view_get_chart     (GuatuBattleView      *self);

/* The width of the whole scale, in pixels. */
double                 guatu_battle_view_get_width     (GuatuBattleView      *self);

/* Pixels per day; kept within what can be drawn. */
double                 guatu_battle_view_get_zoom      (GuatuBattleView      *self);
void                   guatu_battle_view_set_zoom      (GuatuBattleView      *self,
                                                        double                pixels_per_day);

/* The finest unit that the scale shows at this zoom. */
GuatuScaleUnit         guatu_battle_view_get_unit      (GuatuBattleView      *self);

double                 guatu_battle_view_clamp_zoom    (double                pixels_per_day);

/**
 * guatu_battle_view_show:
 * @from, @to: what a window is to show, at least
 *
 * Sets the zoom, and has the scale reach as far as @from and @to, even where the plan does not: ground to draw on, and
 * a date under the pointer that can stay there.
 */
void                   guatu_battle_view_show          (GuatuBattleView      *self,
                                                        double                pixels_per_day,
                                                        GuatuInstant          from,
                                                        GuatuInstant          to);

/* The dates of the plan with a margin: what fits into a window when all of it is to be seen. */
void                   guatu_battle_view_get_span      (GuatuBattleView      *self,
                                                        GuatuInstant         *from,
                                                        GuatuInstant         *to);

/* What day it is; GUATU_NONE: nobody says. */
void                   guatu_battle_view_set_today     (GuatuBattleView      *self,
                                                        GuatuInstant          today);

/* The zoom at which the whole plan fits into @width. */
double                 guatu_battle_view_fitting_zoom  (GuatuBattleView      *self,
                                                        double                width);

/* What is shown, and in which order; copied, but for its tables of what is folded, which are the view's own. */
const GuatuRowsQuery  *guatu_battle_view_get_query     (GuatuBattleView      *self);
void                   guatu_battle_view_set_query     (GuatuBattleView      *self,
                                                        const GuatuRowsQuery *query);

/* The same query with another text to search for: "" or %NULL, all. Nothing is told where it is the same text. */
void                   guatu_battle_view_search        (GuatuBattleView      *self,
                                                        const char           *text);

/* Hides or shows what lies below a row: a summary, or the heading of a group. */
void                   guatu_battle_view_toggle        (GuatuBattleView      *self,
                                                        guint                 row);

/* Hides what lies below every summary and heading, or shows all of it. */
void                   guatu_battle_view_fold_all      (GuatuBattleView      *self,
                                                        gboolean              folded);

/* Shows the first @levels levels of the outline, 1 at least, and hides what lies below them. */
void                   guatu_battle_view_fold_to       (GuatuBattleView      *self,
                                                        guint                 levels);

/**
 * guatu_battle_view_get_folded:
 * @groups: of the groups that are folded, what guatu_battle_view_set_folded() knows them by; free it
 *
 * The ids of the tasks that are folded, whether they are shown or not; of gint64, as are the groups. Free it.
 */
GArray                *guatu_battle_view_get_folded    (GuatuBattleView      *self,
                                                        GArray              **groups);
void                   guatu_battle_view_set_folded    (GuatuBattleView      *self,
                                                        GArray               *tasks,
                                                        GArray               *groups);

/* Whether the strip with the whole plan is shown where the plan does not fit into the window; ::look-changed tells. */
gboolean               guatu_battle_view_get_overview  (GuatuBattleView      *self);
void                   guatu_battle_view_set_overview  (GuatuBattleView      *self,
                                                        gboolean              shown);

guint                  guatu_battle_view_get_layers    (GuatuBattleView      *self);
void                   guatu_battle_view_set_layers    (GuatuBattleView      *self,
                                                        guint                 layers);

/* What labels beside bars say (GuatuLabelKinds); ::look-changed tells. */
guint                  guatu_battle_view_get_labels    (GuatuBattleView      *self);
void                   guatu_battle_view_set_labels    (GuatuBattleView      *self,
                                                        guint                 kinds);

/* Which baseline is shown, against which slips are told: one by its id, or one of these. Lights are measured on the
 * plan's reference whatever is shown. */
#define GUATU_BASELINE_NONE      ((gint64) 0)
#define GUATU_BASELINE_REFERENCE ((gint64) -1)

/* Its row; -1: none is shown. One that was chosen and is removed leaves the reference. ::rows-changed tells. */
gint32                 guatu_battle_view_get_baseline  (GuatuBattleView      *self);
gint64                 guatu_battle_view_get_baseline_choice (GuatuBattleView *self);
void                   guatu_battle_view_choose_baseline (GuatuBattleView    *self,
                                                        gint64                baseline);

/* Tasks by their ids. */
gboolean               guatu_battle_view_is_selected   (GuatuBattleView      *self,
                                                        gint64                task);
guint                  guatu_battle_view_n_selected    (GuatuBattleView      *self);
void                   guatu_battle_view_select        (GuatuBattleView      *self,
                                                        const gint64         *tasks,
                                                        guint                 n);

/* Selects the task alone, unfolds what hides it, and has it brought into sight. What a filter hides stays hidden. */
void                   guatu_battle_view_reveal        (GuatuBattleView      *self,
                                                        gint64                task);

G_END_DECLS
