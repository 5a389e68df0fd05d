import picomatch from 'picomatch';
import type { GoldenCase } from './golden-case.ts';
import type { Prompt, Role } from './prompt.ts';
import { chooseEngine } from './template/choose-engine.ts';
import type { Engine, EngineName } from './template/engine.ts';
import { engines } from './template/engines.ts';
import { listVariables } from './template/fill-template.ts';
import { findIncluded } from './template/find-included.ts';

/** What of the settings says how prompts are read that do not say it themselves. Later entries win. */
export type PromptRules = {
  readonly roles: readonly { readonly paths: readonly string[]; readonly role: PromptRole }[];
  readonly templates: readonly { readonly paths: readonly string[]; readonly engine: EngineName }[];
};

export const promptRoles = ['system', 'developer', 'user'] as const satisfies readonly Role[];
/** Roles that the one message of a plain text may have. */
export type PromptRole = (typeof promptRoles)[number];

/** Both sides of a prompt as they are asked, and what a reader should know that the files do not say. */
export type SettledPrompts = {
  readonly old?: Prompt;
  readonly next?: Prompt;
  readonly notes: readonly string[];
};

/** Names by which people call what the user said, the more telling first. */
const turnNames = ['question', 'user_message', 'user_input', 'message', 'query', 'input', 'text'] as const;

/**
 * Settles what files leave open by what the golden cases of both sides tell: how templates are filled, whose message a
 * plain text is, and which variable is the user's turn. Both sides are settled by the same cases, and a variable that
 * either side's template takes is never the turn: a prompt that loses its `{{question}}` is asked without it.
 * @param cases those of base and head
 */
export function settlePrompts(
  { old, next }: { readonly old?: Prompt | undefined; readonly next?: Prompt | undefined },
  cases: readonly GoldenCase[],
  rules: PromptRules,
): SettledPrompts {
  const given = namesGivenBy(cases);
  const filled = { old: old && withEngine(old, given, rules), next: next && withEngine(next, given, rules) };
  const sides = [filled.old, filled.next].flatMap((side) => side ?? []);
  const taken = new Set(sides.flatMap(({ variables }) => variables.map((name) => name.split('.', 1)[0] ?? name)));
  const inTurns = new Set(cases.flatMap(({ user }) => (user === undefined ? [] : listVariables(user))));
  const spare = [...new Set(cases.flatMap(({ vars }) => Object.keys(vars)))].filter(
    (name) => !taken.has(name) && !inTurns.has(name) && holdsText(name, cases),
  );
  const written = cases.some(
    ({ user, history, checks }) =>
      user !== undefined || history.length > 0 || checks.some(({ kind }) => kind === 'simulate'),
  );
  const named = chooseTurn(spare);
  const isStatic = sides.every(({ variables }) => variables.length === 0);
  const speaksFirst = isStatic && (written || named !== undefined);

  const settle = (prompt: Prompt | undefined): { readonly prompt?: Prompt; readonly notes: readonly string[] } => {
    if (prompt === undefined) return { notes: [] };
    const role = roleOf(prompt, rules, speaksFirst);
    const messages = role === undefined ? prompt.messages : prompt.messages.map((one) => ({ ...one, role: role.role }));
    const turn = messages.some((message) => message.role === 'user') ? undefined : named;
    return {
      prompt: {
        ...prompt,
        messages,
        ...(turn !== undefined && { turn, variables: [...prompt.variables, turn] }),
      },
      notes: noteOn(prompt.path, role, turn),
    };
  };
  const settled = { old: settle(filled.old), next: settle(filled.next) };
  return {
    ...(settled.old.prompt !== undefined && { old: settled.old.prompt }),
    ...(settled.next.prompt !== undefined && { next: settled.next.prompt }),
    notes: next === undefined ? settled.old.notes : settled.next.notes,
  };
}

/** Names that a prompt's templates use by an engine. */
export function variablesOf(
  { messages, included }: Pick<Prompt, 'messages' | 'included'>,
  engine: EngineName,
): readonly string[] {
  const find = findIncluded({ ...(included !== undefined && { included }) });
  return [...new Set(messages.flatMap(({ content }) => engineOf(engine).variables(content, find)))];
}

/** Widened: most engines know no optional variable. */
function engineOf(name: EngineName): Engine {
  return engines[name];
}

function withEngine(prompt: Prompt, given: ReadonlySet<string>, { templates }: PromptRules): Prompt {
  const ruled = templates.findLast(({ paths }) => matches(prompt.path, paths))?.engine;
  if (ruled === undefined && !prompt.open.engine) return prompt;
  const known = new Set([...given, ...Object.keys(prompt.defaults)]);
  const texts = prompt.messages.map(({ content }) => content);
  const engine = ruled ?? chooseEngine(texts, known);
  const find = findIncluded(prompt);
  const optional = new Set(texts.flatMap((text) => engineOf(engine).optional?.(text, find) ?? []));
  return { ...prompt, engine, variables: variablesOf(prompt, engine), optional: [...optional] };
}

type SettledRole = { readonly role: PromptRole; readonly by: 'config' | 'name' | 'cases' };

/** Whose message a plain text is, where its front matter does not say it. */
function roleOf({ path, open }: Prompt, { roles }: PromptRules, speaksFirst: boolean): SettledRole | undefined {
  if (!open.role) return undefined;
  const ruled = roles.findLast(({ paths }) => matches(path, paths))?.role;
  if (ruled !== undefined) return { role: ruled, by: 'config' };
  if (isNamedSystem(path)) return { role: 'system', by: 'name' };
  return speaksFirst ? { role: 'system', by: 'cases' } : undefined;
}

/** Whether a file's name says that it holds a system prompt: `system.md`, `support_system.txt`, `persona-de.md`. */
export function isNamedSystem(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return /^(?:system|instructions?(?![a-z])|persona)|(?:[_.-])system(?:[_.-]|$)/u.test(name);
}

/** The variable that is the user's turn: the only one that is left over, else the one whose name says it. */
function chooseTurn(spare: readonly string[]): string | undefined {
  if (spare.length === 1) return spare[0];
  return turnNames.find((name) => spare.includes(name));
}

function holdsText(name: string, cases: readonly GoldenCase[]): boolean {
  return cases.every(({ vars }) => !Object.hasOwn(vars, name) || isScalar(vars[name]));
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** Names that the golden cases give values to. */
export function namesGivenBy(cases: readonly GoldenCase[]): ReadonlySet<string> {
  return new Set(cases.flatMap(namesGiven));
}

function namesGiven({ vars, context }: GoldenCase): readonly string[] {
  return context.length === 0 ? Object.keys(vars) : ['context', ...Object.keys(vars)];
}

function matches(path: string, globs: readonly string[]): boolean {
  return picomatch(
    globs.map((glob) => glob.replace(/^\.?\//u, '')),
    { dot: true },
  )(path);
}

/** What was taken from the cases is said; what the file, its name or the config says is not. */
function noteOn(path: string, role: SettledRole | undefined, turn: string | undefined): readonly string[] {
  const user =
    turn === undefined ? 'each case’s own turn follows as the user’s' : `each case’s \`${turn}\` follows as the user’s`;
  if (role?.by === 'cases') {
    return [
      `The prompt takes no variable, so it is sent as the system message and ${user}. To say otherwise, write \`roles: [{ paths: ["${path}"], role: user }]\` in the config.`,
    ];
  }
  return [];
}
