import { parseHandlebars } from './parse.ts';

/**
 * One way through a Handlebars template, by the tag that leads there: a block's own body, or what stands for it where the block
 * is not taken. `line` is that of the tag in its template, from 1.
 */
export type MarkedBranch = {
  readonly way: 'holds' | 'fails' | 'items' | 'empty';
  readonly tag: string;
  readonly line: number;
  /** What a rendering that came this way holds. */
  readonly mark: string;
};

export type MarkedTemplate =
  | { readonly kind: 'marked'; readonly template: string; readonly branches: readonly MarkedBranch[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Planes of private characters, which no text of people's holds. */
const [begin, end] = ['\u{f0000}', '\u{f0001}'];

/** A tag; a comment, which may hold braces; a raw block; a tag behind a backslash is text. */
const tags =
  /\\?\{\{\{\{|\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}|\\?\{\{(?:"[^"]*"|'[^']*'|[^"'{}]|\{(?!\{)|\}(?!\}))*\}?\}\}/gu;

type Open = {
  readonly name: string;
  /** Ways of its body and of its `else`; absent: it is no branch. */
  ways: readonly [MarkedBranch['way'], MarkedBranch['way']] | undefined;
  tag: string;
  line: number;
  hasElse: boolean;
};

const byHelper: Readonly<Record<string, Open['ways']>> = {
  if: ['holds', 'fails'],
  unless: ['fails', 'holds'],
  each: ['items', 'empty'],
  with: ['holds', 'fails'],
  ifEquals: ['holds', 'fails'],
  unlessEquals: ['fails', 'holds'],
};

/**
 * Puts a mark of its own at the head of every way through a template's blocks: those that a rendering holds were taken. Nothing
 * else of it changes but white space.
 * @param from number of its first mark
 */
export function markHandlebarsBranches(template: string, from: number): MarkedTemplate {
  // What the parser takes is bounded, and every comment in it is closed.
  const parsed = parseHandlebars(template);
  if (parsed.kind === 'failed') return { kind: 'failed', why: parsed.failure.why };
  const branches: MarkedBranch[] = [];
  const open: Open[] = [];
  let [text, at] = ['', 0];
  const add = (way: MarkedBranch['way'], { tag, line }: Pick<Open, 'tag' | 'line'>): string => {
    const mark = `${begin}${from + branches.length}${end}`;
    branches.push({ way, tag, line, mark });
    return mark;
  };
  for (const { 0: tag, index } of template.matchAll(tags)) {
    if (/^\{\{\{\{/u.test(tag)) return { kind: 'failed', why: 'it has a raw block, of which nothing is known' };
    const inside = /^\{\{~?\s*(#[*>]?|\^|\/|else\b)?\s*([\s\S]*?)~?\}\}$/u.exec(tag);
    const [, sign = '', words = ''] = inside ?? [];
    if (inside === null || sign === '') continue;
    const line = template.slice(0, index).split('\n').length;
    const shown = { tag: tag.replaceAll(/\s+/gu, ' '), line };
    const block = open.at(-1);
    let [before, after] = ['', ''];
    if (sign.startsWith('#') || (sign === '^' && words !== '')) {
      const [name = ''] = /^[^\s~]+/u.exec(words) ?? [];
      // A block without a helper is a section: a list, a value or nothing.
      const ways = sign === '^' ? (['fails', 'holds'] as const) : (byHelper[name] ?? sectionOf(words));
      const one: Open = { name, ways: sign.length > 1 ? undefined : ways, ...shown, hasElse: false };
      open.push(one);
      if (one.ways !== undefined) after = add(one.ways[0], one);
    } else if (sign === '/') {
      open.pop();
      if (block?.ways !== undefined && !block.hasElse) before = `{{else}}${add(block.ways[1], block)}`;
    } else if (block?.ways !== undefined) {
      const [, helper] = /^(\S+)\s+\S/u.exec(words) ?? [];
      const chained = helper === undefined ? undefined : byHelper[helper];
      if (chained === undefined) {
        after = add(block.ways[1], block);
        block.hasElse = true;
      } else {
        // An `else if` is the branch of its own condition; what follows is where neither is met.
        block.ways = chained;
        Object.assign(block, shown);
        after = add(chained[0], block);
      }
    }
    text += `${template.slice(at, index)}${before}${tag}${after}`;
    at = index + tag.length;
  }
  return { kind: 'marked', template: text + template.slice(at), branches };
}

/** Of a block by a name alone; a helper that is registered in code may do anything with its body. */
function sectionOf(words: string): Open['ways'] {
  return /^\S+$/u.test(words.trim()) ? ['holds', 'fails'] : undefined;
}
