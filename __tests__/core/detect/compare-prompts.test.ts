import { describe, expect, it } from 'vitest';
import { comparePrompts } from '../../../src/core/detect/compare-prompts.ts';
import type { ExamCase } from '../../../src/core/exam.ts';
import type { Prompt, PromptMessage } from '../../../src/core/prompt.ts';
import { aCase } from '../../support/golden-case.ts';

function prompt(messages: readonly PromptMessage[], more: Partial<Prompt> = {}): Prompt {
  return {
    path: 'a.prompt.yml',
    format: 'github',
    messages,
    engine: 'mustache',
    open: { engine: false, role: false },
    params: {},
    defaults: {},
    variables: [],
    refersTo: [],
    notes: [],
    ...more,
  };
}

function examCase(vars: ExamCase['golden']['vars']): ExamCase {
  return { key: 'a', golden: aCase({ vars }), family: 'base', version: 'head', weight: 1 };
}

const system: PromptMessage = { role: 'system', content: 'Be kind.\n' };
const user: PromptMessage = { role: 'user', content: 'Answer.\n' };

describe('what an edit did to a prompt', () => {
  it('is nothing where both sides are asked alike', () => {
    expect(comparePrompts(prompt([system, user]), prompt([system, user]))).toBeUndefined();
  });

  it('names the model and then the parameters, each with what it was, also where a side sets none', () => {
    const old = prompt([user], { model: 'a', params: { temperature: 0.2, stop: ['x'] } });
    const next = prompt([user], { model: 'b', params: { temperature: 0.7, max_tokens: 5 } });
    expect(comparePrompts(old, next)?.settings).toEqual([
      { name: 'model', old: 'a', new: 'b' },
      { name: 'stop', old: '["x"]' },
      { name: 'temperature', old: '0.2', new: '0.7' },
      { name: 'max_tokens', new: '5' },
    ]);
  });

  it('tells messages by their roles: what changed, came, went or changed its role', () => {
    const edit = comparePrompts(
      prompt([system, { role: 'user', content: 'One.\n' }, { role: 'assistant', content: 'Yes.\n' }, user]),
      prompt([
        { role: 'system', content: 'Be strict.\n' },
        { role: 'user', content: 'One.\n' },
        { role: 'developer', content: 'Yes.\n' },
        user,
        system,
      ]),
    );
    expect(edit?.messages.map(({ role, oldRole, kind, diff }) => [role, oldRole, kind, diff])).toEqual([
      ['system', undefined, 'changed', '@@ -1,1 +1,1 @@\n-Be kind.\n+Be strict.\n'],
      ['developer', 'assistant', 'changed', ''],
      ['system', undefined, 'added', expect.stringContaining('+Be kind.')],
    ]);
  });

  it('tells the response format by its kind, name and fields, and not among the parameters', () => {
    const format = (schema: object, name = 'reply') => ({
      response_format: { type: 'json_schema', json_schema: { name, schema: { type: 'object', ...schema } } },
    });
    const told = (old: Prompt['params'], next: Prompt['params']) =>
      comparePrompts(prompt([user], { params: old }), prompt([user], { params: next }));
    const fields = told(
      format({ properties: { a: { type: 'string' }, b: { type: 'string' } } }),
      format({ properties: { b: { type: 'number' }, c: {} } }, 'answer'),
    );
    expect(fields?.responseFormat).toEqual([
      'schema `reply` → `answer`',
      'field `a` removed',
      'field `b` changed',
      'field `c` added',
    ]);
    expect(fields?.settings).toEqual([]);
    expect(told({}, format({}))?.responseFormat).toEqual(['`text` → `json_schema`']);
  });

  it('names a new variable that no case sets, and one that no template uses any more', () => {
    const old = prompt([user], { variables: ['question', 'city'] });
    const next = prompt([user], {
      variables: ['question', 'tone', 'shop.name', 'locale', 'hint'],
      defaults: { locale: 'en' },
      optional: ['hint'],
    });
    const cases = [examCase({ question: 'a', shop: { name: 'x' } }), examCase({ question: 'b' })];
    expect(comparePrompts(old, next, cases)).toMatchObject({ unset: ['tone'], unused: ['city'] });
    expect(comparePrompts(old, next, [examCase({ tone: 'warm', 'shop.name': 'y' })])?.unset).toEqual([]);
    // Who fills them is not known, or nobody asks.
    expect([comparePrompts(old, next)?.unset, comparePrompts(old, next, [])?.unset]).toEqual([[], []]);
  });
});
