#!/usr/bin/env python3
# summary.py — counts the tests in meson's logs, named on standard input, and shows what failed.
"""Each line of TAP that a test prints counts as one test; a test that speaks no TAP, or that dies
outside its subtests, counts as one itself. The last line is the count; the exit status tells
whether anything failed."""

import json
import os
import re
import sys

SUBTEST = re.compile(r'^(not )?ok\b\s*(\d+)?\s*(?:- )?([^#]*)(?:#\s*(skip|todo)\b\s*(.*))?', re.IGNORECASE)
SHOWN = 12000   # characters of a failed test's output


def subtests(text):
    """What the TAP says: (name, outcome), outcome being passed, failed or skipped."""
    for line in text.splitlines():
        found = SUBTEST.match(line)
        if not found:
            continue
        failed, _, name, directive, _ = found.groups()
        directive = (directive or '').lower()
        if directive == 'skip':
            yield name.strip(), 'skipped'
        elif failed and directive != 'todo':
            yield name.strip(), 'failed'
        else:
            yield name.strip(), 'passed'


def outcomes(test):
    """The (name, outcome) list of one entry of the log."""
    result = test['result']
    found = list(subtests(test.get('stdout') or ''))
    good = result in ('OK', 'EXPECTEDFAIL', 'SKIP')
    if not found:
        outcome = 'skipped' if result == 'SKIP' else 'passed' if good else 'failed'
        return [(test['name'], outcome)]
    if not good and all(outcome != 'failed' for _, outcome in found):
        found.append((f'{test["name"]} ({result.lower()})', 'failed'))
    return found


def show(test, failed, run):
    """A failed test: the names of what failed in it, and what it said."""
    print(f'\n--- {test["name"]} ({run}): {test["result"].lower()}')
    for name in failed:
        print(f'    failed: {name}')
    text = (test.get('stdout') or '') + (test.get('stderr') or '')
    passed = re.compile(r'^ok\b')
    text = '\n'.join(line for line in text.splitlines() if not passed.match(line))
    if len(text) > SHOWN:
        text = '… ' + text[-SHOWN:]
    print(text)


def main():
    count = {'passed': 0, 'failed': 0, 'skipped': 0}
    skipped = {}

    for path in sys.stdin.read().splitlines():
        run = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding='utf-8', errors='replace') as log:
            tests = [json.loads(line) for line in log]
        if not tests:
            print(f'--- {run}: no test has run')
            count['failed'] += 1
        for test in tests:
            found = outcomes(test)
            for name, outcome in found:
                count[outcome] += 1
                if outcome == 'skipped':
                    skipped[f'{test["name"]}: {name}'] = None
            failed = [name for name, outcome in found if outcome == 'failed']
            if failed:
                show(test, failed, run)

    if skipped:
        print('\nSkipped:')
        for name in skipped:
            print(f'    {name}')

    print('{passed} passed, {failed} failed, {skipped} skipped'.format(**count))
    return 1 if count['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
