import { CandidatePool, chooseCandidates } from '../../core/golden-set/choose-candidates.ts';
import type { Candidate } from '../../core/golden-set/make-candidate.ts';
import { makeCandidate, maskCandidate } from '../../core/golden-set/make-candidate.ts';
import { writeCandidates } from '../../core/golden-set/write-candidates.ts';
import { faultsOfLogs } from '../../core/logs/log-tally.ts';
import type { FilesHost, LogFile, Sandbox } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Revision } from '../../core/pull-request.ts';
import type { Report } from '../../core/report/report.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { logFormats } from '../../formats/logs/index.ts';
import { readLogs } from '../logs/read-logs.ts';
import { readSettings } from '../review/read-settings.ts';
import { fileWith, placeOf, type ReadPrompt, readPrompts } from './place-calls.ts';

export type AddPorts = {
  readonly files: FilesHost & { readonly now: Revision };
  readonly sandbox: Sandbox;
};

export type CasesToAdd = {
  readonly inputs: Inputs;
  readonly logs: readonly LogFile[];
  readonly reports: readonly Report[];
  /** The prompt's path from the root; absent: the one that the logs name, or the only one there is. */
  readonly prompt?: string;
  readonly most: number;
};

/** What cases would be added, to which file, and what a reader should know of it. */
export type AddedCases = {
  /** The cases file from the root, and what it holds with them; `old`: what it holds without, where it is there. Absent where there is nothing to add. */
  readonly file?: { readonly path: string; readonly text: string; readonly old?: string };
  /** The cases alone, as YAML. */
  readonly yaml: string;
  readonly cases: number;
  readonly notes: readonly string[];
};

/** Chooses golden cases among the calls of logs. @throws ProblemError where logs, prompt or cases cannot be read */
export async function addCases(asked: CasesToAdd, { files, sandbox }: AddPorts): Promise<AddedCases> {
  const { now } = files;
  const { settings } = await readSettings(files, { tip: now, base: now, head: now, fork: false }, asked.inputs);
  const prompts = await readPrompts(files, settings, sandbox);
  const target = targetOf(prompts, asked.prompt);
  const pools = new Map<ReadPrompt, CandidatePool>();
  let unplaced = 0;
  const take = (place: ReadPrompt | undefined, candidate: Candidate | undefined): void => {
    if (place === undefined || candidate === undefined) {
      unplaced += 1;
      return;
    }
    const pool = pools.get(place) ?? new CandidatePool();
    pools.set(place, pool);
    pool.add(candidate);
  };
  const tallies = await readLogs(asked.logs, settings.logFields, (call) => {
    const place = placeOf(call.prompt?.name, prompts, target);
    take(place, place === undefined ? undefined : makeCandidate(call, place.prompt));
  });
  const [fault, ...faults] = faultsOfLogs(
    tallies,
    logFormats.map(({ title }) => title),
  );
  if (fault !== undefined) throw new ProblemError(fault, ...faults);
  for (const report of asked.reports)
    for (const [path, one] of fallenIn(report)) take(placeOf(path, prompts, target), one);
  const [place, ...others] = [...pools.keys()];
  if (others.length > 0) throw new ProblemError(severalPrompts([...pools.keys()]));
  const broken = tallies.flatMap(({ faults: told }) => told);
  const notes = [
    ...(broken.length === 0
      ? []
      : [`${tallies.reduce((sum, one) => sum + one.broken, 0)} records are broken and left out.`]),
    ...(unplaced === 0 ? [] : [`${unplaced} calls are of no prompt here, or say nothing that it could be asked.`]),
  ];
  if (place === undefined) return { yaml: '', cases: 0, notes: [...notes, 'There is no input to choose from.'] };
  const pool = pools.get(place) ?? new CandidatePool();
  const { cases, copies } = chooseCandidates(pool, { prompt: place.prompt, cases: place.cases, most: asked.most });
  const told = [
    ...notes,
    ...(copies === 0 ? [] : [`${copies} inputs repeat a golden case or each other, nearly or wholly.`]),
  ];
  if (cases.length === 0) return { yaml: '', cases: 0, notes: [...told, 'All inputs are covered by golden cases.'] };
  const file = await fileWith(place, cases, (path) => files.text(now, path));
  return { file, yaml: writeCandidates(cases), cases: cases.length, notes: told };
}

function targetOf(prompts: readonly ReadPrompt[], path: string | undefined): ReadPrompt | undefined {
  if (path === undefined) return prompts.length === 1 ? prompts[0] : undefined;
  const found = prompts.find((one) => one.path === path);
  if (found !== undefined) return found;
  throw new ProblemError({
    reason: 'files',
    what: `\`${path}\` is no prompt that can be read here.`,
    at: { file: path },
    fix: 'Name a file that `prompts` of the config takes, from the root of the repository; `promptgate cases check` lists them.',
  });
}

function severalPrompts(places: readonly ReadPrompt[]) {
  return {
    reason: 'files' as const,
    what: `The logs hold calls of several prompts: ${places
      .slice(0, 5)
      .map(({ path }) => `\`${path}\``)
      .join(', ')}.`,
    fix: 'Name one by --prompt.',
  };
}

/** Inputs of a saved review whose replies broke or lost: what is known to be hard is worth keeping. */
function fallenIn(report: Report): readonly (readonly [path: string, candidate: Candidate])[] {
  return report.prompts.flatMap(({ path, exam, models }) => {
    const hard = new Map(
      models.flatMap(({ cases }) =>
        cases.filter(({ state }) => hardStates.has(state)).map(({ id, state }) => [id, state] as const),
      ),
    );
    return exam.flatMap(({ id, vars, segment, at }) => {
      const state = hard.get(id);
      if (state === undefined || Object.keys(vars).length === 0) return [];
      const notes = [`It was ${state} in a saved review, as the case ${id}.`];
      const candidate: Candidate = {
        reason: 'failed',
        notes,
        vars,
        history: [],
        at,
        ...(segment === undefined ? {} : { segment }),
      };
      return [[path, maskCandidate(candidate)] as const];
    });
  });
}

const hardStates: ReadonlySet<string> = new Set(['regressed', 'fell', 'failing', 'flaky']);
