import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { splitList } from './map-text-assertion.ts';
import {
  type Assertion,
  asks,
  type MapAssertion,
  type MappedAssertion,
  noNegation,
  notRun,
  textIn,
  turned,
} from './mapped-assertion.ts';

/** Assertions on what can be counted or measured of a reply, each with promptfoo's own default threshold. */
export const measuredAssertions = {
  'word-count': countWords,
  latency: (assertion) => limit('max-latency', assertion),
  cost: (assertion) => limit('max-cost', assertion),
  'finish-reason': finishReason,
  'tool-call-f1': toolCalls,
  'is-valid-openai-tools-call': validCalls,
  'is-valid-openai-function-call': validCalls,
  'is-valid-function-call': validCalls,
  'rouge-n': (assertion) => resemble('rouge', assertion, 0.75, { words: 'treebank' }),
  'rouge-l': (assertion) => resemble('rouge', assertion, 0.75, { variant: 'l', words: 'treebank' }),
  bleu: (assertion) => resemble('bleu', assertion, 0.5, { words: 'white-space', smoothing: 'epsilon' }),
  gleu: (assertion) => resemble('gleu', assertion, 0.5),
  meteor: weighWords,
  similar: (assertion) => resemble('similar', assertion, 0.75),
  'similar:cosine': (assertion) => resemble('similar', assertion, 0.75),
  'similar:dot': (assertion) => resemble('similar', assertion, 0.75, { by: 'dot' }),
  'similar:euclidean': nearBy,
  levenshtein: countEdits,
  javascript: runScript,
} as const satisfies Record<string, MapAssertion>;

function runScript({ value, threshold, negated, config }: Assertion): MappedAssertion {
  const given = typeof value === 'string' && value.trim() !== '' ? { code: value } : value;
  if (!isObject(given)) return notRun('its value is no code');
  const argument = config === undefined && typeof value === 'string' ? value : { ...given, ...(config && { config }) };
  const options = threshold === undefined ? {} : { threshold };
  return asks({ kind: 'javascript', argument, options, ...turned(negated) });
}

function countEdits({ value, threshold = 5, negated }: Assertion): MappedAssertion {
  const argument = textIn(value);
  if (argument === undefined) return notRun('its value is no text');
  const options = { exact: true, 'max-edits': Math.floor(threshold), 'all-or-nothing': true };
  return asks({ kind: 'levenshtein', argument, options, ...turned(negated) });
}

function countWords({ value, negated }: Assertion): MappedAssertion {
  const number = numberIn(value);
  const range = isObject(value) ? { min: numberIn(value['min'] ?? null), max: numberIn(value['max'] ?? null) } : {};
  const { min, max } = range;
  const argument = number ?? { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  if (typeof argument !== 'number' && Object.keys(argument).length === 0)
    return notRun('its value is no number of words');
  return asks({ kind: 'word-count', argument, options: { words: 'white-space' }, ...turned(negated) });
}

function limit(kind: string, { threshold, negated }: Assertion): MappedAssertion {
  if (threshold === undefined) return notRun('it has no threshold');
  return asks({ kind, argument: threshold, ...turned(negated) });
}

function finishReason({ value, negated }: Assertion): MappedAssertion {
  if (typeof value !== 'string') return notRun('its value is no text');
  return asks({ kind: negated ? 'not-finish-reason' : 'finish-reason', argument: value.toLowerCase() });
}

function toolCalls({ value, threshold = 1, negated }: Assertion): MappedAssertion {
  const written = isList(value) ? value.map(textIn) : typeof value === 'string' ? splitList(value) : undefined;
  const names = new Set((written ?? []).flatMap((name) => (name?.trim() ? [name.trim()] : [])));
  if (names.size === 0) return notRun('its value names no tool');
  const argument = [...names].map((name) => ({ name }));
  return asks({ kind: 'tool-call-f1', argument, options: { by: 'names' }, min: threshold, ...turned(negated) });
}

/** Held against the tools that the prompt is asked with: its own, or those of the config. promptfoo passes over `not-` here. */
function validCalls({ negated }: Assertion): MappedAssertion {
  return negated ? notRun(noNegation) : asks({ kind: 'valid-tool-calls', argument: null });
}

function resemble(
  kind: string,
  { value, threshold, negated }: Assertion,
  usual: number,
  options: JsonObject = {},
): MappedAssertion {
  const texts = (isList(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [one] : []));
  const [only, ...others] = texts;
  if (only === undefined || (isList(value) && texts.length < value.length)) return notRun('its value is no text');
  const argument = others.length === 0 ? only : texts;
  return asks({ kind, argument, options, min: threshold ?? usual, ...turned(negated) });
}

function weighWords(assertion: Assertion): MappedAssertion {
  const { weights = {} } = assertion;
  const isWeight = (name: string, weight: Json): boolean =>
    typeof weight === 'number' && weight >= 0 && (name === 'beta' || weight <= 1);
  const strange = Object.entries(weights).find(([name, weight]) => !isWeight(name, weight));
  if (strange !== undefined)
    return notRun(`its \`${strange[0]}\` is no number from 0 ${strange[0] === 'beta' ? 'on' : 'to 1'}`);
  return resemble('meteor', assertion, 0.5, weights);
}

/** promptfoo's threshold is a distance, ours a score: the greater the one, the smaller the other. */
function nearBy(assertion: Assertion): MappedAssertion {
  const threshold = 1 / (1 + Math.max(0, assertion.threshold ?? 0.75));
  return resemble('similar', { ...assertion, threshold }, 0, { by: 'euclidean' });
}

function numberIn(value: Json): number | undefined {
  const number =
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
