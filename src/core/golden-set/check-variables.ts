import type { CheckKinds } from '../check-kind.ts';
import { varsOf } from '../design/messages-of.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';
import { fileToJoin } from '../settle-role.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { engines } from '../template/engines.ts';
import { listVariables, lookUp } from '../template/fill-template.ts';
import { startWithCases } from '../text/start-with-cases.ts';
import { type Finding, weak } from './finding.ts';

/** Variables of a prompt that are looked at, and findings of either kind: nobody means more of them than that. */
const mostNames = 100;
/** Variables of a case among which a mistyped one is looked for. */
const mostMeant = 50;
/** Steps of a name with dots. */
const mostSteps = 10;

type Asked = Pick<Prompt, 'path' | 'messages' | 'engine' | 'variables' | 'optional' | 'turn' | 'defaults'>;

/**
 * Variables that a prompt uses and cases do not give, which would be sent as they are written, and variables that cases
 * give and the prompt does not know.
 * @param written files of cases: the vars of other sources serve their assertions too
 */
export function checkVariables(
  prompt: Asked,
  cases: readonly GoldenCase[],
  { kinds, written }: { readonly kinds: CheckKinds; readonly written: ReadonlySet<string> },
): readonly Finding[] {
  const known = namesAndTheirBeginnings(prompt.variables);
  const { show } = engines[prompt.engine];
  const spareOf = ({ vars, user = '', checks }: GoldenCase) => {
    const inChecks = checks.flatMap(({ kind, argument }) => kinds.get(kind)?.variables?.(argument) ?? []);
    const inTurn = namesAndTheirBeginnings([...listVariables(user), ...inChecks]);
    return Object.keys(vars).filter((key) => !known.has(key) && !inTurn.has(key));
  };
  const names = prompt.variables.filter((name) => prompt.optional?.includes(name) !== true).slice(0, mostNames);
  const lacking = cases.flatMap((golden) => {
    const values = { ...prompt.defaults, ...varsOf(golden) };
    return names
      .filter((name) => lookUp(name, values) === undefined && !(name === prompt.turn && golden.user !== undefined))
      .map((name) => ({ name, golden }));
  });
  const lacks = byName(lacking).map(([name, held]) => {
    const [{ golden }] = held;
    const meant = suggestNearest(name, spareOf(golden).slice(0, mostMeant));
    return { name, held, golden, meant };
  });
  const meant = new Set(lacks.flatMap((one) => one.meant ?? []));
  const spare = cases
    .filter((golden) => written.has(golden.at.file) && (!readsVars(golden, kinds) || isDeaf(golden, spareOf(golden))))
    .flatMap((golden) => spareOf(golden).map((name) => ({ name, golden })))
    .filter(({ name }) => !meant.has(name));
  const spares = byName(spare);
  return [
    ...lacks.map(({ name, held, golden, meant: other }) => {
      const what = `${startOf(held)} no value to \`${show(name)}\`: ${['jinja', 'nunjucks', 'handlebars'].includes(prompt.engine) ? 'it would be left empty' : 'the model would see it as it is written'}.`;
      const fix =
        other === undefined
          ? 'Add it under `vars`, or under `vars` of the file’s `defaults`.'
          : `Did it mean \`${name}\` where it says \`${other}\`?`;
      return weak(what, golden.at, fix);
    }),
    ...spares.slice(0, mostNames).map(([name, held]) => {
      const what = `${startOf(held)} a value to \`${name}\`, which the prompt does not use.`;
      return weak(
        what,
        held[0].golden.at,
        `Use \`${show(name)}\` in the prompt, or drop it. If your code adds it to the text, write \`roles: [{ paths: ["${fileToJoin(prompt)}"], role: ${prompt.turn === undefined ? 'user' : 'system'}, append: "\\n\\n{{${name}}}" }]\` in the config.`,
      );
    }),
    ...(spares.length <= mostNames
      ? []
      : [weak(`${spares.length - mostNames} more variables of its cases are not used.`, { file: prompt.path })]),
  ];
}

type Named = { readonly name: string; readonly golden: GoldenCase };

function byName(found: readonly Named[]): readonly (readonly [string, readonly [Named, ...Named[]]])[] {
  return [...Map.groupBy(found, ({ name }) => name)].flatMap(([name, [first, ...rest]]) =>
    first === undefined ? [] : [[name, [first, ...rest]] as const],
  );
}

function startOf(held: readonly Named[]): string {
  return `${startWithCases(held.map(({ golden }) => golden))} ${held.length === 1 ? 'gives' : 'give'}`;
}

/** `a.b.c` is used by whoever gives `a`, `a.b` or `a.b.c`. */
function namesAndTheirBeginnings(variables: readonly string[]): ReadonlySet<string> {
  return new Set(
    variables.flatMap((name) => {
      const steps = name.split('.', mostSteps);
      return [name, ...steps.map((_, index) => steps.slice(0, index + 1).join('.'))];
    }),
  );
}

/** The prompt uses nothing of what the case gives. */
function isDeaf({ vars }: GoldenCase, spare: readonly string[]): boolean {
  return spare.length === Object.keys(vars).length;
}

/** Judges, simulated users and a team's own scorers are shown the variables, whatever the prompt uses. */
function readsVars({ checks }: GoldenCase, kinds: CheckKinds): boolean {
  return checks.some(({ kind }) => {
    const needs = kinds.get(kind)?.needs;
    return needs !== undefined && needs !== 'nothing' && needs !== 'embeddings';
  });
}
