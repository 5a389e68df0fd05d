import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { ReviewFacts, Spent } from '../../core/assemble/assemble-report.ts';
import { CancelledError } from '../../core/breathe.ts';
import type { Design } from '../../core/design/design-review.ts';
import { tellFailing } from '../../core/gate/tell-failing.ts';
import { isPriced } from '../../core/money/estimate-cost.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import { askAndJudge, gateOf } from './ask-and-judge.ts';
import { countKept } from './count-kept.ts';
import { nothingSpent } from './empty-report.ts';
import { type ReviewEstimate, wordEstimate } from './estimate-review.ts';
import type { AskingSession, ReviewPorts } from './review-ports.ts';

/** What is to be asked, and what it was said to come to. */
type Asked = { readonly design: Design; readonly estimate: ReviewEstimate; readonly settings: Settings };

/** What asking adds to the facts of a review. */
export type JudgedDesign = Partial<ReviewFacts> & Pick<ReviewFacts, 'results'>;

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
  { design, estimate, settings }: Asked,
  told: readonly string[],
  asking: AskingSession,
  ports: ReviewPorts,
): Promise<JudgedDesign> {
  const now = ports.clock.now();
  const notBefore = settings.baselineAgeMs > 0 ? now - settings.baselineAgeMs : undefined;
  const kept = await countKept(design, gateOf(design, settings), { ask: asking.ask, notBefore, ...ports });
  ports.progress.say(wordEstimate(estimate, kept));
  const judged = await askAndJudge(design, settings, checkKinds, { ...ports, ...asking }, ports.progress, now);
  const { results, notes, ...rest } = judged;
  return {
    ...rest,
    results: settings.mode === 'check' ? results.map(toldFailing) : results,
    notes: [...told, ...notes, ...asking.notes()],
    spent: withEstimate(asking.spent(), estimate),
    readText: (call: string) => asking.ask.kept(call)?.text,
  };
}

/** In a check a case that fails is what it is about; in a review it was so before. */
function toldFailing(result: PromptResult): PromptResult {
  return { ...result, verdict: tellFailing(result.comparison, result.verdict) };
}

/** What was spent, beside what it was said to come to. */
export function withEstimate(spent: Spent, { low, high }: ReviewEstimate): Spent {
  return {
    ...spent,
    calls: { ...spent.calls, planned: { low: Math.round(low.calls), high: Math.round(high.calls) } },
    costUsd: { ...spent.costUsd, ...(isPriced(high) ? { estimated: high.usualUsd } : {}) },
  };
}
