import { once } from 'node:events';
import type { Clock, Progress } from '../../core/ports.ts';
import type { Screen } from '../../core/screen.ts';
import { createLog } from '../log/create-log.ts';
import { createLiveProgress } from '../progress/live-progress.ts';
import { createPlainProgress } from '../progress/plain-progress.ts';

const LINE_EVERY_MS = 5_000;

/** Narrower, a table says nothing; wider, lines are hard to read. */
const COLUMNS = { least: 60, most: 120, unlessKnown: 100 } as const;

/** Where the command line writes: results to stdout, progress and messages to stderr. */
export type Terminal = {
  /** A result, in pieces that are made as they are written. */
  readonly write: (pieces: Iterable<string> | AsyncIterable<string>) => Promise<void>;
  /** A result. */
  readonly print: (text: string) => void;
  /** A message. */
  readonly say: (line: string) => void;
  readonly progress: Progress;
  /** What results are shown on. */
  readonly screen: Screen;
};

/** The terminal of this process; colours and a live line only where a person watches (and NO_COLOR does not say otherwise). */
export function openTerminal(clock: Clock): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', leaveClosedPipe);
  const log = createLog((text) => stderr.write(text));
  return {
    write: async (pieces) => {
      for await (const piece of pieces) {
        // Who reads slowly is waited for: the whole of a large report must not lie in memory.
        if (!stdout.write(piece) && !stdout.destroyed) await once(stdout, 'drain').catch(() => undefined);
      }
    },
    print: (text) => stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    say: log.say,
    progress: stderr.isTTY
      ? createLiveProgress(
          (text) => stderr.write(text),
          log.say,
          clock,
          () => stderr.columns || 80,
        )
      : createPlainProgress(log.say, clock, LINE_EVERY_MS),
    screen: {
      colours: stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '',
      columns: columnsWithin(stdout.columns ?? Number.parseInt(process.env['COLUMNS'] ?? '', 10)),
    },
  };
}

/** The columns to write in, of those that the window or `COLUMNS` has. */
function columnsWithin(given: number): number {
  if (!(given > 0)) return COLUMNS.unlessKnown;
  return Math.min(COLUMNS.most, Math.max(COLUMNS.least, given));
}

/** Who reads the first lines only (`| head`) closes the pipe: that is no fault, and the exit status stands. */
function leaveClosedPipe(fault: Error): void {
  if (!('code' in fault) || fault.code !== 'EPIPE') throw fault;
}
