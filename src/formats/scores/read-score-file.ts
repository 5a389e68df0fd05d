import { canonicalJson, type Json, type JsonObject } from '../../core/json.ts';
import { jsonMembers, skipSpace } from '../../core/json-text/json-members.ts';
import { TextLines } from '../../core/json-text/text-lines.ts';
import type { Position, Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { ColumnNames } from '../../core/settings/score-columns.ts';
import { clip } from '../../core/text/clip.ts';
import type { Located } from '../../core/yaml/located.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import type { Grid } from './grid.ts';
import { readCsvGrid } from './read-csv-grid.ts';
import { readInspectLog } from './read-inspect-log.ts';
import { type JsonRead, readJsonText } from './read-json-text.ts';
import { isPromptfooResult, promptfooResultsAt, readPromptfooResults } from './read-promptfoo-results.ts';
import { isPromptfooTable, readPromptfooTable } from './read-promptfoo-table.ts';
import { readSavedReport } from './read-saved-report.ts';
import { readScoreTable } from './read-score-table.ts';
import { oddOneOut, readScores } from './read-scores.ts';
import { brokenFile } from './score-problem.ts';
import type { ScoreFileRead } from './types.ts';

/** More are no evaluation that was asked case by case. */
const mostCells = 200_000;

const kinds =
  'Give a saved Promptgate report, `{"case": [score, …]}` as JSON, a table (CSV or JSON Lines) with the columns case, ' +
  'trial, score, the results of promptfoo (JSON, JSON Lines, YAML or CSV), or an inspect_ai log.';

/**
 * Reads a file of scores, of whichever kind it is by its content. Never throws on bad input: what is wrong comes back
 * as problems with line and column. A trial without a score stays missing; it is never taken for 0.
 */
export function readScoreFile(text: string, file: string, columns: ColumnNames = new Map()): ScoreFileRead {
  const fault = (what: string, fix: string): ScoreFileRead => brokenFile({ reason: 'files', what, at: { file }, fix });
  if (text.startsWith('PK\u0003\u0004')) {
    return fault('This is a packed file.', 'Convert an evaluation log first: `inspect log convert LOG --to json`.');
  }
  if (text.trim() === '') return fault('The file is empty.', kinds);
  if (/^[\s\u{feff}]*</u.test(text)) {
    const whose = /promptfoo/iu.test(text.slice(0, 2000)) ? ' that promptfoo wrote' : '';
    const fix = 'Of promptfoo, give the JSON: `promptfoo export eval latest -o results.json`.';
    return fault(
      `This is a web page or XML${whose}, without the single scores in a form that is read.`,
      whose === '' ? kinds : fix,
    );
  }
  if (isTable(text, file)) {
    const read = readCsvGrid(text, file);
    if (read.kind === 'broken') return read;
    return withinCaps(
      isPromptfooTable(read.grid) ? readPromptfooTable(read.grid) : readScoreTable(read.grid, columns),
      file,
    );
  }
  const read = readJsonText(text, file);
  if (read.kind === 'broken') return { kind: 'broken', problems: read.problems };
  return withinCaps(readValue(read, text, { file, columns }), file);
}

/** A table begins with a header of bare names; JSON with a bracket, and YAML scores with a key. */
function isTable(text: string, file: string): boolean {
  if (/\.(?:csv|tsv)$/iu.test(file)) return true;
  const head = text.slice(0, 10_000).split(/[\r\n]/u, 1)[0] ?? '';
  return (
    !/^[\s\u{feff}]*[[{]/u.test(text.slice(0, 1000)) && /[,;\t]/u.test(head) && /\b(?:score|status)\b/iu.test(head)
  );
}

type Read = Extract<JsonRead, { kind: 'read' }>;

type Reading = { readonly file: string; readonly columns: ColumnNames };

function readValue({ located, checked }: Read, text: string, { file, columns }: Reading): ScoreFileRead {
  const { value } = located;
  if (isLog(value) || (isList(value) && value.length > 0 && value.every(isLog))) return readInspectLog(located, file);
  if (isList(value) && value.length > 0 && value.every(isPromptfooResult))
    return readPromptfooResults(located, [], file);
  if (isList(value) && value.length > 0 && value.every(isObject)) {
    return readScoreTable(gridOfRecords(value.filter(isObject), located, file), columns);
  }
  if (isPromptfooResult(value)) {
    const listed: Located = { value: [value], at: ([, ...path], on) => located.at(path, on) };
    return readPromptfooResults(listed, [], file);
  }
  if (!isObject(value)) {
    const what = `This file holds ${value === null ? 'nothing' : nameType(value)}.`;
    return brokenFile({ reason: 'files', what, at: located.at([]), fix: kinds });
  }
  if (isList(value['prompts']) && isObject(value['tool']) && 'fingerprint' in value)
    return readSavedReport(located, file);
  const list = promptfooResultsAt(value);
  if (list !== undefined) return readPromptfooResults(located, list, file);
  const odd = oddOneOut(value);
  if (odd !== undefined) {
    const what = `This file is of no known kind${odd.length === 0 ? '' : `: ${nameOdd(value, odd)}`}.`;
    return brokenFile({ reason: 'files', what, at: located.at(odd), fix: kinds });
  }
  const [repeated, ...more] = checked ? [] : repeatedKeys(text, file);
  return repeated === undefined ? readScores(located, value) : brokenFile(repeated, more);
}

function nameOdd(value: JsonObject, path: readonly string[]): string {
  const held = path.reduce<Json | undefined>((from, key) => (isObject(from) ? from[key] : undefined), value);
  return `\`${clip(path.join('.'), 80)}\` is ${isList(held) && held.some(isObject) ? 'a list that holds more than scores' : nameType(held)}`;
}

function isLog(value: Json): boolean {
  return isObject(value) && isObject(value['eval']) && 'task' in value['eval'];
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function withinCaps(read: ScoreFileRead, file: string): ScoreFileRead {
  if (read.kind === 'broken') return read;
  const cases = read.file.subjects.flatMap(({ rows }) => rows.flatMap((row) => row.cases));
  if (cases.length <= mostCells) return read;
  const what = `The file has ${cases.length} cases, more than the ${mostCells} that are read.`;
  return brokenFile({ reason: 'files', what, at: { file }, fix: 'Compare parts of it.' });
}

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

/**
 * Keys of a map, and of the maps directly in it, that no scores may stand under: JSON keeps the last of two equal keys and
 * drops the other's scores in silence; `__proto__` is refused in every file.
 */
function repeatedKeys(text: string, file: string): readonly Problem[] {
  const lines = new TextLines(text);
  const root = skipSpace(text, 0);
  const inner = [...jsonMembers(text, root)].filter(({ valueAt }) => text[valueAt] === '{');
  return [root, ...inner.map(({ valueAt }) => valueAt)].flatMap((from) =>
    repeatedIn(text, from, (offset) => ({ file, ...lines.placeOf(offset) })),
  );
}

function repeatedIn(text: string, from: number, at: (offset: number) => Position): readonly Problem[] {
  const seen = new Set<string | number>();
  const problems: Problem[] = [];
  for (const { key, keyAt } of jsonMembers(text, from)) {
    const fault =
      key === '__proto__'
        ? { what: 'The key `__proto__` is not taken.', fix: 'Rename it.' }
        : seen.has(key)
          ? { what: `The key \`${clip(String(key), 80)}\` is written twice.`, fix: 'Keep one of the two.' }
          : undefined;
    seen.add(key);
    if (fault !== undefined) problems.push({ reason: 'files', ...fault, at: at(keyAt) });
  }
  return problems;
}
