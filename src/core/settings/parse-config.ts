import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Json } from '../json.ts';
import type { Position } from '../position.ts';
import type { Problem } from '../problem.ts';
import { configSchema } from './config-schema.ts';
import { describeIssues } from './describe-issues.ts';
import { knownConfigKeys } from './known-config-keys.ts';

/** A check as it is written under `defaults`, with its place; the reader of cases makes sense of it. */
export type WrittenCheck = { readonly value: Json; readonly at: Position };

/** The config with its defaults filled in. */
export type Config = z.output<typeof configSchema> & {
  readonly file: string;
  readonly defaultChecks: readonly WrittenCheck[];
};

export type ParsedConfig =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

const mostCharacters = 1_000_000;

/**
 * Reads a config file's text (YAML 1.2, so JSON too); an empty text is the config of defaults.
 * Never throws: what is wrong comes back as problems with line and column.
 */
export function parseConfig(text: string, file: string): ParsedConfig {
  if (text.length > mostCharacters) {
    return broken({ reason: 'config', at: { file }, what: `the config is longer than ${mostCharacters} characters.` });
  }
  const lines = new LineCounter();
  const read = readYaml(text, lines, file);
  if (read.kind === 'broken') return read;
  const { document, value } = read;
  const place = (path: readonly PropertyKey[], key?: string): Position => positionOf(document, lines, file, path, key);
  const parsed = configSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    return broken(
      ...describeIssues(parsed.error.issues, knownConfigKeys).map(({ path, key, what, fix }): Problem => {
        return { reason: 'config', what, at: place(path, key), ...(fix === undefined ? {} : { fix }) };
      }),
    );
  }
  const defaultChecks = parsed.data.defaults.checks.map((check, index) => {
    return { value: check, at: place(['defaults', 'checks', index]) };
  });
  return { kind: 'config', config: { ...parsed.data, file, defaultChecks } };
}

function broken(...problems: readonly Problem[]): { kind: 'broken'; problems: readonly [Problem, ...Problem[]] } {
  const [first, ...others] = problems;
  const unknown: Problem = { reason: 'config', what: 'the config is not readable.' };
  return { kind: 'broken', problems: [first ?? unknown, ...others] };
}

type ReadYaml =
  | { readonly kind: 'read'; readonly document: Document; readonly value: unknown }
  | Extract<ParsedConfig, { kind: 'broken' }>;

function readYaml(text: string, lines: LineCounter, file: string): ReadYaml {
  try {
    const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = [...document.errors, ...document.warnings];
    if (faults.some((fault) => /call stack/u.test(fault.message))) return broken(tooDeep(file));
    if (faults.length > 0) {
      return broken(
        ...faults.slice(0, 5).map((fault): Problem => {
          const { line, col } = lines.linePos(fault.pos[0]);
          const what = `not readable as YAML: ${fault.message.replace(/\.?$/u, '.')}`;
          return { reason: 'config', at: { file, line, column: col }, what };
        }),
      );
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
    // An alias inside its own anchor makes an endless value, and so does nesting without end: found here, by the stack.
    JSON.stringify(value);
    return { kind: 'read', document, value };
  } catch (error) {
    // The YAML library throws where aliases multiply beyond reason, and the stack ends where nesting does.
    if (error instanceof RangeError) return broken(tooDeep(file));
    const what = 'not readable as YAML: its aliases unfold to too much, or one holds itself.';
    return broken({ reason: 'config', at: { file }, what });
  }
}

function tooDeep(file: string): Problem {
  return { reason: 'config', at: { file }, what: 'not readable as YAML: it is nested too deeply.' };
}

/** The place of the value at `path` (of the key `key` in it), or of the nearest thing around it that is written. */
function positionOf(
  document: Document,
  lines: LineCounter,
  file: string,
  path: readonly PropertyKey[],
  key: string | undefined,
): Position {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = key !== undefined && isMap(node) ? node.items.find((item) => nameOf(item.key) === key) : undefined;
  const found = pair?.key ?? node;
  const range = rangeOf(found);
  if (range === undefined)
    return path.length === 0 ? { file } : positionOf(document, lines, file, path.slice(0, -1), key);
  const { line, col } = lines.linePos(range);
  return { file, line, column: col };
}

function nameOf(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start] = node.range;
  return typeof start === 'number' ? start : undefined;
}
