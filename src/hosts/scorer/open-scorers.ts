import type { JsonObject } from '../../core/json.ts';
import type { QuestionAnswer } from '../../core/score.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { runCommand, type ScorerLimits, type ScorerSource, scorerLimits } from './run-command.ts';
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

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why a URL is not one that replies may be sent to, or nothing. Https, or plain http on this machine. */
function urlFault(url: string): string | undefined {
  if (!URL.canParse(url)) return `${JSON.stringify(url)} is not a URL`;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))) return undefined;
  return `${url} must be https, or http on this machine (127.0.0.1, localhost)`;
}

/** Posts `input` to a scorer's URL; the body of a 2xx answer is the answer. Redirects are not followed. */
async function postToScorer(about: {
  readonly url: string;
  readonly input: string;
  readonly limits: ScorerLimits;
  readonly signal: AbortSignal;
}): Promise<QuestionAnswer> {
  const { url, input, limits, signal } = about;
  const fault = urlFault(url);
  if (fault !== undefined) return { kind: 'failed', why: fault };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: input,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(limits.timeoutMs)]),
    });
    const text = await readBounded(response, limits.answerBytes);
    if (text === undefined) return { kind: 'failed', why: `${url} wrote more than ${limits.answerBytes} bytes` };
    if (!response.ok) return { kind: 'failed', why: `${url} answered ${response.status}: ${text.slice(0, 200)}` };
    return { kind: 'text', text };
  } catch (error) {
    return { kind: 'failed', why: `${url} could not be asked: ${causeOf(error)}` };
  }
}

async function readBounded(response: Response, most: number): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
