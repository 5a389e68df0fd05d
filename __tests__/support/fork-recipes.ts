import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readBlocks } from './document-blocks.ts';

const access = z.enum(['read', 'write']);
const trigger = z.object({ types: z.array(z.string()) }).nullable();

const recipe = z.object({
  on: z.record(z.string(), trigger),
  permissions: z.record(z.string(), access),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string().optional(),
      environment: z.string().optional(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.string()).optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});

export type ForkRecipe = z.infer<typeof recipe>;

/** A workflow that docs/forks.md shows, by its file's name. */
export function readForkRecipe(name: string): ForkRecipe {
  const page = readFileSync(new URL('../../docs/forks.md', import.meta.url), 'utf8');
  const block = readBlocks(page).find(({ file }) => file === `.github/workflows/${name}.yml`);
  return recipe.parse(parse(block?.text ?? ''));
}

/** What expressions of a workflow may name: `github.event…`, `secrets…`, `steps…`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** Whether a condition holds: comparisons of names and texts, joined by `&&`, which is all that the recipes use. */
export function holds(condition: string | undefined, contexts: Contexts): boolean {
  return (condition ?? '').split('&&').every((part) => {
    if (part.trim() === '') return true;
    const [, left = '', operator, right = ''] = /^\s*(\S+) (==|!=) (\S+)\s*$/u.exec(part) ?? [];
    if (operator === undefined) throw new Error(`no comparison: ${part}`);
    return (lookUp(left, contexts) === lookUp(right, contexts)) === (operator === '==');
  });
}

/** A text of a workflow with its expressions filled in. */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{ (.*?) \}\}/gu, (_, expression: string) => {
    const choice = /^(?<condition>.+) && '(?<yes>\w+)' \|\| '(?<no>\w+)'$/u.exec(expression)?.groups;
    if (choice === undefined) return String(lookUp(expression, contexts) ?? '');
    return String((holds(choice['condition'], contexts) ? choice['yes'] : choice['no']) ?? '');
  });
}

function lookUp(name: string, contexts: Contexts): unknown {
  const literal = /^'(.*)'$/u.exec(name)?.[1];
  if (literal !== undefined) return literal;
  let value: unknown = contexts;
  for (const part of name.split('.')) {
    const read = z.record(z.string(), z.unknown()).safeParse(value);
    value = read.success ? read.data[part] : undefined;
  }
  return value ?? null;
}
