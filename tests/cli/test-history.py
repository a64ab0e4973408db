#!/usr/bin/env python3
# test-history.py — the journal on the command line: values, what is looked for, states compared, who answered when.

import datetime
import json

from command import Folder, rule, same, status, tap


def story():
    """Entries: 1 create, 2 and 3 tasks, 4 a duration, 5 a unit, 6 assigned, 7 taken off, 8 a note, 9 its undoing."""
    folder = Folder([('Survey', 'duration=5d'), ('Bridge', 'duration=34d')], title='T')
    folder.must('set', folder.plan, '2', 'duration=40d')
    folder.must('add', folder.plan, 'unit', 'Roads')
    folder.must('assign', folder.plan, '2', 'Roads', 'lead-unit')
    folder.must('unassign', folder.plan, '2', 'Roads')
    folder.must('set', folder.plan, '1', 'note=wet ground')
    folder.must('undo', folder.plan)
    return folder


def found(folder, *words):
    return [entry['seq'] for entry in json.loads(folder.must('history', folder.plan, '--json', *words))]


def values():
    with story() as folder:
        broken = status(folder.on('history', '--values'), 0, 'Duration: 34 d → 40 d', 'Note: empty → wet ground',
                        'Note: wet ground → empty', 'Assignment “Bridge · Roads” removed')
        entry = json.loads(folder.must('history', folder.plan, '--values', '--json'))[3]
        change = entry['changes'][0]
        broken += same((change['table'], change['id'], change['change'], change['name']),
                       ('task', folder.ids[1], 'changed', 'Bridge'))
        return broken + same(change['fields'], [{'field': 'duration', 'label': 'Duration', 'before': '34 d', 'after': '40 d'}])


def filters():
    with story() as folder:
        today = datetime.date.today()
        tomorrow, yesterday = (today + datetime.timedelta(days=n) for n in (1, -1))
        broken = same(found(folder), list(range(1, 10)))
        broken += same(found(folder, '--task', '2'), [3, 4, 6, 7]) + same(found(folder, '--task', '1'), [2, 8, 9])
        broken += same(found(folder, '--kind', 'assigned', '--kind', 'taken-back'), [6, 7, 9])
        broken += same(found(folder, '--find', 'BRIDGE duration'), [4]) + same(found(folder, '--author', 'nobody'), [])
        broken += same(found(folder, '--since', tomorrow), []) + same(found(folder, '--until', yesterday), [])
        broken += same(found(folder, '--since', yesterday, '--until', tomorrow, '--task', '2', '--kind', 'changed'), [4])
        broken += status(folder.on('history', '--kind', 'odd'), 2, 'taken-back')
        broken += status(folder.on('history', '--task', '2', '--ledger', 'x'), 2)
        return broken + status(folder.on('history', '--since', 'soon'), 2, 'soon')


def living_ledger():
    """QX-12: the ledger's items as they came, were changed and went."""
    with Folder([('Survey',), ('Bridge',)], title='T') as folder:
        folder.add('ledger', 'Key tasks')
        item = folder.add('ledger-item', '--under', 'Key tasks', f'task={folder.ids[1]}', 'number=1')
        folder.must('set', folder.plan, '2', 'note=not the ledger')
        folder.must('set', folder.plan, 'ledger-item', item, 'number=7')
        folder.must('remove', folder.plan, 'ledger-item', item)
        broken = same(found(folder, '--ledger', 'Key tasks'), [4, 5, 7, 8])
        return broken + status(folder.on('history', '--ledger', 'Key tasks', '--values'), 0,
                               'Ledger item “Bridge · Key tasks” added', 'Number: 1 → 7', 'removed')


def compared():
    with story() as folder:
        before = folder.bytes()
        broken = status(folder.on('history', '--compare', '3..4'), 0, '1 task differs', 'Duration: 34 d → 40 d',
                        'Scheduled finish:')
        answer = json.loads(folder.must('history', folder.plan, '--compare', '1', '--json'))
        broken += same((answer['tasks'], answer['added'], answer['removed']), (2, 2, 0))
        broken += status(folder.on('history', '--compare', '9..'), 0, 'the same')
        broken += status(folder.on('history', '--compare', '1..99'), 1, '99') + same(folder.bytes(), before)
        return broken + status(folder.on('history', '--compare', 'then..now'), 2)


def duties():
    """PB-33: who answered for a task on a day, though nobody does today."""
    with story() as folder:
        today = datetime.date.today()
        broken = []
        for day, held in ((today, True), (today + datetime.timedelta(days=3), False),
                          (today - datetime.timedelta(days=3), False)):
            answer = json.loads(folder.must('history', folder.plan, '--task', '2', '--duty', day, '--json'))
            broken += same([(duty['role'], duty['who'], duty['from_entry'], duty['to_entry'], duty['on_day'])
                            for duty in answer], [('lead-unit', 'Roads', 6, 7, held)])
        folder.must('remove', folder.plan, '2')
        broken += status(folder.on('history', '--task', folder.ids[1], '--duty', today), 0, 'Roads', 'Lead unit', '6')
        broken += status(folder.on('history', '--task', '1', '--duty', today), 0, 'Nobody')
        return broken + status(folder.on('history', '--duty', today), 2, '--task')


rule('PB-33: history --values says what was there before and after', values)
rule('history finds by task, author, day, kind and words, and by all of them together', filters)
rule('QX-12: history --ledger tells how a ledger changed', living_ledger)
rule('history --compare tells how two states differ, and leaves the file alone', compared)
rule('PB-33: history --duty tells who answered for a task on a day', duties)

tap.done()
