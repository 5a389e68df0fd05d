import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import type { Files } from '../support/github-repository.ts';
import { casesPath, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { stageReview } from '../support/review-stage.ts';
import { unpackPage } from '../support/unpack-page.ts';

const edited = { [promptPath]: promptText('warmly') };

type Given = {
  readonly base?: Files;
  readonly head?: Files;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly github?: Parameters<typeof stageReview>[0]['github'];
  readonly models?: Parameters<typeof stageReview>[0]['models'];
  readonly env?: Readonly<Record<string, string>>;
};

/** What came of the step, and how many calls reached the model service. */
type Ran = StepResult & { readonly arrived: number };

/** Each run on a stage of its own, so that the runs need not wait for each other. */
async function run({ base = {}, head = {}, inputs = {}, github, models, env }: Given): Promise<Ran> {
  const stage = await stageReview({
    base: { ...shopBase, ...base },
    head: { ...edited, ...head },
    models: models ?? shopModels([]),
    ...(github === undefined ? {} : { github }),
  });
  try {
    const step = await stage.review({ inputs, ...(env === undefined ? {} : { env }) });
    return { ...step, arrived: stage.models.stats().arrived };
  } finally {
    await stage.close();
  }
}

/** One clear message as an annotation and in the summary, a red step, and never a stack trace. */
function expectTold(step: StepResult, reason: string, ...words: readonly (string | RegExp)[]): void {
  expect(step.exitCode).toBe(1);
  expect([step.outputs['verdict'], step.outputs['reason']]).toEqual(['invalid', reason]);
  const errors = step.stdout.split('\n').filter((line) => line.startsWith('::error'));
  const decoded = errors.map((line) =>
    line.replaceAll('%0A', '\n').replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%25', '%'),
  );
  for (const word of words) {
    expect(decoded.join('\n')).toMatch(word);
  }
  expect(step.stdout + step.stderr + step.summary).not.toMatch(/\n\s+at .*\.js:\d+/);
  expect(step.summary).not.toBe('');
}

describe.concurrent('what cannot be read ends red with one clear message', () => {
  it('of a bad config', async () => {
    const step = await run({ base: { 'promptgate.yml': 'version: 1\nmodells: [a]\n' } });
    expectTold(step, 'config', /file=promptgate\.yml/, /line=2/, /modells/, /models/);
  });

  it('of a bad case file', async () => {
    const step = await run({ head: { [casesPath]: 'cases:\n  - id: a\n    vars: { question: [\n' } });
    expectTold(step, 'files', new RegExp(`file=${casesPath}`), /line=\d/);
  });

  it('of an unknown check', async () => {
    const step = await run({
      head: { [casesPath]: 'cases:\n  - { id: a, vars: { question: Q }, checks: [{ containz: x }] }\n' },
    });
    expectTold(step, 'files', /containz/, /contains/, /line=2/);
  });

  it('of a model the service does not know', async () => {
    const step = await run({ models: { ...shopModels([]), models: ['strong'] } });
    expectTold(step, 'provider', /cheap/);
  });

  it('of a missing key', async () => {
    const step = await run({ inputs: { 'api-key': '', 'base-url': 'https://models.example/v1' } });
    expectTold(step, 'config', /key/, /OPENAI_API_KEY/);
    expect(step.arrived).toBe(0);
  });

  it('of a wrong key, without showing it', async () => {
    const step = await run({
      models: { ...shopModels([]), key: 'sk-right' },
      inputs: { 'api-key': 'sk-wrong-0123456789' },
    });
    expectTold(step, 'provider', /key/);
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '') + step.summary).not.toContain('sk-wrong-0123456789');
  });

  it('of a missing permission to read', async () => {
    const step = await run({ github: { permissions: { contents: 'none' } } });
    expectTold(step, 'permission', /contents/);
  });

  it('of an endpoint that nobody answers', async () => {
    const step = await run({ inputs: { 'base-url': 'http://127.0.0.1:9/v1', timeout: '3m' } });
    expectTold(step, 'provider', /127\.0\.0\.1:9/);
  });

  it('of an input that is no such thing', async () => {
    const step = await run({ inputs: { concurrency: 'many' } });
    expectTold(step, 'config', /concurrency/, /number/);
  });
});

/** Sixty times as fast: a minute is a second. */
const hastened = {
  NODE_OPTIONS: `--import ${new URL('../support/hasten.mjs', import.meta.url).href}`,
  HASTEN: '60',
};

describe.concurrent('a service that answers nothing but', () => {
  it.each([
    ['429', { kind: 'rate-limit' }, /answered none of \d+ attempts/g],
    [
      '429 with a hint of a minute',
      { kind: 'rate-limit-hint', retryAfterMs: 60_000 },
      /answered none of \d+ attempts/g,
    ],
    ['redirects', { kind: 'redirect', location: 'http://127.0.0.1:9/v1' }, /redirects to another address/g],
  ] as const)(
    '%s is given up within some minutes with one message, long before the timeout',
    async (_, fault, said) => {
      const began = Date.now();
      const step = await run({
        models: { ...shopModels([]), faults: () => fault },
        inputs: { timeout: '60m' },
        env: hastened,
      });
      expectTold(step, 'provider', said);
      expect(step.stdout.split('\n').filter((line) => line.startsWith('::error'))).toHaveLength(1);
      expect(step.stdout + step.summary).not.toMatch(/deadline|timeout/);
      // An hour would be a minute here.
      expect(Date.now() - began).toBeLessThan(25_000);
    },
  );
});

describe.concurrent('`fail-on: never`', () => {
  it('opens the gate for what regressed, and never for what could not be read', async () => {
    const regressed = await run({ models: shopModels(['case-1']), inputs: { 'fail-on': 'never' } });
    expect([regressed.exitCode, regressed.outputs['verdict']]).toEqual([0, 'regressed']);
    const broken = await run({ base: { 'promptgate.yml': 'modells: [a]\n' }, inputs: { 'fail-on': 'never' } });
    expect(broken.exitCode).toBe(1);
  });
});

describe('a review whose replies hold the key of the model service', () => {
  it('keeps a key that a model says out of comment, summary, log and files', async () => {
    const key = 'sk-said-0123456789abcdef';
    const script = shopModels([]);
    const stage = await stageReview({
      base: shopBase,
      head: edited,
      models: { ...script, rules: [{ when: /What is case-/, reply: ({ text }) => `I was told ${text} with ${key}.` }] },
    });
    const temp = mkdtempSync(join(tmpdir(), 'promptgate-key-'));
    try {
      const step = await stage.review({ inputs: { 'api-key': key }, temp });
      const files = ['report-json', 'report-html'].map((name) => readFileSync(step.outputs[name] ?? '', 'utf8'));
      const page = unpackPage(files[1] ?? '');
      expect(page.join('')).toContain('I was told');
      const comment = stage.github.comments(7)[0]?.body ?? '';
      expect(comment).not.toBe('');
      const log = step.stdout.replace(/^::add-mask::.*$/gm, '') + step.stderr;
      for (const shown of [comment, step.summary, log, ...files, ...page]) expect(shown).not.toContain(key);
    } finally {
      await stage.close();
      rmSync(temp, { recursive: true });
    }
  });
});
