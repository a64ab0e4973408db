/* guatu-desk-page.h — what the pages and lists of the views have in common: signals, keys, buttons, messages. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signals ::removed (const char *what), something was deleted, and ::failed (const char *message), a key or a gesture
 * asked for what the plan does not allow. */
void       guatu_desk_page_install_signals (GtkWidgetClass *class);

void       guatu_desk_page_removed         (gpointer        page,
                                            const char     *what);
void       guatu_desk_page_fail            (gpointer        page,
                                            const GError   *error);

/* What @part says in these signals, @page says. */
void       guatu_desk_page_pass_on         (gpointer        page,
                                            GtkWidget      *part);

/* Without a key: 0. */
typedef struct
{
  const char                 *name;
  GtkWidgetActionActivateFunc activate;
  guint                       key;
  GdkModifierType             state;
} GuatuDeskPageAction;

void       guatu_desk_page_install_actions (GtkWidgetClass *class,
                                            const GuatuDeskPageAction *actions,
                                            gsize           n);

/* Leads to where a row of the plan is shown. */
void       guatu_desk_page_go              (gpointer        page,
                                            const char     *table,
                                            gint64          id);

/* Parts; @tip may be %NULL but for the button with an icon, which is called by it. */
GtkWidget *guatu_desk_page_button          (const char     *label,
                                            const char     *action,
                                            const char     *tip);
GtkWidget *guatu_desk_page_icon_button     (const char     *icon,
                                            const char     *action,
                                            const char     *tip);

/* In place of what is not there. */
GtkWidget *guatu_desk_page_message         (const char     *text);

/* A number that a widget stands for; 0 where it was given none of that name. */
void       guatu_desk_page_keep            (gpointer        widget,
                                            const char     *name,
                                            gint64          number);
gint64     guatu_desk_page_kept            (gpointer        widget,
                                            const char     *name);

G_END_DECLS
