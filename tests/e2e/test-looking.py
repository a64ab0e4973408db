#!/usr/bin/env python3
# test-looking.py — a plan is looked at: searched, filtered, grouped, folded, zoomed; the file is never the worse for it.
import json
import re

from guatu_driver import check, ditch, guatuctl, journal, rule, run, same, wait_until


def sample(session):
    path = session.path('year.guatu')
    guatuctl('new', path, '--sample', 'execution-year')
    return path


def names(window):
    return [row.split(',')[0] for row in window.rows()]


@rule('a search shows what it finds, with what that is part of, and counts it')
def search(session):
    path = sample(session)
    window = session.open(path)
    before = journal(path)
    window.key('ctrl+f')
    entry = window.find('search box', 'Search tasks')
    wait_until(entry.has_focus, 'the search has the focus')
    window.type('canal')
    wait_until(lambda: len(names(window)) < 20, 'the table shows what was found')
    found = [name for name in names(window) if 'canal' in name.lower()]
    check(found, 'nothing was found')
    count = window.find('label', re.compile(r'\d+ of \d+'), within=window.find('tool bar'))
    # What it counts is what guatuctl finds.
    same(count.name.split()[0], str(len(found)), 'tasks counted')
    window.key('Escape')
    wait_until(lambda: len(names(window)) > 40, 'all is back')
    same(journal(path), before, 'edits')


@rule('a filter by light leaves the tasks of that light and what they are part of, says how many, and can be cleared')
def filter_light(session):
    path = sample(session)
    window = session.open(path)
    lights = {task['name']: task['shown'] for task in json.loads(guatuctl('show', path, 'lights', '--json'))}
    orange = sorted(name for name, light in lights.items() if light == 'orange')
    all_rows = len(names(window))
    window.press('button', re.compile('^Filter'))
    window.press('button', 'Orange')
    window.find('label', re.compile(f'^{len(orange)} of {len(lights)} '))
    wait_until(lambda: len(names(window)) < all_rows, 'the table shows less')
    missing = [name for name in orange if not any(row.startswith(name) and ', orange' in row for row in window.rows())]
    same(missing, [], 'orange tasks that are not shown')
    # Headings of groups are rows as well, and have lights of their own.
    others = [row.name for row in window.row_nodes()
              if ', orange' not in row.name and 'expandable' not in row.states and row.name != 'New task…']
    same(others, [], 'other tasks')
    window.press('button', re.compile('Clear'))
    wait_until(lambda: len(names(window)) == all_rows, 'all is back')


@rule('rows and bars end at one line, so that the last task has its bar beside it', width=1440, height=900)
def feet(session):
    path = session.path('ledgers.guatu')
    guatuctl('new', path, '--sample', 'ledgers-473')
    window = session.open(path)
    _, top, _, height = window.table().extents
    _, timeline_top, _, timeline_height = window.timeline().extents
    check(abs(top + height - timeline_top - timeline_height) <= 2,
          f'the table ends at {top + height}, the timeline at {timeline_top + timeline_height}')


@rule('a fold hides what is below a row, and the keys Left and Right work it')
def fold(session):
    window = session.open(sample(session))
    first = names(window)[1]
    row = window.row(first)
    check('expanded' in row.states, 'the row is not unfolded')
    before = len(names(window))
    window.click(window.cell(first, 'Task'))
    window.key('Left')
    wait_until(lambda: 'expanded' not in window.row(first).states, 'the row is folded')
    check(names(window)[2] != 'Plans of the six reforms approved', 'what is below it is still there')
    window.key('Right')
    wait_until(lambda: names(window)[2] == 'Plans of the six reforms approved', 'the row is unfolded')
    same(len(names(window)), before, 'rows')


@rule('each scale of the toolbar can be chosen, and the timeline changes with it', width=1900)
def scales(session):
    window = session.open(sample(session))
    seen = []
    for name in ('Year', 'Quarter', 'Month', 'Ten-day', 'Week', 'Day', 'Hour'):
        button = window.find('button', name)
        window.click(button)
        wait_until(lambda: 'pressed' in button.states, f'“{name}” is pressed')
        window.screen.point(5, 5)
        session.settle()
        seen.append(window.screen.look())
    check(all(a != b for a, b in zip(seen, seen[1:])), 'two scales look the same')


@rule('the wheel with Ctrl zooms about the pointer')
def wheel(session):
    window = session.open(ditch(session))
    first, last, y = window.bar('Dig')
    window.screen.point(first, y)
    window.screen.hold('ctrl', 4)
    # The pointer, and what it calls forth, would stand before the bar's end.
    window.screen.point(first, y + 300)

    def is_longer():
        now = window.bar('Dig')
        return now[1] > last + 10 and abs(now[0] - first) <= 3
    wait_until(is_longer, 'the bar is longer, and begins where it began')


run()
