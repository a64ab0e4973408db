#!/usr/bin/env python3
# test-help.py — every command explains itself, and wrong usage is told from failure.

import os
import re
import subprocess

import command
from command import rule, run, same, status, tap

COMMANDS = ['new', 'template', 'import', 'show', 'find', 'people', 'schedule', 'calendar', 'export', 'add', 'set',
            'remove', 'move', 'merge', 'link', 'unlink', 'assign', 'unassign', 'field', 'report', 'repeat', 'light',
            'rules', 'baseline', 'backward', 'shift', 'undo', 'redo', 'history', 'verify', 'copy', 'backup', 'thumbnail']

WRONG = [
    ([], 'no command'), (['nosuch'], 'an unknown command'),
    (['show'], 'no file'), (['show', 'a.guatu', 'tasks', 'more'], 'an argument too many'),
    (['show', 'a.guatu', 'nosuch'], 'an unknown list'), (['show', 'a.guatu', '--nosuch'], 'an unknown option'),
    (['schedule', 'a.guatu', '--status-date'], 'an option without its value'),
    (['schedule', 'a.guatu', '--json=yes'], 'a value for an option that takes none'),
    (['schedule', 'a.guatu', '-x'], 'an unknown short option'),
    (['add', 'a.guatu', 'nosuch', 'Name'], 'an unknown kind of row'), (['add', 'a.guatu', 'task'], 'no name'),
    (['set', 'a.guatu', '1'], 'nothing to set'), (['remove', 'a.guatu'], 'nothing to remove'),
    (['move', 'a.guatu', '1'], 'no place to move to'),
    (['move', 'a.guatu', '1', '--top', '--under', '2'], 'two places to move to'),
    (['link', 'a.guatu', '1'], 'one task to link'), (['assign', 'a.guatu', '1', 'Who'], 'no role'),
    (['assign', 'a.guatu', '1', 'Who', 'nosuch'], 'an unknown role'), (['report', 'a.guatu', '1'], 'no share'),
    (['baseline', 'a.guatu', 'nosuch'], 'an unknown verb of baseline'),
    (['baseline', 'a.guatu', 'set'], 'a baseline without a name'),
    (['baseline', 'a.guatu', 'compare'], 'a comparison without a name'),
    (['baseline', 'a.guatu', 'list', 'A'], 'a list of baselines with a name'),
    (['baseline', 'a.guatu', 'drop', 'A', 'B'], 'two baselines to drop'),
    (['backward', 'a.guatu'], 'nothing to plan backward'),
    (['light', 'a.guatu', '1'], 'a light without a colour'),
    (['light', 'a.guatu', '1', 'red'], 'a light without name, reason and expiry'),
    (['light', 'a.guatu', '1', 'red', '--by', 'A', '--reason', 'B'], 'a light without expiry'),
    (['light', 'a.guatu', '1', 'red', '--by', 'A', '--until', '2024-03-08'], 'a light without a reason'),
    (['light', 'a.guatu', '1', 'red', '--reason', 'A', '--until', '2024-03-08'], 'a light without a name'),
    (['light', 'a.guatu', '1', 'red', '--clear'], 'a light set and taken back at once'),
    (['rules', 'a.guatu', 'nosuch'], 'an unknown verb of rules'), (['rules', 'a.guatu', 'use'], 'rules without a name'),
    (['rules', 'a.guatu', 'reset', 'A'], 'a reset with a name'),
    (['export', 'a.guatu', 'out.doc'], 'an unknown ending'),
    (['export', 'a.guatu', 'out.csv', '--paper', 'A4'], 'paper for a list'),
    (['export', 'a.guatu', 'out.pdf', '--columns', 'nosuch'], 'an unknown column of a chart'),
    (['export', 'a.guatu', 'out.pdf', '--lang', 'xx'], 'an unknown language of a chart'),
    (['new', 'a.guatu', '--lang', 'xx'], 'an unknown language of a plan'),
    (['import', 'a.csv', 'a.guatu', '--date-order', 'ydm'], 'an unknown order of dates'),
    (['calendar', 'a.guatu', 'standard', '2024-01-01'], 'one day of two'),
    (['calendar', 'a.guatu', 'standard', '2024-02-30', '2024-03-01'], 'a day that no month has'),
    (['calendar', 'a.guatu', 'standard', '2024-03-02', '2024-03-01'], 'days the wrong way round'),
    (['new', 'a.guatu', '--start', 'soon'], 'a date that is none'),
]

for name in COMMANDS:
    def explains(name=name):
        done = run(name, '--help')
        return status(done, 0, f'guatuctl {name} ') + (['stderr is not empty'] if done.error else [])
    rule(f'{name} --help explains it', explains)

rule('--help names every command', lambda: status(run('--help'), 0, *(f'  {name} ' for name in COMMANDS)))
rule('help COMMAND is COMMAND --help', lambda: same(run('help', 'link').out, run('link', '--help').out))
rule('--version tells it', lambda: status(run('--version'), 0, 'guatuctl 0.'))
rule('set --help lists the fields with their choices', lambda: status(
    run('set', '--help'), 0, 'constraint_date', 'asap, alap, mso, mfo, snet, snlt, fnet, fnlt', 'status_date'))



def options_of(name):
    return re.findall(r'^  (--[a-z-]+)', run(name, '--help').out, re.M)


def names_of(name):
    """The names that options take, as the help lists them: by option."""
    found = re.findall(r'^Names for (--[a-z-]+): (.*)\.$', run(name, '--help').out, re.M)
    return {option: names.split(', ') for option, names in found}


def manual_complete():
    page = tap.read('data/man/guatuctl.1').replace('\\-', '-')
    broken = []
    for name in COMMANDS:
        broken += [] if f'\n.BI {name} ' in page else [name]
        # To the next command; options that need an explanation have entries of their own in between.
        entry = re.split(r'\n\.TP\n\.BI (?=[a-z]+ )|\n\.S[HS]', page.partition(f'\n.BI {name} ')[2])[0]
        broken += [f'{name} {option}' for option in options_of(name)
                   if option != '--help' and not re.search(option + r'(?![a-z-])', entry)]
        broken += [f'{name} {option} {word}' for option, words in names_of(name).items() for word in words
                   if not re.search(rf'(?<![a-z-]){word}(?![a-z-])', entry.partition(f' {option}')[2])]
    return broken


def completed(*words, program='guatuctl', folder=None):
    """What the shell offers for the last of the words."""
    script = os.path.join(tap.ROOT, 'data', 'completions', program)
    done = subprocess.run(['bash', '-c', 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _$1\n'
                           'printf "%s\\n" "${COMPREPLY[@]}"', 'bash', script, program, *words],
                          capture_output=True, text=True, check=False, cwd=folder,
                          env={**os.environ, 'PATH': os.path.dirname(command.GUATUCTL) + ':' + os.environ['PATH']})
    return done.stdout.splitlines() if done.stdout.strip() else []


def completion_complete():
    broken = same(set(completed('')), {*COMMANDS, 'help', '--help', '--version'})
    for name in COMMANDS:
        broken += same(set(completed(name, 'a.guatu', '--')), set(options_of(name)))
        for option, words in names_of(name).items():
            broken += [f'{name} {option} {word}' for word in set(words) - set(completed(name, 'a', 'b', option, ''))]
    return broken


def lists_completed():
    return (same(completed('export', 'a', 'b', '--columns', 'name,st'), ['name,start'])
            + same(completed('export', 'a', 'b', '--layers', 'fl'), ['float', 'flags'])
            + same(completed('export', 'a', 'b', '--layers', '+float,-li'), ['+float,-links', '+float,-lines',
                                                                            '+float,-lights'])
            + same(completed('export', 'a', 'b', '--filter', 'un'), ['unit=']))


def files_completed():
    """Names of files where a command takes one; the window opens plans alone."""
    with command.Folder() as place:
        for name in ('a plan.guatu', 'list.csv', 'other.guatu'):
            place.file(name, '')
        os.mkdir(place.file('old'))
        return (same(set(completed('show', 'o', folder=place.path)), {'other.guatu', 'old'})
                + same(completed('show', 'a', folder=place.path), ['a plan.guatu'])
                + same(completed('import', 'li', folder=place.path), ['list.csv'])
                + same(set(completed('', program='guatu', folder=place.path)), {'a plan.guatu', 'other.guatu', 'old'})
                + same(completed('first.guatu', 'oth', program='guatu', folder=place.path), ['other.guatu'])
                + same(completed('li', program='guatu', folder=place.path), [])
                + same(completed('--help-g', program='guatu', folder=place.path), ['--help-gapplication']))


rule('the shell completes the names of files', files_completed)
rule('the manual page tells every command and option, and every name that one takes', manual_complete)
rule('the shell completes every command, option and name', completion_complete)
rule('the shell completes the last of a list', lists_completed)

with command.Folder() as folder:
    for words, what in WRONG:
        rule(f'{what} is wrong usage', lambda words=words: status(run(*words, folder=folder.path), 2))
    rule('a file that is not there is a failure', lambda: status(run('show', folder.plan), 1, folder.plan))
    rule('wrong usage makes no file', lambda: same(command.os.listdir(folder.path), []))

tap.done()
