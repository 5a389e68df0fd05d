import type { Json } from '../../../core/json.ts';
import {
  type Assertion,
  asks,
  type MapAssertion,
  type MappedAssertion,
  noNegation,
  notRun,
  turned,
} from './mapped-assertion.ts';

/** Where promptfoo's judge says passed or failed without a number, ours passes from here: "with small faults". */
const usualMark = 7;

/**
 * Assertions that a model judges. Rubrics become grades of our judge, 1–10 in place of promptfoo's own prompts;
 * `context-…` and `answer-relevance` are RAGAS' measures on both sides.
 */
export const judgedAssertions = {
  'llm-rubric': (assertion) => judge(assertion, (rubric) => rubric),
  'g-eval': gEval,
  'model-graded-closedqa': (assertion) =>
    judgePlainly(assertion, (criterion) => `The reply meets this criterion: ${criterion}`),
  factuality,
  'model-graded-factuality': factuality,
  'answer-relevance': (assertion) => measure('answer-relevance', assertion, 0.7),
  'context-faithfulness': (assertion) => measure('faithfulness', assertion, 0.5),
  'context-relevance': (assertion) => measure('context-relevance', assertion, 0.5),
  'context-recall': contextRecall,
} as const satisfies Record<string, MapAssertion>;

/** Types that a rubric prompt of the team's own would have judged. */
export const judgedTypes: ReadonlySet<string> = new Set(Object.keys(judgedAssertions));

function judge({ value, threshold, negated }: Assertion, word: (value: string) => string): MappedAssertion {
  if (typeof value !== 'string') return notRun('its value is no text');
  const min = threshold === undefined ? usualMark : gradeFor(threshold);
  return asks({ kind: 'judge', argument: word(value), min, ...turned(negated) });
}

/** promptfoo passes over `not-` before these. */
function judgePlainly(assertion: Assertion, word: (value: string) => string): MappedAssertion {
  return assertion.negated ? notRun(noNegation) : judge(assertion, word);
}

function factuality(assertion: Assertion): MappedAssertion {
  return judgePlainly(assertion, (reference) =>
    [
      'Nothing in the reply contradicts the following answer, which is right. To say less, or more, is no fault.',
      reference,
    ].join('\n\n'),
  );
}

function gEval({ value, threshold = 0.7, negated }: Assertion): MappedAssertion {
  const argument = isList(value) ? value : typeof value === 'string' ? [value] : [];
  const [first, ...others] = argument;
  if (first === undefined) return notRun('its value is no text');
  return asks({
    kind: 'judge',
    argument: others.length === 0 ? first : argument,
    min: gradeFor(threshold),
    ...turned(negated),
  });
}

function contextRecall(assertion: Assertion): MappedAssertion {
  const { value } = assertion;
  if (typeof value !== 'string' || value === '') return notRun('its value is no text');
  return measure('context-recall', assertion, 0.5, value);
}

function measure(kind: string, { threshold, negated }: Assertion, usual: number, reference?: string): MappedAssertion {
  if (negated) return notRun(noNegation);
  return asks({ kind, argument: null, min: threshold ?? usual, ...(reference !== undefined && { reference }) });
}

/** A score of 0–1 on the judge's scale. */
function gradeFor(threshold: number): number {
  return Math.round((1 + 9 * threshold) * 1e6) / 1e6;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
