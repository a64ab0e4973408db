/* guatu-test.h — what tests of several layers share: plans made up, plans compared, data found. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* A file of ours below tests/data. Free it. */
char      *guatu_test_fixture      (const char      *name);

/* A file of the third-party data, which is not part of the repository: looked for in $GUATU_TESTDATA,
 * else beside the checkout. %NULL, and the running test is marked skipped, where it is absent. Free it. */
char      *guatu_test_data         (const char      *name);

/* A fresh directory, and its removal with everything in it. */
char      *guatu_test_make_dir     (void);
void       guatu_test_remove_dir   (char            *path);

/* Ends the program with the message of @error unless it was @done; that is looked at only then. */
void       guatu_test_must         (gboolean         done,
                                    GError         **error);

/* Ids that count up from 1000 in one fixed millisecond, so that plans come out the same each time. */
void       guatu_test_fix_ids      (void);

/* Whether both plans hold the same rows with the same fields, whatever their row numbers; if not, says
 * where they differ. */
gboolean   guatu_test_same_plan    (const GuatuPlan *a,
                                    const GuatuPlan *b,
                                    char           **difference);

#define guatu_assert_same_plan(a, b) \
  G_STMT_START { \
    g_autofree char *difference_ = NULL; \
    if (!guatu_test_same_plan ((a), (b), &difference_)) \
      g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, difference_); \
  } G_STMT_END

/* A settled plan with @n_tasks tasks and rows in every table, all fields filled at random with values
 * that the field table allows; text holds both scripts and what breaks naive writers. Links always
 * lead from a task to a later one of the outline, so that there is no cycle. */
GuatuPlan *guatu_test_random_plan  (GRand           *rand,
                                    guint            n_tasks);

/* A plan to schedule: the Standard calendar, a start of 2024-03-04 08:00, no status date. */
GuatuPlan *guatu_test_plan_new     (void);

/* Rows for it. Tasks come in outline order; @parent is a row, or -1. Settle the plan when done. */
gint32     guatu_test_add_task     (GuatuPlan       *plan,
                                    gint32           parent,
                                    const char      *name,
                                    const char      *duration);
gint32     guatu_test_add_link     (GuatuPlan       *plan,
                                    gint32           predecessor,
                                    gint32           successor,
                                    GuatuLinkType    type,
                                    const char      *lag);

/* Sets a number field of a row; GUATU_NONE empties it. A reference is given as an id. */
void       guatu_test_set          (GuatuPlan       *plan,
                                    GuatuTable       table,
                                    gint32           row,
                                    guint            field,
                                    gint64           value);

/* The instant of "2024-03-04 08:00"; the test fails if it is none. */
GuatuInstant guatu_test_at         (const char      *text);

G_END_DECLS
