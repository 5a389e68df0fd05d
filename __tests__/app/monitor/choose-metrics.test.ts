import { describe, expect, test } from 'vitest';
import { chooseMetrics } from '../../../src/app/monitor/choose-metrics.ts';
import { defaultInputs } from '../../../src/app/review/read-settings.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { resolveSettings } from '../../../src/core/settings/resolve-settings.ts';

function choose(metrics: string, more = '') {
  const read = parseConfig(`judge: strict\n${more}monitor: { quality: { metrics: ${metrics} } }\n`, 'promptgate.yml');
  if (read.kind === 'broken') throw new Error(read.problems[0].what);
  const resolved = resolveSettings(defaultInputs(), read.config);
  if (resolved.kind === 'broken') throw new Error(resolved.problems[0].what);
  const { settings } = resolved;
  if (settings.quality === undefined) throw new Error('no quality');
  return chooseMetrics(settings.quality, settings, () => true).map(({ metric, check }) => [
    metric,
    check.kind,
    check.argument,
  ]);
}

const brevity = 'defaults: { checks: [{ judge: Is brief., name: brevity }, { contains: yes }] }\n';

describe('metrics of production', () => {
  test('are helpfulness, sentiment, and the judged checks of the config by name or kind', () => {
    expect(choose('[helpfulness, brevity, sentiment]', brevity)).toEqual([
      ['helpfulness', 'helpfulness', null],
      ['brevity', 'judge', 'Is brief.'],
      ['sentiment', 'sentiment', null],
    ]);
    expect(choose('judge', brevity)).toEqual([['judge', 'judge', 'Is brief.']]);
  });

  test('that nobody grades are refused by name, before anything is read', () => {
    expect(() => choose('[brevty]', brevity)).toThrow('did you mean `brevity`?');
    expect(() => choose('[contains]', brevity)).toThrow('is no metric that a model grades');
    const two = 'defaults: { checks: [{ judge: Is brief., name: a }, { judge: Is kind., name: b }] }\n';
    expect(() => choose('[judge]', two)).toThrow('stands for 2 checks');
  });
});
