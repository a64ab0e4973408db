#!/usr/bin/env python3
# lint-headers.py — compiles each header by itself, as its own layer sees it.
"""Usage: lint-headers.py BUILD-DIRECTORY"""

import concurrent.futures
import json
import os
import shlex
import subprocess
import sys

import tap

build = sys.argv[1]
with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as file:
    commands = json.load(file)


def compiler_of(layer):
    """How the layer's sources are compiled, without source, output and dependency file."""
    for command in commands:
        source = os.path.relpath(os.path.join(command['directory'], command['file']), tap.ROOT)
        if not source.startswith(f'src/{layer}/'):
            continue
        words = shlex.split(command['command'])
        kept, dropped = [], 0
        for word in words:
            if dropped:
                dropped -= 1
            elif word in ('-MF', '-MQ', '-o', '-c'):
                dropped = 1
            elif word != '-MD' and not word.startswith('-fsanitize'):
                kept.append(word)
        return command['directory'], kept
    return None


def complaint(header):
    compiler = compiler_of(header.split('/')[1])
    if compiler is None:
        return f'{header}: its layer has no source'
    directory, words = compiler
    done = subprocess.run(words + ['-O0', '-fsyntax-only', '-x', 'c', '-'], cwd=directory, text=True,
                          input=f'#include "{os.path.basename(header)}"\nint guatu_lint;\n',
                          capture_output=True, check=False)
    return f'{header}: {done.stderr}' if done.returncode else None


headers = [name for name in tap.files('src') if name.endswith('.h')]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    complaints = list(pool.map(complaint, headers))

tap.rule('there are headers to try', [] if headers else ['none'])
tap.rule('each header compiles by itself', [line for line in complaints if line])
tap.done()
