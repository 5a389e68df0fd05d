import type { Json, JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { ColumnNames } from '../../core/settings/score-columns.ts';
import { clip } from '../../core/text/clip.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import { byName } from '../by-name.ts';
import * as listed from './formats.ts';
import { readCsvGrid } from './read-csv-grid.ts';
import { readJsonText } from './read-json-text.ts';
import { oddOneOut } from './read-scores.ts';
import { brokenFile } from './score-problem.ts';
import type { ScoreContent, ScoreFileRead, ScoreFormat, ScoreReading } from './types.ts';

const surest = ['keys', 'shape'] as const;

/** Formats of score files, the more particular before the more general. A new one is one file here and one line in `formats.ts`. */
export const scoreFormats: readonly ScoreFormat[] = surest.flatMap((by) =>
  byName(listed).filter(({ knownBy }) => knownBy === by),
);

/** More are no evaluation that was asked case by case. */
const mostCells = 200_000;

/**
 * Reads a file of scores, of whichever kind it is by its content. Never throws on bad input: what is wrong comes back
 * as problems with line and column. A trial without a score stays missing; it is never taken for 0.
 */
export function readScoreFile(text: string, file: string, columns: ColumnNames = new Map()): ScoreFileRead {
  const fault = (what: string, fix: string): ScoreFileRead => brokenFile({ reason: 'files', what, at: { file }, fix });
  if (text.startsWith('PK\u0003\u0004')) {
    return fault('This is a packed file.', 'Convert an evaluation log first: `inspect log convert LOG --to json`.');
  }
  if (text.trim() === '') return fault('The file is empty.', wordWanted());
  if (/^[\s\u{feff}]*</u.test(text)) {
    const whose = /promptfoo/iu.test(text.slice(0, 2000)) ? ' that promptfoo wrote' : '';
    const fix = 'Of promptfoo, give the JSON: `promptfoo export eval latest -o results.json`.';
    return fault(
      `This is a web page or XML${whose}, without the single scores in a form that is read.`,
      whose === '' ? wordWanted() : fix,
    );
  }
  const reading = { file, columns };
  if (isTable(text, file)) {
    const read = readCsvGrid(text, file);
    return read.kind === 'broken' ? read : withinCaps(readContent({ kind: 'table', grid: read.grid }, reading), file);
  }
  const read = readJsonText(text, file);
  if (read.kind === 'broken') return { kind: 'broken', problems: read.problems };
  return withinCaps(readContent({ ...read, kind: 'value', text }, reading), file);
}

/** A table begins with a header of bare names; JSON with a bracket, and YAML scores with a key. */
function isTable(text: string, file: string): boolean {
  if (/\.(?:csv|tsv)$/iu.test(file)) return true;
  const head = text.slice(0, 10_000).split(/[\r\n]/u, 1)[0] ?? '';
  return (
    !/^[\s\u{feff}]*[[{]/u.test(text.slice(0, 1000)) && /[,;\t]/u.test(head) && /\b(?:score|status)\b/iu.test(head)
  );
}

/** What may be given instead: every format in a clause. */
function wordWanted(): string {
  const all = scoreFormats.map(({ wanted }) => wanted);
  return `Give ${all.slice(0, -1).join(', ')}, or ${all.at(-1)}.`;
}

function readContent(content: ScoreContent, reading: ScoreReading): ScoreFileRead {
  for (const format of scoreFormats) {
    const read = format.read(content, reading);
    if (read !== undefined) return read;
  }
  if (content.kind === 'table') {
    return brokenFile({
      reason: 'files',
      what: 'This table is of no known kind.',
      at: content.grid.at(0),
      fix: wordWanted(),
    });
  }
  const { value, at } = content.located;
  if (!isObject(value)) {
    const what = `This file holds ${value === null ? 'nothing' : nameType(value)}.`;
    return brokenFile({ reason: 'files', what, at: at([]), fix: wordWanted() });
  }
  const odd = oddOneOut(value) ?? [];
  const what = `This file is of no known kind${odd.length === 0 ? '' : `: ${nameOdd(value, odd)}`}.`;
  return brokenFile({ reason: 'files', what, at: at(odd), fix: wordWanted() });
}

function nameOdd(value: JsonObject, path: readonly string[]): string {
  const held = path.reduce<Json | undefined>((from, key) => (isObject(from) ? from[key] : undefined), value);
  return `\`${clip(path.join('.'), 80)}\` is ${isList(held) && held.some(isObject) ? 'a list that holds more than scores' : nameType(held)}`;
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
