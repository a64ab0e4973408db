/* fuzz-target.h — what the fuzz targets share: a target is a source that does with bytes what the program would do. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "guatu-document.h"
#include "guatu-import.h"

G_BEGIN_DECLS

/*
 * Each target is a program of two functions. ./dev fuzz links it with libFuzzer; any other build links it with
 * fuzz-main.c, which runs files that were found before, as a test. Both begin by LLVMFuzzerInitialize(), which
 * is the same for all targets, and a target that is asked for its seeds (--make-seeds FOLDER) makes no more than
 * these.
 *
 * What is broken ends the program: a sanitizer's complaint, a failed assertion, a warning of GLib.
 */

/* What the program does with these bytes. Always 0. */
int             LLVMFuzzerTestOneInput (const uint8_t    *data,
                                        size_t            size);

/* Calls fuzz_seed() for each input to begin with that is made rather than kept as a file. */
void            fuzz_make_seeds        (void);

int             LLVMFuzzerInitialize   (int              *argc,
                                        char           ***argv);

/* Of a target --------------------------------------------------------------------------------------------- */

typedef GuatuPlan *(*FuzzReader)       (const char       *bytes,
                                        gsize             length,
                                        const GuatuImportOptions *options,
                                        GuatuNotes       *notes,
                                        GError          **error);

/* Has @reader read the bytes; a plan goes all the way that an import goes. */
int             fuzz_import            (FuzzReader        reader,
                                        const uint8_t    *data,
                                        size_t            size);

/* What an import does with a plan that was read: the check of its content, which may refuse it, the schedule, the
 * lights; and that what was taken in can be written, and is the same when it is read again. */
gboolean        fuzz_use_content       (const GuatuPlan  *plan);

/* What every command does with a plan that is open, whatever is in it: schedule, lights and their reasons. */
void            fuzz_look_at           (const GuatuPlan  *plan);

/* Opens the file as a plan, looks at it, reads its history, and edits, undoes and does again. */
void            fuzz_open              (const char       *path);

/* A path in a folder that goes away with the program. With @data, a file of these bytes lies there. Free it. */
char           *fuzz_scratch           (const char       *name,
                                        const void       *data,
                                        gsize             size);

/* An error has a message that people can read, and there is one if, and only if, nothing came of it. */
void            fuzz_check_error       (gboolean          worked,
                                        const GError     *error);

/* Seeds ----------------------------------------------------------------------------------------------------- */

void            fuzz_seed              (const char       *name,
                                        gconstpointer     data,
                                        gsize             size);

typedef void  (*FuzzSeedFunc)          (const char       *name,
                                        gconstpointer     data,
                                        gsize             size);

/* Whether very many inputs are to come, so that not all can be done with each. */
gboolean        fuzz_is_hasty          (void);

/* Who takes the seeds, instead of a folder: then there is time. */
void            fuzz_set_seed_func     (FuzzSeedFunc      func);

/* A small plan with rows in every table, the same each time. @n: which of many. */
GuatuPlan      *fuzz_plan              (guint             n);

/* The bytes of a plan file with a few edits in its journal, small enough to be fuzzed. */
GBytes         *fuzz_plan_file         (guint             n);

G_END_DECLS
