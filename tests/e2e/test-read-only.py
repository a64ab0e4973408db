#!/usr/bin/env python3
# test-read-only.py — a plan that can only be read: every gesture is refused with a word, and looking at it goes on.
import re
import sqlite3
import subprocess

from guatu_driver import check, ditch, guatuctl, journal, rule, run, same, wait_until

# What the window says of it.
WORD = 'newer version'


def newer(session):
    """As a newer version of the program would leave it. Not even those who may do all can write it."""
    path = ditch(session)
    guatuctl('add', path, 'key-node', 'Half way', '--under', 3, 'share=50')
    connection = sqlite3.connect(path)
    connection.execute('PRAGMA user_version = 9999')
    connection.close()
    return path


def refused(window, deed):
    """Waits for the word, and takes it away for the next."""
    def toast():
        return next((found for found in window.node.find_all('widget', 'AdwToastWidget')
                     if any(WORD in label.name for label in found.find_all('label'))), None)
    found = wait_until(toast, f'{deed} is refused with a word')
    window.settle()
    x, y = window.centre_of(found.find('button'))
    check(x < window.screen.width - 20, 'the toast is wider than its window')

    def is_gone():
        # Not at the same place each time: that would be a double click. While it comes it takes no press.
        window.aside = -getattr(window, 'aside', 6)
        window.screen.click(x + window.aside, y + window.aside)
        window.screen.point(5, 5)
        window.settle()
        return toast() is None
    wait_until(is_gone, 'the word is gone')


def to_timeline(window):
    def is_there():
        if window.focused() == window.timeline():
            return True
        window.key('F6')
        window.settle()
        return False
    wait_until(is_there, 'the timeline has the focus')


@rule('title and banner say that the plan can only be read, and each gesture on a bar is refused with a word')
def gestures(session):
    path = newer(session)
    window = session.open(path)
    before = journal(path)
    window.find('label', re.compile('read-only'))
    check(any(WORD in label.name for label in window.find('alert').find_all('label')), 'no banner says it')
    bar = window.bar('Dig')
    middle, y = (bar[0] + bar[1]) / 2, bar[2]

    def drag(deed, x, to_x, to_y=y):
        window.screen.point(middle, y)
        window.screen.point(x, y)
        window.screen.drag(x, y, to_x, to_y)
        refused(window, deed)
        same(window.bar('Dig'), bar, 'the bar')
    drag('a move', middle, middle + 120)
    drag('a longer end', bar[1] - 2, bar[1] + 90)
    drag('another start', bar[0] + 2, bar[0] - 60)
    drag('a link', bar[1] + 11, window.bar('Sow')[0] + 20, window.bar('Sow')[2])
    left, top, width, height = window.box_of(window.timeline())
    window.screen.xdotool('keydown', 'ctrl')
    window.screen.drag(left + width / 2, top + height - 60, left + width / 2 + 100, top + height - 60)
    window.screen.xdotool('keyup', 'ctrl')
    refused(window, 'a new bar')
    same(journal(path), before, 'edits')


@rule('each key and each click that would change a plan that can only be read is refused with a word')
def keys(session):
    path = newer(session)
    window = session.open(path)
    before = journal(path)
    rows = window.rows()
    check('New task…' not in rows, 'there is a line for new tasks')
    window.click(window.cell('Fill', 'Task'), times=2)
    refused(window, 'typing in a cell')
    window.click(window.cell('Sow', 'Task'))
    for key in ('F2', 'Return', 'Delete', 'Insert', 'ctrl+x', 'ctrl+v', 'ctrl+d', 'alt+Up', 'alt+Right', 'ctrl+z',
                'ctrl+shift+z'):
        window.key(key)
        refused(window, key)
    check(not window.is_editing(), 'a cell is being edited')
    window.key('shift+Up', 'shift+Up')
    to_timeline(window)
    for key in ('Delete', 'ctrl+v', 'alt+Right', 'alt+shift+Right', 'ctrl+shift+Right', 'ctrl+l',
                'ctrl+shift+l', 'alt+shift+Up'):
        window.key(key)
        refused(window, key)
    for name in ('Undo', 'Redo'):
        check('sensitive' not in window.find('button', name).states, f'“{name}” can be pressed')
    same(window.rows(), rows, 'rows')
    same(journal(path), before, 'edits')


@rule('a plan that can only be read can be zoomed, searched, filtered, sorted and selected in, and copied from')
def looking(session):
    path = newer(session)
    window = session.open(path)
    before = journal(path)
    bar = window.bar('Dig')
    window.screen.point(bar[0], bar[2])
    window.screen.hold('ctrl', 4)
    window.screen.point(5, 5)
    wait_until(lambda: window.bar('Dig')[1] - window.bar('Dig')[0] > bar[1] - bar[0] + 20, 'the bar is longer')
    window.key('ctrl+f')
    window.type('sow')
    wait_until(lambda: [row.split(',')[0] for row in window.rows()] == ['Sow'], 'the search shows what it found')
    window.key('Escape')
    wait_until(lambda: len(window.rows()) == 3, 'all is back')
    window.click(window.cell('Fill', 'Task'))
    window.key('ctrl+a')
    wait_until(lambda: all('selected' in row.states for row in window.row_nodes()), 'all is selected')
    window.key('ctrl+c')

    def is_there():
        text = subprocess.run(['xclip', '-selection', 'clipboard', '-o'], env=session.environment, check=False,
                              capture_output=True, timeout=20).stdout.decode()
        return 'Dig' in text and 'Sow' in text
    wait_until(is_there, 'the clipboard has the tasks')
    # The form shows what there is, and takes nothing.
    window.click(window.cell('Fill', 'Task'))
    window.key('alt+Return')
    form = window.program.window('Fill')
    name = form.find('text box', 'Name')
    same(name.text, 'Fill', 'the name')
    check('sensitive' not in name.states or 'editable' not in name.states, 'the name can be typed')
    form.key('Escape')
    wait_until(form.is_gone, 'the form is gone')
    window.focus()
    same(journal(path), before, 'edits')


run()
