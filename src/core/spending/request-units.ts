import type { Request } from '../call.ts';

/** Characters of one unit of the ruler: what a token of English is worth, and the same on every model. */
export const rulerCharacters = 4;

/**
 * What a request sends, as one text in the order in which services read it, and so cache it: tools first, then the system's
 * messages, then the others. Pictures and files stand by their digest.
 */
export function sentText({ messages, params }: Pick<Request, 'messages' | 'params'>): string {
  const isSystem = ({ role }: Request['messages'][number]) => role === 'system' || role === 'developer';
  const ordered = [...messages.filter(isSystem), ...messages.filter((message) => !isSystem(message))];
  const tools = params['tools'] === undefined ? '' : `${JSON.stringify(params['tools'])}\n`;
  return `${tools}${ordered.map(sentMessage).join('\n')}`;
}

function sentMessage({ role, content, parts, toolCalls = [] }: Request['messages'][number]): string {
  const shown = parts === undefined ? content : JSON.stringify(parts);
  const called = toolCalls.map((call) => `${call.name} ${call.arguments}`).join('\n');
  return `${role}: ${shown}${called === '' ? '' : `\n${called}`}`;
}

/** Length of what a request sends, in units of the ruler. */
export function requestUnits(request: Pick<Request, 'messages' | 'params'>): number {
  return sentText(request).length / rulerCharacters;
}
