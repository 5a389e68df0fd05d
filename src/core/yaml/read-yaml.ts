import { type Document, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument } from 'yaml';
import type { Position, Problem } from '../problem.ts';
import type { LocatedRead, Path } from './located.ts';
import { UnreadableNode, YamlValues } from './yaml-values.ts';

/** Longest text read, in characters. Hosts refuse files of more bytes than this. */
const longestText = 5_000_000;

/**
 * Reads YAML 1.2, and so JSON too, of a stranger's making: one document, unique keys, numbers that JSON can
 * hold, at most 100 levels, 20,000 keys a map and two million values with all aliases followed. Merge keys (`<<`) are taken.
 * Never throws: what cannot be read is a problem with its line and column.
 * @param from line of the file at which `text` begins, where it is only a part.
 * @param repeated what a key that is written twice is: an error, or the last of the two, as most readers take it; the
 *   place of the first such key comes with the value then
 */
export function readYaml(
  text: string,
  file: string,
  from: { readonly line: number } = { line: 1 },
  repeated: 'error' | 'last' = 'error',
): LocatedRead {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? { file, line: from.line, column: 1 } : { file, line: line + from.line - 1, column: col };
  };
  const broken = (offset: number, what: string, fix?: string): LocatedRead => ({
    kind: 'broken',
    problems: [problemAt(position(offset), what, fix)],
  });

  if (text.length > longestText) {
    return broken(
      0,
      `The file has ${text.length} characters, more than the ${longestText} that are read.`,
      'Split it.',
    );
  }
  const nul = text.indexOf('\0');
  if (nul !== -1)
    return {
      kind: 'broken',
      problems: [problemAt({ file }, 'The file holds NUL characters.', 'Save it as UTF-8 text.')],
    };

  // The library takes seconds for many empty lines.
  if (text.trim() === '') return { kind: 'read', located: { value: null, at: () => position(0) } };
  const bound = boundTokens(text);
  if (bound !== undefined) return broken(0, bound.what, bound.fix);
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      merge: true,
      // The library compares each key with each other one; `YamlValues` looks each up.
      uniqueKeys: false,
      logLevel: 'error',
      prettyErrors: false,
    });
  } catch (error) {
    // The parser recurses: a text nested deep enough ends its stack.
    if (error instanceof RangeError) return broken(0, tooDeep, 'Flatten it.');
    throw error;
  }
  const [first] = document.errors;
  if (first !== undefined) {
    if (/call stack/u.test(first.message)) return broken(first.pos[0], tooDeep, 'Flatten it.');
    return broken(first.pos[0], ...explain(first.code, first.message, /\.jsonl?$/u.test(file)));
  }
  try {
    const values = new YamlValues(document, repeated);
    const value = values.read();
    const { twice } = values;
    const located = { value, at: (path: Path, on?: 'value' | 'key') => findPosition(document, path, on, position) };
    return { kind: 'read', located, ...(twice !== undefined && { repeated: position(twice) }) };
  } catch (error) {
    if (error instanceof UnreadableNode) return broken(error.offset, error.message, error.fix);
    throw error;
  }
}

const tooDeep = 'The file is nested too deep to be read.';

function explain(code: string, message: string, json: boolean): [what: string, fix?: string] {
  if (code === 'MULTIPLE_DOCS') return ['The file holds several YAML documents.', 'Keep one; `---` begins another.'];
  if (code === 'TAB_AS_INDENT') return ['Tabs indent this YAML.', 'Indent with spaces.'];
  const [, mark] = /^Missing closing (['"])quote/u.exec(message) ?? [];
  const why = mark === undefined ? message.replace(/\.$/u, '') : `a quote (${mark}) is opened and never closed`;
  if (json) return [`Not readable as JSON: ${why}.`];
  return [
    `Not readable as YAML: ${why}.`,
    'Texts with `: `, `#`, `{{` or quotes need quotes around them, or a `|` block.',
  ];
}

function problemAt(at: Position, what: string, fix?: string): Problem {
  return fix === undefined ? { reason: 'files', what, at } : { reason: 'files', what, at, fix };
}

/** Where the part of a document at `path` was written, or the nearest part around it that was. */
function findPosition(
  document: Document,
  path: Path,
  on: 'key' | 'value' | undefined,
  position: (offset: number) => Position,
): Position {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    const found = stepInto(node, step, last && on === 'key');
    if (found === undefined) break;
    offset = found.offset ?? offset;
    // What an alias repeats is shown where the alias stands: there the reader uses it.
    if (isAlias(found.node)) break;
    node = found.node;
  }
  return position(offset);
}

function stepInto(
  node: unknown,
  step: string | number,
  onKey: boolean,
): { readonly node: unknown; readonly offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value ?? '') === String(step));
  if (pair === undefined) return undefined;
  const key = startOf(pair.key);
  return { node: pair.value, offset: onKey ? key : (startOf(pair.value) ?? key) };
}

function startOf(node: unknown): number | undefined {
  if (!isNodeWithRange(node)) return undefined;
  return node.range?.[0];
}

function isNodeWithRange(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
}

/** Marks, texts and spaces that a file may be written with: some 30,000 golden cases. Parsing takes seconds for so many. */
export const mostTokens = 1_000_000;
const deepest = 100;
/** A shorter text cannot hold enough to take long. */
const shortest = 50_000;

/**
 * Looks at how a YAML text is written before it is parsed: cutting it into tokens takes a tenth of the time, and is left off as
 * soon as it is too much.
 * @returns what is too much, in words; undefined where it may be parsed
 */
function boundTokens(text: string): { readonly what: string; readonly fix: string } | undefined {
  if (text.length < shortest) return undefined;
  let count = 0;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    count += 1;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return { what: 'The file is nested too deep to be read.', fix: 'Flatten it.' };
    if (count > mostTokens) {
      const most = mostTokens.toLocaleString('en');
      return { what: `The file is written with more than ${most} marks and texts.`, fix: 'Split it.' };
    }
  }
  return undefined;
}
