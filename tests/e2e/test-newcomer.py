#!/usr/bin/env python3
# test-newcomer.py — the first plan of a newcomer: five linked tasks with owners and deadlines, in less than three minutes.
"""The clock is a person's: each key and each target of the pointer is counted as long as a hand takes, however fast the
machine is. The steps are printed, so that they can be read as instructions."""

import re

from guatu_driver import check, guatuctl, links, rule, run, same, schedule, task, tasks, wait_until

# Seconds that people take: for a key; to find a place and click there; to read what has appeared.
KEY = 0.2
TARGET = 1.5
LOOK = 2
MOST = 180

PLAN = [('Survey the site', '4d', '2w'), ('Draw the plans', '8d', '4w'), ('Lay the ground', '5d', '5w'),
        ('Set up swings', '3d', '6w'), ('Open to children', '1d', '7w')]


class Newcomer:
    """Works the window, and counts."""

    def __init__(self, session):
        self.window = session.open()
        self.seconds = 0

    def step(self, text):
        self.seconds += LOOK
        print(f'# {self.seconds:5.1f} s  {text}', flush=True)

    def click(self, node, times=1):
        self.seconds += TARGET + KEY * (times - 1)
        self.window.click(node, times=times)

    def press(self, role, name, within=None):
        self.click(self.window.find(role, name, within))

    def type(self, text):
        self.seconds += KEY * len(text)
        self.window.type(text)

    def key(self, *keys):
        self.seconds += KEY * sum(len(key.split('+')) for key in keys)
        self.window.key(*keys)


@rule('a newcomer plans five linked tasks with owners and deadlines in less than three minutes, and sees what is critical',
      width=1440, height=900, gtk_loses=True)
def first_plan(session):
    newcomer = Newcomer(session)
    path = session.path('Playground.guatu')

    newcomer.step('New Plan… on the first page; its name is typed, Enter')
    newcomer.press('button', re.compile('^New Plan'))
    newcomer.window = newcomer.window.program.window(re.compile('New Plan'))
    newcomer.key('ctrl+a')
    newcomer.type('Playground')
    newcomer.key('Return')
    window = newcomer.window = newcomer.window.program.window('Playground')
    wait_until(lambda: window.focused() == window.row('New task…'), 'the line for new tasks has the focus')

    newcomer.step('The names of the tasks are typed, Enter after each')
    for number, (name, _, _) in enumerate(PLAN, 1):
        newcomer.type(name)
        newcomer.key('Return')
        wait_until(lambda: len(tasks(path)) == number, f'“{name}” is there')
        window.editor()
    newcomer.key('Escape')

    newcomer.step('Ctrl+A selects them all; Ctrl+L links one after the other')
    wait_until(lambda: not window.is_editing(), 'the last line is left')
    newcomer.key('ctrl+a', 'ctrl+l')
    wait_until(lambda: len(links(path)) == len(PLAN) - 1, 'the tasks are linked')

    newcomer.step('Lead unit, in the task details, gives all of them an owner, who is made on the way')
    if not window.has('list item', re.compile('^Lead unit')):
        newcomer.press('button', 'Task details')
    newcomer.press('list item', re.compile('^Lead unit'))
    wait_until(lambda: window.find('search box', 'Search').has_focus(), 'the unit can be typed')
    newcomer.type('Parks Office')
    newcomer.key('Return')
    wait_until(lambda: guatuctl('show', path, 'assignments').count('Parks Office') == len(PLAN), 'all have an owner')

    newcomer.step('In each task’s row its length is typed, and after Tab its deadline')
    for name, duration, deadline in PLAN:
        newcomer.click(window.cell(name, 'Duration'), times=2)
        wait_until(lambda: window.editor().name == 'Duration', 'the length is being typed')
        newcomer.type(duration)
        newcomer.key('Tab')
        wait_until(lambda: window.editor().name == 'Deadline', 'the deadline is being typed')
        newcomer.type('+' + deadline)
        newcomer.key('Return')
        wait_until(lambda: task(path, name)['deadline'] is not None, 'the deadline is there')
        same(task(path, name)['duration'], duration, 'the length')

    newcomer.step('The chart shows what is critical, and the table says so')
    wait_until(lambda: all('critical' in row for row in window.rows()[:-1]), 'all tasks are told to be critical')
    check(all(each['critical'] for each in schedule(path).values()), 'not all tasks are critical')
    window.find('label', re.compile('critical path 21 working days'))
    same([link[1] for link in links(path)], ['fs'] * (len(PLAN) - 1), 'links')

    print(f'# {newcomer.seconds:5.1f} s in all', flush=True)
    check(newcomer.seconds < MOST, f'it takes {newcomer.seconds:.0f} s, more than {MOST}')


run()
