import type { Message, Role } from '../prompt.ts';

/** Words by which people call whose turn it is. */
const speakers = {
  system: 'system',
  developer: 'developer',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
} as const satisfies Record<string, Role>;

const word = Object.keys(speakers).join('|');
/** Forms of a line that begins a turn: `SYSTEM:`, `SYSTEM: text`, `### System`, `[SYSTEM]`, `<system>`. */
const forms = [
  { begins: new RegExp(`^(${word})(?:[ \\t]+(?:prompt|message))?[ \\t]*:[ \\t]*$`, 'iu') },
  { begins: new RegExp(`^(${word})[ \\t]*:[ \\t]+(\\S.*)$`, 'iu') },
  { begins: new RegExp(`^#{1,6}[ \\t]+(${word})(?:[ \\t]+(?:prompt|message))?[ \\t]*:?[ \\t]*$`, 'iu') },
  { begins: new RegExp(`^\\[(${word})\\][ \\t]*$`, 'iu') },
  { begins: new RegExp(`^<(${word})>[ \\t]*$`, 'iu'), ends: new RegExp(`^</(?:${word})>[ \\t]*$`, 'iu') },
] as const;

/**
 * The messages of a text that is plainly divided by lines such as `SYSTEM:` and `USER:`: the first line, comments aside,
 * begins the system's turn, and one of the same form the user's. Nothing where it is not.
 */
export function splitTurns(text: string): readonly Message[] | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '' && !/^#(?!#*[ \t]+system\b)/iu.test(line));
  const first = lines[start] ?? '';
  const form = forms.find(({ begins }) => isSystem(begins.exec(first)?.[1]));
  if (form === undefined) return undefined;
  const turns: { readonly role: Role; readonly lines: string[] }[] = [];
  for (const line of lines.slice(start)) {
    const [, speaker, rest] = form.begins.exec(line) ?? [];
    const role = speaker === undefined ? undefined : roleOf(speaker);
    if (role !== undefined) turns.push({ role, lines: rest === undefined ? [] : [rest] });
    else if (!('ends' in form && form.ends.test(line))) turns.at(-1)?.lines.push(line);
  }
  const messages = turns.map(({ role, lines: held }) => ({ role, content: held.join('\n').trim() }));
  return messages.some(({ role }) => role === 'user') ? messages.filter(({ content }) => content !== '') : undefined;
}

function isSystem(speaker: string | undefined): boolean {
  const role = speaker === undefined ? undefined : roleOf(speaker);
  return role === 'system' || role === 'developer';
}

function roleOf(speaker: string): Role | undefined {
  const known: Readonly<Record<string, Role>> = speakers;
  return known[speaker.toLowerCase()];
}
