import type { Breathe } from '../../core/breathe.ts';
import { findUncovered } from '../../core/golden-set/find-uncovered.ts';
import type { SampledCall, SampledStratum } from '../../core/monitor/call-sample.ts';
import type { ComparedPrompt, GoldenShift } from '../../core/monitor/observed.ts';
import { maskPersonalData } from '../../core/publish/mask-personal-data.ts';
import { kernelTwoSampleTest, type Vector } from '../../core/statistics/kernel-two-sample.ts';
import { stratifiedMean } from '../../core/statistics/stratified-mean.ts';
import type { ReadPrompt } from '../cases/place-calls.ts';
import { type Embedded, longestEmbedded } from './embed-texts.ts';
import { inputTexts, type PlacedCall } from './place-sample.ts';

/** Fewer say nothing of what is usual. */
const least = { golden: 10, logged: 20 } as const;
/** Prompts that are compared, those with the most sampled calls; texts of each side that are. */
const most = { prompts: 10, texts: 150, cases: 1_000 } as const;
const alpha = 0.05;

type Texts = { readonly logged: readonly string[]; readonly golden: readonly string[] };

/** A prompt whose sampled calls are held against its golden cases. */
export type GoldenTexts = {
  readonly place: ReadPrompt;
  readonly inputs: Texts;
  readonly replies: Texts;
  /** What each call asked. */
  readonly asked: ReadonlyMap<SampledCall, string>;
};

/** The texts of the prompts that can be compared. */
export function goldenTexts(placed: ReadonlyMap<ReadPrompt, readonly PlacedCall[]>): readonly GoldenTexts[] {
  return [...placed]
    .filter(([{ cases }]) => cases.length > 0)
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, most.prompts)
    .map(([place, calls]) => {
      const inputs = inputTexts(place, calls, longestEmbedded);
      const said = calls.map(({ sampled }) => sampled.call.texts().output?.text ?? '');
      const kept = place.cases.flatMap(({ reference }) =>
        reference === undefined ? [] : [maskPersonalData(reference)],
      );
      return {
        place,
        inputs: { logged: inputs.logged.map(({ text }) => text), golden: inputs.golden.slice(0, most.cases) },
        replies: { logged: evenly(cut(said), most.texts), golden: evenly(cut(kept), most.texts) },
        asked: new Map(inputs.logged.map(({ sampled, text }) => [sampled, text])),
      };
    });
}

/** The texts that are to be turned into vectors: of a comparison that says nothing, none. */
export function textsToEmbed(prompts: readonly GoldenTexts[]): readonly string[] {
  return prompts.flatMap(({ inputs, replies }) =>
    [inputs, replies].flatMap((texts) => (whyNot(texts) === undefined ? [...texts.logged, ...texts.golden] : [])),
  );
}

export type GoldenComparison = {
  readonly compared: readonly ComparedPrompt[];
  /** Calls whose input no golden case resembles, with its distance to the nearest. */
  readonly uncovered: ReadonlyMap<SampledCall, number>;
};

/** Holds inputs and replies against golden cases. All tests together keep to 5 %. */
export async function compareWithGolden(
  prompts: readonly GoldenTexts[],
  strata: readonly SampledStratum[],
  { embedded, seed, breathe }: { readonly embedded: Embedded; readonly seed: number; readonly breathe: Breathe },
): Promise<GoldenComparison> {
  const tests = prompts
    .flatMap(({ inputs, replies }) => [inputs, replies])
    .filter((texts) => whyNot(texts) === undefined);
  const settings = { alpha: alpha / Math.max(1, tests.length), seed };
  const uncovered = new Map<SampledCall, number>();
  const compared: ComparedPrompt[] = [];
  for (const { place, inputs, replies, asked } of prompts) {
    await breathe();
    const covered = await coverageOf(inputs, asked, strata, { embedded, breathe });
    for (const [call, distance] of covered?.beyond ?? []) uncovered.set(call, distance);
    compared.push({
      prompt: place.path,
      cases: place.cases.length,
      inputs: shiftOf(inputs, 'golden cases', embedded, settings),
      replies: shiftOf(replies, 'golden cases with a `reference`', embedded, settings),
      uncovered: covered?.told ?? null,
    });
  }
  return { compared, uncovered };
}

function whyNot({ logged, golden }: Texts, of = 'golden cases'): string | undefined {
  if (golden.length < least.golden) return `there are ${golden.length} ${of}, and ${least.golden} are needed`;
  if (logged.length < least.logged)
    return `${logged.length} calls of the sample are of it, and ${least.logged} are needed`;
  return undefined;
}

function shiftOf(
  texts: Texts,
  of: string,
  embedded: Embedded,
  settings: { readonly alpha: number; readonly seed: number },
): GoldenShift {
  const why = whyNot(texts, of);
  if (why !== undefined) return { kind: 'left-out', why };
  if (embedded.kind === 'failed') return { kind: 'left-out', why: embedded.why };
  const [logged, golden] = [texts.logged, texts.golden].map((side) => vectorsOf(evenly(side, most.texts), embedded));
  const found = logged && golden && kernelTwoSampleTest(logged, golden, settings);
  if (found === undefined) return { kind: 'left-out', why: 'all texts have the same vector' };
  const { mmd, p, draws, detectable } = found;
  return {
    ...{ kind: 'tested', method: 'mmd-permutation', mmd, p, draws, detectable },
    ...{ logged: logged?.length ?? 0, golden: golden?.length ?? 0 },
    alpha: settings.alpha,
    shifted: p <= settings.alpha,
  };
}

type Covered = {
  readonly told: NonNullable<ComparedPrompt['uncovered']>;
  readonly beyond: readonly (readonly [SampledCall, number])[];
};

/** The share of a prompt's calls that no golden case resembles: each segment counts by its calls. */
async function coverageOf(
  inputs: Texts,
  asked: GoldenTexts['asked'],
  strata: readonly SampledStratum[],
  { embedded, breathe }: { readonly embedded: Embedded; readonly breathe: Breathe },
): Promise<Covered | undefined> {
  if (embedded.kind === 'failed' || whyNot(inputs) !== undefined) return undefined;
  const calls = [...asked.keys()];
  const found = await findUncovered(
    vectorsOf(inputs.golden, embedded),
    vectorsOf([...asked.values()], embedded),
    breathe,
  );
  if (found === undefined) return undefined;
  const distances = new Map(calls.map((call, at) => [call, found.distances[at]]));
  const beyond = [...distances].flatMap(([call, distance]) =>
    distance !== undefined && distance > found.beyond ? [[call, distance] as const] : [],
  );
  const measured = strata.map(({ calls: of, taken }) => {
    const own = taken.flatMap((call) => distances.get(call) ?? []);
    const share = taken.length === 0 ? 0 : own.length / taken.length;
    return { of: Math.max(own.length, Math.round(of * share)), values: own.map((at) => (at > found.beyond ? 1 : 0)) };
  });
  const mean = stratifiedMean(measured);
  return {
    beyond,
    told: {
      n: measured.reduce((sum, { values }) => sum + values.length, 0),
      share: mean?.mean ?? null,
      interval: mean === undefined ? null : { low: mean.low, high: mean.high },
      beyond: Math.max(0, found.beyond),
      expected: found.expected,
    },
  };
}

function vectorsOf(texts: readonly string[], { vectors }: Extract<Embedded, { kind: 'vectors' }>): readonly Vector[] {
  return texts.flatMap((text) => {
    const vector = vectors.get(text);
    return vector === undefined ? [] : [vector];
  });
}

function cut(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const short = text.slice(0, longestEmbedded).trim();
    return short === '' ? [] : [short];
  });
}

/** So many of a list, from all over it. */
function evenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).flatMap((item) =>
    item === undefined ? [] : [item],
  );
}
