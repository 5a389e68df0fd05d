import type { PacedRun } from './paced-run.ts';

/** What one fault of one endpoint came to. */
export type Cell = { readonly fault: string; readonly outcome: Outcome };
/** What a reader of the step sees of it. */
export type Outcome = { readonly gate: string; readonly verdict: string; readonly said: string };

/** The status and the words that a fault comes with, which messages repeat. */
type Told = { readonly status?: number; readonly words?: string };

/** Where a message says what to do about a fault, before what else is told. */
const telling = [
  /could not be (?:written|removed)|cannot be used|Not accepted/,
  /taken over|asks to wait|limit is reached|rate limit/,
];

/** The gate, the verdict, and the first message that is about a fault. */
export function outcomeOf({ open, outputs, annotations, log }: PacedRun, fault: Told): Outcome {
  const { verdict = '', reason = '' } = outputs;
  const messages = [
    ...(verdict === 'invalid' ? annotations.filter(isOfProblem).map(({ message }) => message) : []),
    ...telling.flatMap((words) =>
      [...annotations.map(({ message }) => message), ...log].filter((line) => words.test(line)),
    ),
  ];
  return {
    gate: open ? 'open' : 'shut',
    verdict: reason === '' ? verdict : `${verdict} (${reason})`,
    said: plain((messages[0] ?? verdictOf(verdict, annotations)).split('\n')[0] ?? '', fault),
  };
}

/** What is wrong, beside the line of the verdict. */
function isOfProblem({ level, message }: PacedRun['annotations'][number]): boolean {
  return level === 'error' && !message.startsWith('Not reviewed:');
}

/** Where nothing is told of a fault by itself, the verdict's own line tells it. */
function verdictOf(verdict: string, annotations: PacedRun['annotations']): string {
  return verdict === 'invalid' ? (annotations[0]?.message ?? '') : '';
}

/** A message without what is another in each run, and with the fault's own status and words by that name. */
function plain(message: string, { status, words }: Told): string {
  const steady = message
    .replaceAll(/\b[0-9a-f]{12,40}\b/g, '<commit>')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<host>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/\bnone of \d+ attempts\b/g, 'none of <n> attempts')
    .replaceAll(/\bwaiting \d+ s\b/g, 'waiting <n> s')
    .replaceAll(/\bin \d+ s\b/g, 'in <n> s')
    .replaceAll(/\bwithin [\d.]+ s\b/g, 'within <n> s');
  const told = words === undefined ? steady : steady.replaceAll(words, '<words>');
  return status === undefined ? told : told.replaceAll(new RegExp(`\\b${status}\\b`, 'g'), '<status>');
}

/** A table in which faults that come to the same share a line. */
export function writeFaults(title: string, cells: readonly Cell[]): string {
  const groups = Map.groupBy(cells, ({ outcome }) => JSON.stringify(outcome));
  const lines = [...groups.values()].flatMap((held) => {
    const [first] = held;
    if (first === undefined) return [];
    const { gate, verdict, said } = first.outcome;
    return [`| ${held.map(({ fault }) => fault).join(', ')} | ${gate} | ${verdict} | ${said.replaceAll('|', '\\|')} |`];
  });
  return [`## ${title}`, '', '| Fault | Gate | Verdict | First said of it |', '| - | - | - | - |', ...lines, ''].join(
    '\n',
  );
}

/** Runs all, at most `most` at once, and keeps their order. */
export async function inParallel<T, U>(
  items: readonly T[],
  most: number,
  run: (item: T) => Promise<U>,
): Promise<readonly U[]> {
  const results: U[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next;
      next += 1;
      const item = items[at];
      if (item !== undefined) results[at] = await run(item);
    }
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}
