import { lazyLibrary } from '../text/lazy-library.ts';

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

export type XmlRead =
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
