import type { DriftCase, DriftLine, DriftRun } from '../../src/core/drift/drift-line.ts';
import { followBeside, lookBeside } from '../../src/core/drift/follow-beside-judge.ts';
import { followRow } from '../../src/core/drift/follow-row.ts';
import { freshReplies, lookAgain } from '../../src/core/drift/look-again.ts';
import { pastOfJudge, withBadDay } from '../../src/core/drift/past-of-judge.ts';
import { hasBadDay, suspectJudge } from '../../src/core/drift/suspect-judge.ts';
import { isJudged } from '../../src/core/drift/without-judged.ts';
import type { Draw } from './simulate.ts';

/** A schedule of one prompt, whose replies a judge grades, and of the texts that show whether the judge moved. */
export type JudgedWorld = {
  readonly name: string;
  readonly runs: number;
  readonly cases?: number;
  /** Replies a case and run. */
  readonly replies?: number;
  /** Runs from which on the judge grades so much lower, or the replies are worth so much less (0–1), counted from 0; none: never. */
  readonly judge?: { readonly at: number; readonly by: number };
  readonly model?: { readonly at: number; readonly by: number };
  /** What replies are worth before, at least and at most. */
  readonly worth?: readonly [number, number];
  /** How far a judge's day moves its grades: standard deviation, 0–1. */
  readonly days: number;
};

/** Runs at which either was told, how many of the runs could not tell the model from the judge, and what the last one said. */
export type JudgedSeen = {
  readonly judge?: number;
  readonly model?: number;
  readonly unsure: number;
  /** A run had told the model's drift, and a later one called the row as usual. */
  readonly isWithdrawn: boolean;
  readonly last: 'drifted' | 'unsure' | 'quiet';
};

const texts = 8;
/** Standard deviation of the grades of one text, and of replies to one case. */
const scatter = { text: 0.05, reply: 0.1 } as const;
const never = { at: Number.POSITIVE_INFINITY, by: 0 };

/** Plays a schedule as `promptgate drift` does: the judge is looked at before what it says is. */
export function simulateJudge(
  {
    cases = 40,
    replies = 2,
    worth = [0.5, 0.95],
    judge: ofWhom = never,
    model: ofModel = never,
    ...world
  }: JudgedWorld,
  draw: Draw,
): JudgedSeen {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const worths = (count: number, [least, most]: readonly [number, number]) =>
    Array.from({ length: count }, () => least + (most - least) * draw());
  const [ofCases, ofTexts] = [worths(cases, worth), worths(texts, [0.5, 0.95])];
  const pointOf = (value: number): number => Math.round(9 * Math.min(1, Math.max(0, value))) / 9;
  const graded = (held: readonly number[], count: number, off: number, spread: number, name: string) =>
    held.map((value, at): DriftCase => {
      const grades = Array.from({ length: count }, () => pointOf(value - off + spread * normal()));
      const values = name === 'grade' ? { grade: grades } : { score: grades, 'metric:judge': grades };
      return { id: `${at}`, key: `${at}`, values, missing: 0, ...(name === 'grade' ? {} : { judged: true as const }) };
    });
  const runOf = (t: number, prompt: string, held: readonly DriftCase[]): DriftRun => ({
    ...{ kind: 'run', version: 1, at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(), run: `${t}`, prompt },
    ...{ model: 'model', served: [], cases: held },
    ...(prompt === 'prompt' ? { judged: ['metric:judge'] } : {}),
  });
  let [judgeLines, lines]: readonly DriftLine[][] = [[], []];
  let seen: JudgedSeen = { unsure: 0, isWithdrawn: false, last: 'quiet' };
  for (let t = 0; t < world.runs; t++) {
    const mood = world.days * normal() + (t >= ofWhom.at ? ofWhom.by : 0);
    const off = mood + (t >= ofModel.at ? ofModel.by : 0);
    lines = [...(lines ?? []), runOf(t, 'prompt', graded(ofCases, replies, off, scatter.reply, 'score'))];
    judgeLines = [...(judgeLines ?? []), runOf(t, '*judge*', graded(ofTexts, 1, mood, scatter.text, 'grade'))];
    const judge = followRow(judgeLines);
    const row = followBeside(lines, pastOfJudge(judgeLines));
    if (judge === undefined || row === undefined) continue;
    const asked = suspectJudge(judge, row.suspected.some((one) => isJudged(one, row)) ? [row] : []);
    const again = runOf(t, '*judge*', graded(ofTexts, freshReplies, mood, scatter.text, 'grade'));
    const answer = asked.length === 0 ? [] : lookAgain(asked, judge.runs, again);
    judgeLines = [...judgeLines, ...answer];
    const known = pastOfJudge(judgeLines);
    const past = hasBadDay(answer) ? withBadDay(known, judge.runs.slice(0, -1), again) : known;
    const held = followBeside(lines, past);
    if (held !== undefined && held.suspected.length > 0) {
      const fresh = runOf(t, 'prompt', graded(ofCases, freshReplies, off, scatter.reply, 'score'));
      lines = [...lines, ...lookBeside(held.suspected, held, fresh, past)];
    }
    const after = followBeside(lines, past);
    const isDrifted = after?.verdict === 'drifted';
    seen = {
      ...seen,
      ...(seen.judge === undefined && followRow(judgeLines)?.verdict === 'drifted' ? { judge: t } : {}),
      ...(seen.model === undefined && isDrifted ? { model: t } : {}),
      unsure: seen.unsure + (after?.unsure === true ? 1 : 0),
      isWithdrawn: seen.isWithdrawn || (seen.model !== undefined && !isDrifted && after?.unsure !== true),
      last: isDrifted ? 'drifted' : after?.unsure === true ? 'unsure' : 'quiet',
    };
  }
  return seen;
}
