import { resolve } from 'node:path';
import { loggedService } from '../app/monitor/count-call.ts';
import type { MonitorHistory } from '../app/monitor/keep-days.ts';
import type { MonitorPorts } from '../app/monitor/monitor-logs.ts';
import type { SettingsFile } from '../app/review/read-settings.ts';
import { ownLines, readKeptLines } from '../core/kept-lines.ts';
import type { LogEngine } from '../core/logs/log-database.ts';
import { keptDay, keptDayVersion } from '../core/monitor/kept-day.ts';
import type { Progress } from '../core/ports.ts';
import { ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { WorkingTree } from '../hosts/git/working-tree.ts';
import { systemClock } from '../providers/system-clock.ts';
import { openHistoryFile } from '../store/history-file.ts';
import { readFileIn } from './read-file-in.ts';
import type { Surroundings } from './surroundings.ts';
import { tool } from './tool.ts';

const textOf = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Lines by which a file is known as a history before any log is read. */
const looked = 50;

/** @param shown what messages call the file */
function monitorHistory(path: string, shown: string): MonitorHistory & { readonly refuseOther: () => Promise<void> } {
  const file = openHistoryFile(path, shown);
  const form = { line: keptDay, version: keptDayVersion };
  return {
    read: async () => ownLines(readKeptLines(await file.read(), shown, form), shown),
    refuseOther: async () => {
      const first = (await file.read()).split('\n', looked).join('\n');
      ownLines(readKeptLines(first, shown, form), shown);
    },
    append: (lines) => file.append(textOf(lines)),
    replace: (lines) => file.replace(textOf(lines)),
  };
}

/**
 * Wires what reads production logs, and a config, in a folder of this machine.
 * @param history the file of earlier days' sums
 * @param engine what reads the logs and sums their calls
 */
export function wireMonitor(folder: string, history?: string, engine: LogEngine = 'node'): MonitorPorts & SettingsFile {
  const path = history === undefined ? undefined : resolve(folder, history);
  const ownHistory = path === undefined ? undefined : monitorHistory(path, history ?? '');
  const place = { folder, ...(path !== undefined && { kept: [path, `${path}.alerts.json`] }) };
  return {
    tool,
    readFile: readFileIn(folder, false),
    ...(ownHistory && { history: ownHistory }),
    now: () => systemClock.now(),
    bytesOf: (text) => Buffer.byteLength(text),
    openLogs: async (named) => {
      await ownHistory?.refuseOther();
      const { openLogs } = await import('../hosts/logs/open-logs.ts');
      return openLogs(named, { ...place, stdin: process.stdin });
    },
    ...(engine === 'duckdb' && {
      openDatabase: async (named, setup) => {
        await ownHistory?.refuseOther();
        const { openDuckDb } = await import('../hosts/logs/open-duckdb.ts');
        return openDuckDb(named, { ...place, ...setup });
      },
    }),
    loadPrices: async ({ prices }) => {
      const { loadPriceList } = await import('../providers/load-price-list.ts');
      // Which service was called no log says for sure: a model that only its vendor makes has the vendor's price.
      const endpoints = new Map([[loggedService, 'http://127.0.0.1']]);
      return loadPriceList(Object.fromEntries(prices), endpoints, systemClock.now());
    },
  };
}

/** What asks models about logs on this machine. */
export type ObservingPlace = {
  readonly folder: string;
  readonly inputs: Inputs;
  readonly surroundings: Surroundings;
  readonly progress: Progress;
  /** File of the store; absent: what models said is forgotten when the run ends. */
  readonly store?: string;
};

/** Wires what has a sample of logged calls judged, and compared with the golden cases of the repository that a folder lies in. */
export async function wireObserving({ folder, inputs, surroundings, progress, store = ':memory:' }: ObservingPlace) {
  const { wireLocalAsking } = await import('./wire-local.ts');
  const tree = await openTree(folder);
  const asking = wireLocalAsking(inputs, surroundings, { root: tree?.root ?? folder, progress, store });
  return {
    ...asking,
    files: tree,
    close: async () => {
      await asking.close();
      await tree?.close();
    },
  };
}

async function openTree(folder: string): Promise<WorkingTree | undefined> {
  const [{ findRepository }, { openWorkingTree }] = await Promise.all([
    import('../hosts/git/find-repository.ts'),
    import('../hosts/git/working-tree.ts'),
  ]);
  try {
    return await openWorkingTree(await findRepository(folder));
  } catch (fault) {
    if (fault instanceof ProblemError) return undefined;
    throw fault;
  }
}
