#!/usr/bin/env python3
# lint-help.py — the help: every page valid, found from the first one, and there in both languages.

import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as tree

import catalogue
import tap

MALLARD = '{http://projectmallard.org/1.0/}'
LANGUAGES = ('C', 'zh_CN')
MOST_PICTURES = 16
LARGEST_PICTURE = 120 * 1024

pages = {language: {os.path.basename(name)[:-5]: name for name in tap.files(f'data/help/{language}')
                    if name.endswith('.page')} for language in LANGUAGES}
pictures = [name for name in tap.files('data/help') if name.endswith('.png')]


def checked(sentence, *words):
    """A rule that another program judges."""
    if shutil.which(words[0]) is None:
        tap.skip(sentence, f'{words[0]} is not installed')
        return
    done = subprocess.run(words, cwd=tap.ROOT, capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).strip()
    tap.rule(sentence, [said] if said or done.returncode else [])


def parsed(language):
    for name in pages[language].values():
        yield name, tree.parse(os.path.join(tap.ROOT, name)).getroot()


def loose(language):
    """Links that lead nowhere, pages named otherwise than their file, pages that no guide leads to, lost pictures."""
    places = set()
    for name, page in parsed(language):
        if page.get('id') != os.path.basename(name)[:-5]:
            yield f'{name}: its id is {page.get("id")}'
        places.add(page.get('id'))
        places.update(f'{page.get("id")}#{section.get("id")}' for section in page.iter(MALLARD + 'section'))
    for name, page in parsed(language):
        for link in page.iter(MALLARD + 'link'):
            if link.get('xref') not in places:
                yield f'{name}: {link.get("xref")}'
        guides = [link.get('xref') for link in page.iter(MALLARD + 'link') if link.get('type') == 'guide']
        if page.get('id') != 'index' and not any(guide.startswith('index') for guide in guides):
            yield f'{name}: the first page does not lead to it'
        for media in page.iter(MALLARD + 'media'):
            if not os.path.exists(os.path.join(tap.ROOT, 'data', 'help', language, media.get('src'))):
                yield f'{name}: {media.get("src")} is not there'
            if not ''.join(media.itertext()).strip():
                yield f'{name}: {media.get("src")} is not described'


def keys_of(text):
    return set(re.findall(r'<key>(F\d+)</key>|<key>Ctrl</key>(?:<key>Shift</key>)?<key>([A-Z])</key>', text))


def unknown_keys():
    """Keys that the help names and the window does not list among its shortcuts."""
    known = tap.read('src/ui/guatu-shortcuts.ui')
    for language in LANGUAGES:
        for name in pages[language].values():
            for function, letter in keys_of(tap.read(name)):
                accelerator = function or f'&lt;Control&gt;{letter.lower()}'
                shifted = f'&lt;Control&gt;&lt;Shift&gt;{(letter or "?").lower()}'
                if accelerator not in known and shifted not in known:
                    yield f'{name}: {function or "Ctrl+" + letter}'


def label_of(text):
    """As it stands on the screen, with neither mnemonic nor what only says that a question follows."""
    return re.sub(r'\(_.\)', '', text).replace('_', '').rstrip('…')


def unknown_labels():
    """Texts of the window that the help names and the program does not have, in that language."""
    known = {language: set() for language in LANGUAGES}
    for _, text, _, translations, _, _ in catalogue.entries(tap.read('po/zh_CN.po')):
        known['C'].add(label_of(text))
        known['zh_CN'].update(map(label_of, translations))
    for language in LANGUAGES:
        for name, page in parsed(language):
            for label in page.iter(MALLARD + 'gui'):
                if label_of(label.text) not in known[language]:
                    yield f'{name}: {label.text}'


for language in LANGUAGES:
    names = sorted(pages[language].values())
    checked(f'the pages in {language} are well-formed', 'xmllint', '--noout', '--nonet', *names)
    if os.path.exists('/usr/share/yelp-tools') or shutil.which('yelp-check'):
        checked(f'the pages in {language} are Mallard', 'yelp-check', 'validate', *names)
    else:
        tap.skip(f'the pages in {language} are Mallard', 'yelp-check is not installed')
    tap.rule(f'every link in {language} leads somewhere, and the first page to every other', loose(language))
tap.rule('a page is there in every language', set(pages['C']) ^ set(pages['zh_CN']))
tap.rule('there is a page for each part of the program',
         {'index', 'first-plan', 'battle-map', 'editing', 'links', 'lights', 'backward', 'baselines', 'people', 'ledgers',
          'calendars', 'history', 'printing', 'import-export', 'command-line', 'shortcuts', 'recurring',
          'shifting', 'templates'} - set(pages['C']))
tap.rule('a key that the help names is one of the window’s', unknown_keys())
tap.rule('a label that the help names is one of the program’s', unknown_labels())
tap.rule('a Chinese page has a Chinese title',
         [name for name in pages['zh_CN'].values() if not re.search('<title[^>]*>[^<]*[\u4e00-\u9fff]', tap.read(name))])
tap.rule('pictures are few and small',
         [name for name in pictures if os.path.getsize(os.path.join(tap.ROOT, name)) > LARGEST_PICTURE]
         + pictures[MOST_PICTURES:] + ([] if pictures else ['there is none']))
tap.done()
