#!/usr/bin/env python3
# test-workbook.py — a plan as a workbook: taken apart as the zip of XML that it is, and opened by LibreOffice.

import csv
import datetime
import re
import shutil
import subprocess
import xml.etree.ElementTree as tree
import zipfile

from command import Folder, rule, same, status, tap

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'

folder = Folder()
folder.must('new', folder.plan, '--sample', 'execution-year')


class Book:
    """What spreadsheets see of a workbook."""

    def __init__(self, *words, plan=folder):
        self.path = plan.file('list.xlsx')
        self.said = plan.must('export', plan.plan, self.path, *words)
        with open(self.path, 'rb') as file:
            self.bytes = file.read()
        with zipfile.ZipFile(self.path) as parts:
            self.texts = [''.join(text.text or '' for text in item.iter(MAIN + 't'))
                          for item in tree.fromstring(parts.read('xl/sharedStrings.xml'))]
            self.styles = tree.fromstring(parts.read('xl/styles.xml'))
            self.sheets = [tree.fromstring(parts.read(f'xl/worksheets/sheet{number}.xml')) for number in (1, 2)]
        self.fills = [fill.find(f'{MAIN}patternFill/{MAIN}fgColor') for fill in self.styles.find(MAIN + 'fills')]
        self.looks = list(self.styles.find(MAIN + 'cellXfs'))

    def value(self, cell):
        value = cell.findtext(MAIN + 'v')
        return self.texts[int(value)] if cell.get('t') == 's' else float(value) if value is not None else None

    def ground(self, cell):
        fill = self.fills[int(self.looks[int(cell.get('s', 0))].get('fillId'))]
        return fill.get('rgb')[2:].lower() if fill is not None else None

    def rows(self, sheet):
        """Each row as a dictionary of cells by their column's letters; rows without a cell are empty."""
        rows = {int(row.get('r')): {re.match('[A-Z]+', cell.get('r')).group(): cell for cell in row}
                for row in self.sheets[sheet].iter(MAIN + 'row')}
        return [rows.get(number, {}) for number in range(1, max(rows) + 1)]

    def columns(self):
        """The list's columns by their heads: cells of all rows below."""
        head, *rows = self.rows(0)
        return {self.value(cell): [row[place] for row in rows] for place, cell in head.items()}


def instant(days):
    moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=days)
    return (moment + datetime.timedelta(microseconds=500000)).replace(microsecond=0).isoformat()


def dates():
    book, tasks = Book('--lang', 'en'), folder.schedule()['tasks']
    columns = book.columns()
    found = [(instant(book.value(start)), instant(book.value(finish)))
             for start, finish in zip(columns['Start'], columns['Finish'])]
    broken = same(found, [(task['start'], task['finish']) for task in tasks])
    formats = {number.get('numFmtId'): number.get('formatCode') for number in book.styles.find(MAIN + 'numFmts')}
    used = {formats.get(book.looks[int(cell.get('s'))].get('numFmtId')) for cell in columns['Start']}
    return broken + same(used, {'yyyy-mm-dd hh:mm'})


def names_and_shares():
    book = Book('--lang', 'en')
    columns = book.columns()
    broken = same([book.value(cell) for cell in columns['Task']], [task['name'] for task in folder.show('tasks')])
    shares = [book.value(cell) for cell in columns['% complete']]
    formats = {number.get('numFmtId'): number.get('formatCode') for number in book.styles.find(MAIN + 'numFmts')}
    formats['9'] = '0%'
    used = {formats.get(book.looks[int(cell.get('s'))].get('numFmtId')) for cell in columns['% complete']}
    broken += [] if used <= {'0%', '0.##%'} else [f'{used}']
    return broken + ([] if 0 < max(shares) <= 1 else [f'{shares}'])


def lights():
    grounds = {'On track': '2e9e54', 'Yellow': 'e0b414', 'Orange': 'ec7f23', 'Red': 'c8202b', 'Done': '2f6fb5'}
    shown = {'green': 'On track', 'yellow': 'Yellow', 'orange': 'Orange', 'red': 'Red', 'done': 'Done', 'none': None}
    book = Book('--lang', 'en')
    cells = book.columns()['Light']
    said = [shown[light['shown']] for light in folder.show('lights')]
    broken = same([book.value(cell) for cell in cells], said)
    return broken + same([book.ground(cell) for cell in cells if book.value(cell)], [grounds[word] for word in said if word])


def outline():
    with Folder([('Works',), ('Dig', 'parent=1'), ('Trench', 'parent=2'), ('Open',)]) as nested:
        book = Book(plan=nested)
    levels = [row.get('outlineLevel', '0') for row in book.sheets[0].iter(MAIN + 'row')][1:]
    pane = book.sheets[0].find(f'{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane')
    return same(levels, ['0', '1', '2', '0']) + same((pane.get('ySplit'), pane.get('state')), ('1', 'frozen'))


def bars():
    """A task from Monday to Wednesday, half of it done, one a week later, and a milestone behind."""
    with Folder([('Dig', 'duration=4d'), ('Fill', 'duration=2d'), ('Open', 'kind=milestone', 'duration=0d')]) as site:
        site.must('link', site.plan, '1', '2')
        site.must('link', site.plan, '2', '3')
        site.must('report', site.plan, '1', '50%', '--date', '2024-03-05')
        book = Book('--status-date', '2024-03-05', plan=site)
    rows = book.rows(1)[4:]
    dark, light = {book.ground(rows[0][place]) for place in 'EF'}, {book.ground(rows[0][place]) for place in 'GH'}
    broken = same((len(dark), len(light), dark & light), (1, 1, set()))
    broken += same([place for place in rows[0] if place > 'D'], list('EFGH'))
    # Friday, the weekend, and Monday.
    broken += same([place for place in rows[1] if place > 'D'], list('IJKL'))
    broken += same({place: book.value(cell) for place, cell in rows[2].items() if place > 'D'}, {'L': '◆'})
    marks = {place: book.value(cell) for place, cell in book.rows(1)[1].items()}
    return broken + same(marks, {'F': 'Status date'})


def weeks():
    with Folder([('Build', 'duration=500d')]) as site:
        book = Book(plan=site)
    days = [book.value(cell) for place, cell in book.rows(1)[3].items() if place not in ('A', 'B', 'C', 'D')]
    return same({later - earlier for earlier, later in zip(days, days[1:])}, {7.0})


def chinese():
    book = Book('--lang', 'zh_CN')
    columns = book.columns()
    formats = [number.get('formatCode') for number in book.styles.find(MAIN + 'numFmts')]
    return (same({'任务', '开始', '完成', '亮灯'} - set(columns), set())
            + same('yyyy"年"m"月"d"日" hh:mm' in formats, True))


def formulas():
    with Folder([('=1+1',), ('+cmd',)]) as hostile:
        book = Book(plan=hostile)
    return (same([book.value(cell) for cell in book.columns()['Task']], ['=1+1', '+cmd'])
            + same([cell.tag for cell in book.sheets[0].iter(MAIN + 'f')], []))


def opened():
    office = shutil.which('soffice')
    book = Book('--lang', 'en')
    subprocess.run([office, f'-env:UserInstallation=file://{folder.path}/office', '--headless', '--convert-to',
                    'csv:Text - txt - csv (StarCalc):44,34,76,1', '--outdir', folder.path, book.path], check=True, capture_output=True, timeout=240)
    with open(folder.file('list.csv'), encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    return same([(row['Start'], row['Finish']) for row in rows],
                [tuple(task[field][:16].replace('T', ' ') for field in ('start', 'finish'))
                 for task in folder.schedule()['tasks']])


with folder:
    rule('start and finish are those of the schedule, as dates', dates)
    rule('names and shares are those of the plan, shares as percent', names_and_shares)
    rule('a light is a coloured cell with its word', lights)
    rule('the outline is one of rows, below a head that stays', outline)
    rule('bars cover the days of their tasks, darker as far as they are done', bars)
    rule('a long plan has a column a week', weeks)
    rule('words and dates are Chinese where that is asked for', chinese)
    rule('the same plan gives the same bytes', lambda: same(Book().bytes, Book().bytes))
    rule('no text becomes a formula', formulas)
    if shutil.which('soffice') is None:
        tap.skip('LibreOffice shows the same dates', 'it is not installed')
    else:
        rule('LibreOffice shows the same dates', opened)
    rule('all tasks are for calendars only',
         lambda: status(folder.on('export', folder.file('a.xlsx'), '--tasks'), 2, '.ics'))

tap.done()
