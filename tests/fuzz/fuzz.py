#!/usr/bin/env python3
# fuzz.py — runs the fuzz targets of a build for a while, each on its own corpus, and says what they found.
"""Usage: fuzz.py BUILD SECONDS [TARGET…]

GUATU_FUZZ_TARGETS names targets as well, GUATU_FUZZ_JOBS how many run at once. In BUILD, seeds/NAME is made afresh,
corpus/NAME grows from run to run, and findings/NAME takes what broke a target, made as small as it gets, with a log
beside it. The exit status is 1 if there was any."""

import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
TESTDATA = os.environ.get('GUATU_TESTDATA', os.path.join(ROOT, '..', 'shared', 'testdata'))

# Of each target the endings of files that are seeds for it; besides there are those that it makes itself.
TARGETS = {
    'changeset': (),
    'csv': ('.csv', '.tsv'),
    'edited': (),
    'gan': ('.gan',),
    'icalendar': ('.ics',),
    'json': ('.json',),
    'mspdi': ('.xml',),
    'open': ('.db',),
    'planner': ('.planner',),
}
LARGEST_SEED = 100 * 1024

# A fault that a target comes upon again and again would leave no time for others.
MOST_FINDINGS = 20
MOST_OF_A_KIND = 3
SECONDS_TO_MINIMISE = 30

# What tells faults apart: where a sanitizer found one, or which assertion failed.
KIND = re.compile(r'^(?:SUMMARY: \w+Sanitizer: .*|.*ERROR:.*assertion failed.*|.*-(?:WARNING|CRITICAL) \*\*.*'
                  r'|.*ERROR: libFuzzer: .*)$', re.M)

ENVIRONMENT = {
    'LC_ALL': 'C.UTF-8',
    'LANGUAGE': 'en',
    'TZ': 'UTC',
    'G_SLICE': 'always-malloc',
    'GSETTINGS_BACKEND': 'memory',
    'ASAN_OPTIONS': 'abort_on_error=0:allocator_may_return_null=1',
    'UBSAN_OPTIONS': 'print_stacktrace=1',
}


class Run:
    """A target, its folders, and what came of it."""

    def __init__(self, build, name, scratch):
        self.name = name
        self.program = os.path.join(build, 'tests', 'fuzz', 'fuzz-' + name)
        self.seeds, self.corpus, self.findings = (os.path.join(build, kind, name)
                                                  for kind in ('seeds', 'corpus', 'findings'))
        self.dictionary = os.path.join(ROOT, 'tests', 'fuzz', name + '.dict')
        self.environment = {**os.environ, **ENVIRONMENT, 'TMPDIR': scratch}
        self.runs = self.new = self.features = self.before = 0
        self.found = {}     # artifacts by kind

    def call(self, *words, seconds=60):
        """What the target says, which should be done after @seconds."""
        try:
            return subprocess.run([self.program, *words], env=self.environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds + 60, check=False)
        except subprocess.TimeoutExpired as late:
            return subprocess.CompletedProcess(late.cmd, 1, late.stdout or b'')

    def make_seeds(self):
        shutil.rmtree(self.seeds, ignore_errors=True)
        for folder in (self.seeds, self.corpus, self.findings):
            os.makedirs(folder, exist_ok=True)
        done = self.call('--make-seeds', self.seeds)
        if done.returncode != 0:
            sys.exit(f'{self.name} makes no seeds: {done.stdout.decode(errors="replace")}')

        kept = glob.glob(os.path.join(ROOT, 'tests', 'data', 'fuzz', self.name, '*'))
        for folder in (os.path.join(ROOT, 'tests', 'data'), os.path.join(ROOT, 'data'), TESTDATA):
            kept += [path for ending in TARGETS[self.name]
                     for path in glob.glob(os.path.join(folder, '**', '*' + ending), recursive=True)]
        for number, path in enumerate(sorted(set(kept))):
            if os.path.getsize(path) <= LARGEST_SEED:
                shutil.copyfile(path, os.path.join(self.seeds, f'{number}-{os.path.basename(path)}'))

    def fuzz(self, seconds):
        """Goes on after a finding, until the time is over or nothing new is found."""
        end = time.monotonic() + seconds
        while (left := int(end - time.monotonic())) > 0 and self.may_go_on():
            words = [f'-max_total_time={left}', '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1',
                     '-reload=0', f'-artifact_prefix={self.findings}{os.sep}']
            if os.path.exists(self.dictionary):
                words.append('-dict=' + self.dictionary)
            done = self.call(*words, self.corpus, self.seeds, seconds=left)
            output = done.stdout.decode(errors='replace')
            self.count(output)
            if done.returncode == 0 or not self.note(output):
                break

    def may_go_on(self):
        counts = [len(artifacts) for artifacts in self.found.values()]
        return sum(counts) < MOST_FINDINGS and max(counts, default=0) < MOST_OF_A_KIND

    def note(self, output):
        """Takes down what broke the target; answers whether it is news."""
        written = re.search(r'Test unit written to (\S+)', output)
        # It may break without an input to blame: a finding all the same.
        artifact = written.group(1) if written else os.path.join(self.findings, 'no-input')
        kind = KIND.search(output)
        # Without what differs from run to run: processes, addresses, the two sides of a comparison.
        alike = self.found.setdefault(re.sub(r'==\d+==|0x[0-9a-f]+|: \(?-?\d.*$', '', kind.group(0)) if kind else '', [])
        if artifact in alike:
            return False
        alike.append(artifact)
        with open(artifact + '.log', 'w', encoding='utf-8') as file:
            file.write(output)
        return True

    def count(self, output):
        """Adds up what libFuzzer says of one process."""
        stats = dict(re.findall(r'^stat::(\w+):\s*(\d+)', output, re.M))
        executed = re.findall(r'^#(\d+)\s', output, re.M)
        features = [int(number) for number in re.findall(r'^#\d+\s.*\bft: (\d+)', output, re.M)]
        loaded = re.search(r'^#\d+\s+INITED.*\bft: (\d+)', output, re.M)
        self.runs += int(stats.get('number_of_executed_units', executed[-1] if executed else 0))
        self.new += int(stats.get('new_units_added', 0))
        if features:
            self.features = features[-1]
        if loaded and self.before == 0:
            self.before = int(loaded.group(1))

    def minimise(self):
        """Of each kind the smallest, and beside it a smaller one still, where there is one."""
        for kind, alike in self.found.items():
            smallest = min(alike, key=lambda path: os.path.getsize(path) if os.path.exists(path) else 0)
            if os.path.exists(smallest):
                self.call('-minimize_crash=1', f'-max_total_time={SECONDS_TO_MINIMISE}', '-timeout=10',
                          '-rss_limit_mb=2048', f'-exact_artifact_path={smallest}.min', smallest,
                          seconds=SECONDS_TO_MINIMISE)
            self.found[kind] = [smallest]

    def line(self):
        text = (f'{self.name}: {self.runs} runs, {self.new} new inputs, '
                f'{self.features} features (+{max(0, self.features - self.before)}), {len(self.found)} findings')
        return '\n    '.join([text, *(f'{alike[0]}\n        {kind}' for kind, alike in self.found.items())])


def fuzz(build, name, seconds):
    # SQLite and the readers of files want files; in memory they are as quick as bytes.
    with tempfile.TemporaryDirectory(prefix='guatu-fuzz-', dir='/dev/shm' if os.path.isdir('/dev/shm') else None,
                                     ignore_cleanup_errors=True) as scratch:
        run = Run(build, name, scratch)
        run.make_seeds()
        run.fuzz(seconds)
        run.minimise()
    print(run.line(), flush=True)
    return run.found


def main():
    build, seconds = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    names = sys.argv[3:] or os.environ.get('GUATU_FUZZ_TARGETS', '').split() or sorted(TARGETS)
    unknown = [name for name in names if name not in TARGETS]
    if unknown:
        sys.exit(f'There is no target {", ".join(unknown)}; there are {", ".join(sorted(TARGETS))}.')

    jobs = int(os.environ.get('GUATU_FUZZ_JOBS', '0')) or len(os.sched_getaffinity(0))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        found = list(pool.map(lambda name: fuzz(build, name, seconds), names))
    return 1 if any(found) else 0


if __name__ == '__main__':
    sys.exit(main())
