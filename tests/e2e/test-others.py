#!/usr/bin/env python3
# test-others.py — another program writes to the plan while a hand is in the middle of something.
from guatu_driver import (check, ditch, guatuctl, journal, links, rule, run, same, schedule, task, tasks, wait_until)

# A week of the chart is seven days; of a bar of two weeks’ work there are eleven and a bit.
SOW = 11 + 9 / 24


def take_hold(window, name):
    """Carries a bar a little: its ghost is on the screen, and the pointer is still down. How far a day is."""
    first, last, y = window.bar(name)
    middle = (first + last) / 2
    window.screen.press(middle, y)
    window.screen.carry(middle + 30, y)
    return middle, y, (last - first + 1) / SOW


def toast(window, words):
    """Waits for the toast that says so."""
    def said():
        found = window.node.find('widget', 'AdwToastWidget')
        return found is not None and any(words in label.name for label in found.find_all('label'))
    wait_until(said, f'a toast says “{words}”')


@rule('a bar that is dragged while another program changes the plan lands on the plan as it is by then')
def drag(session):
    path = ditch(session)
    window = session.open(path)
    middle, y, day = take_hold(window, 'Sow')
    guatuctl('set', path, 'task', 3, 'name=Sow and roll', 'duration=5d')
    guatuctl('add', path, 'task', 'Reap', 'duration=1d')
    window.row('Reap')
    window.row('Sow and roll')
    before = len(journal(path))
    window.screen.carry(middle + 7 * day, y)
    window.screen.release()
    wait_until(lambda: len(journal(path)) == before + 1, 'the file has the move')
    moved = task(path, 'Sow and roll')
    same((schedule(path)['Sow and roll']['start'], moved['duration']), ('2026-11-09T08:00:00', '5d'), 'start and length')
    same(tasks(path), ['Dig', 'Fill', 'Sow and roll', 'Reap'], 'tasks')


@rule('a bar that another program deletes amid a drag is dropped, which is said, and the window goes on')
def drag_deleted(session):
    path = ditch(session)
    window = session.open(path)
    middle, y, day = take_hold(window, 'Sow')
    guatuctl('remove', path, 'task', 3)
    toast(window, 'no longer exists')
    before = journal(path)
    window.screen.carry(middle + 7 * day, y)
    window.screen.release()
    window.settle()
    same(journal(path), before, 'edits')
    window.key('ctrl+z')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill', 'Sow'], 'it is brought back')
    window.row('Sow')


@rule('a link that is drawn while another program deletes where it would lead is none, and from what is gone it says so')
def link(session):
    path = ditch(session)
    window = session.open(path)
    fill, sow = window.bar('Fill'), window.bar('Sow')
    for name, bar, gone in (('Fill', fill, 3), ('Sow', sow, 2)):
        window.screen.point((bar[0] + bar[1]) / 2, bar[2])
        window.screen.point(bar[1] - 4, bar[2])
        window.screen.press(bar[1] + 11, bar[2])
        other = sow if name == 'Fill' else fill
        window.screen.carry((other[0] + other[1]) / 2, other[2])
        if name == 'Fill':
            guatuctl('remove', path, 'task', gone)
            wait_until(lambda: not any(row.startswith('Sow') for row in window.rows()), 'the row is gone')
            window.screen.release()
            window.settle()
            same(links(path), [('Dig', 'fs', 'Fill')], 'links')
            window.key('ctrl+z')
            window.row('Sow')
            window.screen.point(5, 5)
            window.settle()
        else:
            guatuctl('remove', path, 'task', 3)
            toast(window, 'no longer exists')
            window.screen.release()
            same(links(path), [('Dig', 'fs', 'Fill')], 'links')


@rule('what is being typed in a cell stays while another program writes, wherever the row goes, and lands on Enter')
def typing(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Fill', 'Task'), times=2)
    window.editor()
    window.type('Fill it')
    guatuctl('add', path, 'task', 'Reap')
    guatuctl('move', path, 4, '--before', 1)
    wait_until(lambda: window.rows()[0].startswith('Reap'), 'the row stands first')
    window.editor()
    guatuctl('set', path, 'task', 3, 'name=Cover', 'duration=4d')
    wait_until(lambda: task(path, 'Cover')['duration'] == '4d', 'the other has written')
    guatuctl('move', path, 3, '--before', 1)
    wait_until(lambda: window.rows()[1].startswith('Reap'), 'the row stands elsewhere')
    window.settle()
    window.editor()
    window.type(' up')
    window.key('Return')
    wait_until(lambda: tasks(path) == ['Fill it up', 'Reap', 'Dig', 'Sow'], 'the file has the name')
    same(task(path, 'Fill it up')['duration'], '4d', 'what the other wrote')


@rule('what is being typed in a cell of a task that another program deletes is not lost without a word')
def typing_deleted(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Fill', 'Task'), times=2)
    window.editor()
    window.type('Fill it up')
    guatuctl('remove', path, 'task', 2)
    toast(window, 'Fill it up')
    wait_until(lambda: not window.is_editing(), 'the edit is over')
    same(tasks(path), ['Dig', 'Sow'], 'tasks')
    wait_until(lambda: window.focused() == window.row('Sow'), 'the row in its place has the focus')


@rule('the form of a task shows what another program writes, keeps what is being typed, and closes with its task')
def form(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Fill', 'Task'))
    window.key('alt+Return')
    dialog = window.program.window('Fill')
    name = dialog.find('text box', 'Name')
    dialog.click(name)
    dialog.key('ctrl+a')
    dialog.type('Fill it')
    guatuctl('set', path, 'task', 2, 'duration=4d')
    guatuctl('set', path, 'task', 2, 'name=Cover')
    wait_until(lambda: 'Cover' in window.rows()[1], 'the window has the new name')
    session.settle()
    same(name.text, 'Fill it', 'what is being typed')
    dialog.type(' up')
    dialog.key('Return')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill it up', 'Sow'], 'the file has the name')
    dialog.type('!')
    guatuctl('remove', path, 'task', 2)
    wait_until(dialog.is_gone, 'the form is gone')
    toast(window, 'Fill it up')
    window.focus()
    window.row('Dig')
    same(tasks(path), ['Dig', 'Sow'], 'tasks')


run()
