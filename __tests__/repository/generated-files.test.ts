import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { generatedFiles } from '../../scripts/generate/generated-files.ts';
import { inputDefault } from '../../src/core/settings/input-flags.ts';
import { inputs } from '../../src/core/settings/inputs.ts';
import { outputs } from '../../src/core/settings/outputs.ts';
import { parseConfig } from '../../src/core/settings/parse-config.ts';
import { parseInputs } from '../../src/core/settings/parse-inputs.ts';
import { checkKinds } from '../../src/scorers/index.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const actionSchema = z.object({
  inputs: z.record(z.string(), z.strictObject({ description: z.string().min(10), default: z.string().optional() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string().min(10) })),
  runs: z.object({ using: z.literal('node24'), main: z.string(), post: z.string().optional() }),
});

describe('what is made from the code', () => {
  test.each([...generatedFiles(root)])('%s is fresh (`npm run generate` writes it)', (path, text) => {
    expect(read(path)).toBe(text);
  });

  test('action.yml names every input and output, in order', () => {
    const action = actionSchema.parse(parse(read('action.yml')));
    expect(Object.keys(action.inputs)).toEqual(inputs.map((input) => input.name));
    expect(Object.keys(action.outputs)).toEqual(outputs.map((output) => output.name));
  });

  test('what the config can set has no default in action.yml, which would win over the config', () => {
    const action = actionSchema.parse(parse(read('action.yml')));
    for (const input of inputs) {
      expect(action.inputs[input.name]?.default, input.name).toBe(
        input.config === undefined ? input.default : undefined,
      );
    }
  });

  test('the defaults of action.yml are those that hold where nothing is given', () => {
    const literal = inputs.filter((input) => input.default !== undefined && !input.default.startsWith('${{'));
    const given = new Map(literal.map((input) => [input.name, input.default ?? '']));
    expect(given.size).toBeGreaterThan(4);
    expect(parseInputs(given)).toEqual(parseInputs(new Map()));
  });

  test('every input says what it does, and its default where it has one', () => {
    for (const input of inputs) expect(input.description, input.name).toMatch(/\.$/u);
    expect(Object.fromEntries(inputs.map((input) => [input.name, inputDefault(input)]))).toMatchObject({
      'base-url': 'https://api.openai.com/v1',
      sampling: 'adaptive',
      'baseline-age': '6h',
      concurrency: '16',
      'max-calls': '5000',
      'max-cost': '5',
      timeout: '30m',
      'fail-on': 'regressed, invalid',
      comment: 'always',
      models: undefined,
    });
  });

  test('the bundles that action.yml starts are there', () => {
    const { runs } = actionSchema.parse(parse(read('action.yml')));
    if (!existsSync(join(root, 'src/action.ts'))) return;
    for (const file of [runs.main, runs.post])
      if (file !== undefined) expect(existsSync(join(root, file)), file).toBe(true);
  });
});

describe('schema/promptgate.schema.json', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(read('schema/promptgate.schema.json')));

  test.each([
    'version: 1',
    'models: [a, {provider: default, model: b, params: {max_tokens: 4}}]',
    'models: a, b',
    'fail-on: never',
    'gate: {cost: {max-increase: 25%}, metrics: {x: {tolerance: 0.1}}}',
    'baseline-age: 0\ntimeout: 1h30m',
    'segments: {free: {traffic: 120000/month}}',
    'judge: {model: x, votes: 3}',
  ])('takes what the code takes: %s', (text) => {
    expect(parseConfig(text, 'promptgate.yml').kind).toBe('config');
    expect(validate(parse(text))).toBe(true);
  });

  test.each([
    'version: 2',
    'modles: [a]',
    'gate: {alpha: 2}',
    'gate: {tolerence: 0.1}',
    'timeout: soon',
    'judge: 5',
    'segments: {free: {traffic: lots}}',
    'models: [{modle: a}]',
  ])('refuses what the code refuses: %s', (text) => {
    expect(parseConfig(text, 'promptgate.yml').kind).toBe('broken');
    expect(validate(parse(text))).toBe(false);
  });
});

describe('the schema of checks that editors read', () => {
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(JSON.parse(read('schema/cases.schema.json')));
  const config = ajv.compile(JSON.parse(read('schema/promptgate.schema.json')));
  const takes = (check: unknown) => [
    validate({ cases: [{ checks: [check] }] }),
    validate({ defaults: { checks: [check] }, cases: [] }),
    config({ version: 1, defaults: { checks: [check] } }),
  ];

  test.each([...checkKinds.values()].map((kind) => [kind.kind, kind] as const))(
    'takes `%s` as docs/checks.md shows it',
    (_, kind) => {
      const written = kind.example === undefined ? kind.kind : { [kind.kind]: kind.example };
      expect(takes(written)).toEqual([true, true, true]);
      const modified = { [kind.kind]: kind.example ?? null, name: 'mine', weight: 2, required: true };
      expect(takes(modified)).toEqual([true, true, true]);
      expect(takes({ ...modified, unknwon: 1 })).toEqual([false, false, false]);
    },
  );

  test.each([
    'contains: [a, b]\nignore-case: true',
    'judge: Is polite.\nmin: 7\nvotes: 3',
    'json-path: { path: $.a, equals: { b: 1 } }',
    'max-words: 20',
    'json:',
  ])('takes what the code takes: %s', (text) => {
    expect(takes(parse(text))).toEqual([true, true, true]);
  });

  test.each([
    'contians: x',
    'contians',
    'contains',
    'max-wrods: ten',
    'max-words: ten',
    'contains: x\nmin: 1',
    'judge: Is polite.\nmin: 11',
    'judge: Is polite.\nignore-case: true',
    'contains: x\nignore-case: maybe',
    'contains: x\nregex: y',
    'contains: x\nweight: heavy',
    'name: mine',
  ])('refuses what the code refuses: %s', (text) => {
    expect(takes(parse(text))).toEqual([false, false, false]);
  });
});
