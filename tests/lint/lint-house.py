#!/usr/bin/env python3
# lint-house.py — the rules of the house that a look at the files can tell: what lies where, how a file begins.

import os
import re

import tap

TOP_LEVEL = {'src', 'data', 'po', 'tests', 'meson.build', 'README.md', 'COPYING', 'dev'}
LAYERS = ['model', 'schedule', 'supervision', 'store', 'document', 'draw', 'exchange', 'cli']
TEXT = ('.c', '.h', '.py', '.sh', '.md', '.build', '.po', '.json', '.xml', '.csv', '.supp')
LONGEST_FILE = 900
LONGEST_LINE = 120

# Marks of work left undone, spelt so that this file does not bear them itself.
MARKS = re.compile(r'\b(TO' + r'DO|FIX' + r'ME|X' + r'XX|HA' + r'CK)\b')
PLACES = re.compile(r'(?<![\w.])/(home|root|work|Users|tmp/wt)/\w')


def sources(*endings):
    return [name for name in tap.files('src', 'tests') if name.endswith(endings)]


def first_line_broken(name):
    lines = tap.read(name).split('\n', 2)
    base = re.escape(os.path.basename(name))
    if name.endswith('.py'):
        line = lines[1] if lines[0].startswith('#!') else lines[0]
        return not re.match(rf'# {base} — \S', line)
    return not re.match(rf'/\* {base} — \S.*', lines[0])


def lines_broken(names, broken):
    """Places as file:line where @broken says so of a line."""
    for name in names:
        for number, line in enumerate(tap.read(name).splitlines(), 1):
            if broken(line):
                yield f'{name}:{number}: {line.strip()[:100]}'


def too_long(line):
    """Whether a line is over the limit. A text that people read stays whole, however long."""
    return len(line) > LONGEST_LINE and not re.search(r'\b[CN]?_ ?\(".*"|^\s*".*"[,);]*$', line)


code = sources('.c', '.h')
everything = tap.files()
text = [name for name in everything
        if not name.startswith('tests/data/') and name.endswith(TEXT)
        or os.path.basename(name) in ('dev', 'run', 'POTFILES', 'LINGUAS')]

tap.rule('the top level holds what was agreed and dotfiles, and nothing else',
         sorted({name.split('/')[0] for name in everything
                 if not name.startswith('.')}.symmetric_difference(TOP_LEVEL)))

tap.rule('a source file says in its first line what it is for',
         [name for name in code + sources('.py') if first_line_broken(name)])

tap.rule(f'no source file has more than {LONGEST_FILE} lines',
         [f'{name}: {tap.read(name).count(chr(10))}' for name in code
          if name.startswith('src/') and tap.read(name).count('\n') > LONGEST_FILE])

tap.rule(f'no line of the program is longer than {LONGEST_LINE} characters',
         lines_broken([name for name in code + ['meson.build', 'dev'] if not name.startswith('tests/')]
                      + sources('meson.build'), too_long))

tap.rule('no tab and no blank at the end of a line stands in a source file',
         lines_broken(code + sources('.py', 'meson.build') + ['dev'],
                      lambda line: '\t' in line or line != line.rstrip()))

tap.rule('a file ends with one newline',
         [name for name in text if not re.search(r'[^\n]\n\Z|\A\Z', tap.read(name))])

tap.rule('no header is reached by a way around the fence',
         lines_broken(code, lambda line: re.match(r'\s*#\s*include\s+"[^"]*/', line)))

tap.rule('a header is included once, by pragma',
         [name for name in code if name.endswith('.h') and '#pragma once' not in tap.read(name)])

def own_header_late(name):
    """Whether a source that has a header of its own includes one before it that is not its layer's private one."""
    base = name[:-2]
    own = [os.path.basename(base) + '.h']
    if not os.path.exists(os.path.join(tap.ROOT, base + '.h')):
        return False
    first = re.search(r'^#include\s+["<](.*)[">]', tap.read(name), re.M)
    return first is None or (first.group(1) not in own and not first.group(1).endswith('-private.h'))


tap.rule('a source file includes its own header first',
         [name for name in code if name.startswith('src/') and name.endswith('.c') and own_header_late(name)])

tap.rule('no mark says that something is left to do',
         lines_broken([name for name in text if name != 'tests/lint/lint-house.py'], MARKS.search))

tap.rule('no file names a place on somebody’s machine',
         lines_broken([name for name in text if name != 'tests/lint/lint-house.py'], PLACES.search))

tap.rule('every folder of the house is on the map in src/README.md',
         [layer for layer in LAYERS + ['ui'] if f'`{layer}/`' not in
          (tap.read('src/README.md') if 'src/README.md' in everything else '')])

tap.rule('every layer has its own folder of tests',
         [layer for layer in LAYERS if not any(name.startswith(f'tests/{layer}/') for name in everything)])

tap.done()
