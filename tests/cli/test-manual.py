#!/usr/bin/env python3
# test-manual.py — the manual pages are sound, and what they say of the file is so, in English and Chinese.

import hashlib
import os
import re
import shutil
import sqlite3
import struct
import subprocess

from command import Folder, rule, run, same, tap

PAGES = ['guatu.1', 'guatu.5', 'guatuctl.1']
BOTH = [os.path.join('data', 'man', name) for name in PAGES] + [os.path.join('data', 'man', 'zh_CN', name) for name in PAGES]


def formatted(name):
    """What groff and man have to say against a page."""
    done = subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', os.path.join(tap.ROOT, name)],
                          capture_output=True, text=True, check=False, env={**os.environ, 'MANWIDTH': '80'})
    return ([done.stderr] if done.stderr.strip() or done.returncode else []) + ([] if done.stdout else ['nothing'])


def plain(name):
    """A page as text, on one line, without fonts."""
    text = re.sub(r'\\f[BIPR]|\\&', '', tap.read(name).replace('\\-', '-'))
    return re.sub(r'\s+', ' ', text)


def commands():
    return re.findall(r'^  ([a-z]+) +\S', run('--help').out, re.M)


def chinese_complete():
    page = tap.read('data/man/zh_CN/guatuctl.1').replace('\\-', '-')
    broken = []
    for name in commands():
        entry = re.split(r'\n\.TP\n\.BI (?=[a-z]+ )|\n\.SH', page.partition(f'\n.BI {name} ')[2])[0]
        broken += [f'{name} {option}' for option in re.findall(r'^  (--[a-z-]+)', run(name, '--help').out, re.M)
                   if option != '--help' and not re.search(option + r'(?![a-z-])', entry)]
        broken += [] if entry else [name]
    return broken


def file_told(name):
    page = plain(name)
    with Folder(title='Ditch') as folder:
        tables = [row[0] for row in folder.sql("SELECT name FROM sqlite_master WHERE type = 'table' "
                                               "AND name NOT LIKE 'sqlite%'")]
        columns = [row[0] for row in folder.sql("SELECT name FROM pragma_table_info('journal')")]
        number = folder.sql('PRAGMA application_id')[0][0]
    return [word for word in [*tables, *columns, f'0x{number:x}'] if not re.search(rf'(?<!\w){word}(?!\w)', page)]


def hashed():
    """The hash of every entry, made as the page says."""
    def number(value):
        return struct.pack('>q', value)

    def counted(content):
        content = content.encode() if isinstance(content, str) else content
        return number(len(content)) + content

    with Folder(title='Ditch') as folder:
        folder.add('task', '挖沟')
        folder.must('undo', folder.plan)
        entries = folder.sql('SELECT seq, time, author, kind, arguments, undoes, changeset, previous, hash FROM journal')
    broken, before = [], bytes(32)
    for seq, time, author, kind, arguments, undoes, changeset, previous, written in entries:
        layout = (b'guatu-journal-1' + number(seq) + number(time) + counted(author) + counted(kind) + counted(arguments)
                  + number(undoes or 0) + counted(changeset) + previous)
        broken += same(previous, before) + same(hashlib.sha256(layout).digest(), written)
        before = written
    return broken + same(len(entries), 3)


def queries(name):
    """The statements that a page gives run, on a plan that has something to show."""
    statements = re.findall(r'plan\.guatu \\\(dq(SELECT .*?)\\\(dq', tap.read(name))
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', 'execution-year')
        file = sqlite3.connect(f'file:{folder.plan}?mode=ro', uri=True)
        rows = [file.execute(statement).fetchall() for statement in statements]
        file.close()
    return same(len(statements), 2) + [each for each, found in zip(statements, rows) if not found] + (
        [] if re.match(r'20\d\d-\d\d-\d\d$', next(row[1] for row in rows[0] if row[1])) else [rows[0][:3]])


for page in BOTH:
    if shutil.which('man') is None:
        tap.skip(f'{page} is formatted without a warning', 'man is not installed')
    else:
        rule(f'{page} is formatted without a warning', lambda: formatted(page))
for page in ('data/man/guatu.5', 'data/man/zh_CN/guatu.5'):
    rule(f'{page} tells of every table and of the journal’s columns', lambda: file_told(page))
    rule(f'{page} shows how to read a plan', lambda: queries(page))
rule('the hash of an entry is made as the manual page says', hashed)
rule('the Chinese page tells every command and option', chinese_complete)
tap.done()
