import type { GoldenCase } from './golden-case.ts';
import { isNamedBy } from './paths/match-globs.ts';
import type { Prompt } from './prompt.ts';
import {
  noteOnBeside,
  noteOnRole,
  noteOnTurns,
  type RoleRule,
  settleRole,
  withBeside,
  withJoined,
  withRole,
} from './settle-role.ts';
import { chooseEngine } from './template/choose-engine.ts';
import type { Engine, EngineName } from './template/engine.ts';
import { engines } from './template/engines.ts';
import { listVariables } from './template/fill-template.ts';
import { findIncluded } from './template/find-shown.ts';
import type { Spacing } from './template/jinja/lex.ts';
import { noteOnSpacing } from './template/render-messages.ts';

/** How the templates of some paths are filled. */
export type TemplateRule = Spacing & { readonly paths: readonly string[]; readonly engine: EngineName };

/** What of the settings says how prompts are read that do not say it themselves. Later entries win. */
export type PromptRules = {
  readonly roles: readonly RoleRule[];
  readonly templates: readonly TemplateRule[];
};

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
  const ready = (side: Prompt): Prompt =>
    side.rendered === undefined
      ? withJoined(withEngine(withBeside(side, rules.roles), given, rules), rules.roles)
      : side;
  const filled = { old: old && ready(old), next: next && ready(next) };
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
    // What code rendered is asked as it is.
    if (prompt.rendered !== undefined) return { prompt, notes: [] };
    const role = settleRole(prompt, rules.roles, speaksFirst);
    const messages = withRole(prompt.messages, role?.role);
    const turn = messages.some((message) => message.role === 'user') ? undefined : named;
    return {
      prompt: {
        ...prompt,
        messages,
        ...(turn !== undefined && { turn, variables: [...prompt.variables, turn] }),
      },
      notes: [
        ...noteOnBeside(prompt),
        ...noteOnRole(prompt.path, role, turn),
        ...noteOnTurns(prompt, role),
        ...noteOnSpacing(prompt, cases),
      ],
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
  const rule = templates.findLast(({ paths }) => isNamedBy(prompt.path, paths));
  const ruled = rule?.engine;
  const known = new Set([...given, ...Object.keys(prompt.defaults)]);
  if (ruled === undefined && !prompt.open.engine) return withSingleBraces(prompt, known);
  const texts = prompt.messages.map(({ content }) => content);
  const engine = ruled ?? chooseEngine(texts, known);
  const find = findIncluded(prompt);
  const optional = new Set(texts.flatMap((text) => engineOf(engine).optional?.(text, find) ?? []));
  return {
    ...prompt,
    engine,
    variables: variablesOf(prompt, engine),
    optional: [...optional],
    ...(rule !== undefined && { engineRuled: true as const, ...spacingOf(rule) }),
  };
}

function spacingOf({ paths: _, engine, ...spacing }: TemplateRule): Pick<Prompt, 'spacing'> {
  return engine === 'jinja' && Object.keys(spacing).length > 0 ? { spacing } : {};
}

/** A text that promptfoo fills nothing in, though it has `{name}` of its tests: what another program fills in is reviewed. */
function withSingleBraces(prompt: Prompt, known: ReadonlySet<string>): Prompt {
  const texts = prompt.messages.map(({ content }) => content);
  if (prompt.engine !== 'nunjucks' || texts.some((text) => /\{[{%]/u.test(text))) return prompt;
  if (chooseEngine(texts, known) !== 'f-string') return prompt;
  const variables = variablesOf(prompt, 'f-string');
  const shown = variables.filter((name) => known.has(name)).map(engines['f-string'].show);
  const text = `promptfoo fills in \`{{name}}\` alone, and would send ${shown.map((one) => `\`${one}\``).join(', ')} as written. Here the tests’ values are filled in, as an application does.`;
  return { ...prompt, engine: 'f-string', variables, notes: [...prompt.notes, { text }] };
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
