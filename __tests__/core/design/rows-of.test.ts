import { describe, expect, it } from 'vitest';
import { type ModelChoice, rowsOf } from '../../../src/core/design/rows-of.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import type { PromptChange } from '../../../src/core/prompt-change.ts';

const prompt = (model?: string, params: JsonObject = {}): Prompt => ({
  path: 'prompts/a.prompt.yml',
  format: 'github',
  messages: [{ role: 'user', content: 'Hi' }],
  params,
  defaults: {},
  variables: [],
  engine: 'mustache',
  open: { engine: false, role: false },
  refersTo: [],
  notes: [],
  ...(model === undefined ? {} : { model }),
});

const change = (before: Prompt | undefined, after: Prompt): PromptChange => ({
  path: after.path,
  change: before === undefined ? 'added' : 'modified',
  ...(before === undefined ? {} : { old: before }),
  new: after,
  exam: { cases: [], unchecked: [], changed: { added: [], removed: [], edited: [], weakened: [] } },
  diff: '',
  notes: [],
});

const choice = (
  models: readonly string[],
  params: JsonObject = {},
  allowedModels?: readonly string[],
): ModelChoice => ({
  models: models.map((model) => ({ provider: 'default', model, params })),
  resolve: (name) => ({ provider: 'default', model: name }),
  ...(allowedModels === undefined ? {} : { allowedModels }),
});

const ids = (before: Prompt | undefined, after: Prompt, models: ModelChoice) =>
  rowsOf(change(before, after), models).rows.map((row) => row.id);

describe('the rows of a prompt', () => {
  it('put the model a prompt names first, old on what it named and new on what it names now', () => {
    expect(ids(prompt('gpt-5.6-terra'), prompt('gpt-5.6-sol'), choice(['gpt-5.6-luna']))).toEqual([
      'gpt-5.6-terra → gpt-5.6-sol',
      'gpt-5.6-luna',
    ]);
  });

  it('merge a named model with the same one of the settings', () => {
    expect(ids(prompt('gpt-5.6-sol'), prompt('gpt-5.6-sol'), choice(['gpt-5.6-sol', 'gpt-5.6-luna']))).toEqual([
      'gpt-5.6-sol',
      'gpt-5.6-luna',
    ]);
  });

  it('let the prompt’s parameters win on its own row and the config’s elsewhere', () => {
    const { rows } = rowsOf(
      change(prompt('a', { temperature: 0 }), prompt('a', { temperature: 0 })),
      choice(['a', 'b'], { temperature: 1, top_p: 0.5 }),
    );
    expect(rows.map((row) => [row.id, row.model.new.params])).toEqual([
      ['a', { temperature: 0, top_p: 0.5 }],
      ['a (2)', { temperature: 1, top_p: 0.5 }],
      ['b', { temperature: 1, top_p: 0.5 }],
    ]);
  });

  it('keep each side’s own parameters, so that a changed temperature is under review', () => {
    const { rows } = rowsOf(
      change(prompt(undefined, { temperature: 0 }), prompt(undefined, { temperature: 1 })),
      choice(['b']),
    );
    expect(rows[0]?.model).toMatchObject({ old: { params: { temperature: 0 } }, new: { params: { temperature: 1 } } });
  });

  it('say how to name a model where there is none', () => {
    expect(rowsOf(change(prompt(), prompt()), choice([])).problems).toMatchObject([
      { reason: 'config', fix: expect.stringContaining('models: [gpt-5.6-luna]') },
    ]);
  });

  it('refuse a model that the base’s allowed-models does not hold', () => {
    const found = rowsOf(change(prompt('a'), prompt('costly')), choice(['a'], {}, ['a', 'b']));
    expect(found.rows.map((row) => row.id)).toEqual(['a']);
    expect(found.problems).toMatchObject([
      { what: expect.stringContaining('`costly`'), at: { file: 'prompts/a.prompt.yml' } },
    ]);
  });
});
