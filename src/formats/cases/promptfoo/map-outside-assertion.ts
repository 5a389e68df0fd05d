import type { JsonObject } from '../../../core/json.ts';
import { type Assertion, asks, type MapAssertion, type MappedAssertion, notRun, turned } from './mapped-assertion.ts';

/** Least score that passes where an assertion has no threshold: promptfoo passes what is above 0. */
const aboveNothing = 0.001;

/**
 * Assertions that only a program or a service outside of the sandbox could judge. Each is a `score` check where the config
 * of the base branch has a scorer for it: one named after the file that the assertion names, else one named after its type.
 */
export const outsideAssertions = {
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
