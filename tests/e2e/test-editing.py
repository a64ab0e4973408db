#!/usr/bin/env python3
# test-editing.py — a plan is edited in the window with the pointer, and the file has it.
from guatu_driver import Failure, check, ditch, journal, links, rule, run, same, schedule, tasks, wait_until

# A working day of eight hours is nine on the chart, as noon is on it; a week is seven whole days.
DIG = 4 + 9 / 24
SOW = 11 + 9 / 24

# From the end of a bar to the ring from which a link is drawn.
HANDLE = 11


def day_of(bar, days):
    first, last, _ = bar
    return (last - first + 1) / days


def edits(path, before):
    """Waits for the next edit; then there must be one only."""
    wait_until(lambda: len(journal(path)) > before, 'the file has an edit more')
    same(len(journal(path)), before + 1, 'edits')


@rule('a task typed into the last line is one task more, and the next line waits')
def create(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('New task…', 'Task'))
    window.editor()
    window.type('Reap')
    window.key('Return')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill', 'Sow', 'Reap'], 'the file has the task')
    window.editor()
    window.type('Thresh')
    window.key('Return', 'Escape')
    wait_until(lambda: tasks(path)[3:] == ['Reap', 'Thresh'], 'the file has the next task')
    same([row.split(',')[0] for row in window.rows()], ['Dig', 'Fill', 'Sow', 'Reap', 'Thresh', 'New task…'], 'rows')


@rule('a task is renamed in its cell, and Escape leaves the name as it was')
def rename(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Fill', 'Task'), times=2)
    window.editor()
    window.type('Fill it up')
    window.key('Return')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill it up', 'Sow'], 'the file has the new name')
    window.row('Fill it up')
    before = journal(path)
    window.click(window.cell('Sow', 'Task'), times=2)
    window.editor()
    window.type('Nothing')
    window.key('Escape')
    wait_until(lambda: not window.is_editing(), 'the edit is given up')
    same(journal(path), before, 'edits')


@rule('a row that was edited with the pointer looks like the others again')
def looks(session):
    window = session.open(ditch(session))
    window.click(window.cell('Dig', 'Deadline'), times=2)
    window.editor()
    window.type('2026-12-10')
    window.key('Return')
    wait_until(lambda: not window.is_editing(), 'the edit is done')
    window.click(window.cell('Sow', 'Task'))
    window.screen.point(5, 5)
    window.settle()
    picture = window.screen.look()
    grounds = []
    for name in ('Dig', 'Fill'):
        left, top, _, height = window.box_of(window.cell(name, 'Light'))
        grounds.append(picture.at(round(left + 3), round(top + height / 2)))
    same(grounds[0], grounds[1], 'the ground of the edited row')


@rule('a bar that is dragged moves its task, in one edit')
def move(session):
    path = ditch(session)
    window = session.open(path)
    bar = window.bar('Sow')
    before = len(journal(path))
    middle = (bar[0] + bar[1]) / 2
    window.screen.drag(middle, bar[2], middle + 7 * day_of(bar, SOW), bar[2])
    edits(path, before)
    same(schedule(path)['Sow']['start'], '2026-11-09T08:00:00', 'the start')
    wait_until(lambda: 'Nov 9 to Nov 20' in window.row('Sow').name, 'the row says the new dates')


@rule('Escape amid a drag leaves the bar where it was')
def give_up(session):
    path = ditch(session)
    window = session.open(path)
    bar = window.bar('Sow')
    before = journal(path)
    window.screen.press((bar[0] + bar[1]) / 2, bar[2])
    window.screen.carry(bar[1] + 40, bar[2])
    wait_until(lambda: window.bar('Sow') != bar, 'the ghost is on the screen')
    window.key('Escape')
    window.screen.release()
    window.screen.point(5, 5)
    wait_until(lambda: window.bar('Sow') == bar, 'the bar stands where it stood')
    same(journal(path), before, 'edits')


@rule('the end of a bar that is dragged makes its task longer, in one edit')
def resize(session):
    path = ditch(session)
    window = session.open(path)
    bar = window.bar('Dig')
    before = len(journal(path))
    window.screen.drag(bar[1] - 2, bar[2], bar[1] - 2 + 7 * day_of(bar, DIG), bar[2])
    edits(path, before)
    same(schedule(path)['Dig']['finish'], '2026-11-13T17:00:00', 'the finish')
    same(schedule(path)['Dig']['start'], '2026-11-02T08:00:00', 'the start')
    same(schedule(path)['Fill']['start'], '2026-11-16T08:00:00', 'the start of what waits for it')


@rule('a link drawn from the ring at a bar to another bar is the plan’s')
def link(session):
    path = ditch(session)
    window = session.open(path)
    fill, sow = window.bar('Fill'), window.bar('Sow')
    before = len(journal(path))
    # The ring is there while the pointer is on the bar.
    window.screen.point((fill[0] + fill[1]) / 2, fill[2])
    window.screen.point(fill[1] - 4, fill[2])
    window.screen.drag(fill[1] + HANDLE, fill[2], sow[0] + 4, sow[2])
    edits(path, before)
    same(links(path), [('Dig', 'fs', 'Fill'), ('Fill', 'fs', 'Sow')], 'links')
    same(schedule(path)['Sow']['start'], '2026-11-12T08:00:00', 'the start of the successor')


@rule('undo and redo, by key and by button, go back and forth through the edits')
def undo(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Sow', 'Task'), times=2)
    window.editor()
    window.type('Reap')
    window.key('Return')
    wait_until(lambda: tasks(path)[2] == 'Reap', 'the file has the new name')
    window.key('ctrl+z')
    wait_until(lambda: tasks(path)[2] == 'Sow', 'the old name is back')
    window.row('Sow')
    window.key('ctrl+shift+z')
    wait_until(lambda: tasks(path)[2] == 'Reap', 'the new name is back')
    window.row('Reap')
    button = window.find('button', 'Undo')
    wait_until(lambda: 'Reap' in button.description, 'the button says what it takes back')
    window.click(button)
    wait_until(lambda: tasks(path)[2] == 'Sow', 'the button took it back')
    window.press('button', 'Redo')
    wait_until(lambda: tasks(path)[2] == 'Reap', 'the button did it again')


@rule('a deleted task comes back by the toast’s button')
def delete(session):
    path = ditch(session)
    window = session.open(path)

    def comes_back():
        window.click(window.cell('Fill', 'Task'))
        window.key('Delete')
        wait_until(lambda: tasks(path) == ['Dig', 'Sow'], 'the task is gone')
        check(not window.has('dialog'), 'a question is asked')
        toast = window.node.find('widget', 'AdwToastWidget')
        window.settle()
        button = toast.find('button', 'Undo') if toast is not None else None
        if button is not None:
            same(toast.find('label').name, '“Fill” was deleted', 'the toast')
            window.screen.click(*window.centre_of(button))
        try:
            return wait_until(lambda: tasks(path) == ['Dig', 'Fill', 'Sow'], 'the task is back', 5)
        except Failure:
            # A toast stays for some seconds only; a slow program shows another one.
            window.key('ctrl+z')
            wait_until(lambda: tasks(path) == ['Dig', 'Fill', 'Sow'], 'the task is back')
            return False
    wait_until(comes_back, 'a toast brings the task back')
    same(links(path), [('Dig', 'fs', 'Fill')], 'links')


run()
