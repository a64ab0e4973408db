/* guatu-inspector.h — all about the task that is selected: how it stands and why, whose it is, when it is due. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_INSPECTOR (guatu_inspector_get_type ())

/**
 * GuatuInspector:
 *
 * Follows the selection of its view. Several tasks are counted and added up; without any it says what goes here. Facts
 * are changed where they stand, each by one verb; what is refused says so at its place, and stays as it was.
 */
G_DECLARE_FINAL_TYPE (GuatuInspector, guatu_inspector, GUATU, INSPECTOR, GtkWidget)

GtkWidget *guatu_inspector_new (GuatuBattleView *view);

G_END_DECLS
