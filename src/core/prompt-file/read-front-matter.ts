import type { JsonObject } from '../json.ts';
import type { Position, Problem } from '../problem.ts';
import type { Located } from '../yaml/located.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { isObject } from './is-object.ts';

/** A text with the YAML between `---` lines at its head read and taken off. */
export type FrontMatterRead =
  | {
      readonly kind: 'read';
      readonly matter: JsonObject;
      readonly at: Located['at'];
      readonly body: string;
      /** Line of the file in which the body begins. */
      readonly bodyLine: number;
    }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads front matter. A text that begins with `---` but has no second such line has none: there it is a ruler.
 * @param line of the file that the text begins in
 */
export function readFrontMatter(file: string, text: string, line = 1): FrontMatterRead {
  const whole = text.startsWith('\u{feff}') ? text.slice(1) : text;
  const start: Position = { file, line, column: 1 };
  const match = /^---[ \t]*\r?\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/u.exec(whole);
  const yaml = match?.groups?.['matter'];
  const nothing: FrontMatterRead = { kind: 'read', matter: {}, at: () => start, body: whole, bodyLine: line };
  if (match === null || yaml === undefined) return nothing;
  const body = whole.slice(match[0].length);
  const bodyLine = match[0].split('\n').length + line - 1;
  const read = readYaml(yaml, file, { line: line + 1 });
  if (read.kind === 'broken') return read;
  const { value, at } = read.located;
  if (value === null) return { kind: 'read', matter: {}, at, body, bodyLine };
  // A text between two rulers is the prompt's own.
  return isObject(value) ? { kind: 'read', matter: value, at, body, bodyLine } : nothing;
}
