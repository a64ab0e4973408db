/* guatu-report-list.h — the progress reports of a task, the newest first: looked at, corrected, taken back, added. */
#pragma once

#include "guatu-part-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_REPORT_LIST (guatu_report_list_get_type ())

G_DECLARE_FINAL_TYPE (GuatuReportList, guatu_report_list, GUATU, REPORT_LIST, GuatuPartList)

GtkWidget *guatu_report_list_new (GuatuDocument *document);

G_END_DECLS
