import { jsonAssertions } from './map-json-assertion.ts';
import { judgedAssertions } from './map-judged-assertion.ts';
import { measuredAssertions } from './map-measured-assertion.ts';
import { textAssertions } from './map-text-assertion.ts';
import type { MapAssertion } from './mapped-assertion.ts';

/** How each of promptfoo's assertion types that has a counterpart here is mapped, by its name without `not-`. */
export const mappedTypes: ReadonlyMap<string, MapAssertion> = new Map(
  Object.entries({ ...textAssertions, ...jsonAssertions, ...measuredAssertions, ...judgedAssertions }),
);

/** Types of promptfoo that nothing here stands for: scripts, services, parsers, and what reads more than one reply. */
const withoutCounterpart = [
  'agent-rubric',
  'classifier',
  'contains-html',
  'contains-sql',
  'contains-xml',
  'conversation-relevance',
  'f-score',
  'gleu',
  'guardrails',
  'human',
  'is-html',
  'is-sql',
  'is-valid-function-call',
  'is-valid-openai-function-call',
  'is-valid-openai-tools-call',
  'is-xml',
  'javascript',
  'max-score',
  'meteor',
  'moderation',
  'perplexity',
  'perplexity-score',
  'pi',
  'python',
  'rouge-s',
  'ruby',
  'search-rubric',
  'select-best',
  'skill-used',
  'trace-error-spans',
  'trace-span-count',
  'trace-span-duration',
  'trajectory:goal-success',
  'trajectory:step-count',
  'trajectory:tool-args-match',
  'trajectory:tool-sequence',
  'trajectory:tool-used',
  'webhook',
] as const;

/** All types by which a text such as `contains: Paris` in a CSV names an assertion; the longest first, as one may begin another. */
export const assertionTypes: readonly string[] = [...mappedTypes.keys(), ...withoutCounterpart].toSorted(
  (a, b) => b.length - a.length,
);
