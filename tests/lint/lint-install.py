#!/usr/bin/env python3
# lint-install.py — installs into an empty folder and looks at what is there.
"""Usage: lint-install.py MESON BUILD-DIRECTORY …"""

import os
import subprocess
import sys
import tempfile

import tap

# What follows is for tests of other kinds: “-m slow” goes to every test of a full run.
meson, build = sys.argv[1:3]
with tempfile.TemporaryDirectory() as folder:
    done = subprocess.run([*meson.split(), 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', folder],
                          capture_output=True, text=True, check=False)
    found = sorted(os.path.relpath(os.path.join(place, name), folder)
                   for place, _, names in os.walk(folder) for name in names)

    tap.rule('the program installs', [done.stdout + done.stderr] if done.returncode else [])
    for wanted in ('bin/guatuctl', 'locale/zh_CN/LC_MESSAGES/guatu.mo'):
        tap.rule(f'{os.path.basename(wanted)} is among what is installed',
                 [] if any(name.endswith('/' + wanted) for name in found) else found)
    # Where there is no GTK, there is no window to install.
    if any(name.endswith('/bin/guatu') for name in found):
        for wanted in ('applications/io.github.guatu.Guatu.desktop', 'metainfo/io.github.guatu.Guatu.metainfo.xml',
                       'dbus-1/services/io.github.guatu.Guatu.service',
                       'glib-2.0/schemas/io.github.guatu.Guatu.gschema.xml',
                       'mime/packages/io.github.guatu.Guatu.mime.xml',
                       'thumbnailers/io.github.guatu.Guatu.thumbnailer', 'help/C/guatu/index.page',
                       'help/zh_CN/guatu/index.page', 'man/man1/guatu.1', 'man/zh_CN/man5/guatu.5',
                       'bash-completion/completions/guatu',
                       'icons/hicolor/scalable/apps/io.github.guatu.Guatu.svg',
                       'icons/hicolor/symbolic/apps/io.github.guatu.Guatu-symbolic.svg'):
            tap.rule(f'{wanted} is among what is installed',
                     [] if any(name.endswith('/share/' + wanted) for name in found) else found)
    tap.rule('no library and no header of ours is installed',
             [name for name in found if name.endswith(('.a', '.h', '.so'))])
tap.done()
