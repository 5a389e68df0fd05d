import { inputDefault } from './input-default.ts';
import { inputs } from './inputs.ts';

/** An input as a flag, in the notation of the command line's parser. */
export type InputFlag = {
  readonly input: string;
  readonly flags: string;
  readonly describe: () => string;
  /** The only command that takes it. */
  readonly only?: 'compare';
};

/**
 * Inputs that the command line takes as flags. The others mean nothing there (labels, artifacts, forks), are another
 * flag's (`--base`, `--comment FILE`), or are secrets, which belong in the environment.
 */
export const inputFlags: readonly InputFlag[] = inputs.flatMap((input) => {
  if (input.flag === undefined) return [];
  const describe = () => {
    const value = inputDefault(input);
    return value === undefined ? input.description : `${input.description} Default: ${value}.`;
  };
  const only = input.only === undefined ? {} : { only: input.only };
  return [{ input: input.name, flags: `--${input.name} <${input.flag}>`, describe, ...only }];
});
