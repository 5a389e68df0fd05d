import type { Inputs } from './inputs.ts';

/** Where the config is looked for, in order. A path that someone chose is the only one. */
export function configPaths(inputs: Pick<Inputs, 'config'>): readonly [string, ...string[]] {
  return inputs.config === 'promptgate.yml' ? ['promptgate.yml', '.github/promptgate.yml'] : [inputs.config];
}
