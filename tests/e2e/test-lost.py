#!/usr/bin/env python3
# test-lost.py — the plan’s file goes away, is another, or cannot be written while its window is open.
import os
import re
import resource
import shutil
import subprocess

from guatu_driver import check, ditch, guatuctl, journal, rule, run, same, tasks, wait_until

# A word for what stands between an edit and the disk is in the title’s second line.
FAILED = re.compile('^saving failed: ')
SAVED = re.compile('all changes saved$')


def banner(window, words):
    """Waits until the banner says so."""
    wait_until(lambda: any(words in label.name for alert in window.node.find_all('alert')
                           for label in alert.find_all('label')), f'the banner says “{words}”')


def no_banner(window):
    wait_until(lambda: not any(alert.find('label') for alert in window.node.find_all('alert')), 'the banner is gone')


def rename(window, name, new):
    """Types another name; whatever comes of it."""
    window.click(window.cell(name, 'Task'))
    window.key('F2')
    window.editor()
    window.key('ctrl+a')
    window.type(new)
    window.key('Return')


def cannot(window, name, new):
    """The edit is refused, at the cell; it is given up, and nothing pretends to be done."""
    rename(window, name, new)
    window.find('label', FAILED)
    window.settle()
    check(window.is_editing(), 'the cell is not edited any more')
    window.key('Escape')
    wait_until(lambda: not window.is_editing(), 'the edit is given up')
    window.row(name)


def save_copy(window, path):
    """By the menu and the file dialog, as people do."""
    window.key('F10')
    window.press('menu item', re.compile('^Save a Copy…$'))
    dialog = window.program.window('Save a Copy')
    wait_until(lambda: any(node.has_focus() for node in dialog.node.find_all('text box')), 'the name can be typed')
    dialog.key('ctrl+a')
    dialog.type(path)
    dialog.key('Return')
    wait_until(dialog.is_gone, 'the dialog is gone')
    window.focus()
    wait_until(lambda: os.path.exists(path), 'there is a copy')
    guatuctl('verify', path)


@rule('of a file that is moved away title and banner tell, no edit pretends to be saved, and when it is back saving goes on')
def moved(session):
    path, elsewhere = ditch(session), session.path('elsewhere')
    window = session.open(path)
    window.find('label', SAVED)
    before = journal(path)
    os.rename(path, elsewhere)
    banner(window, '“ditch.guatu” was moved')
    cannot(window, 'Fill', 'Fill up')
    same(journal(elsewhere), before, 'edits')
    os.rename(elsewhere, path)
    no_banner(window)
    window.find('label', SAVED)
    rename(window, 'Fill', 'Fill up')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill up', 'Sow'], 'the file has the name')
    window.find('label', SAVED)


@rule('of a file that is deleted a copy can still be saved, with all that was in it', gtk_loses=True)
def deleted(session):
    path, copy = ditch(session), session.path('saved.guatu')
    window = session.open(path)
    window.find('label', SAVED)
    os.remove(path)
    banner(window, 'save a copy')
    cannot(window, 'Fill', 'Fill up')
    save_copy(window, copy)
    same(tasks(copy), ['Dig', 'Fill', 'Sow'], 'tasks')
    window.find('label', FAILED)
    same(os.path.exists(path), False, 'whether the file is there')


@rule('a file that is replaced by another is not written, and opens in its window when it is opened anew')
def replaced(session):
    path, other = ditch(session), session.path('other.guatu')
    guatuctl('new', other, '--title', 'Other')
    guatuctl('add', other, 'task', 'Reap')
    window = session.open(path)
    window.find('label', SAVED)
    before = journal(other)
    os.replace(other, path)
    banner(window, 'replaced')
    cannot(window, 'Fill', 'Fill up')
    same(journal(path), before, 'edits')
    session.run(path)
    window.row('Reap')
    same([each.name for each in window.program.windows()], ['Other'], 'windows')
    no_banner(window)
    rename(window, 'Reap', 'Thresh')
    wait_until(lambda: tasks(path) == ['Thresh'], 'the file has the name')


@rule('where there is no room to write, title and banner tell until there is, and a bar that was dragged stays')
def full(session):
    path = ditch(session)
    window = session.open(path)
    before = journal(path)
    pid = window.program.process.pid
    limits = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (512, limits[1]))
    cannot(window, 'Fill', 'Fill up')
    banner(window, '“ditch.guatu” could not be read or written')
    bar = window.bar('Sow')
    window.screen.drag((bar[0] + bar[1]) / 2, bar[2], (bar[0] + bar[1]) / 2 + 200, bar[2])
    window.screen.point(5, 5)
    window.settle()
    # What is selected has an outline.
    check(all(abs(a - b) <= 3 for a, b in zip(window.bar('Sow'), bar)), 'the bar stands elsewhere')
    same(journal(path), before, 'edits')
    resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)
    rename(window, 'Fill', 'Fill up')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill up', 'Sow'], 'the file has the name')
    window.find('label', SAVED)
    no_banner(window)
    guatuctl('verify', path)


def forbid(folder):
    """Nothing can be made in the folder any more, not even by who may do all; %False where that cannot be had."""
    if os.geteuid() != 0:
        os.chmod(folder, 0o500)
        return True
    return (shutil.which('chattr') is not None
            and subprocess.run(['chattr', '+i', folder], check=False, capture_output=True).returncode == 0)


def allow(folder):
    if os.geteuid() != 0:
        os.chmod(folder, 0o700)
    else:
        subprocess.run(['chattr', '-i', folder], check=False)


@rule('where the folder may not be written any more title and banner tell, a copy elsewhere is saved, and then it goes on',
      gtk_loses=True)
def folder(session):
    place = session.path('plans')
    os.mkdir(place)
    path, copy = ditch(session, 'plans/ditch.guatu'), session.path('saved.guatu')
    window = session.open(path)
    window.find('label', SAVED)
    if not forbid(place):
        return
    try:
        cannot(window, 'Fill', 'Fill up')
        banner(window, 'ditch.guatu')
        save_copy(window, copy)
        same(tasks(copy), ['Dig', 'Fill', 'Sow'], 'tasks')
    finally:
        allow(place)
    rename(window, 'Fill', 'Fill up')
    wait_until(lambda: tasks(path) == ['Dig', 'Fill up', 'Sow'], 'the file has the name')
    window.find('label', SAVED)
    no_banner(window)


run()
