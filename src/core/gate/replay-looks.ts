import type { Cell } from '../outcome.ts';
import { probabilitySlack, scoreSlack } from '../statistics/stratum.ts';
import { breaks, hypothesisOf } from './case-look.ts';
import { isInformed } from './cell-history.ts';
import type { FreshRequest } from './comparison.ts';
import { limitBroken } from './cost-and-latency.ts';
import { boundOf } from './estimate-mean.ts';
import { type GateSample, gateSample } from './gate-sample.ts';
import { compareAnswered } from './measured-batch.ts';
import { pickToppedUp } from './pick-topped-up.ts';
import { changesForGood, repeatingRows, repeats } from './repeats.ts';
import { type Step, scheduleOf } from './schedule.ts';
import type { GateSettings } from './settings.ts';
import { type LookTaken, limitsOf, takeLook } from './take-look.ts';

/** Trials to ask of one cell, on both sides (of an identical cell: once, shared). */
export type PlannedBatch = {
  readonly row: string;
  readonly case: string;
  readonly trials: number;
  /** Asked of every case: its replies count in the means. */
  readonly uniform: boolean;
};

/**
 * What to ask next, or why no more: `regressed` (a look blocks), `steady` (nothing leans worse), `proven` (`confirm`: every
 * row's bound is above the margin), `asked` (the last round is done), `nothing` (there are no cells).
 */
export type NextRound =
  | { readonly kind: 'ask'; readonly round: number; readonly batches: readonly PlannedBatch[] }
  | { readonly kind: 'done'; readonly why: 'regressed' | 'steady' | 'proven' | 'asked' | 'nothing' };

export type Replay = {
  readonly sample: GateSample;
  readonly steps: readonly Step[];
  readonly looks: readonly LookTaken[];
  readonly next: NextRound;
};

/** p of losing more replies than before up to which it is worth asking on. */
const undecidedLoss = 0.2;
/** p of a cell up to which it is worth asking on, though the suite looks fine. */
const undecidedCell = 0.01;

/** Whether the cells have no old side. */
export function isNewOnly(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every(({ newOnly }) => newOnly === true);
}

/**
 * Walks through the rounds from the data alone: takes a look wherever a round is whole, and stops where one is not yet
 * asked or the sampling ends. Same cells, same walk: nothing is remembered between rounds.
 */
export function replayLooks(cells: readonly Cell[], settings: GateSettings): Replay {
  const newOnly = isNewOnly(cells);
  const steps = scheduleOf(settings, newOnly, isInformed(cells));
  const sample = gateSample(cells, settings);
  const looks: LookTaken[] = [];
  const end = (next: NextRound): Replay => ({ sample, steps, looks, next });
  if (cells.length === 0) return end({ kind: 'done', why: 'nothing' });
  for (const step of steps) {
    const batches = missingBatches(cells, step, settings);
    if (batches.length > 0) return end({ kind: 'ask', round: step.round, batches });
    const look = takeLook(sample, step, settings, looks.at(-1));
    looks.push(look);
    if (newOnly) return end({ kind: 'done', why: 'asked' });
    if (look.blocks) return end({ kind: 'done', why: 'regressed' });
    if (settings.sampling === 'confirm' && isProven(sample, steps, looks.length - 1, settings)) {
      return end({ kind: 'done', why: 'proven' });
    }
    const isOpen = goesOn(step, looks) || nearsLimit(sample, step, looks.at(-1), settings);
    if (!isOpen && !(step.goOn > 0 && losesMore(sample, step.round)))
      return end({ kind: 'done', why: step === steps.at(-1) ? 'asked' : 'steady' });
  }
  return end({ kind: 'done', why: 'asked' });
}

/**
 * What a round lacks: first its uniform replies, then top-ups of cells that disagree by now, or have no reply on a side,
 * and had none. Identical cells
 * are asked one reply in round 1 and never again: it tells their pass rate, and no more can be learnt.
 */
function missingBatches(
  cells: readonly Cell[],
  { round, uniform, topUp }: Step,
  { sampling, repeats: meaning }: GateSettings,
): readonly PlannedBatch[] {
  const before = round - 1;
  const isLater = sampling === 'adaptive' && round > 1;
  const settled = isLater ? repeatingRows(cells, before) : new Set<string>();
  const lacking = cells.flatMap((cell): readonly PlannedBatch[] => {
    const trials = cell.identical ? Math.min(uniform, round === 1 ? 1 : 0) : uniform;
    // A service that repeats itself says the same again: that proves nothing more, unless of a case that changed for good.
    const repeated = isLater && (settled.has(cell.row) || repeats(cell, before));
    if (repeated && (meaning === 'chance' || !changesForGood(cell, before))) return [];
    const asked = cell.batches.some((batch) => batch.uniform === !repeated && batch.round === round);
    return trials === 0 || asked ? [] : [{ row: cell.row, case: cell.case, trials, uniform: !repeated }];
  });
  if (lacking.length > 0 || topUp === 0) return lacking;
  const picked = pickToppedUp(cells, round);
  return cells.flatMap((cell): readonly PlannedBatch[] =>
    picked.has(cell) ? [{ row: cell.row, case: cell.case, trials: topUp, uniform: false }] : [],
  );
}

/** Whether any p, pooled or a row's, or a case that is nearly confirmed, is worth another round. */
function goesOn({ goOn }: Step, looks: readonly LookTaken[]): boolean {
  const look = looks.at(-1);
  if (look === undefined || goOn === 0) return false;
  if (goOn >= 1) return true;
  const suites = [look.suite, ...Object.values(look.metrics).map((metric) => metric.look)];
  const tested = suites.flatMap(({ pooled, rows }) => (pooled === null ? rows : [pooled, ...rows]));
  if (tested.some(({ test }) => test.p <= goOn + probabilitySlack)) return true;
  return look.cases.cells.some((cell, i) => {
    if (cell === null || hypothesisOf(cell).p > undecidedCell + probabilitySlack) return false;
    return !looks.some((earlier) => breaks(earlier.cases.cells[i]));
  });
}

/** Whether a row is beyond a limit, and more replies may tell that it is no chance. */
function nearsLimit(
  sample: GateSample,
  { goOn, round }: Step,
  look: LookTaken | undefined,
  settings: GateSettings,
): boolean {
  if (look === undefined || goOn === 0) return false;
  return limitsOf(look.limits).some(([limited, { look: own }]) =>
    own.rows.some(
      ({ test }, row) => test.p <= goOn + probabilitySlack && limitBroken[limited](sample, row, round, settings),
    ),
  );
}

/** Whether a row's new side may lose more replies than the old one: more of them tell. */
function losesMore({ rows, cells }: GateSample, round: number): boolean {
  return rows.some((row) => {
    const own = cells.filter((cell) => cell.row === row);
    const answered = compareAnswered(own, round, undecidedLoss);
    return answered !== null && answered.p <= undecidedLoss + probabilitySlack;
  });
}

/** `confirm`: every row's lower bound, at this look's own level, is at least minus the margin. */
function isProven(sample: GateSample, steps: readonly Step[], index: number, settings: GateSettings): boolean {
  const step = steps[index];
  if (step === undefined) return false;
  const level = confirmLevel(steps, index, settings.alpha);
  return sample.scores.every((row) => {
    const bound = boundOf(row, step.round, level);
    return bound !== null && bound.low >= -settings.margin - scoreSlack;
  });
}

/** The one-sided level of a look's bound under `confirm`: its own share of alpha. */
export function confirmLevel(steps: readonly Step[], index: number, alpha: number): number {
  return alpha * ((steps[index]?.spend ?? 0) - (steps[index - 1]?.spend ?? 0));
}

/**
 * Old replies that were kept from another comparison and take part in a rejection: of the confirmed cases, and of whole
 * rows whose suite rejects (asking only the strata that differ afresh would redraw the old side alone where the new one had bad luck).
 */
export function needsFresh({ sample, looks }: Replay): readonly FreshRequest[] {
  const last = looks.at(-1);
  if (last === undefined || !last.blocks) return [];
  const rows = rejectingRows(last, sample.rows);
  return sample.cells.flatMap((cell, i) => {
    const rejects = rows.has(cell.row) || breaks(last.cases.cells[i]);
    return rejects ? keptBatches(cell, last.round) : [];
  });
}

function rejectingRows(look: LookTaken, rows: readonly string[]): ReadonlySet<string> {
  const suites = [look.suite, ...Object.values(look.metrics).map((metric) => metric.look)];
  if (suites.some(({ pooled }) => pooled?.rejection != null)) return new Set(rows);
  const tested = [...suites, ...limitsOf(look.limits).map(([, limit]) => limit.look)];
  return new Set(rows.filter((_, i) => tested.some((suite) => suite.rows[i]?.rejection != null)));
}

function keptBatches(cell: Cell, round: number): readonly FreshRequest[] {
  return cell.batches
    .filter((batch) => batch.oldKept && batch.round <= round && !cell.identical)
    .map((batch) => ({
      row: cell.row,
      case: cell.case,
      round: batch.round,
      uniform: batch.uniform,
      trials: batch.pairs.length,
    }));
}

/**
 * The next round of a prompt's review, from its cells alone (before the first round: cells without batches).
 * Asked replies come back as a batch of each planned cell, with the plan's `round` and `uniform`; then it is called again.
 * A round may be asked in two steps (round 3: every case, then the cases that turned out to disagree); both carry its number.
 * Which side failed never decides who is asked more, only the two sides pooled.
 */
export function planRound(cells: readonly Cell[], settings: GateSettings): NextRound {
  return replayLooks(cells, settings).next;
}
