import { nearCopies } from '../design/near-copies.ts';
import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import { startWithCases } from '../text/start-with-cases.ts';
import { type Finding, weak } from './finding.ts';

/** Cases that ask nearly the same and are checked alike: they cost as much as others, and say less. */
export function checkCopies(
  prompt: Pick<Prompt, 'variables' | 'turn'>,
  cases: readonly GoldenCase[],
): readonly Finding[] {
  const alike = Map.groupBy(cases, ({ checks }) =>
    canonicalJson(checks.map(({ kind, argument, not = false }) => [kind, argument, not])),
  );
  return [...alike.values()].flatMap((held) =>
    nearCopies(prompt, held).flatMap((group): readonly Finding[] => {
      const copies = group.flatMap((index) => held[index] ?? []);
      const [first] = copies;
      if (first === undefined) return [];
      const what = `${startWithCases(copies)} ask nearly the same: they share their luck, and where their replies are the same they count as one.`;
      return [weak(what, first.at, 'Keep one of them, or ask something else in the others.')];
    }),
  );
}
