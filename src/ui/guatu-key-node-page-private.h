/* guatu-key-node-page-private.h — the parts of the page of key nodes, for its own files. */
#pragma once

#include "guatu-key-node-page.h"
#include "guatu-lights.h"

G_BEGIN_DECLS

struct _GuatuKeyNodePage
{
  GtkWidget       parent_instance;

  /* Children */
  GtkWidget      *box;
  GtkWidget      *add;
  GtkWidget      *edit;
  GtkWidget      *reach;        /* a button */
  GtkWidget      *states;       /* drop-downs */
  GtkWidget      *sorts;
  GtkWidget      *descending;
  GtkWidget      *search;
  GtkWidget      *table;
  GtkLabel       *count;
  GtkStack       *stack;        /* the list, or why it is empty */

  /* Owned references */
  GuatuDocument  *document;
  GuatuLights    *lights;       /* %NULL: there are none */
  GuatuNodeRow   *rows;         /* as the table has them */
  char           *text;
  guint           n;

  GuatuNodeQuery  query;
  GuatuInstant    day;
  gint64          before;       /* the newest key node when one was asked for; 0: none was */
  gboolean        updating;
};

/* Whether one of those selected (of gint64) is still to be reached. */
gboolean guatu_key_node_page_any_open (GuatuKeyNodePage *self,
                                       GArray           *selected);

/* The id of the newest key node of the plan; 0: there is none. */
gint64   guatu_key_node_page_newest   (GuatuKeyNodePage *self);

/* Leads to the task of a key node. */
void     guatu_key_node_page_go       (GuatuKeyNodePage *self,
                                       gint64            node);

/* guatu-key-node-page-actions.c */
void     guatu_key_node_page_install_actions (GtkWidgetClass *widget_class);
void     guatu_key_node_page_update_actions (GuatuKeyNodePage *self);

G_END_DECLS
