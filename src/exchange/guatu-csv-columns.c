/* guatu-csv-columns.c — headers in English and Chinese, and what each column is. */
#include "guatu-csv-private.h"

#include "guatu-csv-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that may stand above the headers: a title, who issued it, an empty line. */
#define MAX_ABOVE 20

/* Of more columns than these that nobody knows, a person wants the number. */
#define MAX_UNKNOWN 20

/* The headers that our own files have, and all names by which others call the column, folded, the usual
 * ones first: where two columns could be the same, the earlier name wins. */
static const struct
{
  const char *english;
  const char *chinese;
  const char *names;
} kinds[GUATU_CSV_N_KINDS] = {
  [GUATU_CSV_ID] = { "ID", "编号", "id|行号|编号|序号|no|标识号|任务编号|taskid|activityid|number|nr|#|序|任务序号" },
  [GUATU_CSV_UID] = { "Unique ID", "唯一标识号", "uniqueid|uid|唯一标识号|唯一编号|guid" },
  [GUATU_CSV_WBS] = { "WBS", "WBS", "wbs|wbscode|wbs编码|大纲编号|大纲数字|outlinenumber|outlinecode|identification|bsi|"
                      "工作分解结构|工作分解结构编码|工作分解结构代码|编码|代码|code" },
  [GUATU_CSV_LEVEL] = { "Outline level", "大纲级别", "outlinelevel|level|hierarchy|大纲级别|级别|层级|层次|大纲层级|"
                        "indentlevel|indent|缩进级别|任务级别" },
  [GUATU_CSV_NAME] = { "Name", "名称", "taskname|任务名称|name|名称|task|任务|工作任务|任务事项|重点任务|工作事项|工作内容|"
                       "事项|activityname|activity|工序名称|工序|作业名称|活动名称|活动|项目名称|工程项目|工程名称|title|"
                       "summary|标题|主题|subject|项目|内容|任务内容|事项名称|taskdescription" },
  [GUATU_CSV_DURATION] = { "Duration", "工期", "duration|工期|scheduleduration|持续时间|历时|plannedduration|计划工期|"
                           "originalduration|length|总工期|周期" },
  [GUATU_CSV_START] = { "Start", "开始", "start|开始|开始时间|开始日期|schedulestart|scheduledstart|startdate|starttime|"
                        "plannedstart|计划开始|计划开始时间|计划开始日期|begin|begindate|起始时间|起始日期|启动时间|"
                        "开工时间|开工日期|计划开工|计划开工时间|计划开工日期" },
  [GUATU_CSV_FINISH] = { "Finish", "完成", "finish|完成|完成时间|结束|结束时间|结束日期|完成日期|end|schedulefinish|scheduledfinish|"
                         "finishdate|finishtime|enddate|endtime|plannedfinish|plannedend|计划完成|计划完成时间|"
                         "计划完成日期|计划结束|计划结束时间|竣工时间|竣工日期|计划竣工时间|计划竣工日期" },
  [GUATU_CSV_PREDECESSORS] = { "Predecessors", "前置任务", "predecessors|前置任务|紧前任务|predecessor|紧前工作|紧前工序|前置工作|"
                               "前置工序|前置|前导任务|前置作业|dependencies|dependson" },
  [GUATU_CSV_SUCCESSORS] = { "Successors", "后续任务", "successors|后续任务|紧后任务|successor|紧后工作|紧后工序|后置任务" },
  [GUATU_CSV_RELATIONSHIPS] = { "Relationships", "逻辑关系", "relationships|relationship|relations|逻辑关系|搭接关系|关系" },
  [GUATU_CSV_DEADLINE] = { "Deadline", "截止", "deadline|截止|时限|完成时限|截止时间|截止日期|期限|最后期限|办结时限|要求完成时间|"
                           "最迟完成时间|duedate|due|整改时限|目标时限|节点时限" },
  [GUATU_CSV_CONSTRAINT] = { "Constraint type", "限制类型", "constrainttype|限制类型|约束类型|constraint|约束|限制" },
  [GUATU_CSV_CONSTRAINT_DATE] = { "Constraint date", "限制日期", "constraintdate|限制日期|约束日期" },
  [GUATU_CSV_COMPLETE] = { "% complete", "完成百分比", "%complete|percentcomplete|完成百分比|completion|进度|完成率|progress|"
                           "complete|%done|percentdone|done|pctcomplete|%|完成比例|形象进度|当前进度|%完成|进度%|完成%" },
  [GUATU_CSV_ACTUAL_START] = { "Actual start", "实际开始", "actualstart|实际开始|实际开始时间|实际开始日期|实际开工时间|"
                               "实际开工日期|实际开工|actualstartdate" },
  [GUATU_CSV_ACTUAL_FINISH] = { "Actual finish", "实际完成", "actualfinish|实际完成|实际完成时间|实际完成日期|actualend|"
                                "实际结束|实际结束时间|实际结束日期|实际竣工时间|实际竣工日期|实际竣工|actualfinishdate" },
  [GUATU_CSV_MILESTONE] = { "Milestone", "里程碑", "milestone|里程碑|ismilestone|是否里程碑" },
  [GUATU_CSV_PROJECT] = { "Is project", "是否项目", "isproject|是否项目" },
  [GUATU_CSV_MODE] = { "Mode", "任务模式", "taskmode|任务模式|mode|schedulemode|计划模式|排程模式" },
  [GUATU_CSV_CALENDAR] = { "Calendar", "日历", "taskcalendar|任务日历|calendar|日历" },
  [GUATU_CSV_WEIGHT] = { "Weight", "权重", "weight|权重|分值权重" },
  [GUATU_CSV_WORK] = { "Work", "工时", "work|工时|effort|plannedwork|计划工时" },
  [GUATU_CSV_INVESTMENT] = { "Investment", "计划投资", "investment|计划投资|plannedinvestment|总投资|投资|投资额|投资额度|计划投资额" },
  [GUATU_CSV_CATEGORY] = { "Category", "类别", "category|类别|任务类别|分类|项目类别|工作类别|任务分类" },
  [GUATU_CSV_OWNER] = { "Project owner", "项目长", "projectowner|项目长" },
  [GUATU_CSV_EXECUTIVE] = { "Lead executive", "牵头领导", "leadexecutive|牵头领导|责任领导|包联领导|包保领导|分管领导|挂点领导|"
                            "县级领导|市级领导|区级领导|联系领导" },
  [GUATU_CSV_LEAD_UNIT] = { "Lead unit", "牵头单位", "leadunit|牵头单位|责任单位|牵头部门|责任部门|主责单位|主办单位|承办单位|"
                            "responsibleunit|department" },
  [GUATU_CSV_SUPPORT_UNIT] = { "Support units", "配合单位", "supportunits|supportunit|配合单位|配合部门|协办单位|参与单位|协同单位|协助单位" },
  [GUATU_CSV_RESPONSIBLE] = { "Responsible", "责任人", "responsible|责任人|responsibleperson|负责人|具体负责人|责任人员|owner|"
                              "assignee|assignedto|经办人|具体责任人" },
  [GUATU_CSV_INSPECTOR] = { "Inspector", "督查人", "inspector|督查人|督导人|督办人|督查人员" },
  [GUATU_CSV_RESOURCE] = { "Resources", "资源", "resourcenames|资源名称|resources|resource|资源" },
  [GUATU_CSV_OBJECTIVE] = { "Objective", "目标效果", "objective|目标效果|工作目标|目标|预期目标|年度目标|目标任务|目标要求|goal" },
  [GUATU_CSV_MEASURES] = { "Measures", "措施", "measures|措施|工作措施|推进措施|主要措施|具体措施|工作举措|举措" },
  [GUATU_CSV_QUALITY] = { "Quality standard", "质量标准", "qualitystandard|质量标准|工作标准|质量要求|验收标准" },
  [GUATU_CSV_NOTES] = { "Notes", "备注", "notes|备注|note|comments|comment|remarks|remark|说明|注释|description" },
  [GUATU_CSV_COMPUTED] = { "", "", "earlystart|earlyfinish|latestart|latefinish|iscritical|critical|totalslack|"
                           "freeslack|totalfloat|freefloat|slack|float|最早开始|最早完成|最晚开始|最晚完成|最早开始时间|"
                           "最早完成时间|最晚开始时间|最晚完成时间|关键|是否关键|可宽延的总时间|可用可宽延时间|总浮时|自由浮时|总时差|自由时差" },
};

const char *
guatu_csv_header (GuatuCsvKind kind, gboolean chinese)
{
  return chinese ? kinds[kind].chinese : kinds[kind].english;
}

/* Folding ---------------------------------------------------------------------------------------- */

/* Half-width and lower case; brackets and what is in them go to @unit. */
static char *
fold (const char *text, char **unit)
{
  g_autofree char *compatible = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_strdown (compatible != NULL ? compatible : text, -1);
  GString *out = g_string_new (NULL);
  const char *bracket = NULL;

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (bracket == NULL && (letter == '(' || letter == '[') && out->len > 0)
        {
          bracket = c + 1;
        }
      else if (bracket != NULL && (letter == ')' || letter == ']'))
        {
          if (unit != NULL && *unit == NULL)
            *unit = g_strstrip (g_strndup (bracket, (gsize) (c - bracket)));
          bracket = NULL;
        }
      else if (bracket == NULL && !g_unichar_isspace (letter) && strchr ("_-.*:'", (int) MIN (letter, 127)) == NULL &&
               letter != 0x200b && letter != 0xfeff)
        {
          g_string_append_unichar (out, letter);
        }
    }
  return g_string_free (out, FALSE);
}

char *
guatu_csv_fold (const char *text)
{
  return fold (text, NULL);
}

/* Finding ---------------------------------------------------------------------------------------- */

/* Folded name → kind and the name's place in the list. */
static GHashTable *
names_by_fold (void)
{
  static gsize once = 0;
  static GHashTable *names = NULL;

  if (g_once_init_enter (&once))
    {
      names = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint kind = 0; kind < GUATU_CSV_N_KINDS; kind++)
        {
          g_auto(GStrv) list = g_strsplit (kinds[kind].names, "|", -1);

          for (guint i = 0; list[i] != NULL; i++)
            g_hash_table_insert (names, (gpointer) g_intern_string (list[i]),
                                 GUINT_TO_POINTER (kind << 16 | i << 1 | 1));
        }
      g_once_init_leave (&once, 1);
    }
  return names;
}

static gboolean
find_kind (const char *header, GuatuCsvKind *kind, guint *rank, char **unit)
{
  g_autofree char *folded = NULL;
  guint found;

  if (header[0] == '\0' || strlen (header) > 200)
    return FALSE;
  folded = fold (header, unit);
  found = GPOINTER_TO_UINT (g_hash_table_lookup (names_by_fold (), folded));
  *kind = found >> 16;
  *rank = found >> 1 & 0x7fff;
  return found != 0;
}

static void
read_headers (const GuatuCsvTable *table, guint record, GuatuCsvColumns *columns)
{
  guint ranks[GUATU_CSV_N_KINDS];

  *columns = (GuatuCsvColumns) { .header = record, .first = record + 1 };
  for (guint i = 0; i < GUATU_CSV_N_KINDS; i++)
    columns->column[i] = -1;

  for (guint i = 0; i < guatu_csv_width (table, record); i++)
    {
      g_autofree char *unit = NULL;
      GuatuCsvKind kind;
      guint rank;

      if (!find_kind (guatu_csv_cell (table, record, i), &kind, &rank, &unit))
        continue;
      columns->n_known++;
      if (columns->column[kind] >= 0 && ranks[kind] <= rank)
        continue;
      columns->column[kind] = (int) i;
      ranks[kind] = rank;
      g_free (columns->unit[kind]);
      columns->unit[kind] = g_steal_pointer (&unit);
    }
}

/* Two rows of headers -------------------------------------------------------------------------------- */

/* What a merged cell spans is empty but for its first column. */
static const char *
header_above (const GuatuCsvTable *table, guint record, guint column)
{
  while (column > 0 && guatu_csv_cell (table, record, column)[0] == '\0')
    column--;
  return guatu_csv_cell (table, record, column);
}

/* "Start" below "Actual" or "实际时间" is the actual start; below anything unknown it is the start. */
static gboolean
find_kind_below (const GuatuCsvTable *table, guint record, guint column, GuatuCsvKind *kind, char **unit)
{
  const char *above = header_above (table, record, column);
  const char *below = guatu_csv_cell (table, record + 1, column);
  g_autofree char *both = g_strconcat (above, below, NULL);
  g_autofree char *group = guatu_csv_fold (above);
  guint rank;

  if (find_kind (both, kind, &rank, unit))
    return TRUE;
  if (g_str_has_prefix (group, "实际") || g_str_has_prefix (group, "actual"))
    {
      g_autofree char *actual = g_strconcat (group[0] == 'a' ? "actual" : "实际", below, NULL);

      return find_kind (actual, kind, &rank, unit);
    }
  return find_kind (below, kind, &rank, unit);
}

/* Whether the record after the headers has headers only, and none where the task is named. */
static gboolean
is_second_row (const GuatuCsvTable *table, const GuatuCsvColumns *columns)
{
  guint record = columns->header + 1;
  guint n = 0;

  if (record >= guatu_csv_n_records (table) || guatu_csv_width (table, record) > guatu_csv_width (table, record - 1))
    return FALSE;
  for (guint i = 0; i < guatu_csv_width (table, record); i++)
    {
      GuatuCsvKind kind;

      if (guatu_csv_cell (table, record, i)[0] == '\0')
        continue;
      if ((int) i == columns->column[GUATU_CSV_NAME] || (int) i == columns->column[GUATU_CSV_ID] ||
          !find_kind_below (table, record - 1, i, &kind, NULL))
        return FALSE;
      n++;
    }
  return n >= 2;
}

static void
take_second_row (const GuatuCsvTable *table, GuatuCsvColumns *columns)
{
  for (guint i = 0; i < guatu_csv_width (table, columns->first); i++)
    {
      g_autofree char *unit = NULL;
      GuatuCsvKind kind;

      if (guatu_csv_cell (table, columns->first, i)[0] == '\0')
        continue;
      find_kind_below (table, columns->header, i, &kind, &unit);
      /* "工期" above "开始" and "完成" is no duration. */
      for (guint k = 0; k < GUATU_CSV_N_KINDS; k++)
        if (columns->column[k] == (int) i)
          columns->column[k] = -1;
      if (columns->column[kind] >= 0)
        continue;
      columns->column[kind] = (int) i;
      g_free (columns->unit[kind]);
      columns->unit[kind] = g_steal_pointer (&unit);
    }
  columns->first++;
}

/* "项目名称" beside "工作内容": of two columns that name something, the project's, left of the task's. */
static void
find_group (const GuatuCsvTable *table, GuatuCsvColumns *columns)
{
  static const char * const projects[] = { "项目", "项目名称", "工程项目", "工程名称", NULL };

  for (int i = 0; i < columns->column[GUATU_CSV_NAME] && columns->group < 0; i++)
    {
      g_autofree char *folded = guatu_csv_fold (guatu_csv_cell (table, columns->header, (guint) i));

      if (g_strv_contains (projects, folded))
        columns->group = i;
    }
}

static gboolean
is_taken (const GuatuCsvColumns *columns, guint column)
{
  if (columns->group == (int) column)
    return TRUE;
  for (guint k = 0; k < GUATU_CSV_COMPUTED; k++)
    if (columns->column[k] == (int) column)
      return TRUE;
  for (guint i = 0; columns->custom != NULL && i < columns->custom->len; i++)
    if (g_array_index (columns->custom, guint, i) == column)
      return TRUE;

  return FALSE;
}

/* Finding the row ------------------------------------------------------------------------------------ */

static void
complete_columns (const GuatuCsvTable *table, GuatuCsvColumns *columns)
{
  columns->group = -1;
  if (is_second_row (table, columns))
    take_second_row (table, columns);
  /* Levels and codes say more than names of projects do. */
  if (columns->column[GUATU_CSV_LEVEL] < 0 && columns->column[GUATU_CSV_WBS] < 0)
    find_group (table, columns);
}

gboolean
guatu_csv_take_columns (const GuatuCsvTable *table, guint record, GuatuCsvColumns *columns)
{
  read_headers (table, record, columns);
  columns->group = -1;
  if (columns->column[GUATU_CSV_NAME] < 0)
    return FALSE;
  complete_columns (table, columns);
  return TRUE;
}

gboolean
guatu_csv_find_columns (const GuatuCsvTable *table, GuatuCsvColumns *columns)
{
  GuatuCsvColumns best = { .n_known = 0 };

  /* The record with most known headers, the first of two alike. */
  for (guint record = 0; record < MIN (guatu_csv_n_records (table), MAX_ABOVE); record++)
    {
      GuatuCsvColumns here;

      read_headers (table, record, &here);
      if (here.column[GUATU_CSV_NAME] >= 0 && here.n_known > best.n_known)
        {
          guatu_csv_clear_columns (&best);
          best = here;
        }
      else
        {
          guatu_csv_clear_columns (&here);
        }
    }
  *columns = best;
  columns->group = -1;
  if (best.n_known > 0)
    complete_columns (table, columns);
  return best.n_known > 0;
}

/* Without headers that anybody knows, the first row that has cells is taken for them. */
static void
take_first_row (const GuatuCsvTable *table, GuatuCsvColumns *columns)
{
  guint record = 0;

  while (record + 1 < guatu_csv_n_records (table) && guatu_csv_width (table, record) == 0)
    record++;
  read_headers (table, record, columns);
  columns->group = -1;
}

gboolean
guatu_csv_set_columns (const GuatuCsvTable *table, const int *fields, guint n_fields, GuatuCsvColumns *columns)
{
  guint header, first;

  if (!guatu_csv_find_columns (table, columns))
    {
      guatu_csv_clear_columns (columns);
      take_first_row (table, columns);
    }
  header = columns->header;
  first = columns->first;
  guatu_csv_clear_columns (columns);
  *columns = (GuatuCsvColumns) { .header = header, .first = first, .n_known = n_fields, .group = -1 };
  for (guint kind = 0; kind < GUATU_CSV_N_KINDS; kind++)
    columns->column[kind] = -1;

  for (guint i = 0; i < n_fields; i++)
    if (fields[i] == GUATU_CSV_PROJECT_COLUMN)
      {
        columns->group = (int) i;
      }
    else if (fields[i] == GUATU_CSV_CUSTOM_COLUMN)
      {
        if (columns->custom == NULL)
          columns->custom = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (columns->custom, i);
      }
    else if (fields[i] >= 0 && fields[i] < GUATU_CSV_COMPUTED && columns->column[fields[i]] < 0)
      {
        columns->column[fields[i]] = (int) i;
        g_free (fold (guatu_csv_cell (table, header, i), &columns->unit[fields[i]]));
      }
  return columns->column[GUATU_CSV_NAME] >= 0;
}

void
guatu_csv_clear_columns (GuatuCsvColumns *columns)
{
  for (guint i = 0; i < GUATU_CSV_N_KINDS; i++)
    g_clear_pointer (&columns->unit[i], g_free);
  g_clear_pointer (&columns->custom, g_array_unref);
}

static gboolean
is_empty_column (const GuatuCsvTable *table, guint first, guint column)
{
  for (guint record = first; record < guatu_csv_n_records (table); record++)
    if (guatu_csv_cell (table, record, column)[0] != '\0')
      return FALSE;

  return TRUE;
}

static void
note_above (const GuatuCsvTable *table, guint header, GuatuNotes *notes)
{
  for (guint record = 0; record < header; record++)
    for (guint i = 0; i < guatu_csv_width (table, record); i++)
      if (guatu_csv_cell (table, record, i)[0] != '\0')
        {
          guatu_notes_add (notes, guatu_csv_row (table, record), 0, NULL,
                           _("the row stands above the headers and was left out"));
          break;
        }
}

gboolean
guatu_csv_is_own (const GuatuCsvTable *table, const GuatuCsvColumns *columns)
{
  for (guint i = 0; i < guatu_csv_width (table, columns->header); i++)
    {
      const char *header = guatu_csv_cell (table, columns->header, i);
      gboolean own = FALSE;

      for (guint kind = 0; kind < GUATU_CSV_COMPUTED && !own; kind++)
        own = columns->column[kind] == (int) i &&
              (g_str_equal (header, kinds[kind].english) || g_str_equal (header, kinds[kind].chinese));
      if (!own)
        return FALSE;
    }
  return columns->column[GUATU_CSV_ID] >= 0 && columns->column[GUATU_CSV_LEVEL] >= 0;
}

static guint
count_unknown (const GuatuCsvTable *table, const GuatuCsvColumns *columns)
{
  guint n = 0;

  for (guint i = 0; i < guatu_csv_width (table, columns->header); i++)
    {
      const char *header = guatu_csv_cell (table, columns->header, i);
      GuatuCsvKind kind;
      guint rank;

      n += header[0] != '\0' && !is_taken (columns, i) && !find_kind (header, &kind, &rank, NULL) ? 1 : 0;
    }
  return n;
}

void
guatu_csv_note_columns (const GuatuCsvTable *table, const GuatuCsvColumns *columns, GuatuNotes *notes)
{
  guint unknown = count_unknown (table, columns);

  note_above (table, columns->header, notes);
  if (unknown > MAX_UNKNOWN)
    guatu_notes_add (notes, 0, 0, NULL, ngettext ("%u column is not known and was left out",
                                                  "%u columns are not known and were left out", unknown), unknown);

  for (guint i = 0; i < guatu_csv_width (table, columns->header); i++)
    {
      const char *header = guatu_csv_cell (table, columns->header, i);
      GuatuCsvKind kind;
      gboolean known;
      guint rank;

      if (is_taken (columns, i) || (header[0] == '\0' && is_empty_column (table, columns->header + 1, i)))
        continue;
      known = find_kind (header, &kind, &rank, NULL);

      if (!known && header[0] != '\0' && unknown > MAX_UNKNOWN)
        continue;
      if (!known)
        guatu_notes_add (notes, 0, i + 1, header, _("the column is not known and was left out"));
      else if (kind != GUATU_CSV_COMPUTED && columns->column[kind] < 0)
        guatu_notes_add (notes, 0, i + 1, header, _("the column was left out"));
      else if (kind == GUATU_CSV_COMPUTED)
        guatu_notes_add (notes, 0, i + 1, header, _("the column was left out; it is computed afresh"));
      else
        guatu_notes_add (notes, 0, i + 1, header, _("the column was left out; column %d was taken instead"),
                         columns->column[kind] + 1);
    }
}
