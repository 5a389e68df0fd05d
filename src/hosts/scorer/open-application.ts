import type { JsonObject } from '../../core/json.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { runCommand } from './run-command.ts';
import { ServedScorer } from './served-scorer.ts';

/** A team's application as a program: started for each reply, or (`serve`) a few times a run. */
export type ApplicationRuns = {
  readonly command: readonly [string, ...string[]];
  readonly serve: boolean;
  /** Most replies under way at once: so many programs stay. */
  readonly concurrency: number;
  readonly cwd: string;
  /** Folder that may be a pull request's: no program is found in it. */
  readonly checkout?: string;
  /** Environment of this process; keys and all else that programs do not need to start are left out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Names of the variables that it gets beside, as the config lists them. */
  readonly named: readonly string[];
  /** Most bytes of a reply. */
  readonly answerBytes: number;
};

export type OpenApplication = {
  /** Asks it once, until the signal aborts: what it wrote, or in words why nothing. Never throws. */
  readonly run: (
    input: JsonObject,
    signal: AbortSignal,
  ) => Promise<{ readonly kind: 'text'; readonly text: string } | { readonly kind: 'failed'; readonly why: string }>;
  /** Ends the programs that stay, with all they started. */
  readonly close: () => void;
};

/** It is its caller's signal that ends a reply. */
const NEVER_MS = 2 ** 31 - 1;

export function openApplication(runs: ApplicationRuns): OpenApplication {
  const { command, serve, concurrency, cwd, checkout, named, answerBytes } = runs;
  const given = named.flatMap((name): readonly (readonly [string, string])[] => {
    const value = runs.environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  const environment = { ...cleanEnvironment(runs.environment, checkout), ...Object.fromEntries(given) };
  const about = { command, cwd, environment, limits: { timeoutMs: NEVER_MS, answerBytes } };
  const idle = serve ? Array.from({ length: concurrency }, () => new ServedScorer(about)) : [];
  const all = [...idle];
  const serveOne = async (input: JsonObject, signal: AbortSignal) => {
    // One that asked already goes first: fewer are started where fewer would do.
    const program = idle.pop();
    if (program === undefined) throw new Error(`more than ${concurrency} replies were asked for at once`);
    const answer = await program.ask(input, signal);
    idle.push(program);
    return answer;
  };
  return {
    run: async (input, signal) => {
      const answer = await (serve
        ? serveOne(input, signal)
        : runCommand({ ...about, input: JSON.stringify(input), signal }));
      if (answer.kind === 'text') return answer;
      const why = answer.kind === 'vectors' ? 'it answered no text' : answer.why;
      // It goes by its name in the config.
      return { kind: 'failed', why: why.startsWith(`${command[0]} `) ? why.slice(command[0].length + 1) : why };
    },
    close: () => {
      for (const program of all) program.close();
    },
  };
}
