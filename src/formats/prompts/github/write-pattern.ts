import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { showValue } from '../../../core/template/show-value.ts';
import type { Path } from '../../../core/yaml/located.ts';
import type { WrittenEvaluator } from './write-as-check.ts';

/** Flags of JavaScript and Python that RE2 has too; `g` and `u` change nothing about whether a pattern is found. */
const flagsOfRe2 = /^[ims]*$/u;
const negations = ['negate', 'invert', 'not'] as const;

/**
 * A pattern as people write it: the pattern alone, or `{ pattern, flags, negate | invert, match: false }`; what negates
 * it may also stand beside it.
 */
export function writePattern(
  written: Json,
  { path, negated, beside }: { readonly path: Path; readonly negated: boolean; readonly beside: JsonObject },
): WrittenEvaluator {
  const inside = isObject(written) ? written : { pattern: written };
  const { pattern = null, flags = '', match = true, ...others } = { ...inside };
  const isNegation = (key: string): boolean => negations.some((one) => one === key);
  const turned =
    match === false ||
    [...Object.entries(others), ...Object.entries(beside)].some(([key, value]) => isNegation(key) && value === true);
  const unknown = Object.keys(others).find((key) => !isNegation(key));
  if (unknown !== undefined) {
    const why = `\`regex\` takes \`pattern\`, \`flags\` and \`negate\`, not \`${unknown}\``;
    return { kind: 'not-run', why, fix: 'Write `- regex: "…"`.' };
  }
  const wanted = showValue(flags).replaceAll(/[gu]/gu, '');
  if (!flagsOfRe2.test(wanted)) {
    return { kind: 'not-run', why: `RE2 has no flags \`${wanted}\``, fix: 'Of the flags `i`, `m` and `s` can be set.' };
  }
  return {
    kind: 'check',
    check: turned === negated ? 'regex' : 'not-regex',
    argument: typeof pattern === 'string' && wanted !== '' ? `(?${wanted})${pattern}` : pattern,
    options: Object.fromEntries(Object.entries(beside).filter(([key]) => !isNegation(key))),
    path: isObject(written) ? [...path, 'pattern'] : path,
  };
}
