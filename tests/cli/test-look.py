#!/usr/bin/env python3
# test-look.py — lists, schedules and exports: what is printed, and that looking changes nothing.

import json
import os
import resource
import subprocess

from command import GUATUCTL, Folder, rule, run, same, status, tap

LISTS = ['tasks', 'plan', 'links', 'units', 'people', 'phases', 'calendars', 'calendar-exceptions', 'baselines',
         'reports', 'lights', 'unit-lights', 'pace', 'ledgers', 'categories', 'ledger-items', 'key-nodes', 'assignments', 'memberships']
PLAN_KEYS = {'title', 'status_date', 'start', 'finish'}
TASK_KEYS = {'id', 'uid', 'wbs', 'name', 'kind', 'start', 'finish', 'early_start', 'early_finish', 'late_start',
             'late_finish', 'total_float', 'free_float', 'critical', 'driver', 'recorded_start', 'recorded_finish'}
DRIVERS = {'start', 'link', 'constraint', 'calendar', 'actual', 'manual', 'status-date', 'levelling', 'children', 'finish'}
LIGHT_KEYS = {'id', 'wbs', 'name', 'shown', 'raw', 'planned', 'reported', 'gap', 'rule', 'raw_rule', 'figure', 'threshold',
              'green_from', 'due', 'since', 'cause', 'override', 'expired_override', 'reason'}

# Ids that no number of an outline reaches.
BIG = 1 << 40


def sample():
    folder = Folder()
    folder.must('new', folder.plan, '--sample', 'trunk-road', '--lang', 'en')
    return folder


def every_list():
    broken = []
    with sample() as folder:
        for name in LISTS:
            plain = folder.on('show', name)
            broken += status(plain, 0)
            found = json.loads(folder.must('show', folder.plan, name, '--json'))
            broken += same(type(found), dict if name == 'plan' else list)
            for row in [found] if name == 'plan' else found:
                broken += [f'{name}: id {row["id"]!r}'] if not isinstance(row['id'], str) or int(row['id']) < BIG else []
    return broken


def schedule_shape():
    with sample() as folder:
        found = folder.schedule()
        broken = same(set(found), {'plan', 'tasks'}) + same(set(found['plan']), PLAN_KEYS)
        ids = {task['id'] for task in found['tasks']}
        links = {link['id'] for link in folder.show('links')}
        for task in found['tasks']:
            driver = task['driver']
            broken += same(set(task), TASK_KEYS) + same(set(driver), {'kind', 'task', 'link'})
            broken += [] if driver['kind'] in DRIVERS else [driver]
            broken += [] if driver['task'] in ids | {None} and driver['link'] in links | {None} else [driver]
            broken += [] if task['kind'] in ('summary', 'milestone', 'task') else [task['kind']]
            broken += [] if isinstance(task['critical'], bool) else [task['critical']]
            broken += [] if isinstance(task['total_float'], (int, float)) else [task['total_float']]
            broken += same([len(task[name]) for name in ('start', 'finish', 'late_start', 'late_finish')], [19] * 4)
        broken += same(min(task['start'] for task in found['tasks']), found['plan']['start'])
        return broken + same(max(task['finish'] for task in found['tasks']), found['plan']['finish'])


def kinds():
    with Folder([('S',), ('A', '--under', '1', 'duration=0'), ('B', 'kind=milestone'), ('C',)], title='T') as folder:
        return same([t['kind'] for t in folder.schedule()['tasks']], ['summary', 'milestone', 'milestone', 'task'])


def floats_in_minutes():
    with Folder([('A', 'duration=2d'), ('B', 'duration=1d'), ('C', 'duration=100min')], title='T') as folder:
        found = [(t['total_float'], t['critical']) for t in folder.schedule()['tasks']]
        return same(found, [(0, True), (480, False), (860, False)])


def drivers():
    with Folder([('A',), ('B',), ('C', 'constraint=snet', 'constraint_date=2024-03-20')], title='T') as folder:
        folder.must('link', folder.plan, '1', '2')
        link = folder.show('links')[0]['id']
        found = [t['driver'] for t in folder.schedule()['tasks']]
        return same(found, [{'kind': 'start', 'task': None, 'link': None},
                            {'kind': 'link', 'task': folder.ids[0], 'link': link},
                            {'kind': 'constraint', 'task': None, 'link': None}])


def empty_plan():
    with Folder(title='T') as folder:
        return (same(folder.schedule()['tasks'], []) + status(folder.on('schedule'), 0)
                + same([status(folder.on('show', name), 0) for name in LISTS], [[]] * len(LISTS))
                + status(folder.on('export', folder.file('empty.pdf')), 0))


def unwritable_exports():
    """A limit on the size of files fails a write half-way, like a full disk."""
    broken = []
    with sample() as folder:
        for name in ('a.csv', 'a.json', 'a.svg', 'a.xml', 'a.ics'):
            out = folder.file(name, 'precious')
            before = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
            try:
                done = folder.on('export', out)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, before)
            broken += same((done.status, done.error),
                           (1, f'guatuctl: “{out}” could not be written: File too large.\n'))
            broken += same(sorted(os.listdir(folder.path)), [name, 'plan.guatu'])
            with open(out, encoding='ascii') as file:
                broken += same(file.read(), 'precious')
            os.unlink(out)
            out = folder.file(f'no/such/{name}')
            broken += same(folder.on('export', out).error,
                           f'guatuctl: “{out}” could not be written: No such file or directory.\n')
    return broken


def translated_where_built():
    kept = os.environ.pop('GUATU_LOCALE_DIR', None)
    try:
        return status(run('--help', environment={'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'zh_CN'}), 0, '用法')
    finally:
        if kept is not None:
            os.environ['GUATU_LOCALE_DIR'] = kept


def empty_lists_say_so():
    with Folder(title='T') as folder:
        plain = [name for name in LISTS if name not in ('plan', 'calendars', 'calendar-exceptions')]
        return [(name, done.out) for name in plain for done in [folder.on('show', name)]
                if done.out != 'There is nothing on this list.\n']


def tasks_by_id_number_and_code():
    with Folder([('A', 'wbs=7'), ('B', 'wbs=X.1'), ('C', 'wbs=1'), ('D', '--under', '3')], title='T') as folder:
        def named(word):
            return json.loads(folder.must('add', folder.plan, 'key-node', 'N', '--under', word, 'share=50%', '--json'))['id']
        # A number of the outline comes before a code that looks like one; 7 is no row here.
        words = {folder.ids[1]: 'B', '2': 'B', 'X.1': 'B', '1': 'A', '7': 'A', '3.1': 'D', '4': 'D'}
        broken = []
        names = {task['id']: task['name'] for task in folder.show('tasks')}
        for word, name in words.items():
            node = named(word)
            found = [names[row['task']] for row in folder.show('key-nodes') if row['id'] == node]
            broken += same((word, found), (word, [name]))
        for word in ('0', '99', '', 'B', 'x.1', '-1', '1.5.2', '99999999999999999999999'):
            broken += status(folder.on('set', word, 'name=Z'), 1)
        return broken


def ambiguous_code():
    with Folder([('A', 'wbs=X'), ('B', 'wbs=X')], title='T') as folder:
        return status(folder.on('set', 'X', 'name=C'), 1, folder.ids[0], folder.ids[1])


def what_if():
    with Folder([('A', 'duration=5d'), ('B',)], title='T') as folder:
        folder.must('link', folder.plan, '1', '2')
        before = folder.bytes()
        stamp = os.stat(folder.plan).st_mtime_ns
        found = folder.schedule('--status-date', '2024-03-08')
        broken = same(found['plan']['status_date'], '2024-03-08T17:00:00')
        broken += same(found['tasks'][0]['start'], '2024-03-11T08:00:00')
        broken += same(found['tasks'][0]['driver']['kind'], 'status-date')
        broken += same([light['shown'] for light in folder.show('lights', '--status-date', '2024-03-08')], ['red', 'none'])
        broken += same(folder.show('tasks', '--status-date', '2024-03-08')[0]['start'], '2024-03-11T08:00:00')
        broken += status(folder.on('export', folder.file('a.svg'), '--status-date', '2024-03-08'), 0)
        broken += status(folder.on('schedule', '--status-date', 'tomorrow'), 2, 'tomorrow')
        broken += same(folder.task(1)['start'], '2024-03-04T08:00:00')
        broken += same(folder.bytes() == before, True) + same(os.stat(folder.plan).st_mtime_ns, stamp)
        return broken + same(sorted(os.listdir(folder.path)), ['a.svg', 'plan.guatu'])


def lights():
    with Folder([('Top',), ('A', '--under', '1', 'duration=10d'), ('B', '--under', '1', 'duration=10d')],
                title='T') as folder:
        folder.must('report', folder.plan, '2', '45.01%', '--date', '2024-03-08')
        folder.must('report', folder.plan, '3', '45%', '--date', '2024-03-08')
        broken = same([light['shown'] for light in folder.show('lights')], ['none'] * 3)
        broken += status(folder.on('show', 'lights'), 0, 'no status date')
        folder.must('set', folder.plan, 'plan', 'status_date=2024-03-08')
        found = folder.show('lights')
        broken += same([set(light) for light in found], [LIGHT_KEYS] * 3)
        broken += same([(light['shown'], light['raw'], light['gap']) for light in found],
                       [('yellow', 'yellow', 4.99 if found[0]['gap'] == 4.99 else 5),
                        ('green', 'green', 4.99), ('yellow', 'yellow', 5)])
        broken += same((found[2]['planned'], found[2]['reported'], found[2]['rule']), (50, 45, 'gap'))
        return broken + [light for light in found if not light['reason']]


def table_is_aligned():
    with Folder([('园区道路',), ('Road',), ('Line\nbreak\x1b[2J'.replace('\x1b', ''),)], title='T') as folder:
        lines = folder.must('show', folder.plan, 'tasks').splitlines()
        wide = {ord(letter): 'xx' for letter in '园区道路'}
        places = {line.translate(wide).index('2024-03-04') for line in lines[1:]}
        return same(len(lines), 4) + same(len(places), 1)


def calendar():
    with Folder(title='T') as folder:
        # 2022-09-29 to 10-08 on the statutory calendar: two working days, a week off, a make-up Saturday.
        done = folder.on('calendar', 'china', '2022-09-29', '2022-10-08')
        broken = status(done, 0, '2022-10-08', '3 working days of 10')
        days = json.loads(folder.must('calendar', folder.plan, 'china', '2022-09-29', '2022-10-08', '--json'))
        broken += same([day['date'][8:] for day in days if day['working']], ['29', '30', '08'])
        count = folder.must('calendar', folder.plan, 'china', '2022-09-05', '2022-10-31', '--count')
        broken += same(count, '37 working days of 57.\n')
        broken += status(folder.on('calendar', 'standard', '2022-09-29', '2022-10-08', '--count'), 0, '7 working days')
        broken += status(folder.on('calendar', 'china', '2050-01-03', '2050-01-03'), 0, 'weekends only')
        return broken + status(folder.on('calendar', 'nosuch', '2022-09-29', '2022-10-08'), 1, 'nosuch')


def exported():
    broken = []
    magic = {'a.pdf': b'%PDF', 'a.svg': b'<?xml', 'a.png': b'\x89PNG', 'a.csv': b'', 'a.json': b'{',
             'a.xml': b'<?xml'}
    with sample() as folder:
        before = folder.bytes()
        for name, begin in magic.items():
            path = folder.file(name)
            broken += status(folder.on('export', path), 0, name)
            with open(path, 'rb') as file:
                content = file.read()
            broken += [] if content.startswith(begin) and len(content) > 100 else [f'{name}: {content[:20]!r}']
        broken += status(folder.on('export', folder.file('b.pdf'), '--paper', 'A0', '--landscape', '--lang', 'zh_CN'), 0)
        broken += status(folder.on('export', folder.file('c.pdf'), '--paper', 'A99'), 1, 'A99')
        broken += status(folder.on('export', folder.file('no/such/folder.pdf')), 1)
        broken += same(os.path.exists(folder.file('c.pdf')), False)
        return broken + same(folder.bytes() == before, True)


def export_keeps_the_plan():
    with Folder([('A',)], title='T') as folder:
        os.link(folder.plan, folder.file('plan.csv'))
        before = folder.bytes()
        return status(folder.on('export', folder.file('plan.csv')), 1) + same(folder.bytes() == before, True)


def json_round():
    with sample() as folder:
        first, second = folder.file('first.json'), folder.file('second.json')
        copy = folder.file('copy.guatu')
        folder.must('export', folder.plan, first)
        folder.must('import', first, copy)
        folder.must('export', copy, second)
        with open(first, encoding='utf-8') as a, open(second, encoding='utf-8') as b:
            return [] if json.load(a) == json.load(b) else ['the two differ']


def mspdi_round():
    """What is lost is listed once; what came from such a file goes out as the same bytes."""
    with sample() as folder:
        files = [folder.file(name) for name in ('first.xml', 'second.xml', 'third.xml')]
        copies = [folder.file(name) for name in ('copy.guatu', 'again.guatu')]
        done = folder.on('export', files[0])
        broken = status(done, 0, 'first.xml', 'not in it', 'Key node: ', '“Lead unit” of ')
        for source, copy, target in zip(files, copies, files[1:]):
            folder.must('import', source, copy)
            folder.must('export', copy, target)
        names = [[task['name'] for task in json.loads(folder.must('show', plan, 'tasks', '--json'))]
                 for plan in (folder.plan, *copies)]
        with open(files[1], 'rb') as a, open(files[2], 'rb') as b:
            return broken + same(a.read() == b.read(), True) + same(names[1:], [names[0], names[0]])


def csv_round():
    with sample() as folder:
        path, copy = folder.file('list.csv'), folder.file('copy.guatu')
        folder.must('export', folder.plan, path)
        folder.must('import', path, copy, '--calendar', 'china')
        return same([task['name'] for task in json.loads(folder.must('show', copy, '--json'))],
                    [task['name'] for task in folder.show('tasks')])


def read_only():
    with Folder([('A',)], title='T') as folder:
        os.chmod(folder.plan, 0o444)
        if os.access(folder.plan, os.W_OK):
            subprocess.run(['chattr', '+i', folder.plan], check=False, capture_output=True)
            try:
                with open(folder.plan, 'ab'):
                    return ['SKIP']
            except OSError:
                pass
        try:
            return (status(folder.on('set', '1', 'name=B'), 1) + status(folder.on('show'), 0, 'A')
                    + status(folder.on('verify'), 0))
        finally:
            subprocess.run(['chattr', '-i', folder.plan], check=False, capture_output=True)
            os.chmod(folder.plan, 0o644)


def newer_version():
    with Folder([('A',)], title='T') as folder:
        folder.sql('PRAGMA user_version = 99')
        return status(folder.on('show'), 0, 'A') + status(folder.on('set', '1', 'name=B'), 1)


def not_a_plan():
    broken = []
    with Folder() as folder:
        for name, content in {'text': b'hello', 'empty': b'', 'zeros': bytes(8192)}.items():
            path = folder.file(name, content)
            for command in (['show', path], ['verify', path], ['set', path, '1', 'name=B'], ['undo', path]):
                broken += status(run(*command), 1, name)
            with open(path, 'rb') as file:
                broken += same(file.read() == content, True)
        broken += status(run('show', folder.path), 1)
        return broken


def ledgers():
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', 'ledgers-473', '--lang', 'en')
        rows = folder.show('ledgers')
        broken = same((len(rows), sum(row['items'] for row in rows), sum(row['complete'] for row in rows)), (13, 473, 473))
        broken += same([row['items'] for row in rows], [36] * 8 + [37] * 5)
        items = folder.show('ledger-items')
        broken += same({(item['complete'], tuple(item['missing'])) for item in items}, {(True, ())})
        folder.must('set', folder.plan, items[7]['task'], 'objective=', 'deadline=')
        after = folder.show('ledger-items')
        broken += same((after[7]['complete'], after[7]['missing']), (False, ['goal', 'deadline']))
        broken += same(sum(row['complete'] for row in folder.show('ledgers')), 472)
        return broken + status(folder.on('show', 'ledger-items'), 0, 'missing: goal, deadline')


def key_nodes():
    with Folder() as folder:
        folder.must('new', folder.plan, '--sample', 'execution-year', '--lang', 'en')
        nodes = folder.show('key-nodes', '--status-date', '2022-11-30')
        states = {node['state'] for node in nodes}
        dates = [node['reach_by'] for node in nodes]
        broken = same(states, {'reached', 'overdue', 'due', 'open'} & states) + same(dates, sorted(dates))
        for node in nodes:
            want = ('reached' if node['done_on'] else 'overdue' if node['reach_by'] < '2022-11-30'
                    else 'due' if node['reach_by'] < '2022-12-15' else 'open')
            broken += same((node['name'], node['state']), (node['name'], want))
        broken += [] if {'reached', 'overdue', 'due'} <= states else [states]
        return broken + status(folder.on('show', 'key-nodes', '--status-date', '2022-11-30'), 0, 'days overdue', 'Due in')


rule('every list prints, and is valid JSON with ids as strings', every_list)
rule('schedule --json has exactly the shape that is written down', schedule_shape)
rule('a summary has children, a milestone no duration or the flag', kinds)
rule('floats are working minutes', floats_in_minutes)
rule('a driver names its task and link', drivers)
rule('an empty plan can be looked at and drawn', empty_plan)
rule('an export that cannot be written names the file and the reason, and leaves what was there', unwritable_exports)
if os.path.isdir(os.path.join(os.path.dirname(GUATUCTL), '..', '..', 'po', 'zh_CN')):
    rule('a program that was not installed speaks Chinese as well', translated_where_built)
else:
    tap.skip('a program that was not installed speaks Chinese as well', 'the program lies alone')
rule('a list without rows says so', empty_lists_say_so)
rule('a task is an id, else a number, else a code', tasks_by_id_number_and_code)
rule('a code that two tasks bear is an error that lists them', ambiguous_code)
rule('--status-date is a what-if that stores nothing', what_if)
rule('lights come with their figures and their reason', lights)
rule('PB-09, YL-05: ledgers are counted, and items say which of the Five Fixes they lack', ledgers)
rule('key nodes say how they stand on the status date', key_nodes)
rule('tables are aligned, Han characters counted twice, line breaks harmless', table_is_aligned)
rule('calendar lists and counts working days', calendar)
rule('export writes charts and lists by ending', exported)
rule('export does not write over the plan', export_keeps_the_plan)
rule('JSON out, in and out again is the same', json_round)
rule('what goes out for Microsoft Project comes back, and what does not is listed', mspdi_round)
rule('CSV out and in again has the same tasks', csv_round)
if read_only() == ['SKIP']:
    tap.skip('a file that may not be written can be read, and says why it is not changed', 'the superuser may all')
else:
    rule('a file that may not be written can be read, and says why it is not changed', read_only)
rule('a file of a newer version can be read only', newer_version)
rule('what is no plan is refused by name and left alone', not_a_plan)

tap.done()
