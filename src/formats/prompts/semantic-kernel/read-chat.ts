import type { Message, Role } from '../../../core/prompt.ts';

/** What XML is made of: sections, comments, tags, texts and the entities that need no document type. */
const piece =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/giuy;

type Element = { readonly name: string; readonly attributes: string; readonly inner: string };

/** The elements at the top of a text, where all of it could stand in an XML document; `undefined` where it could not. */
function readElements(text: string): readonly Element[] | undefined {
  const elements: Element[] = [];
  const open: { readonly name: string; readonly attributes: string; readonly from: number }[] = [];
  piece.lastIndex = 0;
  for (let at = 0; at < text.length; ) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (match === null) return undefined;
    const [written, ends, name, attributes = '', empty] = match;
    const next = at + written.length;
    if (name !== undefined && ends === '/') {
      const begun = open.pop();
      if (begun?.name !== name) return undefined;
      if (open.length === 0) elements.push({ ...begun, inner: text.slice(begun.from, at) });
    } else if (name !== undefined && empty === '/') {
      if (open.length === 0) elements.push({ name, attributes, inner: '' });
    } else if (name !== undefined) open.push({ name, attributes, from: next });
    at = next;
  }
  return open.length === 0 ? elements : undefined;
}

const roles = ['system', 'developer', 'user', 'assistant'] as const satisfies readonly Role[];

/** The messages of a filled text; `role` is one that no message can have here. */
export type ChatRead =
  | { readonly kind: 'chat'; readonly messages: readonly Message[] }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'text' };

/**
 * The `<message role="…">` elements of a text, as .NET's `ChatPromptParser` reads them: what stands outside of them is left out, what is
 * in them is trimmed, and one `<text>` in it is all that counts. A text that is not XML as a whole is none of them.
 */
export function readChat(text: string): ChatRead {
  if (!/<message/iu.test(text)) return { kind: 'text' };
  const elements = readElements(text) ?? [];
  const messages: Message[] = [];
  for (const { name, attributes, inner } of elements) {
    const [, , written] = /(?:^|\s)role\s*=\s*(["'])(.*?)\1/u.exec(attributes) ?? [];
    if (name.toLowerCase() !== 'message' || written === undefined) continue;
    const role = roles.find((one) => one === written.toLowerCase());
    if (role === undefined) return { kind: 'role', role: written };
    const texts = (readElements(inner) ?? []).filter((one) => one.name.toLowerCase() === 'text');
    const content = texts.length === 0 ? inner : texts.map((one) => one.inner.trim()).join('');
    messages.push({ role, content: decode(withoutSection(content.trim()).trim()) });
  }
  return messages.length === 0 ? { kind: 'text' } : { kind: 'chat', messages };
}

function withoutSection(content: string): string {
  return /^<!\[CDATA\[(?<text>[\s\S]*)\]\]>$/u.exec(content)?.groups?.['text'] ?? content;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u{a0}' };

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
