/* guatu-party-duties.h — everything that a person or a unit answers for. */
#pragma once

#include "guatu-lights.h"

G_BEGIN_DECLS

/* A task, once, whatever the roles in it. */
typedef struct
{
  gint32           task;
  guint            roles;       /* a bit for each */
  GuatuLightColour shown;
  gint64           reported;    /* 1/100 % */
} GuatuPartyDuty;

/* A task that stands on a ledger, and is one of those above. */
typedef struct
{
  gint32 item;
  gint32 ledger;
  gint32 task;
} GuatuPartyItem;

/* Tasks in the order of the first role in them, within one of these in that of the outline. */
typedef struct
{
  GuatuPartyDuty *duties;
  guint           n;
  guint           n_lights[GUATU_LIGHT_N_COLOURS];
  GuatuPartyItem *items;         /* in the order of the outline */
  guint           n_items;
  gint32         *memberships;   /* of a person in units; of a unit the members */
  guint           n_memberships;
  gint32         *sponsorships;  /* of a person the objects; of a unit who sponsors it */
  guint           n_sponsorships;
} GuatuPartyDuties;

/* @table: GUATU_TABLE_PERSON or GUATU_TABLE_UNIT. @lights may be %NULL: nothing is lit. @reported: by task row
 * (guatu_progress_reported()), or %NULL. */
GuatuPartyDuties *guatu_party_duties_new   (const GuatuPlan        *plan,
                                            const GuatuLights      *lights,
                                            const gint64           *reported,
                                            GuatuTable              table,
                                            gint32                  row);
void              guatu_party_duties_free  (GuatuPartyDuties       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuPartyDuties, guatu_party_duties_free)

/* "12 tasks: 8 green, 3 yellow, 1 red". Free it. */
char             *guatu_party_duties_words (const GuatuPartyDuties *self);

/* "Project owner, Lead executive". Free it. */
char             *guatu_party_duty_roles   (const GuatuPartyDuty   *duty);

G_END_DECLS
