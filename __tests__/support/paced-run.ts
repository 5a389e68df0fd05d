import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../../src/app/run-action.ts';
import { inputs } from '../../src/core/settings/inputs.ts';
import type { Runner } from '../../src/hosts/runner/open-runner.ts';
import { tool } from '../../src/wire/tool.ts';
import { type Pace, wireAction } from '../../src/wire/wire-action.ts';
import { fastClock } from './model-fast-clock.ts';

/** What the action is given of its surroundings. */
export type PacedStep = {
  readonly api: string;
  readonly event: Runner['event'];
  readonly inputs: Readonly<Record<string, string>>;
  readonly sha: string;
  /** How many times faster waiting goes: for GitHub, and by the run's clock. */
  readonly times: number;
  readonly clockTimes?: number;
  /** Milliseconds, as they pass here. */
  readonly requestMs?: number;
  readonly env?: Readonly<Record<string, string>>;
};

/** What a reader of the step sees. */
export type PacedRun = {
  readonly open: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly { readonly level: string; readonly title: string; readonly message: string }[];
  readonly log: readonly string[];
};

/**
 * The action in this process, wired as it always is, with a runner that only takes down what it is told. Everything
 * that waits, waits `times` as short; everything else is as it is.
 */
let runs = 0;

export async function runPaced({
  api,
  event,
  sha,
  times,
  clockTimes = times,
  requestMs = 60_000,
  ...given
}: PacedStep): Promise<PacedRun> {
  runs += 1;
  const temp = mkdtempSync(join(tmpdir(), 'promptgate-paced-'));
  const outputs: Record<string, string> = {};
  const annotations: PacedRun['annotations'][number][] = [];
  const log: string[] = [];
  let summary = '';
  const runner: Runner = {
    inputs: new Map(inputs.map(({ name }) => [name, given.inputs[name] ?? ''])),
    event,
    problems: [],
    repository: 'shop/support',
    sha,
    ref: 'refs/pull/7/merge',
    actor: 'octocat',
    apiUrl: api,
    run: { id: '1/1', url: 'https://github.com/shop/support/actions/runs/1' },
    workspace: temp,
    mask: () => undefined,
    print: (text) => void log.push(text.trimEnd()),
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    writeSummary: async (markdown) => {
      summary = markdown;
    },
    annotate: ({ level, title, message }) => void annotations.push({ level, title, message }),
    writeFile: async (name, pieces) => {
      for await (const _ of pieces);
      return join(temp, name);
    },
    saveState: () => undefined,
    state: () => '',
  };
  const clock = fastClock(clockTimes);
  // Each begins an hour after the one before, whatever its clock makes of it.
  clock.jump(runs * 3_600_000);
  const pace: Pace = { clock, secondMs: 1_000 / times, requestMs };
  const signal = new AbortController().signal;
  const surroundings = { env: { RUNNER_TEMP: temp, ...given.env }, signal, heedCancel: () => undefined };
  try {
    const step = { ...runner, tool, startedAt: clock.now() };
    const open = await runAction(step, (read) => wireAction(runner, read, surroundings, pace), signal);
    return { open, outputs, summary, annotations, log };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
