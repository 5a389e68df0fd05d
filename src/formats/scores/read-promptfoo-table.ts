import { hash } from '../../core/hash.ts';
import { canonicalJson, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import type { CheckScore } from '../../core/score.ts';
import { clip } from '../../core/text/clip.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import type { Grid, GridRow } from './grid.ts';
import { asScore, brokenFile, scoreProblem } from './score-problem.ts';
import { crowdedCases, gatherTrials, longestText, missingTrial } from './trials.ts';
import type { ScoreFileRead, ScoreTrial } from './types.ts';

/** Columns of one prompt on one provider: its output, then what is said of it. */
type Block = {
  readonly subject: string;
  readonly row: string;
  readonly output: number;
  readonly status: number;
  readonly score: number;
  readonly reason: number;
  /** Column by metric. */
  readonly metrics: ReadonlyMap<string, number>;
};

/** Whether a header is that of promptfoo's own tables (`eval -o results.csv`, since 2024). */
export function isPromptfooTable({ names }: Grid): boolean {
  return names.some((_, cell) => beginsBlock(names, cell));
}

function beginsBlock(names: readonly string[], cell: number): boolean {
  return names[cell + 1] === 'Status' && names[cell + 2] === 'Score' && names[cell + 3] === 'Named Scores';
}

/** Reads promptfoo's table: after the variables a block of columns for each prompt on each provider; a row a test. */
export function readPromptfooTable(grid: Grid): ScoreFileRead {
  const blocks = grid.names.flatMap((_, cell) => (beginsBlock(grid.names, cell) ? [blockAt(grid.names, cell)] : []));
  const described = grid.names[0] === 'Description' ? 1 : 0;
  const variables = grid.names.slice(0, blocks[0]?.output ?? 0);
  const problems: Problem[] = [...grid.problems];
  if (grid.rows.length === 0 && problems.length === 0) {
    const what = 'This table of promptfoo holds no results.';
    problems.push({ reason: 'files', what, at: grid.at(0), fix: 'Run the evaluation, and save it again.' });
  }
  const caseOf = ({ cells }: GridRow) => ({
    description: described === 1 ? plain(cells[0]) : '',
    vars: Object.fromEntries(
      variables.flatMap((name, cell) => (cell < described ? [] : [[plain(name), plain(cells[cell])]])),
    ),
  });
  const nameOf = promptfooCaseNames(grid.rows.map(caseOf));
  const listed = grid.rows.flatMap((row, order) => {
    const id = nameOf(caseOf(row));
    return blocks.flatMap((block) => {
      // Nothing in it: this prompt was not asked this test.
      if (row.cells[block.status] === '') return [];
      const trial = readTrial(row, block, id, problems);
      return [{ subject: block.subject, row: block.row, case: id, order, trial, at: row.at(block.output) }];
    });
  });
  problems.push(...crowdedCases(listed, (index) => listed[index]?.at ?? { file: grid.file }));
  const [first, ...rest] = problems;
  if (first !== undefined) return brokenFile(first, rest);
  const notes = [
    `${grid.file} is promptfoo's table: its scores are rounded to two decimals, and it tells no cost and no latency. Its JSON and JSON Lines have them.`,
  ];
  return { kind: 'read', file: { kind: 'promptfoo', subjects: gatherTrials(listed), notes } };
}

/** `[provider] label`; the label of a provider may hold brackets too. */
function blockAt(names: readonly string[], output: number): Block {
  const header = plain(names[output]);
  const [, row, subject] = /^\[(.*?)\] (.*)$/su.exec(header) ?? [];
  const reason = names.indexOf('Grader Reason', output + 4);
  const between = names.slice(output + 4, reason === -1 ? output + 4 : reason);
  return {
    subject: subject ?? header,
    row: row ?? '',
    output,
    status: output + 1,
    score: output + 2,
    reason,
    metrics: new Map(between.map((name, index) => [plain(name).replace(/^Metric: /u, ''), output + 4 + index])),
  };
}

/** A cell without the mark that keeps spreadsheets from running it as a formula. */
function plain(cell: string | undefined): string {
  return (cell ?? '').replace(/^'(?=[\s\u200b-\u200d]*[=+\-@])/u, '');
}

function readTrial({ cells, at }: GridRow, block: Block, id: string, problems: Problem[]): ScoreTrial {
  const text = clip(plain(cells[block.output]), longestText);
  const status = cells[block.status] ?? '';
  const reason = clip(plain(cells[block.reason]), 1000);
  if (status === 'ERROR') return missingTrial('failed', reason === '' ? 'the tool recorded an error' : reason, text);
  const number = numberIn(cells[block.score]);
  if (number === undefined) return missingTrial('unscored', 'the result has no score', text);
  const score = asScore(number);
  if (score === undefined) {
    problems.push(scoreProblem(number, `the case \`${id}\``, at(block.score)));
    return missingTrial('unscored', 'its score is none', text);
  }
  const passed = status === 'PASS';
  const metrics = [...block.metrics].flatMap(([name, cell]): [string, number][] => {
    const value = asScore(numberIn(cells[cell]));
    return value === undefined ? [] : [[name, value]];
  });
  const told: CheckScore = {
    kind: 'scored',
    check: 'assertions',
    scorer: 'promptfoo',
    value: score,
    passed,
    binary: false,
    weight: 1,
    required: false,
    reason,
  };
  return {
    outcome: { score, passes: passed, marks: [], metrics: Object.fromEntries(metrics) },
    reply: { checks: [told], text },
  };
}

function numberIn(cell: string | undefined): number | undefined {
  const number = Number(cell);
  return cell === undefined || cell.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

/** A test of promptfoo by what tells it from others. */
export type PromptfooCase = { readonly description: string; readonly vars: JsonObject };

/**
 * The same case has the same name in every file and every format: its description, else its vars; told apart by a hash of these. An empty variable is as one that is not set: its tables cannot tell them apart.
 */
export function promptfooCaseNames(cases: readonly PromptfooCase[]): (one: PromptfooCase) => string {
  const holders = new Map<string, Set<string>>();
  for (const { description, vars } of cases) {
    holders.set(description, (holders.get(description) ?? new Set()).add(canonicalJson(setVars(vars))));
  }
  return ({ description, vars: written }) => {
    const vars = setVars(written);
    const mark = `#${hash(vars).slice(0, 8)}`;
    if (description !== '') return (holders.get(description)?.size ?? 0) > 1 ? `${description} ${mark}` : description;
    const shown = Object.entries(vars)
      .map(([key, value]) => `${key}=${typeof value === 'string' ? value : canonicalJson(value)}`)
      .join(', ');
    const line = showOnOneLine(shown, 80);
    if (shown === '') return 'without variables';
    return line === shown ? line : `${line} ${mark}`;
  };
}

/** Variables of the case as the file of tests has them; the tool adds its own while it runs. */
function setVars(vars: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(vars).filter(([name, value]) => !name.startsWith('_') && name !== 'sessionId' && value !== ''),
  );
}
