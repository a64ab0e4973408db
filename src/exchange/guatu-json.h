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
 * Rows come in the order of their position, then id; tasks in outline order; one line a row.
 *
 * Values, as written: an instant "2022-09-26T08:00:00", a date "2022-09-26", a time of day "08:00", a
 * percentage "34.5%", a choice by its name, amounts as whole numbers (of seconds, of minor units; a lag in
 * percent in hundredths of a percent). As read, also what people type: "2022-09-26" where an instant stands
 * (the plan's default time is taken), "5d" for a duration and "-50%" for a lag (they bring unit and kind
 * along, unless those are given), "1200.50" for money; a number for a percentage is in hundredths.
 *
 * What is written by hand may be looser. An id that is not a decimal number is a name, unique in
 * its table, and gets a fresh id; a row without an id gets one too. Positions may be left out: rows stand
 * in the order of the text. A task or unit may hold "children", a ledger its "categories", a calendar its
 * "days" and "exceptions", a day or exception its "hours" ([["08:00", "12:00"], …]). A calendar that the
 * file does not hold may be a shipped one, by its slug. A text may be an object by language,
 * {"en": "Survey", "zh_CN": "勘测"}, from which the reader's is taken.
 *
 * A member that is not known is noted once. Everything else that is wrong (a type, a range, a second member
 * of one name, a reference to a row that is not there) refuses the file; the message has the path,
 * "tasks[3].children[0].duration", or for the form of the text line and column.
 *
 * Limits, checked before the JSON library sees the text: 64 levels, 256 MiB, numbers of 63 bits, 100 members
 * an object, 2,000,000 values nested in one row.
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

/* What json-glib may be given without harm: strict JSON (RFC 8259) in valid UTF-8, at most 64 levels deep, no member
 * twice in an object, whole numbers of at most 63 bits, and no element of a top-level array beyond 2,000,000 values. */
gboolean guatu_json_check  (const char  *text,
                            gsize        length,
                            GError     **error);

G_END_DECLS
