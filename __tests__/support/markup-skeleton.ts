import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What stands within a text without giving it a place: where words differ, how a dollar is kept from being mathematics. */
const transparent: ReadonlySet<string> = new Set(['ins', 'del', 'span', 'br']);

/**
 * The nodes of a page or a piece of one, texts aside: each as the path to it with its attributes, and how often it is there.
 * @param passed further elements that are looked through where they have no attribute
 */
export function skeletonOf(html: string, ...passed: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  const add = (path: string) => counted.set(path, (counted.get(path) ?? 0) + 1);
  const visit = (node: Node, path: string): void => {
    if (node.nodeName === '#comment') add(`${path} #comment`);
    const isElement = 'tagName' in node;
    const here = isElement && !isTransparent(node, path, passed) ? `${path} ${describe(node)}` : path;
    if (isElement && here !== path) add(here);
    for (const child of 'childNodes' in node ? node.childNodes : []) visit(child, here);
  };
  visit(/^<!doctype/iu.test(html) ? parse(html) : parseFragment(html), '');
  return counted;
}

/** Paths that one skeleton has more or less often than the other; none where they are alike. */
export function differencesOf(
  found: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
): readonly string[] {
  return [...new Set([...found.keys(), ...expected.keys()])]
    .filter((path) => found.get(path) !== expected.get(path))
    .map((path) => `${path}: ${found.get(path) ?? 0} for ${expected.get(path) ?? 0}`);
}

/** The texts of a piece of a page, block by block, without what stands in code, links or styles. */
export function proseOf(html: string): readonly string[] {
  const blocks: string[] = [];
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    if ('tagName' in node && passedOver.has(node.tagName)) {
      text += '\ufffc';
      return;
    }
    const isBlock = 'tagName' in node && !inline.has(node.tagName);
    if (isBlock) flush();
    for (const child of 'childNodes' in node ? node.childNodes : []) visit(child);
    if (isBlock) flush();
  };
  const flush = () => {
    if (text !== '') blocks.push(text);
    text = '';
  };
  visit(parseFragment(html));
  flush();
  return blocks;
}

const passedOver: ReadonlySet<string> = new Set(['code', 'pre', 'a', 'style', 'script', 'tt']);
const inline: ReadonlySet<string> = new Set(['strong', 'em', 'sub', 'sup', 'ins', 'del', 'b', 'i']);

/** A line of a diff is painted by what it begins with, whoever wrote it. */
function isTransparent({ tagName, attrs }: Element, path: string, passed: readonly string[]): boolean {
  if (attrs.length === 0) return transparent.has(tagName) || passed.includes(tagName);
  const [only, ...more] = attrs;
  const paints = more.length === 0 && only?.name === 'class' && ['h', 'a', 'r'].includes(only.value);
  return tagName === 'span' && paints && / pre\b[^/]*$/u.test(path);
}

function describe({ tagName, attrs }: Element): string {
  const shown = attrs.map(({ name, value }) => (name === 'title' || name === 'aria-label' ? name : `${name}=${value}`));
  return [tagName, ...shown.toSorted()].join(' ');
}
