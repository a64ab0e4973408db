#!/usr/bin/env python3
# test-wall.py — the samples as wall charts: whole, searchable, with their fonts, and of the size asked for.

import json
import re
import shutil
import subprocess

import command
from command import Folder, rule, same, tap

# What is drawn: the sample, its language, the paper and its sides in mm as it lies, further options.
CHARTS = [
    ('execution-year', 'zh_CN', 'A1', (841, 594), []),
    ('execution-year', 'zh_CN', 'A1', (841, 594), ['--palette', 'black-and-white']),
    ('execution-year', 'en', 'A3', (420, 297), []),
    ('execution-year', 'zh_CN', 'A4', (210, 297), ['--portrait']),
    ('trunk-road', 'en', 'A3', (420, 297), []),
    ('trunk-road', 'zh_CN', '600x400mm', (600, 400), ['--palette', 'ink-saving', '--layers', 'all']),
    ('ledgers-473', 'zh_CN', 'A0', (1189, 841), []),
    ('ledgers-473', 'en', 'B1', (707, 1000), ['--portrait', '--palette', 'flags']),
]
POINTS_PER_MM = 72 / 25.4

folder = Folder()


def tool(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def squeezed(text):
    """A name that wraps is the same name."""
    return re.sub(r'\s+', '', text)


def names(plan):
    return [task['name'] for task in json.loads(folder.must('show', plan, 'tasks', '--json'))]


def all_names(plan, chart):
    text = squeezed(tool('pdftotext', '-raw', chart, '-').stdout)
    return [f'“{name}” is not on the chart' for name in names(plan) if squeezed(name) not in text][:5]


def fonts(chart):
    lines = tool('pdffonts', chart).stdout.splitlines()[2:]
    broken = [] if lines else ['there are no fonts']
    for line in lines:
        embedded, subset = re.search(r'\s(yes|no)\s+(yes|no)\s+(?:yes|no)\s+\d+\s+\d+$', line).groups()
        if (embedded, subset) != ('yes', 'yes') or not re.match(r'[A-Z]{6}\+', line):
            broken.append(line)
    return broken


def sides(chart, expected):
    width, height = re.search(r'Page size:\s+([\d.]+) x ([\d.]+) pts', tool('pdfinfo', chart).stdout).groups()
    found = float(width) / POINTS_PER_MM, float(height) / POINTS_PER_MM
    return [f'{found} instead of {expected}'] if max(abs(a - b) for a, b in zip(found, expected)) > 0.1 else []


def sound(chart):
    said = tool('qpdf', '--check', chart)
    return same(said.returncode, 0) + same('WARNING' in said.stdout + said.stderr, False)


def small_type(chart, said):
    """Type below 6 points is told; the page's own letters say whether there is any."""
    boxes = tool('pdftotext', '-bbox-layout', chart, '-').stdout
    told = 'The smallest type is' in said
    heights = [float(low) - float(high) for high, low in re.findall(r'<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"', boxes)]
    # A word's box is at least as high as its type, and in the fonts that are used never twice as high.
    if min(heights) < 6 and not told:
        return [f'a word is {min(heights)} points high, and nobody says so']
    return []


def chart_of(sample, language, paper, more):
    plan = folder.file(f'{sample}-{language}.guatu')
    if not command.os.path.exists(plan):
        folder.must('new', plan, '--sample', sample, '--lang', language)
    chart = folder.file(f'{sample}-{language}-{paper}{"".join(more)}.pdf')
    return plan, chart, folder.must('export', plan, chart, '--paper', paper, *more)


def extremes():
    """No tasks, and one."""
    broken = []
    for tasks in ((), (('Bridge', 'duration=20d'),)):
        with Folder(tasks, title='Canal') as other:
            other.must('export', other.plan, other.file('a.pdf'))
            text = tool('pdftotext', other.file('a.pdf'), '-').stdout
            broken += same('Canal' in text, True) + same('Bridge' in text, bool(tasks)) + sound(other.file('a.pdf'))
            broken += fonts(other.file('a.pdf'))
    return broken


for sample, language, paper, size, more in CHARTS:
    what = f'{sample} in {language} on {paper} {" ".join(more)}'.strip()
    plan, chart, said = chart_of(sample, language, paper, more)
    rule(f'{what}: every task is found by its name', lambda: all_names(plan, chart))
    rule(f'{what}: fonts are embedded and subset', lambda: fonts(chart))
    rule(f'{what}: the sheet has its size', lambda: sides(chart, size))
    rule(f'{what}: the file is sound', lambda: sound(chart))
    rule(f'{what}: small type is told', lambda: small_type(chart, said))
rule('a plan of one task, and of none, is a chart', extremes)
shutil.rmtree(folder.path, ignore_errors=True)
tap.done()
