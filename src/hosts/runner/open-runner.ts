import { createWriteStream, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { error, getInput, getState, notice, saveState, setOutput, setSecret, summary, warning } from '@actions/core';
import { context } from '@actions/github';
import type { Position } from '../../core/position.ts';
import { inputs } from '../../core/settings/inputs.ts';
import type { OutputName } from '../../core/settings/outputs.ts';

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

/**
 * Reads the runner's environment (`INPUT_*`, event file, command files) through the toolkit.
 * @throws where GITHUB_REPOSITORY is not set
 */
export function openRunner(): Runner {
  const { runId, runAttempt, serverUrl } = context;
  const repository = `${context.repo.owner}/${context.repo.repo}`;
  let folder: string | undefined;
  return {
    inputs: new Map(inputs.map(({ name }) => [name, getInput(name)])),
    event: { name: context.eventName, payload: context.payload },
    repository,
    sha: context.sha,
    ref: context.ref,
    actor: context.actor,
    apiUrl: context.apiUrl,
    run: {
      id: `${runId}/${Number.isNaN(runAttempt) ? 1 : runAttempt}`,
      url: `${serverUrl}/${repository}/actions/runs/${runId}`,
    },
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    mask: setSecret,
    setOutput,
    writeSummary: async (markdown) => {
      await summary.emptyBuffer().addRaw(markdown, true).write({ overwrite: true });
    },
    annotate: ({ level, title, message, file, line, column }) =>
      levels[level](message, {
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

const levels = { error, warning, notice };

function makeFolder(): string {
  const temp = process.env['RUNNER_TEMP'] ?? tmpdir();
  mkdirSync(temp, { recursive: true });
  return mkdtempSync(join(temp, 'promptgate-'));
}
