import type { Role } from '../../../core/prompt.ts';

/** A line that says whose the next lines are: `system:`, `# user:`, `assistant[name="x"]:` (microsoft/prompty, `spec/spec.md` 6.2). */
const roleLine = /^\s*(?:#\s*)?(system|user|assistant|developer)(?:\[[^\]\n]{1,200}\])?\s*:\s*$/iu;

/** What one role says, as it stands in the file. */
export type Spoken = { readonly role: Role; readonly text: string };

/** The texts of a template by its own role lines. What stands before the first is the system's; nothing there is no message. */
export function splitRoles(template: string): readonly Spoken[] {
  const spoken: { readonly role: Role; readonly lines: string[] }[] = [];
  const before: string[] = [];
  for (const line of template.split('\n')) {
    const role = roleOf(roleLine.exec(line)?.[1]);
    if (role !== undefined) spoken.push({ role, lines: [] });
    else (spoken.at(-1)?.lines ?? before).push(line);
  }
  const texts = spoken.map(({ role, lines }): Spoken => ({ role, text: lines.join('\n') }));
  const above = before.join('\n');
  return above.trim() === '' && texts.length > 0 ? texts : [{ role: 'system', text: above }, ...texts];
}

function roleOf(word: string | undefined): Role | undefined {
  const roles = ['system', 'user', 'assistant', 'developer'] as const;
  return roles.find((role) => role === word?.toLowerCase());
}
