#!/usr/bin/env python3
# test-files.py — plans as files: the first start, another process at the same file, a program that is killed.
import os
import re

from guatu_driver import (Session, check, ditch, guatuctl, journal, query, rule, run, same, tasks, wait_until)


@rule('the first page offers a new plan, a file, recent plans and samples, and a click opens a sample')
def first_start(session):
    window = session.open()
    for role, name in (('button', 'New Plan…'), ('button', 'Open…'), ('list', 'Recent plans'), ('list', 'Samples')):
        window.find(role, name)
    samples = window.find('list', 'Samples')
    check(len([node for node in samples.children if node.role == 'list item']) >= 3, 'there are less than three samples')
    window.click(samples.find('list item', 'Execution Year battle map'))
    wait_until(lambda: window.name == 'Execution Year battle map', 'the window is the sample’s')
    window.row('Key reform')
    copies = [os.path.join(folder, name) for folder, _, names in os.walk(session.home) for name in names
              if name.endswith('.guatu')]
    same(len(copies), 1, 'copies of the sample')
    check(len(tasks(copies[0])) > 100, 'the copy has few tasks')


@rule('a plan that was open is among the recent ones at the next start, and opens by a click')
def recent(session):
    path = ditch(session)
    session.open(path).program.quit()
    window = session.open()
    entry = window.find('list item', re.compile('ditch|Ditch'), within=window.find('list', 'Recent plans'))
    window.click(entry)
    window.row('Dig')


@rule('what guatuctl writes is seen in the window at once, and can be taken back there')
def another_process(session):
    path = ditch(session)
    window = session.open(path)
    guatuctl('set', path, 'task', 2, 'name=Fill it up')
    window.row('Fill it up')
    guatuctl('add', path, 'task', 'Reap', 'duration=2d')
    window.row('Reap')
    window.key('ctrl+z')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill it up', 'Sow'], 'the other’s task is taken back')


@rule('two programs at one file see each other’s edits')
def two_windows(session):
    path = ditch(session)
    window = session.open(path)
    others = Session()
    try:
        other = others.open(path)
        rename(window, 'Sow', 'Reap')
        other.row('Reap')
        rename(other, 'Reap', 'Thresh')
        window.row('Thresh')
        rename(window, 'Dig', 'Dig deep')
        other.row('Dig deep')
        same(tasks(path), ['Dig deep', 'Fill', 'Thresh'], 'tasks')
        other.program.quit()
    finally:
        others.close()


def rename(window, name, new):
    window.click(window.cell(name, 'Task'), times=2)
    window.editor()
    window.key('ctrl+a')
    window.type(new)
    window.key('Return')
    window.row(new)


@rule('a second start with the file of an open window brings that window forward')
def twice(session):
    path = ditch(session)
    window = session.open(path)
    second = session.run(path)
    same(second, 0, 'the exit status of the second program')
    same(len(window.program.windows()), 1, 'windows')


@rule('after kill -9 nothing is lost but what was not finished')
def killed(session):
    path = ditch(session)
    window = session.open(path)
    rename(window, 'Sow', 'Reap')
    window.click(window.cell('New task…', 'Task'))
    window.editor()
    window.type('Thresh')
    window.key('Return')
    wait_until(lambda: tasks(path)[3:] == ['Thresh'], 'the file has the task')
    window.type('half a na')
    before = journal(path)
    window.program.kill()

    guatuctl('verify', path)
    same(journal(path), before, 'edits')
    window = session.open(path)
    same([row.split(',')[0] for row in window.rows()], ['Dig', 'Fill', 'Reap', 'Thresh', 'New task…'], 'rows')
    window.key('ctrl+z')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill', 'Reap'], 'the edit from before the end is taken back')


@rule('Chinese that is pasted into a cell is the task’s name, to the last character', gtk_loses=True)
def chinese(session):
    path = ditch(session)
    window = session.open(path)
    name = '广青枢纽片区“六项改革”——𠮷林大桥（一期）'
    session.set_clipboard(name)
    window.click(window.cell('Sow', 'Task'), times=2)
    window.editor()
    window.key('ctrl+a', 'ctrl+v', 'Return')
    wait_until(lambda: tasks(path)[2] == name, 'the file has the Chinese name')
    wait_until(lambda: any(row.startswith(name) for row in window.rows()), 'the table has the Chinese name')


@rule('a window that speaks Chinese makes a plan on the Chinese calendar', LANGUAGE='zh_CN', gtk_loses=True)
def speaks_chinese(session):
    window = session.open()
    window.key('ctrl+n')
    dialog = window.program.window('新建计划')
    dialog.key('ctrl+a')
    dialog.type('bridge')
    dialog.key('Return')
    window = window.program.window('bridge')
    path = session.path('bridge.guatu')
    wait_until(lambda: os.path.exists(path), 'the file is there')
    same(query(path, 'SELECT language FROM plan'), [('zh_CN',)], 'the language of what is printed')
    check(query(path, 'SELECT 1 FROM calendar_exception LIMIT 1'), 'the calendar has no holidays')


run()
