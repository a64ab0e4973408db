#!/usr/bin/env python3
# test-psplib.py — the length of every PSPLIB instance is the one that its authors recorded.
"""Each instance becomes a task list in CSV, goes through import and schedule, and the working time from the plan's
start to its finish is counted here, by arithmetic of our own."""

import datetime
import glob
import json
import os
import re

import command
from command import Folder, rule, run, tap

# The hours of the calendar every-day.
HOURS = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))


def instance(path):
    """(MPM time, [(job, duration)], {job: predecessors})"""
    with open(path, encoding='ascii') as file:
        text = file.read()
    mpm = int(re.search(r'MPM-Time\n\s*((?:\d+\s+){5}\d+)', text).group(1).split()[5])
    relations = re.search(r'PRECEDENCE RELATIONS:\n.*\n((?:\s*\d.*\n)+)', text).group(1)
    durations = re.search(r'REQUESTS/DURATIONS:\n.*\n-+\n((?:\s*\d.*\n)+)', text).group(1)
    predecessors = {}
    for line in relations.splitlines():
        job, _, _, *successors = map(int, line.split())
        for successor in successors:
            predecessors.setdefault(successor, []).append(job)
    jobs = [(int(line.split()[0]), int(line.split()[2])) for line in durations.splitlines()]
    return mpm, jobs, predecessors


def task_list(jobs, predecessors):
    lines = ['ID,Name,Duration,Predecessors']
    for job, duration in jobs:
        lines.append(f'{job},Job {job},{duration}d,{";".join(map(str, predecessors.get(job, [])))}')
    return '\r\n'.join(lines) + '\r\n'


def minutes_before(moment):
    """Working minutes of the day before this time of day."""
    now = moment.hour * 60 + moment.minute
    return sum(min(max(now, start), end) - start for start, end in HOURS)


def working_minutes(start, finish):
    start, finish = map(datetime.datetime.fromisoformat, (start, finish))
    return (finish.date() - start.date()).days * 480 + minutes_before(finish) - minutes_before(start)


def length(path):
    mpm, jobs, predecessors = instance(path)
    with Folder() as folder:
        source = folder.file('jobs.csv', task_list(jobs, predecessors))
        done = run('import', source, folder.plan, '--calendar', 'every-day')
        if done.status != 0:
            return [f'{os.path.basename(path)}: {done.error}']
        found = folder.schedule()
        minutes = working_minutes(found['plan']['start'], found['plan']['finish'])
        critical = any(task['critical'] for task in found['tasks'])
        if minutes != mpm * 480 or len(found['tasks']) != len(jobs) or not critical:
            return [f'{os.path.basename(path)}: {minutes / 480} d instead of {mpm}']
    return []


def own_network():
    """A network of ours, small enough to see: 1-2-4-6 is 3 + 4 + 5, 1-3-5-6 is 3 + 2 + 6."""
    jobs = [(1, 3), (2, 4), (3, 2), (4, 5), (5, 6), (6, 0)]
    with Folder() as folder:
        source = folder.file('jobs.csv', task_list(jobs, {2: [1], 3: [1], 4: [2], 5: [3], 6: [4, 5]}))
        folder.must('import', source, folder.plan, '--calendar', 'every-day', '--start', '2024-03-04')
        found = folder.schedule()
        return (command.same(working_minutes(found['plan']['start'], found['plan']['finish']), 12 * 480)
                + command.same([task['critical'] for task in found['tasks']], [True, True, False, True, False, True])
                + command.same([task['total_float'] for task in found['tasks']], [0, 0, 480, 0, 480, 0])
                + command.same(json.loads(folder.must('show', folder.plan, 'plan', '--json'))['start'],
                               '2024-03-04T08:00:00'))


rule('a small network has the length that one sees', own_network)

instances = sorted(glob.glob(os.path.join(command.TESTDATA, 'psplib', 'j*', '*.sm')))
if not instances:
    tap.skip('PSPLIB instances have their recorded length', 'third-party test data is not on this machine')
for size in ('j30', 'j60', 'j120'):
    of_size = [path for path in instances if os.path.basename(os.path.dirname(path)) == size]
    if of_size:
        rule(f'the {len(of_size)} instances of {size} have their recorded length',
             lambda paths=of_size: [line for path in paths for line in length(path)])

tap.done()
