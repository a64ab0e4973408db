/* guatu-document.h — one open plan: verbs in, changes out. The only door through which a plan changes. */
#pragma once

#include <glib-object.h>

#include "guatu-backward-plan.h"
#include "guatu-plan-shift.h"
#include "guatu-schedule.h"
#include "guatu-store.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DOCUMENT (guatu_document_get_type ())

/**
 * GuatuDocument:
 *
 * A plan file that is open. A verb is a function below that ends in one transaction and one journal
 * entry, or in an error that changed nothing. After each commit the plan in memory is brought up to
 * date from the changeset, the schedule is computed afresh, and ::changed is emitted.
 *
 * Signals: ::changed (no arguments), once for each verb that wrote, and once for what others wrote; never
 * for a verb that was refused. Whoever is told finds plan and schedule up to date, and may call verbs.
 * ::trouble (no arguments): what guatu_document_get_trouble() answers is another.
 *
 * A verb first takes over what others have written and validates against that. One that would change
 * nothing (the same value, a task moved to where it stands) succeeds and logs nothing. Refusals come
 * as GUATU_DOCUMENT_ERROR and say which row breaks which rule and what to do; trouble with the file
 * comes as GUATU_STORE_ERROR.
 */
G_DECLARE_FINAL_TYPE (GuatuDocument, guatu_document, GUATU, DOCUMENT, GObject)

#define GUATU_DOCUMENT_ERROR (guatu_document_error_quark ())

typedef enum
{
  GUATU_DOCUMENT_ERROR_INVALID,       /* the edit breaks a rule; the message says which */
  GUATU_DOCUMENT_ERROR_NOT_FOUND,
  GUATU_DOCUMENT_ERROR_CYCLE,
  GUATU_DOCUMENT_ERROR_NOTHING,       /* nothing to undo or redo */
  GUATU_DOCUMENT_ERROR_BARRIER,       /* undo does not go behind this */
} GuatuDocumentError;

GQuark           guatu_document_error_quark      (void);

/* Opening ------------------------------------------------------------------------------------------ */

/**
 * guatu_document_create:
 * @content: the rows of the new plan (a new one: settings and calendars), with ids
 * @author: (nullable): who signs the entry; %NULL: the system's user
 * @kind: "create" or "import": the first entry, which undo never takes back
 * @arguments: (nullable): JSON object for the entry
 *
 * Makes the file, in one transaction. A cycle in @content is an error, and so
 * is a field that no verb would let in; then there is no file. Members of @arguments that titles read:
 * "title" (create), "source" (import).
 */
GuatuDocument   *guatu_document_create           (const char          *path,
                                                  const GuatuPlan     *content,
                                                  const char          *author,
                                                  const char          *kind,
                                                  const char          *arguments,
                                                  GuatuProgressFunc    progress,
                                                  gpointer             data,
                                                  GError             **error);

GuatuDocument   *guatu_document_open             (const char          *path,
                                                  gboolean             read_only,
                                                  GError             **error);

const char      *guatu_document_get_path         (GuatuDocument       *self);
const char      *guatu_document_get_read_only_reason (GuatuDocument   *self);

/* Why the last verb could not be saved: the disk is full, another process is busy … Then nothing was changed in memory
 * either, and the next verb that is saved ends it. %NULL if all is well; lives until the next verb. */
const GError    *guatu_document_get_trouble      (GuatuDocument       *self);

/* Its cause is known to be over: the file is back where it was, the other process is done. */
void             guatu_document_forget_trouble   (GuatuDocument       *self);

/* Both live until the next change. */
const GuatuPlan *guatu_document_get_plan         (GuatuDocument       *self);
const GuatuSchedule *guatu_document_get_schedule (GuatuDocument       *self);

GuatuStore      *guatu_document_get_store        (GuatuDocument       *self);

/* The name that entries are signed with; the system's user name by default. */
void             guatu_document_set_author       (GuatuDocument       *self,
                                                  const char          *author);
const char      *guatu_document_get_author       (GuatuDocument       *self);

/* Who sits in front of the machine, as far as the system knows. Free it. */
char            *guatu_document_usual_author     (void);

/* Takes over what other processes have written since. Returns FALSE on error. */
gboolean         guatu_document_catch_up         (GuatuDocument       *self,
                                                  GError             **error);

/* Another document of the same file, opened in a thread of its own, is going to write: what it writes is not looked for
 * until it is adopted, which must follow. */
void             guatu_document_await            (GuatuDocument       *self);

/* Takes over what @other has written, and what came after: its plan and its schedule, which are there already, become
 * those of @self. @other is of no use afterwards; %NULL: it has written nothing. */
gboolean         guatu_document_adopt            (GuatuDocument       *self,
                                                  GuatuDocument       *other,
                                                  GError             **error);

/* Verbs -------------------------------------------------------------------------------------------- */

/* One field to set; a task's duration and a link's lag bring their unit and kind as fields of their own. */
typedef struct
{
  guint      field;
  GuatuValue value;
} GuatuSetting;

/* Adds a row to any table; a task goes behind its siblings unless a position is among the settings.
 * Links, assignments, reports and baselines have verbs of their own. @id takes the new row's id. */
gboolean         guatu_document_add              (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  const GuatuSetting  *settings,
                                                  guint                n,
                                                  gint64              *id,
                                                  GError             **error);

/* Takes in the one calendar of a plan that was made for it (guatu_empty_plan_new()), with all that belongs to it,
 * in one entry; ids stay as they are. GUATU_DOCUMENT_ERROR_INVALID if its short name is there already. */
gboolean         guatu_document_add_calendar     (GuatuDocument       *self,
                                                  const GuatuPlan     *from,
                                                  gint64              *id,
                                                  GError             **error);

/* Sets fields of one row, and what follows from them: as soon or as late as possible empties the constraint's
 * date; manual mode takes the scheduled dates where none are given, automatic mode empties them; an actual
 * start or a remaining duration places stop and resume, and with the latter the plan's Move options may move
 * them; a changed duration leaves what is done as it is; an actual finish leaves nothing remaining; a parent
 * without a position puts the row at the end. */
gboolean         guatu_document_set              (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  gint64               id,
                                                  const GuatuSetting  *settings,
                                                  guint                n,
                                                  GError             **error);

/* The whole plan as guatu_document_set() of a task would leave it, with all that follows, but nothing is written. %NULL
 * with @error where the verb would refuse. */
GuatuSchedule   *guatu_document_what_if_set      (GuatuDocument       *self,
                                                  gint64               task,
                                                  const GuatuSetting  *settings,
                                                  guint                n,
                                                  GError             **error);

typedef struct
{
  gint64              task;
  const GuatuSetting *settings;
  guint               n;
} GuatuTaskSettings;

/* Sets fields of several tasks, each once, in one entry of @kind, as of a group; all of them, or nothing. Each finds
 * plan and schedule as they were before the first. Tasks that are set nothing are left out. Not for parent and
 * position: guatu_document_move_tasks(). */
gboolean         guatu_document_set_tasks        (GuatuDocument       *self,
                                                  const char          *kind,
                                                  const GuatuTaskSettings *tasks,
                                                  guint                n,
                                                  GError             **error);

/* The same of several tasks, each set once. */
GuatuSchedule   *guatu_document_what_if          (GuatuDocument       *self,
                                                  const GuatuTaskSettings *tasks,
                                                  guint                n,
                                                  GError             **error);

typedef struct
{
  gint64              id;       /* 0: a new row */
  const GuatuSetting *settings;
  guint               n;
} GuatuRowSettings;

/* Sets fields of several rows of a table, each once, or adds rows, in one entry of @kind, as of a group, with @name
 * (nullable) as what it was done to; all of them, or nothing. Each finds the plan as it was before the first. Not for
 * tasks and reports, nor for new rows of a table in which rows have places. */
gboolean         guatu_document_set_rows         (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  const char          *kind,
                                                  const char          *name,
                                                  const GuatuRowSettings *rows,
                                                  guint                n,
                                                  GError             **error);

/* Removes the row and what hangs on it: a task's descendants, links, assignments, reports …; a
 * reference that may be empty is emptied instead. */
gboolean         guatu_document_remove           (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  gint64               id,
                                                  GError             **error);

/* The same for several tasks of which some may lie under others, in one entry. */
gboolean         guatu_document_remove_tasks     (GuatuDocument       *self,
                                                  const gint64        *ids,
                                                  guint                n,
                                                  GError             **error);

/* The same for several rows of another table than tasks and reports; @kind: what people call it: "key-nodes-remove". */
gboolean         guatu_document_remove_rows      (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  const char          *kind,
                                                  const gint64        *ids,
                                                  guint                n,
                                                  GError             **error);

/* The same, as people call it who have put a copy of the tasks aside before: for the other half of pasting. */
gboolean         guatu_document_cut_tasks        (GuatuDocument       *self,
                                                  const gint64        *ids,
                                                  guint                n,
                                                  GError             **error);

/**
 * guatu_document_paste:
 * @fragment: tasks taken out of this or another plan (guatu_fragment_new()), or made; it is not trusted
 * @parent, @before: where they go, as in guatu_document_move_task()
 * @made: (nullable): takes the ids (gint64) of the new tasks, in the order of the outline
 *
 * All tasks with what hangs on them become new rows, in one entry. What they refer to, units, people, calendars,
 * ledgers, categories, custom fields, is looked for in the plan: by its id where the fragment is of this plan, else by
 * its name (calendars by their short name, people of one name by their units); what is missing is made as it stands
 * in the fragment. Baselines are never made: what a task was to be in one comes along within the same plan only.
 * What is in the fragment is pasted, progress too; a fragment that was made without it brings none.
 */
gboolean         guatu_document_paste            (GuatuDocument       *self,
                                                  const GuatuPlan     *fragment,
                                                  gint64               parent,
                                                  gint64               before,
                                                  GArray              *made,
                                                  GError             **error);

/**
 * guatu_document_import:
 * @plan: what was read of a file of another program
 * @parent: the task that its tasks go below; 0: none
 * @arguments: (nullable): JSON object for the entry, as for guatu_document_create()
 * @progress: (nullable): told how many rows are written of how many
 *
 * Puts all tasks of @plan into this one as guatu_document_paste() does, with what has been done, in one entry that undo
 * takes back. G_IO_ERROR_CANCELLED, and nothing changed, if @progress answers %FALSE. Where there are many this takes
 * long: it may run in a thread on a document of its own, which the one that is shown then adopts.
 */
gboolean         guatu_document_import           (GuatuDocument       *self,
                                                  const GuatuPlan     *plan,
                                                  gint64               parent,
                                                  const char          *arguments,
                                                  GuatuProgressFunc    progress,
                                                  gpointer             data,
                                                  GError             **error);

/* A field of the plan's own, as people define it. */
typedef struct
{
  const char         *name;
  GuatuCustomKind     kind;
  const char * const *choices;      /* in their order; %NULL: none are given */
  const char * const *befores;      /* what those were called so far, place by place; "": new; %NULL: as now */
} GuatuCustom;

/* A field of tasks, behind the others. GUATU_DOCUMENT_ERROR_INVALID if the name is taken or a choice is there twice. */
gboolean         guatu_document_add_custom       (GuatuDocument       *self,
                                                  const GuatuCustom   *wish,
                                                  gint64              *id,
                                                  GError             **error);

/* Makes a field what @wish says, and brings its values along: those of a choice that has another name now, and all of
 * them where the kind is another, in one entry. GUATU_DOCUMENT_ERROR_INVALID, naming the first value, where one would
 * be lost. */
gboolean         guatu_document_change_custom    (GuatuDocument       *self,
                                                  gint64               id,
                                                  const GuatuCustom   *wish,
                                                  GError             **error);

/* One place up (-1) or down (1) among the fields of tasks; nothing happens where it is the first or the last. */
gboolean         guatu_document_move_custom      (GuatuDocument       *self,
                                                  gint64               id,
                                                  int                  step,
                                                  GError             **error);

/* Says @text of a task in a field of the plan's own, or, where it is empty, nothing more. %FALSE with an error for
 * people where it is none of the field's kind (guatu_custom_value_read()). */
gboolean         guatu_document_fill_custom      (GuatuDocument       *self,
                                                  gint64               task,
                                                  gint64               field,
                                                  const char          *text,
                                                  GError             **error);

/* Puts copies of the tasks, with what lies below them, links among them and what hangs on them, behind the last of
 * them, in one entry. Progress is not duplicated (guatu_fragment_new()). */
gboolean         guatu_document_duplicate_tasks  (GuatuDocument       *self,
                                                  const gint64        *ids,
                                                  guint                n,
                                                  GArray              *made,
                                                  GError             **error);

/* Puts the task under @parent (0: top level) before its child @before (0: at the end). */
gboolean         guatu_document_move_task        (GuatuDocument       *self,
                                                  gint64               task,
                                                  gint64               parent,
                                                  gint64               before,
                                                  GError             **error);

/* Puts several tasks there, side by side in the order in which they are given, in one entry. None may lie under another
 * of them; @before may be one of them. @kind: what people call it: "tasks-move", "tasks-indent", "tasks-outdent". */
gboolean         guatu_document_move_tasks       (GuatuDocument       *self,
                                                  const char          *kind,
                                                  const gint64        *tasks,
                                                  guint                n,
                                                  gint64               parent,
                                                  gint64               before,
                                                  GError             **error);

/* Tasks that come to stand side by side under @parent (0: top level), before its child @before (0: at the end). */
typedef struct
{
  const gint64 *tasks;
  guint         n;
  gint64        parent;
  gint64        before;
} GuatuBlock;

/* Moves several blocks in one entry, all at once: parents and places are those of the outline as it is, and where
 * @before is one of those that move, the next one that stays is meant. Blocks that meet at one place keep the order in
 * which they are given. */
gboolean         guatu_document_move_blocks      (GuatuDocument       *self,
                                                  const char          *kind,
                                                  const GuatuBlock    *blocks,
                                                  guint                n,
                                                  GError             **error);

/* A second link between the same two tasks replaces the first, in one entry. */
gboolean         guatu_document_link             (GuatuDocument       *self,
                                                  gint64               predecessor,
                                                  gint64               successor,
                                                  GuatuLinkType        type,
                                                  GuatuLagKind         lag_kind,
                                                  gint64               lag,
                                                  GuatuDurationUnit    lag_unit,
                                                  gint64              *id,
                                                  GError             **error);

/* Links each task to the one behind it in @tasks, finish to start, where no link leads there yet: all of them, or none
 * where that would make a cycle. */
gboolean         guatu_document_link_chain       (GuatuDocument       *self,
                                                  const gint64        *tasks,
                                                  guint                n,
                                                  GError             **error);

gboolean         guatu_document_unlink           (GuatuDocument       *self,
                                                  gint64               predecessor,
                                                  gint64               successor,
                                                  GError             **error);

/* Puts a unit or a person below @unit (0: below none) before @before, of the same table (0: at the end). */
gboolean         guatu_document_move_party       (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  gint64               id,
                                                  gint64               unit,
                                                  gint64               before,
                                                  GError             **error);

/**
 * guatu_document_merge:
 * @table: GUATU_TABLE_UNIT or GUATU_TABLE_PERSON
 * @into: the entry that stays
 * @from: the other one, which goes
 *
 * Two entries of one person or unit become one, in one entry of the journal. All that refers to @from refers to @into.
 * What both say of the same thing is said once: of two assignments in one role the greater share counts (work and
 * shares of a resource add up), who is a head in one membership is one, running texts are joined. What @into leaves
 * empty is filled from @from; where they differ @into holds. A unit that stood below the other takes its place.
 */
gboolean         guatu_document_merge            (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  gint64               into,
                                                  gint64               from,
                                                  GError             **error);

/* Puts the tasks on the ledger, each under the next number, in one entry; those that stand on it are left as they are.
 * @n_put: (out) (nullable): how many were not. */
gboolean         guatu_document_put_on_ledger    (GuatuDocument       *self,
                                                  gint64               ledger,
                                                  const gint64        *tasks,
                                                  guint                n,
                                                  guint               *n_put,
                                                  GError             **error);

/* Takes the items off their ledgers, in one entry. The tasks stay. */
gboolean         guatu_document_take_off_ledger  (GuatuDocument       *self,
                                                  const gint64        *items,
                                                  guint                n,
                                                  GError             **error);

/* Numbers the items of the ledger from 1 in the order in which they stand (guatu_ledger_items()), in one entry; what
 * all have before their number stays. */
gboolean         guatu_document_number_ledger    (GuatuDocument       *self,
                                                  gint64               ledger,
                                                  GError             **error);

/* Two categories of one ledger become one, in one entry: what stood in @from stands in @into, and @from is gone.
 * @into 0: it stands in none. */
gboolean         guatu_document_merge_category   (GuatuDocument       *self,
                                                  gint64               from,
                                                  gint64               into,
                                                  GError             **error);

/* Key nodes that are open are reached on @day, GUATU_NONE: those that were reached are open again, in one entry; others
 * are left as they are. */
gboolean         guatu_document_reach_key_nodes  (GuatuDocument       *self,
                                                  const gint64        *nodes,
                                                  guint                n,
                                                  GuatuInstant         day,
                                                  GError             **error);

/* Moves a row of a table that has positions and names by so many places among its siblings: up where @by is negative,
 * as far as there are places. */
gboolean         guatu_document_move_row         (GuatuDocument       *self,
                                                  GuatuTable           table,
                                                  gint64               id,
                                                  int                  by,
                                                  GError             **error);

/* Exactly one of @unit and @person; @share in 1/100 %. The same party in the same role is updated. */
gboolean         guatu_document_assign           (GuatuDocument       *self,
                                                  gint64               task,
                                                  gint64               unit,
                                                  gint64               person,
                                                  GuatuRole            role,
                                                  gint64               share,
                                                  gint64              *id,
                                                  GError             **error);

/* @role -1: in every role. */
gboolean         guatu_document_unassign         (GuatuDocument       *self,
                                                  gint64               task,
                                                  gint64               unit,
                                                  gint64               person,
                                                  int                  role,
                                                  GError             **error);

/**
 * guatu_document_report:
 * @date: an instant; the report speaks for its day
 * @share: of the task that is done, in 1/100 %
 * @settings: further fields of the report (amount, done, next, person)
 *
 * A dated progress report. If it is the latest of a leaf, the leaf's actual dates follow (planning.md,
 * *Reports and actuals*): a share above 0 starts it at its scheduled start, or on the report's day if that
 * is earlier; 100 % finishes it with the work of the report's day (on a day off, at the plan's default
 * time), not before its start; less leaves the rest remaining, to resume where the done part ends, unless
 * one of the plan's Move options (GUATU_VARIANT_MOVE_…) takes a part to the status date. A milestone is
 * reached at one instant, by 100 %, and nothing less starts it.
 *
 * A report is corrected by guatu_document_set(), and taken back by guatu_document_remove(), in one entry with what that
 * says of the actual dates: where it was the latest, or becomes it, they follow the report that is the latest then; if
 * none is left that says that anything was done, the task has not begun.
 */
gboolean         guatu_document_report           (GuatuDocument       *self,
                                                  gint64               task,
                                                  GuatuInstant         date,
                                                  gint64               share,
                                                  const GuatuSetting  *settings,
                                                  guint                n,
                                                  gint64              *id,
                                                  GError             **error);

typedef struct
{
  gint64 task;
  gint64 share;                 /* 1/100 % */
} GuatuTaskShare;

/* Reports several tasks, each once, as of one date, in one entry; all of them, or nothing. Each finds plan and schedule
 * as they were before the first. */
gboolean         guatu_document_report_tasks     (GuatuDocument       *self,
                                                  const GuatuTaskShare *shares,
                                                  guint                n,
                                                  GuatuInstant         date,
                                                  GError             **error);

/**
 * A recurring task is one that a row of GUATU_TABLE_RECURRENCE names (guatu_document_add(), _set(), _remove()). Its
 * subtasks are the times that it takes place, each with dates of its own (manual mode), and follow the rule in the same
 * entry: those of a day that the rule has keep it, the others move to the days that are left, in their order, and
 * what is missing is made, what is over removed. What somebody has worked on stays where it was. A rule that is removed
 * takes the times with it that nobody has worked on.
 *
 * guatu_document_tick_occurrence:
 * @occurrence: one of the subtasks
 * @done: whether it has taken place; %FALSE takes its latest report back
 * @today: it is reported as of its planned finish, or as of this where that is earlier
 */
gboolean         guatu_document_tick_occurrence  (GuatuDocument       *self,
                                                  gint64               occurrence,
                                                  gboolean             done,
                                                  GuatuInstant         today,
                                                  GError             **error);

/* The time of a recurring task that is of @day, by the rule or as scheduled; 0: there is none. */
gint64           guatu_document_find_occurrence  (GuatuDocument       *self,
                                                  gint64               task,
                                                  GuatuInstant         day);

/* Takes down every task's scheduled dates under @name. A name that is there already is an error. */
gboolean         guatu_document_set_baseline     (GuatuDocument       *self,
                                                  const char          *name,
                                                  GuatuInstant         taken_on,
                                                  gint64              *id,
                                                  GError             **error);

/**
 * guatu_document_set_light:
 * @colour: what the task's light is to show
 * @by_whom, @reason: who says so and why; neither may be empty
 * @set_on, @expires_on: the first and the last day on which it holds
 *
 * Sets a light by hand (planning.md *Lights*). The one set on the latest day counts, of several on a day the one made
 * last. A finished task keeps its tick.
 */
gboolean         guatu_document_set_light        (GuatuDocument       *self,
                                                  gint64               task,
                                                  GuatuOverrideColour  colour,
                                                  const char          *by_whom,
                                                  const char          *reason,
                                                  GuatuInstant         set_on,
                                                  GuatuInstant         expires_on,
                                                  gint64              *id,
                                                  GError             **error);

/* Takes back what is set by hand on the task from @day on: it ends the day before, so that earlier days look as they
 * did. GUATU_DOCUMENT_ERROR_NOT_FOUND if nothing is set by hand on @day. */
gboolean         guatu_document_clear_light      (GuatuDocument       *self,
                                                  gint64               task,
                                                  GuatuInstant         day,
                                                  GError             **error);

/* Copies one of the light rules that ship (guatu-light-rules.h) into the plan as @name and puts it in force, in one
 * entry. GUATU_DOCUMENT_ERROR_NOT_FOUND if there is no such preset, INVALID if the name is taken. */
gboolean         guatu_document_use_light_preset (GuatuDocument       *self,
                                                  const char          *preset,
                                                  const char          *name,
                                                  gint64              *id,
                                                  GError             **error);

/**
 * guatu_document_plan_backward:
 * @task: what is planned backward (guatu-backward-plan.h); 0: the whole plan
 * @finish: the finish that may not move
 * @not_before: nothing begins before it; GUATU_NONE: no such date
 * @release: give up what tasks are not to start or finish before
 * @shares: (element-type gint64) (nullable): @task gets key nodes at these shares of its span (guatu-key-node-dates.h)
 *   where it has none; of the whole plan there can be none
 *
 * Puts tasks as late as they can be for @finish to hold, which becomes the deadline or the plan's target, in one entry.
 * GUATU_DOCUMENT_ERROR_INVALID, and nothing changed, if it cannot be met.
 */
gboolean         guatu_document_plan_backward    (GuatuDocument       *self,
                                                  gint64               task,
                                                  GuatuInstant         finish,
                                                  GuatuInstant         not_before,
                                                  gboolean             release,
                                                  const GArray        *shares,
                                                  GError             **error);

/* What it would do, or why it would not do; nothing is written. Its rows are those of the plan.
 * It holds until the next change. */
GuatuBackwardPlan *guatu_document_what_if_backward (GuatuDocument     *self,
                                                  gint64               task,
                                                  GuatuInstant         finish,
                                                  GuatuInstant         not_before,
                                                  gboolean             release,
                                                  GError             **error);

/* Moves all that is planned by so many days, in one entry (guatu-plan-shift.h). GUATU_DOCUMENT_ERROR_INVALID, and
 * nothing changed, where a date would leave the years that plans live in. */
gboolean         guatu_document_shift            (GuatuDocument       *self,
                                                  GuatuShift           shift,
                                                  GError             **error);

/* Several verbs as one ------------------------------------------------------------------------------- */

/**
 * guatu_document_begin_group:
 *
 * Until guatu_document_end_group() the verbs become one transaction, one journal entry and one ::changed at its end.
 * Each finds plan and schedule as the one before has left them. A verb that is refused breaks the group off: those
 * that follow are refused too, and nothing of it remains. Undo, redo and catching up are not for groups; neither is
 * the main loop.
 *
 * Returns: %FALSE with @error where the plan cannot be written; then there is no group to be ended
 */
gboolean         guatu_document_begin_group      (GuatuDocument       *self,
                                                  GError             **error);

/**
 * guatu_document_end_group:
 * @ok: whether all went well; %FALSE breaks off
 * @kind: what was done, one of the kinds that guatu_group_title() knows: "tasks-remove", "tasks-paste" …
 * @name: (nullable): what it was done to, where a name says more than a number
 * @n: to how many
 *
 * The entry is of @kind; or, where only one verb of the group wrote anything, mostly of that verb, which says more.
 * Of a group that was broken off by a verb @error is set already; it is not set again.
 *
 * Returns: whether all of it was done
 */
gboolean         guatu_document_end_group        (GuatuDocument       *self,
                                                  gboolean             ok,
                                                  const char          *kind,
                                                  const char          *name,
                                                  guint                n,
                                                  GError             **error);

/* Undo and redo; @title takes what was taken back or done again, in the reader's language, naming
 * the author if it was another. GUATU_DOCUMENT_ERROR_NOTHING if there is nothing to take back or do again,
 * GUATU_DOCUMENT_ERROR_BARRIER where undo goes no further, GUATU_STORE_ERROR_CONFLICT if the inverse does
 * not fit what is there. */
gboolean         guatu_document_undo             (GuatuDocument       *self,
                                                  char               **title,
                                                  GError             **error);
gboolean         guatu_document_redo             (GuatuDocument       *self,
                                                  char               **title,
                                                  GError             **error);

/* Brings the whole plan to what it was when the entry @seq had been made, in one entry that undo takes back like any
 * other; whoever made what came after. Nothing is logged where that changes nothing. A barrier can be gone back to,
 * never behind: GUATU_DOCUMENT_ERROR_BARRIER. GUATU_STORE_ERROR_NOT_FOUND if there is no such entry. */
gboolean         guatu_document_revert           (GuatuDocument       *self,
                                                  gint64               seq,
                                                  GError             **error);

/* Sets a field of a row back to what it was before the entry @seq changed it, with those that go with it (a duration's
 * unit, a constraint's date), as guatu_document_set() would. GUATU_DOCUMENT_ERROR_NOT_FOUND if that entry changed no
 * such field, or the row is gone. */
gboolean         guatu_document_restore          (GuatuDocument       *self,
                                                  gint64               seq,
                                                  GuatuTable           table,
                                                  gint64               id,
                                                  guint                field,
                                                  GError             **error);

/* How many bytes what undo, or redo, would take now has in the journal: what tells beforehand whether it takes long. If
 * so it may run in a thread on a document of its own, which the one that is shown then adopts. 0: there is nothing. */
gint64           guatu_document_step_size        (GuatuDocument       *self,
                                                  gboolean             redo);

/* What undo and redo would take now: %NULL if nothing. Free it. */
char            *guatu_document_undo_title       (GuatuDocument       *self);
char            *guatu_document_redo_title       (GuatuDocument       *self);

/* The view ---------------------------------------------------------------------------------------- */

/* How the plan was last looked at, by key ("battle-map-zoom"), kept in the file. It is the one thing that is written
 * without a verb: no entry, no undo, no ::changed here or in another process. The text comes out of a file that
 * anybody may have written; what does not make sense is to be passed over. %NULL if there is none. Free it. */
char            *guatu_document_get_view_state   (GuatuDocument       *self,
                                                  const char          *key,
                                                  GError             **error);

/* @value %NULL removes. Does nothing, and succeeds, in a plan that can only be read. Each call that changes something
 * waits for the disk: gather what changes quickly. While another process is writing, GUATU_STORE_ERROR_BUSY comes at
 * once; try again later, or let it be. Not to be called within a verb. */
gboolean         guatu_document_set_view_state   (GuatuDocument       *self,
                                                  const char          *key,
                                                  const char          *value,
                                                  GError             **error);

/* The journal -------------------------------------------------------------------------------------- */

/* What an entry did, in the reader's language: "Set duration of “Bridge over the canal” to 34 d". Free it. */
char            *guatu_entry_title               (const GuatuEntry    *entry);

/* What could not be carried over when the plan was imported, line by line, as the entry holds it; empty for other
 * entries. Free it with g_strfreev(). */
char           **guatu_entry_notes               (const GuatuEntry    *entry);

G_END_DECLS
