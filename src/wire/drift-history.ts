import { join } from 'node:path';
import { z } from 'zod';
import type { DriftHistory } from '../app/drift/watch-drift.ts';
import type { DriftLine } from '../core/drift/drift-line.ts';
import { monthOf, readHistory, writeHistory } from '../core/drift/read-history.ts';
import type { Clock } from '../core/ports.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { GitHubConnection } from '../hosts/github/connect-github.ts';
import { type HistoryBranch, openHistoryBranch } from '../hosts/github/history-branch.ts';
import { openHistoryFile } from '../store/history-file.ts';

/** What the action's runs keep: in the file that `history` names, else on the branch; and whether the run is of another branch. */
export function openDriftHistory(
  { history }: Pick<Inputs, 'history'>,
  place: {
    readonly workspace: string;
    readonly connection: GitHubConnection;
    readonly clock: Clock;
    /** As the runner tells it. */
    readonly event: { readonly name: string; readonly payload: unknown };
    readonly ref: string;
  },
): { readonly driftHistory: DriftHistory; readonly elsewhere: boolean } {
  const why = offDefaultBranch(place.event.name, place.event.payload, place.ref);
  return { driftHistory: historyOf(history, place, why), elsewhere: why !== undefined };
}

function historyOf(
  history: string | undefined,
  place: Pick<Parameters<typeof openDriftHistory>[1], 'workspace' | 'connection' | 'clock'>,
  elsewhere: string | undefined,
): DriftHistory {
  if (history !== undefined) {
    const file = historyInFile(join(place.workspace, history), history);
    if (elsewhere === undefined) return file;
    const untold = `No alert is sent and no issue is written by this run: ${elsewhere}. Both are the default branch’s alone.`;
    return { ...file, untold };
  }
  // Runs that land at once wait for each other, each a little longer than the last time and none as long as another.
  const wait = (attempt: number): Promise<void> => place.clock.sleep(attempt * (200 + 300 * Math.random()));
  const kept = historyOnBranch(openHistoryBranch(place.connection, wait));
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
  const parsed = ofRepository.safeParse(payload);
  if (!parsed.success) return `the event ${name} does not tell which branch is the default one`;
  const usual = parsed.data.repository.default_branch;
  return ref === `refs/heads/${usual}` ? undefined : `it is of ${ref}, and the default branch is ${usual}`;
}

/** A history in one file. @param shown what messages call it */
export function historyInFile(path: string, shown: string): DriftHistory {
  const file = openHistoryFile(path, shown);
  return {
    read: async () => readHistory(await file.read(), shown),
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
