import { inputDefault } from './input-default.ts';
import { inputs } from './inputs.ts';

/** An input as a flag of `promptgate review`, in the notation of the command line's parser. */
export type ReviewFlag = { readonly input: string; readonly flags: string; readonly describe: () => string };

/**
 * Inputs that the command line takes as flags. The others mean nothing there (labels, artifacts, forks), are another
 * flag's (`--base`, `--comment FILE`), or are secrets, which belong in the environment.
 */
export const reviewFlags: readonly ReviewFlag[] = inputs.flatMap((input) => {
  if (input.flag === undefined) return [];
  const describe = () => {
    const value = inputDefault(input);
    return value === undefined ? input.description : `${input.description} Default: ${value}.`;
  };
  return [{ input: input.name, flags: `--${input.name} <${input.flag}>`, describe }];
});
