#!/usr/bin/env python3
# test-small-window.py — the window at 1024 × 640 has all its controls, and none is cut off.
import re

from guatu_driver import Gone, check, guatuctl, rule, run, wait_until

# Controls; of lists that scroll the inside may be longer than the window.
CONTROLS = ('button', 'checkbox', 'search box', 'text box', 'combo box', 'switch', 'toggle button', 'menu item', 'status')
# What has all the room that it asks for elsewhere: by scrolling.
SCROLLED = re.compile('GtkColumnView|GuatuInspector|Inspector|Tasks')


def outside(window):
    """Controls that reach over the window’s edge."""
    _, _, width, height = window.node.extents
    found = []

    def walk(node):
        try:
            if node.role == 'grid cell' or (node.role in ('region', 'tree grid')):
                return
            if node.role in CONTROLS and node.takes_room:
                x, y, across, down = node.extents
                if x < 0 or y < 0 or x + across > width or y + down > height:
                    found.append(f'{node} at {x}, {y}, {across} × {down} in {width} × {height}')
            for child in node.children:
                walk(child)
        except Gone:
            pass
    walk(window.node)
    return found


def overlapping(window):
    """Pairs of buttons of the toolbar that stand over each other."""
    buttons = [node for node in window.find('tool bar').find_all(('button', 'search box'))
               if 'focusable' in node.states]
    boxes = [(node, node.extents) for node in buttons]
    return [f'{a} and {b}' for i, (a, (ax, ay, aw, ah)) in enumerate(boxes) for b, (bx, by, bw, bh) in boxes[i + 1:]
            # Two of one name are the long and the short form of it, of which one is shown.
            if a.name != b.name and ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah]


def fits(session, *files):
    window = session.start(*files).window()
    window.fill_screen()
    found = outside(window)
    check(not found, 'outside the window:\n' + '\n'.join(found))
    return window


def on_map(session):
    path = session.path('year.guatu')
    guatuctl('new', path, '--sample', 'execution-year', *(['--lang', 'zh_CN'] if session.speaks_chinese else []))
    window = fits(session, path)
    found = overlapping(window)
    check(not found, 'over each other:\n' + '\n'.join(found))
    timeline = window.timeline().extents
    check(timeline[2] > 200 and timeline[3] > 300, f'the timeline has only {timeline[2]} × {timeline[3]}')

    # With the inspector there is still a timeline to see.
    window.key('F9')
    region = window.find('region')
    wait_until(lambda: region.extents[2] >= 280, 'the inspector is there')
    session.settle()
    found = outside(window) + overlapping(window)
    check(not found, 'with the inspector:\n' + '\n'.join(found))
    x, _, across, _ = region.extents
    check(x + across <= window.node.extents[2], 'the inspector reaches over the edge')
    check(window.timeline().extents[2] > 40, 'the timeline is gone')


@rule('at 1024 × 640 the first page has all its controls', width=1024, height=640)
def first_page(session):
    fits(session)


@rule('at 1024 × 640 the battle map has all its controls, with and without the inspector', width=1024, height=640)
def english(session):
    on_map(session)


@rule('at 1024 × 640 the battle map has all its controls in Chinese, too', width=1024, height=640, LANGUAGE='zh_CN')
def chinese(session):
    on_map(session)


run()
