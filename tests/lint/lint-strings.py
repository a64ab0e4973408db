#!/usr/bin/env python3
# lint-strings.py — what people read: every string known to gettext, whole, and said in Chinese.

import os
import re
import subprocess
import tempfile

import tap

# As po/meson.build has it (the preset “glib” of meson's i18n module).
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
            '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3',
            '--keyword=g_dpgettext2:2c,3', '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format',
            '--flag=NC_:2:pass-c-format', '--flag=g_dngettext:2:pass-c-format',
            '--flag=g_strdup_printf:1:c-format', '--flag=g_string_printf:2:c-format',
            '--flag=g_string_append_printf:2:c-format', '--flag=g_error_new:3:c-format',
            '--flag=g_set_error:4:c-format', '--flag=g_markup_printf_escaped:1:c-format', '--flag=g_log:3:c-format',
            '--flag=g_print:1:c-format', '--flag=g_printerr:1:c-format', '--flag=g_printf:1:c-format',
            '--flag=g_fprintf:2:c-format', '--flag=g_sprintf:2:c-format', '--flag=g_snprintf:3:c-format']
CALL = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext)\s*\(\s*"')
HAN = r'[\u3400-\u9fff\u3007]'


def unquote(lines):
    """The text of PO strings."""
    quoted = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines))
    return re.sub(r'\\(.)', lambda found: {'n': '\n', 't': '\t'}.get(found.group(1), found.group(1)), quoted)


def entries(text):
    """(msgid, plural or None, [msgstr], flags, place) of each entry of a PO file but the header and the obsolete."""
    for block in re.split(r'\n\s*\n', text):
        lines = [line for line in block.splitlines() if not line.startswith('#~')]
        body = '\n'.join(line for line in lines if not line.startswith('#'))
        found = re.search(r'msgid\s+((?:"(?:[^"\\]|\\.)*"\s*)+)(?:msgid_plural\s+((?:"(?:[^"\\]|\\.)*"\s*)+))?', body)
        if not found or not unquote(found.group(1)):
            continue
        translations = [unquote(text) for text in
                        re.findall(r'msgstr(?:\[\d+\])?\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', body)]
        flags = ' '.join(line for line in lines if line.startswith('#,'))
        place = ' '.join(line[3:] for line in lines if line.startswith('#: '))
        yield unquote(found.group(1)), found.group(2) and unquote(found.group(2)), translations, flags, place


def run(*words):
    return subprocess.run(words, cwd=tap.ROOT, capture_output=True, text=True, check=False)


listed = [line for line in tap.read('po/POTFILES').splitlines() if line and not line.startswith('#')]
speaking = [name for name in tap.files('src') if name.endswith(('.c', '.h')) and CALL.search(tap.read(name))]

tap.rule('every source with strings that people see is in POTFILES, and no other',
         sorted(set(listed).symmetric_difference(speaking)))
tap.rule('POTFILES is sorted', [] if listed == sorted(listed) else ['it is not'])

with tempfile.TemporaryDirectory() as folder:
    template = os.path.join(folder, 'guatu.pot')
    merged = os.path.join(folder, 'zh_CN.po')
    made = run(*XGETTEXT, '-o', template, *[name for name in listed if os.path.exists(os.path.join(tap.ROOT, name))])
    tap.rule('gettext understands every string', [made.stderr] if made.returncode or made.stderr.strip() else [])
    run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, 'po/zh_CN.po', template)
    with open(template, encoding='utf-8') as file:
        strings = list(entries(file.read()))
    with open(merged, encoding='utf-8') as file:
        chinese = list(entries(file.read()))

    check = run('msgfmt', '--check', '--check-format', '-o', os.devnull, merged)
    tap.rule('the Chinese catalogue is sound, its formats as in English',
             [check.stderr] if check.returncode else [])

tap.rule('there are strings to translate', [] if strings else ['none'])
tap.rule('a string begins and ends with a word, not with a blank: nothing is put together from pieces',
         [f'{place}: “{text}”' for text, _, _, _, place in strings if text.strip('\n') != text.strip()])
tap.rule('quotes are typographic',
         [f'{place}: {text}' for text, _, _, _, place in strings if '"' in text or re.search(r"'", text)])

tap.rule('every string is said in Chinese',
         [f'{place}: “{text}”' for text, _, translations, _, place in chinese if not all(translations)
          or not translations])
tap.rule('no Chinese string is a guess',
         [f'{place}: “{text}”' for text, _, _, flags, place in chinese if 'fuzzy' in flags]
         + ['po/zh_CN.po: fuzzy entries'] * ('\n#, fuzzy' in tap.read('po/zh_CN.po')))
tap.rule('Chinese punctuation is Chinese',
         [f'{place}: “{translation}”' for _, _, translations, _, place in chinese for translation in translations
          if re.search(HAN + r'[,;:?!]|[,;:?!]' + HAN, translation)])
tap.rule('no Chinese string says something the English one leaves unsaid: same number of lines',
         [f'{place}: “{text}”' for text, plural, translations, _, place in chinese
          for translation in translations if translation and (plural or text).count('\n') != translation.count('\n')])
tap.done()
