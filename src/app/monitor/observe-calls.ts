import type { LoggedCall } from '../../core/logs/logged-call.ts';
import { estimateCost } from '../../core/money/estimate-cost.ts';
import { CallSample, type SampledStratum } from '../../core/monitor/call-sample.ts';
import type { CountedCall } from '../../core/monitor/call-sum.ts';
import type { Observed } from '../../core/monitor/observed.ts';
import { rateSample } from '../../core/monitor/rate-sample.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { QualitySettings } from '../../core/settings/monitor-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import {
  casesFileOf,
  fileWith,
  type GrownFile,
  type ReadFiles,
  type ReadPrompt,
  readPrompts,
} from '../cases/place-calls.ts';
import { wordEstimate } from '../review/estimate-review.ts';
import type { AskingSession, ReviewPorts } from '../review/review-ports.ts';
import { chooseMetrics, type JudgedMetric } from './choose-metrics.ts';
import { compareWithGolden, type GoldenComparison, goldenTexts, textsToEmbed } from './compare-with-golden.ts';
import { type Embedded, embeddingRequests, embedTexts } from './embed-texts.ts';
import { judgeSample } from './judge-sample.ts';
import { fitSample, whyUnlimited, within } from './limit-judging.ts';
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

/** Cases that are offered, the files here that they would go into, and the cases files that nothing can be added to. */
export type TakeOffered = (
  offered: readonly OfferedCases[],
  grown: readonly GrownFile[],
  unwritten: readonly string[],
) => Promise<readonly string[]>;

/** Draws a sample of the calls that are read, and has it judged once all are. */
export type Observer = {
  readonly offer: (call: LoggedCall, counted: CountedCall) => void;
  readonly observe: () => Promise<Observed>;
};

/** What observes calls as the config asks for it. @throws ProblemError where it cannot, before anything is read */
export function createObserver(quality: QualitySettings, settings: Settings, ports: ObservePorts): Observer {
  const metrics = chooseMetrics(quality, settings, (provider) => ports.hasKey(settings, provider));
  if (ports.files === undefined && (ports.takers ?? []).length > 0) throw new ProblemError(nowhere);
  const sample = new CallSample(quality.sample, quality.seed, settings.segments.keys());
  return {
    offer: (call, counted) => sample.offer(call, counted),
    observe: () => observe(sample, { quality, metrics, settings: within(settings, quality), ports }),
  };
}

/** What is asked to be written would be judged, paid for and offered to nobody. */
const nowhere: Problem = {
  reason: 'files',
  what: 'The offered cases have no files to go into: this folder is not in a git repository.',
  fix: 'Run it in the repository of the prompts, or without `--write` and `--pull-request`.',
};

type Observing = {
  readonly quality: QualitySettings;
  readonly metrics: readonly JudgedMetric[];
  /** With the limits of this. */
  readonly settings: Settings;
  readonly ports: ObservePorts;
};

async function observe(sample: CallSample, observing: Observing): Promise<Observed> {
  const { quality, metrics, settings, ports } = observing;
  const { files, sandbox } = ports;
  const prompts = files && (await readPrompts(files, settings, sandbox));
  const refused = whyUnlimited(quality, settings, await ports.loadPrices(settings));
  if (refused !== undefined) return nothingAsked(sample, quality, refused);
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
    const paths = unwritten.map(({ path }) => path);
    for (const take of offered.length === 0 ? [] : (ports.takers ?? []))
      told.push(...(await take(offered, grown, paths)));
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
              `${whole - taken.length} of ${whole} calls of the sample do not fit the budget; ${taken.length} are judged.`,
            ]
          : []),
        ...(prompts === undefined ? ['Golden cases are not compared: this folder is not in a git repository.'] : []),
        ...(settings.embeddings === undefined && placed.size > 0
          ? ['Inputs and replies are not compared with golden cases: the config names no model for `embeddings`.']
          : []),
        ...unwritten.map(({ why }) => why),
        ...told,
        ...session.stopped(),
      ],
    };
  } finally {
    await session.close();
  }
}

type Unwritten = { readonly path: string; readonly why: string };

/** The cases files with what is offered for them. A file that nothing can be added to is told, and keeps nobody from the rest. */
async function growFiles(
  offered: readonly OfferedCases[],
  files: ReadFiles | undefined,
): Promise<{ readonly grown: readonly GrownFile[]; readonly unwritten: readonly Unwritten[] }> {
  const grown: GrownFile[] = [];
  const unwritten: Unwritten[] = [];
  if (files === undefined) return { grown, unwritten };
  for (const { place, cases } of offered) {
    try {
      grown.push(await fileWith(place, cases, (path) => files.text(files.now, path)));
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault;
      unwritten.push({ path: casesFileOf(place), why: fault.message });
    }
  }
  return { grown, unwritten };
}

function nothingAsked(sample: CallSample, quality: QualitySettings, why: string): Observed {
  const { strata } = sample;
  const none = strata.map((stratum) => ({ ...stratum, taken: [] }));
  return {
    ...{ sample: sampleOf(none, quality), quality: [], unknown: [], golden: [], candidates: [] },
    ...{ calls: 0, usd: 0, notes: [why] },
  };
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
