import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One step of a workflow that uses the action, as the runner would start it. */
export type ActionStep = {
  /** Folder that holds action.yml and dist/. */
  readonly action: string;
  /** What stands under `with:`. Inputs left out get the default of action.yml, as on the runner. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** Address of the GitHub API (the embedded one). */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly token?: string;
  readonly actor?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
  /** Further environment, such as keys named by the config. */
  readonly env?: Readonly<Record<string, string>>;
  /** Which script of action.yml: the step itself, or what runs after the job. */
  readonly phase?: 'main' | 'post';
  /** What the step saved for its post script. */
  readonly state?: Readonly<Record<string, string>>;
  /** Folder of the checkout; a fresh empty one where none is given. */
  readonly workspace?: string;
  /** RUNNER_TEMP, which then stays; a fresh one that is removed where none is given. */
  readonly temp?: string;
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal;
  /** Ends it without a word, as a runner that is lost. */
  readonly lost?: AbortSignal;
};

export type StepResult = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Markdown of the job summary. */
  readonly summary: string;
  /** Milliseconds from start to exit. */
  readonly wallMs: number;
};

type ActionFile = {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post?: string };
};

/**
 * Runs the bundled action the way GitHub's runner does: a Node process with `INPUT_*` variables, an event file and
 * command files, and nothing else of the caller's environment but what a process needs to start.
 * Source of the contract: docs.github.com, "Metadata syntax" and "Workflow commands".
 */
export async function runAction(step: ActionStep): Promise<StepResult> {
  const temp = await mkdtemp(join(tmpdir(), 'promptgate-step-'));
  try {
    const files = {
      output: join(temp, 'output'),
      summary: join(temp, 'summary.md'),
      state: join(temp, 'state'),
      event: join(temp, 'event.json'),
    };
    await Promise.all([files.output, files.summary, files.state].map((file) => writeFile(file, '')));
    await writeFile(files.event, JSON.stringify(step.event.payload));
    const described: ActionFile = parse(await readFile(join(step.action, 'action.yml'), 'utf8'));
    const script = step.phase === 'post' ? described.runs.post : described.runs.main;
    if (script === undefined) throw new Error('action.yml names no script for this phase');
    const started = performance.now();
    const ended = await start(
      join(step.action, script),
      environmentOf(step, described, files, temp),
      step.workspace ?? temp,
      step,
    );
    const wallMs = performance.now() - started;
    const [output, state, summary] = await Promise.all(
      [files.output, files.state, files.summary].map((file) => readFile(file, 'utf8')),
    );
    return {
      ...ended,
      wallMs,
      outputs: readCommandFile(output ?? ''),
      state: readCommandFile(state ?? ''),
      summary: summary ?? '',
    };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

type StepFiles = { readonly output: string; readonly summary: string; readonly state: string; readonly event: string };

function environmentOf(step: ActionStep, action: ActionFile, files: StepFiles, temp: string): Record<string, string> {
  const token = step.token ?? 'ghs_embedded';
  const inputs: Record<string, string> = {};
  for (const [name, { default: fallback }] of Object.entries(action.inputs))
    inputs[name] = (fallback ?? '').replaceAll('${{ github.token }}', token);
  Object.assign(inputs, step.inputs);
  const named = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  const state = Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
  return {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: step.api,
    GITHUB_GRAPHQL_URL: `${step.api}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: step.repository,
    GITHUB_EVENT_NAME: step.event.name,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_SHA: step.sha,
    GITHUB_REF: step.ref,
    GITHUB_ACTOR: step.actor ?? 'octocat',
    GITHUB_RUN_ID: String(step.runId ?? 1),
    GITHUB_RUN_ATTEMPT: String(step.runAttempt ?? 1),
    GITHUB_WORKFLOW: 'promptgate',
    GITHUB_JOB: 'promptgate',
    GITHUB_WORKSPACE: step.workspace ?? temp,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_STATE: files.state,
    RUNNER_TEMP: step.temp ?? temp,
    RUNNER_OS: 'Linux',
    ...step.env,
    ...Object.fromEntries(named),
    ...Object.fromEntries(state),
  };
}

type Ended = Pick<StepResult, 'exitCode' | 'stdout' | 'stderr'>;

function start(script: string, env: Record<string, string>, cwd: string, step: ActionStep): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      step.onOutput?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      step.onOutput?.(text);
    });
    // The runner asks for an end by SIGINT, 7.5 s later by SIGTERM, and takes it another 2.5 s later.
    const ending: NodeJS.Timeout[] = [];
    step.signal?.addEventListener('abort', () => {
      child.kill('SIGINT');
      ending.push(
        setTimeout(() => child.kill('SIGTERM'), 7_500),
        setTimeout(() => child.kill('SIGKILL'), 10_000),
      );
    });
    step.lost?.addEventListener('abort', () => child.kill('SIGKILL'));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      for (const timer of ending) clearTimeout(timer);
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/**
 * Reads a command file of the runner (`GITHUB_OUTPUT`, `GITHUB_STATE`): `name=value` lines and
 * `name<<delimiter` blocks. Where a name comes twice the last one holds, as on the runner.
 */
export function readCommandFile(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const block = /^(?<name>[^=]+?)<<(?<delimiter>.+)$/.exec(line)?.groups;
    if (block?.name !== undefined && block.delimiter !== undefined) {
      const end = lines.indexOf(block.delimiter, at + 1);
      if (end < 0) throw new Error(`the block of '${block.name}' never ends`);
      values[block.name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return values;
}
