import type { Design, DesignCell } from '../../core/design/design-review.ts';
import { showModel } from '../../core/design/rows-of.ts';
import type { MeasuredJudge } from '../../core/golden-set/golden-set-report.ts';
import { hash } from '../../core/hash.ts';
import { decideBudget } from '../../core/money/decide-budget.ts';
import { estimateCost } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { Problem } from '../../core/problem.ts';
import { judgedChecks } from '../../core/scoring/named-checks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import { designJudged, shuffled } from '../review/design-judged.ts';
import { type ReviewEstimate, wordEstimate } from '../review/estimate-review.ts';
import { labelledTexts } from '../review/judge-text.ts';
import { missingKeys, rolesOf } from '../review/missing-roles.ts';
import { questionsOfCell } from '../review/requests-of-cell.ts';
import type { AskingSession } from '../review/review-ports.ts';
import type { CasesPorts } from './cases-ports.ts';
import { findReviewed } from './find-reviewed.ts';
import { askFreshReplies, takeKeptReplies } from './get-replies.ts';
import { judgeTwice, measureMetrics } from './measure-metrics.ts';
import type { GuardedPrompt } from './read-golden-set.ts';
import { ReplyCollection } from './reply-collection.ts';

/**
 * Measures the judge on the golden set alone: on replies that are judged twice, and on references with a label.
 * @param isSound nothing is wrong with the golden set: else nothing is asked
 */
export async function measureGoldenJudge(
  prompts: readonly GuardedPrompt[],
  settings: Settings,
  ports: CasesPorts,
  isSound: boolean,
): Promise<MeasuredJudge> {
  const { judge } = settings;
  const design = designJudged(
    prompts.flatMap((one) => (one.kind === 'prompt' ? [one] : [])),
    settings,
    ports.sandbox,
  );
  const nothing: MeasuredJudge = {
    model: judge === undefined ? '' : showModel(judge),
    votes: judge?.votes ?? 1,
    problems: design.problems,
    metrics: [],
    replies: { kept: 0, asked: 0, failed: [], conversations: 0 },
    calls: 0,
  };
  if (!isSound) return { ...nothing, problems: [unsound] };
  if (judge === undefined || design.prompts.length === 0 || design.problems.length > 0) return nothing;
  const reviewed = await findReviewed(ports, settings);
  const session = await ports.openAsking(settings, settings.maxCalls);
  try {
    return { ...nothing, ...(await measure(design, reviewed, { settings, ports, session })) };
  } finally {
    await session.close();
  }
}

const unsound: Problem = {
  reason: 'files',
  what: 'The judge was not measured: something is wrong with the golden set.',
  fix: 'Mend that first.',
};

type Measuring = { readonly settings: Settings; readonly ports: CasesPorts; readonly session: AskingSession };

async function measure(
  design: Design,
  reviewed: Awaited<ReturnType<typeof findReviewed>>,
  { settings, ports, session }: Measuring,
): Promise<Partial<MeasuredJudge>> {
  const cells = shuffled(design.prompts.flatMap((prompt) => prompt.cells));
  // A conversation is not judged again: its turns would have to be held anew.
  const asked = cells.filter(({ scenario }) => scenario === undefined);
  const collection = new ReplyCollection(asked, settings.trials);
  const kept = takeKeptReplies(collection, asked, session.ask, { trials: settings.trials, reviewed });
  const labelled = labelledCells(cells);
  const fresh = collection.forecast();
  const toAsk = [
    ...[...fresh].map(([cell, replies]) => ({ cell, replies, judgements: 2 * replies })),
    ...collection.texts.map(({ cell }) => ({ cell, replies: 0, judgements: 2 })),
    ...labelled.map((cell) => ({ cell, replies: 0, judgements: 1 })),
  ];
  const estimate = estimateJudging(toAsk, settings, await ports.loadPrices(settings));
  const lacking = missingKeys(providersOf([...fresh.keys()], settings), settings, (name) =>
    ports.hasKey(settings, name),
  );
  const refused = decideBudget(estimate.first, { calls: settings.maxCalls, usd: settings.maxCostUsd });
  const problems: readonly Problem[] = [...lacking, ...(refused === undefined ? [] : [refused])];
  if (problems.length > 0) return { problems };

  if (estimate.high.calls > 0) ports.progress.say(wordEstimate(estimate));
  const { asked: freshly, failed } = await askFreshReplies(collection, session);
  const texts = {
    replies: collection.texts.map(({ text }) => text),
    labelled: labelledTexts(labelled.map(renderedCase)),
  };
  const deps = { roles: rolesOf(settings), kinds: checkKinds, votes: settings.judge?.votes ?? 1 };
  const judgements = await judgeTwice(texts, { ...deps, ask: session.ask });
  ports.progress.end();
  const checks = cells.flatMap(({ exam }) => judgedChecks(exam.golden, checkKinds));
  const { calls, costUsd } = session.spent();
  return {
    problems: session.stopped().map((what) => ({ reason: 'provider', what })),
    metrics: measureMetrics(checks, judgements),
    replies: {
      kept,
      asked: freshly,
      failed: [...failed].map(([why, replies]) => ({ why, replies })),
      conversations: new Set(cells.filter(({ scenario }) => scenario !== undefined).map(({ exam }) => exam.golden))
        .size,
    },
    calls: calls.made,
    ...(costUsd.actual === undefined || costUsd.unpriced.length > 0 ? {} : { costUsd: costUsd.actual }),
  };
}

/** A cell of each case with a labelled reference, whatever models it is asked on. */
function labelledCells(cells: readonly DesignCell[]): readonly DesignCell[] {
  const labelled = cells.filter(({ exam: { golden } }) => golden.label !== undefined && golden.reference !== undefined);
  return [...new Map(labelled.map((cell) => [hash([cell.prompt, cell.exam.golden]), cell])).values()];
}

function renderedCase({ exam, new: request }: DesignCell) {
  return { golden: exam.golden, messages: request?.messages ?? [] };
}

/** Providers of what is to be asked. */
function providersOf(fresh: readonly DesignCell[], { judge, embeddings }: Settings): ReadonlySet<string> {
  const models = [...fresh.map((cell) => cell.new), judge, embeddings];
  return new Set(models.flatMap((model) => model?.provider ?? []));
}

/** What is to be asked of a cell: replies, and judgements of replies and of labelled texts. */
type ToAsk = { readonly cell: DesignCell; readonly replies: number; readonly judgements: number };

/** What measuring a judge will take. Kept replies and judgements are not known yet: they only make it less. */
function estimateJudging(asked: readonly ToAsk[], settings: Settings, costOf: CostOf): ReviewEstimate {
  const estimate = (size: 'usual' | 'most') =>
    estimateCost(
      asked.flatMap(({ cell, replies, judgements }) => [
        ...(cell.new === undefined ? [] : [{ request: cell.new, times: replies }]),
        ...questionsOfCell(cell, settings, checkKinds).map(({ request, perReply }) => ({
          request,
          times: judgements * perReply[size],
        })),
      ]),
      costOf,
    );
  const [low, high] = [estimate('usual'), estimate('most')];
  return { first: low, low, usual: low, high };
}
