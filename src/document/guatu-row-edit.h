/* guatu-row-edit.h — one row as an edit would leave it: fields proposed, checked, then written. */
#pragma once

#include "guatu-document-private.h"

G_BEGIN_DECLS

#define GUATU_ROW_EDIT_MAX_FIELDS 64

/*
 * Lives on the stack of a verb. Values are those of the plan, or of a new row's fallbacks, with the
 * settings laid over them; the rules of the table may complete them (as late as possible empties the
 * constraint's date). Only what differs from the plan in the end is written. Texts are borrowed from
 * the plan and from the settings.
 */
typedef struct
{
  GuatuDocument *document;
  GuatuTable     table;
  gint32         row;         /* -1: a new row */
  gint64         id;
  guint64        given;       /* a bit for each field that the caller named */
  GuatuValue     values[GUATU_ROW_EDIT_MAX_FIELDS];
} GuatuRowEdit;

void     guatu_row_edit_init_new  (GuatuRowEdit        *self,
                                   GuatuDocument       *document,
                                   GuatuTable           table);
void     guatu_row_edit_init_row  (GuatuRowEdit        *self,
                                   GuatuDocument       *document,
                                   GuatuTable           table,
                                   gint32               row);

/* Lays @settings over the row: kinds, ranges, choices, fixed fields and references are checked. */
gboolean guatu_row_edit_take      (GuatuRowEdit        *self,
                                   const GuatuSetting  *settings,
                                   guint                n,
                                   GError             **error);

/* Whether a new row has what its table requires. */
gboolean guatu_row_edit_check_complete (const GuatuRowEdit *self,
                                   GError             **error);

/* The rules of the table (guatu-row-rules.c, guatu-task-rules.c, guatu-light-row-rules.c); may complete other
 * fields. */
gboolean guatu_row_edit_check     (GuatuRowEdit        *self,
                                   GError             **error);
gboolean guatu_row_edit_check_task (GuatuRowEdit       *self,
                                   GError             **error);
gboolean guatu_row_edit_check_link (GuatuRowEdit       *self,
                                   GError             **error);
gboolean guatu_row_edit_check_assignment (GuatuRowEdit *self,
                                   GError             **error);
gboolean guatu_row_edit_check_light_override (GuatuRowEdit *self,
                                   GError             **error);
gboolean guatu_row_edit_check_light_rule_set (GuatuRowEdit *self,
                                   GError             **error);
gboolean guatu_row_edit_check_task_target (GuatuRowEdit *self,
                                   GError             **error);

/* Writes what differs; a new row gets its id here. */
gboolean guatu_row_edit_write     (GuatuRowEdit        *self,
                                   GError             **error);

/* What guatu_row_edit_write() of a task that is there would write, into @overlay, with what follows for other rows. */
gboolean guatu_row_edit_foresee   (GuatuRowEdit        *self,
                                   GuatuOverlay        *overlay,
                                   GError             **error);

/* Whether the caller named the field. */
gboolean guatu_row_edit_is_given  (const GuatuRowEdit  *self,
                                   guint                field);

/* Whether the field would differ from what the plan holds; in a new row, from the fallback. */
gboolean guatu_row_edit_changes   (const GuatuRowEdit  *self,
                                   guint                field);

/* GUATU_NONE where empty. */
gint64   guatu_row_edit_number    (const GuatuRowEdit  *self,
                                   guint                field);
void     guatu_row_edit_set_number (GuatuRowEdit       *self,
                                   guint                field,
                                   gint64               number);

/* "" where empty. */
const char *guatu_row_edit_string (const GuatuRowEdit  *self,
                                   guint                field);

/* The row that the field refers to; -1: none. */
gint32   guatu_row_edit_reference (const GuatuRowEdit  *self,
                                   guint                field);

/* The first other row of the table in which @field is the same text; -1: none. An empty text is nobody's. */
gint32   guatu_row_edit_find_same_text (const GuatuRowEdit *self,
                                   guint                field);

/* The row as messages name it. Free it. */
char    *guatu_row_edit_title     (const GuatuRowEdit  *self);

/* Refuses the edit with a message about the row, whose title is `title_`. */
#define GUATU_REFUSE_ROW(self, error, ...) \
  G_STMT_START { \
    g_autofree char *title_ = guatu_row_edit_title (self); \
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, __VA_ARGS__); \
  } G_STMT_END

/* What the journal says of the edit: the row, and each field named. */
JsonObject *guatu_row_edit_arguments (const GuatuRowEdit *self);

/* Work (guatu-task-work.c) -------------------------------------------------------------------------- */

/* What an edit says of other fields of its row, just before it is written: a span that was kept, recorded dates
 * that no longer hold, the dates that an inactive task keeps. */
void     guatu_row_edit_complete_work (GuatuRowEdit    *self);

/* What it says of other rows, just after: the work of those assigned to a task whose duration or remaining part
 * changes, the span of a task whose assignments do, the recorded dates of a task whose links do. */
gboolean guatu_row_edit_write_work (const GuatuRowEdit *self,
                                   GError             **error);

/* The same of a task that is there, for a what-if. */
void     guatu_row_edit_foresee_work (const GuatuRowEdit *self,
                                   GuatuOverlay        *overlay);

/* Where the plan keeps recorded dates, takes them off a task that is edited; and a kept span as well, where the
 * work that it rests on changes. */
gboolean guatu_task_let_go         (GuatuDocument      *self,
                                    gint32              task,
                                    GError            **error);
gboolean guatu_task_forget_span    (GuatuDocument      *self,
                                    gint32              task,
                                    GError            **error);

/* Progress (guatu-task-progress.c) ------------------------------------------------------------------ */

/* The calendar that the edited task would have. */
const GuatuWorktime *guatu_row_edit_worktime (const GuatuRowEdit *self);

/* The amount of time that the edited task would take: its duration, or the span of a manual task's dates. */
gint64   guatu_row_edit_duration  (const GuatuRowEdit  *self);

/* @start moved by @amount of the edited task's own time: working, or wall-clock if it is elapsed. */
GuatuInstant guatu_row_edit_add_time (const GuatuRowEdit *self,
                                   GuatuInstant         start,
                                   gint64               amount);

/* Puts stop and resume where the remaining duration says (msproject §3.2). */
void     guatu_row_edit_place_stop (GuatuRowEdit       *self);

/* Moves the completed and the remaining part to the status date, where the plan's Move options say so (msproject §3.2;
 * GUATU_VARIANT_MOVE_…). To be called when progress has been entered. A finished task has said when it finished and
 * stays; so does one that has not started, and a plan without a status date moves nothing. */
void     guatu_row_edit_move_parts (GuatuRowEdit       *self);

/* What a leaf's actuals become once @report is as @edit has it; @edit %NULL: once it is gone. They stay as they are
 * unless it was the newest, or becomes it (guatu-document-progress.c). */
gboolean guatu_document_follow_report (GuatuDocument   *self,
                                   gint32               report,
                                   const GuatuRowEdit  *edit,
                                   GError             **error);

/* What the subtasks of a recurring task become where its rule is as @edit has it (guatu-document-recurrence.c). */
gboolean guatu_document_follow_recurrence (GuatuDocument *self,
                                   const GuatuRowEdit  *edit,
                                   GError             **error);

/* What they are called where their task is called otherwise by @edit. */
gboolean guatu_document_follow_name (GuatuDocument     *self,
                                   const GuatuRowEdit  *edit,
                                   GError             **error);

/* What a report of @share, dated @date, says of a leaf's actuals (planning.md, Reports and actuals). */
void     guatu_row_edit_take_report (GuatuRowEdit      *self,
                                   GuatuInstant         date,
                                   gint64               share);

G_END_DECLS
