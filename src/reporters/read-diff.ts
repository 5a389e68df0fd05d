import type { Report } from '../core/report/report.ts';

/** A line of a unified diff: what it is, and its number in the old and the new file as far as it is in them. */
export type DiffLine = {
  readonly kind: 'same' | 'old' | 'new' | 'hunk' | 'note' | 'file';
  readonly text: string;
  readonly old?: number;
  readonly new?: number;
};

const hunk = /^@@ -(?<old>\d+)(?:,(?<oldLines>\d+))? \+(?<new>\d+)(?:,(?<newLines>\d+))? @@ ?(?<at>.*)$/u;
const header = /^(?:---|\+\+\+|===|Index:|$)/u;

/** The lines of a unified diff. The name of its file is left out, where it has but one; what stands in no hunk is as it is. */
export function readDiff(diff: string): readonly DiffLine[] {
  let at = { old: 0, new: 0 };
  let left = { old: 0, new: 0 };
  let gone = '';
  const lines = diff.trimEnd().split('\n');
  // A line of a text that only looks like a header stands between no others of its kind.
  const isHeader = (index: number): boolean =>
    lines[index]?.startsWith('+++ ') === true &&
    lines[index - 1]?.startsWith('--- ') === true &&
    hunk.test(lines[index + 1] ?? '');
  const isOne = lines.filter((_, index) => isHeader(index)).length <= 1;
  return lines.flatMap((line, index): readonly DiffLine[] => {
    const isWithin = left.old > 0 || left.new > 0;
    const begun = isWithin ? undefined : hunk.exec(line)?.groups;
    if (begun !== undefined) {
      at = { old: Number(begun['old']), new: Number(begun['new']) };
      left = { old: Number(begun['oldLines'] ?? 1), new: Number(begun['newLines'] ?? 1) };
      return [{ kind: 'hunk', text: begun['at'] ?? '', ...at }];
    }
    if (line.startsWith('\\')) return [{ kind: 'note', text: line.slice(1).trim() }];
    if (!isWithin) {
      if (line.startsWith('--- ')) gone = nameOf(line);
      if (!isOne && isHeader(index)) return [{ kind: 'file', text: nameOf(line) || gone }];
      return header.test(line) ? [] : [{ kind: 'note', text: line }];
    }
    const text = line.slice(1);
    switch (line.charAt(0)) {
      case '-':
        at = { ...at, old: at.old + 1 };
        left = { ...left, old: left.old - 1 };
        return [{ kind: 'old', text, old: at.old - 1 }];
      case '+':
        at = { ...at, new: at.new + 1 };
        left = { ...left, new: left.new - 1 };
        return [{ kind: 'new', text, new: at.new - 1 }];
      default:
        at = { old: at.old + 1, new: at.new + 1 };
        left = { old: left.old - 1, new: left.new - 1 };
        return [{ kind: 'same', text, old: at.old - 1, new: at.new - 1 }];
    }
  });
}

/** The path that a header names; empty where the file is not there. */
function nameOf(header: string): string {
  const name = header.slice(4);
  return name === '/dev/null' ? '' : name.replace(/^[ab]\//u, '');
}

/** Changed instructions of agents that nothing guards: what they say is for people to read. */
export function changedInstructions({
  unreviewed,
}: Pick<Report, 'unreviewed'>): readonly { readonly path: string; readonly diff: string }[] {
  return unreviewed.flatMap(({ path, diff = '' }) => (diff.trim() === '' ? [] : [{ path, diff }]));
}
