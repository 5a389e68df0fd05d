import type { Suspicion } from './drift.ts';
import type { DriftLine, DriftRun } from './drift-line.ts';
import { emptyRow, follow, followRow, type RowHistory, type RowState, stateOf } from './follow-row.ts';
import { lookAgain } from './look-again.ts';
import { type JudgePast, shiftAt } from './past-of-judge.ts';
import { besideShift, isJudged, isJudgedIn, withoutJudged } from './without-judged.ts';

/**
 * Follows a row whose judge may have moved: what it says is read less what its own texts explain, so that what is left is the model's. What
 * they explain may be all of a fall: the row is then `unsure`, for neither is proven.
 * @param lines of one row, in order of time
 */
export function followBeside(lines: readonly DriftLine[], past: JudgePast): RowState | undefined {
  if (past.moves.length === 0 && past.acceptedAt === undefined) return followRow(lines);
  const { read, carried } = readLines(lines, past);
  const beside = stateOf(replay(read, past, carried));
  const latest = lines.findLast((line) => line.kind === 'run');
  if (beside === undefined || latest === undefined) return undefined;
  const state = { ...beside, latest };
  if (isFallen(state.drift, latest)) return state;
  // As if the judge had not moved: a fall that shows there alone is neither's.
  const plain = followRow(read);
  const isOff = shiftAt(latest.at, past, carried) !== undefined;
  const isMuted =
    isFallen(plain?.drift, latest) || (isOff && plain?.suspected.some((one) => isJudged(one, state)) === true);
  const settled = state.settled ?? plain?.settled;
  return {
    ...state,
    ...(settled === undefined ? {} : { settled }),
    ...(isMuted ? { unsure: true as const } : {}),
  };
}

/**
 * What fresh replies make of a row's suspicions, less what the judge's move explains of them. A look that only the judge's move
 * speaks against is no proof that nothing fell: it leaves no line.
 */
export function lookBeside(
  suspected: readonly Suspicion[],
  { runs: all, latest }: RowState,
  fresh: DriftRun,
  past: JudgePast,
): ReturnType<typeof lookAgain> {
  const shift = shiftAt(fresh.at, past);
  const runs = all.map((run) => (shiftAt(run.at, past) === undefined ? run : withoutJudged(run)));
  if (shift === undefined) return lookAgain(suspected, runs, fresh);
  const plain = lookAgain(suspected, runs, fresh);
  return lookAgain(suspected, runs, besideShift(fresh, shift)).filter(
    ({ layer, confirmed }) =>
      confirmed ||
      !isJudged({ channel: layer.split('/')[0] ?? '' }, { latest }) ||
      plain.some((one) => one.layer === layer && !one.confirmed),
  );
}

/**
 * Once other grades are the usual, what was judged before says nothing, unless a fall of the model was open: its beginning, and that it has
 * not ended, is read as before.
 */
function readLines(
  lines: readonly DriftLine[],
  past: JudgePast,
): { readonly read: readonly DriftLine[]; readonly carried: boolean } {
  const { acceptedAt } = past;
  if (acceptedAt === undefined) return { read: lines, carried: false };
  const [before, since] = [lines.filter(({ at }) => at < acceptedAt), lines.filter(({ at }) => at >= acceptedAt)];
  const { drift, runs } = replay(before, past, true);
  const latest = runs.at(-1);
  if (latest !== undefined && isFallen(drift, latest) && since.every(({ kind }) => kind !== 'accepted'))
    return { read: lines, carried: true };
  const all = runsOf(lines);
  const plain = before.flatMap((line): readonly DriftLine[] => {
    if (line.kind === 'run') return [withoutJudged(line)];
    return line.kind === 'confirmation' && isJudgedIn(channelIn(line), all) ? [] : [line];
  });
  return { read: [...plain, ...since], carried: false };
}

function replay(lines: readonly DriftLine[], past: JudgePast, carried: boolean): RowHistory {
  const all = runsOf(lines);
  let held = emptyRow;
  for (const line of lines) {
    if (line.kind === 'run') held = addRun(held, line, shiftAt(line.at, past, carried));
    else if (line.kind !== 'confirmation' || !line.confirmed || !isRash(line.at, past)) held = follow(held, line);
    // Confirmed before the judge was known to have moved: it holds where it is beyond what the judge explains.
    else if (!isJudgedIn(channelIn(line), all) || held.suspected.some(({ channel }) => channel === channelIn(line)))
      held = follow(held, line);
  }
  return held;
}

function addRun(held: RowHistory, run: DriftRun, shift: number | undefined): RowHistory {
  if (shift === undefined) return follow(held, run);
  const plain = withoutJudged(run);
  // Whether a fall has ended, a judge that moved does not tell: what is taken off for it would bring every fall to its end.
  if (isFallen(held.drift, run)) return follow(held, plain);
  const read = besideShift(run, shift);
  const next = follow(held, read);
  // What is known of a moved judge to a bound alone is held to the usual, and is none.
  return held.runs.length > 0 && next.usual.length > 1 && next.usual.at(-1) === read
    ? { ...next, usual: [...next.usual.slice(0, -1), plain], baseline: held.baseline.with(plain) }
    : next;
}

function isFallen(drift: RowState['drift'], run: DriftRun): boolean {
  return drift?.found.some(({ layer, channel = '' }) => layer === 'cases' && isJudgedIn(channel, [run])) === true;
}

function isRash(at: string, { moves }: JudgePast): boolean {
  return moves.some(({ from, confirmedAt }) => from <= at && at < confirmedAt);
}

function channelIn({ layer }: Extract<DriftLine, { kind: 'confirmation' }>): string {
  return layer.split('/')[0] ?? '';
}

function runsOf(lines: readonly DriftLine[]): readonly DriftRun[] {
  return lines.flatMap((line) => (line.kind === 'run' ? [line] : []));
}
