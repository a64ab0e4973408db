/* cli.h — what the commands share: how one is described, called, and how it speaks. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* USAGE: the command line was wrong, exit status 2 with a pointer to --help. All others: 1. */
#define CLI_ERROR (cli_error_quark ())

typedef enum
{
  CLI_ERROR_USAGE,
  CLI_ERROR_FAILED,
  CLI_ERROR_NOT_FOUND,
  CLI_ERROR_AMBIGUOUS,      /* a name that several rows bear; the message lists them */
} CliError;

GQuark cli_error_quark (void);

typedef struct
{
  const char *name;         /* without the dashes */
  const char *argument;     /* what it takes, for the help; %NULL: nothing */
  const char *text;         /* one line of help; untranslated */
} CliOption;

typedef struct _CliCall CliCall;

typedef struct
{
  const char      *name;
  const char      *arguments;     /* "FILE TASK FIELD=VALUE…" */
  const char      *summary;       /* one line; untranslated, like the two below */
  const char      *details;       /* paragraphs, or %NULL */
  const CliOption *options;       /* ended by a %NULL name; or %NULL */
  guint            min_args;
  guint            max_args;      /* G_MAXUINT: any number */
  gboolean       (*run)           (const CliCall *call, GError **error);
  void           (*more_help)     (void);       /* lists made by the program, or %NULL */
} CliCommand;

/* One command line, taken apart. Arguments are UTF-8. */
struct _CliCall
{
  const CliCommand *command;
  char            **args;
  guint             n_args;
  GPtrArray        *option_values;  /* by option: %NULL if not given, "" for a flag; what was given last counts */
  GPtrArray        *options_given;  /* option and value by turns, in the order of the command line */
};

/* Arguments ------------------------------------------------------------------------------------------ */

/* Takes @argv (what follows the command's name) apart; CLI_ERROR_USAGE if it does not fit. A leading
 * minus before a digit begins no option, and after "--" nothing does. @help: whether --help is there. */
CliCall      *cli_call_new         (const CliCommand  *command,
                                    char             **argv,
                                    gboolean          *help,
                                    GError           **error);
void          cli_call_free        (CliCall           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliCall, cli_call_free)

/* What was given for an option; %NULL if it was not, or if the command has no such option. */
const char   *cli_option           (const CliCall     *call,
                                    const char        *name);
gboolean      cli_flag             (const CliCall     *call,
                                    const char        *name);

/* All that was given for an option that may stand several times, in order. Unref it. */
GPtrArray    *cli_option_list      (const CliCall     *call,
                                    const char        *name);

gboolean      cli_usage            (GError           **error,
                                    const char        *format,
                                    ...) G_GNUC_PRINTF (2, 3);

/* CLI_ERROR_USAGE: @text is none of @names, of which an option takes one. */
gboolean      cli_usage_of_name    (GError           **error,
                                    const char        *option,
                                    const char * const *names,
                                    const char        *text);

/* The place among @names of what was given for an option; @place stays where it was not given. */
gboolean      cli_name_option      (const CliCall     *call,
                                    const char        *name,
                                    const char * const *names,
                                    int               *place,
                                    GError           **error);

/* The number given for an option; @number stays where it was not given. */
gboolean      cli_number_option    (const CliCall     *call,
                                    const char        *name,
                                    double             least,
                                    double             most,
                                    double            *number,
                                    GError           **error);

/* The date given for an option, GUATU_NONE if it was not; without a time it takes @daytime. */
gboolean      cli_date_option      (const CliCall     *call,
                                    const char        *name,
                                    gint64             daytime,
                                    GuatuInstant      *instant,
                                    GError           **error);

/* The language asked for with --lang, NULL if none was. */
gboolean      cli_language_option  (const CliCall     *call,
                                    const char       **language,
                                    GError           **error);

/* Nothing is written over: an error if there is a file at @path. */
gboolean      cli_must_be_new      (const char        *path,
                                    GError           **error);

/* What is written over the plan itself would destroy it: an error if @out is @plan. */
gboolean      cli_must_be_other    (const char        *plan,
                                    const char        *out,
                                    GError           **error);

/* Whether a file's name ends so, in any case. */
gboolean      cli_has_ending       (const char        *path,
                                    const char        *ending);

/* Civil time by the clock of this machine. */
GuatuInstant  cli_now              (void);

/**
 * cli_settings_parse:
 * @row: the row to be changed, or -1 for a new one
 * @settings: array of GuatuSetting; texts in it are borrowed from @call
 *
 * Reads FIELD=VALUE arguments from the @first on. A duration and a lag bring unit and kind along, a
 * date for a constraint that speaks of the finish takes the plan's default finish time.
 */
gboolean      cli_settings_parse   (const CliCall     *call,
                                    guint              first,
                                    const GuatuPlan   *plan,
                                    GuatuTable         table,
                                    gint32             row,
                                    GArray            *settings,
                                    GError           **error);
void          cli_settings_add     (GArray            *settings,
                                    guint              field,
                                    GuatuValue         value);
GuatuLagKind  cli_lag_kind         (GuatuDuration      lag);

/* Finding rows ---------------------------------------------------------------------------------------- */

/* TASK: an id, else a number in outline order, else a WBS code. -1 with @error. */
gint32        cli_find_task        (const GuatuPlan   *plan,
                                    const char        *text,
                                    GError           **error);

/* A row of any table by id, else by name (a calendar also by slug); -1 with @error. */
gint32        cli_find_row         (const GuatuPlan   *plan,
                                    GuatuTable         table,
                                    const char        *text,
                                    GError           **error);

/* The table that "unit", "key-node" or "people" names; -1 if none. */
int           cli_find_table       (const char        *word);

/* "key-node": the table's name as the command line spells it. Free it. */
char         *cli_table_word       (const char        *name);

/* "field:NAME", or an id for the name, of a custom field of tasks; -1 with @error. */
gint32        cli_find_custom      (const GuatuPlan   *plan,
                                    const char        *text,
                                    GError           **error);

/* The field that holds a row's name; -1 if the table has none. */
int           cli_name_field       (GuatuTable         table);

/* What a row is called in lists: its name, a task's title, a link's ends. Free it. */
char         *cli_row_title        (const GuatuPlan   *plan,
                                    GuatuTable         table,
                                    gint32             row);

/* Looking ------------------------------------------------------------------------------------------------ */

/* A document opened for reading, and its plan as of --status-date where that was given: a what-if on
 * a copy in memory. */
typedef struct
{
  GuatuDocument       *document;
  GuatuPlan           *copy;          /* %NULL: no what-if */
  GuatuSchedule       *copy_schedule;
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;
} CliView;

CliView      *cli_view_open        (const CliCall     *call,
                                    GError           **error);
void          cli_view_free        (CliView           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliView, cli_view_free)

/* Editing ------------------------------------------------------------------------------------------------- */

/* The document in the first argument, ready to be changed; an error if it may not be. */
GuatuDocument *cli_open_to_edit    (const CliCall     *call,
                                    GError           **error);

/* Says in one line what the newest entry did, if it came after @before; @id 0 or the new row's. */
gboolean      cli_say_what_was_done (const CliCall    *call,
                                    GuatuDocument     *document,
                                    gint64             before,
                                    gint64             id,
                                    GError           **error);
gint64        cli_head             (GuatuDocument     *document);

/* The commands ---------------------------------------------------------------------------------------------- */

extern const CliCommand cli_new, cli_template, cli_import, cli_copy, cli_backup, cli_export, cli_thumbnail;
extern const CliCommand cli_show, cli_find, cli_schedule, cli_calendar;
extern const CliCommand cli_add, cli_set, cli_remove, cli_move, cli_assign, cli_unassign, cli_link, cli_unlink;
extern const CliCommand cli_people, cli_merge, cli_field;
extern const CliCommand cli_report, cli_repeat, cli_light, cli_rules, cli_baseline, cli_backward, cli_shift;
extern const CliCommand cli_undo, cli_redo, cli_history, cli_verify;

G_END_DECLS
