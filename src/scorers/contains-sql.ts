import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { negate } from './negate.ts';
import { judgeSql, unscoredSql } from './sql/judge-sql.ts';
import { sqlArgument } from './sql/sql-argument.ts';
import { plainOptions } from './text/text-options.ts';

const opening = /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*([^\r\n]*)$/u;
const closing = /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*$/u;

/** Where SQL may stand in a reply: its fences without a label or with `sql`, else all of it. */
function findSql(text: string): readonly string[] {
  const found: string[] = [];
  let open: { readonly fence: string; readonly isSql: boolean; readonly lines: string[] } | undefined;
  for (const line of text.split(/\r\n?|\n/u)) {
    if (open === undefined) {
      const [, fence, label = ''] = opening.exec(line) ?? [];
      if (fence !== undefined) open = { fence, isSql: /^(?:sql)?$/iu.test(label.trim()), lines: [] };
    } else if (closing.exec(line)?.[1]?.startsWith(open.fence) === true) {
      if (open.isSql) found.push(open.lines.join('\n').trim());
      open = undefined;
    } else open.lines.push(line);
  }
  return found.length === 0 ? [text] : found.filter((one) => one !== '');
}

export const containsSqlScorer = defineCheckKind({
  kind: 'contains-sql',
  summary:
    'One of the reply’s code fences, without a label or labelled `sql`, holds SQL as for `sql`; where there is none, the whole reply is SQL.',
  argument: sqlArgument,
  options: plainOptions,
  example: 'sqlite',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'sandbox',
  questions: 0,
  unscored: unscoredSql,
  score: (input) => judgeSql(findSql(input.text), input),
});

export const notContainsSqlScorer = negate(
  containsSqlScorer,
  'The reply contains no SQL of this dialect; with rights, none that keeps to them.',
);
