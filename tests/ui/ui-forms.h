/* ui-forms.h — what tests of forms share: finding the widgets in them, typing, and reading what went wrong. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the program do what it has to do now. */
void        form_settle     (void);

/* The first widget of the type below @widget, itself included, that is shown; %NULL: there is none. */
GtkWidget  *form_find       (GtkWidget   *widget,
                             GType        type);

/* The n-th of them, from 0. */
GtkWidget  *form_find_nth   (GtkWidget   *widget,
                             GType        type,
                             guint        n);

/* The button with this text, or this tooltip. */
GtkWidget  *form_find_button (GtkWidget  *widget,
                             const char  *text);

/* The button that carries out what the form says. */
GtkWidget  *form_find_doer  (GtkWidget   *widget);

void        form_type       (GtkWidget   *entry,
                             const char  *text);
void        form_click      (GtkWidget   *button);

/* Chooses the first row of the list in the form that says @name; there must be one. */
void        form_choose     (GtkWidget   *popover,
                             const char  *name);

/* The form that a widget shows over itself. */
GtkWidget  *form_over       (GtkWidget   *widget);

/* A key as the widget's own controllers get it. TRUE: one of them took it. */
gboolean    form_press      (GtkWidget   *widget,
                             guint        key);

/* Whether a label of the class "error" is shown that says this much. */
gboolean    form_complains  (GtkWidget   *widget,
                             const char  *part);

/* Whether any label that is shown says this much. */
gboolean    form_says       (GtkWidget   *widget,
                             const char  *part);

/* That everything below @widget that takes the focus has a name for those who do not see it. GTK_A11Y must be "test". */
void        form_must_be_named (GtkWidget *widget);

G_END_DECLS
