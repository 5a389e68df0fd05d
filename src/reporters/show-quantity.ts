/** How every reporter writes numbers. A minus is a real one; what is not known is said so, never shown as 0. */

const unknown = 'unknown';

/** `12,000` */
export function showCount(count: number): string {
  return Math.round(count)
    .toString()
    .replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 case`, `2 cases` */
export function showNumberOf(count: number, noun: string, nouns = `${noun}s`): string {
  return `${showCount(count)} ${count === 1 ? noun : nouns}`;
}

/** A share as whole percent; what rounding would hide is `<1%` or `>99%`. */
export function showPercent(share: number): string {
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share > 0.995) return '>99%';
  return `${withSign(Math.round(share * 100)).replace('+', '')}%`;
}

/** A score in 0–1 with two decimals. */
export function showScore(score: number): string {
  return score.toFixed(2).replace('-', '−');
}

/** A change of a score: `−0.10`, `+0.05`, `±0.00`. */
export function showDelta(delta: number): string {
  return withSign(delta, 2);
}

/** A change of a score or rate in words: `12 points`; under half a point with one decimal. */
export function showPoints(delta: number): string {
  const points = Math.abs(delta) * 100;
  const shown = points < 0.95 ? points.toFixed(1) : Math.round(points).toString();
  return `${shown} ${shown === '1' ? 'point' : 'points'}`;
}

/** Dollars with cents, or two significant digits where cents would hide them. */
export function showMoney(dollars: number | null | undefined): string {
  if (dollars === null || dollars === undefined) return unknown;
  if (dollars === 0) return '$0';
  if (dollars < 0.000_001) return '<$0.000001';
  if (dollars < 0.095) {
    return `$${dollars.toFixed(decimalsOf(dollars)).replace(/(\.\d\d\d*?)0+$/u, '$1')}`;
  }
  if (dollars >= 1000) return `$${showCount(dollars)}`;
  return `$${dollars.toFixed(2)}`;
}

/** `820 ms`, `1.2 s`, `2.5 min` */
export function showDuration(milliseconds: number | null | undefined): string {
  if (milliseconds === null || milliseconds === undefined) return unknown;
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${(milliseconds / 60_000).toFixed(1)} min`;
}

/** `p = 0.004`, `p < 0.001` */
export function showP(p: number): string {
  if (p < 0.001) return 'p < 0.001';
  return `p = ${p < 0.01 ? p.toFixed(3) : p.toFixed(2)}`;
}

/** `old → new`; one value where both are shown alike; a side without a value is `–`. */
export function showChange<Value>(old: Value | null, now: Value | null, show: (value: Value) => string): string {
  const [before, after] = [old, now].map((value) => (value === null ? '–' : show(value)));
  return before === after ? `${after}` : `${before} → ${after}`;
}

/** Passes of replies: `6/6`; without a pass mark the mean of the scores. */
export function showTally(tally: {
  readonly passes: number | null;
  readonly of: number;
  readonly scores?: readonly number[];
}): string {
  if (tally.of === 0) return 'none';
  if (tally.passes !== null) return `${tally.passes}/${tally.of}`;
  const scores = tally.scores ?? [];
  if (scores.length === 0) return `${tally.of} scored`;
  return showScore(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

/**
 * Dollars beside the share that they grew by: as many decimals as it takes for the shown numbers to give the shown percentage.
 * `$0.0773 → $0.1360` is 76 % more, `$0.077 → $0.14` is not.
 */
export function showMoneyGrowth(old: number, now: number): string {
  return moneyOfGrowth(old, now).join(' → ');
}

/** The same two sums, for a sentence. */
export function moneyOfGrowth(old: number, now: number): readonly [string, string] {
  const shown = agreeing(decimalsOf(Math.min(old, now)), (decimals) => isGrowth(old, now, decimals, 1));
  return [fixedMoney(old, shown), fixedMoney(now, shown)];
}

/** Times beside the share that they grew by, in the unit of the longer one: `0.82 s → 1.20 s` is 46 % more. */
export function showDurationGrowth(old: number, now: number): string {
  const [unit, name] =
    Math.max(old, now) < 999.5
      ? ([1, 'ms'] as const)
      : now < 59_950
        ? ([1000, 's'] as const)
        : ([60_000, 'min'] as const);
  const decimals = agreeing(unit === 1 ? 0 : 1, (tried) => isGrowth(old, now, tried, unit));
  const [from, to] = [old, now].map((milliseconds) => (milliseconds / unit).toFixed(decimals));
  return `${from} → ${to} ${name}`;
}

/** Dollars with their difference, which is that of the shown numbers: `$4.08 → $4.00 (−$0.08)`. */
export function showMoneyDifference(old: number, now: number): string {
  const apart = Math.abs(now - old);
  const decimals = agreeing(decimalsOf(Math.min(old, now)), (tried) => {
    const [from = 0, to = 0, between = 0] = [old, now, apart].map((dollars) => Math.round(dollars * 10 ** tried));
    return between > 0 && Math.abs(to - from) === between;
  });
  const [from, to] = [fixedMoney(old, decimals), fixedMoney(now, decimals)];
  return from === to ? to : `${from} → ${to} (${now < old ? '−' : '+'}${fixedMoney(apart, decimals)})`;
}

/** The fewest decimals, from `least` on, that agree; four more at most. */
function agreeing(least: number, agrees: (decimals: number) => boolean): number {
  return [0, 1, 2, 3, 4].map((more) => least + more).find(agrees) ?? least;
}

function isGrowth(old: number, now: number, decimals: number, unit: number): boolean {
  const [from = 0, to = 0] = [old, now].map((value) => Number((value / unit).toFixed(decimals)));
  return Math.round((to / from - 1) * 100) === Math.round((now / old - 1) * 100);
}

/** Decimals that leave two significant digits of small sums, and cents of the others. */
function decimalsOf(dollars: number): number {
  if (dollars >= 1000) return 0;
  return dollars <= 0 || dollars >= 0.095 ? 2 : Math.min(8, 1 - Math.floor(Math.log10(dollars)));
}

function fixedMoney(dollars: number, decimals: number): string {
  if (dollars === 0) return '$0';
  const [whole = '', rest] = dollars.toFixed(decimals).split('.');
  return `$${whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')}${rest === undefined ? '' : `.${rest}`}`;
}

function withSign(value: number, decimals = 0): string {
  const shown = Math.abs(value).toFixed(decimals);
  if (Number(shown) === 0) return decimals === 0 ? '0' : `±${shown}`;
  return value < 0 ? `−${shown}` : `+${shown}`;
}
