#!/usr/bin/env python3
# test-people.py — units and people from the command line: the tree, duties, load, limits, sponsors, merging.

import json

from command import Folder, rule, run, same, status, tap


def year():
    folder = Folder()
    folder.must('new', folder.plan, '--sample', 'execution-year', '--lang', 'en')
    return folder


def people(folder, *words):
    return json.loads(folder.must('people', folder.plan, *words, '--json'))


def tree():
    with year() as folder:
        rows = people(folder)
        units = {row['id'] for row in rows if row['table'] == 'unit'}
        heads = [row['name'] for row in rows if row['head'] and row['table'] == 'person']
        return (same(len(units), len(folder.show('units'))) + same(rows[0]['name'], 'District Government')
                + ([] if 'Zheng' in heads else [heads])
                + status(folder.on('people'), 0, '10 county teams + 3 front teams + 7 township and department teams'))


def duties():
    with year() as folder:
        found = people(folder, 'Chen')
        roles = {(role, duty['name']) for duty in found['duties'] for role in duty['roles']}
        tasks = [duty['task'] for duty in found['duties']]
        broken = same(found['tasks'], len(tasks)) + same(len(tasks), len(set(tasks)))
        broken += same(sum(found['lights'].values()), found['tasks'])
        broken += [] if ('lead-executive', 'Industrial park trunk road') in roles else [roles]
        return broken + status(folder.on('people', 'Chen'), 0, 'Project owner, Lead executive', 'Taiping Town', 'A visit every month')


def load():
    with year() as folder:
        weeks, months = people(folder, 'Transport Bureau'), people(folder, 'Transport Bureau', '--by', 'month')
        broken = same(round(sum(week['load'] for week in weeks['load'])),
                      round(sum(month['load'] for month in months['load'])))
        for week in weeks['load']:
            broken += same(week['over'], week['load'] > week['capacity'])
        broken += [] if any(week['over'] for week in weeks['load']) else ['nobody is over capacity']
        return broken + status(folder.on('people', 'Transport Bureau'), 0, 'over capacity', 'Over capacity in')


def limits():
    with year() as folder:
        broken = {row['name']: row for row in people(folder, '--limits')}
        found = same(set(broken), {'16 canteens for the elderly', 'Backlog of petitions cleared'})
        found += same(broken['Backlog of petitions cleared']['lead_unit_heads'], 3)
        folder.must('assign', folder.plan, '118', 'He', 'lead-executive')
        folder.must('unassign', folder.plan, '122', 'Zhu', 'lead-unit-head')
        return found + same(people(folder, '--limits'), []) + status(folder.on('people', '--limits'), 0, 'Every project')


def sponsors():
    with year() as folder:
        lines = {row['name']: row for row in people(folder, '--sponsors')}
        return (same(lines['Li']['township'], ['Longshan Town']) + same(lines['Li']['visits_a_year'], 62)
                + same(lines['He']['village'], [])
                + same({row['name']: row for row in people(folder, '--sponsors', '--status-date', '2022-06-30')}
                       ['He']['village'], ['Shipai Village'])
                + status(folder.on('people', '--sponsors'), 0, 'Township Shitan Town has no sponsor.'))


def merged():
    with year() as folder:
        before = folder.must('people', folder.plan)
        tasks = {duty['task'] for who in ('Chen', 'Li') for duty in people(folder, who)['duties']}
        done = folder.on('merge', 'person', 'Chen', 'Li')
        broken = status(done, 0, 'Merge “Li” into “Chen”')
        broken += same({duty['task'] for duty in people(folder, 'Chen')['duties']}, tasks)
        broken += status(folder.on('people', 'Li'), 1, 'Li') + status(folder.on('merge', 'task', '1', '2'), 2)
        folder.must('undo', folder.plan)
        return broken + same(folder.must('people', folder.plan), before)


def wrong():
    with year() as folder:
        return (status(folder.on('people', 'Chen', '--limits'), 2) + status(folder.on('people', 'nosuch'), 1, 'nosuch')
                + status(folder.on('people', 'Chen', '--by', 'day'), 2, 'week, month')
                + status(run('merge', folder.plan, 'person', 'Chen'), 2))


def grouped():
    with year() as folder:
        for by in ('executive', 'township', 'support-unit', 'inspector'):
            folder.must('export', folder.plan, folder.file(f'{by}.svg'), '--group', by)
        folder.must('export', folder.plan, folder.file('a.svg'), '--filter', 'role=lead-executive', '--filter',
                    'person=Chen')
        return status(folder.on('export', folder.file('b.svg'), '--filter', 'role=nosuch'), 2, 'lead-executive')


rule('YL-07: the tree has every unit, heads and the count of teams', tree)
rule('all that somebody answers for is told, by role and light', duties)
rule('load is told by week and month, and where it is too much', load)
rule('QX-08: projects without one or two lead executives and heads are listed', limits)
rule('PB-27, YL-03: the sponsor matrix holds on a day', sponsors)
rule('two people become one, and undo makes them two again', merged)
rule('what makes no sense is refused', wrong)
rule('charts are grouped and filtered by what people have to do', grouped)

tap.done()
