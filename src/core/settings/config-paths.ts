import type { Inputs } from './inputs.ts';

/** Where the root's config is looked for, in order. A path that someone chose is the only one: `./promptgate.yml` chooses the first. */
export function configPaths(inputs: Pick<Inputs, 'config'>): readonly [string, ...string[]] {
  return inputs.config === 'promptgate.yml'
    ? ['promptgate.yml', '.github/promptgate.yml']
    : [inputs.config.replace(/^(?:\.\/)+/u, '')];
}
