import { isNamedBy } from './paths/match-globs.ts';
import type { Prompt, PromptMessage, Role } from './prompt.ts';
import { splitTurns } from './prompt-file/split-turns.ts';
import { type JoinedTexts, joinedVariables } from './template/join-texts.ts';

export const promptRoles = ['system', 'developer', 'user'] as const satisfies readonly Role[];
/** Roles that the one message of a plain text may have. */
export type PromptRole = (typeof promptRoles)[number];
/** What `roles` of the config may say of a text; `turns`: its lines `SYSTEM:`, `USER:` … divide it into messages. */
export const ruledRoles = [...promptRoles, 'turns'] as const;
type RuledRole = (typeof ruledRoles)[number];

/** Whose message the texts of some paths are. */
export type RoleRule = JoinedTexts & { readonly paths: readonly string[]; readonly role: RuledRole };

export type SettledRole = { readonly role: RuledRole; readonly by: 'config' | 'name' | 'cases' };

/** Whose message a plain text is, where its front matter does not say it. */
export function settleRole(
  { path, open, chatAfterFilling }: Prompt,
  roles: readonly RoleRule[],
  speaksFirst: boolean,
): SettledRole | undefined {
  const ruled = roles.findLast(({ paths }) => isNamedBy(path, paths))?.role;
  if (ruled !== undefined && (open.role || chatAfterFilling === true)) return { role: ruled, by: 'config' };
  if (!open.role) return undefined;
  if (isNamedSystem(path)) return { role: 'system', by: 'name' };
  return speaksFirst ? { role: 'system', by: 'cases' } : undefined;
}

/** A prompt with what its rule joins to its text; of several files, what the rule of each does. */
export function withJoined(prompt: Prompt, roles: readonly RoleRule[]): Prompt {
  const messages = prompt.messages.map((one) => {
    const path = one.file ?? (prompt.open.role ? prompt.path : undefined);
    const rule = path === undefined ? undefined : roles.findLast(({ paths }) => isNamedBy(path, paths));
    const ruled = rule !== undefined && (rule.prepend ?? rule.append) !== undefined;
    return ruled ? { ...one, joined: { prepend: rule.prepend, append: rule.append } } : one;
  });
  const names = messages.flatMap(({ joined }) => joinedVariables(joined));
  return { ...prompt, messages, variables: [...new Set([...prompt.variables, ...names])] };
}

/** The file whose message the input is joined to: of several, that of the user's. */
export function fileToJoin({ path, messages }: Pick<Prompt, 'path' | 'messages'>): string {
  return messages.findLast(({ role, file }) => role === 'user' && file !== undefined)?.file ?? path;
}

/** The messages of a prompt by its settled role. */
export function withRole(messages: readonly PromptMessage[], role: RuledRole | undefined): readonly PromptMessage[] {
  if (role === undefined) return messages;
  return messages.flatMap((one) => (role === 'turns' ? (splitTurns(one.content) ?? [one]) : [{ ...one, role }]));
}

/** Whether a name says that it is a system prompt's: `system.md`, `support_system.txt`, `persona-de.md`. A key in a file says more than the file. */
export function isNamedSystem(path: string): boolean {
  const [file = '', ...keys] = path.split('#');
  const key = keys.join('#').split('.').at(-1)?.toLowerCase() ?? '';
  if (/(?:^|[_-])(?:user|human)(?:[_-]|$)/u.test(key)) return false;
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  return isSystem(key) || isSystem(name);
}

function isSystem(name: string): boolean {
  return /^(?:system|instructions?(?![a-z])|persona)|(?:[_.-])system(?:[_.-]|$)/u.test(name);
}

/** Lines that look like turns are an application's to read: nothing of the file says whether it does. */
export function noteOnTurns(
  { path, messages, open, chatAfterFilling }: Prompt,
  role: SettledRole | undefined,
): readonly string[] {
  if (!open.role && chatAfterFilling !== true) return [];
  const [only, ...others] = messages;
  const isDivided = only !== undefined && others.length === 0 && splitTurns(only.content) !== undefined;
  if (role?.role === 'turns') {
    return isDivided
      ? []
      : ['`roles` says `turns`, and no lines such as `SYSTEM:` and `USER:` divide this text: it is sent as one.'];
  }
  if (!isDivided || role?.by === 'config') return [];
  return [
    `Lines such as \`SYSTEM:\` and \`USER:\` divide this text, and it is sent as one message. If your application makes several of it, write \`roles: [{ paths: ["${path}"], role: turns }]\` in the config.`,
  ];
}

/** What was taken from the cases is said; what the file, its name or the config says is not. */
export function noteOnRole(path: string, role: SettledRole | undefined, turn: string | undefined): readonly string[] {
  if (role?.by !== 'cases') return [];
  const user = turn === undefined ? 'each case’s own turn' : `each case’s \`${turn}\``;
  return [
    `The prompt takes no variable, so it is sent as the system message, with ${user} as the user’s turn. If your code joins both into one message, write \`roles: [{ paths: ["${path}"], role: user, append: "\\n\\n{{${turn ?? 'question'}}}" }]\` in the config.`,
  ];
}

/** A prompt with the texts beside it that a rule names by their own paths, each as the message that the rule makes of it. */
export function withBeside(prompt: Prompt, roles: readonly RoleRule[]): Prompt {
  const { beside = [] } = prompt;
  if (beside.length === 0) return prompt;
  const roleOf = (path: string): PromptRole | undefined => {
    const role = roles.findLast(({ paths }) => paths.includes(path))?.role;
    return role === 'turns' ? undefined : role;
  };
  const more = beside.flatMap(({ path, text }): readonly PromptMessage[] => {
    const role = roleOf(path);
    return role === undefined ? [] : [{ role, content: text.trim() }];
  });
  const left = beside.filter(({ path }) => roleOf(path) === undefined);
  return { ...prompt, messages: [...prompt.messages, ...more], beside: left };
}

/** Texts that nobody's message is made of, each with the line that says whose it is. */
export function noteOnBeside({ beside = [] }: Prompt): readonly string[] {
  return beside.map(
    ({ key, path }) =>
      `\`${key}\` is not sent: nothing says whose message it is. If your application sends it, write \`roles: [{ paths: ["${path}"], role: user }]\` in the config.`,
  );
}
