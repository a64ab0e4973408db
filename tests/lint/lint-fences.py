#!/usr/bin/env python3
# lint-fences.py — asks the libraries what they use: nothing of a layer above, and below `document` no clock.
"""Usage: lint-fences.py LAYER=LIBRARY… cli=PROGRAM"""

import glob
import re
import subprocess
import sys

import tap

WINDOW = r'gtk_|gdk_|gsk_|adw_'
PAPER = r'cairo_|pango_'
DATABASE = r'sqlite3_|sqlite3session_|sqlite3changeset_'

FORBIDDEN = {
    'model': [WINDOW, PAPER, DATABASE, 'json_'],
    'schedule': [WINDOW, PAPER, DATABASE, 'json_'],
    'supervision': [WINDOW, PAPER, DATABASE, 'json_'],
    'store': [WINDOW, PAPER, 'json_'],
    'document': [WINDOW, PAPER],
    'draw': [WINDOW, DATABASE, 'json_'],
    'exchange': [WINDOW, PAPER, DATABASE],
    'cli': [WINDOW, PAPER, DATABASE],
}

CLOCK = re.compile(r'(time|gettimeofday|clock_gettime|localtime(_r)?|gmtime(_r)?|g_get_real_time|g_get_current_time'
                   r'|g_date_time_new_now\w*|g_date_time_new_from_unix_local|g_time_val_\w+)$')


def used(library):
    """What the library leaves undefined: (object file, symbol)."""
    # A program holds the layers below it as well; what is its own lies in its folder of objects.
    objects = glob.glob(library + '.p/*.o') or [library]
    output = subprocess.run(['nm', '-u', '-A', *objects], capture_output=True, text=True, check=False).stdout
    for line in output.splitlines():
        place, _, symbol = line.rpartition(' ')
        yield place.split()[0].rstrip(':').split(':')[-1], symbol.split('@')[0]


libraries = dict(argument.split('=', 1) for argument in sys.argv[1:] if '=' in argument)

for layer, forbidden in FORBIDDEN.items():
    pattern = re.compile('(' + '|'.join(forbidden) + ')')
    tap.rule(f'{layer} uses no symbol of a layer above it',
             [f'{place}: {symbol}' for place, symbol in used(libraries[layer]) if pattern.match(symbol)])

for layer in ('model', 'schedule', 'supervision'):
    # New ids are made of the time of day; everything else is told what time it is.
    tap.rule(f'{layer} never reads the clock',
             [f'{place}: {symbol}' for place, symbol in used(libraries[layer])
              if CLOCK.match(symbol) and not place.endswith('guatu-id.c.o')])

needed = subprocess.run(['readelf', '-d', libraries['cli']], capture_output=True, text=True, check=False).stdout
tap.rule('guatuctl runs where there is no window system',
         re.findall(r'\(NEEDED\).*\[(lib(?:gtk|gdk|gsk|adwaita|X11|xcb|wayland)[^\]]*)\]', needed)
         if needed else ['readelf says nothing'])

tap.done()
