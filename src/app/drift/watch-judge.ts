import { showModel } from '../../core/design/rows-of.ts';

import { type DriftLine, type DriftRun, driftVersion, takenAsUsual } from '../../core/drift/drift-line.ts';
import type { JudgeRow } from '../../core/drift/drift-report.ts';
import { followRow, type RowState } from '../../core/drift/follow-row.ts';
import { freshReplies, lookAgain } from '../../core/drift/look-again.ts';
import { type JudgePast, pastOfJudge, withBadDay } from '../../core/drift/past-of-judge.ts';
import { judgeRow, rowName } from '../../core/drift/read-history.ts';
import { rowOfJudge } from '../../core/drift/row-of-judge.ts';
import { hasBadDay, suspectJudge } from '../../core/drift/suspect-judge.ts';
import type { Check } from '../../core/golden-case.ts';
import type { Report } from '../../core/report/report.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import type { Ask } from '../review/answer-asking.ts';
import { drawsAgain, type JudgeTextDeps, judgeText } from '../review/judge-text.ts';
import { rolesOf } from '../review/missing-roles.ts';
import type { ReviewResult } from '../review/review.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import type { DriftLimits, DriftPlace } from './drift-run.ts';
import { type Anchor, judgedPlaces, pickAnchors, pickReplies } from './pick-anchors.ts';

/** Where the judge stands, and what it cost to see. */
export type JudgeWatched = {
  readonly row: JudgeRow;
  readonly past: JudgePast;
  readonly spent: readonly Pick<Report, 'calls' | 'costUsd'>[];
  /** What fresh grades are asked with; absent where it graded nothing. */
  readonly graded?: {
    readonly state: RowState;
    readonly lines: readonly DriftLine[];
    readonly anchors: readonly Anchor[];
  };
};

/** Draws between two fresh grades of a text: a check may take several votes. */
const drawsApart = 100;

/**
 * Has the judge grade again what it graded before: texts that stay the same, so that grades that move are the judge's. Keeps
 * what it says, and where the config allows it, replies of the first runs.
 * What was asked tells the judged checks; `beside` are those that replies are judged by though no case asks for them.
 * @returns undefined where no case is judged, or the config does not watch the judge
 */
export async function watchJudge(
  { report, design, beside }: Pick<ReviewResult, 'report' | 'design'> & { readonly beside: readonly Check[] },
  ports: ReviewPorts,
  place: DriftPlace,
  limits: DriftLimits,
): Promise<JudgeWatched | undefined> {
  const { settings } = place;
  const { judge } = settings;
  if (judge === undefined || design === undefined || !settings.drift.layers.includes('judge')) return undefined;
  const places = judgedPlaces(design, { kinds: checkKinds }, beside);
  if (places.length === 0) return undefined;
  const name = showModel(judge);
  const earlier = place.rows.get(rowName(judgeRow, name)) ?? [];
  const past = pastOfJudge(earlier);
  const about = { version: driftVersion, at: place.at, run: place.run, prompt: judgeRow, model: name } as const;
  return grading(ports, settings, limits, place.at, async (deps) => {
    const held = earlier.filter((line) => line.kind === 'anchor');
    const fresh = settings.drift.historyTexts ? pickReplies(places, report, held, deps) : [];
    const kept = [...held, ...fresh.map((one) => ({ kind: 'anchor' as const, ...about, ...one }))];
    const known = earlier.findLast((line) => line.kind === 'run')?.cases.map(({ key }) => key) ?? [];
    const anchors = pickAnchors(places, kept, new Set(known), deps);
    const none = { model: name, served: [], anchors: 0, runs: 0 };
    if (anchors.length === 0) return { row: { ...none, verdict: 'baseline', why: unwatched }, past };
    const heard = await gradeAll(anchors, [0], deps);
    if (heard.cases.every(({ values }) => values['grade'] === undefined))
      return { row: { ...none, verdict: 'invalid', why: heard.why ?? 'it scores no text' }, past };
    const line: DriftRun = { kind: 'run', ...about, served: heard.served, cases: heard.cases };
    const taken = place.accepted.has(rowName(judgeRow, name)) ? [takenAsUsual(line)] : [];
    const own = [...kept.slice(held.length), line, ...taken];
    await place.keep(own);
    return toldOf([...earlier, ...own], anchors);
  });
}

/**
 * Asks for fresh grades where the judge's own moved, or where judged checks of a prompt fell, which a judge that moved would do
 * as well: the same texts tell which of the two it is.
 * @param rows prompts whose judged checks fell
 */
export async function confirmJudge(
  watched: JudgeWatched,
  rows: readonly RowState[],
  ports: ReviewPorts,
  place: DriftPlace,
  limits: DriftLimits,
): Promise<JudgeWatched> {
  const { graded } = watched;
  if (graded === undefined) return watched;
  const { state, lines, anchors } = graded;
  const suspected = suspectJudge(state, rows);
  if (suspected.length === 0) return watched;
  return grading(
    ports,
    place.settings,
    limits,
    place.at,
    async (deps) => {
      const draws = Array.from({ length: freshReplies }, (_, at) => drawsAgain + at * drawsApart);
      const { cases } = await gradeAll(anchors, draws, deps);
      const told = lookAgain(suspected, state.runs, { ...state.latest, cases });
      if (told.length > 0) await place.keep(told);
      const after = toldOf([...lines, ...told], anchors);
      const isUnheard = told.length === 0 && state.suspected.length > 0;
      const { row } = after;
      // What it explains of today's falls is taken off, as that of a judge that moved.
      if (hasBadDay(told))
        return { ...after, past: withBadDay(after.past, state.runs.slice(0, -1), { ...state.latest, cases }) };
      return { ...after, row: isUnheard ? { ...row, verdict: 'invalid', why: unheard } : row };
    },
    watched.spent,
  );
}

const unwatched =
  'there is no text that it could grade again. Give judged cases a `reference`, or set `history-texts: true` under `drift`.';
const unheard = 'its grades changed, but too few fresh ones came to confirm it. The next run looks again.';

function toldOf(lines: readonly DriftLine[], anchors: readonly Anchor[]): Omit<JudgeWatched, 'spent'> {
  const state = followRow(lines);
  const past = pastOfJudge(lines);
  if (state === undefined) throw new Error('a judge that graded has a run');
  return { row: rowOfJudge(state), past, graded: { state, lines, anchors } };
}

async function grading(
  ports: ReviewPorts,
  settings: Settings,
  limits: DriftLimits,
  at: string,
  work: (deps: JudgeTextDeps & { readonly ask: Ask }) => Promise<Omit<JudgeWatched, 'spent'>>,
  spent: JudgeWatched['spent'] = [],
): Promise<JudgeWatched> {
  const own = { ...settings, maxCalls: limits.calls, maxCostUsd: limits.usd, limitsCost: true };
  const session = await ports.openAsking(own, limits.calls);
  try {
    const votes = settings.judge?.votes ?? 1;
    const ask = { ...session.ask };
    // What the judge said in an earlier run says nothing of today.
    ask.reply = (call) => session.ask.reply({ ...call, notBefore: Date.parse(at) });
    const done = await work({ ask, roles: rolesOf(settings), kinds: checkKinds, votes });
    return { ...done, spent: [...spent, session.spent()] };
  } finally {
    await session.close();
  }
}

type Graded = Pick<DriftRun, 'served' | 'cases'> & { readonly why?: string };

/** Each text graded so often, by draws that are independent of one another. */
async function gradeAll(anchors: readonly Anchor[], draws: readonly number[], deps: JudgeTextDeps): Promise<Graded> {
  const answered = new Map<string, number>();
  const ask: Ask = {
    ...deps.ask,
    reply: async (call) => {
      const reply = await deps.ask.reply(call);
      if (reply.kind === 'answered' && call.purpose === 'judge')
        answered.set(reply.answer.servedModel, (answered.get(reply.answer.servedModel) ?? 0) + 1);
      return reply;
    },
  };
  const why: string[] = [];
  const cases = await Promise.all(
    anchors.map(async ({ id, key, given }) => {
      const judged = await Promise.all(draws.map((from) => judgeText(given, from, { ...deps, ask })));
      const scores = judged.flatMap((checks) => checks.map(({ score }) => score));
      const grades = scores.flatMap((score) =>
        score.kind === 'scored' ? [Math.round(score.value * 10_000) / 10_000] : [],
      );
      why.push(...scores.flatMap((score) => (score.kind === 'scored' ? [] : [score.why])));
      return { id, key, values: grades.length === 0 ? {} : { grade: grades }, missing: draws.length - grades.length };
    }),
  );
  const served = [...answered].map(([model, replies]) => ({ model, replies }));
  const [first] = why;
  return {
    served: served.toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1)),
    cases,
    ...(first === undefined ? {} : { why: first }),
  };
}
