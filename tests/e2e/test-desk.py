#!/usr/bin/env python3
# test-desk.py — the views beside the map: reached by keys, gone around by keys, and what is done in them is in the file.
import json
import re

from guatu_driver import Failure, check, guatuctl, journal, query, rule, run, same, wait_until

# Roles that say nothing to who listens.
MUTE = ('widget', 'filler', 'unknown', 'panel', 'invalid', '')


def sample(session):
    path = session.path('year.guatu')
    guatuctl('new', path, '--sample', 'execution-year')
    return path


def views(window):
    """The names in the list of views, in its order."""
    return [row.name for row in window.find('list', 'Views').find_all('list item')]


def is_named(node):
    """By itself or, where it is a drop-down's button, by what it is a part of."""
    return node.is_named or (node.parent.role == 'combo box' and node.parent.is_named)


def go(window, name):
    """By the key of its number."""
    number = views(window).index(name) + 1
    window.key(f'ctrl+{number}')
    chosen = window.find('list', 'Views').find('list item', name)
    wait_until(lambda: 'selected' in chosen.states, f'“{name}” is chosen')
    window.settle()


def tab_to(window, role, name):
    """By Tab, until the focus is there; at most once around."""
    for _ in range(80):
        focused = window.focused()
        if focused is not None and focused.role == role and re.search(name, focused.name):
            return focused
        window.key('Tab')
        try:
            wait_until(lambda: window.focused() not in (None, focused), 'Tab leads on')
        except Failure:
            raise Failure(f'Tab does not lead on from {focused}') from None
    raise Failure(f'Tab never leads to {role} “{name}”')


@rule('keys lead to each view, forth and back, and the list of views says where one is', width=1600, height=960)
def by_keys(session):
    window = session.open(sample(session))
    names = views(window)
    check(len(names) >= 4, f'views are {names}')
    for name in names:
        go(window, name)
    for name in reversed(names[:-1]):
        window.key('ctrl+Prior')
        chosen = window.find('list', 'Views').find('list item', name)
        wait_until(lambda: 'selected' in chosen.states, f'Ctrl+Page Up leads to “{name}”')
    # A menu that was closed leaves the keyboard with its button, in the bar of the window.
    window.key('F10')
    window.settle()
    window.key('Escape')
    go(window, names[-1])


@rule('Tab goes all around each view; each stop is seen, and has a name and a role', width=1600, height=960)
def around(session):
    window = session.open(sample(session))
    for name in views(window)[1:]:
        go(window, name)
        stops = []
        for _ in range(90):
            node = window.focused()
            check(node is not None, f'in “{name}” the focus is nowhere after {stops[-1:]}')
            if len(stops) > 1 and node == stops[0]:
                break
            check(node not in stops, f'in “{name}” Tab comes back to {node}, and not to where it began')
            stops.append(node)
            check(is_named(node), f'in “{name}” {node}, {len(stops)}th stop, has no name')
            check(node.role not in MUTE, f'in “{name}” {node} has no role')
            # A focus is seen for seconds only: it is looked for before anything is asked.
            before = window.screen.glance()
            window.key('Tab')
            wait_until(lambda: window.screen.glance() != before, f'in “{name}” it is seen that Tab leads on from {node}')
            wait_until(lambda: window.focused() not in (None, node), f'in “{name}” Tab leads on from {node}')
        check(len(stops) > 5, f'in “{name}” Tab comes to {stops} alone')


@rule('a task force in the list filters the map, and let go of it leaves all', width=1600, height=960)
def task_force(session):
    path = sample(session)
    window = session.open(path)
    before, all_rows = journal(path), len(window.rows())
    force = window.find('button', re.compile('^Investment, '))
    window.click(force)
    wait_until(lambda: 0 < len(window.rows()) < all_rows, 'the map shows its tasks')
    window.click(force)
    wait_until(lambda: len(window.rows()) == all_rows, 'the map shows all')
    same(journal(path), before, 'edits')


@rule('a person is called otherwise in People & Units, and undo takes it back', width=1600, height=960)
def renamed(session):
    path = sample(session)
    window = session.open(path)
    go(window, 'People & Units')
    search = window.find('search box', re.compile('^Search people'))
    window.click(search)
    window.type('Huang')
    window.click(window.find('list item', re.compile('^Huang, Deputy')))
    window.settle()
    entry = window.find('text box', re.compile('^Name'))
    window.click(entry)
    window.key('ctrl+a')
    window.type('Huang Jun')
    window.key('Return')

    def people():
        return [name for name, in query(path, "SELECT name FROM person WHERE name LIKE 'Huang%'")]
    wait_until(lambda: people() == ['Huang Jun'], 'the file says so')
    go(window, 'Battle Map')
    window.key('ctrl+z')
    wait_until(lambda: people() == ['Huang'], 'it is taken back')


@rule('a day is marked off in the calendar by keys, the plan follows, and undo takes it back', width=1600, height=960)
def day_off(session):
    path = sample(session)
    window = session.open(path)
    before = len(journal(path))
    go(window, 'Calendars')
    day = tab_to(window, 'grid cell', '2022')
    window.key('Right', 'Right', 'd')
    wait_until(lambda: len(journal(path)) == before + 1, f'a day off after {day} is in the file')
    window.key('ctrl+z')
    wait_until(lambda: len(journal(path)) == before + 2, 'it is taken back')
    same(journal(path)[-1], 'undo', 'the last edit')


@rule('the history tells an edit with its old and its new value', width=1600, height=960)
def told(session):
    path = sample(session)
    task = json.loads(guatuctl('show', path, 'tasks', '--json'))[5]
    guatuctl('set', path, 'task', task['id'], 'name=Another name')
    window = session.open(path)
    go(window, 'History')
    window.find('label', re.compile(f'{re.escape(task["name"])} → Another name'))


run()
