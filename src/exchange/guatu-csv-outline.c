/* guatu-csv-outline.c — which task belongs under which: by level, indented names, codes or kinds of number. */
#include "guatu-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Blanks before a name that count as one step; less is a slip of the hand. */
#define MIN_INDENT 2

static guint
record_of (const GuatuCsvImport *self, guint task)
{
  return g_array_index (self->records, guint, task);
}

/* By level --------------------------------------------------------------------------------------- */

/* "2", "2.0"; -1 for anything else. */
static int
read_level (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  if (digits == 0 || digits > 6)
    return -1;
  if (*rest == '.' || *rest == ',')
    rest += 1 + strspn (rest + 1, "0");
  return *rest == '\0' ? (int) g_ascii_strtoll (text, NULL, 10) : -1;
}

/* A task belongs under the nearest one before it with a smaller level. One without a level stands beside
 * the one before. */
static void
levels_by_column (GuatuCsvImport *self)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  int before = -1;

  for (guint task = 0; task < self->n_tasks; task++)
    {
      g_autofree char *text = guatu_csv_value (self, record_of (self, task), GUATU_CSV_LEVEL);
      int level = read_level (text);

      if (level < 0 && text[0] != '\0')
        guatu_csv_note (self, record_of (self, task), GUATU_CSV_LEVEL, _("“%s” is not a level"), text);
      if (level < 0)
        level = MAX (before, 0);
      if (task > 0 && level > before + 1)
        guatu_csv_remark (self, record_of (self, task), GUATU_CSV_LEVEL,
                          _("the level skips one; the task was put right below the one before"));

      while (open->len > 0 && g_array_index (open, int, open->len - 1) >= level)
        g_array_set_size (open, open->len - 1);
      g_array_index (self->levels, gint32, task) = (gint32) open->len;
      g_array_append_val (open, level);
      before = level;
    }
}

/* By indented names ------------------------------------------------------------------------------- */

static guint
indent_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 0x3000)
        width += 2;
      else if (c == '\t')
        width += 4;
      else if (c == ' ' || c == 0xa0)
        width += 1;
      else
        break;
    }
  return width;
}

static gboolean
levels_by_indent (GuatuCsvImport *self)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));   /* indents of the tasks above */
  gboolean indented = FALSE;

  for (guint task = 0; task < self->n_tasks; task++)
    {
      guint indent = indent_of (guatu_csv_cell (&self->table, record_of (self, task),
                                                (guint) self->columns.column[GUATU_CSV_NAME]));

      while (open->len > 1 && indent + MIN_INDENT <= g_array_index (open, guint, open->len - 1))
        g_array_set_size (open, open->len - 1);
      if (open->len == 0 || indent >= g_array_index (open, guint, open->len - 1) + MIN_INDENT)
        g_array_append_val (open, indent);
      g_array_index (self->levels, gint32, task) = (gint32) open->len - 1;
      indented |= open->len > 1;
    }
  return indented;
}

/* By codes ---------------------------------------------------------------------------------------- */

/* The nearest code above @code that is there: "1.2" for "1.2.3", else "1". */
static gint32
parent_by_code (GHashTable *codes, const char *code)
{
  g_autofree char *above = g_strdup (code);
  char *dot;

  while ((dot = strrchr (above, '.')) != NULL)
    {
      gpointer found;

      *dot = '\0';
      if ((found = g_hash_table_lookup (codes, above)) != NULL)
        return (gint32) GPOINTER_TO_INT (found) - 1;
    }
  return -1;
}

/* Only where every code is there once and comes after those above it. */
static gboolean
levels_by_code (GuatuCsvImport *self, GuatuCsvKind kind)
{
  g_autoptr(GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean nested = FALSE;
  gint32 before = -1;

  for (guint task = 0; task < self->n_tasks; task++)
    {
      char *code = guatu_csv_value (self, record_of (self, task), kind);
      gint32 parent = parent_by_code (codes, code);
      gint32 level = parent >= 0 ? g_array_index (self->levels, gint32, parent) + 1 : 0;

      if (code[0] == '\0')
        level = MAX (before, 0);
      else if (g_hash_table_contains (codes, code) || level > before + 1)
        {
          g_free (code);
          return FALSE;
        }
      g_array_index (self->levels, gint32, task) = level;
      before = level;
      nested |= level > 0;
      if (code[0] != '\0')
        g_hash_table_insert (codes, code, GINT_TO_POINTER (task + 1));
      else
        g_free (code);
    }
  return nested;
}

/* By names of projects ---------------------------------------------------------------------------- */

static void
levels_by_group (GuatuCsvImport *self)
{
  for (guint task = 0; task < self->n_tasks; task++)
    g_array_index (self->levels, gint32, task) = g_hash_table_contains (self->groups, GUINT_TO_POINTER (task)) ? 0 : 1;
}

/* By kinds of number ------------------------------------------------------------------------------- */

typedef enum { FORM_CHINESE, FORM_BRACKETS, FORM_PLAIN, FORM_PLAIN_BRACKETS, N_FORMS, FORM_NONE } Form;

/* "一、", "(一)", "1.", "(1)": as documents number what is below what. */
static Form
form_of (const char *value)
{
  static const char * const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  g_autofree char *plain = g_utf8_normalize (value, -1, G_NORMALIZE_ALL_COMPOSE);
  gboolean brackets = plain[0] == '(';
  const char *at = plain + (brackets ? 1 : 0);
  gsize arabic = strspn (at, "0123456789");
  const char *start = at += arabic;

  for (guint i = 0; arabic == 0 && i < G_N_ELEMENTS (digits);)
    if (g_str_has_prefix (at, digits[i]))
      {
        at += strlen (digits[i]);
        i = 0;
      }
    else
      {
        i++;
      }
  if (arabic == 0 && at == start)
    return FORM_NONE;
  if (brackets ? *at++ != ')' : FALSE)
    return FORM_NONE;
  if (g_str_has_prefix (at, "、"))
    at += strlen ("、");
  else if (*at == '.')
    at++;
  if (*at != '\0')
    return FORM_NONE;
  return (arabic > 0 ? FORM_PLAIN : FORM_CHINESE) + (brackets ? 1 : 0);
}

/* Only where Chinese numbers and others stand in one column, and the list begins at the top. */
static gboolean
levels_by_form (GuatuCsvImport *self)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (Form));
  gboolean seen[N_FORMS] = { FALSE };
  Form top = FORM_NONE;

  for (guint task = 0; task < self->n_tasks; task++)
    {
      g_autofree char *value = guatu_csv_value (self, record_of (self, task), GUATU_CSV_ID);
      Form form = value[0] != '\0' ? form_of (value) : FORM_NONE;

      if (value[0] != '\0' && form == FORM_NONE)
        return FALSE;
      if (task == 0)
        top = form;
      if (form != FORM_NONE)
        {
          seen[form] = TRUE;
          while (open->len > 0 && g_array_index (open, Form, open->len - 1) >= form)
            g_array_set_size (open, open->len - 1);
          g_array_append_val (open, form);
        }
      if (form < top || open->len == 0)
        return FALSE;
      g_array_index (self->levels, gint32, task) = (gint32) open->len - 1;
    }
  self->numbered = (seen[FORM_CHINESE] || seen[FORM_BRACKETS]) &&
                   seen[FORM_CHINESE] + seen[FORM_BRACKETS] + seen[FORM_PLAIN] + seen[FORM_PLAIN_BRACKETS] > 1;
  return self->numbered;
}

/* Parents ----------------------------------------------------------------------------------------- */

static void
make_parents (GuatuCsvImport *self)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (gint32));

  self->parents = g_new (gint32, self->n_tasks + 1);
  self->last = g_new (guint, self->n_tasks + 1);
  for (guint task = 0; task < self->n_tasks; task++)
    {
      guint level = (guint) g_array_index (self->levels, gint32, task);
      gint32 row = (gint32) task;

      g_array_set_size (open, MIN (open->len, level));
      self->parents[task] = open->len > 0 ? g_array_index (open, gint32, open->len - 1) : -1;
      self->last[task] = task;
      g_array_append_val (open, row);
    }
  for (guint task = self->n_tasks; task-- > 0;)
    if (self->parents[task] >= 0)
      self->last[self->parents[task]] = MAX (self->last[self->parents[task]], self->last[task]);
}

void
guatu_csv_make_outline (GuatuCsvImport *self)
{
  /* A list that has no codes of its own often numbers its rows 1, 1.1, 1.2, 2. */
  GuatuCsvKind codes = self->columns.column[GUATU_CSV_WBS] >= 0 ? GUATU_CSV_WBS : GUATU_CSV_ID;

  self->levels = g_array_new (FALSE, TRUE, sizeof (gint32));
  g_array_set_size (self->levels, self->n_tasks);

  if (self->groups != NULL)
    levels_by_group (self);
  else if (self->columns.column[GUATU_CSV_LEVEL] >= 0)
    levels_by_column (self);
  else if (!levels_by_indent (self) && !levels_by_code (self, codes) && !levels_by_form (self))
    memset (self->levels->data, 0, self->n_tasks * sizeof (gint32));

  make_parents (self);
  for (guint task = 0; task < self->n_tasks; task++)
    if (self->parents[task] >= 0)
      guatu_plan_set (self->plan, GUATU_TABLE_TASK, (gint32) task, GUATU_TASK_PARENT,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, self->parents[task])));
}
