import type { ScorerInput, ScorerResult } from '../../src/core/check-kind.ts';
import { createSandbox } from '../../src/sandbox/create-sandbox.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { words } from '../../src/wire/wire-local.ts';
import { aCase } from './golden-case.ts';

await Promise.all([...checkKinds.values()].map(({ load }) => load?.(words)));

/** Its thread starts with the first script. */
const sandbox = createSandbox();

/** A scorer's input for a reply, with what a test does not care about filled in. */
export function anInput(input: Partial<ScorerInput<unknown>> = {}): ScorerInput<unknown> {
  return {
    argument: null,
    options: {},
    golden: aCase(),
    messages: [{ role: 'user', content: 'Can I return it after 40 days?' }],
    text: 'No, only within 30 days.',
    answer: {
      toolCalls: [],
      finishReason: 'stop',
      usage: { inputTokens: 20, outputTokens: 8 },
      servedModel: 'model-1',
      servedBy: 'default',
      latencyMs: 120,
      at: 0,
    },
    answers: new Map(),
    sandbox,
    ...input,
  };
}

/** What a kind makes of a reply; the argument is checked first, as a reader of cases would. */
export function scoreWith(kind: string, argument: unknown, input: Partial<ScorerInput<unknown>> = {}): ScorerResult {
  const known = checkKinds.get(kind);
  if (known === undefined) throw new Error(`no kind ${kind}`);
  const parsed = known.argument.parse(argument);
  return known.score(anInput({ argument: parsed, ...input }));
}

/** The value a kind gives a reply's text. */
export function valueFor(kind: string, argument: unknown, text: string, options: ScorerInput<unknown>['options'] = {}) {
  const result = scoreWith(kind, argument, { text, options });
  return result.kind === 'scored' ? result.value : result.kind;
}

/** The first sentence that is wrong with an argument, or nothing. */
export function faultOf(kind: string, argument: unknown): string | undefined {
  const parsed = checkKinds.get(kind)?.argument.safeParse(argument);
  return parsed?.error?.issues[0]?.message;
}
