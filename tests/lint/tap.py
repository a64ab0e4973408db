# tap.py — lets a lint written in Python speak TAP, one numbered line per rule.
"""Each rule is a sentence and the list of places that break it."""

import os
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))

_count = 0
_failed = 0


def rule(sentence, broken):
    """Reports a rule: kept, if @broken is empty."""
    global _count, _failed
    _count += 1
    broken = list(broken)
    print(('not ok' if broken else 'ok'), _count, sentence, flush=True)
    for place in broken:
        print('# ' + str(place).replace('\n', '\n#   '), flush=True)
    _failed += bool(broken)


def skip(sentence, reason):
    """Reports a rule that cannot be tried here."""
    global _count
    _count += 1
    print('ok', _count, sentence, '# SKIP', reason, flush=True)


def done():
    """Ends the test."""
    print(f'1..{_count}', flush=True)
    sys.exit(1 if _failed else 0)


def files(*under):
    """The project's files below the given folders, relative to its root; what git ignores is not among them."""
    try:
        listed = subprocess.run(['git', '-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                                capture_output=True, check=True).stdout.decode().split('\0')
        found = [name for name in listed if name and os.path.exists(os.path.join(ROOT, name))]
    except (OSError, subprocess.CalledProcessError):
        found = []
        for folder, folders, names in os.walk(ROOT):
            folders[:] = [name for name in folders
                          if name not in ('.git', '__pycache__') and not name.startswith('_build')]
            found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    under = tuple(folder.rstrip('/') + '/' for folder in under)
    return sorted(name for name in found if not under or name.startswith(under))


def read(name):
    """A file's text; fixtures in other encodings have marks instead of letters."""
    with open(os.path.join(ROOT, name), encoding='utf-8', errors='replace') as file:
        return file.read()
