#!/usr/bin/env python3
# test-lights.py — lights with their reasons, by hand and by preset; pace, units, and baselines compared.

import json

from command import Folder, rule, same, status, tap

PACE_KEYS = {'planned', 'reported', 'left', 'due', 'days_left', 'required_pace', 'recent_from', 'recent_share',
             'recent_days', 'recent_pace', 'forecast', 'days_late'}
UNIT_KEYS = {'id', 'name', 'kind', 'tasks', 'lights', 'shown', 'rule', 'cause', 'gap'} | PACE_KEYS
ON = '2024-03-08'


def plan(**options):
    """Half of ten days is planned on the day ON; 30 % is reported."""
    folder = Folder([('Bridge', 'duration=10d')], title='T', **options)
    folder.must('report', folder.plan, '1', '30%', '--date', ON)
    return folder


def light(folder, number=1, date=ON):
    return folder.show('lights', '--status-date', date)[number - 1]


def structured_reason():
    with plan() as folder:
        found = light(folder)
        broken = same((found['shown'], found['raw'], found['rule'], found['raw_rule']), ('red', 'red', 'gap', 'gap'))
        broken += same((found['planned'], found['reported'], found['gap']), (50, 30, 20))
        broken += same((found['figure'], found['threshold'], found['green_from']), (20, 20, 45.01))
        broken += same((found['since'], found['due'], found['cause']), ('2024-03-05', '2024-03-15T17:00:00', found['id']))
        broken += same((found['override'], found['expired_override']), (None, None))
        return broken + same(found['reason'], '20 points behind plan (planned 50%, reported 30%), 20 or more. '
                                              'Green again with 45.01% reported.')


def worst_names_its_cause():
    with Folder([('Top',), ('A', '--under', '1', 'duration=10d')], title='T') as folder:
        found = folder.show('lights', '--status-date', ON)
        return same((found[0]['rule'], found[0]['cause']), ('worst', folder.ids[1])) + status(
            folder.on('show', 'lights', '--status-date', ON), 0, 'The worst light below it: task 2 “A”.')


def by_hand():
    with plan() as folder:
        done = folder.on('light', '1', 'green', '--by', 'Chen', '--reason', 'flood', '--until', '2024-03-12',
                         '--from', '2024-03-07')
        broken = status(done, 0, 'Set the light of “Bridge” to green by hand until Mar 12, 2024 (id ')
        found = light(folder)
        broken += same((found['shown'], found['raw'], found['rule'], found['since']),
                       ('green', 'red', 'override', '2024-03-07'))
        broken += same({key: found['override'][key] for key in ('colour', 'by', 'reason', 'set_on', 'expires_on')},
                       {'colour': 'green', 'by': 'Chen', 'reason': 'flood', 'set_on': '2024-03-07',
                        'expires_on': '2024-03-12'})
        broken += [] if found['reason'].startswith('Set by hand by Chen on Mar 7, 2024, until Mar 12, 2024: flood.') \
            else [found['reason']]
        broken += same([light(folder, date=day)['rule'] for day in ('2024-03-06', '2024-03-07', '2024-03-12')],
                       ['gap', 'override', 'override'])
        after = light(folder, date='2024-03-13')
        broken += same((after['override'], after['expired_override']['by']), (None, 'Chen'))
        broken += status(folder.on('light', '1', '--clear', '--from', '2024-03-09'), 0,
                         'Remove the light set by hand on “Bridge”')
        broken += same([light(folder, date=day)['rule'] == 'override' for day in ('2024-03-08', '2024-03-09')],
                       [True, False])
        broken += status(folder.on('light', '1', '--clear', '--from', '2024-03-09'), 1, 'no light is set by hand')
        return broken + status(folder.on('verify'), 0)


def by_hand_from_the_status_date():
    with plan() as folder:
        folder.must('set', folder.plan, 'plan', f'status_date={ON}')
        folder.must('light', folder.plan, '1', 'yellow', '--by', 'Chen', '--reason', 'flood', '--until', ON)
        return same(folder.show('light-overrides')[0]['set_on'], ON)


def by_hand_refused():
    with plan() as folder:
        words = ['--by', 'Chen', '--reason', 'flood', '--until', '2024-03-12', '--from', '2024-03-07']
        before = folder.bytes()
        broken = status(folder.on('light', '1', 'blue', *words), 2, 'green, yellow, orange or red')
        broken += status(folder.on('light', '9', 'red', *words), 1, '“9”')
        broken += status(folder.on('light', '1', 'red', *words[:4], '--until', 'soon'), 2, 'soon')
        broken += status(folder.on('light', '1', 'red', *words[:5], '2024-03-06', *words[6:]), 1, 'expire before')
        broken += status(folder.on('light', '1', 'red', '--by', '', *words[2:]), 1, 'Set by')
        broken += status(folder.on('add', 'light-override', 'task=1', 'colour=red', 'by_whom=C', 'reason=R',
                                   'set_on=2024-03-07'), 1, 'expires_on')
        return broken + same(folder.bytes() == before, True)


def presets():
    expected = {'default': ('red', 'gap'), 'points': ('yellow', 'gap'), 'ratio': ('yellow', 'ratio'),
                'days-late': ('green', 'days-late'), 'time-left': ('green', 'time-left'),
                'quarter-gates': ('green', 'gate'), 'thirds': ('green', 'thirds')}
    broken = []
    with plan() as folder:
        for name, (shown, by) in expected.items():
            broken += status(folder.on('rules', 'use', name, f'My {name}'), 0, f'Give lights by the rules “My {name}”')
            found = light(folder)
            broken += same((name, found['shown'], found['rule']), (name, shown, by))
        listed = [(one['preset'], one['name'], one['in_force']) for one in folder_rules(folder)]
        broken += same(listed[:7], [(None, f'My {name}', name == 'thirds') for name in expected])
        broken += same([one[0] for one in listed[7:]], list(expected))
        broken += status(folder.on('rules', 'use', 'My points'), 0, 'Set light rules of the plan')
        broken += same(light(folder)['shown'], 'yellow')
        broken += status(folder.on('rules', 'reset'), 0)
        broken += same((light(folder)['shown'], folder_rules(folder)[7]['in_force']), ('red', True))
        broken += status(folder.on('rules', 'use', 'nosuch'), 1, '“nosuch”')
        broken += status(folder.on('rules', 'use', 'ratio', 'My points'), 1, 'My points')
        return broken + status(folder.on('rules'), 0, 'quarter-gates', '30.01') + status(folder.on('verify'), 0)


def folder_rules(folder):
    return json.loads(folder.must('rules', folder.plan, 'list', '--json'))


def preset_is_one_entry():
    with plan() as folder:
        folder.must('rules', folder.plan, 'use', 'points')
        broken = same([one['name'] for one in folder.show('light-rule-sets')], ['Points behind plan'])
        broken += same(folder.must('undo', folder.plan).strip(), 'Undone: Give lights by the rules “Points behind plan”')
        return broken + same((folder.show('light-rule-sets'), folder.show('plan')['light_rule_set']), ([], None))


def copy_is_edited():
    with plan() as folder:
        folder.must('rules', folder.plan, 'use', 'points', 'Ours')
        folder.must('set', folder.plan, 'light-rule-set', 'Ours', 'red_from=2000')
        broken = same(light(folder)['shown'], 'red')
        folder.must('set', folder.plan, 'light-rule-set', 'Ours', 'inclusive=no')
        broken += same(light(folder)['shown'], 'yellow')
        return broken + status(folder.on('set', 'light-rule-set', 'Ours', 'red_from=100'), 1, 'Ours')


def pace():
    with plan() as folder:
        found = folder.show('pace', '--status-date', ON)[0]
        broken = same(set(found), PACE_KEYS | {'id', 'wbs', 'name'})
        broken += same((found['left'], found['days_left'], found['required_pace'], found['recent_pace']), (70, 5, 14, 6))
        broken += same((found['forecast'], found['days_late']), ('2024-03-26T14:20:00', 6.67))
        broken += same(folder.show('pace')[0]['required_pace'], None)
        return broken + status(folder.on('show', 'pace', '--status-date', ON), 0, 'Bridge', '2024-03-26')


def units():
    with plan() as folder:
        folder.add('unit', 'Roads')
        folder.add('unit', 'Idle')
        folder.must('assign', folder.plan, '1', 'Roads', 'lead-unit')
        found = folder.show('unit-lights', '--status-date', ON)
        broken = same(set(found[0]), UNIT_KEYS)
        broken += same((found[0]['name'], found[0]['shown'], found[0]['rule'], found[0]['cause'], found[0]['gap']),
                       ('Roads', 'red', 'worst', folder.ids[0], 20))
        broken += same((found[0]['lights']['red'], found[0]['recent_pace'], found[0]['days_late']), (1, 6, 6.67))
        broken += same((found[1]['shown'], found[1]['tasks'], found[1]['left']), ('none', 0, None))
        return broken + status(folder.on('show', 'unit-lights', '--status-date', ON), 0, 'Roads', '1 “Bridge”')


def weighted():
    with Folder([('Top',), ('A', '--under', '1', 'duration=10d'), ('B', '--under', '1', 'duration=10d')],
                title='T') as folder:
        folder.must('report', folder.plan, '2', '50%', '--date', ON)
        folder.must('report', folder.plan, '3', '30%', '--date', ON)
        broken = same((light(folder)['shown'], light(folder)['rule']), ('red', 'worst'))
        folder.must('set', folder.plan, 'plan', 'light_roll_up=weighted')
        found = light(folder)
        broken += same((found['shown'], found['rule'], found['gap']), ('orange', 'weighted', 10))
        return broken + same(light(folder, 3)['shown'], 'red')


def as_of_a_date():
    with plan() as folder:
        early = light(folder, date='2024-03-07')
        folder.must('report', folder.plan, '1', '100%', '--date', '2024-03-11')
        broken = same({**light(folder, date='2024-03-07'), 'id': early['id']}, early)
        broken += same((light(folder)['shown'], light(folder)['reported']), ('red', 30))
        return broken + same(light(folder, date='2024-03-11')['shown'], 'done')


def baselines():
    with plan() as folder:
        folder.must('baseline', folder.plan, 'set', 'First')
        folder.must('set', folder.plan, '1', 'duration=12d', 'planned_investment=1000', 'planned_work=80h')
        folder.must('baseline', folder.plan, 'set', 'Second')
        folder.must('set', folder.plan, 'plan', 'reference_baseline=First')
        folder.add('task', 'New')
        found = folder.show('baselines')
        broken = same([(one['name'], one['number'], one['tasks'], one['reference']) for one in found],
                      [('First', None, 1, True), ('Second', None, 1, False)])
        broken += same(json_of(folder, 'list'), found) + status(folder.on('show', 'baselines'), 0, 'reference')
        changed = json_of(folder, 'compare', 'First', 'Second')
        broken += same([(one['name'], one['changed'], one['start_days'], one['finish_days'], one['duration_days'])
                        for one in changed], [('Bridge', True, 0, 2, 2)])
        broken += same((changed[0]['from']['duration'], changed[0]['to']['duration'], changed[0]['to']['work']),
                       (4800, 5760, 4800))
        now = json_of(folder, 'compare', 'Second')
        broken += same([(one['name'], one['changed']) for one in now], [('Bridge', False), ('New', True)])
        broken += same((now[1]['from'], now[1]['start_days']), (None, None))
        broken += status(folder.on('baseline', 'compare', 'First', 'Second'), 0, 'Bridge', '+2')
        broken += status(folder.on('baseline', 'compare', 'First', 'First'), 0, 'No task differs.')
        return broken + status(folder.on('baseline', 'compare', 'First', 'nosuch'), 1, 'nosuch')


def json_of(folder, *words):
    return json.loads(folder.must('baseline', folder.plan, *words, '--json'))


def money_and_work():
    with Folder([('Bridge', 'planned_investment=1000', 'planned_work=80h')], title='T') as folder:
        folder.must('baseline', folder.plan, 'set', 'First')
        folder.must('set', folder.plan, '1', 'planned_investment=1200.50', 'planned_work=70h')
        found = json_of(folder, 'compare', 'First')[0]
        return (same((found['work'], found['investment']), (-600, 200.5))
                + status(folder.on('baseline', 'compare', 'First'), 0, '-10', '+200.5'))


rule('a light says its rule, figures, threshold, since when, and what would turn it green', structured_reason)
rule('a summary names the task that makes its light', worst_names_its_cause)
rule('a light set by hand shows as such for its days, and is taken back', by_hand)
rule('a light set by hand begins on the status date', by_hand_from_the_status_date)
rule('a light set by hand without name, reason or days is refused', by_hand_refused)
rule('each preset is put in force as a copy, and the default comes back', presets)
rule('a preset comes and goes in one entry', preset_is_one_entry)
rule('a copy of a preset is edited', copy_is_edited)
rule('pace is required, recent and forecast', pace)
rule('units show the worst light, shares and pace', units)
rule('a weighted summary is judged by its mean', weighted)
rule('as of a date nothing later counts', as_of_a_date)
rule('baselines are listed and compared with each other and with now', baselines)
rule('baselines compare work and investment', money_and_work)

tap.done()
