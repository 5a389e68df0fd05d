import { expect, it } from 'vitest';
import { withHistory } from '../../../src/core/design/messages-of.ts';
import type { Message } from '../../../src/core/prompt.ts';

const system: Message = { role: 'system', content: 'rules' };
const ask: Message = { role: 'user', content: 'question' };
const turns: readonly Message[] = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello' },
];

it('puts earlier turns before the question that ends the prompt', () => {
  expect(withHistory([system, ask], turns)).toEqual([system, ...turns, ask]);
});

it('puts earlier turns after a prompt that asks nothing itself', () => {
  expect(withHistory([system], turns)).toEqual([system, ...turns]);
});
