/* fault-vfs.h — a file system below SQLite that fails when told to. */
#pragma once

#include <sqlite3.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_DISK_FULL,              /* writing and lengthening: SQLITE_FULL */
  FAULT_WRITE,
  FAULT_SYNC,
  FAULT_READ,
  FAULT_OPEN,                   /* SQLite's own journal cannot be made */
  FAULT_DELETE,                 /* … or not removed */
  FAULT_DELETE_SYNC,            /* … or is removed, but that may not last */
  FAULT_LOCK,
  FAULT_ANY,                    /* whatever comes */
  N_FAULTS
} Fault;

/* Puts the file system under all databases opened from now on. It syncs nothing, which makes tests quick. */
void     fault_vfs_install (void);

/* The @n-th operation of the kind from now on fails, and if @for_good all after it. */
void     fault_vfs_arm     (Fault    fault,
                            guint    n,
                            gboolean for_good);

/* All is well again. Returns whether anything has failed. */
gboolean fault_vfs_disarm  (void);

G_END_DECLS
