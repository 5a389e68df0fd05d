import { inputDefault } from '../../src/core/settings/input-flags.ts';
import { inputs } from '../../src/core/settings/inputs.ts';
import { outputs } from '../../src/core/settings/outputs.ts';
import { tableOf } from './marked-parts.ts';
import { showDefault } from './show-default.ts';

/** The README's tables, by the name of their markers. */
export const readmeTables = {
  inputs: () =>
    tableOf(
      ['input', 'default', 'meaning'],
      inputs.map((input) => [`\`${input.name}\``, showDefault(inputDefault(input) ?? ''), input.description]),
    ),
  outputs: () =>
    tableOf(
      ['output', 'meaning'],
      outputs.map(({ name, description }) => [`\`${name}\``, description]),
    ),
} as const;
