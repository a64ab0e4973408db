#!/usr/bin/env python3
# lint-pseudo.py — runs guatuctl in a language where every text stands in ⟦brackets⟧: what has none, gettext never saw.
"""Usage: lint-pseudo.py GUATUCTL"""

import json
import os
import pwd
import re
import subprocess
import sys
import tempfile

import catalogue
import tap

HEADER = ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
          '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')


def quote(text):
    text = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')
    return f'"{text}"'


def bracket(text):
    """The text in brackets, newlines at its ends left outside."""
    start, middle, end = re.fullmatch(r'(\n*)(.*?)(\n*)', text, re.S).groups()
    return f'{start}⟦{middle}⟧{end}'


def write_catalogue(folder):
    """Makes a catalogue of the language “xx” below the folder."""
    template = os.path.join(folder, 'guatu.pot')
    source = os.path.join(folder, 'xx.po')
    place = os.path.join(folder, 'xx', 'LC_MESSAGES')
    catalogue.extract(template)
    os.makedirs(place)
    with open(template, encoding='utf-8') as file:
        strings = list(catalogue.entries(file.read()))
    with open(source, 'w', encoding='utf-8') as file:
        file.write(HEADER)
        for context, text, plural, _, _, _ in strings:
            file.write('\n')
            if context is not None:
                file.write(f'msgctxt {quote(context)}\n')
            file.write(f'msgid {quote(text)}\n')
            if plural is None:
                file.write(f'msgstr {quote(bracket(text))}\n')
            else:
                file.write(f'msgid_plural {quote(plural)}\nmsgstr[0] {quote(bracket(text))}\n'
                           f'msgstr[1] {quote(bracket(plural))}\n')
    subprocess.run(['msgfmt', '-o', os.path.join(place, 'guatu.mo'), source], check=True)


def machine_names():
    """Words that are the same in every language: names of fields, choices, tables, commands, calendars, samples,
    templates."""
    tables = tap.read('src/model/guatu-field-tables.c')
    names = set(re.findall(r'"([a-z0-9_-]+)"', tables)) | set(re.findall(r'\(Guatu\w+, (\w+),', tables))
    for name in tap.files('src/cli'):
        names |= set(re.findall(r'"([a-z0-9-]+)"', tap.read(name)))
    for name in tap.files('data/calendars'):
        names |= {os.path.basename(name).removesuffix('.json')}
        calendar = json.loads(tap.read(name))['calendars'][0]
        for named in [calendar, *calendar.get('exceptions', [])]:
            names |= set(re.findall(r'[A-Za-z-]+', named.get('name', {}).get('en', '')))
    names |= {os.path.basename(name).removesuffix('.json') for name in tap.files('data/samples')}
    names |= {os.path.basename(name).removesuffix('.json') for name in tap.files('data/templates')}
    names |= {name.replace('_', '-') for name in names}
    # Numbers in names are taken out of the output before its words are looked at.
    names |= {re.sub('[0-9]+', '', name) for name in names}
    return names | {'guatuctl', pwd.getpwuid(os.getuid()).pw_name}


# What a person types or a machine names: options, PLACEHOLDERS, files, field=value, amounts, dates, hashes, places in a
# network, percent.
PLAIN = re.compile(r'--[\w-]+|\b[A-Z][A-Z0-9_]+\b|[\w./-]*\.(?:guatu|csv|json|pdf|svg|png)\b|\w+=[\w%.:-]*'
                   r'|\b\d[\d.,:T-]*\w{0,3}\b|\b[0-9a-f]{8,64}\b')


def unseen(output, names):
    """What is left of the output's words when bracketed texts and machine's words are taken out."""
    while True:
        shorter = re.sub(r'⟦[^⟦⟧]*⟧', '', output)
        if shorter == output:
            break
        output = shorter
    for line in output.splitlines():
        words = [word for word in re.findall(r"[A-Za-z][A-Za-z_-]+", PLAIN.sub('', line)) if word not in names]
        if words or '⟦' in line or '⟧' in line:
            yield f'{line.strip()[:150]}   <- {" ".join(words)}'


LIST = """ID,Name,Duration,Start,Predecessors
1,Один,5d,2022-09-05,
2,Два,3d,,1FS+2d
3,Три,x,32/13/2022,1FS7;99
"""

# Every kind of thing that the program says, right and wrong. {dir} stands for a folder of our own.
COMMANDS = """
--help
--version
nonsense
new
new {dir}/a.guatu --title План --start 2022-09-05 --calendar china
new {dir}/a.guatu --title План
new {dir}/b.guatu --calendar nonsense
new {dir}/b.guatu --sample nonsense
new {dir}/b.guatu --start nonsense
add {dir}/a.guatu task Один duration=5d
add {dir}/a.guatu task Два duration=3d deadline=2022-09-12
add {dir}/a.guatu task Три --under 2 duration=2d
add {dir}/a.guatu task Веха duration=0d kind=milestone
add {dir}/a.guatu unit Отдел
add {dir}/a.guatu person Иван
add {dir}/a.guatu phase Фаза from_date=2022-09-05 to_date=2022-09-30
add {dir}/a.guatu ledger Книга
add {dir}/a.guatu category Вид ledger=Книга
add {dir}/a.guatu key-node Узел task=1 share=50%
add {dir}/a.guatu task Плохо duration=nonsense
add {dir}/a.guatu task Плохо nonsense=1
add {dir}/a.guatu nonsense Плохо
set {dir}/a.guatu 1 duration=6d constraint=snet constraint_date=2022-09-06
set {dir}/a.guatu plan status_date=2022-09-13
set {dir}/a.guatu 99 duration=6d
set {dir}/a.guatu 1 constraint=nonsense
link {dir}/a.guatu 1 3 FS 2d
link {dir}/a.guatu 3 4 SS -1d
link {dir}/a.guatu 3 1
link {dir}/a.guatu 1 99
assign {dir}/a.guatu 1 Отдел lead-unit
assign {dir}/a.guatu 3 Иван responsible-person
assign {dir}/a.guatu 3 Никто responsible-person
report {dir}/a.guatu 1 50% --date 2022-09-09
report {dir}/a.guatu 1 150%
baseline {dir}/a.guatu set Основа
baseline {dir}/a.guatu set Основа
baseline {dir}/a.guatu list
schedule {dir}/a.guatu
schedule {dir}/a.guatu --status-date 2022-09-20
show {dir}/a.guatu tasks
show {dir}/a.guatu links
show {dir}/a.guatu units
show {dir}/a.guatu people
show {dir}/a.guatu phases
show {dir}/a.guatu ledgers
show {dir}/a.guatu calendars
show {dir}/a.guatu baselines
show {dir}/a.guatu reports
show {dir}/a.guatu assignments
show {dir}/a.guatu key-nodes
show {dir}/a.guatu lights
show {dir}/a.guatu nonsense
calendar {dir}/a.guatu china 2022-09-26 2022-10-12
calendar {dir}/a.guatu nonsense 2022-09-26 2022-10-12
move {dir}/a.guatu 4 --under 2
move {dir}/a.guatu 2 --under 3
unassign {dir}/a.guatu 1 Отдел
unlink {dir}/a.guatu 1 3
unlink {dir}/a.guatu 1 3
remove {dir}/a.guatu 4
undo {dir}/a.guatu
undo {dir}/a.guatu
undo {dir}/a.guatu
undo {dir}/a.guatu
redo {dir}/a.guatu
redo {dir}/a.guatu
undo {dir}/a.guatu
history {dir}/a.guatu
verify {dir}/a.guatu
copy {dir}/a.guatu {dir}/c.guatu
copy {dir}/a.guatu {dir}/d.guatu --without-history
undo {dir}/d.guatu
redo {dir}/d.guatu
baseline {dir}/a.guatu drop Основа
import csv {dir}/list.csv {dir}/e.guatu
import {dir}/list.csv {dir}/e.guatu
import {dir}/list.csv {dir}/e.guatu
history {dir}/e.guatu
export {dir}/a.guatu {dir}/a.pdf --paper A3 --landscape
export {dir}/a.guatu {dir}/a.svg
export {dir}/a.guatu {dir}/a.csv
export {dir}/a.guatu {dir}/a.json
export {dir}/a.guatu {dir}/a.nonsense
export {dir}/a.guatu {dir}/a.pdf --paper nonsense
show {dir}/none.guatu tasks
show {dir}/list.csv tasks
show {dir} tasks
show {dir}/a.guatu tasks --nonsense
""".strip().splitlines()

guatuctl = sys.argv[1]
known = machine_names()
with tempfile.TemporaryDirectory() as work:
    write_catalogue(work)
    with open(os.path.join(work, 'list.csv'), 'w', encoding='utf-8') as sheet:
        sheet.write(LIST)
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='xx', GUATU_LOCALE_DIR=work)
    environment.pop('G_DEBUG', None)

    def ask(*words):
        done = subprocess.run([guatuctl, *words], env=environment, stdin=subprocess.DEVNULL, text=True, check=False,
                              cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        said = done.stdout.replace(work, '')
        broken = [f'it ended with {done.returncode}'] if done.returncode not in (0, 1, 2) else []
        return broken + list(unseen(said, known)), said

    overview = ask('--help')[1]
    commands = re.findall(r'^  ([a-z]+) ', overview, re.M)
    tap.rule('the help lists commands, in the other language', [] if commands and '⟦' in overview else [overview])
    for name in commands:
        tap.rule(f'guatuctl {name} --help', ask(name, '--help')[0])
    for command in COMMANDS:
        words = [word.format(dir=work) for word in command.split()]
        tap.rule(f'guatuctl {command.format(dir="")}', ask(*words)[0])

    picture = os.path.join(work, 'chart.pdf')
    ask('set', os.path.join(work, 'a.guatu'), 'plan', 'language=xx')
    ask('export', os.path.join(work, 'a.guatu'), picture, '--paper', 'A2', '--landscape')
    text = subprocess.run(['pdftotext', '-layout', picture, '-'], capture_output=True, text=True, check=False).stdout
    tap.rule('the chart, too, is in the other language', list(unseen(text, known)) if '⟦' in text else [text])
tap.done()
