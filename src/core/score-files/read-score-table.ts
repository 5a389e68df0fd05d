import { CsvError, parse } from 'csv-parse/sync';
import type { Position } from '../position.ts';
import type { Problem } from '../problem.ts';
import { fixUnknown } from '../yaml/fix-unknown.ts';
import { brokenFile } from './broken-file.ts';
import { gatherTrials, type ListedTrial } from './gather-trials.ts';
import type { ScoreFileRead, ScoreTrial } from './score-file.ts';
import { isScore, scoreProblem } from './score-problem.ts';
import { bareTrial, missingTrial } from './trials.ts';

const columns = ['case', 'trial', 'score', 'passes', 'model', 'prompt', 'segment', 'weight'] as const;
type Column = (typeof columns)[number];

type Line = { readonly cells: readonly string[]; readonly line: number };
type Cells = (column: Column) => string;

/**
 * Reads a table with a header: `case` and `score`, and as wished `trial`, `passes`, `model`, `prompt`, `segment` and
 * `weight`. A row a trial; an empty score is a trial without one. Cells are parted by the comma, semicolon or tab that
 * the header has.
 */
export function readScoreTable(text: string, file: string): ScoreFileRead {
  const read = readLines(text, file);
  if (read.kind === 'broken') return read;
  const [header, ...body] = read.lines;
  const at = { file, line: header?.line ?? 1 };
  const named = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const problems: Problem[] = [...headerProblems(named, at)];
  if (body.length === 0) {
    problems.push({ reason: 'files', what: 'The table has no rows.', at, fix: 'Write a row for each trial.' });
  }
  const places = new Map(columns.map((column) => [column, named.indexOf(column)]));
  const listed = problems.length > 0 ? [] : body.flatMap((line) => readLine(line, { named, places, file, problems }));
  problems.push(...repeated(listed, file));
  const [first, ...rest] = problems;
  if (first !== undefined) return brokenFile(first, ...rest);
  const passedOver = named.filter((name) => !columns.some((column) => column === name));
  const notes = passedOver.length === 0 ? [] : [`Columns of ${file} that were not read: ${passedOver.join(', ')}.`];
  return { kind: 'read', file: { kind: 'table', subjects: gatherTrials(listed), notes } };
}

function readLines(text: string, file: string) {
  const head = text.slice(0, 10_000).split(/[\r\n]/u, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].find((mark) => head.includes(mark)) ?? ',';
  try {
    const lines: Line[] = [];
    parse(text.replaceAll(/\r\n?/gu, '\n'), {
      bom: true,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\n'],
      skip_empty_lines: true,
      on_record: (cells, { lines: last }) => {
        // The library counts to a record's last line; its first is where a reader looks.
        lines.push({ cells, line: last - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) });
        return cells;
      },
    });
    return { kind: 'lines', lines } as const;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return brokenFile({
      reason: 'files',
      what: `Not readable as CSV: ${error.message.replace(/\.$/u, '')}.`,
      at: { file, line },
      fix: 'Write a quote inside a quoted cell twice.',
    });
  }
}

function headerProblems(named: readonly string[], at: Position): readonly Problem[] {
  const needed = (['case', 'score'] as const).filter((column) => !named.includes(column));
  const missing = needed.map((column): Problem => {
    const fix = named.some((name) => fixUnknown(name, [column]).startsWith('Did'))
      ? `Did you mean \`${column}\`? The header names: ${named.join(', ')}.`
      : `Begin the file with a header such as \`case,trial,score\`.`;
    return { reason: 'files', what: `The table has no column \`${column}\`.`, at, fix };
  });
  const twice = columns.filter((column) => named.indexOf(column) !== named.lastIndexOf(column));
  return [
    ...missing,
    ...twice.map(
      (column): Problem => ({ reason: 'files', what: `Two columns are named \`${column}\`.`, at, fix: 'Rename one.' }),
    ),
  ];
}

type Reading = {
  readonly named: readonly string[];
  readonly places: ReadonlyMap<Column, number>;
  readonly file: string;
  readonly problems: Problem[];
};

function readLine({ cells, line }: Line, { named, places, file, problems }: Reading): readonly ListedTrial[] {
  const at = { file, line };
  const fault = (what: string, fix: string): readonly ListedTrial[] => {
    problems.push({ reason: 'files', what, at, fix });
    return [];
  };
  if (cells.length !== named.length) {
    const fix = 'Put texts with commas or line breaks in double quotes.';
    return fault(`This row has ${cells.length} cells, the header ${named.length}.`, fix);
  }
  const cell: Cells = (column) => cells[places.get(column) ?? -1]?.trim() ?? '';
  const id = cell('case');
  if (id === '') return fault('This row names no case.', 'Name it in the column `case`.');
  const order = numberIn(cell('trial'), 0);
  if (order === undefined) return fault(`The trial is \`${cell('trial')}\`.`, 'Number the trials of a case: 1, 2, 3 …');
  const weight = numberIn(cell('weight'), 1);
  if (weight === undefined || weight < 0) return fault(`The weight is \`${cell('weight')}\`.`, 'Write 0 or more.');
  const trial = readTrial(cell, `the case \`${id}\``, at, problems);
  if (trial === undefined) return [];
  const segment = cell('segment');
  const place = { subject: cell('prompt'), row: cell('model'), case: id, order, trial, weight };
  return [segment === '' ? place : { ...place, segment }];
}

function readTrial(cell: Cells, whose: string, at: Position, problems: Problem[]): ScoreTrial | undefined {
  const written = cell('score');
  if (/^(?:nan|null|na|n\/a|none)?$/iu.test(written)) {
    return missingTrial('unscored', `the table has ${written === '' ? 'no score' : written} for it`);
  }
  const score = Number(written);
  const value = Number.isFinite(score) ? score : written;
  if (!isScore(value)) {
    problems.push(scoreProblem(value, whose, at));
    return undefined;
  }
  const passes = /^(?:true|yes|1|pass|passed)$/iu.test(cell('passes'));
  if (cell('passes') === '') return bareTrial(value);
  if (passes || /^(?:false|no|0|fail|failed)$/iu.test(cell('passes'))) return bareTrial(value, passes);
  const what = `\`passes\` of ${whose} is \`${cell('passes').slice(0, 40)}\`.`;
  problems.push({ reason: 'files', what, at, fix: 'Write true or false.' });
  return undefined;
}

function numberIn(cell: string, otherwise: number): number | undefined {
  if (cell === '') return otherwise;
  const number = Number(cell);
  return Number.isFinite(number) ? number : undefined;
}

/** A trial that is listed twice was counted twice by whoever wrote the file. */
function repeated(listed: readonly ListedTrial[], file: string): readonly Problem[] {
  const seen = new Set<string>();
  return listed.flatMap(({ subject, row, case: id, order }): readonly Problem[] => {
    const key = JSON.stringify([subject, row, id, order]);
    if (order === 0 || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const what = `Trial ${order} of the case \`${id}\` is listed twice.`;
    return [{ reason: 'files', what, at: { file }, fix: 'Number the trials of a case, or leave the column out.' }];
  });
}
