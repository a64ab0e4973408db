/* guatu-store-share.c — network shares, whose locks cannot be trusted: a claim file says who writes. */
#include "guatu-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/vfs.h>
#include <unistd.h>

/* More than a claim ever holds; anything longer is none. */
#define CLAIM_MAX 1024

struct _GuatuClaim
{
  char *path;
  char *content;
};

static gboolean
ask_system (const char *path)
{
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;

  /* statfs(2); FUSE because sshfs, rclone and the desktops' mounted shares come through it. */
  switch ((guint32) info.f_type)
    {
    case 0x00006969:            /* NFS */
    case 0x0000517b:            /* SMB */
    case 0xff534d42:            /* CIFS */
    case 0xfe534d42:            /* SMB 2 */
    case 0x01021997:            /* 9p */
    case 0x65735546:            /* FUSE */
    case 0x5346414f:            /* AFS (OpenAFS) */
    case 0x6b414653:            /* AFS (kernel) */
    case 0x00c36400:            /* Ceph */
    case 0x73757245:            /* Coda */
    case 0x0000564c:            /* NetWare */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean (*detector) (const char *path) = ask_system;

void
guatu_share_set_detector (gboolean (*func) (const char *path))
{
  detector = func != NULL ? func : ask_system;
}

gboolean
guatu_share_holds (const char *path)
{
  return detector (path);
}

char *
guatu_claim_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *claim = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, claim, NULL);
}

/* Three lines: host, process, user. */
static char *
make_content (void)
{
  return g_strdup_printf ("%s\n%d\n%s\n", g_get_host_name (), (int) getpid (), g_get_user_name ());
}

static char *
read_claim (const char *path)
{
  char buffer[CLAIM_MAX + 1];
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0);
  gssize size;

  if (descriptor < 0)
    return NULL;
  size = read (descriptor, buffer, CLAIM_MAX);
  close (descriptor);
  if (size < 0)
    return NULL;

  buffer[size] = '\0';
  return g_strdup (buffer);
}

/* Of this machine, and its process is gone. Of other machines nothing can be known. */
static gboolean
is_stale (const char *content)
{
  g_auto(GStrv) lines = g_strsplit (content, "\n", 4);
  gint64 pid;

  if (g_strv_length (lines) < 3 || !g_str_equal (lines[0], g_get_host_name ()) ||
      !g_ascii_string_to_signed (lines[1], 10, 1, G_MAXINT32, &pid, NULL))
    return FALSE;

  return kill ((pid_t) pid, 0) != 0 && errno == ESRCH;
}

static gboolean
put (int         descriptor,
     const char *content)
{
  gsize size = strlen (content);

  return pwrite (descriptor, content, size, 0) == (gssize) size && ftruncate (descriptor, (off_t) size) == 0;
}

/* Several processes may find the same stale claim. They are of this machine, so that a lock on it
 * tells them apart, and it is written over in place: it is never away, for yet another to take.
 * Whoever cannot lock it leaves it. */
static gboolean
take_over (const char *path,
           const char *stale,
           const char *content)
{
  int descriptor = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  gboolean done = FALSE;

  if (descriptor < 0)
    return FALSE;

  if (flock (descriptor, LOCK_EX | LOCK_NB) == 0)
    {
      g_autofree char *there = read_claim (path);

      done = g_strcmp0 (there, stale) == 0 && put (descriptor, content);
    }
  close (descriptor);

  return done;
}

/* 0, EEXIST, or what else went wrong. */
static int
write_claim (const char *path,
             const char *content)
{
  int descriptor = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  int code = 0;

  if (descriptor < 0)
    return errno;
  if (!put (descriptor, content))
    code = EIO;
  if (close (descriptor) != 0)
    code = EIO;
  if (code != 0)
    g_unlink (path);

  return code;
}

static char *
describe_holder (const char *path,
                 const char *content)
{
  g_autofree char *valid = g_utf8_make_valid (content, -1);
  g_auto(GStrv) lines = g_strsplit (valid, "\n", 4);
  g_autofree char *plan = g_filename_display_basename (path);
  gboolean complete = g_strv_length (lines) >= 3;

  return g_strdup_printf (_("“%s” lies on a network share and is open for writing on the computer “%s” (user “%s”). It "
                            "can be read here, but not changed, until it is closed there. If nobody has it open, "
                            "remove the file “.%s.lock” beside it."),
                          plan, complete ? lines[0] : "?", complete ? lines[2] : "?", plan);
}

GuatuClaim *
guatu_claim_take (const char  *path,
                  char       **reason)
{
  g_autofree char *claim_path = guatu_claim_path (path);
  g_autofree char *content = make_content ();
  g_autofree char *theirs = NULL;
  GuatuClaim *claim;
  int code = write_claim (claim_path, content);

  if (code == EEXIST)
    {
      theirs = read_claim (claim_path);
      if (theirs != NULL && is_stale (theirs) && take_over (claim_path, theirs, content))
        code = 0;
    }

  if (code == EEXIST)
    {
      g_autofree char *now = read_claim (claim_path);

      *reason = describe_holder (path, now != NULL ? now : "");
      return NULL;
    }
  if (code != 0)
    {
      *reason = g_strdup_printf (_("“%s” could not be made, which on a network share says who writes: %s. The plan can "
                                   "be read here, but not changed."), claim_path, g_strerror (code));
      return NULL;
    }

  claim = g_new0 (GuatuClaim, 1);
  claim->path = g_steal_pointer (&claim_path);
  claim->content = g_steal_pointer (&content);
  return claim;
}

void
guatu_claim_drop (GuatuClaim *claim)
{
  g_autofree char *content = read_claim (claim->path);

  /* Somebody may have removed ours and put up another. */
  if (g_strcmp0 (content, claim->content) == 0)
    g_unlink (claim->path);

  g_free (claim->path);
  g_free (claim->content);
  g_free (claim);
}
