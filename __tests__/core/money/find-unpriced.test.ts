import { describe, expect, it } from 'vitest';
import type { Design } from '../../../src/core/design/design-review.ts';
import { type CostOf, findUnpriced } from '../../../src/core/money/prices.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import type { ModelRef } from '../../../src/core/row.ts';

const costOf: CostOf = (_, model) => (model.startsWith('priced') ? 1 : undefined);
const prompt: Prompt = {
  path: 'p.txt',
  format: 'plain-text',
  messages: [],
  params: {},
  defaults: {},
  variables: [],
  engine: 'mustache',
  open: { engine: false, role: false },
  refersTo: [],
  notes: [],
};
const ref = (model: string, provider = 'default'): ModelRef => ({ provider, model, params: {} });

/** A review of one prompt a list: the models that its rows ask, and the one that it named before. */
function design(...prompts: readonly { readonly asks: readonly ModelRef[]; readonly before?: string }[]): Design {
  return {
    problems: [],
    prompts: prompts.map(({ asks, before }, index) => ({
      change: {
        path: `prompts/${index}.txt`,
        change: 'modified',
        old: { ...prompt, ...(before === undefined ? {} : { model: before }) },
        new: prompt,
        exam: { cases: [], unchecked: [], changed: { added: [], removed: [], edited: [], weakened: [] } },
        diff: '',
        notes: [],
      },
      rows: asks.map((model) => ({ id: model.model, own: true, model: { old: ref('priced'), new: model } })),
      problems: [],
      cells: [],
    })),
  };
}
const settings = {
  limitsCost: true,
  models: [ref('ours')],
  overrides: [{ paths: ['prompts/other/**'], gate: {}, models: [ref('theirs', 'local')] }],
  providers: new Map(),
  applications: new Map(),
  configFile: 'promptgate.yml',
} as const;
const problem = (model: string, file: string) => ({
  reason: 'config',
  what: `the price of \`${model}\`, a model that this pull request names, is not known, so \`max-cost\` cannot hold for it.`,
  at: { file },
  fix: 'On the base branch, add it to `allowed-models` in promptgate.yml, or its price to `prices`.',
});

describe('a model without a price that a pull request brings', () => {
  it('is named once a provider, with the first prompt that names it', () => {
    const asked = design({ asks: [ref('new'), ref('other')] }, { asks: [ref('new'), ref('new', 'local')] });
    expect(findUnpriced(asked, settings, costOf)).toEqual([
      problem('new', 'prompts/0.txt'),
      problem('other', 'prompts/0.txt'),
      problem('new', 'prompts/1.txt'),
    ]);
  });

  it.each([
    ['a model that has a price', { asks: [ref('priced-too')] }],
    ['a model of base’s settings', { asks: [ref('ours')] }],
    ['a model that the old prompt named', { asks: [ref('old')], before: 'old' }],
  ])('is not %s', (_, asked) => {
    expect(findUnpriced(design(asked), settings, costOf)).toEqual([]);
  });

  it('is one of the same name at another provider', () => {
    expect(findUnpriced(design({ asks: [ref('theirs', 'local')] }), settings, costOf)).toEqual([]);
    expect(findUnpriced(design({ asks: [ref('ours', 'local')] }), settings, costOf)).toHaveLength(1);
    expect(findUnpriced(design({ asks: [ref('old', 'local')], before: 'old' }), settings, costOf)).toHaveLength(1);
  });

  it('is let through where base allows it, or no dollars are limited', () => {
    const asked = design({ asks: [ref('new')] });
    expect(findUnpriced(asked, { ...settings, allowedModels: ['new'] }, costOf)).toEqual([]);
    expect(findUnpriced(asked, { ...settings, allowedModels: ['others'] }, costOf)).toHaveLength(1);
    expect(findUnpriced(asked, { ...settings, limitsCost: false }, costOf)).toEqual([]);
  });
});
