import type { CheckKinds } from '../check-kind.ts';
import type { RenderPrompt } from '../design/design-review.ts';
import { varsOf } from '../design/vars-of.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { type Finding, weak } from './finding.ts';
import { startWithCases } from './word-cases.ts';

/**
 * Variables that a prompt uses and cases do not give, which would be sent as they are written, and variables that cases
 * give and the prompt does not know.
 * @param written files of cases: the vars of other sources serve their assertions too
 */
export function checkVariables(
  prompt: Prompt,
  cases: readonly GoldenCase[],
  { render, kinds, written }: { render: RenderPrompt; kinds: CheckKinds; written: ReadonlySet<string> },
): readonly Finding[] {
  const lacking = cases.flatMap((golden) =>
    render(prompt, varsOf(golden)).unknown.map((name) => ({ name, golden, meant: meantBy(name, golden, prompt) })),
  );
  const mistyped = new Set(lacking.map(({ golden, meant }) => JSON.stringify([golden.id, meant])));
  const spare = cases
    .filter((golden) => written.has(golden.at.file) && (isDeaf(prompt, golden) || !readsVars(golden, kinds)))
    .flatMap((golden) => unknownTo(prompt, golden).map((name) => ({ name, golden })))
    .filter(({ name, golden }) => !mistyped.has(JSON.stringify([golden.id, name])));
  return [
    ...byName(lacking).map(([name, held]) => {
      const { golden, meant } = held[0];
      const what = `${startOf(held)} no value to \`{{${name}}}\`: the model would see the braces.`;
      return weak(
        what,
        golden.at,
        meant === undefined ? 'Add it under `vars`, or under `vars` of the file’s `defaults`.' : renameTo(meant, name),
      );
    }),
    ...byName(spare).map(([name, held]) => {
      const what = `${startOf(held)} a value to \`${name}\`, which the prompt does not use.`;
      return weak(what, held[0].golden.at, `Use \`{{${name}}}\` in the prompt, or drop it.`);
    }),
  ];
}

type Named = { readonly name: string; readonly golden: GoldenCase; readonly meant?: string | undefined };

function byName(found: readonly Named[]): readonly (readonly [string, readonly [Named, ...Named[]]])[] {
  return [...Map.groupBy(found, ({ name }) => name)].flatMap(([name, [first, ...rest]]) =>
    first === undefined ? [] : [[name, [first, ...rest]] as const],
  );
}

function startOf(held: readonly Named[]): string {
  return `${startWithCases(held.map(({ golden }) => golden))} ${held.length === 1 ? 'gives' : 'give'}`;
}

function renameTo(meant: string, name: string): string {
  return `Did it mean \`${name}\` where it says \`${meant}\`?`;
}

/** The variable of a case that was most likely meant by one that the prompt uses. */
function meantBy(name: string, golden: GoldenCase, prompt: Prompt): string | undefined {
  return suggestNearest(name, unknownTo(prompt, golden));
}

function unknownTo({ variables }: Prompt, { vars }: GoldenCase): readonly string[] {
  return Object.keys(vars).filter((key) => !variables.some((name) => name === key || name.startsWith(`${key}.`)));
}

/** The prompt uses nothing of what the case gives. */
function isDeaf(prompt: Prompt, golden: GoldenCase): boolean {
  return unknownTo(prompt, golden).length === Object.keys(golden.vars).length;
}

/** Judges, simulated users and a team's own scorers are shown the variables, whatever the prompt uses. */
function readsVars({ checks }: GoldenCase, kinds: CheckKinds): boolean {
  return checks.some(({ kind }) => {
    const needs = kinds.get(kind)?.needs;
    return needs !== undefined && needs !== 'nothing' && needs !== 'embeddings';
  });
}
