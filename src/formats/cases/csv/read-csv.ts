import { tooManyCases } from '../../../core/cases/too-many-cases.ts';
import type { CheckKind, CheckKinds } from '../../../core/check-kind.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { Position, Problem } from '../../../core/problem.ts';
import { fixUnknown } from '../../../core/yaml/explain-issues.ts';
import type { LocatedRead } from '../../../core/yaml/located.ts';
import type { CaseForm } from '../types.ts';
import { type CsvRow, readCsvRows } from './read-csv-rows.ts';

/** Cases as a table with commas, for spreadsheets. */
export const csvCases: CaseForm = {
  name: 'csv',
  about: {
    recognisedBy:
      '`.csv` with a header: `id`, `segment`, `weight`, `reference`, `context`, `tags`, `label`, `check:KIND`, and variables by any other name',
    notRead: ['`history`, `tools`, `defaults` and what else has no column'],
    example: {
      path: 'prompts/hours.cases.csv',
      text: `id,question,check:contains,check:max-words,tags
sunday,Are you open on Sunday?,closed,120,smoke
evening,"Are you open at eight, or later?",,120,
`,
    },
  },
  endings: ['.csv'],
  read: readCsv,
};

/** Columns that are a case's own fields; `check:<kind>` columns are checks, all others vars. */
const fields = ['id', 'segment', 'weight', 'reference', 'context', 'tags', 'label'] as const;
type Field = (typeof fields)[number];

type Column =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'check'; readonly check: CheckKind }
  | { readonly kind: 'var'; readonly name: string };

/**
 * Reads comma-separated cases into the form of the other files: a row a case. Vars are texts, empty ones too;
 * an empty cell of another column says nothing. A check's cell is its argument: JSON where it begins like a
 * list or map, else the text, the number it shows, or (`true`, `yes`, `x`) nothing, whichever the kind takes first.
 */
function readCsv(text: string, file: string, kinds: CheckKinds): LocatedRead {
  const rows = readCsvRows(text, file);
  if (rows.kind === 'broken') return rows;
  const [header, ...body] = rows.rows;
  if (header === undefined)
    return broken({ reason: 'files', what: 'The file has no header row.', at: { file, line: 1 } });

  const many = tooManyCases(body.length, file);
  if (many !== undefined) return broken(many);
  const problems: Problem[] = [];
  const columns = readHeader(header, file, kinds, problems);
  for (const { cells, line } of body) {
    if (cells.length === header.cells.length) continue;
    const what = `This row has ${cells.length} cells, the header ${header.cells.length}.`;
    problems.push({
      reason: 'files',
      what,
      at: { file, line },
      fix: 'Put texts with commas or line breaks in double quotes.',
    });
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest.slice(0, 19)] };

  const value = body.map(({ cells }) => readRow(cells, columns));
  const at = ([index]: readonly (string | number)[]): Position => ({ file, line: body[Number(index)]?.line ?? 1 });
  return { kind: 'read', located: { value, at } };
}

function readHeader({ cells, line }: CsvRow, file: string, kinds: CheckKinds, problems: Problem[]): readonly Column[] {
  const at = { file, line };
  const seen = new Set<string>();
  return cells.flatMap((cell): readonly Column[] => {
    const name = cell.trim();
    if (name === '' || name === '__proto__') {
      problems.push({
        reason: 'files',
        what: name === '' ? 'A column has no name.' : 'A column cannot be named `__proto__`.',
        at,
        fix: 'Name it.',
      });
      return [];
    }
    if (name.startsWith('check:')) {
      const kind = name.slice('check:'.length).trim();
      const check = kinds.get(kind);
      if (check !== undefined) return [{ kind: 'check', check }];
      problems.push({
        reason: 'files',
        what: `There is no check \`${kind}\`.`,
        at,
        fix: fixUnknown(kind, [...kinds.keys()]),
      });
      return [];
    }
    if (seen.has(name))
      problems.push({ reason: 'files', what: `Two columns are named \`${name}\`.`, at, fix: 'Rename one.' });
    seen.add(name);
    const field = fields.find((one) => one === name);
    return [field === undefined ? { kind: 'var', name } : { kind: 'field', field }];
  });
}

function readRow(cells: readonly string[], columns: readonly Column[]): JsonObject {
  const own: [string, Json][] = [];
  const vars: [string, Json][] = [];
  const checks: Json[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column.kind === 'var') vars.push([column.name, cell]);
    else if (cell.trim() === '') continue;
    else if (column.kind === 'field') own.push([column.field, readField(column.field, cell)]);
    else checks.push({ [column.check.kind]: readArgument(column.check, cell) });
  }
  return { ...Object.fromEntries(own), vars: Object.fromEntries(vars), checks };
}

function readField(field: Field, cell: string): Json {
  switch (field) {
    case 'weight':
    case 'label':
      return Number.isFinite(Number(cell)) ? Number(cell) : cell;
    case 'tags':
      return cell.split(/[\s,;]+/u).filter((tag) => tag !== '');
    case 'context':
      return parseJson(cell) ?? cell;
    case 'id':
      return cell.trim();
    case 'segment':
    case 'reference':
      return cell;
  }
}

function readArgument({ argument }: CheckKind, cell: string): Json {
  const json = parseJson(cell);
  const number = Number(cell);
  const bare = /^\s*(?:true|yes|x)\s*$/iu.test(cell);
  const readings = [
    ...(json === undefined ? [] : [json]),
    cell,
    ...(Number.isFinite(number) ? [number] : []),
    ...(bare ? [null] : []),
  ];
  for (const reading of readings) {
    const parsed = argument.safeParse(reading);
    // A kind that takes a number written as a text means the number.
    if (parsed.success) return typeof parsed.data === 'number' ? parsed.data : reading;
  }
  return cell;
}

/** The list or map a cell holds as JSON. */
function parseJson(cell: string): Json | undefined {
  if (!/^\s*[[{]/u.test(cell)) return undefined;
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

type Broken = { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

function broken(problem: Problem): Broken {
  return { kind: 'broken', problems: [problem] };
}
