import { describeIssues } from '../issues/describe-issues.ts';
import type { Problem } from '../problem.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { type Inputs, inputs, inputsSchema } from './inputs.ts';

export type ParsedInputs =
  | { readonly kind: 'inputs'; readonly inputs: Inputs }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads inputs as the runner or the command line gives them: texts by name. A missing name is no value, and so is an
 * empty or blank text, except for `artifact`, where a given empty text means none. Never throws; no message repeats a
 * secret.
 */
export function parseInputs(given: ReadonlyMap<string, string>): ParsedInputs {
  const values = new Map([...given].map(([name, text]) => [name, text.trim()]));
  const written = Object.fromEntries([...values].filter(([name, text]) => text !== '' || name === 'artifact'));
  const parsed = inputsSchema.safeParse(written, { reportInput: true });
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(inputsSchema.shape, name)).map(describeUnknown);
  const refused = parsed.success ? [] : describeIssues(parsed.error.issues, () => []).map(toProblem);
  const [first, ...others] = [...unknown, ...refused];
  if (first !== undefined) return { kind: 'broken', problems: [first, ...others] };
  if (parsed.success) return { kind: 'inputs', inputs: parsed.data };
  return { kind: 'broken', problems: [{ reason: 'config', what: 'the inputs are not readable.' }] };
}

function describeUnknown(name: string): Problem {
  const names = inputs.map((input) => input.name);
  const nearest = suggestNearest(name, names);
  const fix = nearest === undefined ? `Inputs: ${names.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return { reason: 'config', what: `unknown input \`${name.slice(0, 60).replaceAll(/[\p{Cc}`]/gu, ' ')}\`.`, fix };
}

function toProblem({ what, fix }: { readonly what: string; readonly fix?: string }): Problem {
  return { reason: 'config', what: `the input ${what}`, ...(fix === undefined ? {} : { fix }) };
}
