import { compareRows } from '../gate/compare-rows.ts';
import type { Comparison } from '../gate/comparison.ts';
import { decideVerdict } from '../gate/decide-verdict.ts';
import { planRound } from '../gate/replay-looks.ts';
import type { GateSettings } from '../gate/settings.ts';
import type { Cell, Outcome } from '../outcome.ts';
import type { GateQuality, MeasuredShare } from '../report/gate-quality.ts';
import { type Random, randomBelow, seededRandom } from '../statistics/random.ts';
import type { Verdict } from '../verdict.ts';
import { fewestReplies, type KeptCase, outcomeOfKept } from './kept-case.ts';

/** Cases, in all reviews of a kind together: what takes some seconds. */
const mostDrawn = 12_000;
const fewestReviews = 60;
const mostReviews = 400;

/** Drops of every case that are tried, the smallest first. */
const drops = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5] as const;
/** Share of reviews that must see a drop. */
const seenOften = 0.8;
/** Share of a prompt's cases of which enough is kept, from which it is measured. */
const mostOf = 0.5;

/**
 * What a gate does with the replies of its own repository: drawn at random from those kept of each case for both sides, so that
 * nothing differs, it should not block; with one case broken, or all of them a little worse, it should.
 * @param kept of every case on every model, whatever is kept of it
 * @param effort share of the reviews that are drawn at best
 */
export function measureGate(kept: readonly KeptCase[], gate: GateSettings, effort = 1): GateQuality {
  const told = kept.filter(({ scores }) => scores.length >= fewestReplies);
  const replies = told.reduce((sum, { scores }) => sum + scores.length, 0);
  const about = { cases: { measured: told.length, of: kept.length }, replies };
  if (told.length < Math.max(1, mostOf * kept.length)) return { ...about, measured: null };
  const settings = judgedAlone(gate);
  const random = seededRandom([replies, told.length]);
  const reviews = Math.min(
    effort * mostReviews,
    Math.max(fewestReviews, Math.round((effort * mostDrawn) / told.length)),
  );
  const blocked = count(reviews, () => drawReview(told, settings, random).verdict === 'regressed');
  const able = told.filter(({ scores }) => meanOf(scores) >= 0.5);
  const broken =
    able.length === 0 ? null : count(Math.ceil(reviews / 4), () => seesBroken(told, able, settings, random));
  const drop = drops.find(
    (points) => count(Math.ceil(reviews / 8), () => seesDrop(told, points, settings, random)).share >= seenOften,
  );
  return { ...about, measured: { falseBlocks: blocked, brokenSeen: broken, smallestDrop: drop ?? null } };
}

/** Of the gate what reads scores: costs, latencies and single metrics are not kept. */
function judgedAlone({ alpha, tolerance, margin, cases, repeats, sampling, trials }: GateSettings): GateSettings {
  const meaning = repeats === undefined ? {} : { repeats };
  return { alpha, tolerance, margin, cases, sampling, trials, metrics: {}, ...meaning };
}

function seesBroken(
  told: readonly KeptCase[],
  able: readonly KeptCase[],
  settings: GateSettings,
  random: Random,
): boolean {
  const broken = able[randomBelow(random, able.length)];
  const { verdict } = drawReview(told, settings, random, (outcome, one) =>
    one === broken ? failed(outcome) : outcome,
  );
  return verdict === 'regressed';
}

/** Every case loses so much of its mean: of one that has less to lose, all of it. */
function seesDrop(told: readonly KeptCase[], drop: number, settings: GateSettings, random: Random): boolean {
  const { verdict } = drawReview(told, settings, random, (outcome, { scores }) => {
    const mean = meanOf(scores);
    return mean > 0 && random() / 4294967296 < drop / mean ? failed(outcome) : outcome;
  });
  return verdict === 'regressed';
}

function failed(outcome: Outcome): Outcome {
  const passes = outcome.passes === undefined ? {} : { passes: false };
  return { ...outcome, ...passes, score: 0, marks: outcome.marks.map(() => false) };
}

function meanOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** 95 % of a normal distribution. */
const z = 1.96;

/** The share of reviews in which something happened, with its 95 % interval (E. B. Wilson, 1927). */
function count(reviews: number, happened: () => boolean): MeasuredShare {
  const times = Array.from({ length: reviews }, happened).filter(Boolean).length;
  const share = times / reviews;
  const middle = (share + z ** 2 / (2 * reviews)) / (1 + z ** 2 / reviews);
  const reach = (z / (1 + z ** 2 / reviews)) * Math.sqrt((share * (1 - share)) / reviews + z ** 2 / (4 * reviews ** 2));
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach), reviews };
}

/** What becomes of a reply of the new side. */
type Change = (outcome: Outcome, kept: KeptCase) => Outcome;

type DrawnReview = { readonly verdict: Verdict; readonly comparison: Comparison };

/** A review through the gate itself, both sides of which are drawn from the same kept replies. */
function drawReview(
  kept: readonly KeptCase[],
  settings: GateSettings,
  random: Random,
  change: Change = (outcome) => outcome,
): DrawnReview {
  const known = new Map(kept.map((one) => [keyOf(one), one]));
  let cells = kept.map(
    ({ row, case: name, weight }): Cell => ({
      row,
      case: name,
      weight,
      family: 'base',
      identical: false,
      batches: [],
    }),
  );
  for (;;) {
    const next = planRound(cells, settings);
    if (next.kind === 'done') break;
    const planned = new Map(next.batches.map((batch) => [keyOf(batch), batch]));
    cells = cells.map((cell) => {
      const [batch, own] = [planned.get(keyOf(cell)), known.get(keyOf(cell))];
      if (batch === undefined || own === undefined) return cell;
      const draw = () => outcomeOfKept(own.scores[randomBelow(random, own.scores.length)] ?? 0, own.passes);
      const pairs = Array.from({ length: batch.trials }, () => ({ old: draw(), new: change(draw(), own) }));
      const asked = { round: next.round, uniform: batch.uniform, pairs, oldKept: false };
      return { ...cell, batches: [...cell.batches, asked] };
    });
  }
  const comparison = compareRows(cells, settings);
  return { comparison, verdict: decideVerdict(comparison, settings).verdict };
}

function keyOf({ row, case: name }: Pick<Cell, 'row' | 'case'>): string {
  return JSON.stringify([row, name]);
}
