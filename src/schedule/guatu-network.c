/* guatu-network.c — compiles a plan, with what-if, into the arrays that the passes walk. */
#include "guatu-network-private.h"

#include "guatu-calendar.h"

#include <string.h>

void
guatu_network_free (GuatuNetwork *self)
{
  if (self == NULL)
    return;

  g_free (self->extra_of);
  g_free (self->group_of);
  g_free (self->places);
  g_clear_pointer (&self->extras, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_free (self->own_tasks);
  g_free (self->own_links);
  g_free (self->own_outline);
  g_free (self->own_order);
  g_clear_pointer (&self->own_worktime, guatu_worktime_unref);
  g_free (self->worktimes);
  g_free (self->own_hints);
  guatu_loads_free (self->loads);
  g_clear_pointer (&self->bridges, g_array_unref);
  guatu_arena_free (self->arena);
  guatu_arena_free (self->arc_arena);
  g_free (self);
}

/* What the plan says, or the what-if instead ------------------------------------------------------- */

static void
take_settings (GuatuNetwork *self, const GuatuOverlay *overlay)
{
  self->settings = *guatu_plan_settings (self->plan);
  guatu_overlay_apply (overlay, self->plan, GUATU_TABLE_PLAN, &self->settings, 1);
}

gboolean
guatu_network_is_backward (const GuatuPlan *plan, const GuatuOverlay *overlay)
{
  GuatuPlanRow settings = *guatu_plan_settings (plan);

  guatu_overlay_apply (overlay, plan, GUATU_TABLE_PLAN, &settings, 1);
  return settings.schedule_from == GUATU_FROM_FINISH;
}

static void
take_tasks (GuatuNetwork *self, const GuatuOverlay *overlay)
{
  self->n_tasks = guatu_plan_n_rows (self->plan, GUATU_TABLE_TASK);
  self->tasks = guatu_plan_tasks (self->plan);

  if (guatu_overlay_touches (overlay, GUATU_TABLE_TASK))
    {
      self->own_tasks = g_memdup2 (self->tasks, self->n_tasks * sizeof *self->tasks);
      guatu_overlay_apply (overlay, self->plan, GUATU_TABLE_TASK, self->own_tasks, self->n_tasks);
      self->tasks = self->own_tasks;
    }
}

static void
take_links (GuatuNetwork *self, const GuatuOverlay *overlay)
{
  guint n = guatu_plan_n_rows (self->plan, GUATU_TABLE_LINK);

  self->links = guatu_plan_links (self->plan);
  self->n_links = n;
  if (!guatu_overlay_touches (overlay, GUATU_TABLE_LINK))
    return;

  self->n_links = n + overlay->added->len;
  self->own_links = g_new0 (GuatuLink, MAX (self->n_links, 1));
  if (n > 0)
    memcpy (self->own_links, self->links, n * sizeof *self->links);
  self->links = self->own_links;

  for (guint i = 0; i < overlay->added->len; i++)
    {
      self->own_links[n + i] = g_array_index (overlay->added, GuatuLink, i);
      self->own_links[n + i].id = -1;   /* there, whatever the caller wrote */
    }
  guatu_overlay_apply (overlay, self->plan, GUATU_TABLE_LINK, self->own_links, n);
  for (guint i = 0; i < overlay->removed->len; i++)
    {
      gint32 row = g_array_index (overlay->removed, gint32, i);

      if (row >= 0 && (guint) row < self->n_links)
        self->own_links[row].id = 0;
    }
}

static gboolean
parents_changed (GuatuNetwork *self)
{
  const GuatuTask *before = guatu_plan_tasks (self->plan);

  if (self->own_tasks != NULL)
    for (guint row = 0; row < self->n_tasks; row++)
      if (self->own_tasks[row].parent != before[row].parent)
        return TRUE;

  return FALSE;
}

const GuatuWorktime *
guatu_network_worktime (GuatuNetwork *self, gint32 calendar)
{
  if (calendar < 0)
    return self->worktime;
  if (self->worktimes == NULL)
    self->worktimes = g_new0 (const GuatuWorktime *, guatu_plan_n_rows (self->plan, GUATU_TABLE_CALENDAR));
  if (self->worktimes[calendar] == NULL)
    self->worktimes[calendar] = guatu_plan_worktime (self->plan, calendar);

  return self->worktimes[calendar];
}

static void
take_calendar (GuatuNetwork *self)
{
  gint32 calendar = self->settings.calendar;

  if (calendar >= 0 || guatu_plan_settings (self->plan)->calendar < 0)
    {
      self->worktime = guatu_plan_worktime (self->plan, calendar);
    }
  else
    {
      /* The what-if takes the plan's calendar away. */
      self->own_worktime = guatu_calendar_compile (self->plan, -1);
      self->worktime = self->own_worktime;
    }
}

/* Where tasks go that nothing else drives, and where unfinished work is pushed to. */
static void
take_times (GuatuNetwork *self)
{
  const GuatuPlanRow *settings = &self->settings;

  self->begin = settings->start;
  if (self->mirrored)
    self->begin = settings->finish_target != GUATU_NONE ? -settings->finish_target : NO_DATE;

  self->status = NO_DATE;
  self->pushed_to = NO_DATE;
  if (!self->mirrored && settings->push_to_status_date && settings->status_date != GUATU_NONE)
    {
      self->status = settings->status_date;
      self->pushed_to = guatu_worktime_position (self->worktime, self->status);
    }
}

static void
make_room (GuatuNetwork *self)
{
  gsize per_task = sizeof *self->kinds + sizeof *self->durations + sizeof *self->positions + sizeof *self->first_arc;
  gsize per_link = sizeof *self->arc_from + sizeof *self->arc_link + sizeof *self->arc_how;

  self->arena = guatu_arena_new (((gsize) self->n_tasks + 2) * per_task + self->n_links * per_link +
                                 7 * GUATU_ARENA_SLACK);
}

/* Links -------------------------------------------------------------------------------------------------- */

static gboolean
link_counts (const GuatuNetwork *self, const GuatuLink *link)
{
  return link->id != 0 &&
         link->predecessor >= 0 && (guint) link->predecessor < self->n_tasks &&
         link->successor >= 0 && (guint) link->successor < self->n_tasks &&
         self->kinds[link->predecessor] != GUATU_NODE_GONE && self->kinds[link->successor] != GUATU_NODE_GONE &&
         self->kinds[link->predecessor] != GUATU_NODE_IDLE && self->kinds[link->successor] != GUATU_NODE_IDLE;
}

/* Backwards in time a start is a finish. */
static guint8
turn_type (guint8 type)
{
  if (type == GUATU_LINK_SS)
    return GUATU_LINK_FF;
  if (type == GUATU_LINK_FF)
    return GUATU_LINK_SS;

  return type;
}

/* The row that a link leads to, in the network's direction; -1 where it leads nowhere. Backwards, a link
 * from a summary's start leads to the leaf that starts first, once a pass forwards has found it. */
static gint32
head_of (const GuatuNetwork *self, const GuatuLink *link)
{
  if (!link_counts (self, link))
    return -1;
  if (!self->mirrored)
    return link->successor;
  if (self->hints != NULL && self->kinds[link->predecessor] == GUATU_NODE_SUMMARY &&
      (link->type == GUATU_LINK_SS || link->type == GUATU_LINK_SF))
    return self->hints[link->predecessor].first_leaf;

  return link->predecessor;
}

/* The row that a bridge leads to, in the network's direction. */
static gint32
bridge_head (const GuatuNetwork *self, guint i)
{
  const GuatuBridge *bridge = &g_array_index (self->bridges, GuatuBridge, i);

  return self->mirrored ? bridge->from : bridge->to;
}

static void
add_bridges (GuatuNetwork *self, guint32 *first)
{
  for (guint i = 0; self->bridges != NULL && i < self->bridges->len; i++)
    {
      const GuatuBridge *bridge = &g_array_index (self->bridges, GuatuBridge, i);
      guint32 arc = first[bridge_head (self, i) + 1]++;

      self->arc_from[arc] = self->mirrored ? bridge->to : bridge->from;
      self->arc_link[arc] = bridge->link;
      self->arc_how[arc] = GUATU_LINK_FS;
    }
}

/* Bridges were not counted when room was made: where there are any the arcs have an arena of their own. */
static void
take_arcs (GuatuNetwork *self, guint32 n)
{
  gsize per_arc = sizeof *self->arc_from + sizeof *self->arc_link + sizeof *self->arc_how;

  if (self->bridges != NULL && self->bridges->len > 0)
    self->arc_arena = guatu_arena_new (n * per_arc + 3 * GUATU_ARENA_SLACK);
  self->arc_from = guatu_arena_array (self->arc_arena != NULL ? self->arc_arena : self->arena, gint32, n);
  self->arc_link = guatu_arena_array (self->arc_arena != NULL ? self->arc_arena : self->arena, gint32, n);
  self->arc_how = guatu_arena_array (self->arc_arena != NULL ? self->arc_arena : self->arena, guint8, n);
}

static void
make_arcs (GuatuNetwork *self)
{
  guint32 *first = guatu_arena_array (self->arena, guint32, self->n_tasks + 2);
  guint32 n = 0;

  memset (first, 0, (self->n_tasks + 2) * sizeof *first);

  /* Counted two places up, the running sum leaves each row's first place one up, where filling moves it
   * to the next row's. */
  for (guint i = 0; i < self->n_links; i++)
    {
      gint32 head = head_of (self, &self->links[i]);

      if (head >= 0)
        first[head + 2]++;
    }
  for (guint i = 0; self->bridges != NULL && i < self->bridges->len; i++)
    first[bridge_head (self, i) + 2]++;
  for (guint row = 2; row < self->n_tasks + 2; row++)
    first[row] = n += first[row];

  self->first_arc = first;
  take_arcs (self, n);

  for (guint i = 0; i < self->n_links; i++)
    {
      const GuatuLink *link = &self->links[i];
      gint32 head = head_of (self, link);
      guint32 arc;

      if (head < 0)
        continue;

      arc = first[head + 1]++;
      self->arc_from[arc] = self->mirrored ? link->successor : link->predecessor;
      self->arc_link[arc] = (gint32) i;
      self->arc_how[arc] = (guint8) ((self->mirrored ? turn_type (link->type) : link->type) |
                                     (link->lag != 0 ? GUATU_ARC_HAS_LAG : 0));
      if (self->arc_how[arc] != GUATU_LINK_FS)
        {
          self->is_plain = FALSE;
          if (self->kinds[head] == GUATU_NODE_PLAIN)
            self->kinds[head] = GUATU_NODE_LEAF;
        }
    }
  add_bridges (self, first);
}

/* Groups ------------------------------------------------------------------------------------------------- */

static gboolean
bounds_leaves (const GuatuNetwork *self, gint32 row)
{
  const GuatuExtra *extra = guatu_network_extra (self, row);

  if (extra->state == GUATU_STATE_MANUAL)
    return TRUE;

  return !GUATU_HAS_VARIANT (self, FREE_SUMMARIES) &&
         (extra->deadline != GUATU_NONE || extra->constraint == GUATU_CONSTRAINT_SNET ||
          extra->constraint == GUATU_CONSTRAINT_FNLT);
}

static void
raise_floor (GuatuGroup *group, GuatuInstant floor, GuatuDriverKind kind)
{
  if (floor <= group->floor)
    return;

  group->floor = floor;
  group->floor_task = group->row;
  group->floor_kind = (guint8) kind;
}

static guint32
add_group (GuatuNetwork *self, gint32 row, guint32 parent)
{
  const GuatuExtra *extra = guatu_network_extra (self, row);
  GuatuGroup group = g_array_index (self->groups, GuatuGroup, parent);
  gboolean is_free = GUATU_HAS_VARIANT (self, FREE_SUMMARIES);

  group.row = row;
  group.parent = parent;
  group.is_manual = extra->state == GUATU_STATE_MANUAL;
  group.has_predecessors |= self->first_arc[row + 1] > self->first_arc[row];

  if (group.is_manual)
    {
      raise_floor (&group, extra->start, GUATU_DRIVER_MANUAL);
      group.cap = MIN (group.cap, extra->finish);
    }
  if (extra->constraint == GUATU_CONSTRAINT_SNET && !is_free)
    raise_floor (&group, extra->date, GUATU_DRIVER_CONSTRAINT);
  if (extra->constraint == GUATU_CONSTRAINT_FNLT && !is_free)
    group.cap = MIN (group.cap, extra->date);
  if (extra->deadline != GUATU_NONE && !is_free)
    {
      group.deadline = MIN (group.deadline, extra->deadline);
      if (!self->mirrored)
        group.cap = MIN (group.cap, extra->deadline);
    }

  g_array_append_val (self->groups, group);
  return self->groups->len - 1;
}

/* The summaries that links start from or lead to; %NULL if there are none. */
static guint8 *
find_linked_summaries (const GuatuNetwork *self)
{
  guint8 *linked = NULL;

  for (gint32 row = 0; (guint) row < self->n_tasks; row++)
    for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
      {
        gint32 from = self->arc_from[arc];

        if (self->kinds[row] != GUATU_NODE_SUMMARY && self->kinds[from] != GUATU_NODE_SUMMARY)
          continue;
        if (linked == NULL)
          linked = g_new0 (guint8, self->n_tasks);
        linked[row] |= self->kinds[row] == GUATU_NODE_SUMMARY;
        linked[from] |= self->kinds[from] == GUATU_NODE_SUMMARY;
      }

  return linked;
}

static gboolean
any_summary_bounds (const GuatuNetwork *self)
{
  if (self->extra_of == NULL)
    return FALSE;

  for (guint i = 0; i < self->n_outline; i++)
    if (self->kinds[self->outline[i]] == GUATU_NODE_SUMMARY && bounds_leaves (self, self->outline[i]))
      return TRUE;

  return FALSE;
}

static void
make_groups (GuatuNetwork *self)
{
  const GuatuGroup none = { .row = -1, .first_leaf = -1, .floor = NO_DATE, .cap = NO_LIMIT, .deadline = NO_LIMIT,
                            .floor_task = -1 };
  g_autofree guint8 *linked = self->has_summaries ? find_linked_summaries (self) : NULL;

  self->groups = g_array_new (FALSE, FALSE, sizeof (GuatuGroup));
  g_array_append_val (self->groups, none);
  if (linked == NULL && (!self->has_summaries || !any_summary_bounds (self)))
    return;

  self->group_of = g_new0 (guint32, self->n_tasks);
  self->places = g_new0 (guint32, self->n_tasks);
  for (guint i = 0; i < self->n_outline; i++)
    {
      gint32 row = self->outline[i];
      gint32 parent = self->tasks[row].parent;
      guint32 group = parent >= 0 ? self->group_of[parent] : 0;

      if (self->kinds[row] == GUATU_NODE_SUMMARY && ((linked != NULL && linked[row]) || bounds_leaves (self, row)))
        group = add_group (self, row, group);
      else if (group != 0 && self->kinds[row] == GUATU_NODE_PLAIN)
        self->kinds[row] = GUATU_NODE_LEAF;
      self->is_plain = FALSE;
      self->group_of[row] = group;
      self->places[row] = i;
    }
}

/* Starts, not finishes, of a summary that links ask for depend on which of its leaves comes first; and a
 * share of a summary's duration on its span. Forwards a pass finds out on its way, backwards it cannot. */
static gboolean
find_need_of_hints (const GuatuNetwork *self)
{
  for (guint i = 0; i < self->n_links; i++)
    {
      const GuatuLink *link = &self->links[i];

      if (link_counts (self, link) && self->kinds[link->predecessor] == GUATU_NODE_SUMMARY &&
          (link->type == GUATU_LINK_SS || link->type == GUATU_LINK_SF || link->lag_kind >= GUATU_LAG_PERCENT))
        return TRUE;
    }

  return FALSE;
}

static GuatuNetwork *
make_network (const GuatuPlan *plan, const GuatuOverlay *overlay, gboolean mirrored, gboolean all_active,
              const GuatuSummaryHint *hints, GError **error)
{
  g_autoptr(GuatuNetwork) self = g_new0 (GuatuNetwork, 1);

  self->plan = plan;
  self->overlay = overlay;
  self->mirrored = mirrored;
  self->all_active = all_active;
  self->hints = hints;
  self->reach = overlay != NULL && !mirrored ? overlay->reach : NO_DATE;
  take_settings (self, overlay);
  take_tasks (self, overlay);
  take_links (self, overlay);
  take_calendar (self);
  take_times (self);
  make_room (self);

  if (parents_changed (self))
    {
      if (!guatu_network_make_outline (self, error))
        return NULL;
    }
  else
    {
      self->outline = guatu_plan_outline (plan, &self->n_outline);
    }

  /* Who works on a task says how long it takes only where nothing is below it. */
  self->loads = guatu_loads_new (plan, overlay, self->tasks, self->n_tasks, self->settings.scheduling_variants);
  guatu_network_make_nodes (self, overlay);
  if (self->has_idle)
    guatu_network_make_bridges (self);
  make_arcs (self);
  make_groups (self);
  self->needs_hints = mirrored && self->has_summaries && find_need_of_hints (self);

  return guatu_network_make_order (self, error) ? g_steal_pointer (&self) : NULL;
}

GuatuNetwork *
guatu_network_new (const GuatuPlan *plan, const GuatuOverlay *overlay, gboolean mirrored,
                   const GuatuSummaryHint *hints, GError **error)
{
  return make_network (plan, overlay, mirrored, FALSE, hints, error);
}

GuatuNetwork *
guatu_network_new_all_active (const GuatuPlan *plan, const GuatuOverlay *overlay, GError **error)
{
  return make_network (plan, overlay, FALSE, TRUE, NULL, error);
}

GuatuNetwork *
guatu_network_new_without_links (const GuatuPlan *plan)
{
  GuatuNetwork *self = g_new0 (GuatuNetwork, 1);

  self->plan = plan;
  take_settings (self, NULL);
  take_tasks (self, NULL);
  take_calendar (self);
  self->loads = guatu_loads_new (plan, NULL, self->tasks, self->n_tasks, self->settings.scheduling_variants);
  for (gint32 row = 0; (guint) row < self->n_tasks; row++)
    if (self->tasks[row].id != 0 && self->tasks[row].calendar >= 0)
      guatu_network_worktime (self, self->tasks[row].calendar);

  return self;
}
