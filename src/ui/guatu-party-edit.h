/* guatu-party-edit.h — units and people in their roles: who can have which, and the verbs that give and take them. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* A unit or a person; @id 0: nobody. */
typedef struct
{
  GuatuTable table;             /* GUATU_TABLE_UNIT or GUATU_TABLE_PERSON */
  gint64     id;
} GuatuParty;

/* Whether units, or people, can have the role. */
gboolean guatu_role_takes        (GuatuRole           role,
                                  GuatuTable          table);

/* The one who is assigned. */
GuatuParty guatu_party_of        (const GuatuPlan    *plan,
                                  gint32              assignment);

/* Its name; "" for nobody. */
const char *guatu_party_name     (const GuatuPlan    *plan,
                                  GuatuParty          party);

gboolean guatu_party_has_role    (const GuatuPlan    *plan,
                                  gint32              task,
                                  GuatuRole           role,
                                  GuatuParty          party);

/* All of it. */
gboolean guatu_party_assign      (GuatuDocument      *document,
                                  gint64              task,
                                  GuatuRole           role,
                                  GuatuParty          party,
                                  GError            **error);

/* Gives the party the role, or, if it has it, takes it away. */
gboolean guatu_party_toggle      (GuatuDocument      *document,
                                  gint64              task,
                                  GuatuRole           role,
                                  GuatuParty          party,
                                  GError            **error);

/* Makes the unit or the person first; both are one entry. @party takes it. */
gboolean guatu_party_assign_new  (GuatuDocument      *document,
                                  gint64              task,
                                  GuatuRole           role,
                                  GuatuTable          table,
                                  const char         *name,
                                  GuatuParty         *party,
                                  GError            **error);

/* The verb that makes it alone; a unit of the kind that the role asks for. */
gboolean guatu_party_add         (GuatuDocument      *document,
                                  GuatuTable          table,
                                  const char         *name,
                                  GuatuRole           role,
                                  GuatuParty         *party,
                                  GError            **error);

G_END_DECLS
