import { compareJudges, type JudgedByBoth } from '../../core/assemble/compare-judges.ts';
import type { JudgesCompared } from '../../core/assemble/with-exchanged-judge.ts';
import { CancelledError } from '../../core/breathe.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { showModel } from '../../core/design/rows-of.ts';
import { decideBudget } from '../../core/money/decide-budget.ts';
import { estimateCost } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { showProblem } from '../../core/problem.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Report } from '../../core/report/report.ts';
import { loadChecks } from '../../core/scoring/named-checks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { type BothSides, sides } from '../../core/side.ts';
import { checkKinds } from '../../scorers/index.ts';
import { callOfSide } from './call-of-side.ts';
import { designJudged, shuffled } from './design-judged.ts';
import { nothingSpent } from './empty-report.ts';
import { type JudgeTextDeps, judgeText, type TextToJudge } from './judge-text.ts';
import { missingKeys, rolesOf } from './missing-roles.ts';
import { questionsOfCell } from './requests-of-cell.ts';
import type { AskingSession, ReviewPorts } from './review-ports.ts';
import { withoutFaulty } from './set-aside.ts';

export type Judges = BothSides<NonNullable<Settings['judge']>>;

type Place = {
  readonly ports: Pick<
    ReviewPorts,
    'clock' | 'hasKey' | 'loadPrices' | 'openAsking' | 'progress' | 'sandbox' | 'words'
  >;
  readonly settings: Settings;
  /** What the review took of the budget. */
  readonly spent: Pick<Report, 'calls' | 'costUsd'>;
};

/**
 * Has both judges of a changed config grade the same replies: one to each golden case with a judged check, on each model, of
 * the prompts as they were. Kept replies serve. As many are asked as the budget still holds, in an order that says nothing of them.
 */
export async function reviewExchangedJudge(
  prompts: readonly PromptChange[],
  judges: Judges,
  { ports, settings, spent }: Place,
): Promise<JudgesCompared> {
  const nothing = (why: string): JudgesCompared => ({ notes: [`${notCompared}: ${why}.`], spent: nothingSpent });
  const guarded = prompts.flatMap(({ path, old, new: next, exam }) => {
    const prompt = old ?? next;
    return prompt === undefined ? [] : [{ path, prompt, cases: exam.cases.map(({ golden }) => golden) }];
  });
  await loadChecks(
    guarded.flatMap(({ cases }) => cases),
    checkKinds,
    ports.words,
  );
  const { design, broken } = withoutFaulty(designJudged(guarded, settings, ports.sandbox));
  const left = broken.map(({ path }) => `\`${path}\``);
  const unasked =
    left.length === 0 ? [] : [`${notCompared} by the cases of ${left.join(', ')}, which cannot be asked.`];
  const all = shuffled(design.prompts.flatMap(({ cells }) => cells)).filter(isAlone);
  if (all.length === 0) return { ...nothing('no golden case has a judged check'), notes: unasked };
  const lacking = missingKeys(providersOf(all, judges, settings), settings, (name) => ports.hasKey(settings, name));
  if (lacking.length > 0) return nothing(lacking.map(showProblem).join(' ').replace(/\.$/u, ''));
  const costOf = await ports.loadPrices(settings);
  const unpriced = settings.limitsCost ? sides.filter((side) => !isPriced(judges[side], costOf)) : [];
  if (unpriced.length > 0)
    return nothing(
      `the price of ${unpriced.map((side) => `\`${showModel(judges[side])}\``).join(', ')} is not known, so that \`max-cost\` cannot hold`,
    );
  const budget = {
    calls: settings.maxCalls - spent.calls.made,
    usd: Math.max(0, settings.maxCostUsd - (spent.costUsd.actual ?? 0)),
  };
  const cells = fitting(all, (few) => decideBudget(estimate(few, judges, settings, costOf), budget) === undefined);
  if (cells.length === 0) return nothing('the budget that is left holds not even one case');
  const session = await ports.openAsking(
    { ...settings, maxCalls: budget.calls, maxCostUsd: budget.usd },
    Math.ceil(estimate(cells, judges, settings, costOf).calls),
  );
  try {
    if (session.mayAsk(cells.length) !== 'complete') return nothing('the time of the run is over');
    ports.progress.say(
      `Both judges, ${sides.map((side) => showModel(judges[side])).join(' and ')}, grade ${cells.length} replies.`,
    );
    const replies = await judgeBoth(cells, judges, { settings, session, now: ports.clock.now() });
    ports.progress.end();
    const named = { old: nameOf(judges.old), new: nameOf(judges.new) };
    const exchange = compareJudges(named, replies, { of: all.length, tolerance: settings.gate.tolerance });
    const notes = [...unasked, ...(exchange === undefined ? [`${notCompared}: no reply was judged by both.`] : [])];
    return { ...(exchange === undefined ? {} : { exchange }), notes, spent: session.spent() };
  } catch (fault) {
    if (!(fault instanceof CancelledError)) throw fault;
    return { ...nothing('the run was cancelled'), spent: session.spent() };
  }
}

const notCompared = 'The two judges were not compared';

/** A conversation would have to be held anew for each judge. */
function isAlone({ scenario, exam, new: request }: DesignCell): boolean {
  return scenario === undefined && exam.golden.earlier === undefined && request !== undefined;
}

function nameOf(judge: Judges['old']): { readonly model: string; readonly votes: number } {
  return { model: showModel(judge), votes: judge.votes };
}

function isPriced({ provider, model }: Judges['old'], costOf: CostOf): boolean {
  return costOf(provider, model, { inputTokens: 1, outputTokens: 1 }) !== undefined;
}

function providersOf(cells: readonly DesignCell[], judges: Judges, { embeddings }: Settings): ReadonlySet<string> {
  const asked = cells.flatMap(({ new: request }) => request?.provider ?? []);
  return new Set([...asked, judges.old.provider, judges.new.provider, ...(embeddings ? [embeddings.provider] : [])]);
}

/** The first of the cells that fit together. */
function fitting(cells: readonly DesignCell[], fits: (few: readonly DesignCell[]) => boolean): readonly DesignCell[] {
  if (fits(cells)) return cells;
  let [fit, beyond] = [0, cells.length];
  while (beyond - fit > 1) {
    const middle = Math.floor((fit + beyond) / 2);
    if (fits(cells.slice(0, middle))) fit = middle;
    else beyond = middle;
  }
  return cells.slice(0, fit);
}

function estimate(cells: readonly DesignCell[], judges: Judges, settings: Settings, costOf: CostOf) {
  const asked = cells.flatMap((cell) => [
    ...(cell.new === undefined ? [] : [{ request: cell.new, times: 1 }]),
    ...sides.flatMap((side) =>
      questionsOfCell(cell, { ...settings, judge: judges[side] }, checkKinds).map(({ request, perReply }) => ({
        request,
        times: perReply.usual,
      })),
    ),
  ]);
  return estimateCost(asked, costOf);
}

type Asking = { readonly settings: Settings; readonly session: AskingSession; readonly now: number };

/** A reply to each cell, and what each judge makes of it; those that fail are left out. */
async function judgeBoth(
  cells: readonly DesignCell[],
  judges: Judges,
  { settings, session: { ask }, now }: Asking,
): Promise<readonly JudgedByBoth[]> {
  const notBefore = settings.baselineAgeMs > 0 ? now - settings.baselineAgeMs : undefined;
  const depsOf = (judge: Judges['old']): JudgeTextDeps => ({
    ask,
    roles: { ...rolesOf(settings), judge },
    kinds: checkKinds,
    votes: judge.votes,
  });
  const [before, after] = [depsOf(judges.old), depsOf(judges.new)];
  const judged = cells.map(async (cell): Promise<readonly JudgedByBoth[]> => {
    const request = cell.new;
    if (request === undefined) return [];
    const reply = await ask.reply(callOfSide({ cell, side: 'new', trial: 0, fresh: false }, request, notBefore));
    const text = reply.kind === 'failed' ? undefined : ask.kept(reply.call)?.text;
    if (text === undefined) return [];
    const given: TextToJudge = { golden: cell.exam.golden, messages: request.messages, text };
    const [old, next] = await Promise.all([judgeText(given, 0, before), judgeText(given, 0, after)]);
    const checks = { old: old.map(({ score }) => score), new: next.map(({ score }) => score) };
    return [{ prompt: cell.prompt, case: cell.exam.golden.id, model: cell.row, checks }];
  });
  return (await Promise.all(judged)).flat();
}
