#!/usr/bin/env python3
# test-editing.py — a plan is edited in the window, by pointer and keys, and the file has it.
from guatu_driver import (check, ditch, guatuctl, journal, links, rule, run, same, schedule, task, tasks, wait_until)


@rule('a task is renamed in its cell, and the file has the new name')
def rename(session):
    path = ditch(session)
    window = session.open(path)
    window.click(window.cell('Fill', 'Task'), times=2)
    window.find('text box', 'Task', within=window.table(), cells=True)
    window.key('ctrl+a')
    window.type('Fill it up')
    window.key('Return')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill it up', 'Sow'], 'the file has the new name')
    window.row('Fill it up')


@rule('a bar that is dragged moves its task, in one edit')
def move(session):
    path = ditch(session)
    window = session.open(path)
    first, last, y = window.bar('Sow')
    day = (last - first + 1) / (11 + 9 / 24)
    before = len(journal(path))
    window.screen.drag((first + last) / 2, y, (first + last) / 2 + 7 * day, y)
    wait_until(lambda: len(journal(path)) == before + 1, 'the file has one edit more')
    same(schedule(path)['Sow']['start'], '2026-11-09T08:00:00', 'the start')
    wait_until(lambda: any('Nov 9 to Nov 20' in row for row in window.rows()), 'the row says the new dates')


run()
