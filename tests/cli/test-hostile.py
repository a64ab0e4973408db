#!/usr/bin/env python3
# test-hostile.py — files made to do harm: refused with a message, or taken in with a list, within limits, never half.

import glob
import json
import os

import command
from command import FIXTURES, Folder, data, rule, run, same, status, tap
from taken import limits, opened_or_refused, taken_or_refused

# What tells that files of a kind are read at all: a file of it without a flaw.
PROBES = {'.xml': 'fuzz/mspdi/one-task.xml', '.gan': 'fuzz/gan/bridge.gan', '.planner': 'fuzz/planner/bridge.planner'}

# Of ours: the name of the one task, flaws replaced.
TAKEN = {
    'gbk-declared.xml': '勘测设计',
    'utf16le.xml': '勘测设计',
    'latin1-declared-utf8.xml': 'Abr�ckenbau',
    'nul.xml': 'A�B�C�D',
}

# Of ours: what the message says.
REFUSED = {
    'doctype.xml': 'DOCTYPE',
    'entity-bomb.xml': 'DOCTYPE',
    'external-entity.xml': 'DOCTYPE',
    'doctype.gan': 'DOCTYPE',
    'doctype.planner': 'DOCTYPE',
    'undeclared-entity.xml': 'line',
    'cut-in-tag.xml': 'line',
    'cut-in-tag.gan': 'line',
    'cut-in-tag.planner': 'line',
    'cut-in-character.xml': 'line',
    'utf16le-half-pair.xml': 'XML',
    'empty.xml': 'empty',
    'empty.gan': 'empty',
    'empty.planner': 'empty',
    'empty.csv': 'empty',
    'empty.json': 'line 1',
    'only-bom.xml': 'empty',
    'only-bom-utf16.xml': 'empty',
    'only-bom.gan': 'empty',
    'only-bom.planner': 'empty',
    'only-bom.csv': 'empty',
    'only-bom.json': 'line 1',
    'cut.json': 'line 1',
    'twice.json': 'line 1',
    'nul.json': 'line 1',
}

# Of others: those that have no flaw.
VALID = {'plan-gbk.csv', 'plan-utf8-bom.csv', 'plan-utf16le.csv', 'mspdi-gbk-declared.xml', 'mspdi-utf16le-bom.xml'}

# What another file holds as well, but for the names of some tasks.
SAME_TASKS = {'mspdi-utf16le-bom.xml': (('mspdi', 'relations-project2007.xml'), {1: '计划任务 – naïve 🚧'})}

PROJECT = '<Project xmlns="http://schemas.microsoft.com/project">'


def is_read(path, known={'.csv': True, '.txt': True, '.json': True}):
    """Whether files of this kind are read; one probe for each."""
    ending = os.path.splitext(path)[1]
    if ending not in known:
        with Folder() as folder:
            known[ending] = ending in PROBES and run('import', os.path.join(FIXTURES, PROBES[ending]),
                                                     folder.plan).status == 0
    return known[ending]


def tasks(source):
    with Folder() as folder:
        folder.must('import', source, folder.plan)
        return [{name: value for name, value in task.items() if name not in ('id', 'parent')}
                for task in json.loads(folder.must('show', folder.plan, 'tasks', '--json'))]


def refused(path, text):
    with Folder() as folder:
        done = run('import', path, folder.plan)
        return status(done, 1, text) + limits(done) + same(os.listdir(folder.path), [])


def own(path):
    name = os.path.basename(path)
    if not is_read(path):
        return refused(path, name)
    if name in REFUSED:
        return refused(path, REFUSED[name]) + taken_or_refused(path, secret='read from the disk')
    if name in TAKEN:
        return (taken_or_refused(path, must_import=True, must_tell='�' in TAKEN[name])
                + same([task['name'] for task in tasks(path)], [TAKEN[name]]))
    return taken_or_refused(path, must_tell=True)


def others(path):
    name = os.path.basename(path)
    broken = taken_or_refused(path, must_import=name in VALID and is_read(path), must_tell=name not in VALID,
                              secret='root:')
    if name in SAME_TASKS and is_read(path):
        twin, renamed = SAME_TASKS[name]
        broken += same(tasks(path), [{**task, 'name': renamed.get(task['number'], task['name'])}
                                     for task in tasks(data(*twin))])
    return broken


# Made here, as they are large -------------------------------------------------------------------------------------

# Under sanitizers what is counted in thousands would take minutes.
FEWER = 10 if command.SANITIZED else 1

LARGE = {
    'elements that lie deep in each other.xml': lambda: PROJECT + '<a>' * 100_000,
    'elements that lie deep in each other and end.xml': lambda: '<Project>' + '<a>' * 50_000 + '</a>' * 50_000 + '</Project>',
    'an element with many attributes.xml': lambda: PROJECT[:-1] + ''.join(f' a{i}="1"' for i in range(20_000)) + '/>',
    'a long name.xml': lambda: PROJECT + '<Name>' + 'A' * 12_000_000 + '</Name></Project>',
    'control characters all through.xml': lambda: PROJECT + 'a\x01' * 2_000_000 + '</Project>',
    'bytes that are no text all through.xml': lambda: PROJECT.encode() + b'a\xff' * 2_000_000 + b'</Project>',
    'comments before all else.xml': lambda: '<!-- -->' * 300_000 + PROJECT + '</Project>',
    'tasks deep in each other.gan': lambda: '<project name="A"><tasks>' + ''.join(
        f'<task id="{i}" name="A" start="2024-03-04" duration="1">' for i in range(5_000)) + '</task>' * 5_000
                                            + '</tasks></project>',
    'tasks deep in each other.planner': lambda: '<project name="A" project-start="20240304T000000Z"><tasks>' + ''.join(
        f'<task id="{i}" name="A" work="28800">' for i in range(3_000)) + '</task>' * 3_000 + '</tasks></project>',
    'arrays deep in each other.json': lambda: '[' * 500_000,
    'objects deep in each other.json': lambda: '{"children":' * 200_000,
    'tasks deep in each other.json': lambda: '{"guatu": 1, "tasks": [' + ','.join(
        f'{{"id": "{i}", "name": "A"' + (f', "parent": "{i - 1}"}}' if i > 1 else '}') for i in range(1, 20_001 // FEWER)) + ']}',
    'one string.json': lambda: '{"guatu": 1, "plan": {"title": "' + 'A' * 8_000_000 + '"}}',
    'members that nobody knows.json': lambda: '{"guatu": 1, "tasks": [' + ','.join(
        f'{{"name": "A", "x{i}": 1}}' for i in range(20_000 // FEWER)) + ']}',
    'references to nothing.json': lambda: '{"guatu": 1, "links": [' + ','.join(
        f'{{"predecessor": "{i}", "successor": "b{i}"}}' for i in range(20_000 // FEWER)) + ']}',
    'quotes.csv': lambda: 'Name\n' + '"' * 4_000_001,
    'separators.csv': lambda: 'Name,Duration\n' + ',' * 4_000_000,
    'empty rows.csv': lambda: 'Name,Duration\n' + '\n' * 2_000_000,
    'rows that say nothing.csv': lambda: 'Name,Duration,Start\n' + 'A,x,y\n' * (10_000 // FEWER),
    'zeros.csv': lambda: b'Name\n' + bytes(4_000_000),
    'a circle of many.csv': lambda: 'ID,Name,Predecessors\n' + ''.join(
        f'{i},A,{i % (5_000 // FEWER) + 1}\n' for i in range(1, 5_000 // FEWER + 1)),
    'predecessors beyond number.csv': lambda: 'ID,Name,Predecessors\n1,A,\n2,B,"' + ';'.join(['1FS+1d'] * (100_000 // FEWER)) + '"\n',
    'levels that leap.csv': lambda: 'Outline level,Name\n' + ''.join(f'{i},A\n' for i in range(1, 5_001)),
    'a date of many digits.csv': lambda: 'Name,Start\nA,' + '1' * 900_000 + '\n',
}


# Large, and nothing else is wrong with it.
FLAWLESS = {'one string.json'}


def large(name):
    with Folder() as folder:
        return taken_or_refused(folder.file(name, LARGE[name]()), must_tell=is_read(name) and name not in FLAWLESS)


for fixture in sorted(glob.glob(os.path.join(FIXTURES, 'hostile', '*.*'))):
    if not fixture.endswith('secret.txt'):
        rule(f'{os.path.basename(fixture)} does no harm', lambda: own(fixture))
for invented in LARGE:
    rule(f'{invented} does no harm', lambda: large(invented))

if data('hostile') is None:
    tap.skip('damaged and hostile files of others', 'third-party test data is not on this machine')
else:
    for source in sorted(glob.glob(os.path.join(command.TESTDATA, 'hostile', '*'))):
        rule(f'{os.path.basename(source)} ' + ('is taken' if os.path.basename(source) in VALID else 'does no harm'),
             lambda: others(source))
    for database in sorted(glob.glob(os.path.join(command.TESTDATA, 'hostile', '*.db'))):
        rule(f'{os.path.basename(database)} is refused and left alone', lambda: opened_or_refused(database))
if not is_read('a.xml'):
    tap.skip('files in XML that have to be taken are taken', 'this build reads no XML')

tap.done()
