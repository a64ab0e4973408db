#!/usr/bin/env python3
# test-help.py — the help opens in the desktop's reader; where there is none, a word says what to install.
import os
import re

from guatu_driver import ditch, rule, run, same, wait_until

READERS = 'yelp.desktop;org.gnome.Yelp.desktop;'
MISSING = 'No program here shows the help. Install “yelp”, and press F1 again.'


def write(path, content, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(content)
    os.chmod(path, mode)


def with_reader(session):
    """The desktop has a reader of help; what it is asked for lies in the file that is named."""
    asked = session.path('asked')
    write(session.path('reader'), f'#!/bin/sh\nprintf "%s\\n" "$1" >>"{asked}"\n', 0o755)
    write(os.path.join(session.home, 'data', 'applications', 'reader.desktop'),
          f'[Desktop Entry]\nType=Application\nName=Reader\nExec={session.path("reader")} %u\n'
          'MimeType=x-scheme-handler/help;\n')
    write(os.path.join(session.home, 'config', 'mimeapps.list'),
          '[Default Applications]\nx-scheme-handler/help=reader.desktop;\n')
    return asked


def without_reader(session):
    write(os.path.join(session.home, 'config', 'mimeapps.list'),
          f'[Removed Associations]\nx-scheme-handler/help={READERS}\n')


def asked_for(path, times):
    def lines():
        if not os.path.exists(path):
            return []
        with open(path, encoding='utf-8') as file:
            return file.read().splitlines()
    wait_until(lambda: len(lines()) >= times, f'the reader was asked {times} times')
    same(lines(), ['help:guatu'] * times, 'what the reader was asked for')


@rule('F1 opens the help before there is a plan')
def opens_at_start(session):
    asked = with_reader(session)
    session.start().window().key('F1')
    asked_for(asked, 1)


@rule('F1 and the menu open the help of a plan’s window')
def opens(session):
    asked = with_reader(session)
    window = session.start(ditch(session)).window()
    window.row('Dig')
    window.key('F1')
    asked_for(asked, 1)
    window.key('F10')
    window.press('menu item', re.compile('^Help'))
    asked_for(asked, 2)


@rule('where nothing shows help, a word says what to install', LANGUAGE='en')
def missing(session):
    without_reader(session)
    window = session.start(ditch(session)).window()
    window.row('Dig')
    window.key('F1')
    window.find('label', MISSING)


@rule('that word is Chinese for a Chinese reader', LANGUAGE='zh_CN')
def missing_chinese(session):
    without_reader(session)
    window = session.start().window()
    window.key('F1')
    window.find('label', session.words(MISSING))


run()
