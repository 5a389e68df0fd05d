import { type Program, parseWithoutProcessing } from 'handlebars/dist/cjs/handlebars/compiler/base.js';

/** Most characters of one template; tags in it, and characters of one; blocks in blocks, and calls in calls: the parser takes time beyond measure of more. */
const mostCharacters = 200_000;
const mostTags = 5_000;
const mostDeep = 50;
const longestTag = 2_000;

/** Why a template cannot be read: a clause without a full stop, and the line of the template, from 1. */
type HandlebarsFault = { readonly why: string; readonly line: number };

export type ParsedHandlebars =
  | { readonly kind: 'parsed'; readonly program: Program }
  | { readonly kind: 'failed'; readonly failure: HandlebarsFault };

/** Reads a Handlebars template, as Handlebars itself does, within bounds. Nothing of it is run. */
export function parseHandlebars(template: string): ParsedHandlebars {
  const beyond = whatIsTooMuch(template);
  if (beyond !== undefined) return { kind: 'failed', failure: beyond };
  try {
    return { kind: 'parsed', program: parseWithoutProcessing(template) };
  } catch (fault) {
    return { kind: 'failed', failure: wordHandlebarsFault(fault instanceof Error ? fault.message : '') };
  }
}

function whatIsTooMuch(template: string): HandlebarsFault | undefined {
  if (template.length > mostCharacters)
    return { why: `it is longer than ${mostCharacters.toLocaleString('en')} characters`, line: 1 };
  const tags = [...template.matchAll(/\{\{/gu)];
  if (tags.length > mostTags) return { why: `it has more than ${mostTags.toLocaleString('en')} tags`, line: 1 };
  for (const { index } of tags) {
    const inside = template.slice(index, index + longestTag);
    if (inside.length === longestTag && !inside.includes('}}') && !/^\{\{~?!/u.test(inside))
      return {
        why: `a tag is longer than ${longestTag.toLocaleString('en')} characters`,
        line: lineAt(template, index),
      };
  }
  let deep = 0;
  for (const { 0: tag, index } of template.matchAll(/\{\{~?[#^/]|\{\{~?\s*else\b|\(|\)|\}\}/gu)) {
    if (/[#^(]$/u.test(tag)) deep++;
    else if (/[/)]$/u.test(tag)) deep = Math.max(0, deep - 1);
    if (deep > mostDeep) return { why: `it nests more than ${mostDeep} deep`, line: lineAt(template, index) };
  }
  return undefined;
}

/** The library says `Parse error on line 3:`, an excerpt, and what it expected, by names of its own grammar. */
export function wordHandlebarsFault(words: string): HandlebarsFault {
  const line = Number(/\bline (\d+)|- (\d+):\d+/u.exec(words)?.slice(1).find(Boolean) ?? 1);
  const [first = ''] = words.split('\n', 1);
  const why = /^(?:Parse error|Lexical error)/u.test(first)
    ? 'a tag cannot be read'
    : first.replace(/ - \d+:\d+$/u, '');
  return { why: why === '' ? 'a tag cannot be read' : why, line };
}

function lineAt(template: string, index: number): number {
  return template.slice(0, index).split('\n').length;
}
