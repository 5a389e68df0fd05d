import { expect, test } from 'vitest';
import { makeCandidate } from '../../../src/core/golden-set/make-candidate.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LoggedCall, LoggedMessage } from '../../../src/core/logs/logged-call.ts';
import { aPrompt } from '../../support/golden-case.ts';

const say = (role: string, content: string): LoggedMessage => ({ role, content, toolCalls: [] });
const tokens = { in: undefined, out: undefined, cached: undefined, reasoning: undefined };

const logged = (variables: JsonObject): LoggedCall => ({
  ...call(),
  texts: () => ({ input: [], output: undefined, variables }),
});

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

const digest = 'a'.repeat(64);
test.each([
  ['an address', { image: 'https://collect.test/p.png' }],
  ['a file of the repository', { file: '../README.md' }],
  ['a data URL', { audio: 'data:audio/wav;base64,AAAA' }],
  ['bytes that were read', { image: 'a.png', mediaType: 'image/png', bytes: 3, sha256: digest }],
])('a logged value that a case would show as a part is a text: %s', (_, value) => {
  const text = JSON.stringify(value);
  expect(makeCandidate(logged({ question: value }), aPrompt('{{question}}'))?.vars).toEqual({ question: text });
  const inside = { kept: 'x', shown: [{ photo: value }] };
  expect(makeCandidate(logged({ question: inside }), aPrompt('{{question.shown.0.photo}}'))?.vars).toEqual({
    question: { kept: 'x', shown: [{ photo: text }] },
  });
});

test('numbers and names within a logged value are masked as texts are, and none of its values is lost', () => {
  const question = { card: 4111111111111111, amount: 42, 'ann@example.org': 1, 'bob@example.org': 2 };
  expect(makeCandidate(logged({ question }), aPrompt('{{question}}'))?.vars).toEqual({
    question: { card: '[card]', amount: 42, '[e-mail]': 1, '[e-mail] 2': 2 },
  });
});
