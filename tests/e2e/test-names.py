#!/usr/bin/env python3
# test-names.py — whoever listens instead of looking knows each control, and hears each row's bar.
import re

from guatu_driver import Gone, check, guatuctl, rule, run, same, wait_until

# Roles that people work with, whether or not they take the focus.
WORKED = {'button', 'checkbox', 'combo box', 'column header', 'entry', 'link', 'menu item', 'radio', 'search box',
          'slider', 'spin button', 'switch', 'tab', 'text box', 'toggle button', 'tree item'}

# The insides of controls of GTK 4.8 and libadwaita 1.2, which have no names there: what they are part of has.
INSIDES = {
    'combo box': 'a drop-down’s button',
    'AdwToastWidget': 'a toast’s button that closes it',
    'GtkCalendar': 'a calendar’s days',
}


def nameless(node, above=()):
    """Controls below @node that have no name, each with the way to it."""
    found = []
    try:
        role, name = node.role, node.name
        if role == 'grid cell' or any(word in INSIDES for word in (role, name)) and above and named_or_inside(node, role):
            return found
        states = node.states
        way = above + (f'{role} “{name}”',)
        # What scrolls gives the focus to what is in it; a menu button’s frame gives it to its button.
        scrolls = role == 'group' and any(child.role == 'scroll bar' for child in node.children)
        is_frame = name == 'GtkMenuButton' and 'focusable' not in states
        if ((role in WORKED or 'focusable' in states) and node.takes_room and not node.is_named and not scrolls
                and not is_frame):
            found.append(' › '.join(way[-4:]))
        for child in node.children:
            found += nameless(child, way)
    except Gone:
        pass
    return found


def named_or_inside(node, role):
    """A drop-down must have a name itself."""
    return role != 'combo box' or node.is_named


def all_named(window, what, within=None):
    found = sorted(set(nameless(within or window.node)))
    check(not found, f'without a name, {what}:\n' + '\n'.join(found))


def sample(session):
    path = session.path('year.guatu')
    guatuctl('new', path, '--sample', 'execution-year')
    return path


@rule('each control of the first page has a name')
def first_page(session):
    all_named(session.open(), 'on the first page')


@rule('each control of the battle map and of its inspector has a name', width=1600, height=900)
def battle_map(session):
    window = session.open(sample(session))
    all_named(window, 'with nothing selected')
    window.click(window.cell('Pilot in the first villages', 'Task'))
    if not window.has('list item', re.compile('^Duration:')):
        window.key('F9')
    window.find('list item', re.compile('^Duration:'))
    all_named(window, 'with a task selected')
    window.key('shift+Down')
    session.settle()
    all_named(window, 'with two tasks selected')


@rule('each control of the toolbar’s popovers and of the menu has a name')
def popovers(session):
    window = session.open(sample(session))
    for name in ('^Group', '^Filter', '^Sort', '^Layers', '^Baseline', '^Main menu'):
        window.press('button', re.compile(name))
        session.settle()
        # What hangs at a button is part of it.
        for button in window.node.find_all('button', re.compile(name)):
            all_named(window, f'with “{name[1:]}” open', button.parent)
        window.key('Escape')
        session.settle()


@rule('each control of the form of a task and of the way back has a name')
def dialogs(session):
    window = session.open(sample(session))
    window.click(window.cell('Pilot in the first villages', 'Task'))
    for title, keys in (('Pilot in the first villages', ['alt+Return']), (None, ['F10'])):
        window.key(*keys)
        if title is None:
            window.press('menu item', re.compile('^Go Back|^Revert'))
        other = wait_until(lambda: next((other for other in window.program.windows() if other.node != window.node), None),
                           'the window is there')
        other.focus()
        session.settle()
        all_named(other, f'in “{other.name}”')
        other.key('Escape')
        wait_until(other.is_gone, 'the window is gone')
        window.focus()


@rule('the shortcuts and the about window open by keys, say what they have to say, and close by Escape')
def other_windows(session):
    window = session.open()
    for key, said in (('ctrl+question', ('Undo', 'Redo', 'New plan', 'Open a plan')), (None, ('Guatu',))):
        if key is not None:
            window.key(key)
        else:
            window.key('F10')
            window.press('menu item', re.compile('About'))
        other = wait_until(lambda: next((other for other in window.program.windows() if other.node != window.node), None),
                           'the window is there')
        other.focus()
        for text in said:
            other.find('label', text)
        other.key('Escape')
        wait_until(other.is_gone, 'the window is gone')
        window.focus()


@rule('each row speaks its bar: name, dates, share, light, and whether it is critical')
def rows(session):
    window = session.open(sample(session))
    spoken = [row for row in window.rows() if row != 'New task…']
    form = re.compile(r'.+, [A-Z][a-z]{2} \d+ to [A-Z][a-z]{2} \d+, \d+ percent'
                      r'(, (green|yellow|orange|red|finished))?(, critical)?$')
    same([row for row in spoken if not form.match(row)], [], 'rows that say something else')
    check('Embankment south of the canal, Aug 31 to Oct 24, 84 percent, orange, critical' in spoken,
          'no row speaks of the embankment')


@rule('a row speaks Chinese to a Chinese reader', LANGUAGE='zh_CN')
def rows_in_chinese(session):
    path = session.path('year.guatu')
    guatuctl('new', path, '--sample', 'execution-year', '--lang', 'zh_CN')
    window = session.open(path)
    spoken = [row for row in window.rows() if re.search('关键', row)]
    check(spoken, 'no row says that it is critical')
    form = re.compile(r'.+，\d+月\d+日至\d+月\d+日，完成百分之\d+(，(绿|黄|橙|红|已完成))?，关键$')
    same([row for row in spoken if not form.match(row)], [], 'rows that say something else')


@rule('what a row says changes with its task')
def rows_change(session):
    path = sample(session)
    window = session.open(path)
    window.row('Pilot in the first villages')
    guatuctl('report', path, 3, '90%', '--date', '2022-10-17')
    wait_until(lambda: '90 percent' in window.row('Pilot in the first villages').name, 'the row says the new share')


run()
