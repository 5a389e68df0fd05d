import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/core/golden-case.ts';
import { readCases } from '../../../src/formats/cases/index.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { anInput } from '../../support/score-with.ts';

function read(text: string, path = 'prompts/a.cases.jsonl') {
  const made = readCases(path, text, checkKinds, []);
  if (made.kind === 'broken') throw new Error(made.problems[0].what);
  return made.cases;
}

/** Score of a reply by the one check of a case. */
function score(checks: readonly Check[], text: string): number | undefined {
  const [check] = checks;
  const kind = check && checkKinds.get(check.kind);
  if (check === undefined || kind === undefined || kind.compare !== undefined) return undefined;
  const made = kind.score(anInput({ argument: check.argument, options: check.options, text }));
  return made.kind === 'scored' ? made.value : undefined;
}

describe('samples of OpenAI’s Evals', () => {
  it('are cases: what is asked last, what came before, and what the system is told', () => {
    const messages = [
      { role: 'system', content: 'Capitals, in a word.' },
      { role: 'system', name: 'example_user', content: 'France' },
      { role: 'system', name: 'example_assistant', content: 'Paris' },
      { role: 'user', content: 'Spain' },
    ];
    const text = `${JSON.stringify({ input: messages, ideal: 'Madrid' })}\n\n${JSON.stringify({ input: 'Italy', ideal: ['Rome', 'Roma'] })}\n`;
    const [first, second] = read(text);
    expect(first).toMatchObject({
      vars: { system: 'Capitals, in a word.', input: 'Spain' },
      history: [
        { role: 'user', content: 'France' },
        { role: 'assistant', content: 'Paris' },
      ],
      reference: 'Madrid',
      at: { line: 1 },
    });
    expect(second).toMatchObject({ vars: { input: 'Italy' }, history: [], at: { line: 3 } });
  });

  it.each([
    ['a.cases.jsonl', ['Yes.'], 'Yes. It is.', 1],
    ['a.cases.jsonl', ['Yes.'], ' Yes. It is.', 0],
    ['a.cases.jsonl', ['a+b', '(c)'], '(c) so', 1],
    ['a.cases.jsonl', ['a+b', '(c)'], 'aab', 0],
    ['a-includes.cases.jsonl', ['Yes', 'No'], 'I say No', 1],
    ['a-includes.cases.jsonl', ['Yes', 'No'], 'I say no', 0],
    ['fuzzy_match/samples.jsonl', ['Yes'], 'oh yes', 1],
  ])('are judged as their class does: %s, %j, %j', (file, ideal, reply, expected) => {
    const [only] = read(JSON.stringify({ input: 'x', ideal }), `prompts/${file}`);
    expect(score(only?.checks ?? [], reply)).toBe(expected);
  });

  it.each([
    ['{"input": "x", "ideal": "y"}\n{"input": "x"}', 2, /`ideal` must be a text/u],
    ['{"input": "x", "ideal": [""]}', 1, /`ideal` must be a text/u],
    ['{"input": [{"role": "assistant", "content": "x"}], "ideal": "y"}', 1, /last message/u],
    ['{"input": [{"role": "user"}], "ideal": "y"}', 1, /A message of `input`/u],
    ['{"input": "x", "ideal": "y"}\n{"input": "x" "ideal": "y"}', 2, /Not readable/u],
  ])('that cannot be read say what and where: %s', (text, line, what) => {
    const made = readCases('prompts/a.cases.jsonl', text, checkKinds, []);
    expect(made).toMatchObject({ kind: 'broken', problems: [{ at: { line }, what: expect.stringMatching(what) }] });
  });

  it('leaves cases of our own form alone that have such variables', () => {
    const text = '{"id": "a", "vars": {"input": "x", "ideal": "y"}, "checks": ["answers"]}\n';
    expect(read(text)[0]).toMatchObject({ id: 'a', vars: { input: 'x', ideal: 'y' } });
  });
});
