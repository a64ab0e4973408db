/* guatu-json.h — the one full-fidelity JSON form of a plan, for samples, tests and diffs. */
#pragma once

#include "guatu-document.h"
#include "guatu-notes.h"

G_BEGIN_DECLS

/*
 * {"guatu": 1, "plan": {…}, "calendars": […], "units": […], …, "tasks": […], "links": […], …}
 *
 * One array per table, under the plural name of the field table, one object per row, one member per
 * field that differs from its fallback, under the field's name. Ids and references are strings.
 * Rows come in the order of their position, then id; tasks in outline order.
 *
 * What is written by hand may be looser. An id that is not a decimal number is a name, unique in
 * its table, and gets a fresh id. Positions may be left out: rows stand in the order of the array.
 * A task may hold "children", a calendar day or exception "hours" ([["08:00", "12:00"], …]), a calendar its
 * "days" and "exceptions". Dates and amounts are strings as people type them ("2022-09-26", "5d"), or exact:
 * an instant "2022-09-26T08:00:00", an amount in seconds as a number. A text may be an object by language,
 * {"en": "Survey", "zh_CN": "勘测"}, from which the reader's is taken.
 *
 * Limits, checked before the JSON library sees the text: 64 levels, 256 MiB.
 */

/* The plan that @text holds, ready for guatu_document_create(). @language chooses among texts by language. */
GuatuPlan *guatu_json_read  (const char       *text,
                             gsize             length,
                             const char       *language,
                             GuatuNotes       *notes,
                             GError          **error);

/* Deterministic: the same plan gives the same bytes, and reading them back gives the same plan. */
char      *guatu_json_write (const GuatuPlan  *plan,
                             gsize            *length);

G_END_DECLS
