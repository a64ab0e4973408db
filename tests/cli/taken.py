# taken.py — a file of others is taken in whole, or refused with a message and nothing left, within limits.
"""What the scripts about imports share."""

import os

import command
from command import Folder, run, same, status

SECONDS = 2
KILOBYTES = 200 * 1024


def limits(done):
    if command.SANITIZED:
        return []
    return ([f'{done.seconds:.1f} s'] if done.seconds > SECONDS else []) + (
        [f'{done.kilobytes} kB'] if done.kilobytes > KILOBYTES else [])


def taken_or_refused(path, must_import=False, must_tell=False, secret=None):
    """Imports a file; afterwards there is a sound plan, or a message and no plan at all. What has to be imported may
    not be refused; what has flaws may not be imported without a word (@must_tell); nothing may be told of @secret."""
    with Folder() as folder:
        done = run('import', path, folder.plan, '--json')
        broken = limits(done)
        if done.status != 0:
            broken += status(done, 1) + same(os.listdir(folder.path), [])
            broken += [f'refused: {done.error}'] if must_import else []
        else:
            looks = [run('verify', folder.plan), run('schedule', folder.plan), run('show', folder.plan, 'tasks', '--json')]
            broken += [line for look in looks for line in status(look, 0) + limits(look)]
            broken += same(os.listdir(folder.path), ['plan.guatu'])
            # Not as JSON: of very many notes only the first are in the output.
            broken += ['nothing is told'] if must_tell and '"text"' not in done.out else []
            done = done._replace(out=done.out + ''.join(look.out for look in looks))
        return broken + ([f'“{secret}” was read'] if secret is not None and secret in done.out + done.error else [])


def opened_or_refused(path):
    """Opens a file as a plan: refused by every command, and left as it was."""
    with open(path, 'rb') as file:
        content = file.read()
    broken = []
    with Folder() as folder:
        plan = folder.file(os.path.basename(path), content)
        for words in (['show', plan], ['schedule', plan], ['verify', plan], ['history', plan], ['undo', plan],
                      ['add', plan, 'task', 'A'], ['set', plan, 'plan', 'title=A'],
                      ['export', plan, folder.file('a.pdf')], ['copy', plan, folder.file('b.guatu')]):
            done = run(*words)
            broken += status(done, 1, os.path.basename(path)) + limits(done)
        broken += same(os.listdir(folder.path), [os.path.basename(path)])
        with open(plan, 'rb') as file:
            return broken + same(file.read() == content, True)
