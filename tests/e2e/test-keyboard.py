#!/usr/bin/env python3
# test-keyboard.py — a plan is made from the first page to the saved file without a pointer.
import re

from guatu_driver import guatuctl, query, rule, run, same, task, tasks, wait_until

NAMES = ['Prepare', 'Survey', 'Design', 'Approve', 'Build', 'Foundation', 'Steel frame', 'Roof', 'Accept', 'Open to all']


@rule('ten tasks are named, ordered, given deadlines and reported on by keys alone, from the first page to the file',
      gtk_loses=True)
def ten_tasks(session):
    window = session.open()
    window.key('ctrl+n')
    dialog = window.program.window(re.compile('New Plan'))
    wait_until(lambda: any(node.has_focus() for node in dialog.node.find_all('text box')), 'the name can be typed')
    dialog.key('ctrl+a')
    dialog.type('Ten tasks')
    dialog.key('Return')
    window = window.program.window('Ten tasks')
    path = session.path('Ten tasks.guatu')

    # The line for new tasks has the focus: names are typed one after the other.
    wait_until(lambda: window.focused() == window.row('New task…'), 'the table has the focus')
    for number, name in enumerate(NAMES, 1):
        window.type(name)
        window.key('Return')
        wait_until(lambda: tasks(path) == NAMES[:number], f'the file has “{name}”')
        window.editor()
    window.key('Escape')
    wait_until(lambda: not window.is_editing(), 'the last line is left')

    # The parts of two stages are indented below them, from the end upwards.
    to_row(window, 'Roof')
    for name in ('Roof', 'Steel frame', 'Foundation'):
        to_row(window, name)
        window.key('alt+Right')
        wait_until(lambda: task(path, name)['parent'] == parent_of(path, name), f'“{name}” is part of another')
    same([row[0] for row in query(path, 'SELECT COUNT(*) FROM task WHERE parent IS NOT NULL')], [3], 'parts')

    # From the name Tab leads to the deadline, and on to what is done.
    to_row(window, 'Survey')
    window.key('F2')
    window.editor()
    window.key('Tab')
    wait_until(lambda: window.editor().name == 'Deadline', 'the deadline is being typed')
    window.type('2030-12-20')
    window.key('Tab')
    wait_until(lambda: window.editor().name == 'Done', 'the share is being typed')
    same(task(path, 'Survey')['deadline'], '2030-12-20T17:00:00', 'the deadline')
    window.key('ctrl+a')
    window.type('40')
    window.key('Return')
    wait_until(lambda: task(path, 'Survey')['reported'] == 40, 'the report is in the file')

    # What went wrong is taken back, and put in order with the arrows.
    to_row(window, 'Accept')
    window.key('Delete')
    wait_until(lambda: 'Accept' not in tasks(path), 'the task is gone')
    window.key('ctrl+z')
    wait_until(lambda: 'Accept' in tasks(path), 'the task is back')
    to_row(window, 'Design')
    window.key('alt+Up')
    wait_until(lambda: tasks(path)[1:3] == ['Design', 'Survey'], 'the task stands one place higher')
    window.key('alt+Down')
    wait_until(lambda: tasks(path)[1:3] == ['Survey', 'Design'], 'the task stands where it stood')


def parent_of(path, name):
    """The task above it that its key was to make it part of."""
    above = {'Roof': 'Steel frame', 'Steel frame': 'Foundation', 'Foundation': 'Build'}[name]
    return task(path, above)['id']


def to_row(window, name):
    """By arrows, as long as it takes."""
    def is_there():
        focused = window.focused()
        rows = window.row_nodes()
        if focused not in rows:
            return False
        step = rows.index(window.row(name)) - rows.index(focused)
        if step == 0:
            return True
        window.key(*['Down' if step > 0 else 'Up'] * abs(step))
        return False
    wait_until(is_there, f'“{name}” has the focus')


@rule('whoever quits amid typing has nothing to save and loses nothing')
def leave(session):
    path = session.path('left.guatu')
    guatuctl('new', path, '--title', 'Left')
    window = session.open(path)
    wait_until(lambda: window.focused() == window.row('New task…'), 'the table has the focus')
    window.type('Dig')
    window.key('ctrl+q')
    wait_until(lambda: window.program.process.poll() is not None, 'the program ends')
    same(tasks(path), ['Dig'], 'what was being typed')


run()
