#!/usr/bin/env python3
# test-export.py — charts as they are asked for: paper, colours, columns, tasks, dates and layers.

import re
import shutil
import struct
import subprocess

import command
from command import Folder, rule, run, same, status, tap

ONLY_CHARTS = [['--paper', 'A4'], ['--portrait'], ['--landscape'], ['--palette', 'colour'], ['--columns', 'name'],
               ['--group', 'unit'], ['--filter', 'critical'], ['--sort', 'name'], ['--from', '2024-03-04'],
               ['--to', '2024-03-04'], ['--scale', 'day'], ['--labels', 'name'], ['--layers', 'all'], ['--dpi', '100']]

# What is given, and what the message has to name.
WRONG = [
    (['--portrait', '--landscape'], ['--portrait', '--landscape']),
    (['--palette', 'nosuch'], ['nosuch', 'colour']),
    (['--columns', 'name,nosuch'], ['nosuch', 'lead-unit', 'progress']), (['--columns', ''], ['lead-unit']),
    (['--columns', 'name,'], ['lead-unit']), (['--columns', 'name,wbs,name'], ['name']),
    (['--group', 'nosuch'], ['nosuch', 'task-force', 'stage']), (['--sort', 'nosuch'], ['nosuch', 'deadline']),
    (['--scale', 'decade'], ['decade', 'ten-day']), (['--layers', 'nosuch'], ['nosuch', 'key-nodes']),
    (['--layers', 'links,'], ['key-nodes']), (['--layers', '+nosuch'], ['+nosuch'[1:]]), (['--layers', ''], ['links']),
    (['--from', 'soon'], ['soon', '--from']), (['--to', '2024-02-30'], ['2024-02-30', '--to']),
    (['--from', '2024-03-05', '--to', '2024-03-04'], ['--from', '--to']),
    (['--dpi', '100'], ['.png']), (['--labels', 'nosuch'], ['nosuch', 'slip']), (['--labels', ''], ['slip']),
    (['--filter', 'nosuch=1'], ['nosuch=1', 'unit=', 'critical']), (['--filter', 'critical=yes'], ['critical=yes']),
    (['--filter', ''], ['--filter']), (['--filter', 'text='], ['--filter']),
    (['--filter', 'light=purple'], ['purple', 'orange']), (['--filter', 'light='], ['--filter']),
    (['--filter', 'stage=nosuch'], ['nosuch', 'reserve']),
    (['--filter', 'level=0'], ['0']), (['--filter', 'level=deep'], ['deep']),
    (['--filter', 'unit=A', '--filter', 'unit=B'], ['unit']), (['--filter', 'one', '--filter', 'two'], ['text']),
]
WRONG_PICTURES = [['--dpi', number] for number in ('9', '2401', 'many', '-100', 'inf', '')]

folder = Folder()
folder.must('new', folder.plan, '--sample', 'trunk-road')


def export(name, *words):
    """What an export that has to work prints, and the bytes that it wrote."""
    out = folder.must('export', folder.plan, folder.file(name), *words)
    with open(folder.file(name), 'rb') as file:
        return out, file.read()


def rows(*words):
    """How many rows a chart of these tasks has."""
    return int(re.search(r'(\d+) rows?;', export('rows.svg', *words)[0]).group(1))


def words_at(*words):
    """The words that stand on a chart: how far from the left, from the top down."""
    export('text.pdf', *words)
    boxes = subprocess.run(['pdftotext', '-bbox', folder.file('text.pdf'), '-'], check=True, capture_output=True,
                           text=True).stdout
    places = {}
    for x, word in re.findall(r'<word xMin="([\d.]+)"[^>]*>(.*?)</word>', boxes):
        places.setdefault(word, []).append(float(x))
    return places


def refused(ending, words):
    broken = status(folder.on('export', folder.file('list.' + ending), *words), 2, words[0], '.pdf')
    return broken + same(command.os.path.exists(folder.file('list.' + ending)), False)


def wrong(words, names, ending='pdf'):
    broken = status(folder.on('export', folder.file('wrong.' + ending), *words), 2, *names)
    return broken + same(command.os.path.exists(folder.file('wrong.' + ending)), False)


def read_out():
    return (status(folder.on('export', folder.file('a.pdf'), '--paper', 'a1', '--landscape'), 0,
                   'A1 landscape, 841 × 594 mm; 69 rows; type ', ' pt, readable from up to ', ' m.')
            + status(folder.on('export', folder.file('a.pdf'), '--paper', '914x2000mm'), 0, '\n914 × 2000 mm; ')
            + status(folder.on('export', folder.file('a.pdf'), '--paper', '914mm-roll'), 0, '\n914 × ')
            + status(folder.on('export', folder.file('a.pdf'), '--paper', '914mm-roll', '--landscape'), 0,
                     ' × 914 mm; ')
            + status(folder.on('export', folder.file('a.pdf'), '--paper', '420x297mm', '--portrait'), 0,
                     '297 × 420 mm')
            + status(run('export', folder.plan, folder.file('a.pdf'),
                         environment={'LANGUAGE': 'zh_CN'}), 0, 'A3 横向', '69 行', '米以内可读'))


def labels():
    """A name stands in its column, and beside its bar where it was asked for."""
    once, twice = words_at('--paper', 'A0'), words_at('--paper', 'A0', '--labels', 'name,progress')
    return same(len(once['Kerbs']), 1) + same(len(twice['Kerbs']), 2)


def resolution():
    said, data = export('a.png', '--dpi', '50', '--landscape')
    return same(struct.unpack('>II', data[16:24]), (827, 585)) + same('A3 landscape' in said, True)


def columns():
    if shutil.which('pdftotext') is None:
        return []
    places = words_at('--columns', 'finish,name,number', '--lang', 'en')
    heads = [places.get(word, [-1])[0] for word in ('Finish', 'Task', 'No.')]
    return (same(heads, sorted(heads)) + same(-1 in heads, False) + same('Responsible' in places, False)
            + same('Responsible' in words_at('--lang', 'en'), True))


def groups():
    names = re.search(r'--group: (.*)\.\n', folder.must('export', '--help')).group(1).split(', ')
    broken = [name for name in names if rows('--group', name) < 60]
    broken += same(rows('--group', 'none'), 69)
    broken += same(rows('--group', 'unit', '--columns', 'light,progress'), rows('--group', 'none'))
    return broken + ([] if rows('--group', 'unit') > 69 else ['no headings of units'])


def order():
    if shutil.which('pdftotext') is None:
        return []
    with Folder([('Cedar',), ('Ash',), ('Birch',)]) as trees:
        trees.must('export', trees.plan, trees.file('a.pdf'), '--sort', 'name')
        found = subprocess.run(['pdftotext', '-raw', trees.file('a.pdf'), '-'], check=True, capture_output=True,
                               text=True).stdout
        return same(re.findall('Cedar|Ash|Birch', found), ['Ash', 'Birch', 'Cedar'])


def filters():
    tasks = folder.show('tasks')
    critical = [task for task in folder.schedule()['tasks'] if task['critical']]
    broken = same(rows('--filter', 'level=1'), len([task for task in tasks if task['parent'] is None]))
    broken += [] if len(critical) <= rows('--filter', 'critical') < 69 else ['critical tasks']
    both = rows('--filter', 'unit=Transport Bureau', '--filter', 'critical')
    broken += [] if 0 < both < rows('--filter', 'unit=Transport Bureau') < 69 else [f'{both} of a unit']
    broken += [] if 0 < rows('--filter', 'bridge') < 69 else ['bridges']
    broken += same(rows('--filter', 'text=BRIDGE'), rows('--filter', 'bridge'))
    broken += same(rows('--filter', 'project'), len([task for task in tasks if task['is_project']]))
    lights = {colour: rows('--filter', 'light=' + colour) for colour in ('red', 'green', 'red,green')}
    broken += [] if max(lights['red'], lights['green']) <= lights['red,green'] else [f'{lights}']
    stages = sum(rows('--filter', 'stage=' + stage) > 0 for stage in ('none', 'reserve,started,under-construction'))
    return broken + same(stages > 0, True)


def filters_fail():
    broken = status(folder.on('export', folder.file('a.pdf'), '--filter', 'unit=nosuch'), 1, 'nosuch')
    broken += status(folder.on('export', folder.file('a.pdf'), '--filter', 'person=nosuch'), 1, 'nosuch')
    broken += status(folder.on('export', folder.file('a.pdf'), '--filter', 'no task is called so'), 0, 'empty')
    with Folder([('Dig',)]) as plain:
        broken += status(plain.on('export', plain.file('a.pdf'), '--filter', 'light=red'), 1, 'status date')
        broken += status(plain.on('export', plain.file('a.pdf'), '--filter', 'light=none,green', '--status-date',
                                  '2024-03-05'), 0)
    return broken


def dates():
    if shutil.which('pdftotext') is None:
        return []
    found = words_at('--from', '2023-02-01', '--to', '2023-03-31', '--scale', 'month', '--columns', 'name')
    months = [month for month in ('January', 'February', 'March', 'April') if month in found]
    return same(months, ['February', 'March'])


def layers():
    sizes = {words: len(export('a.svg', *words.split())[1]) for words in
             ('', '--layers all', '--layers none', '--layers links', '--layers -links', '--layers all,-links',
              '--layers=+float,-links', '--layers none,+links')}
    rising = [sizes[words] for words in ('--layers none', '--layers links', '', '--layers all')]
    broken = [] if rising == sorted(rising) and rising[0] < rising[1] < rising[2] else [f'{sizes}']
    broken += [] if sizes['--layers -links'] < sizes[''] else ['links are not left out']
    return broken + same(sizes['--layers none,+links'], sizes['--layers links'])


def palettes():
    names = re.search(r'--palette: (.*)\.\n', folder.must('export', '--help')).group(1).split(', ')
    return [name for name in names if len(export('a.svg', '--palette', name)[1]) < 1000]


with folder:
    for words in ONLY_CHARTS:
        rule(f'{words[0]} is refused for a list', lambda words=words: refused('csv', words))
    rule('a chart’s options are refused for JSON and Project’s XML',
         lambda: refused('json', ['--group', 'unit']) + refused('xml', ['--layers', 'all']))
    for words, names in WRONG:
        rule(f'{" ".join(words)} is wrong usage', lambda words=words, names=names: wrong(words, names))
    for words in WRONG_PICTURES:
        rule(f'{" ".join(words)} is wrong usage for a picture', lambda words=words: wrong(words, [words[1]], 'png'))
    rule('the read-out tells paper, rows, type and from where it reads', read_out)
    rule('a picture has the resolution asked for', resolution)
    rule('columns stand in the order asked for, and no others', columns)
    rule('tasks are grouped by whatever has a name', groups)
    rule('tasks are sorted', order)
    rule('conditions leave the tasks that meet them all', filters)
    rule('a condition that cannot be asked is a failure, one that nothing meets is told', filters_fail)
    rule('a chart shows the dates asked for', dates)
    rule('layers are switched on and off', layers)
    rule('labels say what is asked for', labels)
    rule('every palette draws', palettes)

tap.done()
