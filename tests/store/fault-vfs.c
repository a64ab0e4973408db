/* fault-vfs.c — a file system below SQLite that fails when told to. */
#include "fault-vfs.h"

typedef struct
{
  sqlite3_file  parent;
  sqlite3_file *real;           /* lies behind this struct */
} FaultFile;

static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;

static struct
{
  gboolean armed;
  Fault    fault;
  guint    left;                /* operations that still succeed */
  gboolean for_good;
  gboolean fired;
} state;

void
fault_vfs_arm (Fault    fault,
               guint    n,
               gboolean for_good)
{
  state.armed = TRUE;
  state.fault = fault;
  state.left = n - 1;
  state.for_good = for_good;
  state.fired = FALSE;
}

gboolean
fault_vfs_disarm (void)
{
  state.armed = FALSE;
  return state.fired;
}

/* Whether this operation is the one to fail. */
static gboolean
strikes (Fault fault)
{
  if (!state.armed || (state.fault != fault && state.fault != FAULT_ANY))
    return FALSE;
  if (state.left > 0)
    {
      state.left--;
      return FALSE;
    }
  if (state.fired && !state.for_good)
    return FALSE;

  state.fired = TRUE;
  return TRUE;
}

#define REAL(file) (((FaultFile *) (file))->real)

static int
fault_close (sqlite3_file *file)
{
  int code = REAL (file)->pMethods != NULL ? REAL (file)->pMethods->xClose (REAL (file)) : SQLITE_OK;

  g_free (REAL (file));
  return code;
}

static int
fault_read (sqlite3_file  *file,
            void          *buffer,
            int            size,
            sqlite3_int64  place)
{
  if (strikes (FAULT_READ))
    return SQLITE_IOERR_READ;

  return REAL (file)->pMethods->xRead (REAL (file), buffer, size, place);
}

static int
fault_write (sqlite3_file  *file,
             const void    *buffer,
             int            size,
             sqlite3_int64  place)
{
  if (state.fault == FAULT_DISK_FULL ? strikes (FAULT_DISK_FULL) : strikes (FAULT_WRITE))
    {
      /* Half of it arrives, as it does. */
      REAL (file)->pMethods->xWrite (REAL (file), buffer, size / 2, place);
      return state.fault == FAULT_DISK_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }

  return REAL (file)->pMethods->xWrite (REAL (file), buffer, size, place);
}

static int
fault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  if (strikes (FAULT_WRITE))
    return SQLITE_IOERR_TRUNCATE;

  return REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  if (strikes (FAULT_SYNC))
    return SQLITE_IOERR_FSYNC;

  /* Nobody pulls the plug here: what is not synced is quick. */
  return SQLITE_OK;
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  if (strikes (FAULT_READ))
    return SQLITE_IOERR_FSTAT;

  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           level)
{
  if (strikes (FAULT_LOCK))
    return SQLITE_IOERR_LOCK;

  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
fault_unlock (sqlite3_file *file,
              int           level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
fault_check_reserved (sqlite3_file *file,
                      int          *reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), reserved);
}

static int
fault_control (sqlite3_file *file,
               int           operation,
               void         *data)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, data);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_characteristics,
};

static int
fault_open (sqlite3_vfs  *self,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  FaultFile *fault = (FaultFile *) file;
  int code;

  fault->parent.pMethods = NULL;
  if (flags & SQLITE_OPEN_MAIN_JOURNAL && strikes (FAULT_OPEN))
    return SQLITE_CANTOPEN;

  fault->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, fault->real, flags, out_flags);
  if (fault->real->pMethods != NULL)
    fault->parent.pMethods = &methods;
  else
    g_free (fault->real);

  return code;
}

static int
fault_delete (sqlite3_vfs *self,
              const char  *name,
              int          sync)
{
  if (strikes (FAULT_DELETE))
    return SQLITE_IOERR_DELETE;
  if (sync && strikes (FAULT_DELETE_SYNC))
    {
      real_vfs->xDelete (real_vfs, name, 0);
      return SQLITE_IOERR_DIR_FSYNC;
    }

  return real_vfs->xDelete (real_vfs, name, 0);
}

void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = sizeof (FaultFile);
  vfs.zName = "fault";
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
