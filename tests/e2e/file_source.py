#!/usr/bin/env python3
# file_source.py — a small window from which files are dragged, as a file manager has them.
"""Its arguments are URIs. All of them are dragged together, as text/uri-list; nothing more is offered."""
import os
import sys

import gi

gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk  # noqa: E402, after its version was named


def activate(app):
    window = Gtk.ApplicationWindow(application=app, title='Files', default_width=200, default_height=120)
    label = Gtk.Label(label='drag me')
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    uris = ''.join(f'{uri}\r\n' for uri in sys.argv[1:])
    offer = Gdk.ContentProvider.new_for_bytes('text/uri-list', GLib.Bytes.new(uris.encode()))
    source.connect('prepare', lambda *_: offer)
    label.add_controller(source)
    window.set_child(label)
    window.present()


os.environ.pop('G_DEBUG', None)
program = Gtk.Application(application_id=None)
program.connect('activate', activate)
program.run(None)
