import { type Floor, floors } from '../floors.ts';
import { tableOf } from './marked-parts.ts';

/** The floors as a table: what each holds and what it may import. */
export const floorTable = {
  floors: () =>
    tableOf(
      ['part of `src/`', 'holds', 'may import'],
      floors.map((floor) => [floor.parts.map((part) => `\`${part}\``).join(', '), floor.holds, wordImports(floor)]),
    ),
} as const;

/** The floors as a picture, arrows from who imports to what is imported; without `core`, and without arrows that others imply. */
export const floorPicture = {
  'floor-picture': () => {
    const arrows = floors.flatMap(({ parts, imports }) => {
      const direct = imports.filter((to) => to !== 'core');
      const implied = new Set(direct.flatMap((to) => floorOf(to).imports));
      return direct.filter((to) => !implied.has(to)).map((to) => `  ${boxOf(parts)} --> ${boxOf(floorOf(to).parts)}`);
    });
    return ['```mermaid', 'flowchart TD', ...new Set(arrows), '```'].join('\n');
  },
} as const;

function wordImports({ imports, node, onlyInWords }: Floor): string {
  const own = imports.length === 0 ? 'nothing else of `src/`' : imports.join(', ');
  return `${own}${node ? '; Node' : ''}${onlyInWords === undefined ? '' : ` (${onlyInWords})`}`;
}

/** Adapters stand side by side: one box tells more than five with the same arrows. */
function boxOf(parts: readonly string[]): string {
  return parts.some((part) => adapters.has(part))
    ? 'adapters[adapters: providers, hosts, store, sandbox, embedded]'
    : `${idOf(parts)}[${parts.join(', ')}]`;
}

const adapters = new Set(
  floors.filter(({ node, imports }) => node && imports.join() === 'core').flatMap(({ parts }) => parts),
);

function idOf(parts: readonly string[]): string {
  return (parts[0] ?? '').replace(/\W/gu, '_');
}

function floorOf(part: string): Floor {
  const found = floors.find(({ parts }) => parts.includes(part));
  if (found === undefined) throw new Error(`No floor holds ${part}, which another may import.`);
  return found;
}
