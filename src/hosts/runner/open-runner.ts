import { createWriteStream, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { error, getInput, getState, notice, saveState, setOutput, setSecret, summary, warning } from '@actions/core';
import type { Position } from '../../core/position.ts';
import type { Problem } from '../../core/problem.ts';
import { inputs } from '../../core/settings/inputs.ts';
import type { OutputName } from '../../core/settings/outputs.ts';
import { redact } from '../log/redact.ts';

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
  readonly setOutput: (name: OutputName, value: string) => void;
  /** Replaces the job summary. */
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly annotate: (annotation: Annotated) => void;
  /** Writes a file that lasts as long as the job; its path. */
  readonly writeFile: (name: string, pieces: Iterable<string>) => Promise<string>;
  readonly saveState: (name: string, value: string) => void;
  readonly state: (name: string) => string;
};

/** Reads the runner's environment (`INPUT_*`, event file, command files). What cannot be read is told as a problem. */
export function openRunner(): Runner {
  const { env } = process;
  const secrets = new Set<string>();
  const mask = (secret: string): void => {
    secrets.add(secret);
    setSecret(secret);
  };
  // Before anything can fail: what is told of a failure must not tell these.
  for (const name of ['api-key', 'github-token']) if (getInput(name) !== '') mask(getInput(name));
  const event = readEventFile(env['GITHUB_EVENT_PATH']);
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const problems: readonly Problem[] = [
    ...('problem' in event ? [event.problem] : []),
    ...(repository.includes('/') ? [] : [unset('GITHUB_REPOSITORY')]),
  ];
  let folder: string | undefined;
  return {
    inputs: new Map(inputs.map(({ name }) => [name, getInput(name)])),
    event: { name: env['GITHUB_EVENT_NAME'] ?? '', payload: 'payload' in event ? event.payload : {} },
    problems,
    repository,
    sha: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    actor: env['GITHUB_ACTOR'] ?? '',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    run: {
      id: `${env['GITHUB_RUN_ID'] ?? 0}/${env['GITHUB_RUN_ATTEMPT'] ?? 1}`,
      url: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${env['GITHUB_RUN_ID'] ?? 0}`,
    },
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    mask,
    setOutput,
    writeSummary: async (markdown) => {
      await summary.emptyBuffer().addRaw(markdown, true).write({ overwrite: true });
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

function readEventFile(path: string | undefined): { readonly payload: unknown } | { readonly problem: Problem } {
  if (path === undefined || path === '') return { problem: unset('GITHUB_EVENT_PATH') };
  try {
    return { payload: JSON.parse(readFileSync(path, 'utf8')) };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    const what = `The event of this run (GITHUB_EVENT_PATH, ${path}) cannot be read: ${why}.`;
    return { problem: { reason: 'files', what, fix: 'Run the job again; the runner writes this file.' } };
  }
}

function unset(name: string): Problem {
  return { reason: 'config', what: `${name} is not set.`, fix: 'Run this as a step of a workflow.' };
}

const levels = { error, warning, notice };

function makeFolder(): string {
  const temp = process.env['RUNNER_TEMP'] ?? tmpdir();
  mkdirSync(temp, { recursive: true });
  return mkdtempSync(join(temp, 'promptgate-'));
}
