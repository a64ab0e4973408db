#!/usr/bin/env python3
# lint-pseudo.py — runs guatuctl in a language where every text stands in ⟦brackets⟧: what has none, gettext never saw.
"""Usage: lint-pseudo.py GUATUCTL"""

import os
import re
import subprocess
import sys
import tempfile

import catalogue
import tap

HEADER = ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
          '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')


def quote(text):
    text = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')
    return f'"{text}"'


def bracket(text):
    """The text in brackets, newlines at its ends left outside."""
    start, middle, end = re.fullmatch(r'(\n*)(.*?)(\n*)', text, re.S).groups()
    return f'{start}⟦{middle}⟧{end}'


def write_catalogue(folder):
    """Makes a catalogue of the language “xx” below the folder."""
    template = os.path.join(folder, 'guatu.pot')
    source = os.path.join(folder, 'xx.po')
    place = os.path.join(folder, 'xx', 'LC_MESSAGES')
    catalogue.extract(template)
    os.makedirs(place)
    with open(template, encoding='utf-8') as file:
        strings = list(catalogue.entries(file.read()))
    with open(source, 'w', encoding='utf-8') as file:
        file.write(HEADER)
        for context, text, plural, _, _, _ in strings:
            file.write('\n')
            if context is not None:
                file.write(f'msgctxt {quote(context)}\n')
            file.write(f'msgid {quote(text)}\n')
            if plural is None:
                file.write(f'msgstr {quote(bracket(text))}\n')
            else:
                file.write(f'msgid_plural {quote(plural)}\nmsgstr[0] {quote(bracket(text))}\n'
                           f'msgstr[1] {quote(bracket(plural))}\n')
    subprocess.run(['msgfmt', '-o', os.path.join(place, 'guatu.mo'), source], check=True)
