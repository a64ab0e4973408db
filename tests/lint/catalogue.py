# catalogue.py — the strings of the program, as xgettext finds them, and PO files taken apart.

import os
import re
import subprocess

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


def unquote(lines):
    """The text of PO strings."""
    quoted = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines))
    return re.sub(r'\\(.)', lambda found: {'n': '\n', 't': '\t'}.get(found.group(1), found.group(1)), quoted)


def entries(text):
    """(context or None, msgid, plural or None, [msgstr], flags, place) of each entry of a PO file, without header
    and obsolete ones."""
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
        context = re.search(r'^msgctxt\s+("(?:[^"\\]|\\.)*")', body, re.M)
        plural = found.group(2) and unquote(found.group(2))
        yield context and unquote(context.group(1)), unquote(found.group(1)), plural, translations, flags, place


def listed():
    """The sources that POTFILES names."""
    return [line for line in tap.read('po/POTFILES').splitlines() if line and not line.startswith('#')]


def extract(path):
    """Writes the template of all strings to @path; what xgettext had to say."""
    names = [name for name in listed() if os.path.exists(os.path.join(tap.ROOT, name))]
    done = subprocess.run([*XGETTEXT, '-o', path, *names], cwd=tap.ROOT, capture_output=True, text=True, check=False)
    return done.stderr.strip()
