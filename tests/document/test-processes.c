/* test-processes.c — processes that edit: killed at any moment, and two at once on one file. */
#include "document-fixture.h"
#include "random-verbs.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 200
#define N_VERBS_EACH 500

/* Over this length a journal makes way for a fresh file: verifying replays it every time. */
#define JOURNAL_LENGTH 400

/* The editing process --------------------------------------------------------------------------------- */

typedef struct
{
  const char *author;
  gint64      seen;
} Acknowledged;

static gboolean
print_own_cb (const GuatuEntry *entry, gpointer data, GError **error)
{
  Acknowledged *acknowledged = data;

  acknowledged->seen = entry->seq;
  if (g_str_equal (entry->author, acknowledged->author))
    printf ("%" G_GINT64_FORMAT " %s\n", entry->seq, entry->hash);
  return TRUE;
}

/* Says that an edit is done: its number and hash. What was said was promised. */
static void
acknowledge (GuatuDocument *document, Acknowledged *acknowledged)
{
  g_autoptr(GError) error = NULL;

  guatu_store_each_entry (guatu_document_get_store (document), acknowledged->seen, print_own_cb, acknowledged, &error);
  g_assert_no_error (error);
  fflush (stdout);
}

static void
call_verb (GuatuDocument *document, GRand *rand, guint *n_busy)
{
  g_autoptr(GError) error = NULL;

  if (random_verb (document, rand, TRUE, &error))
    return;
  if (g_error_matches (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY))
    ++*n_busy;
  else if (error->domain != GUATU_DOCUMENT_ERROR)
    g_error ("a verb failed with %s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
}

/* Edits without end; somebody will put an end to it. */
G_NORETURN static void
edit_for_ever (const char *path, guint32 seed)
{
  g_autoptr(GuatuDocument) document = document_fixture_open (path);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  Acknowledged acknowledged = { "Editor", head_of (document) };
  guint n_busy = 0;

  guatu_document_set_author (document, acknowledged.author);

  printf ("ready\n");
  fflush (stdout);
  for (;;)
    {
      call_verb (document, rand, &n_busy);
      acknowledge (document, &acknowledged);
    }
}

/* Calls a number of verbs, waits for a word, and says what it sees in the end. */
static int
edit_together (const char *path, guint32 seed)
{
  g_autoptr(GuatuDocument) document = document_fixture_open (path);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *author = g_strdup_printf ("Author %u", seed);
  g_autofree char *digest = NULL;
  g_autoptr(GError) error = NULL;
  Acknowledged acknowledged = { author, 0 };
  guint n_busy = 0;
  char line[16];

  guatu_document_set_author (document, author);
  for (guint i = 0; i < N_VERBS_EACH; i++)
    {
      call_verb (document, rand, &n_busy);
      acknowledge (document, &acknowledged);
    }
  printf ("done %u\n", n_busy);
  fflush (stdout);

  if (fgets (line, sizeof line, stdin) == NULL)
    return 1;
  guatu_document_catch_up (document, &error);
  g_assert_no_error (error);
  check_memory (document);
  digest = plan_digest (guatu_document_get_plan (document));
  printf ("sees %s\n", digest);
  fflush (stdout);
  return 0;
}

/* The watching process ---------------------------------------------------------------------------------- */

static GSubprocess *
spawn (const char *what, const char *path, guint32 seed)
{
  g_autofree char *number = g_strdup_printf ("%u", seed);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE, &error,
                                           self, what, path, number, NULL);

  g_assert_no_error (error);
  return process;
}

/* The next line that the process has written whole; %NULL at the end. */
static char *
read_line (GDataInputStream *stream)
{
  g_autoptr(GError) error = NULL;
  char *line = g_data_input_stream_read_line (stream, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

static gboolean
collect_hash_cb (const GuatuEntry *entry, gpointer data, GError **error)
{
  g_ptr_array_add (data, g_strdup_printf ("%" G_GINT64_FORMAT " %s", entry->seq, entry->hash));
  return TRUE;
}

/* Everything that was promised is in the journal, and the file is sound. */
static gint64
check_promises (const char *path, const GPtrArray *promised)
{
  g_autoptr(GuatuDocument) document = document_fixture_open (path);
  g_autoptr(GPtrArray) there = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  GuatuStore *store = guatu_document_get_store (document);

  guatu_store_verify (store, NULL, &error);
  g_assert_no_error (error);
  check_memory (document);
  guatu_store_each_entry (store, 0, collect_hash_cb, there, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < promised->len; i++)
    {
      gint64 seq = g_ascii_strtoll (promised->pdata[i], NULL, 10);

      g_assert_cmpint (seq, >, 0);
      g_assert_cmpint (seq, <=, there->len);
      g_assert_cmpstr (promised->pdata[i], ==, there->pdata[seq - 1]);
    }
  return (gint64) there->len;
}

static void
make_file (const char *path)
{
  g_autoptr(GuatuPlan) plan = document_fixture_plan ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuDocument) document = NULL;

  unlink (path);
  document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
killed (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autofree char *path = g_build_filename (fixture->dir, "killed.guatu", NULL);
  gint64 length = G_MAXINT64, n_promised = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr(GPtrArray) promised = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GSubprocess) process = NULL;
      g_autoptr(GDataInputStream) stream = NULL;
      char *line;

      if (length > JOURNAL_LENGTH)
        make_file (path);
      process = spawn ("--edit-for-ever", path, g_rand_int (rand));
      stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      g_free (read_line (stream));
      /* After a few edits, or none, somewhere in the middle of the next ones. */
      for (int edits = g_rand_int_range (rand, 0, 8); edits > 0; edits--)
        g_ptr_array_add (promised, read_line (stream));
      g_usleep ((gulong) g_rand_int_range (rand, 0, 10000));
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);

      /* A line that was cut off promises nothing. */
      while ((line = read_line (stream)) != NULL)
        if (strlen (line) > 64)
          g_ptr_array_add (promised, line);
        else
          g_free (line);
      n_promised += promised->len;
      length = check_promises (path, promised);
    }
  g_test_message ("%d edits were promised and are there", (int) n_promised);
  g_assert_cmpint (n_promised, >, N_KILLS);
}

/* The line that begins with @word; what was promised before goes to @promised. */
static char *
expect (GDataInputStream *stream, const char *word, GPtrArray *promised)
{
  char *line;

  while ((line = read_line (stream)) != NULL && !g_str_has_prefix (line, word))
    g_ptr_array_add (promised, line);
  g_assert_nonnull (line);
  return line;
}

static void
two_at_once (DocumentFixture *fixture, gconstpointer data)
{
  GSubprocess *processes[2];
  GDataInputStream *streams[2];
  g_autofree char *digest = NULL;
  g_autoptr(GPtrArray) promised = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GuatuDocument) document = NULL;

  for (guint i = 0; i < 2; i++)
    {
      processes[i] = spawn ("--edit-together", fixture->path, 100 + i);
      streams[i] = g_data_input_stream_new (g_subprocess_get_stdout_pipe (processes[i]));
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *line = expect (streams[i], "done ", promised);

      /* Nobody was turned away because the other was at it. */
      g_assert_cmpstr (line, ==, "done 0");
    }

  document = document_fixture_open (fixture->path);
  digest = plan_digest (guatu_document_get_plan (document));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *line = NULL;
      g_autoptr(GError) error = NULL;

      g_output_stream_write_all (g_subprocess_get_stdin_pipe (processes[i]), "go\n", 3, NULL, NULL, &error);
      g_assert_no_error (error);
      g_output_stream_flush (g_subprocess_get_stdin_pipe (processes[i]), NULL, &error);
      line = expect (streams[i], "sees ", promised);
      g_assert_cmpstr (line + strlen ("sees "), ==, digest);
      g_subprocess_wait_check (processes[i], NULL, &error);
      g_assert_no_error (error);
      g_object_unref (streams[i]);
      g_object_unref (processes[i]);
    }

  /* The journal holds what the two have promised, the creation, and nothing else. */
  g_assert_cmpuint (promised->len, >, N_VERBS_EACH / 2);
  g_assert_cmpint (check_promises (fixture->path, promised), ==, promised->len + 1);
  /* The one that stood open all the while catches up with both. */
  {
    g_autoptr(GError) error = NULL;
    g_autofree char *own = NULL;

    guatu_document_catch_up (fixture->document, &error);
    g_assert_no_error (error);
    own = plan_digest (guatu_document_get_plan (fixture->document));
    g_assert_cmpstr (own, ==, digest);
    g_assert_cmpuint (fixture->n_changed, ==, 1);
  }
}

/* Two documents in one process: SQLite shares its locks between them. */
static void
two_documents (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(GError) error = NULL;
  guint n_busy = 0;

  guatu_document_set_author (other, "Zhao");
  for (guint i = 0; i < 100; i++)
    call_verb (i % 2 == 0 ? fixture->document : other, rand, &n_busy);
  g_assert_cmpuint (n_busy, ==, 0);
  g_assert_true (guatu_document_catch_up (fixture->document, &error));
  g_assert_true (guatu_document_catch_up (other, &error));
  guatu_assert_same_plan (guatu_document_get_plan (fixture->document), guatu_document_get_plan (other));
  check_memory (other);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  if (argc == 4 && g_str_equal (argv[1], "--edit-for-ever"))
    edit_for_ever (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));
  if (argc == 4 && g_str_equal (argv[1], "--edit-together"))
    return edit_together (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));

  g_test_init (&argc, &argv, NULL);

  add_document_test ("/processes/killed-at-any-moment-lose-no-edit-that-they-acknowledged", killed);
  add_document_test ("/processes/two-on-one-file-end-and-see-the-same-plan", two_at_once);
  add_document_test ("/processes/two-documents-on-one-file-see-the-same-plan", two_documents);

  return g_test_run ();
}
