/* guatu-plain-table.h — rows of a plan in columns of text: items of a ledger, changes since a baseline, key nodes. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-lights.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PLAIN_TABLE (guatu_plain_table_get_type ())

/**
 * GuatuPlainTable:
 *
 * Rows are told by an id; what stands in them is asked for when they come into sight.
 *
 * Signals: ::activated (gint64 id), by Enter or a double click; ::selection-changed; ::sorted (int column, gboolean
 * descending), a heading asks for another order, -1: for the usual one. It is the owner who puts the rows in order.
 */
G_DECLARE_FINAL_TYPE (GuatuPlainTable, guatu_plain_table, GUATU, PLAIN_TABLE, GtkWidget)

typedef struct
{
  const char *title;            /* untranslated */
  guint       width;            /* in characters; 0: what is left */
  gboolean    is_number;        /* set right */
  gboolean    is_light;         /* a small picture */
  gboolean    sorts;            /* its heading asks for an order */
} GuatuPlainColumn;

/* @place: of the row, from 0. @class: (out): a CSS class for it, or left as it is. Free the text. */
typedef char *(*GuatuPlainText) (gpointer owner, guint place, guint column, const char **class);
typedef GuatuLightColour (*GuatuPlainLight) (gpointer owner, guint place);

/* @columns must live as long as the table does, and @owner too. */
GtkWidget *guatu_plain_table_new          (const char             *label,
                                           const GuatuPlainColumn *columns,
                                           guint                   n,
                                           gpointer                owner,
                                           GuatuPlainText          text,
                                           GuatuPlainLight         light);

/* Takes a column out of sight, or puts it back. */
void       guatu_plain_table_show_column  (GuatuPlainTable        *self,
                                           guint                   column,
                                           gboolean                shown);

/* Says at a heading in which order the rows are; says nothing itself. @column -1: at none. */
void       guatu_plain_table_set_sorted   (GuatuPlainTable        *self,
                                           int                     column,
                                           gboolean                descending);

/* Shows these rows; those before and behind what is new stay, selected as they were, and are asked anew. */
void       guatu_plain_table_show         (GuatuPlainTable        *self,
                                           const gint64           *ids,
                                           guint                   n);

guint      guatu_plain_table_get_n        (GuatuPlainTable        *self);

/* Of gint64, in the order of the table; unref it. */
GArray    *guatu_plain_table_get_selected (GuatuPlainTable        *self);
gboolean   guatu_plain_table_select       (GuatuPlainTable        *self,
                                           gint64                  id);

/* What a cell says. Free it. */
char      *guatu_plain_table_get_text     (GuatuPlainTable        *self,
                                           guint                   place,
                                           guint                   column);

G_END_DECLS
