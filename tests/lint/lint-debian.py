#!/usr/bin/env python3
# lint-debian.py — the package's files agree with what they are about: the version, and what a build needs.

import os
import re

import tap

# Those that every building of a package has, or that come with another.
ESSENTIAL = {'gcc', 'libc6-dev', 'ninja-build'}

# The package with which a library comes.
PACKAGES = {
    'cairo-pdf': 'libcairo2-dev', 'cairo-svg': 'libcairo2-dev', 'gio-2.0': 'libglib2.0-dev', 'gtk4': 'libgtk-4-dev',
    'json-glib-1.0': 'libjson-glib-dev', 'libadwaita-1': 'libadwaita-1-dev', 'libical': 'libical-dev',
    'libxml-2.0': 'libxml2-dev', 'pangocairo': 'libpango1.0-dev', 'sqlite3': 'libsqlite3-dev',
    'xlsxwriter': 'libxlsxwriter-dev',
}

control = tap.read('data/debian/control')
meson = tap.read('meson.build')
dev = tap.read('dev')


def depends():
    """What a build depends on, with the version that it asks for."""
    field = re.search(r'^Build-Depends:(.*(?:\n .*)*)', control, re.M).group(1)
    return {match[0]: match[1] for match in re.findall(r'([a-z0-9.+-]+)(?: \([>=]+ ([^)]+)\))?', field)}


def differing(one, other, what):
    return [] if one == other else [f'{what}: {one} and {other}']


version = re.search(r"version: '([^']+)'", meson).group(1)
tap.rule('the changelog begins with the program’s version',
         differing(re.match(r'guatu \(([^)]+)\)', tap.read('data/debian/changelog')).group(1), version, 'versions'))
tap.rule('the rules can be run', [] if os.access(os.path.join(tap.ROOT, 'data', 'debian', 'rules'), os.X_OK) else ['rules'])
to_build = set(re.search(r"^to_build='([^']*)'", dev, re.M).group(1).split())
tap.rule('a package needs the same to be built as the program',
         [f'{name} is not in both' for name in (to_build - ESSENTIAL) ^ (set(depends()) - {'debhelper-compat'})])
tap.rule('a library is asked for in the same version as by meson',
         [f'{library}: {least} in meson.build, {depends().get(PACKAGES.get(library))} in data/debian/control'
          for library, least in re.findall(r"dependency \('([\w.-]+)', version: '>= ([^']+)'", meson)
          if depends().get(PACKAGES.get(library)) != least])
tap.done()
