#!/usr/bin/env python3
# test-thumbnail.py — the picture of a plan in a folder: of the size asked for, and nobody is disturbed by it.

import os
import shlex
import shutil
import sqlite3
import struct
import zlib

import command
from command import FIXTURES, Folder, rule, run, same, status, tap

SAMPLES = ['execution-year', 'ledgers-473', 'trunk-road']
NO_DISPLAY = {'DISPLAY': '', 'WAYLAND_DISPLAY': ''}


def size_of(path):
    """Width and height that a PNG's head tells."""
    with open(path, 'rb') as file:
        head = file.read(24)
    assert head[:8] == b'\x89PNG\r\n\x1a\n', head
    return struct.unpack('>II', head[16:24])


def colours_of(path):
    """How many kinds of four bytes, as they are packed: a blank picture has few."""
    with open(path, 'rb') as file:
        rest = file.read()[8:]
    packed = b''
    while rest:
        length, kind = struct.unpack('>I4s', rest[:8])
        if kind == b'IDAT':
            packed += rest[8:8 + length]
        rest = rest[12 + length:]
    raw = zlib.decompress(packed)
    return len({raw[i:i + 4] for i in range(0, len(raw) - 4, 3)})


def drawn(sample, size):
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', sample)
        before, names = folder.bytes(), sorted(os.listdir(folder.path))
        out = folder.file('out.png')
        done = run('thumbnail', folder.plan, out, '--size', size, environment=NO_DISPLAY)
        return (status(done, 0) + same(max(size_of(out)), size)
                + ([] if min(size_of(out)) >= size // 2 else [f'a strip: {size_of(out)}'])
                + ([] if colours_of(out) > 100 else [f'nothing on it: {colours_of(out)}'])
                + same(folder.bytes() == before, True) + same(sorted(os.listdir(folder.path)), sorted([*names, 'out.png'])))


def empty_drawn():
    with Folder(title='Empty') as folder:
        out = folder.file('out.png')
        return status(folder.on('thumbnail', out), 0) + same(max(size_of(out)), 256)


def plans_differ():
    """Two plans are told apart by their pictures."""
    with Folder() as folder:
        pictures = []
        for sample in SAMPLES:
            plan, out = folder.file(f'{sample}.guatu'), folder.file(f'{sample}.png')
            folder.must('new', plan, '--sample', sample)
            folder.must('thumbnail', plan, out, '--size', 128)
            with open(out, 'rb') as file:
                pictures.append(file.read())
        return same(len(set(pictures)), len(SAMPLES))


def beside_writer():
    """A writer in another process goes on; what it has not committed is not waited for."""
    with Folder(title='Ditch') as folder:
        folder.add('task', 'Dig')
        writer = sqlite3.connect(folder.plan, isolation_level=None)
        writer.execute('BEGIN IMMEDIATE')
        writer.execute('UPDATE plan SET title = ?', ('Written meanwhile',))
        done = folder.on('thumbnail', folder.file('out.png'))
        writer.execute('ROLLBACK')
        writer.execute('BEGIN EXCLUSIVE')
        writer.execute('ROLLBACK')
        writer.close()
        return status(done, 0)


def busy():
    """A file that stays locked as a whole is given up, with a message, and no picture."""
    with Folder(title='Ditch') as folder:
        out = folder.file('out.png')
        writer = sqlite3.connect(folder.plan, isolation_level=None)
        writer.execute('BEGIN EXCLUSIVE')
        done = folder.on('thumbnail', out)
        writer.close()
        return status(done, 1) + same(os.path.exists(out), False)


def refused(path):
    with Folder() as folder:
        shutil.copy(path, folder.plan)
        out = folder.file('out.png')
        done = folder.on('thumbnail', out)
        return status(done, 1) + same(os.path.exists(out), False)


def damaged():
    """Bytes of a plan changed here and there, or cut off: a picture or a message, and never an end by signal."""
    broken = []
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', 'trunk-road')
        whole = folder.bytes()
        for place in range(0, len(whole), max(1, len(whole) // (5 if command.SANITIZED else 15))):
            for bad in (whole[:place], whole[:place] + b'\xff' * 64 + whole[place + 64:]):
                folder.file('bad.guatu', bad)
                done = run('thumbnail', folder.file('bad.guatu'), folder.file('out.png'))
                if done.status not in (0, 1):
                    broken.append(f'at {place}: {done.status} {done.error}')
    return broken


def launcher():
    """The command line that the desktop is told makes the picture."""
    entry = dict(line.split('=', 1) for line in tap.read('data/io.github.guatu.Guatu.thumbnailer').splitlines()
                 if '=' in line)
    with Folder() as folder:
        plan, out = folder.file('—我的 plan.guatu'), folder.file('out.png')
        folder.must('new', plan, '--sample', 'execution-year')
        words = [{'%i': plan, '%o': out, '%s': '128'}.get(word, word) for word in shlex.split(entry['Exec'])]
        done = run(*words[1:], environment=NO_DISPLAY)
        return (status(done, 0) + same(words[0], 'guatuctl') + same(entry['TryExec'], 'guatuctl')
                + same(entry['MimeType'], 'application/x-guatu;') + same(max(size_of(out)), 128))


def not_over_itself():
    with Folder(title='Ditch') as folder:
        before = folder.bytes()
        return status(folder.on('thumbnail', folder.plan), 1) + same(folder.bytes() == before, True)


for sample in SAMPLES:
    for size in (64, 256, 1024):
        rule(f'{sample} has a picture of {size} pixels, and stays as it was', lambda: drawn(sample, size))
rule('a plan without tasks has one too', empty_drawn)
rule('plans are told apart', plans_differ)
rule('a plan that is being written to is drawn, and the writer goes on', beside_writer)
rule('a plan that stays locked as a whole is given up', busy)
rule('damaged plans end in a message or a picture', damaged)
rule('the desktop’s command line draws it', launcher)
rule('the plan itself is not written over', not_over_itself)
for name in ('empty.csv', 'nul.csv', 'entity-bomb.xml', 'secret.txt'):
    rule(f'{name} is no plan: refused', lambda: refused(os.path.join(FIXTURES, 'hostile', name)))
rule('a size that is none is wrong usage', lambda: status(run('thumbnail', 'a.guatu', 'b.png', '--size', '7'), 2)
     + status(run('thumbnail', 'a.guatu', 'b.png', '--size', '5000'), 2)
     + status(run('thumbnail', 'a.guatu', 'b.png', '--size', 'big'), 2))
tap.done()
