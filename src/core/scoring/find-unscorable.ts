import type { CheckKinds } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Problem } from '../problem.ts';
import type { Answer } from '../reply.ts';
import { startWithCases } from '../text/start-with-cases.ts';
import { namedChecks } from './named-checks.ts';

/** A reply like any other, of which all is known: what scores nothing of it lacks something in the case. */
const text = 'A reply of several words, such as any model would give.';
const answer: Omit<Answer, 'text' | 'vectors'> = {
  toolCalls: [],
  finishReason: 'stop',
  usage: { inputTokens: 10, outputTokens: 10 },
  servedModel: '',
  servedBy: '',
  latencyMs: 1,
  at: 0,
};

/** Checks that could give no reply a score, whatever it says: they lack a reference, a context or the like. */
export function findUnscorable(cases: readonly GoldenCase[], kinds: CheckKinds): readonly Problem[] {
  const lacking = cases.flatMap((golden) =>
    namedChecks(golden, kinds).flatMap(({ check, kind }) => {
      if (kind?.needs === 'sandbox') return [];
      const { argument, options, min } = check;
      const given = { argument, options, ...(min === undefined ? {} : { min }), golden, messages: [], text, answer };
      const result = kind?.score({ ...given, costUsd: 0.001, answers: new Map() });
      return result?.kind === 'unscored' ? [{ golden, check, why: result.why }] : [];
    }),
  );
  const alike = Map.groupBy(lacking, ({ check, why }) => JSON.stringify([check.kind, why]));
  return [...alike.values()].flatMap((held): readonly Problem[] => {
    const [first] = held;
    if (first === undefined) return [];
    const { check, golden, why } = first;
    const losers = [...new Set(held.map((one) => one.golden))];
    // A check of `defaults` is at fault in the case that lacks something, not where it is written.
    const at = losers.length === 1 && check.at.file === golden.at.file ? check.at : golden.at;
    const what = `\`${check.kind}\` can score no reply: ${why}. ${startWithCases(losers)} would have no score.`;
    return [{ reason: 'files', what, at, fix: 'Add what is lacking to the case, or drop the check.' }];
  });
}
