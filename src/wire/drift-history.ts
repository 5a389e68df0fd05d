import { join } from 'node:path';
import { z } from 'zod';
import type { DriftHistory } from '../app/drift/watch-drift.ts';
import type { DriftLine } from '../core/drift/drift-line.ts';
import { monthOf, readHistory, writeHistory } from '../core/drift/read-history.ts';
import { ownLines } from '../core/kept-lines.ts';
import type { Clock } from '../core/ports.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { GitHubConnection } from '../hosts/github/connect-github.ts';
import { whyOfPull } from '../hosts/github/event-of-pull.ts';
import { type HistoryBranch, openHistoryBranch } from '../hosts/github/history-branch.ts';
import { openHistoryFile } from '../store/history-file.ts';
import { type ArtifactPlace, artifactName, historyInArtifact } from './artifact-history.ts';

/** What the action's runs keep: in the file that `history` names, else as the config says; and whether the run is of another branch. */
export function openDriftHistory(
  inputs: Pick<Inputs, 'history' | 'name' | 'github-token'>,
  place: HistoryPlace & {
    /** As the runner tells it. */
    readonly event: { readonly name: string; readonly payload: unknown };
    readonly ref: string;
  },
): {
  readonly openDriftHistory: (settings: Pick<Settings, 'drift'>) => DriftHistory;
  /** Where this run's artifacts are kept. */
  readonly artifacts: ArtifactPlace;
  readonly elsewhere: boolean;
  /** Why the run is one that no model is asked in, as a clause: a pull request's or a fork's. */
  readonly ofPull?: string;
} {
  const ofPull = whyOfPull(place.event.name, place.event.payload);
  const why = ofPull ?? offDefaultBranch(place.event.name, place.event.payload, place.ref);
  const artifacts: ArtifactPlace = {
    connection: place.connection,
    token: inputs['github-token'] ?? '',
    run: place.run,
    ...(why === undefined ? {} : { branch: defaultBranch(place.event.payload) ?? '' }),
  };
  return {
    openDriftHistory: ({ drift }) => {
      if (ofPull !== undefined) throw new ProblemError(notWatched(ofPull));
      return historyOf(drift.history, inputs, { ...place, artifacts }, why);
    },
    artifacts,
    elsewhere: why !== undefined,
    ...(ofPull === undefined ? {} : { ofPull }),
  };
}

/** Nothing is asked, kept or told in a run that anybody may start. */
const notWatched = (why: string): Problem => ({
  reason: 'config',
  what: `\`mode: drift\` watches the default branch, and this run is not its own: ${why}.`,
  fix: 'Run it on a `schedule`, or by hand (`workflow_dispatch`).',
});

/** What a history is kept with. */
type HistoryPlace = {
  readonly workspace: string;
  readonly connection: GitHubConnection;
  readonly clock: Clock;
  readonly run: ArtifactPlace['run'];
};

function historyOf(
  kind: 'branch' | 'artifact',
  { history, name }: Pick<Inputs, 'history' | 'name'>,
  place: HistoryPlace & { readonly artifacts: ArtifactPlace },
  elsewhere: string | undefined,
): DriftHistory {
  if (history !== undefined && history !== 'artifact') {
    const file = historyInFile(join(place.workspace, history), history);
    if (elsewhere === undefined) return file;
    const untold = `No alert is sent and no issue is written by this run: ${elsewhere}. Both are the default branch’s alone.`;
    return { ...file, untold };
  }
  // Runs that land at once wait for each other, each a little longer than the last time and none as long as another.
  const wait = (attempt: number): Promise<void> => place.clock.sleep(attempt * (200 + 300 * Math.random()));
  const kept =
    kind === 'artifact'
      ? historyInArtifact(artifactName('promptgate-history', 'ndjson', name), place.artifacts)
      : historyOnBranch(openHistoryBranch(place.connection, wait));
  if (elsewhere === undefined) return kept;
  const notKept = `Nothing of this run is kept, and no alert or issue is written: ${elsewhere}. History, alerts and issues are the default branch’s alone.`;
  return { ...kept, notKept };
}

const ofRepository = z.object({ repository: z.object({ default_branch: z.string() }) });

/**
 * Why a run is not of the repository's default branch; undefined where it is. A schedule runs there and nowhere else.
 * @param ref GITHUB_REF
 */
function offDefaultBranch(name: string, payload: unknown, ref: string): string | undefined {
  if (name === 'schedule') return undefined;
  // Other events say it of their repository; one that does not leaves it open, and nothing is written on a guess.
  const usual = defaultBranch(payload);
  if (usual === undefined) return `the event ${name} does not tell which branch is the default one`;
  return ref === `refs/heads/${usual}` ? undefined : `it is of ${ref}, and the default branch is ${usual}`;
}

function defaultBranch(payload: unknown): string | undefined {
  return ofRepository.safeParse(payload).data?.repository.default_branch;
}

/** A history in one file. @param shown what messages call it */
export function historyInFile(path: string, shown: string): DriftHistory {
  const file = openHistoryFile(path, shown);
  return {
    read: async () => ownLines(readHistory(await file.read(), shown), shown),
    append: (lines) => file.append(writeHistory(lines)),
  };
}

/** A history on a branch, a file a month. */
function historyOnBranch(branch: HistoryBranch): DriftHistory {
  return {
    async read() {
      const files = [...(await branch.read())].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const read = files.map(([name, text]) => readHistory(text, name));
      return { lines: read.flatMap(({ lines }) => lines), unread: read.flatMap(({ unread }) => unread) };
    },
    append: (lines) => {
      const byMonth = Map.groupBy(lines, ({ at }) => monthOf(at));
      return branch.append(new Map([...byMonth].map(([file, held]) => [file, writeHistory(held)])), messageOf(lines));
    },
  };
}

function messageOf(lines: readonly DriftLine[]): string {
  const prompts = new Set(lines.map(({ prompt }) => prompt)).size;
  return `Keep what a run saw of ${prompts === 1 ? 'a prompt' : `${prompts} prompts`}`;
}
