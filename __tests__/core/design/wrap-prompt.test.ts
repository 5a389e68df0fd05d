import { expect, it } from 'vitest';
import { wrapPrompt } from '../../../src/core/design/messages-of.ts';
import { asksTheSame, compareCase } from '../../../src/core/exam/compare-case.ts';
import type { Message, Role } from '../../../src/core/prompt.ts';
import { aCase } from '../../support/golden-case.ts';

const wrap = { prefix: '<', suffix: '>' };
const said = (...roles: readonly Role[]): readonly Message[] => roles.map((role) => ({ role, content: role }));

function wrapped(...roles: readonly Role[]): readonly string[] {
  const prompt = {
    path: 'p.json',
    format: 'json',
    messages: said(...roles),
    engine: 'mustache',
    open: { engine: false, role: false },
    params: {},
    defaults: {},
    variables: [],
    refersTo: [],
    notes: [],
  } as const;
  expect(wrapPrompt(prompt, aCase())).toBe(prompt);
  return wrapPrompt(prompt, aCase({ wrap })).messages.map(({ content }) => content);
}

it('puts a case’s texts around one message, around what the user said last, else around the last message', () => {
  expect(wrapped('system')).toEqual(['<system>']);
  expect(wrapped('user', 'assistant', 'user', 'assistant')).toEqual(['user', 'assistant', '<user>', 'assistant']);
  expect(wrapped('system', 'assistant')).toEqual(['system', '<assistant>']);
});

it('takes a case with another prefix for one that asks something else', () => {
  expect(asksTheSame(aCase({ wrap }), aCase({ wrap: { ...wrap, prefix: '(' } }))).toBe(false);
  expect(compareCase(aCase(), aCase({ wrap })).edited).toEqual(['prefix or suffix changed']);
});
