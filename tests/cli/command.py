# command.py — runs guatuctl in a fresh folder, and says in TAP what it did.
"""Tests import this as their first thing; the program's path is their only argument."""

import collections
import json
import os
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'lint'))
import tap  # noqa: E402  (it lies in the folder above)

GUATUCTL = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else 'guatuctl'
FIXTURES = os.path.join(tap.ROOT, 'tests', 'data')
TESTDATA = os.environ.get('GUATU_TESTDATA', os.path.join(tap.ROOT, '..', 'shared', 'testdata'))

# More of what a command prints is of no interest, and a child begins with the largest size that its parent had.
LONGEST_OUTPUT = 4 * 1024 * 1024

# Sanitizers make a program slow and big; limits on time and memory are for the others.
SANITIZED = 'ASAN_OPTIONS' in os.environ

Result = collections.namedtuple('Result', 'status out error seconds kilobytes')


def run(*words, environment=None, folder=None):
    """Runs guatuctl; seconds are of processor time, kilobytes the largest resident set."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        with open(os.devnull, 'rb') as nothing:
            actions = [(os.POSIX_SPAWN_DUP2, nothing.fileno(), 0), (os.POSIX_SPAWN_DUP2, out.fileno(), 1),
                       (os.POSIX_SPAWN_DUP2, error.fileno(), 2)]
            here = os.getcwd()
            try:
                if folder is not None:
                    os.chdir(folder)
                pid = os.posix_spawn(GUATUCTL, [GUATUCTL, *map(str, words)], {**os.environ, **(environment or {})},
                                     file_actions=actions)
            finally:
                os.chdir(here)
        _, status, usage = os.wait4(pid, 0)
        texts = []
        for file in (out, error):
            file.seek(0)
            texts.append(file.read(LONGEST_OUTPUT).decode('utf-8', 'replace'))
    return Result(os.waitstatus_to_exitcode(status), *texts, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


class Folder:
    """A folder that goes away, with a plan in it."""

    def __init__(self, tasks=(), **options):
        self.path = tempfile.mkdtemp(prefix='guatu-cli-')
        self.plan = os.path.join(self.path, 'plan.guatu')
        self.ids = []
        if options or tasks:
            words = [word for name, value in options.items() for word in (f'--{name}', value)]
            self.must('new', self.plan, '--start', '2024-03-04', *words)
        for task in tasks:
            self.ids.append(self.add('task', *task))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def file(self, name, content=None):
        path = os.path.join(self.path, name)
        if content is not None:
            with open(path, 'wb') as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def must(self, *words, **more):
        """Runs a command that has to work, and gives what it printed."""
        done = run(*words, **more)
        if done.status != 0:
            raise AssertionError(f'{words}: {done.status} {done.error}')
        return done.out

    def on(self, command, *words):
        """Runs a command on the plan."""
        return run(command, self.plan, *words)

    def add(self, *words):
        return json.loads(self.must('add', self.plan, *words, '--json'))['id']

    def show(self, what, *words):
        return json.loads(self.must('show', self.plan, what, '--json', *words))

    def schedule(self, *words):
        return json.loads(self.must('schedule', self.plan, '--json', *words))

    def task(self, number, *words):
        return self.schedule(*words)['tasks'][number - 1]

    def bytes(self):
        with open(self.plan, 'rb') as file:
            return file.read()

    def sql(self, statement):
        connection = sqlite3.connect(self.plan)
        try:
            rows = connection.execute(statement).fetchall()
            connection.commit()
            return rows
        finally:
            connection.close()


def same(found, expected):
    """Nothing if the two are equal, else how they differ."""
    return [] if found == expected else [f'{found!r} instead of {expected!r}']


def status(done, expected, *texts):
    """Nothing if the command ended so, with the texts in what it printed; a failure has a message."""
    broken = []
    if done.status != expected:
        broken.append(f'exit status {done.status} instead of {expected}: {done.out}{done.error}')
    if expected != 0 and not done.error.strip():
        broken.append('no message on stderr')
    for text in texts:
        if text not in done.out + done.error:
            broken.append(f'“{text}” is not in: {done.out}{done.error}')
    return broken


def data(*names):
    """A file of the third-party data, or None."""
    path = os.path.join(TESTDATA, *names)
    return path if os.path.exists(path) else None


def rule(sentence, test):
    """Runs @test, which gives what is broken; a failure of the test itself is one too."""
    try:
        broken = test()
    except (AssertionError, ValueError, KeyError, IndexError, TypeError, OSError, sqlite3.Error) as problem:
        broken = [f'{type(problem).__name__}: {problem}']
    tap.rule(sentence, broken or [])
