import { ProblemError } from '../../core/problem.ts';
import type { FileText } from '../../core/pull-request.ts';
import { readRenderedLines } from '../../core/rendered/read-rendered-lines.ts';
import {
  compareSnapshots,
  type SnapshotDifference,
  writeRenderedLines,
} from '../../core/rendered/write-rendered-lines.ts';

/** What a team's command rendered, held against the file that is there. */
export type JudgedSnapshot = {
  /** The file as it should be. */
  readonly text: string;
  /** Whether the file there asks the same. */
  readonly fresh: boolean;
  /** What was found, in sentences; a line each. */
  readonly told: readonly string[];
};

const mostNamed = 10;

/**
 * Holds what a command rendered against the snapshot that is committed: by what is sent, whatever the order of lines and keys.
 * @param renew the command that would write it anew, as it is told
 * @throws ProblemError where what was rendered is no snapshot
 */
export function judgeSnapshot(path: string, rendered: string, there: FileText, renew: string): JudgedSnapshot {
  const read = readRenderedLines(rendered, 'what the command wrote');
  if (read.kind === 'broken') throw new ProblemError(...read.problems);
  const text = writeRenderedLines(read.lines);
  const count = `${read.lines.size} ${read.lines.size === 1 ? 'case' : 'cases'}`;
  const stale = (...told: readonly string[]): JudgedSnapshot => {
    return { text, fresh: false, told: [...told, `Renew it: ${renew}`] };
  };
  if (there.kind !== 'text')
    return stale(`${path} cannot be read: ${there.kind === 'absent' ? 'it is not there' : there.why}.`);
  const before = readRenderedLines(there.text, path);
  if (before.kind === 'broken') return stale(`${path} cannot be read: ${before.problems[0].what}`);
  const difference = compareSnapshots(before.lines, read.lines);
  const words = wordDifference(difference);
  if (words.length === 0) return { text, fresh: true, told: [`${path} is what your code renders: ${count}.`] };
  return stale(`${path} is not what your code renders.`, ...words);
}

function wordDifference({ changed, gone, come }: SnapshotDifference): readonly string[] {
  const named = (what: string, ids: readonly string[]): readonly string[] => {
    if (ids.length === 0) return [];
    const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
    return [`  ${what}: ${ids.slice(0, mostNamed).join(', ')}${more}`];
  };
  return [
    ...named('asked otherwise', changed),
    ...named('not rendered any more', gone),
    ...named('not in the file', come),
  ];
}
