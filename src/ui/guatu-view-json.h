/* guatu-view-json.h — how a battle view is written down, and what is taken from a text that anybody may have made. */
#pragma once

#include <json-glib/json-glib.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

/* %NULL: not an object in sound JSON. Free it with json_object_unref(). */
JsonObject *guatu_view_json_parse       (const char      *text);
char       *guatu_view_json_print       (JsonObject      *object);

/* A member of the kind, or what stands for none: %NULL, @otherwise, NAN, GUATU_NONE, 0. */
const char *guatu_view_json_text        (JsonObject      *object,
                                         const char      *name);
gboolean    guatu_view_json_flag        (JsonObject      *object,
                                         const char      *name,
                                         gboolean         otherwise);
double      guatu_view_json_number      (JsonObject      *object,
                                         const char      *name);
GuatuInstant guatu_view_json_instant    (JsonObject      *object,
                                         const char      *name);

/* An id is positive, and written as a text. */
gint64      guatu_view_json_id          (JsonObject      *object,
                                         const char      *name);
void        guatu_view_json_set_id      (JsonObject      *object,
                                         const char      *name,
                                         gint64           id);

/* An array of ids, written as texts, as JavaScript and jq lose long numbers. Free it. */
GArray     *guatu_view_json_ids         (JsonObject      *object,
                                         const char      *name);
void        guatu_view_json_set_ids     (JsonObject      *object,
                                         const char      *name,
                                         const GArray    *ids);
void        guatu_view_json_set_instant (JsonObject      *object,
                                         const char      *name,
                                         GuatuInstant     t);

/* Group, filter, order, folds; layers, labels, overview, baseline. */
JsonObject *guatu_view_json_write_rows  (GuatuBattleView *view);
void        guatu_view_json_read_rows   (GuatuBattleView *view,
                                         JsonObject      *object);
JsonObject *guatu_view_json_write_look  (GuatuBattleView *view);
void        guatu_view_json_read_look   (GuatuBattleView *view,
                                         JsonObject      *object);

G_END_DECLS
