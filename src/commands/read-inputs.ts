import { ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { parseInputs } from '../core/settings/parse-inputs.ts';

/** The inputs that were given as flags. @throws ProblemError */
export function readInputs(given: ReadonlyMap<string, string>): Inputs {
  const inputs = parseInputs(given);
  if (inputs.kind === 'broken') throw new ProblemError(...inputs.problems);
  return inputs.inputs;
}
