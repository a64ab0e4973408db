/* guatu-menu.h — menus written down as tables: what is offered, what it does, and its key. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *label;            /* marked N_(); %NULL ends a section */
  const char *action;
  const char *accel;            /* as GTK writes keys; %NULL: there is none */
} GuatuMenuItem;

/* Adds a section of up to @n items, and nothing where the first of them is the end. */
void guatu_menu_add_section (GMenu               *menu,
                             const GuatuMenuItem *items,
                             gsize                n);

G_END_DECLS
