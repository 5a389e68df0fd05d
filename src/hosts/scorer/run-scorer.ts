import type { JsonObject } from '../../core/json.ts';
import type { QuestionAnswer } from '../../core/score.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { postToScorer } from './post-to-scorer.ts';
import { runCommand } from './run-command.ts';
import { type ScorerLimits, type ScorerSource, scorerLimits } from './scorer-command.ts';

/** Where and how a team's scorers run. */
export type ScorerRuns = {
  /** From the base branch's config only; empty for forks. */
  readonly scorers: ReadonlyMap<string, ScorerSource>;
  readonly cwd: string;
  /** Environment of this process; keys and all else that programs do not need to start are left out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly limits?: ScorerLimits;
};

/**
 * Asks a scorer of the config by its name: its text, or why there is none. Never throws: a crash, a limit
 * overrun and an unknown name are failures in words.
 */
export async function runScorer(
  { scorers, cwd, environment, limits = scorerLimits }: ScorerRuns,
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
    environment: cleanEnvironment(environment),
    limits,
    signal,
  });
}
