import type { DriftCase, DriftLine, DriftRun } from '../../src/core/drift/drift-line.ts';
import { followRow, type RowState } from '../../src/core/drift/follow-row.ts';
import { freshReplies, lookAgain } from '../../src/core/drift/look-again.ts';
import { pastOfJudge } from '../../src/core/drift/past-of-judge.ts';
import { hasBadDay, suspectJudge } from '../../src/core/drift/suspect-judge.ts';
import { isJudged, readPlain, withoutJudged } from '../../src/core/drift/without-judged.ts';
import type { Draw } from './simulate.ts';

/** A schedule of one prompt, whose replies a judge grades, and of the texts that show whether the judge moved. */
export type JudgedWorld = {
  readonly name: string;
  readonly runs: number;
  /** Run from which on something is another, counted from 0; none: never. */
  readonly change?: number;
  /** How much the judge then grades lower, and how much less the replies are worth, 0–1. */
  readonly judge?: number;
  readonly model?: number;
  /** How far a judge's day moves its grades: standard deviation, 0–1. */
  readonly days: number;
};

/** Runs at which either was told. */
export type JudgedSeen = { readonly judge?: number; readonly model?: number };

const cases = 40;
const texts = 8;
/** Standard deviation of the grades of one text, and of replies to one case. */
const scatter = { text: 0.05, reply: 0.1 } as const;

/** Plays a schedule as `promptgate drift` does: the judge is looked at before what it says is. */
export function simulateJudge({ change = Number.POSITIVE_INFINITY, ...world }: JudgedWorld, draw: Draw): JudgedSeen {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const worth = (count: number) => Array.from({ length: count }, () => 0.5 + 0.45 * draw());
  const [ofCases, ofTexts] = [worth(cases), worth(texts)];
  const pointOf = (value: number): number => Math.round(9 * Math.min(1, Math.max(0, value))) / 9;
  const graded = (worths: readonly number[], replies: number, off: number, spread: number, name: string) =>
    worths.map((value, at): DriftCase => {
      const grades = Array.from({ length: replies }, () => pointOf(value - off + spread * normal()));
      const values = name === 'grade' ? { grade: grades } : { score: grades, 'metric:judge': grades };
      return { id: `${at}`, key: `${at}`, values, missing: 0, ...(name === 'grade' ? {} : { judged: true as const }) };
    });
  const runOf = (t: number, prompt: string, held: readonly DriftCase[]): DriftRun => ({
    ...{ kind: 'run', version: 1, at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(), run: `${t}`, prompt },
    ...{ model: 'model', served: [], cases: held },
    ...(prompt === 'prompt' ? { judged: ['metric:judge'] } : {}),
  });
  let [ofJudge, ofPrompt]: readonly DriftLine[][] = [[], []];
  let seen: JudgedSeen = {};
  for (let t = 0; t < world.runs; t++) {
    const isChanged = t >= change;
    const mood = world.days * normal() + (isChanged ? (world.judge ?? 0) : 0);
    const off = mood + (isChanged ? (world.model ?? 0) : 0);
    ofPrompt = [...(ofPrompt ?? []), runOf(t, 'prompt', graded(ofCases, 2, off, scatter.reply, 'score'))];
    ofJudge = [...(ofJudge ?? []), runOf(t, '*judge*', graded(ofTexts, 1, mood, scatter.text, 'grade'))];
    const judge = followRow(ofJudge);
    const row = rowBy(ofPrompt, ofJudge);
    if (judge === undefined || row === undefined) continue;
    const asked = suspectJudge(judge, row.suspected.some((one) => isJudged(one, row)) ? [row] : []);
    const again = runOf(t, '*judge*', graded(ofTexts, freshReplies, mood, scatter.text, 'grade'));
    const answer = asked.length === 0 ? [] : lookAgain(asked, judge.runs, again);
    ofJudge = [...ofJudge, ...answer];
    const held = rowBy(ofPrompt, ofJudge);
    if (held !== undefined && held.suspected.length > 0 && !hasBadDay(answer)) {
      const fresh = runOf(t, 'prompt', graded(ofCases, freshReplies, off, scatter.reply, 'score'));
      ofPrompt = [...ofPrompt, ...lookAgain(held.suspected, held.runs, readPlain(fresh, pastOfJudge(ofJudge)))];
    }
    const told = { judge: followRow(ofJudge), model: rowBy(ofPrompt, ofJudge) };
    for (const name of ['judge', 'model'] as const)
      if (told[name]?.verdict === 'drifted' && seen[name] === undefined) seen = { ...seen, [name]: t };
    if (t >= change + 5) break;
  }
  return seen;
}

function rowBy(lines: readonly DriftLine[], judge: readonly DriftLine[]): RowState | undefined {
  return followRow(withoutJudged(lines, pastOfJudge(judge)));
}
