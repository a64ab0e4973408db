/* document-fixture.h — what the tests of the document share: a small plan in a file, and looks at it. */
#pragma once

#include "guatu-document.h"
#include "guatu-test.h"

G_BEGIN_DECLS

/*
 * The plan of the fixture, Standard calendar, start Mon 2024-03-04 08:00, no status date:
 *
 *   1 Prepare
 *     2 Survey    5d
 *     3 Design    10d   after Survey
 *   4 Build
 *     5 Bridge    34d   after Design
 *     6 Road      20d
 *   7 Opening     0d    after Bridge and Road
 *
 * Units: Roads, Township. People: Chen, Li.
 */
typedef struct
{
  char          *dir;
  char          *path;
  GuatuDocument *document;
  guint          n_changed;     /* how often ::changed came */
} DocumentFixture;

/* Puts the files of this program into memory where the machine lets it: thousands of commits, each of
 * which a disk must confirm, take minutes, and a process that is killed leaves its writes to the
 * kernel either way. To be called first of all. */
void           document_fixture_in_memory (void);

GuatuPlan     *document_fixture_plan      (void);
void           document_fixture_set_up    (DocumentFixture  *fixture,
                                           gconstpointer     data);
void           document_fixture_tear_down (DocumentFixture  *fixture,
                                           gconstpointer     data);

/* Lets go of the document, which must be its last reference, and opens the file again. */
void           document_fixture_restart   (DocumentFixture  *fixture);

/* Another document on a file; the test fails if it cannot be had. */
GuatuDocument *document_fixture_open      (const char       *path);

#define add_document_test(path, func) \
  g_test_add (path, DocumentFixture, NULL, document_fixture_set_up, func, document_fixture_tear_down)

/* The id, or the row, of the one that is called so. */
gint64         id_of                      (DocumentFixture  *fixture,
                                           GuatuTable        table,
                                           const char       *name);
gint64         task_id                    (DocumentFixture  *fixture,
                                           const char       *name);
gint32         task_row                   (DocumentFixture  *fixture,
                                           const char       *name);

/* A number field of a task. */
gint64         task_number                (DocumentFixture  *fixture,
                                           const char       *name,
                                           guint             field);

/* Verbs with one setting. */
gboolean       set_task                   (DocumentFixture  *fixture,
                                           const char       *name,
                                           guint             field,
                                           GuatuValue        value,
                                           GError          **error);
gboolean       set_plan                   (DocumentFixture  *fixture,
                                           guint             field,
                                           GuatuValue        value,
                                           GError          **error);

/* The same, and it must be done. */
void           must_set_task              (DocumentFixture  *fixture,
                                           const char       *name,
                                           guint             field,
                                           GuatuValue        value);
void           must_link                  (DocumentFixture  *fixture,
                                           const char       *predecessor,
                                           const char       *successor);
gint64         must_add                   (DocumentFixture  *fixture,
                                           GuatuTable        table,
                                           const GuatuSetting *settings,
                                           guint             n);

/* Memory is what the file says, and the schedule is the one of that plan. */
void           check_memory               (GuatuDocument    *document);

/* The journal's newest entry. */
gint64         head_of                    (GuatuDocument    *document);

/* That the verb was refused for this reason, with a message that says this much, and changed nothing. */
#define assert_refused(fixture, done, refusal, code_, ...) \
  G_STMT_START { \
    const char *parts_[] = { __VA_ARGS__, NULL }; \
    g_assert_false (done); \
    g_assert_error (refusal, GUATU_DOCUMENT_ERROR, code_); \
    for (const char **part_ = parts_; *part_ != NULL; part_++) \
      if (strstr ((refusal)->message, *part_) == NULL) \
        { \
          g_test_message ("“%s” is not in “%s”", *part_, (refusal)->message); \
          g_test_fail (); \
        } \
    check_memory ((fixture)->document); \
    g_clear_error (&(refusal)); \
  } G_STMT_END

G_END_DECLS
