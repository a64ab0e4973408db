/* guatu-backups.h — copies of a plan that are made by themselves: whole, of one moment, and not more than so many. */
#pragma once

#include "guatu-store.h"

G_BEGIN_DECLS

#define GUATU_BACKUPS_USUAL_KEEP 20
#define GUATU_BACKUPS_MOST_KEEP 1000

/**
 * GuatuBackup:
 *
 * A plan's backups lie in a folder of its own below @root, named after the plan and where it lies: "road-3f9a01bc".
 * They are named by the second (UTC) in which they were made: "20261126-061500.guatu". Only files that bear such a name
 * and are plans count as backups: nothing else is ever listed or deleted.
 */
typedef struct
{
  char   *path;
  gint64  time;               /* seconds since 1970-01-01 UTC */
  gint64  size;               /* bytes */
} GuatuBackup;

/* Where backups go if nobody says otherwise. Free it. */
char      *guatu_backups_usual_root (void);

/* The folder of the plan's backups; @root %NULL: the usual one. It need not be there. Free it. */
char      *guatu_backups_folder     (const char        *plan,
                                     const char        *root);

/* The newest first (GuatuBackup); none where there is no folder. */
GPtrArray *guatu_backups_list       (const char        *plan,
                                     const char        *root);

/**
 * guatu_backups_make:
 * @plan: the file; it may be open, here and elsewhere, and others may be writing it
 * @keep: how many there are to be at most
 * @always: also where nothing has changed since the newest
 * @made: (out) (optional): the new file's path; %NULL where none was needed. Free it
 *
 * Copies the plan, then deletes what is more than @keep by guatu_backups_superfluous(). Nothing is deleted before the
 * copy is on the disk. The folder is made. May be called from any thread.
 */
gboolean   guatu_backups_make       (const char        *plan,
                                     const char        *root,
                                     guint              keep,
                                     gboolean           always,
                                     char             **made,
                                     GError           **error);

/**
 * guatu_backups_superfluous:
 * @times: of backups, the newest first
 * @goes: (out): for each whether it is to go
 *
 * Half of what is kept are the newest. The other half, from the newest back: of those made within a day of the newest
 * backup the last of each hour, of older ones the last of each day. If too few are left so, the newest of the rest
 * stay.
 */
void       guatu_backups_superfluous (const gint64     *times,
                                     guint              n,
                                     guint              keep,
                                     gboolean          *goes);

/* What stands in a backup. */
typedef struct
{
  guint   n_tasks;
  gint64  seq;                /* its newest entry, … */
  gint64  time;               /* … when that was made (ms), … */
  char   *author;             /* … by whom, … */
  char   *title;              /* … and what it did, in the reader's language */
} GuatuBackupFacts;

gboolean   guatu_backups_look       (const char        *path,
                                     GuatuBackupFacts  *facts,
                                     GError           **error);
void       guatu_backup_facts_clear (GuatuBackupFacts  *facts);

/* Copies a backup, which stays as it is, to @path, where nothing may be yet. */
gboolean   guatu_backups_restore    (const char        *backup,
                                     const char        *path,
                                     GError           **error);

G_END_DECLS
