import { stratifiedMean } from '../statistics/stratified-mean.ts';
import type { SampledCall, SampledStratum } from './call-sample.ts';
import type { QualityRow } from './observed.ts';

/** A metric with its scale, and the grades (0–1) of calls that have one. */
export type RatedMetric = {
  readonly metric: string;
  readonly scale: readonly [number, number];
  /** It grades the tone of words, not whether they are any good. */
  readonly isTone: boolean;
  readonly grades: ReadonlyMap<SampledCall, number>;
};

/** A row for all calls, one for each segment, and one for each segment, model and prompt. */
export function rateSample(strata: readonly SampledStratum[], rated: RatedMetric): readonly QualityRow[] {
  const sampled = strata.filter(({ calls }) => calls > 0);
  const unnamed = { segment: null, model: null, prompt: null };
  return [
    rowOf(sampled, rated, { by: [], ...unnamed }),
    ...sampled
      .filter(({ isOthers }) => !isOthers)
      .map((stratum) => rowOf([stratum], rated, { by: ['segment'], ...unnamed, segment: stratum.segment })),
    ...sampled.flatMap((stratum) => groupsOf(stratum).map(([names, part]) => rowOf([part], rated, names))),
  ];
}

type Names = Pick<QualityRow, 'by' | 'segment' | 'model' | 'prompt'>;

/** The calls of a stratum by model and prompt: within it every call was as likely drawn as another. */
function groupsOf(stratum: SampledStratum): readonly (readonly [Names, SampledStratum])[] {
  const groups = Map.groupBy(stratum.taken, ({ call }) =>
    JSON.stringify([call.segment, call.asked ?? call.served, call.prompt?.name]),
  );
  return [...groups.values()].flatMap((taken) => {
    const [first] = taken;
    if (first === undefined) return [];
    const { segment, asked, served, prompt } = first.call;
    const names: Names = {
      by: ['segment', 'model', 'prompt'],
      segment: segment ?? null,
      model: asked ?? served ?? null,
      prompt: prompt?.name ?? null,
    };
    const calls = Math.max(taken.length, Math.round((stratum.calls * taken.length) / stratum.taken.length));
    return [[names, { ...stratum, calls, taken }] as const];
  });
}

function rowOf(strata: readonly SampledStratum[], { metric, scale, grades }: RatedMetric, names: Names): QualityRow {
  const [low, high] = scale;
  const measured = strata.map(({ calls, taken }) => ({
    of: calls,
    values: taken.flatMap((call) => grades.get(call) ?? []),
  }));
  const n = measured.reduce((sum, { values }) => sum + values.length, 0);
  const found = stratifiedMean(measured);
  const onScale = (value: number): number => low + value * (high - low);
  return {
    metric,
    ...names,
    n,
    unknown: strata.reduce((sum, { taken }) => sum + taken.length, 0) - n,
    scale: { low, high },
    mean: found === undefined ? null : onScale(found.mean),
    interval: found === undefined ? null : { low: onScale(found.low), high: onScale(found.high) },
    covers: found?.covers ?? 0,
  };
}
