import type { JsonObject } from '../../core/json.ts';
import type { QuestionAnswer } from '../../core/score.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { postToScorer } from './post-to-scorer.ts';
import { runCommand } from './run-command.ts';
import { type ScorerLimits, type ScorerSource, scorerLimits } from './scorer-command.ts';
import { ServedScorer } from './served-scorer.ts';

/** Where and how a team's scorers run. */
export type ScorerRuns = {
  /** From the base branch's config only; empty for forks. */
  readonly scorers: ReadonlyMap<string, ScorerSource>;
  readonly cwd: string;
  /** Folder that may be a pull request's: no program is found in it. */
  readonly checkout?: string;
  /** Environment of this process; keys and all else that programs do not need to start are left out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly limits?: ScorerLimits;
};

export type OpenScorers = {
  /**
   * Asks a scorer of the config by its name: its text, or why there is none. Never throws: a crash, a limit
   * overrun and an unknown name are failures in words.
   */
  readonly run: (name: string, input: JsonObject, signal: AbortSignal) => Promise<QuestionAnswer>;
  /** Ends the programs that stay. */
  readonly close: () => void;
};

/** The scorers of a run. A program that serves is started with the first reply it is asked of. */
export function openScorers(runs: ScorerRuns): OpenScorers {
  const served = new Map<string, ServedScorer>();
  return {
    run: (name, input, signal) => {
      const source = runs.scorers.get(name);
      if (source === undefined || 'url' in source || source.serve !== true) return runOnce(runs, name, input, signal);
      const { cwd, checkout, environment, limits = scorerLimits } = runs;
      const about = { command: source.command, cwd, environment: cleanEnvironment(environment, checkout), limits };
      const scorer = served.get(name) ?? new ServedScorer(about);
      served.set(name, scorer);
      return scorer.ask(input, signal);
    },
    close: () => {
      for (const scorer of served.values()) scorer.close();
    },
  };
}

async function runOnce(
  { scorers, cwd, checkout, environment, limits = scorerLimits }: ScorerRuns,
  name: string,
  input: JsonObject,
  signal: AbortSignal,
): Promise<QuestionAnswer> {
  const source = scorers.get(name);
  if (source === undefined) {
    const known = [...scorers.keys()].join(', ') || 'none; where a fork is reviewed, none is run';
    return { kind: 'failed', why: `there is no scorer named ${name} to run (known: ${known})` };
  }
  const text = JSON.stringify(input);
  if ('url' in source) return postToScorer({ url: source.url, input: text, limits, signal });
  return runCommand({
    command: source.command,
    input: text,
    cwd,
    environment: cleanEnvironment(environment, checkout),
    limits,
    signal,
  });
}
