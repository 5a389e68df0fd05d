import type { Baseline } from './baseline.ts';
import { type Channel, onScale } from './channels.ts';
import type { DriftRun } from './drift-line.ts';

/** What a run's mean of a channel says, held to the baseline. */
export type SuiteReading = {
  /** Mean over the cases of this run's mean less the baseline's, on the channel's scale. */
  readonly change: number;
  /** In standard errors; positive where the mean is higher. */
  readonly z: number;
  readonly cases: number;
};

/** The two running sums of a channel (E. S. Page, "Continuous inspection schemes", 1954), and how far its readings scatter. */
export type SuiteSums = {
  readonly lower: number;
  readonly higher: number;
  readonly squares: number;
  readonly seen: number;
};

export const restingSums: SuiteSums = { lower: 0, higher: 0, squares: 0, seen: 0 };

/** Sums at which a channel is in alarm. The score's is that of the suite; others are many, and are held to more. */
export const alarmAt = { score: 4, other: 7 } as const;
/** Standard deviation, on the scale of shares, that a first reply is thought to have: of a pass, and of a grade that is a point of ten. */
const scatters = { share: 1 / 2, grade: 1 / 9 } as const;
/** Standard errors a run that are let pass. */
const allowance = 0.5;
/** Imagined readings of the usual scatter, and the most that one reading counts for. */
const imagined = 5;
const mostSquare = 9;

/**
 * One run against the baseline: each case by its own mean, z = d̄/√(Σvᵢ(1/kᵢ + 1/bᵢ)/n² + .25(1/(nk))²), vᵢ the variance of the
 * case's replies with a reply of variance ¼ added (of a grade 1/81, in the last term too), bᵢ its replies in the baseline. Since the baseline is what came before, the
 * readings of steady runs are independent of each other, however few runs it has (D. M. Hawkins, "Self-starting cusum charts", 1987).
 * @returns undefined where no case can be compared
 */
export function readSuite(run: DriftRun, name: string, channel: Channel, baseline: Baseline): SuiteReading | undefined {
  let [n, replies, changes] = [0, 0, 0];
  // Of Σvᵢ(1/kᵢ + 1/bᵢ) what the cases themselves scatter by, and what the reply that is added to each is worth.
  let [own, added] = [0, 0];
  let [freedom, squares] = [0, 0];
  for (const one of run.cases) {
    const values = one.values[name] ?? [];
    const usual = baseline.of(one, name);
    if (values.length === 0 || usual === undefined || usual.count === 0) continue;
    let sum = 0;
    for (const value of values) sum += onScale(value, channel);
    const share = (1 / values.length + 1 / usual.count) / usual.count;
    n += 1;
    replies += values.length;
    changes += sum / values.length - usual.mean;
    own += usual.squares * share;
    added += share;
    freedom += usual.count - 1;
    squares += usual.squares;
  }
  if (n === 0) return undefined;
  const pooled = freedom <= 0 ? 1 : squares / freedom;
  const prior = channel.scale === 'size' ? pooled : scatters[channel.scale] ** 2;
  const floor = channel.scale === 'size' ? 1e-6 : (scatters[channel.scale] / replies) ** 2;
  const change = changes / n;
  return { change, z: change / Math.sqrt((own + prior * added) / n ** 2 + floor), cases: n };
}

/** The sums after a reading. Days that scatter by more than replies do (a busy service, a judge's mood) widen the error of all. */
export function addReading(sums: SuiteSums, { z }: SuiteReading): SuiteSums {
  const scatter = Math.max(1, (sums.squares + imagined) / (sums.seen + imagined));
  const own = z / Math.sqrt(scatter);
  return {
    lower: Math.max(0, sums.lower - own - allowance),
    higher: Math.max(0, sums.higher + own - allowance),
    squares: sums.squares + Math.min(mostSquare, z ** 2),
    seen: sums.seen + 1,
  };
}

/** The sum that tells, towards what is worse. */
export function sumOf({ lower, higher }: SuiteSums, { worse }: Channel): number {
  if (worse === 'either') return Math.max(lower, higher);
  return worse === 'lower' ? lower : higher;
}
