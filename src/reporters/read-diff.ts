import type { Report } from '../core/report/report.ts';

/** A line of a unified diff: what it is, and its number in the old and the new file as far as it is in them. */
export type DiffLine = {
  readonly kind: 'same' | 'old' | 'new' | 'hunk' | 'note';
  readonly text: string;
  readonly old?: number;
  readonly new?: number;
};

const hunk = /^@@ -(?<old>\d+)(?:,\d+)? \+(?<new>\d+)(?:,\d+)? @@ ?(?<at>.*)$/u;

/** The lines of a unified diff. The names of its files are left out; what stands in no hunk is as it is. */
export function readDiff(diff: string): readonly DiffLine[] {
  let at = { old: 0, new: 0 };
  let isWithin = false;
  return diff
    .trimEnd()
    .split('\n')
    .flatMap((line): readonly DiffLine[] => {
      const begun = hunk.exec(line)?.groups;
      if (begun !== undefined) {
        at = { old: Number(begun['old']), new: Number(begun['new']) };
        isWithin = true;
        return [{ kind: 'hunk', text: begun['at'] ?? '', ...at }];
      }
      if (!isWithin) return /^(?:---|\+\+\+|===|Index:|$)/u.test(line) ? [] : [{ kind: 'note', text: line }];
      const text = line.slice(1);
      switch (line.charAt(0)) {
        case '-':
          at = { ...at, old: at.old + 1 };
          return [{ kind: 'old', text, old: at.old - 1 }];
        case '+':
          at = { ...at, new: at.new + 1 };
          return [{ kind: 'new', text, new: at.new - 1 }];
        case '\\':
          return [{ kind: 'note', text: text.trim() }];
        default:
          at = { old: at.old + 1, new: at.new + 1 };
          return [{ kind: 'same', text, old: at.old - 1, new: at.new - 1 }];
      }
    });
}

/** A text that changed, with its unified diff. */
export type ChangedText = { readonly path: string; readonly previousPath?: string; readonly diff: string };

/** The prompts whose text changed, then instructions of agents that nothing guards: what they say is for people to read. */
export function changedTexts({ prompts, unreviewed }: Pick<Report, 'prompts' | 'unreviewed'>): readonly ChangedText[] {
  const unguarded = unreviewed.flatMap(({ path, diff }) => (diff === undefined ? [] : [{ path, diff }]));
  return [...prompts, ...unguarded].filter(({ diff }) => diff.trim() !== '');
}
