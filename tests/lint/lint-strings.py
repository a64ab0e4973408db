#!/usr/bin/env python3
# lint-strings.py — what people read: every string known to gettext, whole, and said in Chinese.

import json
import os
import re
import subprocess
import tempfile

import catalogue
import tap

CALL = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext)\s*\(\s*"')
HAN = r'[\u3400-\u9fff\u3007]'


def run(*words):
    return subprocess.run(words, cwd=tap.ROOT, capture_output=True, text=True, check=False)


listed = catalogue.listed()
speaking = [name for name in tap.files('src', 'data')
            if name.endswith(('.c', '.h')) and CALL.search(tap.read(name))
            or name.endswith('.ui') and 'translatable="yes"' in tap.read(name)
            or name.endswith(('.desktop.in', '.xml.in'))]

tap.rule('every source with strings that people see is in POTFILES, and no other',
         sorted(set(listed).symmetric_difference(speaking)))
tap.rule('POTFILES is sorted', [] if listed == sorted(listed) else ['it is not'])

with tempfile.TemporaryDirectory() as folder:
    template = os.path.join(folder, 'guatu.pot')
    merged = os.path.join(folder, 'zh_CN.po')
    complaints = catalogue.extract(template)
    tap.rule('gettext understands every string', complaints.splitlines())
    run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, 'po/zh_CN.po', template)
    with open(template, encoding='utf-8') as file:
        strings = list(catalogue.entries(file.read()))
    with open(merged, encoding='utf-8') as file:
        chinese = list(catalogue.entries(file.read()))

    check = run('msgfmt', '--check', '--check-format', '-o', os.devnull, merged)
    tap.rule('the Chinese catalogue is sound, its formats as in English',
             [check.stderr] if check.returncode else [])

tap.rule('there are strings to translate', [] if strings else ['none'])
tap.rule('a string begins and ends with a word, not with a blank: nothing is put together from pieces',
         [f'{place}: “{text}”' for _, text, _, _, _, place in strings if text.strip('\n') != text.strip()])
tap.rule('no format is put together by a macro, which gettext cannot see into',
         [f'{place}: “{text}”' for _, text, _, _, _, place in strings
          if re.search(r'%[0-9.$ +#-]*$', text.replace('%%', ''))])

# What is typed into a file stands in the quotes of that file.
LITERAL = re.compile(r'"[\w:.%-]*"')

tap.rule('quotes are typographic',
         [f'{place}: {text}' for _, text, _, _, _, place in strings if re.search(r'["\']', LITERAL.sub('', text))])

tap.rule('every string is said in Chinese',
         [f'{place}: “{text}”' for _, text, _, translations, _, place in chinese if not all(translations)
          or not translations])
tap.rule('no Chinese string is a guess',
         [f'{place}: “{text}”' for _, text, _, _, flags, place in chinese if 'fuzzy' in flags]
         + ['po/zh_CN.po: fuzzy entries'] * ('\n#, fuzzy' in tap.read('po/zh_CN.po')))
tap.rule('Chinese punctuation is Chinese',
         [f'{place}: “{translation}”' for _, _, _, translations, _, place in chinese for translation in translations
          if re.search(HAN + r'[,;:?!]|[,;:?!]' + HAN, translation)])


def half_said(value, place):
    """Texts of a shipped JSON file that are there in one language only."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from half_said(item, f'{place}[{i}]')
    elif isinstance(value, dict):
        if ('en' in value) != ('zh_CN' in value):
            yield place
        for name, item in value.items():
            if name in ('name', 'title', 'note', 'objective', 'done', 'next', 'wording') and isinstance(item, str):
                yield f'{place}.{name}'
            yield from half_said(item, f'{place}.{name}')


tap.rule('what ships is said in English and in Chinese',
         [place for name in tap.files('data') if name.endswith('.json')
          for place in half_said(json.loads(tap.read(name)), name)])
tap.done()
