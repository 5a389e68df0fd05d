import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import { withReasons } from '../../core/gate/with-reasons.ts';
import type { Ending, PromptRun, TrialRun } from '../../core/run/trial-run.ts';
import { type OwnBudget, ownBudgetOf } from '../../core/settings/override-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Ask } from './answer-asking.ts';
import type { AskingSession } from './review-ports.ts';
import { countReplies, endingOf, type Job } from './run-jobs.ts';

/** A prompt with what its next round would ask. */
export type PlannedRun = { readonly run: PromptRun; readonly jobs: readonly Job[] };

type Round = { readonly trials: ReadonlyMap<Job, TrialRun>; readonly ended: Ending };

/** Holds prompts to the budgets of their `overrides` while they are asked, and remembers whom one stopped: the others go on. */
export class OwnBudgets {
  readonly #byPath: ReadonlyMap<string, OwnBudget>;
  readonly #asking: Pick<AskingSession, 'wouldBreak' | 'replay'>;
  readonly #settings: Settings;
  readonly #stopped = new Map<PromptDesign, 'calls' | 'usd'>();

  constructor(design: Design, settings: Settings, asking: Pick<AskingSession, 'wouldBreak' | 'replay'>) {
    const found = design.prompts.map(({ change }) => [change.path, ownBudgetOf(change, settings)] as const);
    this.#byPath = new Map(found.flatMap(([path, budget]) => (budget === undefined ? [] : [[path, budget] as const])));
    this.#asking = asking;
    this.#settings = settings;
  }

  /** Asks so that each call counts to the budget of its prompt as well. */
  askOf(path: string, ask: Ask): Ask {
    const budget = this.#byPath.get(path)?.at;
    return budget === undefined ? ask : { ...ask, reply: (call) => ask.reply({ ...call, budget }) };
  }

  /** Whether a budget of its own keeps these from being asked. */
  mayAsk(jobs: readonly Job[]): Ending {
    const broken = [...this.#inBudgets(jobs, ({ cell }) => cell.prompt)].some(
      ([budget, held]) => this.#asking.wouldBreak(budget.at, countReplies(held)) !== undefined,
    );
    return broken ? 'budget' : 'complete';
  }

  isStopped({ design }: PromptRun): boolean {
    return this.#stopped.has(design);
  }

  /** What of a further round the budgets allow: prompts that share one go on together, or stop together. */
  allowed(planned: readonly PlannedRun[]): readonly PlannedRun[] {
    for (const [budget, held] of this.#inBudgets(planned, ({ run }) => run.design.change.path)) {
      const wanted = held.filter(({ jobs }) => jobs.length > 0);
      const limit = this.#asking.wouldBreak(budget.at, countReplies(wanted.flatMap(({ jobs }) => jobs)));
      if (limit !== undefined) for (const { run } of wanted) this.#stopped.set(run.design, limit);
    }
    const { replay } = this.#asking;
    for (const { run, jobs } of planned) {
      const { path } = run.design.change;
      const limit = replay?.stoppedAt(path, jobs, this.#settings);
      // Without such a budget now, it is lacking what a further round would ask.
      if (limit !== undefined && this.#byPath.get(path)?.[limit] !== undefined) this.#stopped.set(run.design, limit);
    }
    return planned.filter(({ run }) => !this.isStopped(run));
  }

  /**
   * A round without the trials of prompts whose budget cut it short.
   * @param isFirst those trials stay: what is missing is to be accounted for
   */
  withoutCut({ trials, ended }: Round, planned: readonly PlannedRun[], isFirst: boolean): Round {
    if (ended !== 'budget') return { trials, ended };
    const cut = new Set<Job>();
    for (const { run, jobs } of planned) {
      const budget = this.#byPath.get(run.design.change.path);
      const limit = budget === undefined ? undefined : this.#asking.wouldBreak(budget.at, 0);
      const asked = jobs.flatMap((job) => trials.get(job) ?? []);
      if (limit === undefined || endingOf(asked) !== 'budget') continue;
      this.#stopped.set(run.design, limit);
      for (const job of jobs) cut.add(job);
    }
    const others = [...trials].filter(([job]) => !cut.has(job));
    return { trials: isFirst ? trials : new Map(others), ended: endingOf(others.map(([, trial]) => trial)) };
  }

  /** Results that share a budget, or have none, together: what one of them may not be asked any more keeps no other from it. */
  groups(results: readonly PromptResult[]): readonly (readonly PromptResult[])[] {
    return [...Map.groupBy(results, ({ run }) => this.#byPath.get(run.design.change.path)?.at).values()];
  }

  /** The verdict with the budget that ended the asking before the gate had seen enough. */
  told(result: PromptResult): PromptResult {
    const { design } = result.run;
    const of = this.#stopped.get(design);
    const budget = this.#byPath.get(design.change.path);
    const limit = of === undefined ? undefined : budget?.[of];
    if (of === undefined || budget === undefined || limit === undefined) return result;
    const { paths } = budget;
    const verdict = withReasons(result.verdict, ({ row }) => [{ kind: 'own-budget', row, of, limit, paths }]);
    return { ...result, verdict };
  }

  #inBudgets<Held>(all: readonly Held[], pathOf: (held: Held) => string): ReadonlyMap<OwnBudget, readonly Held[]> {
    const byNumber = new Map<number, { readonly budget: OwnBudget; readonly held: Held[] }>();
    for (const one of all) {
      const budget = this.#byPath.get(pathOf(one));
      if (budget === undefined) continue;
      const group = byNumber.get(budget.at) ?? { budget, held: [] };
      group.held.push(one);
      byNumber.set(budget.at, group);
    }
    return new Map([...byNumber.values()].map(({ budget, held }) => [budget, held]));
  }
}
