import { canonicalJson, type Json, type JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { Located } from '../../core/yaml/located.ts';
import type { Grid } from './grid.ts';
import { readScoreTable } from './read-score-table.ts';
import type { ScoreFormat } from './types.ts';

export const scoreTable: ScoreFormat = {
  name: 'table',
  knownBy: 'shape',
  about: {
    recognisedBy: 'CSV with a header, or JSON Lines (or a list) with an object a row',
    readAs:
      '`case` (or `id`) and `score`, and as wished `trial`, `passes`, `model`, `prompt`, `segment`, `weight`; a row a trial',
    notRead: ['other columns, which the report names'],
    example: {
      path: 'scores.csv',
      text: 'case,trial,score,model\nlate,1,1,gpt-5.6-luna\nlate,2,0,gpt-5.6-luna\nsoon,1,0.5,gpt-5.6-luna\n',
    },
  },
  called: 'a table',
  wanted: 'a table (CSV or JSON Lines) with the columns case, trial, score',
  repeat: (times) => `write ${times} rows or more for it`,
  takesColumns: true,
  read: (content, { file, columns }) => {
    if (content.kind === 'table') return readScoreTable(content.grid, columns);
    const { located } = content;
    const records: readonly Json[] = Array.isArray(located.value) ? located.value : [];
    if (records.length === 0 || !records.every(isObject)) return undefined;
    return readScoreTable(gridOfRecords(records.filter(isObject), located, file), columns);
  },
};

/** A list of objects as a table: their keys are its columns, what one of them lacks is an empty cell. */
function gridOfRecords(records: readonly JsonObject[], located: Located, file: string): Grid {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const at = (row: number) => (cell: number) => located.at([row, names[cell] ?? '']);
  return {
    file,
    names: names.map((name) => name.trim()),
    at: at(0),
    rows: records.map((record, row) => ({ cells: names.map((name) => textOf(record[name])), at: at(row) })),
    problems: [],
  };
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? canonicalJson(value) : String(value);
}
