#!/usr/bin/env python3
# shots.py — takes a picture of every view, in English and Chinese, light and dark, 1× and 2×: ./dev shots.
"""Usage: shots.py GUATU GUATUCTL FOLDER [WORD…]: only pictures with one of the words in their name"""

import html
import json
import os
import re
import shutil
import subprocess
import sys

from guatu_driver import Session, ditch, guatuctl, wait_until

SIZE = (1440, 900)
VIEWS = []


def view(name, size=SIZE):
    """Marks a function that brings a view onto the screen of a Stage."""
    def mark(function):
        VIEWS.append((name, size, function))
        return function
    return mark


class Stage:
    """What the views have in common."""

    def __init__(self, session):
        self.session = session
        self.words = session.words
        self.screen = session.screen

    def plan(self, sample):
        path = self.session.path(f'{sample}.guatu')
        if not os.path.exists(path):
            language = ['--lang', 'zh_CN'] if self.session.speaks_chinese else []
            guatuctl('new', path, '--sample', sample, *language)
        return path

    def open(self, *files):
        window = self.session.start(*files).window()
        window.fill_screen()
        self.screen.point(self.screen.width - 3, self.screen.height - 3)
        return window

    def map(self, sample='execution-year'):
        return self.open(self.plan(sample))

    def pop_up(self, button):
        """The map with what hangs at a button of its toolbar."""
        window = self.map()
        window.press('button', re.compile('^' + self.words(button)))
        self.away()
        return window

    def away(self):
        """The pointer into a corner, so that it explains nothing."""
        self.screen.point(self.screen.width - 3, self.screen.height - 3)

    def view(self, number):
        """Another view of the plan, the one that stands there in the list of views."""
        window = self.map()
        window.key(f'ctrl+{number}')
        views = window.find('list', self.words('Views'))
        wait_until(lambda: 'selected' in list(views.find_all('list item'))[number - 1].states, 'the view is chosen')
        window.settle()
        return window

    def page(self, number, title):
        """A page of such a view; its button counts, at times, what is to be done there."""
        window = self.view(number)
        window.press('tab', re.compile('^' + re.escape(self.words(title))))
        self.away()
        return window

    def menu_item(self, window, words):
        """What the main menu leads to: another window."""
        window.key('F10')
        window.press('menu item', re.compile('^' + re.escape(self.words(words).rstrip('…'))))
        other = self.other_window(window)
        self.away()
        return other

    def select(self, window, place=3):
        """A task of the map, the one in this row of the table."""
        row = window.row_nodes()[place]
        window.click(row)
        wait_until(lambda: 'selected' in row.states, 'the row is selected')
        return row

    def inspect(self, window, shown=True):
        def region():
            """It, where it is wide enough to be seen; there is none before it is shown first."""
            found = window.node.find('region', shown=False)
            return found if found is not None and found.extents[2] > 250 else None

        if (region() is not None) != shown:
            window.key('F9')
            wait_until(lambda: (region() is not None) == shown, 'the inspector is there, or gone')
        window.settle()
        return region()

    def other_window(self, window):
        """The window that has opened, brought to the middle of the screen."""
        other = wait_until(lambda: next((other for other in window.program.windows() if other.node != window.node), None),
                           'another window is there')
        other.focus()
        _, _, width, height = self.screen.place(other.number)
        self.screen.xdotool('windowmove', other.number, max((self.screen.width - width) // 2, 0),
                            max((self.screen.height - height) // 2, 0))
        return other


# Views -------------------------------------------------------------------------------------------------------

@view('start-page')
def start_page(stage):
    stage.open()


@view('start-page-with-recent-plans')
def start_page_recent(stage):
    stage.map().program.quit()
    stage.open()


@view('battle-map')
def battle_map(stage):
    stage.inspect(stage.map(), shown=False)


@view('battle-map-with-inspector', (1760, 990))
def battle_map_inspector(stage):
    window = stage.map()
    stage.inspect(window)
    stage.select(window)
    stage.away()


@view('inspector-of-several-tasks', (1760, 990))
def inspector_several(stage):
    window = stage.map()
    stage.inspect(window)
    stage.select(window)
    window.key('shift+Down', 'shift+Down')
    stage.away()


@view('battle-map-at-1024x640', (1024, 640))
def small(stage):
    stage.map()


@view('inspector-at-1024x640', (1024, 640))
def small_inspector(stage):
    window = stage.map()
    stage.select(window)
    stage.inspect(window)
    stage.away()


@view('start-page-at-1024x640', (1024, 640))
def small_start(stage):
    stage.open()


@view('people')
def people(stage):
    window = stage.view(2)
    # Below the leading body: somebody who answers for tasks.
    window.click(list(window.find('list', stage.words('Units and people')).find_all('list item'))[1])
    stage.away()


@view('sponsors')
def sponsors(stage):
    stage.page(2, 'Sponsors')


@view('ownership-limits')
def limits(stage):
    stage.page(2, 'Ownership Limits')


@view('phases-and-ledgers')
def phases_and_ledgers(stage):
    stage.view(3)
    stage.away()


@view('phases')
def phases(stage):
    stage.page(3, 'Phases')


@view('key-nodes')
def key_nodes(stage):
    stage.page(3, 'Key Nodes')


@view('baselines')
def baselines(stage):
    stage.page(3, 'Baselines')


@view('calendars')
def calendars(stage):
    stage.view(4)
    stage.away()


@view('calendar-days')
def calendar_days(stage):
    window = stage.view(4)
    # A day in February, and three more.
    window.click(list(window.find('grid').find_all('grid cell', cells=True))[37])
    window.key('shift+Right', 'shift+Right', 'shift+Right')
    stage.away()


def busy(stage):
    """A plan on which somebody has worked."""
    path = stage.plan('execution-year')
    tasks = json.loads(guatuctl('show', path, 'tasks', '--json'))
    # Of the first board: what is done, a later date, a link and a shorter task.
    for words in (('report', 3, '70%', '--date', '2022-10-14'), ('set', 'task', tasks[10]['id'], 'deadline=2022-11-04'),
                  ('link', 15, 19), ('set', 'task', tasks[19]['id'], 'duration=20d'), ('report', 11, '75%', '--date', '2022-10-17')):
        guatuctl(words[0], path, *words[1:])


@view('history')
def history(stage):
    busy(stage)
    stage.view(5)
    stage.away()


@view('history-compared')
def history_compared(stage):
    busy(stage)
    window = stage.view(5)
    window.key('Down', 'Down', 'Down', 'Down')
    window.settle()
    window.press('button', re.compile('^' + stage.words('Compare with _Now')))
    stage.away()


@view('who-answered')
def who_answered(stage):
    window = stage.map()
    stage.inspect(window)
    stage.select(window, 1)
    window.press('button', stage.words('History of This Task'))
    window.press('button', re.compile('^' + stage.words('Who _Answered…').rstrip('…')))
    stage.away()


@view('trunk-road')
def trunk_road(stage):
    stage.map('trunk-road')


@view('ledgers')
def ledgers(stage):
    stage.map('ledgers-473')


@view('empty-plan')
def empty_plan(stage):
    path = stage.session.path('empty.guatu')
    guatuctl('new', path, '--title', stage.words('New plan'))
    stage.open(path)


@view('groups')
def groups(stage):
    stage.pop_up('_Group')


@view('filter')
def filters(stage):
    stage.pop_up('_Filter')


@view('filtered')
def filtered(stage):
    window = stage.pop_up('_Filter')
    lights = window.find('group', stage.words('Lights'))
    for light in list(lights.find_all('button'))[:2]:
        window.click(light)
    window.key('Escape')
    stage.away()


@view('sort')
def sort(stage):
    stage.pop_up('_Sort')


@view('layers')
def layers(stage):
    stage.pop_up('_Layers')


@view('main-menu')
def main_menu(stage):
    window = stage.map()
    window.key('F10')
    stage.away()


@view('search')
def search(stage):
    window = stage.map()
    window.key('ctrl+f')
    window.type('1')
    window.settle()


def scale(name, words):
    @view(f'scale-{name}', (1760, 990))
    def at_scale(stage):
        window = stage.map()
        window.press('button', stage.words(words))
        stage.away()


for each, its_words in (('year', 'Year'), ('month', 'Month'), ('week', 'Week'), ('day', 'Day'), ('hour', 'Hour')):
    scale(each, its_words)


@view('editing-a-name')
def editing(stage):
    window = stage.map()
    stage.select(window)
    window.key('F2')
    stage.away()


@view('tooltip-of-a-bar')
def tooltip(stage):
    window = stage.open(ditch(stage.session))
    first, last, middle = window.bar('Sow')
    stage.screen.point((first + last) / 2, middle)
    wait_until(lambda: len(stage.screen.all_windows()) > 3, 'the tooltip is there', 5)


@view('moving-a-bar')
def moving(stage):
    window = stage.open(ditch(stage.session))
    first, last, middle = window.bar('Dig')
    stage.screen.press((first + last) / 2, middle)
    stage.screen.carry((first + last) / 2 + (last - first) * 0.8, middle)


@view('making-a-bar-longer')
def longer(stage):
    window = stage.open(ditch(stage.session))
    first, last, middle = window.bar('Dig')
    stage.screen.press(last - 2, middle)
    stage.screen.carry(last + (last - first) * 0.6, middle)


@view('drawing-a-link')
def linking(stage):
    window = stage.open(ditch(stage.session))
    first, last, middle = window.bar('Fill')
    to = window.bar('Sow')
    stage.screen.point((first + last) / 2, middle)
    stage.screen.point(last - 4, middle)
    stage.screen.press(last + 11 * stage.session.scale, middle)
    stage.screen.carry(to[0] + 30, to[2])


@view('deleted')
def deleted(stage):
    window = stage.map()
    stage.select(window)
    window.key('Delete')
    stage.away()


@view('shortcuts')
def shortcuts(stage):
    window = stage.map()
    window.key('ctrl+question')
    stage.other_window(window)


@view('about')
def about(stage):
    window = stage.map()
    window.key('F10')
    window.press('menu item', re.compile(stage.words('_About Guatu')))
    stage.other_window(window)
    stage.away()


@view('new-plan')
def new_plan(stage):
    window = stage.open()
    window.key('ctrl+n')
    stage.other_window(window)


@view('from-template')
def from_template(stage):
    window = stage.open()
    window.key('shift+ctrl+t')
    stage.other_window(window)
    stage.away()


def import_list(stage):
    """The assistant that imports, before a list of tasks."""
    window, tasks = stage.map(), stage.session.path('list.csv')
    with open(tasks, 'w', encoding='utf-8') as file:
        file.write('WBS,Task name,Duration,Start,Cost centre\n1,Ditch,,,A\n1.1,Dig,5d,2022-11-01,A\n1.2,Fill,3d,,B\n')
    window.program.session.run(tasks)
    return stage.other_window(window)


@view('import')
def importing(stage):
    import_list(stage)
    stage.away()


@view('export')
def exporting(stage):
    window = stage.map()
    window.key('shift+ctrl+e')
    stage.other_window(window)
    stage.away()


@view('preferences')
def preferences(stage):
    stage.menu_item(stage.map(), 'Prefere_nces')


@view('preferences-plans')
def preferences_plans(stage):
    stage.menu_item(stage.map(), 'Prefere_nces').press('tab', stage.words('Plans'))
    stage.away()


@view('preferences-backups')
def preferences_backups(stage):
    stage.menu_item(stage.map(), 'Prefere_nces').press('tab', stage.words('Backups'))
    stage.away()


@view('backups')
def backups(stage):
    stage.menu_item(stage.map(), '_Backups…')


@view('custom-fields')
def custom_fields(stage):
    path = stage.plan('execution-year')
    guatuctl('field', path, 'add', stage.words('Cost'), 'number')
    stage.menu_item(stage.map(), 'Custom _Fields…')


@view('shift-plan')
def shift_plan(stage):
    stage.menu_item(stage.map(), '_Shift Plan…')


@view('go-to')
def go_to(stage):
    window = stage.map()
    window.key('ctrl+j')
    window.type('road')
    window.settle()


@view('recurring-task')
def recurring(stage):
    path = stage.plan('execution-year')
    guatuctl('add', path, 'task', 'Dispatch meeting', 'duration=2h')
    guatuctl('repeat', path, '126', 'weekly', '--on', 'mon', '--from', '2022-08-22', '--times', '16', '--at', '9:00',
             '--takes', '2h')
    window = stage.map()
    window.key('ctrl+End')
    stage.away()


@view('report-progress', (1760, 990))
def report(stage):
    window = stage.map()
    stage.inspect(window)
    stage.select(window)
    window.press('button', re.compile('^' + stage.words('_Report Progress')))
    stage.away()


@view('form-of-a-task')
def form(stage):
    window = stage.map()
    stage.select(window)
    window.key('alt+Return')
    stage.other_window(window)
    stage.away()


@view('baseline')
def baseline(stage):
    stage.pop_up('_Baseline')


@view('plan-backward')
def backward(stage):
    window = stage.map()
    window.key('ctrl+b')
    stage.away()


@view('going-back')
def going_back(stage):
    window = stage.open(ditch(stage.session))
    window.key('F10')
    window.press('menu item', re.compile('^' + stage.words('_Revert to…').rstrip('…')))
    stage.other_window(window)
    stage.away()


@view('menu-of-a-row')
def row_menu(stage):
    window = stage.map()
    stage.select(window)
    window.key('shift+F10')
    stage.away()


@view('read-only')
def read_only(stage):
    path = stage.plan('execution-year')
    os.chmod(path, 0o444)
    stage.open(path)


# Taking them -------------------------------------------------------------------------------------------------

LOOKS = [(language, scheme, times) for language in ('en', 'zh_CN') for scheme in ('light', 'dark') for times in (1, 2)]


def picture(name, look):
    language, scheme, times = look
    return f'{name}.{language}-{scheme}-{times}x.png'


def take(path, size, function, look):
    """One picture, on a screen of its own."""
    language, scheme, times = look
    session = Session(*size, scale=times, LANGUAGE=language,
                      ADW_DEBUG_COLOR_SCHEME='prefer-dark' if scheme == 'dark' else 'default')
    try:
        # Without it popovers stand in black boxes.
        if shutil.which('xcompmgr'):
            session.helpers.append(subprocess.Popen(['xcompmgr', '-n'], env=session.environment,
                                                    stderr=subprocess.DEVNULL))
        function(Stage(session))
        session.settle()
        session.screen.look().save(path)
        for program in session.programs:
            program.check_log()
    finally:
        session.close()


def write_index(folder, names):
    """All of them on one page, a view in each row."""
    lines = ['<!DOCTYPE html><meta charset="utf-8"><title>Guatu</title>',
             '<style>body{font:14px sans-serif;background:#888}img{width:100%}td{width:25%;vertical-align:top}'
             'table{width:100%;table-layout:fixed}</style>', '<table>']
    for name in names:
        lines.append(f'<tr><th colspan="4">{html.escape(name)}</th></tr>')
        for times in (1, 2):
            lines.append('<tr>')
            for language, scheme, factor in LOOKS:
                file = picture(name, (language, scheme, factor))
                if factor == times and os.path.exists(os.path.join(folder, file)):
                    lines.append(f'<td><a href="{file}"><img src="{file}" loading="lazy" title="{file}"></a></td>')
            lines.append('</tr>')
    lines.append('</table>')
    with open(os.path.join(folder, 'index.html'), 'w', encoding='utf-8') as index:
        index.write('\n'.join(lines) + '\n')


def main():
    folder, words = sys.argv[3], sys.argv[4:]
    os.makedirs(folder, exist_ok=True)
    failed = []
    chosen = [(each, look) for each in VIEWS for look in LOOKS
              if not words or any(word in picture(each[0], look) for word in words)]
    for (name, size, function), look in chosen:
        try:
            take(os.path.join(folder, picture(name, look)), size, function, look)
            print(picture(name, look), flush=True)
        except Exception as error:
            failed.append(f'{picture(name, look)}: {error}')
            print(f'NOT TAKEN: {failed[-1]}', flush=True)
    write_index(folder, [name for name, _, _ in VIEWS])
    print(f'{len(chosen) - len(failed)} pictures and index.html are in {folder}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
