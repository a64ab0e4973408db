/* task-form-fixture.c — makes the form, and looks at what it has done. */
#include "task-form-fixture.h"

#include "ui-fixture.h"
#include "ui-forms.h"

void
task_form_set_up (TaskFormFixture *fixture,
                  gconstpointer    data)
{
  document_fixture_set_up (&fixture->document, data);
  fixture->view = guatu_battle_view_new (fixture->document.document);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->form = GUATU_TASK_FORM (guatu_task_form_new (fixture->view, GTK_WINDOW (fixture->window)));
  g_object_add_weak_pointer (G_OBJECT (fixture->form), (gpointer *) &fixture->form);
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Bridge"));
  gtk_window_present (GTK_WINDOW (fixture->form));
  form_settle ();
  fixture->head = head_of (fixture->document.document);
}

void
task_form_tear_down (TaskFormFixture *fixture,
                     gconstpointer    data)
{
  ui_test_pop_down ();
  if (fixture->form != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->form));
  form_settle ();
  g_assert_null (fixture->form);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  form_settle ();
  g_assert_finalize_object (fixture->view);
  document_fixture_tear_down (&fixture->document, data);
}

const GuatuPlan *
task_form_plan (TaskFormFixture *fixture)
{
  return guatu_document_get_plan (fixture->document.document);
}

GuatuFieldRow *
task_form_row (TaskFormFixture *fixture,
               guint            field)
{
  return GUATU_FIELD_ROW (guatu_task_form_get_row (fixture->form, field));
}

GtkWidget *
task_form_editor (TaskFormFixture *fixture,
                  guint            field)
{
  return guatu_field_row_get_editor (task_form_row (fixture, field));
}

gint64
task_form_number (TaskFormFixture *fixture,
                  guint            field)
{
  return task_number (&fixture->document, "Bridge", field);
}

void
task_form_choose (GtkWidget *drop_down,
                  guint      place)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), place);
  form_settle ();
}

void
task_form_must_have_written (TaskFormFixture *fixture,
                             gint64           n)
{
  g_assert_cmpint (head_of (fixture->document.document), ==, fixture->head + n);
}
