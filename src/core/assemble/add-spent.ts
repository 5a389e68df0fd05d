import type { Report } from '../report/report.ts';

/** Calls of two askings of one run together. */
export function addCalls(one: Report['calls'], other: Report['calls']): Report['calls'] {
  const planned = [one.planned, other.planned].flatMap((range) => range ?? []);
  const sum = (of: 'made' | 'kept' | 'saved' | 'failed' | 'retried') => one[of] + other[of];
  const by = (of: keyof Report['calls']['byPurpose']) => one.byPurpose[of] + other.byPurpose[of];
  return {
    ...(planned.length === 0
      ? {}
      : {
          planned: {
            low: planned.reduce((all, { low }) => all + low, 0),
            usual: planned.reduce((all, { low, usual = low }) => all + usual, 0),
            high: planned.reduce((all, { high }) => all + high, 0),
          },
        }),
    made: sum('made'),
    kept: sum('kept'),
    saved: sum('saved'),
    failed: sum('failed'),
    retried: sum('retried'),
    byPurpose: { reply: by('reply'), judge: by('judge'), simulate: by('simulate'), embedding: by('embedding') },
  };
}

/** Dollars of two askings of one run together. */
export function addCosts(one: Report['costUsd'], other: Report['costUsd']): Report['costUsd'] {
  const add = (of: 'estimated' | 'estimatedMost' | 'actual') => {
    const known = [one[of], other[of]].flatMap((usd) => usd ?? []);
    return known.length === 0 ? {} : { [of]: known.reduce((sum, usd) => sum + usd, 0) };
  };
  const byName = [...(one.byName ?? []), ...(other.byName ?? [])];
  const together = [...Map.groupBy([...(one.models ?? []), ...(other.models ?? [])], ({ model }) => model)].map(
    ([model, held]) => ({ model, ...sumOf(held, 'estimated'), ...sumOf(held, 'worst'), ...sumOf(held, 'actual') }),
  );
  const models = new Map(byName.map((priced) => [priced.model, priced]));
  return {
    ...add('estimated'),
    ...add('estimatedMost'),
    ...add('actual'),
    ...(together.length === 0 ? {} : { models: together }),
    unpriced: [...new Set([...one.unpriced, ...other.unpriced])],
    ...(models.size === 0 ? {} : { byName: [...models.values()] }),
  };
}

type OfModel = NonNullable<Report['costUsd']['models']>[number];

function sumOf(held: readonly OfModel[], of: 'estimated' | 'worst' | 'actual'): Partial<OfModel> {
  const known = held.flatMap((one) => one[of] ?? []);
  return known.length === 0 ? {} : { [of]: known.reduce((sum, usd) => sum + usd, 0) };
}
