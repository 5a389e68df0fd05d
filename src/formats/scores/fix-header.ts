import type { Problem } from '../../core/problem.ts';
import type { ScoreColumn } from '../../core/settings/score-columns.ts';
import { suggestNearest } from '../../core/suggest-nearest.ts';
import type { Grid } from './grid.ts';

/** Metrics of RAGAS by the columns of its tables; a table with one of them and its question is known by that. */
const ragas = ['faithfulness', 'answer_relevancy', 'context_precision', 'context_recall', 'answer_correctness'];
const asked = ['user_input', 'question', 'case_id', 'test', 'name', 'input', 'prompt_id', 'description'];

/**
 * What is wrong with a header that lacks the columns every table needs, with the flag that would name them.
 * @param found columns that the table does have
 */
export function fixHeader(
  grid: Grid,
  needed: readonly ScoreColumn[],
  found: ReadonlyMap<ScoreColumn, number>,
): Problem {
  const lower = grid.names.map((name) => name.toLowerCase());
  const mistyped = needed.flatMap((column) => {
    const cell = lower.findIndex((name) => suggestNearest(name, [column]) !== undefined);
    return cell === -1 ? [] : [{ column, cell }];
  });
  const kind =
    lower.includes('user_input') && ragas.some((name) => lower.includes(name))
      ? 'This looks like a table of RAGAS. It'
      : 'The table';
  const lacks = needed.map((column) => `no column \`${column}\``).join(' and ');
  const what = `${kind} has ${lacks}.`;
  const [near] = mistyped;
  const header = `The header names: ${grid.names.join(', ')}.`;
  if (near !== undefined && mistyped.length === needed.length) {
    const meant = mistyped.map(({ column }) => `\`${column}\``).join(' and ');
    return { reason: 'files', what, at: grid.at(near.cell), fix: `Did you mean ${meant}? ${header}` };
  }
  const id = found.get('case') ?? likelyCase(grid, lower);
  const score = found.get('score') ?? likelyScore(grid, lower, id);
  const example =
    id === undefined || score === undefined
      ? 'id=user_input,score=faithfulness'
      : needed.map((column) => (column === 'case' ? `id=${grid.names[id]}` : `score=${grid.names[score]}`)).join(',');
  const fix = `Say which columns they are: \`--columns ${quoted(example)}\`, in the action \`columns: ${example}\`; or begin the file with a header such as \`case,trial,score\`. ${header}`;
  return { reason: 'files', what, at: grid.at(0), fix };
}

function quoted(example: string): string {
  return /[^\w.,=-]/u.test(example) ? `'${example}'` : example;
}

function likelyCase(grid: Grid, lower: readonly string[]): number | undefined {
  const known = asked.map((name) => lower.indexOf(name)).find((cell) => cell !== -1);
  if (known !== undefined) return known;
  const texts = grid.names.findIndex(
    (_, cell) => grid.rows.length > 0 && !grid.rows.some((row) => isScore(row.cells[cell])),
  );
  return texts === -1 ? undefined : texts;
}

function likelyScore(grid: Grid, lower: readonly string[], id: number | undefined): number | undefined {
  const known = ragas.map((name) => lower.indexOf(name)).find((cell) => cell !== -1);
  if (known !== undefined) return known;
  const scores = grid.names.findIndex(
    (_, cell) =>
      cell !== id &&
      grid.rows.some((row) => row.cells[cell] !== '') &&
      grid.rows.every((row) => row.cells[cell] === '' || isScore(row.cells[cell])),
  );
  return scores === -1 ? undefined : scores;
}

function isScore(cell: string | undefined): boolean {
  if (cell === undefined || cell.trim() === '') return false;
  if (/^(?:true|false|yes|no|pass|fail|passed|failed)$/iu.test(cell.trim())) return true;
  const number = Number(cell);
  return number >= 0 && number <= 1;
}
