import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { parseInputs } from '../../../src/core/settings/parse-inputs.ts';
import { resolveSettings } from '../../../src/core/settings/resolve-settings.ts';

function resolved(inputs: Readonly<Record<string, string>>, text = '') {
  const [given, config] = [parseInputs(new Map(Object.entries(inputs))), parseConfig(text, 'promptgate.yml')];
  if (given.kind === 'broken' || config.kind === 'broken') throw new Error('cannot be read');
  return resolveSettings(given.inputs, config.config);
}

function failOn(inputs: Readonly<Record<string, string>>, text?: string) {
  const result = resolved(inputs, text);
  if (result.kind === 'broken') return result.problems.map(({ what }) => what);
  const { failOn: review, drift, monitorFailOn: monitor } = result.settings;
  return { review, drift: drift.failOn, monitor };
}

describe('`fail-on`', () => {
  test('of the config takes words of every mode, and each mode heeds its own', () => {
    const text = 'fail-on: [regressed, moved, alert]\n';
    expect(failOn({}, text)).toEqual({ review: ['regressed'], drift: ['drifted'], monitor: ['moved', 'alert'] });
    expect(failOn({ mode: 'monitor' }, text)).toMatchObject({ monitor: ['moved', 'alert'] });
    expect(failOn({}, 'fail-on: [regressed]\n')).toMatchObject({ drift: [], monitor: [] });
    expect(failOn({})).toMatchObject({ drift: ['drifted'], monitor: [] });
  });

  test('as an input takes what its mode ends with', () => {
    expect(failOn({ mode: 'monitor', 'fail-on': 'alert, unknown, invalid' })).toMatchObject({
      monitor: ['unknown', 'alert'],
    });
    expect(failOn({ mode: 'drift', 'fail-on': 'alert' })).toMatchObject({ drift: ['drifted'] });
    expect(failOn({ mode: 'drift', 'fail-on': 'never' })).toMatchObject({ drift: [] });
    expect(failOn({ mode: 'monitor', 'fail-on': 'regressed, moved' })).toEqual([
      'no run in `mode: monitor` ends with what its input `fail-on` names: `regressed`. It takes `moved`, `unknown`, `alert`, or `never`.',
    ]);
    expect(failOn({ mode: 'drift', 'fail-on': 'moved' })).toEqual([expect.stringContaining('It takes `drifted`')]);
    expect(failOn({ 'fail-on': 'alert' })).toEqual([
      'no run in `mode: review` ends with what its input `fail-on` names: `alert`.',
    ]);
  });

  test('of a word that is none is refused', () => {
    expect(parseInputs(new Map([['fail-on', 'alerts']])).kind).toBe('broken');
    expect(parseConfig('fail-on: [alerts]\n', 'promptgate.yml').kind).toBe('broken');
  });
});
