/* guatu-banner.c — a text that slides in below the header bar. */
#include "guatu-banner.h"

#include <glib/gi18n.h>

struct _GuatuBanner
{
  GtkWidget    parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkWidget   *close;

  /* Owned */
  char        *text;
};

enum { PROP_0, PROP_TEXT, PROP_DISMISSIBLE, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (GuatuBanner, guatu_banner, GTK_TYPE_WIDGET)

static void
close_cb (GuatuBanner *self)
{
  guatu_banner_set_text (self, NULL);
}

static void
guatu_banner_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GuatuBanner *self = GUATU_BANNER (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_DISMISSIBLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->close));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
guatu_banner_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GuatuBanner *self = GUATU_BANNER (object);

  switch (id)
    {
    case PROP_TEXT:
      guatu_banner_set_text (self, g_value_get_string (value));
      break;
    case PROP_DISMISSIBLE:
      gtk_widget_set_visible (self->close, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
guatu_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GUATU_TYPE_BANNER);

  G_OBJECT_CLASS (guatu_banner_parent_class)->dispose (object);
}

static void
guatu_banner_finalize (GObject *object)
{
  g_free (GUATU_BANNER (object)->text);

  G_OBJECT_CLASS (guatu_banner_parent_class)->finalize (object);
}

static void
guatu_banner_class_init (GuatuBannerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = guatu_banner_get_property;
  object_class->set_property = guatu_banner_set_property;
  object_class->dispose = guatu_banner_dispose;
  object_class->finalize = guatu_banner_finalize;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_DISMISSIBLE] = g_param_spec_boolean ("dismissible", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, GuatuBanner, label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBanner, close);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "guatubanner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
guatu_banner_init (GuatuBanner *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
guatu_banner_get_text (GuatuBanner *self)
{
  g_return_val_if_fail (GUATU_IS_BANNER (self), "");

  return self->text;
}

void
guatu_banner_set_text (GuatuBanner *self,
                       const char  *text)
{
  gboolean shown = text != NULL && *text != '\0';

  g_return_if_fail (GUATU_IS_BANNER (self));

  if (g_strcmp0 (self->text, shown ? text : "") == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (shown ? text : "");
  /* What slides out still says what it said. */
  if (shown)
    gtk_label_set_text (self->label, text);
  gtk_revealer_set_reveal_child (self->revealer, shown);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}
