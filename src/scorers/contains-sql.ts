import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { findSql } from './sql/find-sql.ts';
import { judgeSql, unscoredSql } from './sql/judge-sql.ts';
import { sqlArgument } from './sql/sql-argument.ts';
import { plainOptions } from './text/text-options.ts';

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
