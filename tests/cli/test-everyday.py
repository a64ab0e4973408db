#!/usr/bin/env python3
# test-everyday.py — recurring tasks, shifting and templates from the command line.

import json
import os

from command import Folder, rule, run, same, status, tap


def times(folder, task='1'):
    return json.loads(folder.must('repeat', folder.plan, task, '--json'))


def meeting():
    folder = Folder()
    folder.must('new', folder.plan, '--title', 'Year', '--start', '2026-04-01', '--calendar', 'china')
    folder.must('add', folder.plan, 'task', 'Meeting')
    return folder


def exported(folder, name):
    path = folder.file(name)
    folder.must('export', folder.plan, path)
    with open(path, encoding='utf-8') as file:
        return file.read()


def repeated():
    with meeting() as folder:
        found = status(folder.on('repeat', '1', 'weekly', '--on', 'mon', '--times', '4', '--at', '9:00', '--takes', '2h'),
                       0, 'Have “Meeting” repeat')
        # Qingming: Monday 2026-04-06 is off, and so the meeting is on Tuesday.
        found += same([row['start'] for row in times(folder)],
                      ['2026-04-07T09:00:00', '2026-04-13T09:00:00', '2026-04-20T09:00:00', '2026-04-27T09:00:00'])
        folder.must('repeat', folder.plan, '1', '--day-off', 'skip')
        found += same([row['start'][:10] for row in times(folder)], ['2026-04-13', '2026-04-20', '2026-04-27'])
        folder.must('repeat', folder.plan, '1', 'monthly', '--on', '31', '--until', '2026-06-30', '--day-off', 'previous')
        found += same([row['start'][:10] for row in times(folder)], ['2026-04-30', '2026-05-29', '2026-06-30'])
        return found + status(folder.on('repeat', '1'), 0, 'every month on day 31', 'Meeting 3')


def ticked():
    with meeting() as folder:
        folder.must('repeat', folder.plan, '1', 'weekly', '--on', 'wed', '--times', '3', '--takes', '1h')
        found = status(folder.on('repeat', '1', '--done', '2026-04-08'), 0, 'Tick off “Meeting 2”')
        found += same([row['done'] for row in times(folder)], [False, True, False])
        folder.must('repeat', folder.plan, '1', '--not-done', '2026-04-08')
        found += same([row['done'] for row in times(folder)], [False, False, False])
        folder.must('repeat', folder.plan, '1', '--end')
        return found + same(times(folder), []) + status(folder.on('repeat', '1', '--end'), 1, 'does not repeat')


def refused():
    with meeting() as folder:
        found = status(folder.on('repeat', '1', 'weekly', '--times', '2'), 2, 'On which day?')
        found += status(folder.on('repeat', '1', 'weekly', '--on', 'moon', '--times', '2'), 2, 'no weekday')
        found += status(folder.on('repeat', '1', 'monthly', '--on', '32', '--times', '2'), 2, 'no day of a month')
        found += status(folder.on('repeat', '1', 'daily'), 1, 'Set exactly one of to_date and times')
        found += status(folder.on('repeat', '1', '--at', '9:00'), 2, 'does not repeat yet')
        found += status(folder.on('repeat', '1', '--done', '2026-04-08'), 1, 'does not take place')
        found += status(folder.on('shift'), 2, 'Write one of')
        return found + status(folder.on('shift', '--by', 'soon'), 2, 'no number of days')


def shifted():
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', 'execution-year', '--lang', 'en')
        before = exported(folder, 'before.json')
        told = json.loads(folder.must('shift', folder.plan, '--by', '10wd', '--check', '--json'))
        found = same((told['days'], told['working'], told['phases']), (10, True, 3))
        found += [] if told['actual_dates'] > 50 and told['key_nodes'] > 10 else [told]
        found += status(folder.on('shift', '--by', '14'), 0, 'Move the plan 14 days later')
        found += status(folder.on('shift', '--by', '-14'), 0, 'Move the plan 14 days earlier')
        return found + same(exported(folder, 'after.json') == before, True)


def to_a_day():
    with Folder() as folder:
        folder.must('new', folder.plan, '--template', 'highway-works', '--start', '2026-03-02')
        folder.must('shift', folder.plan, '--finish', '2027-10-15')
        told = json.loads(folder.must('shift', folder.plan, '--by', '0', '--check', '--json'))
        return same(told['finish'], '2027-10-15')


def from_templates():
    with Folder() as folder:
        os.environ['XDG_DATA_HOME'] = folder.file('data')
        found = status(run('template'), 0, 'county-project', 'software-release')
        folder.must('new', folder.plan, '--template', 'county-project', '--finish', '2027-12-31', '--lang', 'zh_CN')
        told = json.loads(folder.must('shift', folder.plan, '--by', '0', '--check', '--json'))
        found += same(told['finish'], '2027-12-31')
        found += status(folder.on('template', '--save', '我的模板'), 0, '我的模板.json') + status(run('template'), 0, '我的模板')
        other = folder.file('other.guatu')
        folder.must('new', other, '--template', '我的模板', '--start', '2028-01-10')
        found += same(json.loads(folder.must('shift', other, '--by', '0', '--check', '--json'))['start'], '2028-01-10')
        found += status(run('template', '--remove', '我的模板'), 0)
        found += status(run('template', '--remove', '我的模板'), 1, 'of your own')
        found += status(run('new', folder.file('x.guatu'), '--template', 'nothing'), 1, 'no template')
        return found + status(run('new', folder.file('x.guatu'), '--finish', '2027-01-01'), 2, 'without --template')


rule('a task repeats by a rule, and the times follow it', repeated)
rule('a time is ticked off, and that is taken back', ticked)
rule('what makes no rule is refused with a word of help', refused)
rule('a plan that is shifted and shifted back is the plan that it was', shifted)
rule('a plan is shifted to a day', to_a_day)
rule('plans are made of templates, and templates of plans', from_templates)
tap.done()
