import { z } from 'zod';
import type { Json } from '../../core/json.ts';
import { skipText } from '../../core/json-text/json-members.ts';
import { locateJson } from '../../core/json-text/locate-json.ts';
import { TextLines } from '../../core/json-text/text-lines.ts';
import type { Position } from '../../core/position.ts';
import type { Problem } from '../../core/problem.ts';
import type { Located } from '../../core/yaml/located.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';

/** Longest text that is read as YAML, in characters. */
const longestYaml = 5_000_000;

/** As `JSON.parse` gives it. */
const anyJson = z.custom<Json>(() => true);

/** `checked`: a key that is written twice is refused already. */
export type JsonRead =
  | { readonly kind: 'read'; readonly located: Located; readonly checked: boolean }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads JSON of any length fast, also with NaN and Infinity as Python writes them (they become texts), and finds the place
 * of a part only when asked for it. What is no JSON (comments, scores by case without brackets) is read as YAML.
 */
export function readJsonText(text: string, file: string): JsonRead {
  const parsed = parseJson(text);
  if (parsed.kind === 'value') {
    return { kind: 'read', located: { value: parsed.value, at: locateJson(text, file) }, checked: false };
  }
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
  const mark = /"|NaN|-?Infinity/gu;
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
