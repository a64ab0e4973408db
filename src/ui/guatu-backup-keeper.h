/* guatu-backup-keeper.h — backs a plan up by itself as long as it is open. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BACKUP_KEEPER (guatu_backup_keeper_get_type ())

/**
 * GuatuBackupKeeper:
 *
 * A moment after it was opened a plan is backed up if it has changed since its newest backup and that is older than the
 * interval that is set; later each interval in which it changed. The copying is another thread's.
 *
 * Signals: ::failed (const char *message), a backup could not be made; once, until one is made again or the settings
 * change. ::made, there is another.
 */
G_DECLARE_FINAL_TYPE (GuatuBackupKeeper, guatu_backup_keeper, GUATU, BACKUP_KEEPER, GObject)

GuatuBackupKeeper *guatu_backup_keeper_new  (GuatuDocument     *document);

/* Makes one now; also where nothing has changed if @always, and else only where backups are made at all and are due. */
void               guatu_backup_keeper_make (GuatuBackupKeeper *self,
                                             gboolean           always);

/* Whether it is at it. */
gboolean           guatu_backup_keeper_is_busy (GuatuBackupKeeper *self);

G_END_DECLS
