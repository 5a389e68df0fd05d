import { createWriteStream, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { error, getInput, getState, notice, saveState, setOutput, setSecret, summary, warning } from '@actions/core';
import type { context } from '@actions/github';
import type { Position, Problem } from '../../core/problem.ts';
import { inputs } from '../../core/settings/inputs.ts';
import type { OutputName } from '../../core/settings/outputs.ts';
import { redact } from '../log/create-log.ts';

type Annotated = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
} & Partial<Position>;

/** The runner's side of a step: what it hands in, and where results go. */
export type Runner = {
  /** Inputs as texts by name; one that was not given is an empty text. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** What of the step itself cannot be read. */
  readonly problems: readonly Problem[];
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly actor: string;
  readonly apiUrl: string;
  /** Id and attempt, and the address of the run's page. */
  readonly run: { readonly id: string; readonly url: string };
  /** Folder of the checkout, where there is one. */
  readonly workspace: string;
  readonly mask: (secret: string) => void;
  /** Writes to the step's log, as it is. */
  readonly print: (text: string) => void;
  readonly setOutput: (name: OutputName, value: string) => void;
  /** Replaces the job summary. */
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly annotate: (annotation: Annotated) => void;
  /** Writes a file that lasts as long as the job; its path. */
  readonly writeFile: (name: string, pieces: Iterable<string> | AsyncIterable<string>) => Promise<string>;
  readonly saveState: (name: string, value: string) => void;
  readonly state: (name: string) => string;
};

/**
 * Reads the runner's environment (`INPUT_*`, event file, command files) through the toolkit. What cannot be read is told as a
 * problem.
 */
export async function openRunner(): Promise<Runner> {
  const secrets = new Set<string>();
  const mask = (secret: string): void => {
    secrets.add(secret);
    setSecret(secret);
  };
  // Before anything can fail: what is told of a failure must not tell these.
  for (const name of ['api-key', 'github-token']) if (getInput(name) !== '') mask(getInput(name));
  const unread = faultOfEvent(process.env['GITHUB_EVENT_PATH']);
  const context = await readContext(unread === undefined);
  const repository = process.env['GITHUB_REPOSITORY'] ?? '';
  const problems: readonly Problem[] = [
    ...(unread === undefined ? [] : [unread]),
    ...(repository.includes('/') ? [] : [unset('GITHUB_REPOSITORY')]),
  ];
  let folder: string | undefined;
  return {
    inputs: new Map(inputs.map(({ name }) => [name, getInput(name)])),
    event: { name: context.eventName, payload: context.payload },
    problems,
    repository,
    sha: context.sha,
    ref: context.ref,
    actor: context.actor,
    apiUrl: context.apiUrl,
    run: {
      id: `${context.runId || 0}/${context.runAttempt || 1}`,
      url: `${context.serverUrl}/${repository}/actions/runs/${context.runId || 0}`,
    },
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    mask,
    print: (text) => void process.stdout.write(text),
    setOutput,
    writeSummary: async (markdown) => {
      await summary
        .emptyBuffer()
        .addRaw(`${headingOf(getInput('name'))}\n\n${markdown}`, true)
        .write({ overwrite: true });
    },
    annotate: ({ level, title, message, file, line, column }) =>
      levels[level](redact(message, secrets), {
        title,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
      }),
    writeFile: async (name, pieces) => {
      folder ??= makeFolder();
      const path = join(folder, name);
      await pipeline(Readable.from(pieces), createWriteStream(path));
      return path;
    },
    saveState,
    state: getState,
  };
}

/** Why the event's file cannot be read: the toolkit reads it as soon as it is loaded, and throws where it is cut. */
function faultOfEvent(path: string | undefined): Problem | undefined {
  if (path === undefined || path === '') return unset('GITHUB_EVENT_PATH');
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return undefined;
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    const what = `The event of this run (GITHUB_EVENT_PATH, ${path}) cannot be read: ${why}.`;
    return { reason: 'files', what, fix: 'Run the job again; the runner writes this file.' };
  }
}

/** The toolkit's view of the run; without an event that can be read, what the environment says alone. */
async function readContext(isReadable: boolean): Promise<typeof context> {
  if (!isReadable) delete process.env['GITHUB_EVENT_PATH'];
  return (await import('@actions/github')).context;
}

function unset(name: string): Problem {
  return { reason: 'config', what: `${name} is not set.`, fix: 'Run this as a step of a workflow.' };
}

/** Several jobs, and several uses in one, stand below each other. Names of jobs and uses are plain ones. */
function headingOf(name: string): string {
  const parts = [process.env['GITHUB_JOB'] ?? '', name].filter((part) => /^[\w.-]+$/u.test(part));
  return ['## Promptgate', ...parts.map((part) => `\`${part}\``)].join(' · ');
}

const levels = { error, warning, notice };

function makeFolder(): string {
  const temp = process.env['RUNNER_TEMP'] ?? tmpdir();
  mkdirSync(temp, { recursive: true });
  return mkdtempSync(join(temp, 'promptgate-'));
}
