import { z } from 'zod';
import type { Json } from '../../core/json.ts';
import { skipText } from '../../core/json-text/json-members.ts';
import { locateJson } from '../../core/json-text/read-plain-json.ts';
import { TextLines } from '../../core/json-text/text-lines.ts';
import type { Position, Problem } from '../../core/problem.ts';
import type { Located } from '../../core/yaml/located.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import { brokenFile } from './score-problem.ts';

/** Longest text that is read as YAML, in characters. */
const longestYaml = 5_000_000;

/** As `JSON.parse` gives it. */
const anyJson = z.custom<Json>(() => true);

/** `checked`: a key that is written twice is refused already. */
export type JsonRead =
  | { readonly kind: 'read'; readonly located: Located; readonly checked: boolean }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads JSON or JSON Lines of any length fast, also with NaN and Infinity as Python writes them (they become texts), and finds the place
 * of a part only when asked for it. What is no JSON (comments, scores by case without brackets) is read as YAML.
 */
export function readJsonText(text: string, file: string): JsonRead {
  const parsed = parseJson(text);
  if (parsed.kind === 'value') {
    return { kind: 'read', located: { value: parsed.value, at: locateJson(text, file) }, checked: false };
  }
  const lines = readLines(text, file);
  if (lines !== undefined) return lines;
  const at = placeIn(parsed.why, text, file);
  const what = `Not readable as JSON: ${parsed.why.replace(/\.$/u, '')}.`;
  if (text.length > longestYaml) {
    const fix = 'Save it again as JSON; files over 5 million characters are read as JSON only.';
    return { kind: 'broken', problems: [{ reason: 'files', what, at, fix }] };
  }
  const read = readYaml(text, file);
  if (read.kind === 'read') return { ...read, checked: true };
  // What begins as JSON was meant as such: the other reader's words about it would mislead.
  const meant =
    at.line !== undefined && /^[\s\u{feff}]*[[{]/u.test(text) && read.problems[0].what.startsWith('Not readable');
  return meant ? { kind: 'broken', problems: [{ reason: 'files', what, at, fix: 'Save it again as JSON.' }] } : read;
}

/** JSON Lines, one value a line, as a list of them; undefined where the text is none: its first line is no object of its own. */
function readLines(text: string, file: string): JsonRead | undefined {
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
  const [first] = lines;
  if (first === undefined || lines.length < 2 || !/^[\s\u{feff}]*\{/u.test(first.line)) return undefined;
  const parsed = lines.map(({ line }) => parseJson(line));
  if (parsed[0]?.kind !== 'value') return undefined;
  const problems = parsed.flatMap((one, index): readonly Problem[] => {
    const { line = '', number = 1 } = lines[index] ?? {};
    if (one.kind === 'value') return [];
    const within = placeIn(one.why, line, file);
    const at = within.line === undefined ? { file, line: number } : { ...within, line: number };
    const what = `This line of JSON Lines is not readable: ${one.why.replace(/\.$/u, '')}.`;
    return [{ reason: 'files', what, at, fix: 'Write the file again: a line may have been cut off.' }];
  });
  const [fault, ...more] = problems;
  if (fault !== undefined) return brokenFile(fault, more);
  const value = parsed.flatMap((one) => (one.kind === 'value' ? [one.value] : []));
  const at: Located['at'] = ([index, ...path], on) => {
    const { line = '', number = 1 } = lines[Number(index ?? 0)] ?? {};
    return locateJson(line, file, number)(path, on);
  };
  return { kind: 'read', located: { value, at }, checked: false };
}

type Parsed = { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'no-json'; readonly why: string };

function parseJson(text: string): Parsed {
  const bare = text.startsWith('\u{feff}') ? text.slice(1) : text;
  const strict = parseStrictly(bare);
  return strict.kind === 'no-json' && /NaN|Infinity/u.test(bare) ? parseStrictly(quoteNumbers(bare)) : strict;
}

function parseStrictly(text: string): Parsed {
  try {
    return { kind: 'value', value: anyJson.parse(JSON.parse(text)) };
  } catch (fault) {
    return { kind: 'no-json', why: fault instanceof Error ? fault.message : 'it ends too early' };
  }
}

/** The text with every number that JSON does not know in quotes; what stands in texts stays as it is. */
function quoteNumbers(text: string): string {
  const parts: string[] = [];
  // One that stands for a key makes the text none that Python would have written.
  const mark = /"|(?:NaN|-?Infinity)(?!\s*:)/gu;
  let from = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '"') mark.lastIndex = skipText(text, found.index);
    else {
      parts.push(text.slice(from, found.index), `"${found[0]}"`);
      from = mark.lastIndex;
    }
  }
  return parts.join('') + text.slice(from);
}

/** The engine tells the place in its words, where it does: `… (line 3 column 14)`. */
function placeIn(why: string, text: string, file: string): Position {
  if (why === 'Unexpected end of JSON input') return { file, ...new TextLines(text).placeOf(text.length) };
  const [, line, column] = /\(line (\d+) column (\d+)\)/u.exec(why) ?? [];
  return line === undefined ? { file } : { file, line: Number(line), column: Number(column) };
}
