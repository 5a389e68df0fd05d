import type { Position, Problem } from '../../core/problem.ts';
import { type ColumnNames, type ScoreColumn, scoreColumns } from '../../core/settings/score-columns.ts';
import { fixHeader } from './fix-header.ts';
import type { Grid, GridRow } from './grid.ts';
import { asScore, brokenFile, scoreProblem } from './score-problem.ts';
import { bareTrial, crowdedCases, gatherTrials, type ListedTrial, missingTrial } from './trials.ts';
import type { ScoreFileRead, ScoreTrial } from './types.ts';

/** Where each of our columns is in the table. */
type Columns = ReadonlyMap<ScoreColumn, number>;
type Cells = (column: ScoreColumn) => string;
type At = (column: ScoreColumn) => Position;
type PlacedTrial = ListedTrial & { readonly written: string; readonly at: At };

/**
 * Reads a table with a header: `case` (or `id`) and `score`, and as wished `trial`, `passes`, `model`, `prompt`,
 * `segment` and `weight`, or the columns that are named for them. A row a trial; an empty score is a trial without one.
 */
export function readScoreTable(grid: Grid, named: ColumnNames): ScoreFileRead {
  const columns = findColumns(grid, named);
  const problems: Problem[] = [...headerProblems(grid, columns, named), ...grid.problems];
  if (grid.rows.length === 0 && grid.problems.length === 0) {
    const fix = 'Write a row for each trial.';
    problems.push({ reason: 'files', what: 'The table has no rows.', at: grid.at(0), fix });
  }
  const whole = columns.has('case') && columns.has('score') && problems.length === grid.problems.length;
  const listed = whole ? grid.rows.flatMap((row) => readRow(row, columns, problems)) : [];
  const crowded = crowdedCases(listed, (index) => listed[index]?.at('case') ?? { file: grid.file });
  const [first, ...rest] = [...problems, ...repeated(listed), ...crowded];
  if (first !== undefined) return brokenFile(first, rest);
  const taken = new Set(columns.values());
  const passedOver = grid.names.filter((_, cell) => !taken.has(cell));
  const notes =
    passedOver.length === 0 ? [] : [`Columns of ${grid.file} that were not read: ${passedOver.join(', ')}.`];
  return { kind: 'read', file: { kind: 'table', subjects: gatherTrials(listed), notes } };
}

/** A column that was named wins over one that has our name; where the table lacks it, ours serves. */
function findColumns({ names }: Grid, named: ColumnNames): Columns {
  const lower = names.map((name) => name.toLowerCase());
  const candidates = (column: ScoreColumn) => [
    named.get(column)?.toLowerCase(),
    column,
    ...(column === 'case' ? ['id'] : []),
  ];
  return new Map(
    scoreColumns.flatMap((column): [ScoreColumn, number][] => {
      const name = candidates(column).find((one) => one !== undefined && lower.includes(one));
      return name === undefined ? [] : [[column, lower.indexOf(name)]];
    }),
  );
}

function headerProblems(grid: Grid, columns: Columns, named: ColumnNames): readonly Problem[] {
  const lower = grid.names.map((name) => name.toLowerCase());
  const absent = [...named].flatMap(([column, name]): readonly Problem[] => {
    if (lower.includes(name.toLowerCase()) || columns.has(column)) return [];
    const what = `The table has no column \`${name}\`, which \`columns\` names for \`${column === 'case' ? 'id' : column}\`.`;
    return [{ reason: 'files', what, at: grid.at(0), fix: `The header names: ${grid.names.join(', ')}.` }];
  });
  const needed = (['case', 'score'] as const).filter((column) => !columns.has(column) && !named.has(column));
  const twice = [...columns].filter(([, cell]) => cell !== lower.lastIndexOf(lower[cell] ?? ''));
  return [
    ...absent,
    ...(needed.length === 0 ? [] : [fixHeader(grid, needed, columns)]),
    ...twice.map(([, cell]): Problem => {
      const second = grid.at(lower.indexOf(lower[cell] ?? '', cell + 1));
      return {
        reason: 'files',
        what: `Two columns are named \`${grid.names[cell]}\`.`,
        at: second,
        fix: 'Rename one.',
      };
    }),
  ];
}

function readRow({ cells, at: place }: GridRow, columns: Columns, problems: Problem[]): readonly PlacedTrial[] {
  const fault = (at: Position, what: string, fix: string): readonly PlacedTrial[] => {
    problems.push({ reason: 'files', what, at, fix });
    return [];
  };
  const cell: Cells = (column) => cells[columns.get(column) ?? -1]?.trim() ?? '';
  const at: At = (column) => place(columns.get(column) ?? 0);
  const id = cell('case');
  if (id === '') return fault(at('case'), 'This row names no case.', 'Name it in the column `case`.');
  const written = cell('trial');
  const order = numberIn(written, 0);
  if (order === undefined)
    return fault(at('trial'), `The trial is \`${written}\`.`, 'Number the trials of a case: 1, 2, 3 …');
  const weight = numberIn(cell('weight'), 1);
  if (weight === undefined || weight < 0) {
    return fault(at('weight'), `The weight is \`${cell('weight')}\`.`, 'Write 0 or more.');
  }
  const trial = readTrial(cell, `the case \`${id}\``, at, problems);
  if (trial === undefined) return [];
  const segment = cell('segment');
  const belongs = { subject: cell('prompt'), row: cell('model'), case: id, order, written, at, trial, weight };
  return [segment === '' ? belongs : { ...belongs, segment }];
}

function readTrial(cell: Cells, whose: string, at: At, problems: Problem[]): ScoreTrial | undefined {
  const written = cell('score');
  if (/^(?:nan|null|na|n\/a|none)?$/iu.test(written)) {
    return missingTrial('unscored', `the table has ${written === '' ? 'no score' : written} for it`);
  }
  // As spreadsheets write what is true, and what passed.
  const said = readPass(written);
  const number = Number(written);
  const value = said !== undefined ? Number(said) : Number.isFinite(number) ? number : written;
  const score = asScore(value);
  if (score === undefined) {
    problems.push(scoreProblem(value, whose, at('score')));
    return undefined;
  }
  const passes = cell('passes') === '' ? said : (readPass(cell('passes')) ?? zeroOrOne(cell('passes')));
  if (passes !== undefined || cell('passes') === '') return bareTrial(score, passes);
  const what = `\`passes\` of ${whose} is \`${cell('passes').slice(0, 40)}\`.`;
  problems.push({ reason: 'files', what, at: at('passes'), fix: 'Write true or false.' });
  return undefined;
}

function readPass(cell: string): boolean | undefined {
  if (/^(?:true|yes|pass|passed)$/iu.test(cell)) return true;
  return /^(?:false|no|fail|failed)$/iu.test(cell) ? false : undefined;
}

function zeroOrOne(cell: string): boolean | undefined {
  return cell === '1' ? true : cell === '0' ? false : undefined;
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
