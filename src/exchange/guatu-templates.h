/* guatu-templates.h — plans to begin from: those that ship, and the reader's own. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* A template is a plan as JSON (guatu-json.h). The reader's own lie in the folder "guatu/templates" of their data. */
typedef struct
{
  char    *name;                /* "county-project"; of the reader's own the title, as the file is called */
  char    *title;               /* of the plan, in the language asked for */
  char    *text;                /* what it is for, from the plan's note; "" */
  gboolean own;
  guint    n_tasks;
} GuatuTemplate;

void       guatu_template_free     (GuatuTemplate  *self);

/* (element-type GuatuTemplate): those that ship first, then the reader's own by title. One of theirs that cannot be
 * read is passed over. */
GPtrArray *guatu_templates_list    (const char     *language);

/**
 * guatu_template_open:
 * @name: as in the list; one of the reader's own comes before one that ships
 * @date: the day on which the new plan starts, or where @finish finishes; GUATU_NONE: as the template has it
 *
 * The content of a new plan, with ids of its own. It is moved as guatu_plan_shift_to() says; the times of recurring
 * tasks are those of their rules.
 */
GuatuPlan *guatu_template_open     (const char     *name,
                                    const char     *language,
                                    GuatuInstant    date,
                                    gboolean        finish,
                                    GError        **error);

/* What of a plan makes a template: what was planned, without what became of it (actual dates, reports, lights set by
 * hand, baselines, the status date, recorded dates); people only where @people. */
GuatuPlan *guatu_template_strip    (const GuatuPlan *plan,
                                    gboolean        people);

/* The file that would hold the reader's own template of that title. Free it. */
char      *guatu_template_path     (const char     *title);

/* Saves it among the reader's own, in the place of one of that title. */
gboolean   guatu_template_save     (const GuatuPlan *plan,
                                    const char     *title,
                                    gboolean        people,
                                    GError        **error);

/* Removes one of the reader's own. */
gboolean   guatu_template_remove   (const char     *name,
                                    GError        **error);

G_END_DECLS
