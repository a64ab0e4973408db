#!/usr/bin/env python3
# test-files.py — task lists of others: taken in or refused, within limits, and never half.

import glob
import json
import os

import command
from command import Folder, data, rule, run, same, status, tap
from taken import limits, taken_or_refused

# Those that any reader has to understand; the others may be refused.
VALID = {'construction-schedule.csv', 'tj-taskreport.csv'}


def main_job(name, expected, count):
    """From a list that an office keeps to a chart, in two commands."""
    with Folder() as folder:
        chart = folder.file('chart.pdf')
        done = run('import', data('csv', name), folder.plan)
        broken = status(done, 0, *expected) + limits(done)
        broken += status(run('export', folder.plan, chart), 0)
        with open(chart, 'rb') as file:
            broken += [] if file.read(5) == b'%PDF-' else ['no PDF']
        tasks = json.loads(folder.must('show', folder.plan, 'tasks', '--json'))
        return broken + ([f'{len(tasks)} tasks'] if len(tasks) < count else [])


def not_understood():
    with Folder() as folder:
        done = run('import', data('csv', 'construction-schedule.csv'), folder.plan, '--json')
        notes = [note for note in json.loads(done.out)['notes'] if '111FS112' in note['text']]
        with open(data('csv', 'construction-schedule.csv'), encoding='utf-8') as file:
            lines = file.read().splitlines()
        return same(len(notes), 1) + [note for note in notes if '111FS112' not in lines[note['row'] - 1]
                                      or note['column'] != 16]


def own_list():
    """A list of ours: what fits is taken, what does not is named by row and column."""
    text = ('序号;任务名称;工期;开始时间;前置任务;截止日期\n'
            '1;勘测;5;2024/3/4;;2024/3/15\n'
            '2;"设计; 初步";2w;;1FS+2d;\n'
            '3;施工;soon;;2XX9;\n'
            '4;验收;0;;3;\n')
    with Folder() as folder:
        done = run('import', folder.file('清单.csv', text.encode('gb18030')), folder.plan)
        tasks = json.loads(folder.must('show', folder.plan, 'tasks', '--json'))
        return (status(done, 0, 'soon', '2XX9', '4')
                + same([task['name'] for task in tasks], ['勘测', '设计; 初步', '施工', '验收'])
                + same(tasks[0]['deadline'], '2024-03-15T17:00:00')
                + same(tasks[1]['start'], '2024-03-13T08:00:00')
                + same(len(json.loads(folder.must('show', folder.plan, 'links', '--json'))), 2))


def drawn_plan():
    """A GanttProject file: every date as it was drawn, or named."""
    with Folder() as folder:
        done = run('import', os.path.join(command.FIXTURES, 'gan', 'school.gan'), folder.plan)
        tasks = {task['name']: task for task in folder.schedule()['tasks']}
        return (status(done, 0, 'East wing stands', '2024-04-09 08:00', 'task/@color')
                + same(tasks['Walls']['start'], tasks['Walls']['recorded_start'])
                + same(tasks['Walls']['finish'], tasks['Walls']['recorded_finish'])
                + status(run('verify', folder.plan), 0))


def planner_plan():
    with Folder() as folder:
        done = run('import', os.path.join(command.FIXTURES, 'planner', 'hall.planner'), folder.plan,
                   '--title', 'The hall', '--json')
        return (status(done, 0) + same(json.loads(done.out)['tasks'], 7)
                + same(folder.show('plan')['title'] if isinstance(folder.show('plan'), dict) else '', 'The hall'))


def no_half_plan():
    broken = []
    with Folder() as folder:
        for name in ('gan', 'planner'):
            with open(os.path.join(command.FIXTURES, name, {'gan': 'school.gan', 'planner': 'hall.planner'}[name]),
                      'rb') as file:
                half = folder.file(f'half.{name}', file.read()[:1500])
            broken += status(run('import', half, folder.plan), 1, f'half.{name}', 'line')
        return broken + same(os.path.exists(folder.plan), False)


def holidays():
    """Holidays are tried, taken, and taken back."""
    source = os.path.join(command.FIXTURES, 'json', 'holidays-2027.json')
    with Folder([('Dig', 'duration=10d')], calendar='china') as folder:
        folder.must('set', folder.plan, 'plan', 'start=2027-01-04')
        before = folder.bytes()
        dry = run('calendar', folder.plan, 'china', 'import', source, '--dry-run')
        broken = status(dry, 0, '2027-01-09', 'worked', '元旦', 'days[6]', '1 task moves', 'Dig')
        broken += same(folder.bytes() == before, True)
        moved = json.loads(folder.must('calendar', folder.plan, 'china', 'import', source, '--json'))['moved']
        broken += same([moved[0]['new_finish']], [folder.task(1)['finish']])
        broken += status(run('calendar', folder.plan, 'china', 'import', source), 0, 'No task moves')
        broken += status(run('undo', folder.plan), 0, 'holidays-2027.json')
        broken += same(folder.task(1)['finish'], moved[0]['finish']) + status(run('verify', folder.plan), 0)
        broken += status(run('calendar', folder.plan, 'nosuch', 'import', source), 1, 'nosuch')
        broken += status(run('calendar', folder.plan, 'china', 'import', folder.file('no.ics')), 1, 'no.ics')
        return broken + status(run('calendar', folder.plan, 'china', '2027-01-01', '2027-01-09', '--dry-run'), 2)


def days_or_refused(path):
    with Folder([('Dig',)]) as folder:
        before = folder.bytes()
        done = run('calendar', folder.plan, 'standard', 'import', path)
        broken = limits(done) + status(run('verify', folder.plan), 0)
        if done.status == 0:
            return broken + status(run('undo', folder.plan), 0)
        return broken + status(done, 1) + same(folder.bytes() == before, True)


def existing_file():
    with Folder() as folder:
        source = folder.file('a.csv', 'Name,Duration\nA,1d\n')
        path = folder.file('plan.guatu', 'precious')
        broken = status(run('import', source, path), 1, 'plan.guatu')
        with open(path, encoding='ascii') as file:
            return broken + same(file.read(), 'precious')


def into_a_plan():
    """Below a task of a plan that exists, in one step; what is no plan stays as it is."""
    with Folder([('Works',), ('Open',)]) as folder:
        source = folder.file('a.csv', 'Name,Duration,Predecessors\nDig,1d,\nFill,2d,1\n')
        before = folder.bytes()
        broken = (status(run('import', source, folder.plan), 1, 'plan.guatu')
                  + status(run('import', source, folder.plan, '--below', 'nosuch'), 1, 'nosuch')
                  + status(run('import', source, folder.plan, '--into', '--title', 'Other'), 2, '--title')
                  + same(folder.bytes() == before, True))
        broken += status(run('import', source, folder.plan, '--below', '1'), 0, '2 tasks')
        broken += status(run('import', source, folder.plan, '--into'), 0, '2 tasks')
        tasks = folder.show('tasks')
        names = {task['id']: task['name'] for task in tasks}
        broken += same([(task['name'], names.get(task['parent'])) for task in tasks], [
            ('Works', None), ('Dig', 'Works'), ('Fill', 'Works'), ('Open', None), ('Dig', None), ('Fill', None)])
        folder.must('undo', folder.plan)
        folder.must('undo', folder.plan)
        return (broken + same([task['name'] for task in folder.show('tasks')], ['Works', 'Open'])
                + status(run('verify', folder.plan), 0)
                + status(run('import', source, folder.file('x.guatu', 'precious'), '--into'), 1, 'x.guatu'))


def cycle():
    with Folder() as folder:
        source = folder.file('a.csv', 'ID,Name,Duration,Predecessors\n1,A,1d,3\n2,B,1d,1\n3,C,1d,2\n')
        return taken_or_refused(source)


def unwritable_place():
    with Folder() as folder:
        source = folder.file('a.csv', 'Name,Duration\nA,1d\n')
        return status(run('import', source, folder.file('no/such/plan.guatu')), 1)


def other_kinds():
    broken = []
    with Folder() as folder:
        for name in ('a.xml', 'a.mpp', 'a.xlsx', 'a.db'):
            broken += status(run('import', folder.file(name, 'x'), folder.plan), 1, name)
        broken += status(run('import', folder.file('nosuch.csv'), folder.plan), 1, 'nosuch.csv')
        broken += status(run('import', folder.path, folder.plan), 1)
        return broken + same(os.path.exists(folder.plan), False)


def calendars_by_hand():
    """Listed with who uses them, a year as text, and days marked by hand, each of them one step."""
    with Folder([('Dig', 'duration=10d')], calendar='china') as folder:
        folder.must('set', folder.plan, 'plan', 'start=2022-10-10')
        folder.must('set', folder.plan, '1', 'calendar=six-day')
        listed = {row['slug']: row for row in json.loads(folder.must('calendar', folder.plan, '--json'))}
        broken = same([(listed[slug]['plan'], listed[slug]['tasks']) for slug in ('china', 'six-day')],
                      [(True, 0), (False, 1)])
        folder.must('set', folder.plan, '1', 'calendar=')
        year = folder.must('calendar', folder.plan, 'china', '2022')
        broken += [line for line in ('249 working days', '40 | ', ' 8+', '* 1–7 ', '+ 8–9 ') if line not in year]
        days = {day['date']: day for day in json.loads(folder.must('calendar', folder.plan, 'china', '2022', '--json'))}
        broken += same([days[day]['kind'] for day in ('2022-10-03', '2022-10-08', '2022-10-10', '2022-10-16')],
                       ['holiday', 'make-up', 'working', 'weekend']) + same(len(days), 365)
        broken += status(run('calendar', folder.plan, 'china', 'off', '2022-10-12', '2022-10-13', '--name', 'Flood'), 0,
                         'Flood', '1 task moves')
        broken += status(run('calendar', folder.plan, 'china', '2022'), 0, 'x 12–13 Flood')
        broken += status(run('calendar', folder.plan, 'china', 'work', '2022-10-15', '--hours', '9-11'), 0, 'Work on')
        broken += status(run('calendar', folder.plan, 'china', 'week', '2022-10-12', '2022-10-13'), 0, 'Nothing special')
        broken += status(run('calendar', folder.plan, 'china', 'off', '2022-05-20', '--name', 'Fair', '--yearly'), 0)
        broken += same([day['kind'] for day in json.loads(folder.must('calendar', folder.plan, 'china', '2025', '--json'))
                        if day['date'] == '2025-05-20'], ['holiday'])
        for _ in range(4):
            folder.must('undo', folder.plan)
        after = {day['date']: day for day in json.loads(folder.must('calendar', folder.plan, 'china', '2022', '--json'))}
        broken += same(after, days)
        broken += status(run('calendar', folder.plan, 'china', 'work', '2022-10-15', '--hours', '9-8'), 1, '9-8')
        broken += status(run('calendar', folder.plan, 'china', '2300'), 2)
        return broken + status(run('calendar', folder.plan, 'china', '2027'), 0,
                               'Holidays of 2027 are not published yet')


rule('a list of ours is taken, and what does not fit is named', own_list)
rule('a GanttProject file is taken with the dates that it draws', drawn_plan)
rule('a Planner file is taken, under another title', planner_plan)
rule('half a file makes no plan', no_half_plan)
rule('calendars are listed with their users, printed by the year and marked by hand', calendars_by_hand)
rule('holidays are tried on a calendar, taken into it and taken back', holidays)
rule('an import does not touch a file that is there', existing_file)
rule('an import goes into a plan that exists, in one step', into_a_plan)
rule('a circle in a list makes no half plan', cycle)
rule('a place that cannot be written is a failure with a message', unwritable_place)
rule('files of other kinds are refused by name', other_kinds)

if data('csv') is None:
    tap.skip('lists of others', 'third-party test data is not on this machine')
else:
    rule('a construction schedule becomes a chart in two commands',
         lambda: main_job('construction-schedule.csv', ['111FS112'], 9))
    rule('its one relationship that is none is listed by row and column', not_understood)
    rule('a TaskJuggler report becomes a chart in two commands', lambda: main_job('tj-taskreport.csv', [], 5))
    for source in sorted(glob.glob(os.path.join(command.TESTDATA, 'csv', '**', '*.csv'), recursive=True)):
        name = os.path.basename(source)
        rule(f'{name} is taken whole or refused' if name not in VALID else f'{name} is taken',
             lambda source=source, name=name: taken_or_refused(source, name in VALID))
    for source in sorted(path for pattern in ('gan/*', 'planner/*')
                         for path in glob.glob(os.path.join(command.TESTDATA, pattern))):
        rule(f'{os.path.basename(source)} is taken', lambda source=source: taken_or_refused(source, True))
    for source in sorted(path for pattern in ('ics/*.ics', 'hostile/*.ics', 'hostile/*.json')
                         for path in glob.glob(os.path.join(command.TESTDATA, pattern))):
        rule(f'{os.path.basename(source)} gives days or is refused', lambda source=source: days_or_refused(source))

tap.done()
