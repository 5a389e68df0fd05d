import { expect, it } from 'vitest';
import type { Prompt } from '../../../src/core/prompt.ts';
import type { PromptChange } from '../../../src/core/prompt-change.ts';
import { findEndings, wordEndings } from '../../../src/core/retirement/find-endings.ts';
import { inputsSchema } from '../../../src/core/settings/inputs.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { resolveSettings } from '../../../src/core/settings/resolve-settings.ts';

function settings(config: string) {
  const parsed = parseConfig(config, 'promptgate.yml');
  if (parsed.kind === 'broken') throw new Error(JSON.stringify(parsed.problems));
  const resolved = resolveSettings(inputsSchema.parse({}), parsed.config);
  if (resolved.kind === 'broken') throw new Error(JSON.stringify(resolved.problems));
  return resolved.settings;
}

function prompt(path: string, model?: string): PromptChange {
  const read: Prompt = {
    ...{
      path,
      format: 'text',
      engine: 'none',
      open: { engine: false, role: false },
      messages: [],
      params: {},
      variables: [],
    },
    ...{ defaults: {}, refersTo: [], notes: [], ...(model === undefined ? {} : { model }) },
  };
  const exam = { cases: [], unchecked: [], changed: { added: [], removed: [], edited: [], weakened: [] } };
  return { path, change: 'unchanged', new: read, exam, diff: '', notes: [] };
}

const days = new Map([
  ['old', '2026-12-11'],
  ['older', '2026-12-01'],
  ['later', '2027-06-01'],
]);
const find = (prompts: readonly PromptChange[], config: string, within = 60) =>
  findEndings(prompts, settings(config), ({ model }) => days.get(model), {
    days: within,
    today: '2026-11-29T05:00:00.000Z',
  }).map(({ name, left, prompts: users, roles }) => [name, left, users.map(({ path }) => path), roles]);

it('finds models that end within the time, of prompts, of the config, of judge and simulated user, the next first', () => {
  const prompts = [prompt('a', 'old'), prompt('b', 'steady'), prompt('c'), prompt('d', 'later')];
  const config = 'models: [older]\njudge: old\nsimulate: older\n';
  expect(find(prompts, config)).toEqual([
    ['older', 2, ['a', 'b', 'c', 'd'], ['simulate']],
    ['old', 12, ['a'], ['judge']],
  ]);
  expect(find(prompts, config, 365).map(([name]) => name)).toEqual(['older', 'old', 'later']);
});

it('counts a prompt once that names what the config lists too, and a simulated user that is the judge twice', () => {
  expect(find([prompt('a', 'old')], 'models: [old]\njudge: old\n')).toEqual([
    ['old', 12, ['a'], ['judge', 'simulate']],
  ]);
});

it('finds nothing where no day is known, or none is near', () => {
  expect(find([prompt('a', 'steady'), prompt('b', 'later')], 'version: 1\n')).toEqual([]);
});

it('a review tells of models that end within 90 days, its judge’s too, each once', () => {
  const given = settings(
    'judge: old\nretirements: { old: 2026-12-11, gone: 2026-11-01, later: 2027-06-01, next: 2026-11-30 }\n',
  );
  const refer = (model: string) => ({ provider: 'default', model, params: {} });
  expect(
    wordEndings(['gone', 'later', 'steady', 'next', 'gone'].map(refer), given, '2026-11-29T05:00:00.000Z'),
  ).toEqual([
    '`gone` ended on 2026-11-01: `promptgate portability --retiring 90d` tries what may take its place.',
    '`next` ends on 2026-11-30, in 1 day: `promptgate portability --retiring 90d` tries what may take its place.',
    '`old` ends on 2026-12-11, in 12 days: `promptgate portability --retiring 90d` tries what may take its place.',
  ]);
});
