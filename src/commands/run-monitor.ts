import type { GrownFile } from '../app/cases/place-calls.ts';
import { monitorLocally } from '../app/monitor/monitor-locally.ts';
import type { TakeOffered } from '../app/monitor/observe-calls.ts';
import { showOnOneLine } from '../core/text/show-hidden.ts';
import { wireMonitor, wireObserving } from '../wire/wire-monitor.ts';
import { wireCasesAdd } from '../wire/wire-tree.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import { wordUnwritten } from './run-convert.ts';

export type MonitorOptions = {
  readonly json?: true;
  readonly store?: string;
  readonly write?: true;
};

/** Longest path that is told. */
const longest = 300;

/** `promptgate monitor LOGS…`. @returns the exit status; @throws ProblemError */
export async function runMonitor(
  logs: readonly string[],
  { json, store, write }: MonitorOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  // Else it would seem to hang.
  if (logs.includes('-') && process.stdin.isTTY)
    terminal.say('Reading logs from standard input until it ends (Ctrl-D).');
  const inputs = readInputs(given);
  const asked = { inputs, logs, screen: terminal.screen, ...(json && { json }) };
  const folder = process.cwd();
  const unwritten: string[] = [];
  const openObserving = async () => ({
    ...(await wireObserving({
      ...{ folder, inputs, progress: terminal.progress },
      surroundings: { env: process.env, signal, heedCancel },
      ...(store === undefined ? {} : { store }),
    })),
    ...(write === true &&
      ({ take: (_, grown) => writeOffered(folder, grown, unwritten) } satisfies { take?: TakeOffered })),
  });
  const status = await putResult(await monitorLocally(asked, { ...wireMonitor(folder), openObserving }), terminal);
  return unwritten.length > 0 ? exits.input : status;
}

/** Adds offered cases to their files, which are never overwritten. @returns what became of each; @param unwritten takes those that are not */
async function writeOffered(
  folder: string,
  grown: readonly GrownFile[],
  unwritten: string[],
): Promise<readonly string[]> {
  const place = await wireCasesAdd(folder);
  try {
    const told: string[] = [];
    for (const { path, text, old } of grown) {
      const end = old === undefined ? await place.writeNew(path, text) : await place.rewrite(path, { old, next: text });
      const shown = showOnOneLine(path, longest);
      if (end !== 'written') unwritten.push(path);
      if (end === 'written') told.push(`The offered cases are in ${shown}, tagged \`review\`.`);
      else if (end === 'outside') told.push(wordUnwritten(path));
      else told.push(`${shown} changed in the meantime, and stays as it is. Run it again.`);
    }
    return told;
  } finally {
    await place.close();
  }
}
