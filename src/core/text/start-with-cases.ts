import type { GoldenCase } from '../golden-case.ts';

const mostNamed = 5;

/** Cases at the beginning of a sentence: `The case a`, `3 cases (a, b, c)`; at most five of them by name. */
export function startWithCases(cases: readonly Pick<GoldenCase, 'id'>[]): string {
  const [first] = cases;
  if (cases.length === 1 && first !== undefined) return `The case \`${first.id}\``;
  const named = cases.slice(0, mostNamed).map(({ id }) => `\`${id}\``);
  const more = cases.length > mostNamed ? ` and ${cases.length - mostNamed} more` : '';
  return `${cases.length} cases (${named.join(', ')}${more})`;
}
