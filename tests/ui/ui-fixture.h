/* ui-fixture.h — what the tests of the window share: a home of its own, a program, and patience. */
#pragma once

#include "guatu-window.h"

G_BEGIN_DECLS

/* To be called first of all: nothing of the person who runs the tests is read or written. */
void              ui_test_init       (int               *argc,
                                      char            ***argv);

/* Runs the tests, then lets go of the program and removes the home. */
int               ui_test_run        (void);

/* The program, as it is after its start; owned by the fixture. */
GuatuApplication *ui_test_application (void);

/* A file of this name in a fresh folder. Free it. */
char             *ui_test_file       (const char        *name);

/* Runs guatuctl as another process, which must succeed; words end with %NULL. */
void              ui_test_guatuctl   (const char        *command,
                                      ...) G_GNUC_NULL_TERMINATED;

/* A plan with two tasks, “Dig” and “Fill”, made by another process. Free its path. */
char             *ui_test_plan       (const char        *name);

/* A window that is on the screen. Destroyed by ui_test_close(). */
GuatuWindow      *ui_test_window     (void);
void              ui_test_open       (GuatuWindow       *window,
                                      const char        *path);

/* All windows. */
void              ui_test_close      (void);

/* Lets the program work until @done says so; the test fails after some seconds. */
void              ui_test_wait       (gboolean         (*done) (gpointer data),
                                      gpointer           data);

/* Closes whatever menus and popovers are open: before windows go that are no windows of the program. */
void              ui_test_pop_down   (void);

/* Lets the program do what it has to do now. */
void              ui_test_settle     (void);

G_END_DECLS
