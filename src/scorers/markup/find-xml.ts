import { lazyLibrary } from '../text/lazy-library.ts';

/** Outermost elements that stand side by side: all of them with what is between, and each. */
export type XmlStretch = { readonly together: string; readonly each: readonly string[] };

const name = '[\\p{L}_:][\\p{L}\\p{M}\\p{N}_:.·-]*';
/** To the end of a tag: quoted values may hold `>`, and no `<` stands outside of them. */
const rest = `[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*`;
const tag = new RegExp(
  [
    '<!--[\\s\\S]*?(?:-->|$)',
    '<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)',
    '<\\?[\\s\\S]*?(?:\\?>|$)',
    `</(?<closed>${name})${rest}>`,
    `<(?<opened>${name})(?<rest>${rest})>`,
  ].join('|'),
  'gu',
);

type Element = { readonly start: number; readonly end: number };
type Open = { readonly name: string; readonly start: number; readonly children: Element[] };

/**
 * The XML in a text, whatever stands around it, in time linear in it. A closing tag that closes nothing ends all that is
 * open: what was closed within it by then still counts.
 */
export function findXml(text: string): readonly XmlStretch[] {
  const found: Element[][] = [];
  let stack: Open[] = [];
  const top: Element[] = [];
  const close = (element: Element) => (stack.at(-1)?.children ?? top).push(element);
  const abandon = () => {
    for (const { children } of stack) found.push(children);
    stack = [];
  };
  for (const match of text.matchAll(tag)) {
    const { opened, closed, rest: written = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (opened !== undefined && written.trimEnd().endsWith('/')) close({ start: match.index, end });
    else if (opened !== undefined) stack.push({ name: opened, start: match.index, children: [] });
    else if (closed !== undefined && stack.at(-1)?.name === closed) close({ start: stack.pop()?.start ?? end, end });
    else if (closed !== undefined) abandon();
  }
  abandon();
  return [top, ...found].flatMap((elements) => {
    const [first] = elements;
    const last = elements.at(-1);
    if (first === undefined || last === undefined) return [];
    const each = elements.map(({ start, end }) => text.slice(start, end));
    return [{ together: text.slice(first.start, last.end), each }];
  });
}

/** What reads XML. */
export const xmlLibrary = lazyLibrary('fast-xml-parser', async () => {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  // Values stay texts: nobody reads them, and a large number in a reply costs nothing then.
  const parser = new XMLParser({
    allowBooleanAttributes: true,
    ignoreAttributes: false,
    parseAttributeValue: false,
    parseTagValue: false,
    processEntities: false,
  });
  return { parser, XMLValidator };
});

type XmlRead =
  | { readonly kind: 'xml'; readonly missing: readonly string[] }
  | { readonly kind: 'not'; readonly why: string };

/** Reads XML leniently, and which of the paths are missing in it. */
export function readXml(text: string, paths: readonly (readonly string[])[]): XmlRead {
  try {
    const tree: unknown = xmlLibrary.get().parser.parse(text);
    return { kind: 'xml', missing: paths.filter((path) => !hasPath(tree, path)).map((path) => path.join('.')) };
  } catch (error) {
    return { kind: 'not', why: error instanceof Error ? error.message : String(error) };
  }
}

/** Equal elements beside each other are a list, whose members have numbers for names: `order.item.0`. */
function hasPath(tree: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, name)) return false;
  return hasPath(Object.entries(tree).find(([key]) => key === name)?.[1], rest);
}
