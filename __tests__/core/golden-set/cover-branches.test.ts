import { expect, test } from 'vitest';
import { coverBranches } from '../../../src/core/golden-set/cover-branches.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import { aCase, aPrompt } from '../../support/golden-case.ts';

function missed(template: string, vars: readonly JsonObject[], more: Partial<Prompt> = {}) {
  const prompt: Prompt = { ...aPrompt(template), engine: 'jinja', ...more };
  const { of, unreached, unread } = coverBranches(
    prompt,
    `---\nrole: user\n---\n${template}\n`,
    vars.map((one) => aCase({ vars: one })),
  );
  const told = unreached.map(({ way, tag, at }) => `${at.file}:${at.line ?? '?'} ${tag} ${way}`);
  return { of, told, ...(unread !== undefined && { unread }) };
}

const tiers = 'Hi.\n{% if tier == "gold" %}\nG\n{% elif tier == "silver" %}\nS\n{% else %}\nN\n{% endif %}';

test('each condition and its else are a way, with the line of the file', () => {
  expect(missed(tiers, [{ tier: 'gold' }])).toEqual({
    of: 3,
    told: ['shop.txt:7 {% elif tier == "silver" %} holds', 'shop.txt:7 {% elif tier == "silver" %} fails'],
  });
  expect(missed(tiers, [{ tier: 'gold' }, { tier: 'silver' }, {}])).toEqual({ of: 3, told: [] });
  expect(missed(tiers, []).told).toHaveLength(3);
});

test('a loop is to be gone through with items and without, in macros and within other loops too', () => {
  const template = '{% macro m(x) %}{% for a in x %}{% if a %}A{% endif %}{% endfor %}{% endmacro %}{{ m(docs) }}';
  expect(missed(template, [{ docs: [1] }])).toEqual({
    of: 4,
    told: ['shop.txt:4 {% for a in x %} empty', 'shop.txt:4 {% if a %} fails'],
  });
  expect(missed(template, [{ docs: [1, 0] }, { docs: [] }]).told).toEqual([]);
});

test('ways of templates that are taken in count once, at their own place', () => {
  const included = { 'tone.j2': { file: 'parts/tone.j2', text: 'T\n{% if formal %}F{% endif %}' } };
  const template = '{% include "tone.j2" %}{% if deep %}{% include "tone.j2" %}{% endif %}';
  expect(missed(template, [{ formal: true }], { included })).toEqual({
    of: 4,
    told: ['shop.txt:4 {% if deep %} holds', 'parts/tone.j2:2 {% if formal %} fails'],
  });
});

test('what the prompt’s own defaults lead to is reached; what fails to render is reached as far as it came', () => {
  expect(missed('{% if a %}A{% endif %}', [{}], { defaults: { a: true } }).told).toEqual([
    'shop.txt:4 {% if a %} fails',
  ]);
  expect(missed('{% if a %}A{% endif %}{{ 1 / 0 }}{% if b %}B{% endif %}', [{ a: 1 }]).told).toEqual([
    'shop.txt:4 {% if a %} fails',
    'shop.txt:4 {% if b %} holds',
    'shop.txt:4 {% if b %} fails',
  ]);
});

test('Nunjucks is read where it reads as Jinja, and said to be unread where not; other engines have no branches', () => {
  expect(missed('{% if a %}A{% endif %}', [{ a: 1 }], { engine: 'nunjucks' })).toEqual({
    of: 2,
    told: ['shop.txt:4 {% if a %} fails'],
  });
  const odd = missed('{% asyncEach x in y %}{% endeach %}', [{}], { engine: 'nunjucks' });
  expect([odd.of, odd.told, odd.unread]).toEqual([0, [], expect.stringContaining('asyncEach')]);
  expect(missed('{% if a %}A{% endif %}', [{}], { engine: 'mustache' })).toEqual({ of: 0, told: [] });
});
