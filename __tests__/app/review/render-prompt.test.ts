import { expect, it } from 'vitest';
import { createRenderPrompt } from '../../../src/app/review/render-prompt.ts';
import { boundCases } from '../../../src/core/design/bound-cases.ts';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import type { PromptChange } from '../../../src/core/prompt-change.ts';

const prompt: Prompt = {
  path: 'p.txt',
  format: 'text',
  messages: [{ role: 'user', content: '{{q}}' }],
  engine: 'mustache',
  open: { engine: false, role: false },
  params: {},
  defaults: {},
  variables: ['q'],
  refersTo: [],
  notes: [],
};
const sandbox = { run: () => ({ kind: 'value', value: null }) as const };

it('requests of a run are rendered to so many characters together, and not one more', () => {
  const render = createRenderPrompt(sandbox, 1000);
  expect(render(prompt, { q: 'x'.repeat(400) }).failed).toBeUndefined();
  expect(render(prompt, { q: 'x'.repeat(600) }).failed).toBeUndefined();
  expect(render(prompt, { q: 'x' }).failed?.why).toContain('longer than 500 characters');
  // From there on nothing is rendered any more.
  expect(render(prompt, { q: '' }).failed).toBeDefined();
});

it('more cases than calls are allowed are refused before anything is rendered, and as many are not', () => {
  const golden: GoldenCase = {
    id: 'a',
    tags: [],
    weight: 1,
    vars: {},
    context: [],
    history: [],
    checks: [],
    notRun: [],
    at: { file: 'c' },
  };
  const exam = { golden, key: 'a', family: 'base', weight: 1, version: 'head' } as const;
  const changeOf = (count: number, change: PromptChange['change'] = 'modified'): PromptChange => ({
    path: 'p.txt',
    change,
    new: prompt,
    exam: {
      cases: Array.from({ length: count }, () => exam),
      unchecked: [],
      changed: { added: [], removed: [], edited: [], weakened: [] },
    },
    diff: '',
    notes: [],
  });
  const settings = { models: ['a', 'b'], maxCalls: 200 };
  expect(boundCases([changeOf(100), changeOf(500, 'config')], settings)).toBeUndefined();
  expect(boundCases([changeOf(101)], settings)?.what).toContain('needs 202 calls or more, and 200 are allowed');
});
