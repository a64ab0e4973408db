/* guatu-plan-files.h — files that the window makes: new plans, samples, copies; and which file is which. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* Whether both are one file, whatever their names. */
gboolean       guatu_plan_files_same       (const char     *a,
                                            const char     *b);

/* The file's name without folder and ending. Free it. */
char          *guatu_plan_files_name       (const char     *path);

/* Where plans are kept unless somebody says otherwise. Free it. */
char          *guatu_plan_files_folder     (void);

/* Makes the way free for a new file that the reader gave this name: what is there goes to the trash, whence it can be
 * had back. An error if it cannot, or is being written. */
gboolean       guatu_plan_files_make_way   (const char     *path,
                                            GError        **error);

/* An empty plan that begins today and is called like its file. */
GuatuDocument *guatu_plan_files_new        (const char     *path,
                                            GError        **error);

/* A plan made of a template, called like its file (guatu_template_open()). */
GuatuDocument *guatu_plan_files_new_from   (const char     *path,
                                            const char     *template,
                                            GuatuInstant    day,
                                            gboolean        finish,
                                            GError        **error);

/* The reader's own copy of a sample, in guatu_plan_files_folder(). */
GuatuDocument *guatu_plan_files_new_sample (const char     *sample,
                                            GError        **error);

G_END_DECLS
