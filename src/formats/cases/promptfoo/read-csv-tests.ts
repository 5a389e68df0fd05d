import type { Json, JsonObject } from '../../../core/json.ts';
import type { Position } from '../../../core/problem.ts';
import type { LocatedRead } from '../../../core/yaml/located.ts';
import { type CsvRow, readCsvRows } from '../csv/read-csv-rows.ts';
import { assertionTypes } from './assertion-types.ts';

/**
 * Reads promptfoo's tests from comma-separated text into the form that YAML has: a row a test. Columns are vars but
 * for those with two underscores: `__expected`, `__expected1` … (assertions), `__metric`, `__threshold`,
 * `__description`, `__prefix`, `__suffix`, `__providerOutput`, `__metadata:key`, `__config:__expectedN:threshold`.
 */
export function readCsvTests(text: string, file: string): LocatedRead {
  const read = readCsvRows(text, file);
  if (read.kind === 'broken') return read;
  const [header, ...rows] = read.rows;
  if (header === undefined) return broken('The file has no header row.', { file, line: 1 });
  const names = header.cells.map((cell) => cell.trim());
  if (names.includes('__proto__')) return broken('A column cannot be named `__proto__`.', { file, line: header.line });
  const uneven = rows.find(({ cells }) => cells.length !== names.length);
  if (uneven !== undefined) {
    const what = `This row has ${uneven.cells.length} cells, the header ${names.length}.`;
    return broken(what, { file, line: uneven.line }, 'Put texts with commas or line breaks in double quotes.');
  }
  const value = rows.map((row) => readRow(names, row));
  const at = ([index]: readonly (string | number)[]): Position => ({ file, line: rows[Number(index)]?.line ?? 1 });
  return { kind: 'read', located: { value, at } };
}

function readRow(names: readonly string[], { cells }: CsvRow): JsonObject {
  const columns = names.map((name, index) => ({ name, cell: cells[index] ?? '' }));
  const one = (name: string): string | undefined =>
    columns.find((column) => column.name === name && column.cell !== '')?.cell;
  const under = (prefix: string): readonly (readonly [string, string])[] =>
    columns.flatMap(({ name, cell }) =>
      name.startsWith(prefix) && cell !== '' ? [[name.slice(prefix.length), cell]] : [],
    );
  const metric = one('__metric');
  const thresholds = under('__config:').flatMap(([key, cell]): readonly (readonly [number, number])[] => {
    const written = /^__expected(\d*):threshold$/u.exec(key);
    return written === null ? [] : [[Math.max(0, Number(written[1] ?? '') - 1), Number(cell)]];
  });
  const assert = columns
    .filter(({ name, cell }) => name.startsWith('__expected') && cell.trim() !== '')
    .map(({ cell }, index): Json => {
      const threshold = thresholds.findLast(([target]) => target === index)?.[1];
      return {
        ...readExpected(cell),
        ...(metric !== undefined && { metric }),
        ...(threshold !== undefined && { threshold }),
      };
    });
  const metadata = under('__metadata:').map(([key, cell]): readonly [string, Json] =>
    key.endsWith('[]') ? [key.slice(0, -2), cell.split(',').map((item) => item.trim())] : [key, cell],
  );
  const options = ['prefix', 'suffix'].flatMap((key) => {
    const cell = one(`__${key}`);
    return cell === undefined ? [] : [[key, cell] as const];
  });
  const [description, threshold, providerOutput] = [one('__description'), one('__threshold'), one('__providerOutput')];
  return {
    vars: Object.fromEntries(columns.flatMap(({ name, cell }) => (name.startsWith('__') ? [] : [[name, cell]]))),
    ...(assert.length > 0 && { assert }),
    ...(metadata.length > 0 && { metadata: Object.fromEntries(metadata) }),
    ...(options.length > 0 && { options: Object.fromEntries(options) }),
    ...(description !== undefined && { description }),
    ...(threshold !== undefined && { threshold: Number(threshold) }),
    ...(providerOutput !== undefined && { providerOutput }),
  };
}

function broken(what: string, at: Position, fix?: string): LocatedRead {
  return { kind: 'broken', problems: [{ reason: 'files', what, at, ...(fix !== undefined && { fix }) }] };
}

/** Types that `similar(0.8):…` gives a threshold; 0.8 for `similar`, 0.75 for the others, where none is written. */
const withThreshold: ReadonlySet<string> = new Set([
  'answer-relevance',
  'classifier',
  'context-faithfulness',
  'context-recall',
  'context-relevance',
  'cost',
  'latency',
  'levenshtein',
  'perplexity-score',
  'perplexity',
  'rouge-n',
  'similar',
  'starts-with',
]);

/**
 * The assertion that a cell of an `__expected` column stands for: `type: value` or `type(threshold): value`, a few
 * older spellings, and otherwise a text that the reply has to equal. After promptfoo's `src/csv.ts`.
 */
function readExpected(cell: string): JsonObject {
  const script = /^(?:javascript|fn|eval):([\s\S]*)$/u.exec(cell);
  if (script !== null) return { type: 'javascript', value: (script[1] ?? '').trim() };
  const rubric = /^(?:grade|llm-rubric):([\s\S]*)$/u.exec(cell);
  if (rubric !== null) return { type: 'llm-rubric', value: rubric[1] ?? '' };
  if (/^python:/u.test(cell) || /^file:\/\/.*\.py(?::|$)/u.test(cell)) return { type: 'python', value: cell };
  if (/^file:\/\/.*\.[cm]?[jt]s(?::|$)/u.test(cell)) return { type: 'javascript', value: cell };

  const bare = cell.replace(/^not-/u, '');
  const negation = cell.slice(0, cell.length - bare.length);
  for (const type of assertionTypes) {
    if (!bare.startsWith(type)) continue;
    const rest = /^(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/u.exec(bare.slice(type.length));
    if (rest === null) continue;
    const [, threshold, value] = rest;
    return {
      type: `${negation}${type}`,
      ...(value !== undefined && { value }),
      ...(withThreshold.has(type) && { threshold: Number(threshold ?? 0) || (type === 'similar' ? 0.8 : 0.75) }),
    };
  }
  return { type: 'equals', value: cell };
}
