#!/usr/bin/env python3
# lint-readme.py — runs the tour in README.md and compares what it says with what comes out.
"""Usage: lint-readme.py GUATUCTL

In a block marked console, a line that begins with “$ ” is typed, and what follows is the answer. “…” stands
for any text, alone on a line for any lines."""

import os
import re
import subprocess
import sys
import tempfile

import tap


def blocks(text):
    """(command, expected answer) in order."""
    for block in re.findall(r'```console\n(.*?)```', text, re.S):
        parts = re.split(r'^\$ ', block, flags=re.M)
        for part in parts[1:]:
            command, answer = re.match(r'((?:[^\n]*\\\n)*[^\n]*)\n?(.*)', part, re.S).groups()
            yield command, answer


def pattern(answer):
    """The expected answer as a regular expression."""
    lines = []
    for line in answer.rstrip('\n').split('\n') if answer.strip() else []:
        lines.append('(?:.*\n)*?' if line.strip() == '…' else '.*?'.join(map(re.escape, line.split('…'))) + '\n')
    return re.compile(''.join(lines) + r'\Z')


guatuctl = sys.argv[1]
with tempfile.TemporaryDirectory() as folder:
    environment = dict(os.environ, PATH=os.path.dirname(guatuctl) + os.pathsep + os.environ['PATH'],
                       LC_ALL='C.UTF-8', LANGUAGE='en', TZ='UTC')
    tried = 0
    for command, answer in blocks(tap.read('README.md')):
        if command.startswith(('./dev', 'git ', 'sudo ')):
            continue
        tried += 1
        done = subprocess.run(command, shell=True, cwd=folder, env=environment, text=True, check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        tap.rule(f'README.md: {command.splitlines()[0]}',
                 [] if pattern(answer).match(done.stdout) else [f'it says\n{done.stdout}instead of\n{answer}'])
    tap.rule('README.md has a tour', [] if tried else ['it has not'])
tap.done()
