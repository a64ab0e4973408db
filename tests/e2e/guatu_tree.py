# guatu_tree.py — what a screen reader hears: the widgets of a program over AT-SPI.
"""Asked by plain D-Bus calls, always afresh: a library that remembers answers would tell of rows that are gone."""

import re

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402, after its version was named

ROOT = '/org/a11y/atspi/accessible/root'
ACCESSIBLE = 'org.a11y.atspi.Accessible'
COMPONENT = 'org.a11y.atspi.Component'
REGISTRY = 'org.a11y.atspi.Registry'

# Of AtspiStateType, those that are asked for.
STATES = {1: 'active', 4: 'checked', 7: 'editable', 8: 'enabled', 9: 'expandable', 10: 'expanded', 11: 'focusable',
          12: 'focused', 16: 'modal', 20: 'pressed', 23: 'selected', 24: 'sensitive', 25: 'showing', 30: 'visible'}

FOCUSED = 1 << 12

RELATIVE_TO_WINDOW = 1

# What GTK calls a widget that has no name: by its class.
CLASS_NAME = re.compile(r'(Gtk|Adw|Guatu)[A-Z]\w*$')

# Long lists of little interest, unless one asks for them.
CELL = 'grid cell'


def connect(address):
    """A connection to a bus. The accessibility bus tells who is on it."""
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def connect_accessibility(session_bus):
    """The accessibility bus of a session; it is started by asking for it."""
    answer = session_bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                   Gio.DBusCallFlags.NONE, 120000, None)
    return connect(answer.unpack()[0])


class Gone(Exception):
    """The widget is not there any more."""


class Node:
    """One widget as AT-SPI has it. Roles never change and are remembered; all else is asked anew."""

    _roles = {}

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.owner = owner
        self.path = path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def __repr__(self):
        try:
            return f'{self.role} “{self.name}”'
        except Gone:
            return 'a widget that is gone'

    def _call(self, interface, method, arguments=None):
        try:
            return self.bus.call_sync(self.owner, self.path, interface, method, arguments, None,
                                      Gio.DBusCallFlags.NONE, 120000, None).unpack()
        except GLib.Error as error:
            raise Gone(f'{method} of {self.path}: {error.message}') from error

    def _property(self, interface, name):
        return self._call('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (interface, name)))[0]

    @property
    def role(self):
        key = (self.owner, self.path)
        if key not in Node._roles:
            Node._roles[key] = self._call(ACCESSIBLE, 'GetRoleName')[0]
        return Node._roles[key]

    @property
    def name(self):
        """What it is called; its class where nobody gave it a name. A button with a mnemonic GTK 4.8 calls by its text
        with the underscore and, once more, without."""
        name = self._property(ACCESSIBLE, 'Name')
        half = (len(name) - 1) // 2
        marked, plain = name[:half + 1], name[half + 2:]
        return plain if marked.replace('_', '', 1) == plain and plain else name

    @property
    def is_named(self):
        return self.name.strip() != '' and not CLASS_NAME.match(self.name)

    @property
    def description(self):
        return self._property(ACCESSIBLE, 'Description')

    @property
    def states(self):
        low, high = self._call(ACCESSIBLE, 'GetState')[0]
        bits = low | high << 32
        return {name for bit, name in STATES.items() if bits >> bit & 1}

    @property
    def extents(self):
        """x, y, width and height in its window, without its own border and padding."""
        return self._call(COMPONENT, 'GetExtents', GLib.Variant('(u)', (RELATIVE_TO_WINDOW,)))[0]

    @property
    def children(self):
        return [Node(self.bus, owner, path) for owner, path in self._call(ACCESSIBLE, 'GetChildren')[0]
                if path != '/org/a11y/atspi/null']

    @property
    def parent(self):
        owner, path = self._property(ACCESSIBLE, 'Parent')
        return None if not owner or path in (ROOT, '/org/a11y/atspi/null') else Node(self.bus, owner, path)

    @property
    def text(self):
        """What stands in an entry."""
        length = self._property('org.a11y.atspi.Text', 'CharacterCount')
        return self._call('org.a11y.atspi.Text', 'GetText', GLib.Variant('(ii)', (0, length)))[0]

    @property
    def value(self):
        return self._property('org.a11y.atspi.Value', 'CurrentValue')

    def walk(self, cells=False, besides=None):
        """Itself and all that is in it but @besides, from the outside in; cells of tables only if they are asked for."""
        try:
            if not cells and self.role == CELL:
                return
            yield self
            children = self.children
        except Gone:
            return
        for child in children:
            if child != besides:
                yield from child.walk(cells)

    def walk_outwards(self, levels):
        """Itself with all that is in it, then what stands beside it, and so on, so many levels up."""
        node, before = self, None
        for _ in range(levels):
            yield from node.walk(True, before)
            try:
                node, before = node.parent, node
            except Gone:
                return
            if node is None:
                return

    def find_all(self, role=None, name=None, cells=False, shown=True):
        """Those in it of this role, or one of these, and this name (a text, or a compiled expression that is searched
        for); unless @shown is False only what takes up room."""
        roles = (role,) if isinstance(role, str) else role
        for node in self.walk(cells):
            try:
                if ((roles is None or node.role in roles) and _matches(name, node)
                        and (not shown or node.takes_room)):
                    yield node
            except Gone:
                continue

    def find(self, role=None, name=None, cells=False, shown=True):
        """The first of them, or None."""
        return next(self.find_all(role, name, cells, shown), None)

    @property
    def takes_room(self):
        try:
            _, _, width, height = self.extents
        except Gone:
            return False
        return width > 0 and height > 0

    def has_focus(self):
        return 'focused' in self.states

    def is_in(self, other):
        """Whether it is @other, or somewhere in it."""
        node = self
        while node is not None and node != other:
            try:
                node = node.parent
            except Gone:
                return False
        return node is not None

    def all_with_focus(self):
        """Those of its program that have the keyboard, among those that the program keeps ready: all that anybody asked
        for, and what it told the screen reader of. One question instead of thousands."""
        try:
            items = self.bus.call_sync(self.owner, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems', None,
                                       None, Gio.DBusCallFlags.NONE, 120000, None).unpack()[0]
        except GLib.Error:
            return
        for item in items:
            if item[-1][0] & FOCUSED:
                yield Node(self.bus, *item[0])


def _matches(name, node):
    if name is None:
        return True
    if isinstance(name, str):
        return node.name == name
    return name.search(node.name) is not None


def applications(bus):
    """The programs that are there."""
    try:
        return Node(bus, REGISTRY, ROOT).children
    except Gone:
        return []
