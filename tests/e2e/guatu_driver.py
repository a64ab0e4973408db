# guatu_driver.py — drives the real window: starts it on a screen and a bus of its own, and looks at what comes of it.
"""A test is a script that imports this first; its arguments are the paths of guatu and guatuctl. It is made of functions
marked @rule('a sentence'), each of which is handed a Session, and it ends with run().

State is read where people and other programs would find it: over AT-SPI, and from the file. Whatever has to happen first
is waited for by wait_until(); there is no sleep of a fixed time, and no limit that a busy machine would reach."""

import gettext
import itertools
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'lint'))
import tap  # noqa: E402, found where the line above says

# What a machine must have to run these tests.
PROGRAMS = ('Xvfb', 'xdotool', 'dbus-daemon')
LAUNCHERS = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')


def _missing():
    found = [program for program in PROGRAMS if shutil.which(program) is None]
    if not any(os.path.exists(launcher) for launcher in LAUNCHERS):
        found.append('at-spi2-core')
    try:
        import gi  # noqa: F401
    except ImportError:
        found.append('gi for Python')
    return found


if _missing():
    print(f'1..0 # SKIP {", ".join(_missing())}: not installed')
    sys.exit(0)

# Meant for the program that is tested, and for no library of the test's own.
_DEBUG = {'G_DEBUG': os.environ.pop('G_DEBUG')} if 'G_DEBUG' in os.environ else {}

import guatu_screen  # noqa: E402, after it is known that it can be
import guatu_tree  # noqa: E402
from guatu_tree import Gone  # noqa: E402

GUATU, GUATUCTL = [os.path.abspath(path) for path in sys.argv[1:3]]

SANITIZED = 'ASAN_OPTIONS' in os.environ
# Seconds. Nobody waits so long but for what never comes.
PATIENCE = float(os.environ.get('GUATU_PATIENCE', 400 if SANITIZED else 100))
GLANCE = 0.03

# Pixels that a window may have around what AT-SPI knows of it.
EDGES = 20

# What a program must not say. What libraries say of themselves, with the reason why it is no fault of ours:
COMPLAINT = re.compile(r'(\w+-(WARNING|CRITICAL|ERROR) \*\*|ERROR: \w+Sanitizer|runtime error:)')
EXCUSED = ()


class Failure(AssertionError):
    """A rule is broken; says how."""


def check(fact, message):
    if not fact:
        raise Failure(message)


def same(found, expected, what):
    if found != expected:
        raise Failure(f'{what}: found {found!r}, expected {expected!r}')


def wait_until(condition, what, patience=PATIENCE):
    """Asks until the answer is true, and hands it back."""
    last = time.monotonic() + patience
    while True:
        try:
            answer = condition()
        except Gone:
            answer = None
        if answer:
            return answer
        if time.monotonic() > last:
            raise Failure(f'waited in vain until {what}')
        time.sleep(GLANCE)


class Program:
    """A running guatu."""

    def __init__(self, session, files, environment):
        self.session = session
        self.log_path = os.path.join(session.home, f'guatu-{len(session.programs)}.log')
        self.over = False
        before = {node.owner for node in guatu_tree.applications(session.bus)}
        with open(self.log_path, 'wb') as log:
            self.process = subprocess.Popen([GUATU, *files], env=dict(session.environment, **environment),
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=session.home)
        self.node = wait_until(lambda: self._appeared(before), 'guatu is seen by screen readers')

    def _appeared(self, before):
        if self.process.poll() is not None:
            raise Failure(f'guatu ended at once, with {self.process.returncode}:\n{self.log()}')
        return next((node for node in guatu_tree.applications(self.session.bus) if node.owner not in before), None)

    def log(self):
        with open(self.log_path, encoding='utf-8', errors='replace') as file:
            return file.read()

    def windows(self):
        return [Window(self, node) for node in self.node.children]

    def window(self, name=None):
        """The window of this name, or the only one; on the screen, and with the keyboard."""
        def found():
            for node in self.node.children:
                if name is None or guatu_tree._matches(name, node):
                    return node
            return None
        window = Window(self, wait_until(found, f'there is a window {name or ""}'))
        window.focus()
        return window

    def kill(self):
        """As when the power fails, for the program."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.over = True

    def quit(self):
        """As people do; then it has to end in order, and without a word of complaint."""
        if self.over:
            return
        self.over = True
        if self.process.poll() is None:
            self.node_quit()
        try:
            status = self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Failure(f'guatu does not quit:\n{self.log()}') from None
        check(status == 0, f'guatu ended with {status}:\n{self.log()}')
        self.check_log()

    def node_quit(self):
        """By its action, which needs no keyboard: a question may be open."""
        self.session.call_action(self, 'quit')

    def check_log(self):
        bad = [line for line in self.log().splitlines()
               if COMPLAINT.search(line) and not any(excuse in line for excuse in EXCUSED)]
        check(not bad, 'the program complains:\n' + '\n'.join(bad))


def _popover_of(node):
    """The popover that the widget is in, or None."""
    while node is not None:
        parent = node.parent
        if node.name == 'GtkPopoverContent':
            return parent
        node = parent
    return None


def _hidden_by(node):
    """What scrolls and does not show the middle of the widget, and whether that is further down; or None."""
    x, y, width, height = node.extents
    middle = y + height / 2
    while node is not None and node.name != 'GtkPopoverContent':
        node = node.parent
        if node is None or node.role not in ('group', 'list', 'tree grid', 'scroll area'):
            continue
        _, top, _, room = node.extents
        if any(child.role == 'scroll bar' for child in node.children) and not top <= middle <= top + room:
            return node, middle > top + room
    return None


class Window:
    """One of its windows, and where it stands on the screen."""

    def __init__(self, program, node):
        self.program = program
        self.session = program.session
        self.screen = program.session.screen
        self.node = node
        self.number = None
        self._focused = None

    @property
    def name(self):
        return self.node.name

    def is_gone(self):
        try:
            return self.node not in self.program.node.children
        except Gone:
            return True

    def _find_number(self):
        """By its title; by its size where it says none that the screen knows."""
        windows = self.screen.windows()
        mine = [number for number in windows if self.screen.title(number) == self.name]
        if mine:
            return mine[-1]
        _, _, width, height = self.node.extents

        def fits(number):
            _, _, across, down = self.screen.place(number)
            return (0 <= across - width * self.session.scale <= EDGES * self.session.scale
                    and 0 <= down - height * self.session.scale <= EDGES * self.session.scale)
        return next((number for number in reversed(windows) if fits(number)), None)

    def focus(self):
        """Gives it the keyboard: there is no window manager to do so."""
        self.number = wait_until(self._find_number, f'the window “{self.name}” is on the screen')

        def is_active():
            self.screen.xdotool('windowfocus', self.number)
            # Of dialogs GTK does not say whether they are active.
            return 'active' in self.node.states if self.node.role == 'window' else self.screen.focused() == self.number
        wait_until(is_active, f'the window “{self.name}” has the keyboard')

    def fill_screen(self):
        self.resize(self.screen.width, self.screen.height)

    def resize(self, width, height):
        self.screen.xdotool('windowmove', self.number, 0, 0)
        self.screen.xdotool('windowsize', self.number, width, height)
        wait_until(lambda: self.screen.place(self.number) == (0, 0, width, height), 'the window has its size')
        # Then its content has, too.
        edge = EDGES * self.session.scale
        wait_until(lambda: width - edge <= self.node.extents[2] * self.session.scale <= width, 'the window is laid out')
        self.settle()

    def settle(self):
        self.session.settle()

    def box_of(self, node):
        """The widget's left, top, width and height on the screen."""
        x, y, width, height = node.extents
        scale = self.session.scale
        popover = _popover_of(node)
        if popover is not None:
            # It has a window of its own; widgets in it say where they stand from where it hangs.
            from_x, from_y, across, down = popover.extents
            left, top = wait_until(lambda: self._find_popup(across * scale, down * scale), f'{popover} is on the screen')
            left, top = left - from_x * scale, top - from_y * scale
        else:
            _, _, inner_width, inner_height = self.node.extents
            left, top, outer_width, outer_height = self.screen.place(self.number)
            left += (outer_width - inner_width * scale) / 2
            top += (outer_height - inner_height * scale) / 2
        return left + x * scale, top + y * scale, width * scale, height * scale

    def _find_popup(self, width, height):
        for number in reversed(self.screen.all_windows()):
            x, y, across, down = self.screen.place(number)
            if abs(across - width) <= 2 and abs(down - height) <= 2:
                return x, y
        return None

    def centre_of(self, node):
        left, top, width, height = self.box_of(node)
        return left + width / 2, top + height / 2

    def bring_into_sight(self, node):
        """Turns the wheel over what scrolls, as long as it takes."""
        def is_in_sight():
            hidden = _hidden_by(node)
            if hidden is None:
                return True
            scroller, down = hidden
            self.screen.click(*self.centre_of(scroller), button=5 if down else 4)
            self.settle()
            return False
        wait_until(is_in_sight, f'{node} is in sight')

    def find(self, role=None, name=None, within=None, cells=False):
        """Waits until there is such a widget."""
        what = f'there is {role or "a widget"} “{getattr(name, "pattern", name) or ""}”'
        return wait_until(lambda: (within or self.node).find(role, name, cells), what)

    def has(self, role=None, name=None, within=None, cells=False):
        return (within or self.node).find(role, name, cells) is not None

    def click(self, node, button=1, times=1):
        """Once it has come to rest: what unfolds is known before it is there."""
        self.settle()
        self.bring_into_sight(node)
        x, y = self.centre_of(node)
        # On its edge a window is made larger.
        check(EDGES / 2 < x < self.screen.width - EDGES / 2 and EDGES / 2 < y < self.screen.height - EDGES / 2,
              f'{node} is not on the screen')
        self.screen.click(x, y, button=button, times=times)

    def focused(self):
        """What has the keyboard: most often something near to what had it before."""
        ready = (node for node in self.node.all_with_focus() if node.is_in(self.node))
        near = self._focused.walk_outwards(3) if self._focused is not None else ()
        for node in itertools.chain(near, ready, self.node.walk(), self.node.walk(True)):
            try:
                if node.has_focus():
                    self._focused = node
                    return node
            except Gone:
                continue
        return None

    def press(self, role, name, within=None):
        """Finds it and clicks on it."""
        self.click(self.find(role, name, within))

    def key(self, *keys):
        self.screen.key(*keys)

    def type(self, text):
        self.screen.type(text)

    # The battle map -----------------------------------------------------------------------------------------

    def table(self):
        return self.find('tree grid', re.compile('^(Tasks|任务)$'))

    def timeline(self):
        return self.find('image', re.compile('^(Timeline|时间图|时间轴|横道图)$'))

    def rows(self):
        """What each row of the table says of itself, from the top; the line for new tasks is the last."""
        return [row.name for row in self.row_nodes()]

    def row_nodes(self):
        rows = next((node for node in self.table().children if node.role == 'list'), None)
        return [row for row in rows.children if row.role == 'row'] if rows else []

    def row(self, name):
        """The row whose sentence begins with the task's name."""
        def found():
            return next((row for row in self.row_nodes() if row.name.split(',')[0].split('，')[0] == name), None)
        return wait_until(found, f'the table has a row “{name}”')

    def cell(self, name, column):
        """The cell of a task in the column of this title."""
        titles = self.table().find_all('column header')
        title = next((node for node in titles if any(label.name == column for label in node.walk())), None)
        check(title is not None, f'the table has no column “{column}”')
        x, _, width, _ = title.extents
        for cell in self.row(name).children:
            left, _, across, _ = cell.extents
            if left < x + width / 2 < left + across:
                return cell
        raise Failure(f'no cell of “{name}” stands below “{column}”')

    def editor(self):
        """The text that is being typed in a cell; waits until it has the focus."""
        def found():
            return next((node for node in self.table().find_all('text box', cells=True) if node.has_focus()), None)
        return wait_until(found, 'a cell is being edited')

    def is_editing(self):
        return self.table().find('text box', cells=True) is not None

    def bar(self, name):
        """The left end, the right end and the middle line of a task's bar on the screen; it is looked for in the
        picture, as a person would."""
        _, top, _, height = self.box_of(self.row(name))
        left, _, width, _ = self.box_of(self.timeline())
        middle = round(top + height / 2)
        reach = round(4 * self.session.scale)
        clear = round(top + 3 * self.session.scale)

        def found():
            picture = self.screen.look()
            lines = [picture.runs(middle + step, round(left), round(left + width), clear) for step in (-reach, reach)]
            both = [run for run in lines[0] if any(abs(run[0] - other[0]) < 6 and abs(run[1] - other[1]) < 6
                                                   for other in lines[1])]
            return max(both, key=lambda run: run[1] - run[0], default=None)
        first, last = wait_until(found, f'there is a bar of “{name}”')
        return first, last, middle


class Session:
    """A screen, a bus and a home of its own. Two of them know nothing of each other."""

    def __init__(self, width=1280, height=800, scale=1, gtk_loses=False, **environment):
        self.home = tempfile.mkdtemp(prefix='guatu-e2e-')
        self.scale = scale
        self.programs = []
        self.helpers = []
        self.screen = None
        if gtk_loses and SANITIZED:
            # GTK's file chooser loses much of what it lists; its clipboard and its drops what they read of another program.
            environment['ASAN_OPTIONS'] = os.environ['ASAN_OPTIONS'] + ':detect_leaks=0'
        try:
            self._start(width, height, environment)
        except BaseException:
            self.close()
            raise

    def _start(self, width, height, environment):
        self.screen = guatu_screen.Screen(self.home, width * self.scale, height * self.scale)
        run = os.path.join(self.home, 'run')
        os.mkdir(run, 0o700)
        settings = os.path.join(self.home, 'config', 'gtk-4.0')
        os.makedirs(settings)
        with open(os.path.join(settings, 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write(f'[Settings]\ngtk-double-click-time={guatu_screen.DOUBLE_CLICK * 1000}\n')
        # A stranger to the settings of whoever runs the tests.
        self.environment = dict(
            os.environ, **_DEBUG, HOME=self.home, XDG_RUNTIME_DIR=run, DISPLAY=self.screen.name, GDK_BACKEND='x11',
            XDG_CONFIG_HOME=os.path.join(self.home, 'config'), XDG_DATA_HOME=os.path.join(self.home, 'data'),
            XDG_CACHE_HOME=os.path.join(self.home, 'cache'), XDG_STATE_HOME=os.path.join(self.home, 'state'),
            GSK_RENDERER='cairo', GDK_DEBUG='gl-disable', GSETTINGS_BACKEND='memory', GTK_A11Y='atspi',
            ADW_DEBUG_COLOR_SCHEME='default', GTK_IM_MODULE='gtk-im-context-simple', GIO_USE_VFS='local',
            GDK_SCALE=str(self.scale))
        for name in ('WAYLAND_DISPLAY', 'XAUTHORITY', 'AT_SPI_BUS_ADDRESS', 'DBUS_SESSION_BUS_ADDRESS', 'NO_AT_BRIDGE'):
            self.environment.pop(name, None)
        self.environment.update(environment)
        # What the bus starts is not ours to judge.
        others = {name: value for name, value in self.environment.items() if name != 'G_DEBUG'}
        bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address=1', f'--address=unix:dir={run}'],
                               env=others, stdout=subprocess.PIPE, stderr=self.screen.log, text=True)
        self.helpers.append(bus)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()
        self.session_bus = guatu_tree.connect(self.environment['DBUS_SESSION_BUS_ADDRESS'])
        self.bus = guatu_tree.connect_accessibility(self.session_bus)

    def start(self, *files, **environment):
        program = Program(self, files, environment)
        self.programs.append(program)
        return program

    def open(self, *files, **environment):
        """Starts the program; its window, as large as the screen."""
        window = self.start(*files, **environment).window()
        window.fill_screen()
        return window

    def run(self, *files):
        """Runs the program once more, to its end; its exit status."""
        return subprocess.run([GUATU, *files], env=self.environment, cwd=self.home, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                              timeout=PATIENCE).returncode

    def words(self, text):
        """A text of the program in the session's language, without its mnemonic."""
        if self.speaks_chinese:
            catalogue = gettext.translation('guatu', os.environ.get('GUATU_LOCALE_DIR'), ['zh_CN'])
            text = catalogue.gettext(text)
        return re.sub(r'\(_.\)', '', text).replace('_', '')

    @property
    def speaks_chinese(self):
        return self.environment.get('LANGUAGE', '').startswith('zh')

    def call_action(self, program, name):
        pid = program.process.pid
        from gi.repository import Gio, GLib
        owner = self.session_bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetNameOwner',
                                           GLib.Variant('(s)', ('io.github.guatu.Guatu',)), None,
                                           Gio.DBusCallFlags.NONE, 120000, None).unpack()[0]
        check(owner, f'program {pid} is not on the bus')
        self.session_bus.call_sync(owner, '/io/github/guatu/Guatu', 'org.gtk.Actions', 'Activate',
                                   GLib.Variant('(sava{sv})', (name, [], {})), None, Gio.DBusCallFlags.NONE, 120000,
                                   None)

    def settle(self):
        """Waits until the screen has stood still for a while."""
        last = self.screen.glance()
        since = time.monotonic()

        def is_still():
            nonlocal last, since
            now = self.screen.glance()
            if now != last:
                last, since = now, time.monotonic()
            return time.monotonic() - since > 0.25
        wait_until(is_still, 'the screen stands still')

    def set_clipboard(self, text):
        """Somebody else has copied this."""
        owner = subprocess.Popen(['xclip', '-quiet', '-selection', 'clipboard'], stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)
        owner.stdin.write(text.encode())
        owner.stdin.close()
        self.helpers.append(owner)

        def is_there():
            return subprocess.run(['xclip', '-selection', 'clipboard', '-o'], env=self.environment, check=False,
                                  capture_output=True, timeout=PATIENCE).stdout == text.encode()
        wait_until(is_there, 'the clipboard has the text')

    def path(self, name):
        return os.path.join(self.home, name)

    def close(self):
        """Ends what is still running."""
        for program in self.programs:
            if program.process.poll() is None:
                program.process.kill()
                program.process.wait()
        for helper in reversed(self.helpers):
            helper.terminate()
            helper.wait()
            if helper.stdout is not None:
                helper.stdout.close()
        if self.screen is not None:
            self.screen.close()
        shutil.rmtree(self.home, ignore_errors=True)


# Files ------------------------------------------------------------------------------------------------------

def guatuctl(*words):
    """Runs it as another process, which must succeed; what it printed."""
    done = subprocess.run([GUATUCTL, *map(str, words)], capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL, timeout=600)
    check(done.returncode == 0, f'guatuctl {" ".join(map(str, words))}: {done.stderr}')
    return done.stdout


def query(path, sql, *values):
    """Rows of a plan's file, as another process reads them."""
    connection = sqlite3.connect(f'file:{path}?mode=ro', uri=True, timeout=PATIENCE)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def tasks(path):
    """The names of the plan's tasks, in the order of their places."""
    return [task['name'] for task in json.loads(guatuctl('show', path, 'tasks', '--json'))]


def task(path, name):
    """A task as stored, with its dates."""
    return next(task for task in json.loads(guatuctl('show', path, 'tasks', '--json')) if task['name'] == name)


def schedule(path):
    """The plan's dates: {name of a task: its schedule}."""
    return {task['name']: task for task in json.loads(guatuctl('schedule', path, '--json'))['tasks']}


def links(path):
    """(predecessor, type, successor) of each link, by name."""
    names = {task['id']: task['name'] for task in json.loads(guatuctl('show', path, 'tasks', '--json'))}
    return sorted((names[link['predecessor']], link['type'], names[link['successor']])
                  for link in json.loads(guatuctl('show', path, 'links', '--json')))


def journal(path):
    """Kinds of the plan's edits, the oldest first."""
    return [kind for kind, in query(path, 'SELECT kind FROM journal ORDER BY seq')]


def ditch(session, name='ditch.guatu'):
    """A plan of three tasks, the second after the first; made by another process."""
    path = session.path(name)
    guatuctl('new', path, '--title', 'Ditch', '--start', '2026-11-02')
    guatuctl('add', path, 'task', 'Dig', 'duration=5d')
    guatuctl('add', path, 'task', 'Fill', 'duration=3d')
    guatuctl('add', path, 'task', 'Sow', 'duration=10d')
    guatuctl('link', path, 1, 2)
    return path


# Rules ------------------------------------------------------------------------------------------------------

_rules = []


def rule(sentence, **session):
    """Marks a function that tries a rule, in a session of its own made with these arguments."""
    def mark(function):
        _rules.append((sentence, function, session))
        return function
    return mark


def _try(sentence, function, arguments):
    session = Session(**arguments)
    try:
        function(session)
        for program in session.programs:
            program.quit()
        return []
    except Exception as error:
        kept = os.environ.get('GUATU_E2E_PICTURES')
        if kept and session.screen is not None:
            os.makedirs(kept, exist_ok=True)
            session.screen.look().save(os.path.join(kept, re.sub(r'\W+', '-', sentence) + '.png'))
        said = [str(error)] if isinstance(error, Failure) else []
        said.append(''.join(traceback.format_exc()))
        return said + [f'said by the program:\n{program.log()}' for program in session.programs if program.log()]
    finally:
        session.close()


def run():
    """Tries every rule; with more arguments only those that have one of these words in their sentence. The -m of the
    other tests, which chooses their slow ones, chooses nothing here."""
    words = sys.argv[5:] if sys.argv[3:4] == ['-m'] else sys.argv[3:]
    for sentence, function, arguments in _rules:
        if not words or any(word in sentence for word in words):
            tap.rule(sentence, _try(sentence, function, arguments))
    tap.done()
