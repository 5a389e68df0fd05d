import { z } from 'zod';
import { suggestNearest } from '../suggest-nearest.ts';

/** The columns of a table of scores, by the names that Promptgate gives them. */
export const scoreColumns = ['case', 'trial', 'score', 'passes', 'model', 'prompt', 'segment', 'weight'] as const;
export type ScoreColumn = (typeof scoreColumns)[number];

/** Which column of a tool's table is meant by which of ours. */
export type ColumnNames = ReadonlyMap<ScoreColumn, string>;

/** Reads `id=user_input, score=faithfulness`; `id` is another word for `case`. */
export const columnNames = z.string().transform((written, context): ColumnNames => {
  const named = new Map<ScoreColumn, string>();
  for (const entry of written.split(/[,\r\n]/u).map((part) => part.trim())) {
    if (entry === '') continue;
    const [, ours = '', theirs = ''] = /^([^=]*)=(.*)$/su.exec(entry) ?? [];
    const wanted = ours.trim().toLowerCase();
    const column = scoreColumns.find((known) => known === (wanted === 'id' ? 'case' : wanted));
    const why =
      theirs.trim() === ''
        ? `must say which column is which, such as \`id=user_input,score=faithfulness\``
        : column === undefined
          ? unknownColumn(ours.trim())
          : named.has(column)
            ? `names two columns for \`${ours.trim()}\``
            : undefined;
    if (why !== undefined) context.addIssue({ code: 'custom', message: why });
    else if (column !== undefined) named.set(column, theirs.trim());
  }
  return named;
});

function unknownColumn(name: string): string {
  const known = ['id', ...scoreColumns.filter((column) => column !== 'case')];
  const nearest = suggestNearest(name, known);
  const fix = nearest === undefined ? `known: ${known.join(', ')}` : `did you mean \`${nearest}\`?`;
  return `has no \`${name.slice(0, 60)}\` (${fix})`;
}
