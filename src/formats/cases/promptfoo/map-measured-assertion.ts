import type { Json } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import {
  type Assertion,
  asks,
  type MapAssertion,
  type MappedAssertion,
  noNegation,
  notRun,
  textIn,
} from './mapped-assertion.ts';
import { splitList } from './split-list.ts';

/** Assertions on what can be counted or measured of a reply, each with promptfoo's own default threshold. */
export const measuredAssertions = {
  'word-count': countWords,
  latency: (assertion) => limit('max-latency', assertion),
  cost: (assertion) => limit('max-cost', assertion),
  'finish-reason': finishReason,
  'tool-call-f1': toolCalls,
  'rouge-n': (assertion) => resemble('rouge', assertion, 0.75),
  'rouge-l': (assertion) => resemble('rouge', assertion, 0.75, { variant: 'l' }),
  bleu: (assertion) => resemble('bleu', assertion, 0.5),
  similar: (assertion) => resemble('similar', assertion, 0.75),
  'similar:cosine': (assertion) => resemble('similar', assertion, 0.75),
  'similar:dot': () => notRun('vectors are compared by their cosine only'),
  'similar:euclidean': () => notRun('vectors are compared by their cosine only'),
  levenshtein: countEdits,
} as const satisfies Record<string, MapAssertion>;

/** The mark is the same; the score is our share of the longer text, not 0 or 1. */
function countEdits({ value, threshold = 5, negated }: Assertion): MappedAssertion {
  if (negated) return notRun(noNegation);
  const argument = textIn(value);
  if (argument === undefined) return notRun('its value is no text');
  return asks({ kind: 'levenshtein', argument, options: { 'max-edits': Math.floor(threshold) } });
}

/** Both limits are two checks, of which a reply can fail one at most. Words here end at Unicode's boundaries, not at white space. */
function countWords({ value, negated }: Assertion): MappedAssertion {
  const exact = numberIn(value);
  const range = isObject(value) ? { min: numberIn(value['min'] ?? null), max: numberIn(value['max'] ?? null) } : {};
  const { min = exact, max = exact } = range;
  if (min !== undefined && max !== undefined) {
    if (negated) return notRun(noNegation);
    return asks({ kind: 'min-words', argument: min }, { kind: 'max-words', argument: max });
  }
  if (min !== undefined)
    return asks(negated ? { kind: 'max-words', argument: min - 1 } : { kind: 'min-words', argument: min });
  if (max !== undefined)
    return asks(negated ? { kind: 'min-words', argument: max + 1 } : { kind: 'max-words', argument: max });
  return notRun('its value is no number of words');
}

function limit(kind: string, { threshold, negated }: Assertion): MappedAssertion {
  if (negated) return notRun(noNegation);
  return threshold === undefined ? notRun('it has no threshold') : asks({ kind, argument: threshold });
}

function finishReason({ value, negated }: Assertion): MappedAssertion {
  if (typeof value !== 'string') return notRun('its value is no text');
  return asks({ kind: negated ? 'not-finish-reason' : 'finish-reason', argument: value.toLowerCase() });
}

/** promptfoo compares sets of names; here a call that is made twice counts twice. */
function toolCalls({ value, threshold = 1, negated }: Assertion): MappedAssertion {
  if (negated) return notRun(noNegation);
  const written = isList(value) ? value.map(textIn) : typeof value === 'string' ? splitList(value) : undefined;
  const names = new Set((written ?? []).flatMap((name) => (name?.trim() ? [name.trim()] : [])));
  if (names.size === 0) return notRun('its value names no tool');
  return asks({ kind: 'tool-call-f1', argument: [...names].map((name) => ({ name })), min: threshold });
}

function resemble(
  kind: string,
  { value, threshold, negated }: Assertion,
  usual: number,
  options: { readonly variant?: string } = {},
): MappedAssertion {
  if (negated) return notRun(noNegation);
  const [only, ...others] = isList(value) ? value : [value];
  if (typeof only !== 'string') return notRun('its value is no text');
  if (others.length > 0) return notRun('no check takes the nearest of several texts');
  return asks({ kind, argument: only, options, min: threshold ?? usual });
}

function numberIn(value: Json): number | undefined {
  const number =
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
