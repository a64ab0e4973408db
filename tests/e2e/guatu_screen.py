# guatu_screen.py — a screen of its own: a display without hardware, what stands on it, and hands for it.
"""The display keeps its picture in a file, so that nothing else is needed to look at it."""

import os
import select
import struct
import subprocess
import time
import zlib

# Seconds in which a second click makes a double one: more than people have, as a busy machine is slower than they.
DOUBLE_CLICK = 2


class Picture:
    """What stood on the screen: rows of red, green and blue."""

    def __init__(self, width, height, pixels):
        self.width = width
        self.height = height
        self.pixels = pixels

    def __eq__(self, other):
        return isinstance(other, Picture) and self.pixels == other.pixels

    def at(self, x, y):
        place = (y * self.width + x) * 3
        return tuple(self.pixels[place:place + 3])

    def save(self, path):
        """As a PNG."""
        stride = self.width * 3
        rows = b''.join(b'\0' + self.pixels[y * stride:(y + 1) * stride] for y in range(self.height))
        with open(path, 'wb') as file:
            file.write(b'\x89PNG\r\n\x1a\n')
            for kind, data in ((b'IHDR', struct.pack('>IIBBBBB', self.width, self.height, 8, 2, 0, 0, 0)),
                               (b'IDAT', zlib.compress(rows, 6)), (b'IEND', b'')):
                file.write(struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data)))

    def runs(self, y, left, right, above):
        """Spans of the line @y, from @left to @right, that differ from the line @above: (first, last) of each."""
        found = []
        for x in range(max(left, 0), min(right, self.width)):
            if max(abs(a - b) for a, b in zip(self.at(x, y), self.at(x, above))) <= 12:
                continue
            if found and x - found[-1][1] <= 2:
                found[-1][1] = x
            else:
                found.append([x, x])
        return [tuple(run) for run in found]


class Screen:
    """A display; ended by close()."""

    def __init__(self, folder, width, height):
        self.width = width
        self.height = height
        self.clicked = (-100, -100, 0)
        self.folder = os.path.join(folder, 'screen')
        os.mkdir(self.folder)
        reading, writing = os.pipe()
        self.log = open(os.path.join(folder, 'screen.log'), 'wb')
        # It finds a free number by itself, so that many can start at once.
        self.process = subprocess.Popen(
            ['Xvfb', '-displayfd', str(writing), '-screen', '0', f'{width}x{height}x24', '-fbdir', self.folder,
             '-nolisten', 'tcp', '-noreset'], pass_fds=[writing], stdout=self.log, stderr=self.log)
        os.close(writing)
        number = ''
        while not number.endswith('\n') and select.select([reading], [], [], 120)[0]:
            more = os.read(reading, 16).decode()
            if more == '':
                break
            number += more
        os.close(reading)
        if not number.endswith('\n'):
            self.close()
            raise RuntimeError('Xvfb does not start')
        self.name = f':{number.strip()}'

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()

    def glance(self):
        """What stands on it now, as it is kept: to be compared with another glance."""
        with open(os.path.join(self.folder, 'Xvfb_screen0'), 'rb') as file:
            return file.read()

    def look(self):
        """What stands on it now, as a picture."""
        content = self.glance()
        header = struct.unpack('>25I', content[:100])
        width, height, stride, colours = header[4], header[5], header[12], header[19]
        begin = header[0] + colours * 12
        raw = content[begin:begin + stride * height]
        pixels = bytearray(width * height * 3)
        for colour in range(3):     # blue, green, red and nothing, as the header's masks have it
            pixels[2 - colour::3] = raw[colour::4]
        return Picture(width, height, bytes(pixels))

    # Hands ------------------------------------------------------------------------------------------------

    def xdotool(self, *words):
        done = subprocess.run(['xdotool', *map(str, words)], env=dict(os.environ, DISPLAY=self.name),
                              capture_output=True, text=True, check=False, timeout=600)
        return done.stdout.split()

    def key(self, *keys):
        self.xdotool('key', '--delay', 20, *keys)

    def type(self, text):
        self.xdotool('type', '--delay', 20, '--', text)

    def point(self, x, y):
        self.xdotool('mousemove', round(x), round(y))

    def click(self, x, y, button=1, times=1):
        # Two clicks at one place are no double click.
        last_x, last_y, last = self.clicked
        if abs(x - last_x) < 10 and abs(y - last_y) < 10 and button <= 3:
            while time.monotonic() - last < DOUBLE_CLICK * 1.2:
                time.sleep(0.05)
        self.point(x, y)
        self.xdotool('click', '--repeat', times, '--delay', 20, button)
        self.clicked = (x, y, time.monotonic())

    def press(self, x, y):
        """Takes hold, to carry and then to let go."""
        self.point(x, y)
        self.xdotool('mousedown', 1)

    def carry(self, x, y, steps=8):
        """In steps, as a hand moves."""
        words = self.xdotool('getmouselocation', '--shell')
        places = dict(word.split('=') for word in words)
        from_x, from_y = int(places['X']), int(places['Y'])
        for step in range(1, steps + 1):
            self.point(from_x + (x - from_x) * step / steps, from_y + (y - from_y) * step / steps)

    def release(self):
        self.xdotool('mouseup', 1)

    def drag(self, from_x, from_y, to_x, to_y):
        self.press(from_x, from_y)
        self.carry(to_x, to_y)
        self.release()

    def hold(self, key, button, times=3):
        """Clicks, or turns the wheel, while a key is held."""
        self.xdotool('keydown', key, 'click', '--repeat', times, '--delay', 60, button, 'keyup', key)

    def windows(self):
        """Numbers of the windows that are seen and have a title."""
        return [int(word) for word in self.xdotool('search', '--onlyvisible', '--name', '.')]

    def all_windows(self):
        """Numbers of all windows that are seen, popovers as well; the uppermost last."""
        return [int(word) for word in self.xdotool('search', '--onlyvisible', '--name', '')]

    def focused(self):
        words = self.xdotool('getwindowfocus')
        return int(words[0]) if words else 0

    def title(self, window):
        return ' '.join(self.xdotool('getwindowname', window))

    def place(self, window):
        """x, y, width and height."""
        words = self.xdotool('getwindowgeometry', '--shell', window)
        found = dict(word.split('=') for word in words)
        return tuple(int(found[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))
