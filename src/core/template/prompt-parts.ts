import type { HeldBytes } from '../parts/held-bytes.ts';
import { inlinePart } from '../parts/inline-parts.ts';
import { isAddress, partOf } from '../parts/part-value.ts';
import { resolvePath } from '../paths/resolve-path.ts';
import type { Problem } from '../problem.ts';
import type { Part, Prompt, PromptMessage } from '../prompt.ts';
import type { FileBytes } from '../pull-request.ts';
import type { Filled } from './engine.ts';
import { textOfParts } from './show-parts.ts';

/** A message that shows something: its text, too, says where. */
export function messageOfParts(parts: readonly Part[]): Pick<PromptMessage, 'content' | 'parts'> {
  return { content: textOfParts(parts), parts };
}

/** Whether an address holds a variable, in whatever language. */
function isTemplate(address: string): boolean {
  return /[{$%]/u.test(address.slice(0, 500)) && !isAddress(address);
}

/** Files that the messages of a prompt show as they are written: paths from the repository's root. */
export function filesShown({ path, messages }: Prompt): readonly string[] {
  return messages.flatMap(({ parts = [] }) =>
    parts.flatMap((part) => {
      const address = part.kind !== 'text' && part.source.kind === 'url' ? part.source.url : undefined;
      if (address === undefined || isTemplate(address) || /^[a-z][a-z0-9+.-]*:/iu.test(address)) return [];
      const resolved = resolvePath(path, address);
      return resolved.kind === 'path' ? [resolved.path] : [];
    }),
  );
}

/**
 * A prompt with what its messages show known by its content, where no variable decides about it.
 * @param files by path, as `filesShown` names them
 */
export function inlineShown(
  prompt: Prompt,
  files: ReadonlyMap<string, FileBytes>,
  held: HeldBytes,
): { readonly prompt: Prompt; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const inline = (part: Part): Part => {
    if (part.kind === 'text' || part.source.kind !== 'url') return part;
    const { url } = part.source;
    if (isTemplate(url) || isAddress(url)) return part;
    const inlined = inlinePart('A message', { kind: part.kind, from: url }, prompt.path, files, held);
    if ('what' in inlined) problems.push({ reason: 'files', at: { file: prompt.path }, ...inlined });
    const known = 'value' in inlined ? partOf(inlined.value) : undefined;
    return known === undefined ? part : { ...known, name: part.name ?? known.name ?? part.kind };
  };
  const messages = prompt.messages.map((message) =>
    message.parts === undefined ? message : { ...message, ...messageOfParts(message.parts.map(inline)) },
  );
  return { prompt: { ...prompt, messages, refersTo: [...prompt.refersTo, ...files.keys()] }, problems };
}

/** Parts with their texts and addresses filled. */
export function fillParts(
  parts: readonly Part[],
  fill: (template: string) => Filled,
): Pick<PromptMessage, 'content' | 'parts'> & Omit<Filled, 'text'> {
  const filled = parts.map((part) => {
    if (part.kind === 'text') return { ...fill(part.text), of: (text: string): Part => ({ kind: 'text', text }) };
    if (part.source.kind !== 'url') return { text: '', unknown: [], of: () => part };
    return { ...fill(part.source.url), of: (url: string): Part => ({ ...part, source: sourceAt(url.trim()) }) };
  });
  const failed = filled.flatMap((one) => ('failed' in one && one.failed !== undefined ? [one.failed] : []))[0];
  return {
    ...messageOfParts(filled.map(({ text, of }) => of(text))),
    unknown: filled.flatMap(({ unknown }) => unknown),
    ...(failed !== undefined && { failed }),
  };
}

type Source = Exclude<Part, { kind: 'text' }>['source'];

/** Where a filled address leads: content that it holds itself is sent as such. */
function sourceAt(url: string): Source {
  const { type, base64 } = /^data:(?<type>[^;,]+);base64,(?<base64>[A-Za-z0-9+/=\s]+)$/u.exec(url)?.groups ?? {};
  if (type === undefined || base64 === undefined) return { kind: 'url', url };
  return { kind: 'data', mediaType: type, base64, bytes: Math.floor((base64.length * 3) / 4) };
}
