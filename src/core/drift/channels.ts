/** What is watched of every reply. A metric's name is `metric:` and the check's. */
export type Channel = {
  /** Which way is worse. `either`: that it moves is the news. */
  readonly worse: 'lower' | 'higher' | 'either';
  /** `share`: 0–1. `grade`: 0–1 as well, of what hardly scatters, as a judge's grades of the same text. `size`: positive and with a long tail, compared by its logarithm. */
  readonly scale: 'share' | 'grade' | 'size';
};

const fixed: Readonly<Record<string, Channel>> = {
  score: { worse: 'lower', scale: 'share' },
  pass: { worse: 'lower', scale: 'share' },
  // The score of checks that no judge has a part in, where a case has both.
  plain: { worse: 'lower', scale: 'share' },
  // Of a text that the judge grades again in each run.
  grade: { worse: 'either', scale: 'grade' },
  refusal: { worse: 'higher', scale: 'share' },
  // How far what is meant is from what was, as a share of a right angle.
  distance: { worse: 'higher', scale: 'grade' },
  length: { worse: 'either', scale: 'size' },
  latency: { worse: 'higher', scale: 'size' },
  cost: { worse: 'higher', scale: 'size' },
};

const metric: Channel = { worse: 'lower', scale: 'share' };

/** Undefined for a channel of a later version. */
export function channelOf(name: string): Channel | undefined {
  if (name.startsWith('metric:')) return metric;
  return Object.hasOwn(fixed, name) ? fixed[name] : undefined;
}

/** A value as it is averaged. */
export function onScale(value: number, { scale }: Channel): number {
  return scale === 'size' ? Math.log(Math.max(value, 1e-9)) : value;
}

/** Shares are sums of weights divided by their sum, which may miss 0 or 1 by the last digits. */
export const leastValue = -1e-9;
/** No text, wait or price is larger; sums of such values are finite. */
export const mostValue = 1e15;

/** Whether all values are such as their channel has: a share beyond 1 would weigh more than all that a history holds. */
export function areOnScale(values: Readonly<Record<string, readonly unknown[]>>): boolean {
  for (const name in values) {
    const isSize = (channelOf(name)?.scale ?? 'size') === 'size';
    const most = isSize ? mostValue : 1 - leastValue;
    for (const value of values[name] ?? [])
      if (typeof value !== 'number' || !(value >= leastValue && value <= most)) return false;
  }
  return true;
}
