#!/usr/bin/env python3
# test-own.py — fields of the plan's own, backups and finding from the command line.

import json
import os

from command import Folder, rule, run, same, status, tap


def ditch():
    folder = Folder(tasks=[('Dig',), ('Fill',), ('Roll',)], title='Ditch')
    folder.must('field', folder.plan, 'add', 'Amount', 'number')
    folder.must('field', folder.plan, 'add', 'Grade', 'choice', 'High', 'Low')
    folder.must('field', folder.plan, 'set', '1', 'Amount', '12.5')
    folder.must('field', folder.plan, 'set', '2', 'Amount', '3')
    folder.must('field', folder.plan, 'set', '1', 'Grade', 'low')
    return folder


def fields():
    with ditch() as folder:
        listed = json.loads(folder.must('field', folder.plan, 'list', '--json'))
        return (same([(row['name'], row['kind'], row['tasks'], row['choices']) for row in listed],
                     [('Amount', 'number', 2, []), ('Grade', 'choice', 1, ['High', 'Low'])])
                + status(folder.on('field', 'set', '1', 'Grade', 'Middle'), 1, 'High, Low')
                + status(folder.on('field', 'set', '1', 'Amount', 'many'), 1, 'many')
                + status(folder.on('field', 'add', 'amount', 'text'), 1, 'already')
                + status(folder.on('field', 'add', 'X', 'text', 'A'), 2, 'choice')
                + status(folder.on('field', 'change', 'Grade', 'Grade', 'choice', 'High'), 1, 'Low', 'Dig')
                + status(folder.on('field', 'change', 'Amount', 'Money', 'cost'), 0, 'Money')
                + status(folder.on('undo'), 0, 'Money') + status(run('verify', folder.plan), 0))


def exported():
    """Fields are columns of a chart and of CSV; they sort and filter; what they are called is looked for."""
    with ditch() as folder:
        chart = folder.file('chart.svg')
        rows = folder.must('export', folder.plan, chart, '--columns', 'number,name,field:Amount,field:Grade', '--sort',
                           'field:Amount', '--filter', 'field:Amount=..10')
        folder.must('export', folder.plan, folder.file('list.csv'))
        with open(folder.file('list.csv'), encoding='utf-8-sig') as file:
            lines = file.read().splitlines()
        return (([] if '1 row;' in rows else [rows]) + same(lines[0].split(',')[-2:], ['Amount', 'Grade'])
                + same(lines[1].split(',')[-2:], ['12.5', 'Low'])
                + status(folder.on('export', folder.file('b.svg'), '--columns', 'field:Nothing'), 1, 'Nothing')
                + status(folder.on('export', folder.file('c.svg'), '--filter', 'field:Grade'), 2, 'field:NAME=')
                + status(folder.on('export', folder.file('d.svg'), '--filter', 'field:Grade=Low', '--sort', 'field:Grade'),
                         0, '1 row;'))


def project_keeps():
    """Microsoft Project's XML carries kinds, choices and values there and back."""
    with ditch() as folder:
        folder.must('export', folder.plan, folder.file('a.xml'))
        other = folder.file('b.guatu')
        run('import', folder.file('a.xml'), other)
        listed = json.loads(folder.must('field', other, 'list', '--json'))
        return same(sorted((row['name'], row['kind'], row['tasks'], row['choices']) for row in listed),
                    [('Amount', 'number', 2, []), ('Grade', 'choice', 1, ['High', 'Low'])])


def backups():
    with ditch() as folder:
        place = ('--folder', folder.file('kept'))
        broken = status(folder.on('backup', 'list', *place), 0, 'no backups')
        broken += status(folder.on('backup', 'make', *place), 0, 'Wrote')
        broken += status(folder.on('backup', 'make', *place), 0, 'Nothing has changed')
        folder.must('set', folder.plan, '1', 'note=later')
        broken += status(folder.on('backup', 'make', *place), 0, 'Wrote')
        listed = json.loads(folder.must('backup', folder.plan, 'list', *place, '--json'))
        broken += same([(row['tasks'], row['sound']) for row in listed], [(3, True), (3, True)])
        broken += [] if 'Dig' in listed[0]['last_change'] else [listed[0]]
        broken += status(folder.on('backup', 'compare', '2', *place), 0, '1 task differs', 'later')
        broken += status(folder.on('backup', 'restore', '2', folder.file('again.guatu'), *place), 0, 'Wrote')
        broken += same(json.loads(folder.must('show', folder.file('again.guatu'), 'tasks', '--json'))[0]['note'], '')
        broken += status(folder.on('backup', 'restore', '2', folder.file('again.guatu'), *place), 1, 'again.guatu')
        broken += status(folder.on('backup', 'restore', '9', folder.file('more.guatu'), *place), 1, '9')
        folder.must('backup', folder.plan, 'make', *place, '--always', '--keep', '1')
        return broken + same(len(json.loads(folder.must('backup', folder.plan, 'list', *place, '--json'))), 1)


def backups_at_home():
    """Without a folder they lie below the person's data, in one of the plan's own."""
    with ditch() as folder:
        home = {'XDG_DATA_HOME': folder.file('home')}
        run('backup', folder.plan, 'make', environment=home)
        made = [os.path.join(place, name) for place, _, names in os.walk(folder.file('home')) for name in names]
        return same(len(made), 1) + ([] if '/guatu/backups/plan-' in made[0] else made)


def found():
    with ditch() as folder:
        folder.must('add', folder.plan, 'person', 'Digger Chen')
        names = [row['name'] for row in json.loads(folder.must('find', folder.plan, 'DIG', '--json'))]
        return (same(names, ['Dig', 'Digger Chen']) + status(folder.on('find', '2'), 0, 'Fill')
                + status(folder.on('find', 'nobody'), 0, 'nobody'))


rule('fields are listed, defined, changed and filled in; what is none of their kind is refused', fields)
rule('fields are columns, sort and filter', exported)
rule('Microsoft Project’s XML carries fields there and back', project_keeps)
rule('backups are made when something has changed, listed, compared, brought back and thinned out', backups)
rule('backups lie at home unless it is said where', backups_at_home)
rule('tasks and people are found by what one remembers', found)
tap.done()
