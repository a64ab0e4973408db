/* guatu-row-list.h — the rows of a small table in their order: added, changed, moved, removed. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_ROW_LIST (guatu_row_list_get_type ())

/**
 * GuatuRowList:
 *
 * Insert adds a row, F2 and Enter change it, Alt+Up and Alt+Down move it, Ctrl+M merges it with another one, Delete
 * removes it; where others refer to it, that asks first where these go.
 *
 * Signals: ::selected (gint64 id), 0 is none; ::removed (const char *what); ::failed (const char *message).
 */
G_DECLARE_FINAL_TYPE (GuatuRowList, guatu_row_list, GUATU, ROW_LIST, GtkWidget)

/* What is said below the name of a row. Free it. */
typedef char *(*GuatuRowDetail) (const GuatuPlan *plan, gint32 row);

/* How one row becomes part of another. */
typedef struct
{
  GuatuTable      table;        /* whose rows refer to them … */
  guint           field;        /* … by this field */
  const char     *title;        /* untranslated, as all of these: of the form that merges */
  const char     *into;
  const char     *remove;       /* of the form that removes one that others refer to */
  const char     *go_to;
  const char     *none;
  /* @into 0: into none. */
  gboolean      (*merge)        (GuatuDocument *document, gint64 from, gint64 into, GError **error);
} GuatuRowMerging;

/* What a row is marked with. */
typedef GdkRGBA (*GuatuRowColour) (const GuatuPlan *plan, gint32 row);

typedef struct
{
  GuatuTable      table;
  guint           owner_field;  /* 0: they belong to nothing */
  const guint    *fields;       /* of the form, ended by 0; the first is the name */
  const char     *title;        /* untranslated, as all of these */
  const char     *add;          /* %NULL: they are added in another way */
  const char     *edit;
  const char     *empty;
  GuatuRowDetail  detail;
  GuatuRowColour  colour;       /* %NULL: rows have no mark */
  const GuatuRowMerging *merging; /* %NULL: rows cannot be merged */
} GuatuRowListKind;

/* @kind must live as long as the list does. */
GtkWidget *guatu_row_list_new          (GuatuDocument          *document,
                                        const GuatuRowListKind *kind);

/* Whose rows they are. */
void       guatu_row_list_set_owner    (GuatuRowList           *self,
                                        gint64                  owner);

/* Shows the rows as they are now. */
void       guatu_row_list_refresh      (GuatuRowList           *self);

gint64     guatu_row_list_get_selected (GuatuRowList           *self);
gboolean   guatu_row_list_select       (GuatuRowList           *self,
                                        gint64                  id);

/* Its rows, for tests and keys. */
GtkListBox *guatu_row_list_get_list    (GuatuRowList           *self);

G_END_DECLS
