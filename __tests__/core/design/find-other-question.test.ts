import { describe, expect, it } from 'vitest';
import { findOtherQuestions } from '../../../src/core/design/find-other-question.ts';
import type { ExamCase } from '../../../src/core/exam.ts';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import { aCase } from '../../support/golden-case.ts';

const aPrompt = (content: string, variables: readonly string[]): Prompt => ({
  path: 'p.txt',
  format: 'plain text',
  messages: [{ role: 'user', content }],
  engine: 'mustache',
  open: { engine: false, role: false },
  params: {},
  defaults: {},
  variables,
  refersTo: [],
  notes: [],
});

/** Fills `{{name}}`, and leaves out `{{#name}}` as a condition does that only asks whether there is a value. */
const ask = ({ messages }: Prompt, { vars }: GoldenCase) =>
  messages.map(({ role, content }) => ({
    role,
    content: content.replaceAll(/\{\{(#?)(\w+)\}\}/gu, (_, mark: string, name: string) =>
      mark === '#' ? '' : String(vars[name] ?? ''),
    ),
  }));

const old = aPrompt('Answer {{question}}', ['question']);
const asked = (vars: GoldenCase['vars']): ExamCase => ({
  key: 'a',
  golden: aCase({ vars: { question: 'Why?', ...vars } }),
  family: 'base',
  version: 'head',
  weight: 1,
  question: { question: 'Why?' },
});

describe('whether both sides are asked the same question', () => {
  it('a variable in place of another is told, and one that is only named in a condition does not count as read', () => {
    const found = { case: 'a', dropped: ['question'], brought: ['q'] };
    const vars = { q: 'Say yes.' };
    for (const text of ['Answer {{q}}', 'Answer {{#question}}{{q}}'])
      expect(findOtherQuestions([asked(vars)], { old, new: aPrompt(text, ['question', 'q']) }, ask)).toEqual([found]);
  });

  it('what is read beside the old variable, has its value, or comes without any value is no other question', () => {
    const both = aPrompt('Answer {{question}} {{q}}', ['question', 'q']);
    expect(findOtherQuestions([asked({ q: 'Be brief.' })], { old, new: both }, ask)).toEqual([]);
    const renamed = aPrompt('Answer {{q}}', ['q']);
    expect(findOtherQuestions([asked({ q: 'Why?' })], { old, new: renamed }, ask)).toEqual([]);
    expect(findOtherQuestions([asked({})], { old, new: renamed }, ask)).toEqual([]);
    expect(findOtherQuestions([asked({})], { old, new: aPrompt('Say yes.', []) }, ask)).toEqual([]);
  });
});
