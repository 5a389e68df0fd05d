import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { readYaml } from '../../../core/yaml/read-yaml.ts';
import { judgedAssertions } from './map-judged-assertion.ts';
import { markupAssertions } from './map-markup-assertion.ts';
import { measuredAssertions } from './map-measured-assertion.ts';
import { textAssertions } from './map-text-assertion.ts';
import { type Assertion, asks, type MapAssertion, type MappedAssertion, notRun, turned } from './mapped-assertion.ts';

const draft07 = 'http://json-schema.org/draft-07/schema#';

/**
 * Assertions on a reply that is JSON. promptfoo takes no fence around it and reads schemas by draft-07; `format` it
 * checks, here it is an annotation.
 */
const jsonAssertions = {
  'is-json': isJson,
  'contains-json': containsJson,
} as const satisfies Record<string, MapAssertion>;

function isJson({ value, negated }: Assertion): MappedAssertion {
  const prefix = negated ? 'not-' : '';
  const options = { strict: true };
  if (value === null || value === '') return asks({ kind: `${prefix}json`, argument: null, options });
  const schema = schemaIn(value);
  if (schema === undefined) return notRun('its value is no JSON Schema');
  return asks({ kind: `${prefix}json-schema`, argument: schema, options });
}

function containsJson({ value, negated }: Assertion): MappedAssertion {
  const kind = negated ? 'not-contains-json' : 'contains-json';
  if (value === null || value === '') return asks({ kind, argument: null });
  const schema = schemaIn(value);
  return schema === undefined ? notRun('its value is no JSON Schema') : asks({ kind, argument: schema });
}

/** A schema as written, or as YAML in a text; a map is of draft-07 unless it says otherwise. */
function schemaIn(value: Json): JsonObject | boolean | undefined {
  const schema = typeof value === 'string' ? parse(value) : value;
  if (typeof schema === 'boolean') return schema;
  return isObject(schema) ? { $schema: draft07, ...schema } : undefined;
}

function parse(text: string): Json | undefined {
  const read = readYaml(text, 'schema');
  return read.kind === 'read' ? read.located.value : undefined;
}

/** Least score that passes where an assertion has no threshold: promptfoo passes what is above 0. */
const aboveNothing = 0.001;

/**
 * Assertions that only a program or a service outside of the sandbox could judge. Each is a `score` check where the config
 * of the base branch has a scorer for it: one named after the file that the assertion names, else one named after its type.
 */
const outsideAssertions = {
  python: (assertion) => askScorer(assertion, '`scorers: { python: { command: ["python", "evals/score.py"] } }`'),
  ruby: (assertion) => askScorer(assertion, '`scorers: { ruby: { command: ["ruby", "evals/score.rb"] } }`'),
  webhook: (assertion) => askScorer(assertion, '`scorers: { webhook: { url: "https://…" } }`'),
} as const satisfies Record<string, MapAssertion>;

/** Whether an assertion of the type is judged outside: its value is given on as it is written. */
export function isOutside(type: string): boolean {
  return Object.hasOwn(outsideAssertions, type);
}

/** What the scorer is given is what is written: nothing of it is read or run here. */
function askScorer({ type, value, threshold, negated, config, scorers }: Assertion, how: string): MappedAssertion {
  if (typeof value !== 'string' || value.trim() === '') return notRun('its value is no text');
  const stem = /^file:\/\/(?:.*\/)?(?<stem>[^/]+?)\.(?:py|rb)(?::\w+)?$/u.exec(value)?.groups?.['stem'];
  const scorer = [stem, type].find((name) => name !== undefined && scorers.has(name));
  if (scorer === undefined) {
    const other = stem === undefined ? '' : `, or one named \`${stem}\`,`;
    return notRun(`only JavaScript is run; write ${how}${other} in promptgate.yml, which then scores it`);
  }
  const given: JsonObject = { type, value, ...(config && { config }) };
  return asks({ kind: 'score', argument: { scorer, given }, min: threshold ?? aboveNothing, ...turned(negated) });
}

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
