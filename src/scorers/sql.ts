import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { negate } from './negate.ts';
import { judgeSql, unscoredSql } from './sql/judge-sql.ts';
import { sqlArgument } from './sql/sql-argument.ts';
import { plainOptions } from './text/text-options.ts';

export const sqlScorer = defineCheckKind({
  kind: 'sql',
  summary:
    'The whole reply is SQL that its dialect’s parser reads. `tables` and `columns` list all that it may touch, as `operation::database::table` and `operation::table::column`, each a pattern. A code fence around it counts against it.',
  argument: sqlArgument,
  options: plainOptions,
  example: { dialect: 'postgresql', tables: ['select::(.*)::orders'] },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'sandbox',
  questions: 0,
  unscored: unscoredSql,
  score: (input) => judgeSql([input.text], input),
});

export const notSqlScorer = negate(
  sqlScorer,
  'The reply is not SQL of this dialect; with rights, or touches something else.',
);
