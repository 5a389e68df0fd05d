import { hash } from '../hash.ts';
import type { JsonObject } from '../json.ts';
import { isAddress, partOf, partWords, type ShownPart, showPart } from '../parts/part-value.ts';
import type { Message, Part, Prompt } from '../prompt.ts';
import { clip } from '../text/clip.ts';
import type { FillFailure } from './engine.ts';
import type { RenderedMessages } from './render-messages.ts';

/** Bytes of all that one request shows. Services differ in what they take: OpenAI 50 MB, Anthropic 32 MB, Gemini 20 MB (inline data). */
const mostBytes = 20 * 1024 * 1024;

/** Characters that stand in no text which is exchanged (Unicode, noncharacters). */
const [open, close] = ['\ufdd0', '\ufdd1'];

/** Variables with marks in place of what they show, and what each mark stands for. */
type Marked = {
  readonly vars: JsonObject;
  readonly shown: ReadonlyMap<string, { readonly name: string; readonly part: ShownPart }>;
};

/**
 * Templates fill in texts: what a variable shows is put as a mark, and stands as a part of its own where the mark is found then. A
 * mark carries a hash of all variables, so that no text among them can forge one: it would have to contain its own hash.
 */
export function markParts(vars: JsonObject): Marked {
  const parts = Object.entries(vars).flatMap(([name, value]) => {
    const part = partOf(value);
    return part === undefined ? [] : [{ name, part }];
  });
  if (parts.length === 0) return { vars, shown: new Map() };
  const all = hash(vars);
  const marked = parts.map((one) => [`${open}${hash([all, one.name]).slice(0, 32)}${close}`, one] as const);
  return {
    vars: { ...vars, ...Object.fromEntries(marked.map(([mark, { name }]) => [name, mark])) },
    shown: new Map(marked),
  };
}

type Render = (prompt: Prompt, vars: JsonObject) => RenderedMessages;

/** Renders prompts whose variables show what is no text. */
export function showParts(render: Render): Render {
  return (prompt, vars) => {
    const { vars: marked, shown } = markParts(vars);
    const rendered = render(prompt, marked);
    if (rendered.failed !== undefined) return rendered;
    const messages = rendered.messages.map((message) => withParts(message, shown));
    const failed = failureOf(messages, shown);
    return { ...rendered, messages, ...(failed !== undefined && { failed }) };
  };
}

/** A message with parts in place of marks; its text says where they stand. */
export function withParts(message: Message, shown: Marked['shown']): Message {
  const written: readonly Part[] = message.parts ?? [{ kind: 'text', text: message.content }];
  if (shown.size === 0)
    return message.parts === undefined ? message : { ...message, parts: message.parts.filter(isSent) };
  const parts = written.flatMap((part): readonly Part[] => {
    if (part.kind === 'text') return splitText(part.text, shown);
    const found = part.source.kind === 'url' ? shown.get(part.source.url.replace(/^data:[^,]*,/u, '')) : undefined;
    return [found?.part ?? part];
  });
  if (message.parts === undefined && parts.every(({ kind }) => kind === 'text')) return message;
  return { ...message, content: textOfParts(parts), parts: parts.filter(isSent) };
}

/** A text of parts as people and judges read it. */
export function textOfParts(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : showPart(part))).join('');
}

/** Services refuse texts of nothing but white space (Anthropic: "text content blocks must contain non-whitespace text"). */
function isSent(part: Part): boolean {
  return part.kind !== 'text' || part.text.trim() !== '';
}

function splitText(text: string, shown: Marked['shown']): readonly Part[] {
  return text.split(/(\ufdd0[0-9a-f]{32}\ufdd1)/u).flatMap((piece): readonly Part[] => {
    const found = shown.get(piece);
    if (found !== undefined) return [found.part];
    return piece === '' ? [] : [{ kind: 'text', text: piece }];
  });
}

/** What a filter made of a mark is no part any more; and a request has its limit. */
function failureOf(messages: readonly Message[], shown: Marked['shown']): FillFailure | undefined {
  const parts = messages.flatMap((message) => message.parts ?? []);
  const addresses = parts.flatMap((part) =>
    part.kind !== 'text' && part.source.kind === 'url' ? [{ kind: part.kind, url: part.source.url }] : [],
  );
  const texts = [...messages.map(({ content }) => content), ...addresses.map(({ url }) => url)];
  if (shown.size > 0 && texts.some((text) => text.includes(open) || text.includes(close))) {
    const named = [...shown.values()].map(({ name, part }) => `\`${name}\` is ${partWords[part.kind]}`);
    const fix = 'Put it as it is, without filters and with nothing around it in an address.';
    return { why: `${named.join(', ')}, and the template makes another text of it`, line: 1, fix };
  }
  const other = addresses.find(({ url }) => !isAddress(url));
  if (other !== undefined) {
    const why = `a message shows ${partWords[other.kind]} at \`${clip(other.url, 60)}\`, from where none can be read`;
    return { why, line: 1, fix: 'Give an https address, a data URL, or a variable that a case gives a file.' };
  }
  const bytes = parts.reduce((sum, part) => sum + bytesOf(part), 0);
  if (bytes <= mostBytes) return undefined;
  const why = `all that it shows has ${bytes} bytes together; at most ${mostBytes} are sent in a request`;
  return { why, line: 1, fix: 'Show less in a case, or smaller files.' };
}

function bytesOf(part: Part): number {
  return part.kind === 'text' || part.source.kind === 'url' ? 0 : (part.source.bytes ?? 0);
}
