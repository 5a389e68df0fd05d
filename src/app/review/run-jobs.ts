import type { Breathe } from '../../core/breathe.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Ending, SideRun, TrialRun } from '../../core/run/trial-run.ts';
import type { Side } from '../../core/side.ts';
import { stepsOf } from '../../core/tools/canned-results.ts';
import type { SideOfTrial } from './call-of-side.ts';

/** What asking takes. */
export type JobsDeps = {
  /** Asks and scores one side of one trial. Never rejects but for a fault of ours. */
  readonly runSide: (asked: SideOfTrial) => Promise<SideRun>;
  /** Announces calls of a model, before any of a round is asked. */
  readonly expect: (model: string, calls: number) => void;
  /** Trials under way at once, of each pair of providers; several times what those take, so that they never wait for more. */
  readonly width: number;
  readonly breathe: Breathe;
};

/** One trial of one cell to be asked. */
export type Job = {
  readonly cell: DesignCell;
  readonly trial: number;
  readonly round: number;
  readonly uniform: boolean;
};

const REASKS = 2;

/** Replies that jobs take, of both sides and all turns. */
export function countReplies(jobs: readonly Job[]): number {
  return askedSides(jobs).reduce((sum, { cell }) => {
    const turns = cell.scenario?.turns ?? (cell.exam.golden.earlier ?? []).length + 1;
    return sum + turns * stepsOf(cell.exam.golden).usual;
  }, 0);
}

/** The sides that jobs take. Where several are held against the same old replies, those are asked once. */
function askedSides(jobs: readonly Job[]): readonly { readonly cell: DesignCell; readonly side: Side }[] {
  const shared = new Set<string>();
  return jobs.flatMap(({ cell, trial }) =>
    sidesOf(cell).flatMap((side) => {
      const key = `${cell.prompt} ${cell.comparison} ${trial}`;
      if (side === 'old' && shared.has(key)) return [];
      if (side === 'old') shared.add(key);
      return [{ cell, side }];
    }),
  );
}

/** Asks trials, old and new next to each other, what is missing twice again; and why asking ended, where something cut it short. */
export async function runJobs(
  jobs: readonly Job[],
  deps: JobsDeps,
): Promise<{ readonly trials: ReadonlyMap<Job, TrialRun>; readonly ended: Ending }> {
  const trials = await askJobs(jobs, deps);
  return { trials, ended: endingOf([...trials.values()]) };
}

function sidesOf(cell: DesignCell): readonly Side[] {
  return cell.old === undefined || cell.identical ? ['new'] : ['old', 'new'];
}

async function askJobs(jobs: readonly Job[], deps: JobsDeps): Promise<ReadonlyMap<Job, TrialRun>> {
  const run: RunJob = ({ cell, trial }, side, fresh = false) => deps.runSide({ cell, side, trial, fresh });
  const asked = askedSides(jobs).map(({ cell, side }) => cell[side]?.model ?? '');
  for (const [model, calls] of Map.groupBy(asked, (model) => model)) deps.expect(model, calls.length);
  const trials = new Map<Job, TrialRun>();
  await inTheirTurn(jobs, deps, async (job) => {
    trials.set(job, await runTrial(job, run));
  });
  for (let again = 0; again < REASKS; again++) await reaskMissing(trials, deps, run);
  // In order of asking, not of answering: what is made of them must not depend on who was quicker.
  return new Map(jobs.flatMap((job) => withTrial(job, trials.get(job))));
}

type RunJob = (job: Job, side: Side, fresh?: boolean) => Promise<SideRun>;

function withTrial(job: Job, trial: TrialRun | undefined): readonly (readonly [Job, TrialRun])[] {
  return trial === undefined ? [] : [[job, trial]];
}

/** Each pair of providers has a window of its own: one that waits must not keep the others from being asked. */
async function inTheirTurn(
  jobs: readonly Job[],
  { width, breathe }: JobsDeps,
  run: (job: Job) => Promise<void>,
): Promise<void> {
  const byProviders = Map.groupBy(jobs, ({ cell }) => JSON.stringify([cell.old?.provider, cell.new?.provider]));
  await Promise.all([...byProviders.values()].map((held) => inWindow(held, width, run, breathe)));
}

async function runTrial(job: Job, run: RunJob): Promise<TrialRun> {
  // Old and new of a trial enter the queue next to each other: a change of the service in time hits both.
  const [first, second] = await Promise.all(sidesOf(job.cell).map((side) => run(job, side)));
  const { trial, round, uniform } = job;
  if (second === undefined) return { trial, round, uniform, new: first ?? (await run(job, 'new')) };
  if (first === undefined) return { trial, round, uniform, new: second };
  // A kept reply of another model than serves now is no baseline.
  const before = isOutdated(first, second) ? await run(job, 'old', true) : first;
  return { trial, round, uniform, old: before, ...(isKept(before) ? { oldKept: true } : {}), new: second };
}

/** What is missing at the round's end is asked again; what was answered stays. */
async function reaskMissing(trials: Map<Job, TrialRun>, deps: JobsDeps, run: RunJob): Promise<void> {
  const missing = [...trials].filter(([, trial]) => isWorthAsking(trial.new) || isWorthAsking(trial.old));
  await inTheirTurn(
    missing.map(([job]) => job),
    deps,
    async (job) => {
      const trial = trials.get(job);
      if (trial === undefined) return;
      const [before, after] = await Promise.all([
        isWorthAsking(trial.old) ? run(job, 'old') : trial.old,
        isWorthAsking(trial.new) ? run(job, 'new') : trial.new,
      ]);
      trials.set(job, { ...trial, ...(before === undefined ? {} : { old: before }), new: after ?? trial.new });
    },
  );
}

/** Kept from another comparison. */
function isKept({ reply }: SideRun): boolean {
  return reply.kind === 'answered' && reply.answer.baseline === true;
}

function isOutdated(before: SideRun, after: SideRun): boolean {
  if (!isKept(before) || before.reply.kind === 'failed' || after.reply.kind === 'failed') return false;
  return before.reply.answer.servedModel !== after.reply.answer.servedModel;
}

function isWorthAsking(side: SideRun | undefined): boolean {
  return (
    side?.reply.kind === 'failed' &&
    ['connection', 'timeout', 'rate-limit', 'server', 'malformed'].includes(side.reply.reason)
  );
}

/** What cut trials short, by the replies that were not asked for it. */
export function endingOf(trials: readonly TrialRun[]): Ending {
  const reasons = new Set(
    trials.flatMap(({ old: before, new: after }) =>
      [before, after].flatMap((side) => (side?.reply.kind === 'failed' ? [side.reply.reason] : [])),
    ),
  );
  return (['cancelled', 'budget', 'deadline'] as const).find((reason) => reasons.has(reason)) ?? 'complete';
}

/**
 * Runs `run` for every item, in order, at most `width` at a time. What is under way takes memory, what only waits for its turn
 * does not. Rejects with the first fault, and begins nothing after it. What is found in the store waits for nothing: hence a breath.
 */
async function inWindow<Item>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<void>,
  breathe: Breathe,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      const item = items[at];
      if (item === undefined) continue;
      try {
        await run(item);
        // What a cancel ends tells so itself.
        await breathe()?.catch(() => undefined);
      } catch (fault) {
        next = items.length;
        throw fault;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
}
