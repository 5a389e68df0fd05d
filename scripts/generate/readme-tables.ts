import { markdownTable } from 'markdown-table';
import { inputDefault } from '../../src/core/settings/input-default.ts';
import { inputs } from '../../src/core/settings/inputs.ts';
import { outputs } from '../../src/core/settings/outputs.ts';
import { showDefault } from './show-default.ts';

const tables = {
  inputs: () =>
    table(
      ['input', 'default', 'meaning'],
      inputs.map((input) => [`\`${input.name}\``, showDefault(inputDefault(input) ?? ''), input.description]),
    ),
  outputs: () =>
    table(
      ['output', 'meaning'],
      outputs.map(({ name, description }) => [`\`${name}\``, description]),
    ),
} as const;

/**
 * The README with its tables written anew between their markers (`<!-- inputs:start -->` … `<!-- inputs:end -->`).
 * @throws Error where a pair of markers is missing.
 */
export function readmeWithTables(readme: string): string {
  let text = readme;
  for (const [name, write] of Object.entries(tables)) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md lacks the markers ${start} and ${end}.`);
    text = `${text.slice(0, from + start.length)}\n${write()}\n${text.slice(to)}`;
  }
  return text;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  return markdownTable(escaped, { alignDelimiters: false, padding: true });
}
