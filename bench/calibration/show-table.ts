import type { Property, Target } from './properties.ts';
import type { Counts } from './simulate-reviews.ts';

export type Measured = { readonly property: Property; readonly counts: Counts };

const naiveNames = {
  drop: 'drop > 5 points',
  flip: 'any case flips',
  pairedT: 'paired t',
  coveredT: 'paired t',
} as const;

/** The promises that these measurements break. */
export function brokenTargets(measured: readonly Measured[]): readonly string[] {
  return measured.flatMap(({ property, counts }) =>
    property.attain.filter((target) => !attains(target, counts)).map((target) => `${property.name}: ${target.what}`),
  );
}

/** A Markdown table: a line for each promise. */
export function showTable(measured: readonly Measured[]): string {
  const lines = measured.flatMap(({ property, counts }) =>
    property.attain.map((target, i) => {
      const beside =
        i > 0 ? '' : (property.beside ?? []).map((rule) => `${naiveNames[rule]}: ${percent(naiveShare(counts, rule))}`);
      const replies = (counts.replies / counts.prompts).toFixed(2);
      const [name, cost] = i > 0 ? ['', ''] : [property.name, replies];
      const limit = `${target.at === 'most' ? '≤' : '≥'} ${showValue(target, target.limit)}`;
      return `| ${name} | ${target.what} | ${limit} | ${showValue(target, target.value(counts))}${error(target, counts)} | ${cost} | ${Array.isArray(beside) ? beside.join('; ') : beside} |`;
    }),
  );
  const head = [
    '| reviews in which | what | target | attained | replies | the same replies under other rules |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [...head, ...lines].join('\n');
}

/** The weakest of the bound's settings, by sampling size. */
export function showCoverage(measured: readonly Measured[]): string {
  const covered = ({ counts }: Measured) => counts.covered / counts.bounds;
  const byTrials = Map.groupBy(measured, ({ property }) => property.scenario.trials);
  const lines = [...byTrials].map(([trials, group]) => {
    const weakest = group.reduce((least, one) => (covered(one) < covered(least) ? one : least));
    const t = Math.min(...group.map(({ counts }) => naiveShare(counts, 'coveredT')));
    return `| ${trials} | ${group.length} | ${percent(covered(weakest))} (${weakest.property.name.replace('bound: ', '')}) | ${percent(t)} |`;
  });
  return [
    '| trials | settings | least coverage of the lower 95 % bound | paired t, least |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function naiveShare(counts: Counts, rule: keyof typeof naiveNames): number {
  return rule === 'coveredT' ? counts.coveredT / counts.bounds : counts[rule] / counts.reviews;
}

function attains({ what, value, at, limit }: Target, counts: Counts): boolean {
  // Of 125 settings of the bound some lie under any limit that they are near to by chance alone.
  const slack = what === 'covered' ? 2 * standardError(value(counts), counts) : 0;
  return at === 'most' ? value(counts) <= limit : value(counts) + slack >= limit;
}

function standardError(share: number, { reviews }: Counts): number {
  return Math.sqrt((share * (1 - share)) / reviews);
}

function showValue({ unit }: Target, value: number): string {
  return unit === 'share' ? percent(value) : value.toFixed(2);
}

function error(target: Target, counts: Counts): string {
  if (target.unit !== 'share') return '';
  const value = target.value(counts);
  return value < 0 || value > 1 ? '' : ` ± ${(100 * standardError(value, counts)).toFixed(2)}`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(2)} %`;
}
