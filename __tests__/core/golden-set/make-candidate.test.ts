import { expect, test } from 'vitest';
import { makeCandidate } from '../../../src/core/golden-set/make-candidate.ts';
import type { LoggedCall, LoggedMessage } from '../../../src/core/logs/logged-call.ts';
import { aPrompt } from '../../support/golden-case.ts';

const say = (role: string, content: string): LoggedMessage => ({ role, content, toolCalls: [] });
const tokens = { in: undefined, out: undefined, cached: undefined, reasoning: undefined };

function call(...input: readonly LoggedMessage[]): LoggedCall {
  return {
    at: { file: 'a.jsonl', line: 1 },
    time: undefined,
    prompt: undefined,
    segment: undefined,
    user: undefined,
    session: undefined,
    asked: undefined,
    served: undefined,
    tokens,
    usd: undefined,
    latencyMs: undefined,
    firstTokenMs: undefined,
    finishReason: undefined,
    error: undefined,
    output: () => undefined,
    texts: () => ({ input, output: undefined, variables: undefined }),
  };
}

test.each([
  ['what stands around it is cut off', 'Q: {{question}}\nBe brief.', 'Q: Where is it?\nBe brief.', 'Where is it?'],
  ['spaces in the marker are none of it', 'Q: {{ question }}', 'Q: Where is it?', 'Where is it?'],
  ['a frame of another version stays', 'Q: {{question}}\nBe brief.', 'Ask: Where is it?', 'Ask: Where is it?'],
  ['a frame that overlaps itself stays', 'aa{{question}}aa', 'aaa', 'aaa'],
  ['a variable that stands twice takes the whole', '{{question}} {{question}}', 'Why? Why?', 'Why? Why?'],
])('of the user’s turn the variable is taken: %s', (_, template, said, question) => {
  const made = makeCandidate(call(say('system', 'x'), say('user', said)), aPrompt(template));
  expect(made).toMatchObject({ vars: { question }, history: [] });
});

test('turns before the last one are its history where the prompt leaves the turn to the case, and nowhere else', () => {
  const turns = [say('user', 'Hi'), say('assistant', 'Hello'), say('tool', '{}'), say('user', 'And now?')];
  const instructions = aPrompt('You help.', { turn: 'question', role: 'system' });
  const history = [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
  ];
  expect(makeCandidate(call(say('system', 'x'), ...turns), instructions)).toMatchObject({
    vars: { question: 'And now?' },
    history,
  });
  expect(makeCandidate(call(...turns), aPrompt('You help.', { role: 'system' }))).toMatchObject({
    vars: {},
    user: 'And now?',
    history,
  });
  expect(makeCandidate(call(...turns), aPrompt('{{question}}'))).toMatchObject({ history: [] });
  const many = Array.from({ length: 30 }, (_, at) => say(at % 2 === 0 ? 'user' : 'assistant', `turn ${at}`));
  expect(makeCandidate(call(...many, say('user', 'Last?')), instructions)?.history).toHaveLength(10);
});

test('a log that ends without a word of the user is none', () => {
  expect(makeCandidate(call(say('system', 'x')), aPrompt('{{question}}'))).toBeUndefined();
  expect(makeCandidate(call(say('user', ' ')), aPrompt('{{question}}'))).toBeUndefined();
});
