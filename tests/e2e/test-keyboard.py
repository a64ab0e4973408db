#!/usr/bin/env python3
# test-keyboard.py — a plan is made from the first page to the saved file without a pointer.
import re

from guatu_driver import (check, ditch, guatuctl, links, query, rule, run, same, schedule, task, tasks, wait_until)

NAMES = ['Prepare', 'Survey', 'Design', 'Approve', 'Build', 'Foundation', 'Steel frame', 'Roof', 'Accept', 'Open to all']


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


def to_pane(window, is_it):
    """By F6, until the focus is where it should be."""
    def is_there():
        if is_it(window.focused()):
            return True
        window.key('F6')
        window.settle()
        return False
    wait_until(is_there, 'the part of the window has the focus')


def tab_to(window, role, name):
    """By Tab, until the focus is there; at most once around."""
    for _ in range(80):
        focused = window.focused()
        if focused is not None and focused.role == role and re.search(name, focused.name):
            return
        window.key('Tab')
        wait_until(lambda: window.focused() not in (None, focused), 'Tab leads on')
    check(False, f'Tab never leads to {role} “{name}”')


@rule('ten linked tasks are planned by keys alone: named, linked, given a length, a predecessor, a deadline, and reported on',
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

    # All are selected, and linked one after the other on the timeline.
    window.key('ctrl+a')
    to_pane(window, lambda node: node == window.timeline())
    window.key('ctrl+l')
    wait_until(lambda: len(links(path)) == 9, 'the file has nine links')
    same(links(path), sorted((a, 'fs', b) for a, b in zip(NAMES, NAMES[1:])), 'links')

    # In the inspector the length is typed, and what a task waits for.
    to_pane(window, lambda node: node in window.row_nodes())
    to_row(window, 'Build')
    window.key('F9')
    window.find('region')
    window.settle()
    tab_to(window, 'list item', '^Duration:')
    window.key('Return')
    wait_until(lambda: window.focused() is not None and window.focused().name == 'Duration', 'the length can be typed')
    window.key('ctrl+a')
    window.type('4d')
    window.key('Return')
    wait_until(lambda: task(path, 'Build')['duration'] == '4d', 'the file has the length')
    tab_to(window, 'text box', '^Waits for$')
    window.key('ctrl+a')
    window.type('4;2FS+1d')
    window.key('Return')
    wait_until(lambda: ('Survey', 'fs', 'Build') in links(path), 'the file has the link')
    same([link for link in links(path) if link[2] == 'Build'], [('Approve', 'fs', 'Build'), ('Survey', 'fs', 'Build')],
         'what “Build” waits for')

    # From the name Tab leads to the length, to the deadline, and on to what is done.
    to_pane(window, lambda node: node in window.row_nodes())
    to_row(window, 'Survey')
    window.key('F2')
    window.editor()
    window.key('Tab')
    wait_until(lambda: window.editor().name == 'Duration', 'the length is being typed')
    window.type('6d')
    window.key('Tab')
    wait_until(lambda: window.editor().name == 'Deadline', 'the deadline is being typed')
    same(task(path, 'Survey')['duration'], '6d', 'the length')
    window.type('2030-12-20')
    window.key('Tab')
    wait_until(lambda: window.editor().name == 'Done', 'the share is being typed')
    same(task(path, 'Survey')['deadline'], '2030-12-20T17:00:00', 'the deadline')
    window.key('ctrl+a')
    window.type('40')
    window.key('Return')
    wait_until(lambda: task(path, 'Survey')['reported'] == 40, 'the report is in the file')

    wait_until(lambda: 'critical' in window.row('Open to all').name, 'the critical path is told')
    check(schedule(path)['Open to all']['critical'], 'the last task is not critical')
    guatuctl('verify', path)


@rule('keys put tasks into others, move them, delete them and bring them back')
def outline(session):
    path = ditch(session)
    window = session.open(path)
    wait_until(lambda: window.focused() == window.row('Dig'), 'the table has the focus')
    to_row(window, 'Sow')
    window.key('alt+Right')
    wait_until(lambda: task(path, 'Sow')['parent'] == task(path, 'Fill')['id'], 'it is part of the one above it')
    window.key('alt+Left')
    wait_until(lambda: task(path, 'Sow')['parent'] is None, 'it stands for itself again')
    window.key('alt+Up')
    wait_until(lambda: tasks(path) == ['Dig', 'Sow', 'Fill'], 'it stands one place higher')
    window.key('alt+Down')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill', 'Sow'], 'it stands where it stood')
    window.key('Delete')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill'], 'it is gone')
    window.key('ctrl+z')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill', 'Sow'], 'it is back')
    same(query(path, 'SELECT COUNT(*) FROM task WHERE parent IS NOT NULL'), [(0,)], 'parts')


@rule('bars are moved and made longer by keys on the timeline')
def bars(session):
    path = ditch(session)
    window = session.open(path)
    to_row(window, 'Sow')
    wait_until(lambda: 'selected' in window.row('Sow').states, 'the row is selected')
    to_pane(window, lambda node: node == window.timeline())
    window.key('alt+shift+Right')
    wait_until(lambda: task(path, 'Sow')['duration'] == '11d', 'the task is a day longer')
    window.key('alt+Right')
    wait_until(lambda: schedule(path)['Sow']['start'] == '2026-11-03T08:00:00', 'the task starts a day later')


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
