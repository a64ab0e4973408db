#!/usr/bin/env python3
# lint-man.py — the manual pages name every command with every option it has, and none that it has not, in each language.
import re
import shutil
import subprocess
import sys

import tap

GUATUCTL = sys.argv[1]
PAGES = ['data/man/guatuctl.1', 'data/man/zh_CN/guatuctl.1']


def ask(*words):
    return subprocess.run([GUATUCTL, *words], capture_output=True, text=True, check=True).stdout


def known():
    """Each command's options, as the program tells them."""
    commands = re.findall(r'^  ([a-z]+) ', ask('--help'), re.M)
    return {name: set(re.findall(r'^  (--[a-z-]+)', ask(name, '--help'), re.M)) - {'--help'} for name in commands}


def told(text):
    """Each command's options, as a page tells them: in its line, and in what is said below it."""
    plain = re.sub(r'\\f[BIR]', '', text).replace('\\-', '-').replace('\\&', '')
    found = {}
    name = None
    for line in plain.splitlines():
        begins = re.match(r'\.B[IR]? "?([a-z]+) ?(?=[" ]*FILE| |"|$)', line)
        if line.startswith(('.SH', '.SS')):
            name = None
        elif begins and line.startswith('.BI'):
            name = begins.group(1)
            found.setdefault(name, set())
        if name is not None:
            found[name] |= set(re.findall(r'(?<![\w-])--[a-z]+(?:-[a-z]+)*', line))
    return found


OPTIONS = known()
for page in PAGES:
    text = tap.read(page)
    pages_options = told(text)
    every = set().union(*OPTIONS.values()) | {'--help', '--version'}
    tap.rule(f'{page} has every command', sorted(set(OPTIONS) - set(pages_options)))
    tap.rule(f'{page} has every option of them', sorted(
        f'{name} {option}' for name, options in OPTIONS.items() for option in options - pages_options.get(name, set())))
    tap.rule(f'{page} has no other options', sorted(
        f'{name} {option}' for name, options in pages_options.items() for option in options - every))

if shutil.which('man') is None:
    tap.skip('pages are set without a warning', 'no man')
else:
    for page in tap.files('data/man'):
        said = subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', page], cwd=tap.ROOT,
                              capture_output=True, text=True).stderr
        tap.rule(f'{page} is set without a warning', said.splitlines())
tap.done()
