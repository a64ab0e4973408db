#!/usr/bin/env python3
# test-edit.py — plans made and edited from the command line, one command at a time.

import json
import re

from command import Folder, rule, run, same, status, tap


def titles(folder):
    return [entry['title'] for entry in folder.show_history()]


def history(folder):
    return json.loads(folder.must('history', folder.plan, '--json'))


def starts_and_finishes(folder, *words):
    return [(task['start'][:16], task['finish'][:16]) for task in folder.schedule(*words)['tasks']]


def plan_made():
    with Folder() as folder:
        done = run('new', folder.plan, '--title', '县城', '--start', '2024-03-04', '--calendar', 'six-day')
        plan = folder.show('plan')
        return (status(done, 0) + same(plan['title'], '县城') + same(plan['start'], '2024-03-04T08:00:00')
                + same(plan['status_date'], None)
                + same([c['slug'] for c in folder.show('calendars') if c['id'] == plan['calendar']], ['six-day'])
                + status(run('new', folder.plan), 1, 'plan.guatu'))


def plan_named_after_file():
    with Folder() as folder:
        folder.must('new', folder.plan)
        return same(folder.show('plan')['title'], 'plan') + same(folder.show('tasks'), [])


def nameless_file():
    with Folder([('A',)], title='T') as folder:
        return (status(run('new', ''), 2, 'The name of the new file is empty.')
                + status(folder.on('copy', ''), 2, 'The name of the new file is empty.'))


def full_stops():
    with Folder([('A',)], title='T') as folder:
        tries = [run('new', folder.file('b.guatu'), '--calendar', 'nosuch'), folder.on('set', '1', 'duration=soon'),
                 run('new', folder.file('b.guatu'), '--sample', 'nosuch'), folder.on('set', '9', 'name=B'),
                 run('import', folder.file('a.csv', 'x\n1\n'), folder.file('b.guatu')), run('show', folder.file('no'))]
        return [done.error for done in tries if not done.error.splitlines()[0].endswith('.')
                or done.error.splitlines()[0].endswith('..')]


def calendar_taken_in():
    with Folder() as folder:
        source = folder.file('a.csv', 'Name,Duration\nA,1d\n')
        folder.must('import', source, folder.plan)
        folder.must('set', folder.plan, 'plan', 'language=zh_CN')
        folder.must('remove', folder.plan, 'calendar', 'china')
        counts = [folder.sql(f'SELECT count(*) FROM {table}')[0][0] for table in
                  ('calendar', 'calendar_day', 'calendar_exception', 'calendar_hours')]
        plain = folder.must('calendar', folder.plan, 'china', '2026-01-01', '2026-12-31')
        done = folder.on('add', 'calendar', 'china')
        calendars = {row['slug']: row for row in folder.show('calendars')}
        broken = status(done, 0, calendars['china']['name'], calendars['china']['id'])
        broken += [] if re.search('[\u4e00-\u9fff]', calendars['china']['name']) else [calendars['china']]
        broken += same(folder.must('calendar', folder.plan, calendars['china']['id'], '2026-01-01', '2026-12-31'), plain)
        broken += status(folder.on('set', '1', 'calendar=china'), 0) + status(folder.on('verify'), 0)
        before = folder.bytes()
        broken += status(folder.on('add', 'calendar', 'china'), 1, '“china”')
        broken += status(folder.on('add', 'calendar', 'nosuch'), 1, 'nosuch', 'six-day')
        broken += status(folder.on('add', 'calendar', 'six-day', 'name=B'), 2) + status(folder.on('add', 'calendar'), 2)
        broken += same(folder.bytes() == before, True)
        broken += status(folder.on('undo'), 0) + status(folder.on('undo'), 0) + status(folder.on('verify'), 0)
        return broken + same([folder.sql(f'SELECT count(*) FROM {table}')[0][0] for table in
                              ('calendar', 'calendar_day', 'calendar_exception', 'calendar_hours')], counts)


def choice_spelling():
    with Folder([('A',)], title='T') as folder:
        folder.add('unit', 'Bureau')
        folder.add('ledger', 'Tasks', 'kind=task_board')
        broken = status(folder.on('assign', '1', 'Bureau', 'lead_unit'), 0)
        broken += status(folder.on('assign', '1', 'Bureau', 'Support-Unit'), 0)
        broken += status(folder.on('assign', '1', 'Bureau', 'leadunit'), 2)
        broken += same([row['kind'] for row in folder.show('ledgers')], ['task-board'])
        return broken + same([row['role'] for row in folder.show('assignments')], ['lead-unit', 'support-unit'])


def unknown_calendar():
    with Folder() as folder:
        return status(run('new', folder.plan, '--calendar', 'nosuch'), 1, 'nosuch', '24-hours.') + same(
            __import__('os').listdir(folder.path), [])


def sample():
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', 'trunk-road', '--lang', 'en')
        tasks = folder.show('tasks')
        return (['few tasks'] if len(tasks) < 40 else []) + status(
            run('new', folder.file('b.guatu'), '--sample', 'nosuch'), 1, 'nosuch') + status(folder.on('verify'), 0)


def sample_in_chinese():
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', 'trunk-road', '--lang', 'zh_CN')
        return [] if re.search('[\u4e00-\u9fff]', folder.show('plan')['title']) else [folder.show('plan')['title']]


def tasks_added():
    with Folder([('Survey',), ('Works',)], title='T') as folder:
        below = folder.add('task', 'Earthworks', '--under', '2', 'duration=2w', 'deadline=2024-03-29', 'note=as agreed')
        tasks = folder.show('tasks')
        return (same([t['name'] for t in tasks], ['Survey', 'Works', 'Earthworks'])
                + same([t['level'] for t in tasks], [1, 1, 2]) + same(tasks[1]['summary'], True)
                + same(tasks[2]['id'], below) + same(tasks[2]['duration'], '2w')
                + same(tasks[2]['deadline'], '2024-03-29T17:00:00') + same(tasks[2]['note'], 'as agreed')
                + same(tasks[2]['parent'], folder.ids[1]))


def add_says_the_id():
    with Folder(title='T') as folder:
        out = folder.must('add', folder.plan, 'task', 'Survey')
        task = folder.show('tasks')[0]
        return [] if 'Survey' in out and task['id'] in out and out.count('\n') == 1 else [out]


def other_rows_added():
    with Folder([('Survey',)], title='T') as folder:
        folder.add('unit', 'Bureau')
        folder.add('unit', 'Section', '--under', 'Bureau', 'kind=other')
        folder.add('person', 'Li Wei', '--under', 'Section', 'post=Head')
        folder.add('phase', 'Start', 'from_date=2024-03-04', 'to_date=2024-03-31', 'wording=3月')
        folder.add('ledger', 'Tasks', 'kind=task-board')
        folder.add('category', 'Roads', '--under', 'Tasks', 'colour=#3465a4')
        folder.add('key-node', 'Half', '--under', '1', 'share=50%')
        folder.add('ledger-item', 'ledger=Tasks', 'task=1', 'category=Roads', 'number=A-1')
        units = folder.show('units')
        return (same([u['name'] for u in units], ['Bureau', 'Section']) + same(units[1]['parent'], units[0]['id'])
                + same([(p['name'], p['unit'], p['post']) for p in folder.show('people')],
                       [('Li Wei', units[1]['id'], 'Head')])
                + same([(p['name'], p['from_date'], p['to_date'], p['wording']) for p in folder.show('phases')],
                       [('Start', '2024-03-04', '2024-03-31', '3月')])
                + same([(n['name'], n['kind']) for n in folder.show('ledgers')], [('Tasks', 'task-board')])
                + same([c['name'] for c in folder.show('categories')], ['Roads'])
                + same([(n['name'], n['share'], n['task']) for n in folder.show('key-nodes')],
                       [('Half', 50, folder.ids[0])])
                + same([i['number'] for i in folder.show('ledger-items')], ['A-1']) + status(folder.on('verify'), 0))


def fields_set():
    with Folder([('Survey',)], title='T') as folder:
        folder.must('set', folder.plan, '1', 'duration=2d16h', 'name=勘测 (survey)', 'constraint=snet',
                    'constraint_date=2024-03-11', 'stage=started', 'weight=2.5', 'wbs=A.1')
        task = folder.show('tasks')[0]
        entries = len(history(folder))
        return (same(task['duration'], '4d') + same(task['name'], '勘测 (survey)') + same(task['constraint'], 'snet')
                + same(task['constraint_date'], '2024-03-11T08:00:00') + same(task['stage'], 'started')
                + same(task['weight'], 2.5) + same(task['wbs'], 'A.1') + same(entries, 3)
                + same(starts_and_finishes(folder), [('2024-03-11T08:00', '2024-03-14T17:00')]))


def elapsed_duration_set():
    with Folder([('Concrete',)], title='T') as folder:
        folder.must('set', folder.plan, '1', 'duration=3ed')
        return same(folder.show('tasks')[0]['duration_kind'], 'elapsed') + same(
            starts_and_finishes(folder), [('2024-03-04T08:00', '2024-03-07T08:00')])


def constraint_turned():
    with Folder([('Survey', 'constraint=mso', 'constraint_date=2024-03-15')], title='T') as folder:
        def after(*words):
            done = folder.on('set', '1', *words)
            return status(done, 0), folder.show('tasks')[0]['constraint_date'], done.out

        broken = same(folder.show('tasks')[0]['constraint_date'], '2024-03-15T08:00:00')
        for words, date, said in ((['constraint=fnlt'], '2024-03-15T17:00:00', 'Mar 15, 2024, 17:00'),
                                  (['constraint=mfo'], '2024-03-15T17:00:00', ''),
                                  (['constraint=snet'], '2024-03-15T08:00:00', 'Mar 15, 2024, 08:00'),
                                  (['constraint_date=2024-03-15T10:00'], '2024-03-15T10:00:00', ''),
                                  (['constraint=fnet'], '2024-03-15T10:00:00', ''),
                                  (['constraint=snlt', 'constraint_date=2024-03-18T17:00'], '2024-03-18T17:00:00', '')):
            wrong, found, out = after(*words)
            broken += wrong + same((words, found), (words, date)) + ([] if said in out else [out])
        folder.must('set', folder.plan, '1', 'constraint=fnlt', 'constraint_date=2024-03-15T08:00')
        wrong, found, _ = after('constraint=mso')
        return broken + wrong + same(found, '2024-03-15T08:00:00') + status(folder.on('verify'), 0)


def finish_constraint():
    with Folder([('Survey',)], title='T') as folder:
        folder.must('set', folder.plan, '1', 'constraint_date=2024-03-15', 'constraint=mfo')
        date = folder.show('tasks')[0]['constraint_date']
        folder.must('set', folder.plan, '1', 'constraint_date=2024-03-18')
        later = folder.show('tasks')[0]['constraint_date']
        folder.must('set', folder.plan, '1', 'constraint_date=2024-03-18T12:00')
        exact = folder.show('tasks')[0]['constraint_date']
        return same([date, later, exact], ['2024-03-15T17:00:00', '2024-03-18T17:00:00', '2024-03-18T12:00:00'])


def other_rows_set():
    with Folder([('Survey',)], title='T') as folder:
        folder.add('unit', 'Bureau')
        folder.must('set', folder.plan, 'unit', 'Bureau', 'name=交通局')
        folder.must('set', folder.plan, 'plan', 'status_date=2024-03-08', 'title=New')
        plan = folder.show('plan')
        broken = same(folder.show('units')[0]['name'], '交通局') + same(plan['title'], 'New') + same(
            plan['status_date'], '2024-03-08T17:00:00')
        folder.must('set', folder.plan, 'plan', 'status_date=')
        return broken + same(folder.show('plan')['status_date'], None)


def other_calendars():
    with Folder([('A',)], title='T') as folder:
        broken = same(sorted(c['slug'] for c in folder.show('calendars')),
                      ['24-hours', 'china', 'every-day', 'six-day', 'standard'])
        folder.must('set', folder.plan, 'plan', 'calendar=china', 'start=2022-09-29')
        folder.must('set', folder.plan, '1', 'duration=3d')
        broken += same(starts_and_finishes(folder), [('2022-09-29T08:00', '2022-10-08T17:00')])
        folder.must('set', folder.plan, '1', 'calendar=every-day')
        broken += same(starts_and_finishes(folder), [('2022-09-29T08:00', '2022-10-01T17:00')])
        folder.must('set', folder.plan, '1', 'calendar=')
        return broken + same(starts_and_finishes(folder), [('2022-09-29T08:00', '2022-10-08T17:00')])


def all_or_nothing():
    with Folder([('Survey',)], title='T') as folder:
        before = folder.bytes()
        return (status(folder.on('set', '1', 'name=New', 'duration=abc'), 1, 'abc')
                + status(folder.on('set', '1', 'name=New', 'nosuch=1'), 2, 'nosuch')
                + status(folder.on('set', '1', 'name'), 2) + status(folder.on('set', '1', 'name='), 1)
                + status(folder.on('set', '1', 'constraint=nosuch'), 1)
                + status(folder.on('set', '1', 'deadline=2024-02-30'), 1)
                + status(folder.on('set', '1', 'deadline=2500-01-01'), 1)
                + same(folder.bytes() == before, True))


def nothing_to_change():
    with Folder([('Survey',)], title='T') as folder:
        before = len(history(folder))
        return status(folder.on('set', '1', 'name=Survey'), 0) + same(len(history(folder)), before)


def removed():
    with Folder([('A',), ('B', '--under', '1'), ('C',)], title='T') as folder:
        folder.must('link', folder.plan, '2', '3')
        folder.add('unit', 'Bureau')
        folder.must('remove', folder.plan, 'unit', 'Bureau')
        folder.must('remove', folder.plan, '1')
        return (same([t['name'] for t in folder.show('tasks')], ['C']) + same(folder.show('links'), [])
                + same(folder.show('units'), []) + status(folder.on('remove', 'plan'), 2)
                + status(folder.on('verify'), 0))


def moved():
    def names():
        return [(t['level'], t['name']) for t in folder.show('tasks')]
    with Folder([('A',), ('B',), ('C',)], title='T') as folder:
        broken = status(folder.on('move', '3', '--before', '1'), 0) + same(names(), [(1, 'C'), (1, 'A'), (1, 'B')])
        broken += status(folder.on('move', '1', '--after', '2'), 0) + same(names(), [(1, 'A'), (1, 'C'), (1, 'B')])
        broken += status(folder.on('move', '3', '--under', '1'), 0) + same(names(), [(1, 'A'), (2, 'B'), (1, 'C')])
        broken += status(folder.on('move', '1', '--under', '2'), 1)
        broken += status(folder.on('move', '2', '--top'), 0) + same(names(), [(1, 'A'), (1, 'C'), (1, 'B')])
        return broken


def linked():
    cases = [
        ([], 'fs', '', '2024-03-05T08:00'), (['SS'], 'ss', '', '2024-03-04T08:00'),
        (['fs', '2d'], 'fs', '2d', '2024-03-07T08:00'), (['2d'], 'fs', '2d', '2024-03-07T08:00'),
        (['FS', '3ed'], 'fs', '3ed', '2024-03-08T08:00'), (['FS', '50%'], 'fs', '50%', '2024-03-05T13:00'),
        (['FF', '1w'], 'ff', '1w', '2024-03-11T08:00'), (['FS', '50e%'], 'fs', '50e%', '2024-03-05T08:00'),
        (['SF'], 'sf', '', None),
    ]
    broken = []
    for words, kind, lag, start in cases:
        with Folder([('A',), ('B',)], title='T') as folder:
            broken += status(folder.on('link', '1', '2', *words), 0)
            links = folder.show('links')
            broken += same([(link['type'], link['predecessor'], link['successor']) for link in links],
                           [(kind, folder.ids[0], folder.ids[1])])
            broken += same([link['lag'] for link in links if lag], [lag] if lag else [])
            if start is not None:
                broken += same(folder.task(2)['start'][:16], start)
    return broken


def negative_lag():
    with Folder([('A', 'duration=10d'), ('B',)], title='T') as folder:
        broken = status(folder.on('link', '1', '2', 'FS', '-1w'), 0) + same(folder.show('links')[0]['lag'], '-1w')
        # Ten days end on 15 March; five working days before that end lies the 11th, in the morning.
        broken += same(folder.task(2)['start'], '2024-03-11T08:00:00')
        broken += status(folder.on('link', '1', '2', '-50%'), 0) + same(folder.show('links')[0]['lag'], '-50%')
        return broken + same(len(folder.show('links')), 1)


def wrong_links():
    with Folder([('A',), ('B',), ('C',)], title='T') as folder:
        folder.must('link', folder.plan, '1', '2')
        folder.must('link', folder.plan, '2', '3')
        return (status(folder.on('link', '3', '1'), 1, 'A', 'B', 'C') + status(folder.on('link', '1', '1'), 1)
                + status(folder.on('link', '1', '2', 'XX'), 2) + status(folder.on('link', '1', '2', 'FS', 'soon'), 2)
                + status(folder.on('link', '1', '2', 'XX', '2d'), 2) + status(folder.on('link', '1', '9'), 1)
                + status(folder.on('unlink', '1', '3'), 1) + status(folder.on('unlink', '1', '2'), 0)
                + same(len(folder.show('links')), 1))


def assigned():
    with Folder([('A',)], title='T') as folder:
        unit = folder.add('unit', 'Bureau')
        person = folder.add('person', 'Li Wei')
        broken = status(folder.on('assign', '1', 'Bureau', 'lead-unit'), 0)
        broken += status(folder.on('assign', '1', 'Li Wei', 'responsible-person', '50%'), 0)
        broken += status(folder.on('assign', '1', person, 'inspector'), 0)
        found = [(a['unit'], a['person'], a['role'], a['share']) for a in folder.show('assignments')]
        broken += same(sorted(found, key=str), sorted([(unit, None, 'lead-unit', 100), (None, person, 'inspector', 100),
                                                       (None, person, 'responsible-person', 50)], key=str))
        broken += status(folder.on('assign', '1', 'Bureau', 'lead-unit', '25%'), 0)
        broken += status(folder.on('unassign', '1', 'Li Wei', 'inspector'), 0)
        broken += same(len(folder.show('assignments')), 2) + status(folder.on('unassign', '1', 'Li Wei'), 0)
        found = [(a['unit'], a['share']) for a in folder.show('assignments')]
        return broken + same(found, [(unit, 25)]) + status(folder.on('assign', '1', 'Nobody', 'inspector'), 1, 'Nobody')


def ambiguous_party():
    with Folder([('A',)], title='T') as folder:
        ids = [folder.add('unit', 'Same'), folder.add('person', 'Same'), folder.add('unit', 'Twice'),
               folder.add('unit', 'Twice')]
        return (status(folder.on('assign', '1', 'Same', 'inspector'), 1, ids[0], ids[1])
                + status(folder.on('assign', '1', 'Twice', 'inspector'), 1, ids[2], ids[3])
                + status(folder.on('assign', '1', ids[3], 'support-unit'), 0))


def reported():
    with Folder([('A', 'duration=10d')], title='T') as folder:
        broken = status(folder.on('report', '1', '30%', '--date', '2024-03-06', 'done=Staked out'), 0)
        task = folder.show('tasks')[0]
        report = folder.show('reports')[0]
        broken += same(task['actual_start'], '2024-03-04T08:00:00') + same(task['reported'], 30)
        broken += same((report['share'], report['done'], report['date'][:10]), (30, 'Staked out', '2024-03-06'))
        broken += status(folder.on('report', '1', '100', '--date', '2024-03-14'), 0)
        broken += same(folder.show('tasks')[0]['actual_finish'], '2024-03-14T17:00:00')
        before = folder.bytes()
        broken += status(folder.on('report', '1', '101%'), 1, '0% and 100%') + status(folder.on('report', '1', 'much'), 1)
        broken += status(folder.on('report', '1', '10%', '--date', 'soon'), 2)
        return broken + same(folder.bytes() == before, True)


def baselines():
    with Folder([('A', 'duration=10d'), ('B',)], title='T') as folder:
        broken = status(folder.on('baseline', 'set', 'Approved'), 0) + status(
            folder.on('baseline', 'set', 'Approved'), 1, 'Approved')
        listed = json.loads(folder.must('baseline', folder.plan, 'list', '--json'))
        broken += same([(b['name'], b['tasks']) for b in listed], [('Approved', 2)])
        broken += same([b['name'] for b in folder.show('baselines')], ['Approved'])
        broken += status(folder.on('set', 'plan', 'reference_baseline=Approved'), 0)
        broken += status(folder.on('baseline', 'drop', 'Approved'), 0)
        broken += same(folder.show('baselines'), []) + status(folder.on('baseline', 'drop', 'Approved'), 1)
        return broken + status(folder.on('verify'), 0)


def planned_backward():
    with Folder([('A', 'duration=5d'), ('B', 'duration=5d')], title='T') as folder:
        folder.must('link', folder.plan, '1', '2')
        folder.must('set', folder.plan, 'plan', 'status_date=2024-03-04 08:00')
        before = folder.bytes()
        shown = json.loads(folder.must('backward', folder.plan, '2', '--finish', '2024-03-29', '--dry-run', '--json'))
        broken = same(folder.bytes() == before, True)
        broken += same([(t['name'], t['start'], t['note']) for t in shown['tasks']],
                       [('A', '2024-03-18T08:00:00', 'moves'), ('B', '2024-03-25T08:00:00', 'moves')])
        broken += status(folder.on('backward', '2', '--finish', '2024-03-29', '--dry-run'), 0, 'The finish holds', '2024-03-18')
        broken += same(shown['key_nodes'], [])
        shown = json.loads(folder.must('backward', folder.plan, '2', '--finish', '2024-03-29', '--key-nodes', '2/3,1/3',
                                       '--dry-run', '--json'))
        broken += same([(n['name'], n['date']) for n in shown['key_nodes']],
                       [('One third', '2024-03-26T14:20:00'), ('Two thirds', '2024-03-28T10:40:00')])
        broken += status(folder.on('backward', '2', '--finish', '2024-03-29', '--key-nodes', 'half'), 1, '“half”')
        broken += status(folder.on('backward', '2', '--finish', '2024-03-13', '--dry-run'), 0, '2 d short', 'A → B')
        broken += status(folder.on('backward', '2', '--finish', '2024-03-13'), 1, '2 d short')
        broken += same(folder.bytes() == before, True)
        broken += status(folder.on('backward', '2', '--finish', '2024-03-29'), 0, 'Plan “B” backward')
        tasks = folder.show('tasks')
        broken += same([t['start'] for t in tasks], ['2024-03-18T08:00:00', '2024-03-25T08:00:00'])
        broken += same(tasks[1]['deadline'], '2024-03-29T17:00:00')
        broken += status(folder.on('backward', 'plan', '--finish', '2024-04-05'), 0, 'Plan “T” backward')
        broken += status(folder.on('backward', '9'), 1) + status(folder.on('undo'), 0) + status(folder.on('undo'), 0)
        broken += same([t['start'] for t in folder.show('tasks')], ['2024-03-04T08:00:00', '2024-03-11T08:00:00'])
        return broken + status(folder.on('verify'), 0)


def undone_and_redone():
    with Folder([('A',), ('B',)], title='T') as folder:
        folder.must('set', folder.plan, '1', 'name=C')
        broken = status(folder.on('undo'), 0) + same([t['name'] for t in folder.show('tasks')], ['A', 'B'])
        broken += status(folder.on('undo'), 0) + same([t['name'] for t in folder.show('tasks')], ['A'])
        broken += status(folder.on('redo'), 0) + status(folder.on('redo'), 0) + status(folder.on('redo'), 1)
        broken += same([t['name'] for t in folder.show('tasks')], ['C', 'B'])
        for _ in range(3):
            broken += status(folder.on('undo'), 0)
        broken += status(folder.on('undo'), 1) + same(folder.show('tasks'), []) + status(folder.on('verify'), 0)
        entries = history(folder)
        broken += same([entry['seq'] for entry in entries], list(range(1, len(entries) + 1)))
        return broken + same(sum(entry['standing'] for entry in entries if entry['undoes'] is None), 1)


def history_is_readable():
    with Folder([('Survey',)], title='T') as folder:
        folder.must('set', folder.plan, '1', 'duration=34d')
        return status(folder.on('history'), 0, 'Survey', '34')


def tampering_found():
    with Folder([('Survey',)], title='T') as folder:
        broken = status(folder.on('verify'), 0, '2')
        folder.sql("UPDATE task SET name = 'Forged'")
        return broken + status(folder.on('verify'), 1, 'task')


def copied():
    with Folder([('Survey',)], title='T') as folder:
        whole, bare = folder.file('whole.guatu'), folder.file('bare.guatu')
        broken = status(folder.on('copy', whole), 0) + status(folder.on('copy', bare, '--without-history'), 0)
        broken += status(folder.on('copy', whole), 1, whole)
        for path, entries in ((whole, 2), (bare, 1)):
            broken += status(run('verify', path), 0)
            broken += same(len(json.loads(folder.must('history', path, '--json'))), entries)
            broken += same([t['name'] for t in json.loads(folder.must('show', path, '--json'))], ['Survey'])
        return broken + status(run('undo', bare), 1)


rule('new makes a plan, and refuses a file that is there', plan_made)
rule('a file needs a name', nameless_file)
rule('a message ends with one full stop', full_stops)
rule('choices are written with hyphens or underscores', choice_spelling)
rule('a plan without a title is named after its file', plan_named_after_file)
rule('a calendar that is not there leaves no file behind', unknown_calendar)
rule('new --sample brings the sample', sample)
rule('the sample speaks Chinese', sample_in_chinese)
rule('add task takes a name, a place and fields', tasks_added)
rule('add says in one line what it did, with the new id', add_says_the_id)
rule('add knows units, people, phases, ledgers, categories, key nodes and ledger items', other_rows_added)
rule('set sets several fields in one entry', fields_set)
rule('3ed is elapsed time', elapsed_duration_set)
rule('a date that binds the finish is the end of its day', finish_constraint)
rule('a constraint that comes to bind the other end takes its day along, not its hour', constraint_turned)
rule('set sets fields of the plan and of other rows, and empties them', other_rows_set)
rule('every calendar that ships can be given to the plan and to a task', other_calendars)
rule('a calendar that ships is taken in whole, once, in the plan’s language, and undone', calendar_taken_in)
rule('a value that cannot be read changes nothing', all_or_nothing)
rule('setting what is so already makes no entry', nothing_to_change)
rule('remove takes away what hangs on a row', removed)
rule('move puts a task before, behind, below and on top', moved)
rule('link knows all types and lags, in any case and without a type', linked)
rule('a lag with a leading minus is no option', negative_lag)
rule('wrong links are refused, circles by name', wrong_links)
rule('assign and unassign find units and people by name and id', assigned)
rule('a name that several bear is an error that lists them', ambiguous_party)
rule('report starts and finishes a task', reported)
rule('baselines are set, listed and dropped', baselines)
rule('a plan is planned backward, or shown what that would do', planned_backward)
rule('undo and redo walk the journal', undone_and_redone)
rule('history says what was done', history_is_readable)
rule('verify finds a table edited behind the journal', tampering_found)
rule('copy keeps or leaves the history', copied)

tap.done()
