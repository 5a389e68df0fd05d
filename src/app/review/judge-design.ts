import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { ReviewFacts, Spent } from '../../core/assemble/assemble-report.ts';
import { type Breathe, CancelledError } from '../../core/breathe.ts';
import { baselineCall } from '../../core/call.ts';
import type { Design } from '../../core/design/design-review.ts';
import { forecastRounds } from '../../core/gate/forecast-rounds.ts';
import { tellFailing } from '../../core/gate/with-reasons.ts';
import { isPriced } from '../../core/money/estimate-cost.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import type { Ask } from './answer-asking.ts';
import { askAndJudge } from './ask-and-judge.ts';
import { callOfSide } from './call-of-side.ts';
import { decideByOtherGate, type OtherGate } from './decide-by-other-gate.ts';
import { nothingSpent } from './empty-report.ts';
import { type KeptReplies, type ReviewEstimate, wordEstimate, wordForecast } from './estimate-review.ts';
import { type GateOf, gateOf } from './gate-of.ts';
import type { AskingSession, ReviewPorts } from './review-ports.ts';

/** What is to be asked, and what it was said to come to. */
type Asked = {
  readonly design: Design;
  readonly estimate: ReviewEstimate;
  readonly settings: Settings;
  /** Where the config's gate changes: the one that does not judge. */
  readonly otherGate?: OtherGate;
};

/** What asking adds to the facts of a review. */
export type JudgedDesign = Partial<ReviewFacts> &
  Pick<ReviewFacts, 'results'> & { readonly past?: NonNullable<AskingSession['past']> };

/** Asks and judges. A cancel amid the work on what came back ends it: that is kept, and told as not judged. */
export async function judgeDesign(asked: Asked, notes: readonly string[], ports: ReviewPorts): Promise<JudgedDesign> {
  let asking: AskingSession | undefined;
  try {
    asking = await ports.openAsking(asked.settings, asked.estimate.high.calls);
    return await judgeAsked(asked, notes, asking, ports);
  } catch (fault) {
    if (!(fault instanceof CancelledError)) throw fault;
    const spent = withEstimate(asking?.spent() ?? nothingSpent, asked.estimate);
    const what = 'The run was cancelled before its replies were judged.';
    const fix = 'Run the review again: what was answered is kept.';
    return { results: [], ended: 'cancelled', problems: [{ reason: 'provider', what, fix }], notes, spent };
  }
}

async function judgeAsked(
  { design, estimate, settings, otherGate }: Asked,
  told: readonly string[],
  asking: AskingSession,
  ports: ReviewPorts,
): Promise<JudgedDesign> {
  const now = ports.clock.now();
  const notBefore = settings.baselineAgeMs > 0 ? now - settings.baselineAgeMs : undefined;
  const kept = await countKept(design, gateOf(design, settings), { ask: asking.ask, notBefore, ...ports });
  if (ports.asksNothing !== true) {
    ports.progress.say(wordEstimate(estimate, kept));
    ports.progress.forecast?.(wordForecast(estimate, kept));
  }
  const judged = await askAndJudge(design, settings, checkKinds, { ...ports, ...asking }, ports.progress, now);
  const { results, notes, ...rest } = judged;
  const elsewhere =
    otherGate === undefined || results.length === 0
      ? []
      : [await decideByOtherGate(results, { design, settings, other: otherGate }, ports)];
  return {
    ...rest,
    results: settings.mode === 'check' ? results.map(toldFailing) : results,
    notes: [...told, ...elsewhere, ...notes, ...asking.notes()],
    spent: ports.asksNothing === true ? asking.spent() : withEstimate(asking.spent(), estimate),
    readSaid: (call: string) => asking.ask.kept(call),
    ...(asking.past === undefined ? {} : { past: asking.past }),
  };
}

/** In a check a case that fails is what it is about; in a review it was so before. */
function toldFailing(result: PromptResult): PromptResult {
  return { ...result, verdict: tellFailing(result.comparison, result.verdict) };
}

/** What was spent, beside what it was said to come to. */
export function withEstimate(spent: Spent, { low, usual, high }: ReviewEstimate): Spent {
  return {
    ...spent,
    calls: {
      ...spent.calls,
      planned: { low: Math.round(low.calls), usual: Math.round(usual.calls), high: Math.round(high.calls) },
    },
    costUsd: {
      ...spent.costUsd,
      ...(isPriced(high) ? { estimated: usual.usualUsd, estimatedMost: high.usualUsd } : {}),
      ...byModel(spent.costUsd.models, { usual, high }),
    },
  };
}

/** What each model was said to come to, beside what it was billed. */
function byModel(
  billed: Spent['costUsd']['models'] = [],
  { usual, high }: Pick<ReviewEstimate, 'usual' | 'high'>,
): Pick<Spent['costUsd'], 'models'> {
  const actual = new Map(billed.map((one) => [one.model, one.actual]));
  const models = [...new Set([...high.models.keys(), ...actual.keys()])].map((model) => {
    const [expected, worst, paid] = [usual.models.get(model), high.models.get(model), actual.get(model)];
    return {
      model,
      ...(expected === undefined ? {} : { estimated: expected.usualUsd }),
      ...(worst === undefined ? {} : { worst: worst.mostUsd }),
      ...(paid === undefined ? {} : { actual: paid }),
    };
  });
  return models.length === 0 ? {} : { models };
}

/** Replies of the first round that earlier runs kept and that serve this one. Conversations are not counted. */
async function countKept(
  design: Design,
  gate: GateOf,
  { ask, notBefore, breathe }: { readonly ask: Ask; readonly notBefore: number | undefined; readonly breathe: Breathe },
): Promise<KeptReplies> {
  let [kept, of] = [0, 0];
  for (const { change, cells } of design.prompts) {
    const forecast = forecastRounds(
      cells.map((cell) => cellOf({ cell, trials: [] })),
      gate(change),
    );
    for (const [index, cell] of cells.entries()) {
      const replies = forecast.cells[index]?.low ?? 0;
      kept += keptOf(cell, replies);
      of += replies;
      await breathe();
    }
  }
  return { kept, of };

  function keptOf(cell: Design['prompts'][number]['cells'][number], replies: number): number {
    const { earlier, tools } = cell.exam.golden;
    if (cell.scenario !== undefined || earlier !== undefined || tools !== undefined) return 0;
    const sides = (['old', 'new'] as const).filter(
      (side) => cell[side] !== undefined && !(cell.identical && side === 'old'),
    );
    const trials = replies / Math.max(1, sides.length);
    let kept = 0;
    for (const side of sides) {
      const request = cell[side];
      if (request === undefined) continue;
      for (let trial = 0; trial < trials; trial++) {
        const call = callOfSide({ cell, side, trial, fresh: false }, request, notBefore);
        const shared =
          call.baseline === undefined
            ? call
            : { ...baselineCall(call, call.baseline.copy), notBefore: call.baseline.notBefore };
        if (ask.isKept(call) || ask.isKept(shared)) kept++;
      }
    }
    return kept;
  }
}
