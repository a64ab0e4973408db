#!/usr/bin/env python3
# test-focus.py — the keyboard alone: it reaches everything, is seen where it is, and is never left nowhere.
import re

from guatu_driver import Failure, check, ditch, guatuctl, rule, run, same, tasks, wait_until

# Roles that say nothing to who listens.
MUTE = ('widget', 'filler', 'unknown', 'panel', 'invalid', '')


def to(window, node):
    """By F6, until the part of the window has the focus."""
    def is_there():
        if window.focused() == node:
            return True
        window.key('F6')
        window.settle()
        return False
    wait_until(is_there, f'{node} has the focus')


def stays(window, deed, expected):
    """After the deed the focus is there, and it can be seen."""
    def is_there():
        return window.focused() == expected()
    try:
        wait_until(is_there, 'it is')
    except Failure:
        raise Failure(f'after {deed} the focus is on {window.focused()}') from None


@rule('Tab goes all around the window; each stop is seen, and has a name and a role', width=1440, height=900)
def around(session):
    path = session.path('year.guatu')
    guatuctl('new', path, '--sample', 'execution-year')
    window = session.open(path)
    wait_until(lambda: window.focused() is not None, 'something has the focus')
    window.settle()
    stops = []
    for _ in range(90):
        node, before = window.focused(), window.screen.glance()
        check(node is not None, f'the focus is nowhere after {stops[-1:]}')
        if node in stops and stops.index(node) == 0 and len(stops) > 1:
            break
        check(node not in stops, f'Tab comes back to {node}, and not to where it began')
        stops.append(node)
        check(node.is_named, f'{node}, {len(stops)}th stop, has no name')
        check(node.role not in MUTE, f'{node} has no role')
        window.key('Tab')
        wait_until(lambda: window.focused() not in (None, node), f'Tab leads on from {node}')
        wait_until(lambda: window.screen.glance() != before, f'it is seen that {window.focused()} has the focus')
    roles = {node.role for node in stops}
    check(any(node.name.startswith('Group') for node in stops), 'Tab does not come to the toolbar')
    for role in ('button', 'search box', 'image', 'row'):
        check(role in roles, f'Tab comes to no {role}: {[str(stop) for stop in stops]}')


@rule('after a deletion, a paste, a copy beside, undo and redo the focus is on a row of the table')
def rows(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Fill', 'Task'))
    window.key('ctrl+c')
    window.settle()
    window.key('Delete')
    wait_until(lambda: tasks(path) == ['Dig', 'Sow'], 'it is deleted')
    stays(window, 'a deletion', lambda: window.row('Sow'))
    window.key('ctrl+v')
    wait_until(lambda: len(tasks(path)) == 3, 'it is pasted')
    stays(window, 'a paste', lambda: window.row('Fill'))
    window.key('ctrl+d')
    wait_until(lambda: len(tasks(path)) == 4, 'there is another')
    window.settle()
    check(window.focused() in window.row_nodes(), f'after a copy beside the focus is on {window.focused()}')
    for key, number in (('ctrl+z', 3), ('ctrl+z', 2), ('ctrl+shift+z', 3), ('ctrl+z', 2), ('ctrl+z', 3)):
        window.key(key)
        wait_until(lambda: len(tasks(path)) == number, f'{key} is done')
        wait_until(lambda: window.focused() in window.row_nodes(), f'after {key} a row has the focus')
    # All of them go, and the line for new tasks is left.
    window.key('ctrl+a', 'Delete')
    wait_until(lambda: tasks(path) == [], 'all are deleted')
    stays(window, 'the last deletion', lambda: window.row('New task…'))


@rule('what another program deletes, the last row as well, takes no focus with it')
def others(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Sow', 'Task'))
    wait_until(lambda: window.focused() == window.row('Sow'), 'the row has the focus')
    guatuctl('remove', path, 'task', 3)
    stays(window, 'a deletion by others', lambda: window.row('New task…'))
    window.key('Up', 'Up')
    stays(window, 'going up', lambda: window.row('Dig'))
    guatuctl('remove', path, 'task', 1)
    stays(window, 'a deletion by others', lambda: window.row('Fill'))


@rule('what is closed gives the focus back: menus, popovers, the form of a task, a search, a toast, an edit given up')
def back(session):
    window = session.open(ditch(session))
    window.click(window.cell('Fill', 'Task'))
    row = window.row('Fill')
    stays(window, 'a click', lambda: row)
    # A menu of the header leaves it on its button, as everywhere.
    window.key('F10')
    window.find('menu item', re.compile('^Save a Copy'))
    window.settle()
    window.key('Escape')
    wait_until(lambda: window.focused() is not None and window.focused().name == 'Main menu', 'its button has the focus')
    to(window, row)
    for keys, name in ((['shift+F10'], 'the menu of a row'), (['F2'], 'an edit'),
                       (['ctrl+f'], 'a search')):
        window.key(*keys)
        wait_until(lambda: window.focused() != row, f'{name} has the focus')
        window.settle()
        window.key('Escape')
        wait_until(lambda: window.focused() is not None, f'after {name} something has the focus')
        stays(window, name, lambda: row)
    window.key('alt+Return')
    form = window.program.window('Fill')
    form.key('Escape')
    wait_until(form.is_gone, 'the form is gone')
    window.focus()
    stays(window, 'the form of the task', lambda: row)
    for name in ('^Group', '^Filter', '^Sort', '^Layers', '^Baseline'):
        button = window.find(('button', 'toggle button'), re.compile(name))
        window.click(button)
        window.settle()
        window.key('Escape')
        window.settle()
        focused = window.focused()
        check(focused is not None, f'after “{name[1:]}” nothing has the focus')
        check(focused.role == 'button' and focused.is_named, f'after “{name[1:]}” {focused} has the focus')
    to(window, window.row('Fill'))
    window.key('Delete')
    wait_until(lambda: 'Fill' not in ' '.join(window.rows()), 'it is deleted')
    toast = window.find('widget', 'AdwToastWidget')

    def is_back():
        # It takes no press while it slides in, and is elsewhere when it has.
        button = toast.find('button', 'Undo')
        if button is not None:
            window.screen.click(*window.centre_of(button))
            window.settle()
        return window.has('row', re.compile('^Fill'))
    wait_until(is_back, 'it is back')
    wait_until(lambda: window.focused() in window.row_nodes(), 'after the toast a row has the focus')


run()
