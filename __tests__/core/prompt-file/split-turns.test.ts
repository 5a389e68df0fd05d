import { describe, expect, it } from 'vitest';
import { splitTurns } from '../../../src/core/prompt-file/split-turns.ts';

const turns = [
  { role: 'system', content: 'Be kind.\n\nBe brief.' },
  { role: 'user', content: 'Ask: {q}' },
];

describe('splitTurns', () => {
  it.each([
    ['SYSTEM:', 'USER:'],
    ['System message:', 'User message:'],
    ['### System', '### User'],
    ['## System prompt:', '## Human'],
    ['[SYSTEM]', '[user]'],
    ['# support@v2\n\nSYSTEM:', 'USER:'],
  ])('divides a text at lines of one form: %j', (system, user) => {
    expect(splitTurns(`${system}\nBe kind.\n\nBe brief.\n\n${user}\nAsk: {q}\n`)).toEqual(turns);
  });

  it('takes what stands behind the colon, and what tags enclose', () => {
    expect(splitTurns('System: Be kind.\n\nBe brief.\nUser: Ask: {q}')).toEqual(turns);
    expect(splitTurns('<system>\nBe kind.\n\nBe brief.\n</system>\n<user>\nAsk: {q}\n</user>\n')).toEqual(turns);
  });

  it('keeps the order of more turns, and lines of another form as text', () => {
    const text = 'SYSTEM:\nRules\nUSER:\nHi\nUser: quoted\nASSISTANT:\nHello\nUSER:\nBye\n';
    expect(splitTurns(text)?.map(({ role, content }) => `${role}: ${content}`)).toEqual([
      'system: Rules',
      'user: Hi\nUser: quoted',
      'assistant: Hello',
      'user: Bye',
    ]);
  });

  it.each([
    ['text that begins otherwise', 'You are kind.\nSYSTEM:\na\nUSER:\nb'],
    ['no turn of the user', 'SYSTEM:\nYou are kind.\n'],
    ['a turn of the user first, as examples have', 'User: hi\nAssistant: hello\nUser: {q}'],
    ['a word in a sentence', 'The system: it works.\nThe user: she asks.'],
  ])('does not divide %s', (_, text) => {
    expect(splitTurns(text)).toBeUndefined();
  });
});
