import { jsonAssertions } from './map-json-assertion.ts';
import { judgedAssertions } from './map-judged-assertion.ts';
import { markupAssertions } from './map-markup-assertion.ts';
import { measuredAssertions } from './map-measured-assertion.ts';
import { outsideAssertions } from './map-outside-assertion.ts';
import { textAssertions } from './map-text-assertion.ts';
import type { MapAssertion } from './mapped-assertion.ts';

/** How each of promptfoo's assertion types that has a counterpart here is mapped, by its name without `not-`. */
export const mappedTypes: ReadonlyMap<string, MapAssertion> = new Map(
  Object.entries({
    ...textAssertions,
    ...jsonAssertions,
    ...markupAssertions,
    ...measuredAssertions,
    ...judgedAssertions,
    ...outsideAssertions,
  }),
);

/** Types of promptfoo that nothing here stands for: scripts, services, parsers, and what reads more than one reply. */
const withoutCounterpart = [
  'agent-rubric',
  'classifier',
  'conversation-relevance',
  'f-score',
  'guardrails',
  'human',
  'max-score',
  'moderation',
  'perplexity',
  'perplexity-score',
  'pi',
  'rouge-s',
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
] as const;

/** What to put in place of a type, where something here comes near. */
const instead: ReadonlyMap<string, string> = new Map([
  ['f-score', 'it is none of promptfoo’s either; the check `f-score` is ours'],
  ['select-best', 'it compares prompts; `prefer` compares old and new'],
  ['max-score', 'it compares prompts; `prefer` compares old and new'],
  ['trajectory:tool-used', '`tool-call` reads the calls of a reply'],
  ['trajectory:tool-args-match', '`tool-call` reads the calls of a reply'],
  ['agent-rubric', '`judge` grades the reply'],
  ['search-rubric', '`judge` grades the reply, without a search'],
]);

/** Why a type without a counterpart is not run. */
export function whyNotRun(type: string): string {
  const hint = instead.get(type);
  return hint === undefined ? 'no check here stands for it' : `no check here stands for it (${hint})`;
}

/** All types by which a text such as `contains: Paris` in a CSV names an assertion; the longest first, as one may begin another. */
export const assertionTypes: readonly string[] = [...mappedTypes.keys(), ...withoutCounterpart].toSorted(
  (a, b) => b.length - a.length,
);
