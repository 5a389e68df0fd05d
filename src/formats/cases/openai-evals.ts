import type { Json, JsonObject } from '../../core/json.ts';
import { readPlainJson } from '../../core/json-text/read-plain-json.ts';
import type { Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import { readJsonLines } from './read-json.ts';
import type { CaseForm } from './types.ts';

/**
 * Samples of OpenAI's Evals as golden cases: what the user says last is `input`, what the system is told is `system`, and `ideal` is what
 * the reply must begin with, or contain. Which of these, its class says in another file: here the name of the file or its folder does.
 */
export const openAiEvals: CaseForm = {
  name: 'OpenAI Evals samples',
  about: {
    recognisedBy: '`.jsonl` whose first line has an `input` and its `ideal`',
    notRead: [
      'the registry (`evals/registry/evals/*.yaml`): a name with `includes` makes `ideal` a text to contain, one with `fuzzy` whatever its case; else the reply must begin with it, as `Match` has it',
      'keys beside `input` and `ideal`, which only classes that ask a model take',
    ],
    example: {
      path: 'prompts/refund.cases.jsonl',
      text: `{"input": [{"role": "system", "content": "Answer Yes or No."}, {"role": "user", "content": "May I return it after 40 days?"}], "ideal": "No"}
{"input": "May I return it after 4 days?", "ideal": ["Yes", "yes"]}
`,
    },
    reference: { library: '`openai/evals`, `evals/elsuite/basic`' },
  },
  endings: ['.jsonl'],
  recognises: (text) => {
    const [first = ''] = text
      .replace(/^\u{feff}/u, '')
      .trimStart()
      .split('\n', 1);
    if (!/"ideal"\s*:/u.test(first)) return false;
    const sample = readPlainJson(first, '')?.value;
    return isObject(sample) && 'input' in sample && 'ideal' in sample && !('vars' in sample);
  },
  read: (text, path) => {
    const read = readJsonLines(text, path);
    if (read.kind === 'broken') return read;
    const { value, at } = read.located;
    const samples: readonly Json[] = Array.isArray(value) ? value : [];
    const check = checkOf(path);
    const cases = samples.map((sample) => toCase(isObject(sample) ? sample : {}, check));
    const wrong = cases.flatMap((one, index): readonly Problem[] =>
      typeof one === 'string' ? [{ reason: 'files', what: one, at: at([index]), fix }] : [],
    );
    const [first, ...rest] = wrong;
    if (first !== undefined) return { kind: 'broken', problems: [first, ...rest.slice(0, 19)] };
    const written = cases.filter((one) => typeof one !== 'string');
    // What a case says it takes from a sample that stands on one line.
    return { kind: 'read', located: { value: written, at: ([index = 0]) => at([index]) } };
  },
};

const fix = 'Write `{"input": [{"role": "user", "content": "…"}], "ideal": "…"}`.';

type CheckOf = (ideal: readonly string[]) => JsonObject;

function checkOf(path: string): CheckOf {
  const name = path.split('/').slice(-2).join('/').toLowerCase();
  if (name.includes('fuzzy')) return (ideal) => ({ 'contains-any': [...ideal], 'ignore-case': true });
  if (name.includes('includes')) return (ideal) => ({ 'contains-any': [...ideal], exact: true });
  return ([only = '', ...others]) =>
    others.length === 0
      ? { 'starts-with': only, exact: true }
      : { regex: `^(?:${[only, ...others].map((one) => one.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('|')})` };
}

/** The case that a sample is, or why it is none. */
function toCase({ input, ideal }: JsonObject, check: CheckOf): JsonObject | string {
  const wanted: readonly Json[] = Array.isArray(ideal) ? ideal : [ideal ?? null];
  const texts = wanted.filter((one) => typeof one === 'string' && one !== '');
  if (texts.length === 0 || texts.length < wanted.length)
    return `\`ideal\` must be a text, or a list of texts, not ${nameType(ideal)}.`;
  const [first = ''] = texts.map(String);
  const graded = { reference: first, checks: [check(texts.map(String))] };
  if (typeof input === 'string') return { vars: { input }, ...graded };
  if (!Array.isArray(input) || input.length === 0)
    return `\`input\` must be a text, or a list of messages, not ${nameType(input)}.`;
  const turns = input.map(readTurn);
  if (turns.some((turn) => turn === undefined))
    return 'A message of `input` must have a `role` and a text as `content`.';
  const read = turns.filter((turn) => turn !== undefined);
  const system = read.filter(({ role }) => role === 'system').map(({ content }) => content);
  const [last, ...before] = read.filter(({ role }) => role !== 'system').toReversed();
  // A sample may say all that it asks as the system.
  if (last === undefined) return { vars: { input: system.join('\n') }, ...graded };
  if (last.role !== 'user') return 'The last message of `input` must be the user’s.';
  return {
    vars: { ...(system.length > 0 && { system: system.join('\n') }), input: last.content },
    ...(before.length > 0 && { history: before.toReversed() }),
    ...graded,
  };
}

type Turn = { readonly role: string; readonly content: string };

/** Examples in a sample are messages of the system with a name that says whose turn each shows. */
function readTurn(message: Json): Turn | undefined {
  if (!isObject(message)) return undefined;
  const { role, content, name } = message;
  if (typeof content !== 'string') return undefined;
  if (role === 'system' && typeof name === 'string' && /^example_(?:user|assistant)$/u.test(name))
    return { role: name.slice('example_'.length), content };
  return role === 'system' || role === 'user' || role === 'assistant' ? { role, content } : undefined;
}
