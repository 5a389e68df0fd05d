import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { suggestNearest } from '../../../core/suggest-nearest.ts';
import { showValue } from '../../../core/template/fill-template.ts';
import type { Path } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import type { WrittenEvaluator } from './write-as-check.ts';

type Operator = { readonly key: string; readonly check: string; readonly options: JsonObject };

const ignoringCase: JsonObject = { 'ignore-case': true };

/** Operators in the order in which gh-models looks for the one it runs (`cmd/eval/eval.go`). */
const operators: readonly Operator[] = [
  { key: 'equals', check: 'equals', options: {} },
  { key: 'contains', check: 'contains', options: ignoringCase },
  { key: 'startsWith', check: 'starts-with', options: ignoringCase },
  { key: 'endsWith', check: 'ends-with', options: ignoringCase },
];

/** What people write beside them, and other runners of such files know. */
const further: readonly Operator[] = [
  { key: 'includes', check: 'contains', options: ignoringCase },
  { key: 'notContains', check: 'not-contains', options: ignoringCase },
  { key: 'not_contains', check: 'not-contains', options: ignoringCase },
  { key: 'doesNotContain', check: 'not-contains', options: ignoringCase },
  { key: 'does_not_contain', check: 'not-contains', options: ignoringCase },
  { key: 'notEquals', check: 'not-equals', options: {} },
  { key: 'regex', check: 'regex', options: {} },
  { key: 'matches', check: 'regex', options: {} },
];

const names = operators.map(({ key }) => key);
const example = `One of ${names.join(', ')}.`;

/** A `string` evaluator as a check. Of several operators one runs, as in gh models; an empty text is as good as none to it. */
export function writeStringCheck(written: Json): WrittenEvaluator {
  const broken = (what: string, fix: string): WrittenEvaluator => ({ kind: 'broken', what, fix, path: ['string'] });
  if (!isObject(written)) return broken(`\`string\` must be a map, not ${nameType(written)}.`, example);
  const [first, ...ignored] = [...operators, ...further].filter(({ key }) => (written[key] ?? '') !== '');
  if (first === undefined) return withoutOperator(Object.keys(written), broken);
  const argument = written[first.key] ?? null;
  const path = ['string', first.key];
  if (first.check === 'regex') return writePattern(argument, { path, negated: false, beside: {} });
  if (argument !== null && typeof argument === 'object') {
    return broken(`\`${first.key}\` must be a text, not ${nameType(argument)}.`, 'Quote it.');
  }
  return {
    kind: 'check',
    check: first.check,
    argument: String(argument),
    options: first.options,
    path,
    ignored: ignored.map(({ key }) => key),
  };
}

function withoutOperator(
  keys: readonly string[],
  broken: (what: string, fix: string) => WrittenEvaluator,
): WrittenEvaluator {
  const unknown = keys.find((key) => ![...operators, ...further].some((one) => one.key === key));
  const nearest = unknown === undefined ? undefined : suggestNearest(unknown, names);
  if (nearest !== undefined)
    return broken('This `string` evaluator compares with nothing.', `Did you mean \`${nearest}\`?`);
  if (unknown === undefined) {
    return { kind: 'not-run', why: 'it compares with nothing', fix: `Give it a text: ${example.toLowerCase()}` };
  }
  return { kind: 'not-run', why: `\`string\` has no \`${unknown}\``, fix: example };
}

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
