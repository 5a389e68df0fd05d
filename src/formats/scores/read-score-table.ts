import { CsvError, parse } from 'csv-parse/sync';
import type { Position } from '../../core/position.ts';
import type { Problem } from '../../core/problem.ts';
import { fixUnknown } from '../../core/yaml/fix-unknown.ts';
import { brokenFile } from './broken-file.ts';
import { crowdedCases } from './crowded-cases.ts';
import { gatherTrials, type ListedTrial } from './gather-trials.ts';
import { asScore, scoreProblem } from './score-problem.ts';
import { TablePlaces } from './table-places.ts';
import { bareTrial, missingTrial } from './trials.ts';
import type { ScoreFileRead, ScoreTrial } from './types.ts';

const columns = ['case', 'trial', 'score', 'passes', 'model', 'prompt', 'segment', 'weight'] as const;
type Column = (typeof columns)[number];

type Line = { readonly cells: readonly string[]; readonly line: number };
type Cells = (column: Column) => string;
type At = (column: Column) => Position;
type PlacedTrial = ListedTrial & { readonly written: string; readonly at: At };

/**
 * Reads a table with a header: `case` and `score`, and as wished `trial`, `passes`, `model`, `prompt`, `segment` and
 * `weight`. A row a trial; an empty score is a trial without one. Cells are parted by the comma, semicolon or tab that
 * the header has.
 */
export function readScoreTable(written: string, file: string): ScoreFileRead {
  const text = written.replaceAll(/\r\n?/gu, '\n');
  const head = text.slice(0, 10_000).split('\n', 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].find((mark) => head.includes(mark)) ?? ',';
  const places = new TablePlaces(text, file, delimiter);
  const read = readLines(text, delimiter, places);
  if (read.kind === 'broken') return read;
  const [header, ...body] = read.lines;
  const row = header?.line ?? 1;
  const named = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const problems: Problem[] = [...headerProblems(named, (cell) => places.at(row, cell))];
  if (body.length === 0) {
    const fix = 'Write a row for each trial.';
    problems.push({ reason: 'files', what: 'The table has no rows.', at: places.at(row, 0), fix });
  }
  const listed = problems.length > 0 ? [] : body.flatMap((line) => readLine(line, { named, places, problems }));
  const crowded = crowdedCases(listed, (index) => listed[index]?.at('case') ?? { file });
  const [first, ...rest] = [...problems, ...repeated(listed), ...crowded];
  if (first !== undefined) return brokenFile(first, rest);
  const passedOver = named.filter((name) => !columns.some((column) => column === name));
  const notes = passedOver.length === 0 ? [] : [`Columns of ${file} that were not read: ${passedOver.join(', ')}.`];
  return { kind: 'read', file: { kind: 'table', subjects: gatherTrials(listed), notes } };
}

function readLines(text: string, delimiter: string, places: TablePlaces) {
  const lines: Line[] = [];
  let done = 0;
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\n'],
      skip_empty_lines: true,
      on_record: (cells, { lines: last }) => {
        // The library counts to a record's last line; its first is where a reader looks.
        lines.push({ cells, line: last - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) });
        done = last;
        return cells;
      },
    });
    return { kind: 'lines', lines } as const;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = text.split('\n').findIndex((line, index) => index >= done && line !== '') + 1;
    const cell = 'index' in error && typeof error.index === 'number' ? error.index : 0;
    return brokenFile({
      reason: 'files',
      what: `Not readable as CSV: ${error.message.replace(/\.$/u, '')}.`,
      at: places.at(row, cell),
      fix: 'Write a quote inside a quoted cell twice.',
    });
  }
}

function headerProblems(named: readonly string[], at: (cell: number) => Position): readonly Problem[] {
  const needed = (['case', 'score'] as const).filter((column) => !named.includes(column));
  const missing = needed.map((column): Problem => {
    const near = named.findIndex((name) => fixUnknown(name, [column]).startsWith('Did'));
    const fix =
      near === -1
        ? 'Begin the file with a header such as `case,trial,score`.'
        : `Did you mean \`${column}\`? The header names: ${named.join(', ')}.`;
    return { reason: 'files', what: `The table has no column \`${column}\`.`, at: at(Math.max(0, near)), fix };
  });
  const twice = columns.filter((column) => named.indexOf(column) !== named.lastIndexOf(column));
  return [
    ...missing,
    ...twice.map((column): Problem => {
      const second = at(named.indexOf(column, named.indexOf(column) + 1));
      return { reason: 'files', what: `Two columns are named \`${column}\`.`, at: second, fix: 'Rename one.' };
    }),
  ];
}

type Reading = {
  readonly named: readonly string[];
  readonly places: TablePlaces;
  readonly problems: Problem[];
};

function readLine({ cells, line }: Line, { named, places, problems }: Reading): readonly PlacedTrial[] {
  const fault = (at: Position, what: string, fix: string): readonly PlacedTrial[] => {
    problems.push({ reason: 'files', what, at, fix });
    return [];
  };
  if (cells.length !== named.length) {
    const at = places.at(line, Math.min(cells.length, named.length));
    const fix = 'Put texts with commas or line breaks in double quotes.';
    return fault(at, `This row has ${cells.length} cells, the header ${named.length}.`, fix);
  }
  const cell: Cells = (column) => cells[named.indexOf(column)]?.trim() ?? '';
  const at: At = (column) => places.at(line, named.indexOf(column));
  const id = cell('case');
  if (id === '') return fault(at('case'), 'This row names no case.', 'Name it in the column `case`.');
  const written = cell('trial');
  const order = numberIn(written, 0);
  if (order === undefined) return fault(at('trial'), `The trial is \`${written}\`.`, numberTrials);
  const weight = numberIn(cell('weight'), 1);
  if (weight === undefined || weight < 0) {
    return fault(at('weight'), `The weight is \`${cell('weight')}\`.`, 'Write 0 or more.');
  }
  const trial = readTrial(cell, `the case \`${id}\``, at, problems);
  if (trial === undefined) return [];
  const segment = cell('segment');
  const place = { subject: cell('prompt'), row: cell('model'), case: id, order, written, at, trial, weight };
  return [segment === '' ? place : { ...place, segment }];
}

const numberTrials = 'Number the trials of a case: 1, 2, 3 …';

function readTrial(cell: Cells, whose: string, at: At, problems: Problem[]): ScoreTrial | undefined {
  const written = cell('score');
  if (/^(?:nan|null|na|n\/a|none)?$/iu.test(written)) {
    return missingTrial('unscored', `the table has ${written === '' ? 'no score' : written} for it`);
  }
  const number = Number(written);
  const value = Number.isFinite(number) ? number : written;
  const score = asScore(value);
  if (score === undefined) {
    problems.push(scoreProblem(value, whose, at('score')));
    return undefined;
  }
  const passes = /^(?:true|yes|1|pass|passed)$/iu.test(cell('passes'));
  if (cell('passes') === '') return bareTrial(score);
  if (passes || /^(?:false|no|0|fail|failed)$/iu.test(cell('passes'))) return bareTrial(score, passes);
  const what = `\`passes\` of ${whose} is \`${cell('passes').slice(0, 40)}\`.`;
  problems.push({ reason: 'files', what, at: at('passes'), fix: 'Write true or false.' });
  return undefined;
}

function numberIn(cell: string, otherwise: number): number | undefined {
  if (cell === '') return otherwise;
  const number = Number(cell);
  return Number.isFinite(number) ? number : undefined;
}

/** A trial that is listed twice was counted twice by whoever wrote the file. */
function repeated(listed: readonly PlacedTrial[]): readonly Problem[] {
  const seen = new Set<string>();
  return listed.flatMap(({ subject, row, case: id, order, written, at }): readonly Problem[] => {
    const key = JSON.stringify([subject, row, id, order]);
    if (written === '' || !seen.has(key)) {
      if (written !== '') seen.add(key);
      return [];
    }
    const what = `Trial ${order} of the case \`${id}\` is listed twice.`;
    return [{ reason: 'files', what, at: at('trial'), fix: 'Number the trials of a case, or leave the column out.' }];
  });
}
