import type { RenderPrompt } from '../design/design-review.ts';
import { varsOf } from '../design/messages-of.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Prompt, PromptMessage } from '../prompt.ts';
import { findIncluded } from '../template/find-shown.ts';
import { type TemplateBranch, traceBranches } from '../template/jinja/trace-branches.ts';
import { clip } from '../text/clip.ts';
import { coverHandlebars, lineIn } from './cover-handlebars.ts';
import type { PromptCoverage } from './coverage-report.ts';

type Branches = PromptCoverage['branches'];

/** Longest tag that is told. */
const longest = 120;
/** Lines that a tag may take. */
const mostLines = 20;

/**
 * The ways through the templates of a prompt that no case takes: each condition met and not met, each loop with items and without. Of
 * Nunjucks' templates as far as they read as Jinja too.
 * @param render fills Handlebars’ templates; absent: they are not looked into
 * @param text as its file has it: a tag is looked for there, to tell its line
 */
export function coverBranches(
  prompt: Prompt,
  text: string,
  cases: readonly GoldenCase[],
  render?: RenderPrompt,
): Branches {
  if (prompt.engine === 'handlebars' && render !== undefined) return coverHandlebars(prompt, text, cases, render);
  if (prompt.engine !== 'jinja' && prompt.engine !== 'nunjucks') return { of: 0, unreached: [] };
  const values = cases.map((golden) => ({ ...prompt.defaults, ...varsOf(golden) }));
  const traced = prompt.messages
    .flatMap(templatesOf)
    .map((template) => ({ template, found: traceBranches(template, values, findIncluded(prompt), prompt.spacing) }));
  const unread = traced.flatMap(({ found }) => (found.kind === 'failed' ? [found.failure.why] : []))[0];
  const told = new Set<string>();
  const branches = traced.flatMap(({ template, found }) =>
    found.kind === 'failed' ? [] : found.branches.map((branch) => placed(branch, { template, text, prompt })),
  );
  // What several messages take in counts once, and is reached by any of them.
  const reached = new Set(branches.filter(({ taken }) => taken).map(keyOf));
  const all = branches.filter((one) => {
    const isNew = !told.has(keyOf(one));
    told.add(keyOf(one));
    return isNew;
  });
  return {
    of: all.length,
    unreached: all.filter((one) => !reached.has(keyOf(one))).map(({ way, tag, at }) => ({ way, tag, at })),
    ...(unread !== undefined && { unread }),
  };
}

type Placed = Branches['unreached'][number] & { readonly taken: boolean; readonly key: string };

function keyOf({ key }: Placed): string {
  return key;
}

function templatesOf({ content, parts, verbatim, holds }: PromptMessage): readonly string[] {
  if (verbatim === true || holds !== undefined) return [];
  if (parts === undefined) return [content];
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
}

function placed(
  { way, line, keyword, nth, template: name, taken }: TemplateBranch,
  { template, text, prompt }: { readonly template: string; readonly text: string; readonly prompt: Prompt },
): Placed {
  const other = name === undefined ? undefined : prompt.included?.[name];
  const tag = tagAt((other?.text ?? template).split('\n').slice(line - 1), keyword, nth);
  const file = other?.file ?? prompt.path;
  const known = other === undefined ? lineIn(text, { template, line, tag }) : line;
  const at = known === undefined ? { file } : { file, line: known };
  return {
    way,
    tag: clip(tag, longest),
    at,
    taken,
    key: JSON.stringify([way, line, keyword, nth, file, other ? '' : template]),
  };
}

/** The nth tag with this keyword from a line on, on one line. */
function tagAt(lines: readonly string[], keyword: string, nth: number): string {
  const tags = new RegExp(`\\{%[-+]?\\s*${keyword}\\b[\\s\\S]*?%\\}`, 'gu');
  const [tag] = [...lines.slice(0, mostLines).join('\n').matchAll(tags)][nth] ?? [];
  return tag?.replaceAll(/\s+/gu, ' ') ?? `{% ${keyword} … %}`;
}
