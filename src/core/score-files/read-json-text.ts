import { z } from 'zod';
import type { Json } from '../json.ts';
import type { Position } from '../position.ts';
import type { Located, LocatedRead } from '../yaml/located.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/** Longest text whose parts can be located, in characters: that takes a slower reader (`readYaml`). */
const longestLocated = 5_000_000;

/** As `JSON.parse` gives it. */
const anyJson = z.custom<Json>(() => true);

/**
 * Reads JSON of any length fast, and finds the place of a part only when asked for it. What is no strict JSON (NaN, as
 * Python writes it; comments) is read as YAML, which most of it is.
 */
export function readJsonText(text: string, file: string): LocatedRead {
  const parsed = parseStrictly(text);
  if (parsed.kind === 'value') {
    return { kind: 'read', located: { value: parsed.value, at: placeFinder(text, file) } };
  }
  if (text.length <= longestLocated) return readYaml(text, file);
  return {
    kind: 'broken',
    problems: [
      {
        reason: 'files',
        what: `Not readable as JSON: ${parsed.why.replace(/\.$/u, '')}.`,
        at: { file },
        fix: 'Save it again as JSON; files over 5 million characters are read as strict JSON only.',
      },
    ],
  };
}

function parseStrictly(
  text: string,
): { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'no-json'; readonly why: string } {
  try {
    return { kind: 'value', value: anyJson.parse(JSON.parse(text.startsWith('\u{feff}') ? text.slice(1) : text)) };
  } catch (fault) {
    return { kind: 'no-json', why: fault instanceof Error ? fault.message : 'it ends too early' };
  }
}

/** Reads the text a second time, once, when the first place is asked for. */
function placeFinder(text: string, file: string): Located['at'] {
  let found: Located['at'] | undefined;
  const nowhere = (): Position => ({ file });
  return (path, on) => {
    if (found === undefined) {
      const read = text.length > longestLocated ? undefined : readYaml(text, file);
      found = read?.kind === 'read' ? read.located.at : nowhere;
    }
    return found(path, on);
  };
}
