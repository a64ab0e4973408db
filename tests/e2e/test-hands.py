#!/usr/bin/env python3
# test-hands.py — what hands do to the map and the window: wheels that scroll and zoom, files that are dropped.
import os
import pathlib
import re
import subprocess
import sys

from guatu_driver import check, ditch, guatuctl, journal, rule, run, same, wait_until

# Pixels: as far as one step of the wheel goes.
WHEEL = 64

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'file_source.py')


def sample(session):
    path = session.path('year.guatu')
    guatuctl('new', path, '--sample', 'execution-year')
    return path


def rest(window):
    """The pointer, and what it calls forth, stands before nothing."""
    window.screen.point(5, 5)
    window.settle()


# Wheels -----------------------------------------------------------------------------------------------------

@rule('the wheel with Ctrl zooms in and out about the pointer, over the bars and over the dates above them')
def zoom(session):
    path = ditch(session)
    window = session.open(path)
    before = journal(path)
    rest(window)
    first, last, y = window.bar('Fill')
    _, top, _, _ = window.box_of(window.timeline())
    wide = last - first
    for height, button, longer in ((y, 4, True), (y, 5, False), (top - 12, 4, True), (top - 12, 5, False)):
        window.screen.point(first, height)
        window.screen.hold('ctrl', button)
        rest(window)
        now = window.bar('Fill')
        check(abs(now[0] - first) <= 3, f'the bar began at {first} and begins at {now[0]}, where the pointer was')
        width = now[1] - now[0]
        check(width > 1.4 * wide if longer else abs(width - wide) <= 3, f'the bar was {wide} long, and is {width}')
    same(journal(path), before, 'edits')


@rule('the wheel with Shift pans along time, and no bar changes its length')
def pan(session):
    window = session.open(ditch(session))
    rest(window)
    first, _, y = window.bar('Sow')
    window.screen.point(first, y)
    window.screen.hold('ctrl', 4, times=2)
    rest(window)
    before = window.bar('Sow')
    left, top, width, height = window.box_of(window.timeline())
    for button, step in ((5, -WHEEL), (4, WHEEL)):
        window.screen.point(left + width / 2, top + height - 20)
        window.screen.hold('shift', button, times=1)
        rest(window)
        now = window.bar('Sow')
        same((now[0] - before[0], now[1] - before[1]), (step, step), 'how far the bar went')
        before = now


@rule('the wheel over the table and over the timeline moves rows and bars in step, and back to where they were')
def in_step(session):
    window = session.open(sample(session))
    rest(window)
    name = next(row.split(',')[0] for row in window.rows() if 'expandable' not in window.row(row.split(',')[0]).states
                and window.box_of(window.row(row.split(',')[0]))[1] > 500)

    def places():
        rest(window)
        _, top, _, height = window.box_of(window.row(name))
        # It is found in the picture at the height of its row, or there is none.
        first, last, middle = window.bar(name)
        return round(top), first, last

    begin = places()
    for node in (window.table(), window.timeline()):
        for button in (5, 4):
            window.screen.point(*window.centre_of(node))
            window.screen.xdotool('click', '--repeat', 3, '--delay', 60, button)
            now = places()
            if button == 5:
                check(now[0] < begin[0] - 60, f'the row stood at {begin[0]} and stands at {now[0]}')
                same(now[1:], begin[1:], 'the bar across')
            else:
                same(now, begin, 'row and bar')


# Files that are dropped -------------------------------------------------------------------------------------

def drop(window, *uris):
    """Drags them together from another program’s window to the middle of this one."""
    session = window.session
    source = subprocess.Popen([sys.executable, SOURCE, *uris], env=session.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    session.helpers.append(source)
    number = wait_until(lambda: next((number for number in session.screen.windows()
                                      if session.screen.title(number) == 'Files'), None), 'there are files to drag')
    session.screen.xdotool('windowmove', number, 0, 0, 'windowraise', number)
    session.settle()
    x, y, width, height = session.screen.place(number)
    session.screen.press(x + width / 2, y + height / 2)
    session.screen.carry(window.screen.width / 2, window.screen.height / 2, steps=16)
    session.settle()
    session.screen.release()
    session.settle()
    source.terminate()
    source.wait()
    session.helpers.remove(source)


def uri(path):
    return pathlib.Path(path).as_uri()


def complaint(window):
    """What the banner says; waits for it."""
    return window.find('label', re.compile('.'), within=window.find('alert')).name


@rule('a plan that is dropped on the window opens in a window of its own, and one that is open is not opened again',
      gtk_loses=True)
def drop_plan(session):
    path, other = ditch(session), session.path('Other plan 计划.guatu')
    guatuctl('new', other, '--title', 'Other')
    guatuctl('add', other, 'task', 'Reap')
    window = session.open(path)
    before = journal(path), journal(other)
    drop(window, uri(other))
    window.program.window('Other').row('Reap')
    same(sorted(each.name for each in window.program.windows()), ['Ditch', 'Other'], 'windows')
    window.focus()
    drop(window, uri(path))
    same(len(window.program.windows()), 2, 'windows')
    same((journal(path), journal(other)), before, 'edits')


@rule('of several files that are dropped each plan opens, and what is no plan or is not there is named', gtk_loses=True)
def drop_several(session):
    path, other = ditch(session), ditch(session, 'second.guatu')
    letter = session.path('letter.odt')
    with open(letter, 'w', encoding='utf-8') as file:
        file.write('Dear all,\n')
    window = session.open(path)
    before = journal(path)
    drop(window, uri(letter), uri(session.path('gone.guatu')), uri(other), 'https://example.org/far.guatu')
    wait_until(lambda: len(window.program.windows()) == 2, 'the plan is open')
    said = complaint(window)
    for name in ('letter.odt', 'gone.guatu', 'far.guatu'):
        check(name in said, f'“{name}” is not in “{said}”')
    check('second' not in said, f'the plan is in “{said}”')
    window.row('Dig')
    same(journal(path), before, 'edits')
    check(not os.path.exists(session.path('gone.guatu')), 'a file was made')
    with open(letter, encoding='utf-8') as file:
        same(file.read(), 'Dear all,\n', 'the letter')


@rule('a task list that is dropped is shown before it is taken in, and then stands in the plan as one edit',
      gtk_loses=True)
def drop_list(session):
    path, tasks = ditch(session), session.path('list.csv')
    with open(tasks, 'w', encoding='utf-8') as file:
        file.write('Task name,Duration\nSow,2d\nReap,3d\n')
    window = session.open(path)
    before = journal(path)
    drop(window, uri(tasks))
    dialog = window.program.window('Import “list.csv”')
    dialog.find(name='Tasks as they would come')
    same(journal(path), before, 'edits')
    dialog.press('button', 'Add to This Plan')
    window.row('Reap')
    same(len(journal(path)) - len(before), 1, 'edits')


@rule('a plan that is dropped on the first page opens there', gtk_loses=True)
def drop_first(session):
    path = ditch(session)
    window = session.open()
    drop(window, uri(path))
    window = window.program.window('Ditch')
    window.row('Dig')
    same(len(window.program.windows()), 1, 'windows')


run()
