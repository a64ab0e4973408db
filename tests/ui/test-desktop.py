#!/usr/bin/env python3
# test-desktop.py — what the desktop is told of the program is sound: launcher, description, file type, settings, forms.
"""Usage: test-desktop.py DATA-BUILD-DIRECTORY GUATUCTL"""

import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'lint'))
import tap  # noqa: E402, found where the line above says

built, guatuctl = sys.argv[1:3]
APP = 'io.github.guatu.Guatu'


def run(*words, **environment):
    return subprocess.run(words, cwd=tap.ROOT, capture_output=True, text=True, check=False,
                          env=dict(os.environ, **environment))


def checked(sentence, *words):
    """A rule that another program judges; what it has to say is shown where it finds fault."""
    if shutil.which(words[0]) is None:
        tap.skip(sentence, f'{words[0]} is not installed')
        return
    done = run(*words)
    tap.rule(sentence, [done.stdout + done.stderr] if done.returncode else [])


def place(name):
    return os.path.join(built, name)


def content_type(path, home):
    """What the desktop takes the file for."""
    done = run('gio', 'info', '-a', 'standard::content-type', path, XDG_DATA_HOME=home)
    return done.stdout.rpartition('standard::content-type:')[2].strip()


checked('the launcher is valid', 'desktop-file-validate', place(f'{APP}.desktop'))
checked('the description is valid', 'appstreamcli', 'validate', '--no-net', place(f'{APP}.metainfo.xml'))
checked('the settings are valid', 'glib-compile-schemas', '--strict', '--dry-run', 'data')
checked('forms, icons and the file type are well-formed', 'xmllint', '--noout', place(f'{APP}.mime.xml'),
        *[name for name in tap.files('src', 'data') if name.endswith(('.ui', '.svg', '.gschema.xml', '.gresource.xml'))])

for name in ('desktop', 'metainfo.xml', 'mime.xml'):
    with open(place(f'{APP}.{name}'), encoding='utf-8') as file:
        tap.rule(f'{APP}.{name} speaks Chinese', [] if 'zh_CN' in file.read() else [name])

if shutil.which('update-mime-database') is None or shutil.which('gio') is None:
    tap.skip('a plan is known by its content and by its name', 'gio or update-mime-database is not installed')
else:
    with tempfile.TemporaryDirectory() as home:
        packages = os.path.join(home, 'mime', 'packages')
        plan, bare, other = (os.path.join(home, name) for name in ('a.guatu', 'nameless', 'empty.guatu'))
        os.makedirs(packages)
        shutil.copy(place(f'{APP}.mime.xml'), packages)
        run('update-mime-database', os.path.join(home, 'mime'))
        run(guatuctl, 'new', plan)
        shutil.copy(plan, bare)
        with open(other, 'w', encoding='utf-8') as file:
            file.write('not yet')
        tap.rule('a plan is known by its content and by its name',
                 [f'{path}: {content_type(path, home)}' for path in (plan, bare, other)
                  if content_type(path, home) != 'application/x-guatu'])
tap.done()
