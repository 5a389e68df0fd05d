import type { DriftHistory } from '../app/drift/watch-drift.ts';
import type { DriftLine } from '../core/drift/drift-line.ts';
import { monthOf, readHistory, writeHistory } from '../core/drift/read-history.ts';
import type { HistoryBranch } from '../hosts/github/history-branch.ts';
import { openHistoryFile } from '../store/history-file.ts';

/** A history in one file. @param shown what messages call it */
export function historyInFile(path: string, shown: string): DriftHistory {
  const file = openHistoryFile(path, shown);
  return {
    read: async () => readHistory(await file.read(), shown),
    append: (lines) => file.append(writeHistory(lines)),
  };
}

/** A history on a branch, a file a month. */
export function historyOnBranch(branch: HistoryBranch): DriftHistory {
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
