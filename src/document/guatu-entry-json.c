/* guatu-entry-json.c — reads the arguments of entries, which may have been written by anybody. */
#include "guatu-entry-title-private.h"

#include <string.h>

/* Entries come out of files, and json-glib overflows its stack on deep nesting. Ours nest three levels. */
#define DEPTH_MAX 16
#define LENGTH_MAX (1 << 20)

static gboolean
is_safe_json (const char *text)
{
  gboolean in_string = FALSE;
  int depth = 0;

  if (strlen (text) > LENGTH_MAX)
    return FALSE;

  for (; *text != '\0'; text++)
    {
      if (in_string && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        in_string = !in_string;
      else if (!in_string && (*text == '{' || *text == '['))
        {
          if (++depth > DEPTH_MAX)
            return FALSE;
        }
      else if (!in_string && (*text == '}' || *text == ']'))
        depth--;
    }
  return TRUE;
}

JsonObject *
guatu_title_arguments (const char *text)
{
  g_autoptr(JsonNode) node = NULL;

  if (text != NULL && is_safe_json (text))
    node = json_from_string (text, NULL);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

const char *
guatu_title_text (JsonObject *arguments, const char *member)
{
  JsonNode *node = json_object_get_member (arguments, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

gint64
guatu_title_number (JsonObject *arguments, const char *member)
{
  JsonNode *node = json_object_get_member (arguments, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  return json_node_get_int (node);
}
