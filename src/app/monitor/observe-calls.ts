import type { LoggedCall } from '../../core/logs/logged-call.ts';
import { type CostEstimate, estimateCost } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { CallSample, type SampledStratum } from '../../core/monitor/call-sample.ts';
import type { CountedCall } from '../../core/monitor/call-sum.ts';
import type { Observed } from '../../core/monitor/observed.ts';
import { rateSample } from '../../core/monitor/rate-sample.ts';
import { ProblemError } from '../../core/problem.ts';
import type { QualitySettings } from '../../core/settings/monitor-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { fileWith, type GrownFile, type ReadFiles, type ReadPrompt, readPrompts } from '../cases/place-calls.ts';
import { wordEstimate } from '../review/estimate-review.ts';
import type { AskingSession, ReviewPorts } from '../review/review-ports.ts';
import { chooseMetrics, type JudgedMetric } from './choose-metrics.ts';
import { compareWithGolden, type GoldenComparison, goldenTexts, textsToEmbed } from './compare-with-golden.ts';
import { type Embedded, embeddingRequests, embedTexts } from './embed-texts.ts';
import { estimateJudging, judgeSample } from './judge-sample.ts';
import { type OfferedCases, offerCases, reportOffered } from './offer-cases.ts';
import { type PlacedCall, placeSample } from './place-sample.ts';

/** What asks models about logged calls. */
export type ObservePorts = Pick<
  ReviewPorts,
  'openAsking' | 'hasKey' | 'loadPrices' | 'progress' | 'breathe' | 'sandbox'
> & {
  /** Where prompts and their golden cases are; undefined where there is no repository. */
  readonly files: ReadFiles | undefined;
  /** Take the cases that are offered to where they are asked for; what they say of that is told with the rest. */
  readonly takers?: readonly TakeOffered[];
};

/** Cases that are offered, and the files here that they would go into. */
export type TakeOffered = (offered: readonly OfferedCases[], grown: readonly GrownFile[]) => Promise<readonly string[]>;

/** Draws a sample of the calls that are read, and has it judged once all are. */
export type Observer = {
  readonly offer: (call: LoggedCall, counted: CountedCall) => void;
  readonly observe: () => Promise<Observed>;
};

/** What observes calls as the config asks for it. @throws ProblemError where it cannot, before anything is read */
export function createObserver(quality: QualitySettings, settings: Settings, ports: ObservePorts): Observer {
  const metrics = chooseMetrics(quality, settings, (provider) => ports.hasKey(settings, provider));
  const sample = new CallSample(quality.sample, quality.seed);
  return {
    offer: (call, counted) => sample.offer(call, counted),
    observe: () => observe(sample, { quality, metrics, settings: within(settings, quality), ports }),
  };
}

type Observing = {
  readonly quality: QualitySettings;
  readonly metrics: readonly JudgedMetric[];
  /** With the limits of this. */
  readonly settings: Settings;
  readonly ports: ObservePorts;
};

/** The run's limits, or those of judging where they are less. */
function within(settings: Settings, { budget }: QualitySettings): Settings {
  const { calls = settings.maxCalls, usd = settings.maxCostUsd } = budget;
  return { ...settings, maxCalls: Math.min(settings.maxCalls, calls), maxCostUsd: Math.min(settings.maxCostUsd, usd) };
}

async function observe(sample: CallSample, observing: Observing): Promise<Observed> {
  const { quality, metrics, settings, ports } = observing;
  const { files, sandbox } = ports;
  const prompts = files && (await readPrompts(files, settings, sandbox));
  const session = await ports.openAsking(settings, settings.maxCalls);
  try {
    const placed = placeSample(
      sample.strata.flatMap(({ taken }) => taken),
      prompts ?? [],
    );
    const compared = await compare(sample, placed, observing, session);
    const { strata, estimate } = fitSample(sample, observing, session.spent(), await ports.loadPrices(settings));
    const taken = strata.flatMap((stratum) => stratum.taken);
    if (estimate.calls > 0)
      ports.progress.say(wordEstimate({ first: estimate, low: estimate, usual: estimate, high: estimate }));
    const { rated, unknown } = await judgeSample(taken, metrics, settings, session);
    ports.progress.end();
    const whole = sample.strata.reduce((sum, one) => sum + one.taken.length, 0);
    const offered = offerCases({
      ...{ prompts: prompts ?? [], failures: sample.failures, placed, rated },
      uncovered: compared.uncovered,
    });
    const { grown, unwritten } = await growFiles(offered, files);
    const told: string[] = [];
    for (const take of offered.length === 0 ? [] : (ports.takers ?? [])) told.push(...(await take(offered, grown)));
    return {
      sample: sampleOf(strata, quality),
      quality: rated.flatMap((one) => rateSample(strata, one)),
      unknown,
      golden: compared.compared,
      candidates: reportOffered(offered),
      ...spentOf(session),
      notes: [
        ...(taken.length < whole
          ? [
              `${whole - taken.length} of ${whole} calls of the sample do not fit the budget: ${taken.length} are judged.`,
            ]
          : []),
        ...(prompts === undefined ? ['No golden case is compared: this folder is in no git repository.'] : []),
        ...(settings.embeddings === undefined && placed.size > 0
          ? ['Inputs and replies are not compared with golden cases: the config names no model for `embeddings`.']
          : []),
        ...unwritten,
        ...told,
        ...session.stopped(),
      ],
    };
  } finally {
    await session.close();
  }
}

/** The cases files with what is offered for them. A file that nothing can be added to is told, and keeps nobody from the rest. */
async function growFiles(
  offered: readonly OfferedCases[],
  files: ReadFiles | undefined,
): Promise<{ readonly grown: readonly GrownFile[]; readonly unwritten: readonly string[] }> {
  const grown: GrownFile[] = [];
  const unwritten: string[] = [];
  if (files === undefined) return { grown, unwritten };
  for (const { place, cases } of offered) {
    try {
      grown.push(await fileWith(place, cases, (path) => files.text(files.now, path)));
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault;
      unwritten.push(fault.message);
    }
  }
  return { grown, unwritten };
}

const nothing: GoldenComparison = { compared: [], uncovered: new Map() };

/** The sample beside the golden cases, where there is a model that turns texts into vectors. */
async function compare(
  sample: CallSample,
  placed: ReadonlyMap<ReadPrompt, readonly PlacedCall[]>,
  { quality, settings, ports }: Observing,
  { ask }: AskingSession,
): Promise<GoldenComparison> {
  const { embeddings, maxCalls, maxCostUsd } = settings;
  if (embeddings === undefined) return nothing;
  const prompts = goldenTexts(placed);
  const requests = embeddingRequests(textsToEmbed(prompts), embeddings);
  const { calls, usualUsd } = estimateCost(
    requests.map((request) => ({ request, times: 1 })),
    await ports.loadPrices(settings),
  );
  const embedded: Embedded =
    calls > maxCalls || usualUsd > maxCostUsd
      ? { kind: 'failed', why: `the vectors alone take more than the budget (${calls} calls)` }
      : await embedTexts(requests, ask);
  const { breathe } = ports;
  return compareWithGolden(prompts, sample.strata, { embedded, seed: quality.seed, breathe });
}

/** As much of the sample as the limits leave room for, by the estimate. */
function fitSample(
  sample: CallSample,
  { quality, metrics, settings }: Observing,
  { calls, costUsd }: ReturnType<AskingSession['spent']>,
  costOf: CostOf,
): { readonly strata: readonly SampledStratum[]; readonly estimate: CostEstimate } {
  const estimateOf = (strata: readonly SampledStratum[]): CostEstimate =>
    estimateJudging(
      strata.flatMap(({ taken }) => taken),
      metrics,
      settings,
      costOf,
    );
  const { strata } = sample;
  const whole = estimateOf(strata);
  const left = { calls: settings.maxCalls - calls.made, usd: Math.max(0, settings.maxCostUsd - (costUsd.actual ?? 0)) };
  const share = Math.min(1, left.calls / whole.calls, whole.usualUsd > 0 ? left.usd / whole.usualUsd : 1);
  if (!(share < 1)) return { strata, estimate: whole };
  const taken = strata.reduce((sum, one) => sum + one.taken.length, 0);
  const fewer = sample.strataOf(Math.min(quality.sample, Math.floor(taken * share)));
  return { strata: fewer, estimate: estimateOf(fewer) };
}

function sampleOf(strata: readonly SampledStratum[], { seed, sample }: QualitySettings): Observed['sample'] {
  return {
    seed,
    wanted: sample,
    of: strata.reduce((sum, { calls }) => sum + calls, 0),
    taken: strata.reduce((sum, { taken }) => sum + taken.length, 0),
    strata: strata.map(({ segment, isOthers, calls, taken }) => ({
      ...{ segment, others: isOthers, calls },
      taken: taken.length,
    })),
  };
}

function spentOf(session: AskingSession): Pick<Observed, 'calls' | 'usd'> {
  const { calls, costUsd } = session.spent();
  return {
    calls: calls.made,
    usd: costUsd.actual === undefined || costUsd.unpriced.length > 0 ? null : costUsd.actual,
  };
}
