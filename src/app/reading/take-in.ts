import type { PromptFile } from '../../core/detect/diff-prompt.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { variablesOf } from '../../core/settle-prompts.ts';
import { engines } from '../../core/template/engines.ts';
import { findIncluded } from '../../core/template/find-shown.ts';
import { readJinjaTemplates } from '../../core/template/jinja/render-jinja.ts';
import { mostUsed } from './gather-used.ts';
import type { RevisionFiles } from './revision-files.ts';

type Included = NonNullable<Prompt['included']>;

/** A prompt with the templates that it takes in, or why it cannot have them; those that were read in any case. */
export type TakenIn = { readonly used: readonly PromptFile[] } & (
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem] }
);

/**
 * Reads the templates that a Jinja prompt includes, extends or imports, and what these name in turn, from the files of the
 * same revision. One that is not there is left to the rendering, which may never come to it.
 */
export async function takeIn(prompt: Prompt, files: RevisionFiles): Promise<TakenIn> {
  if (prompt.engine !== 'jinja' && !prompt.open.engine) return { kind: 'prompt', prompt, used: [] };
  const findFile = createFindTemplateFile(prompt.path, files.has);
  const found = new Map<string, Included[string]>();
  const asked = new Set<string>();
  const notes: string[] = [];
  const broken = (problem: Problem): TakenIn => ({ kind: 'broken', problems: [problem], used: textsOf(found) });
  let texts: readonly string[] = prompt.messages.map(({ content }) => content);
  for (let depth = 0; texts.length > 0; depth++) {
    const names = [...new Set(texts.flatMap(namesIn))].filter((name) => !asked.has(name));
    for (const name of names) asked.add(name);
    const places = names.flatMap((name) => {
      const place = findFile(name);
      return place === undefined ? [] : [{ name, ...place }];
    });
    notes.push(...places.flatMap(wordOthers));
    if (asked.size > mostUsed.files) return broken(tooMuch(prompt, `more than ${mostUsed.files} templates`));
    if (depth >= mostUsed.deep && places.length > 0)
      return broken(tooMuch(prompt, `templates more than ${mostUsed.deep} deep`));
    files.expect(places.map(({ file }) => file));
    const read = await Promise.all(places.map(async (place) => ({ ...place, read: await files.text(place.file) })));
    const [refused] = read.flatMap(({ file, read: one }) => (one.kind === 'refused' ? [{ file, why: one.why }] : []));
    for (const { name, file, read: one } of read)
      if (one.kind === 'text') found.set(name, { file, text: one.text.replaceAll('\r\n', '\n') });
    if (refused !== undefined) {
      const what = `The template cannot be read: ${refused.why}.`;
      return broken({ reason: 'files', what, at: { file: refused.file }, fix: 'Include a file of this repository.' });
    }
    texts = read.flatMap(({ name }) => found.get(name)?.text ?? []);
    const characters = [...found.values()].reduce((sum, { text }) => sum + text.length, 0);
    if (characters > mostUsed.characters)
      return broken(tooMuch(prompt, `more than ${mostUsed.characters} characters of templates`));
  }
  return {
    kind: 'prompt',
    prompt: found.size === 0 ? prompt : withTemplates(prompt, Object.fromEntries(found), notes),
    used: textsOf(found),
  };
}

function textsOf(found: ReadonlyMap<string, Included[string]>): readonly PromptFile[] {
  return [...found.values()].map(({ file, text }) => ({ path: file, text }));
}

function namesIn(text: string): readonly string[] {
  return /\{%[-+]?\s*(?:include|extends|import|from)\b/u.test(text) ? readJinjaTemplates(text) : [];
}

function wordOthers(place: {
  readonly name: string;
  readonly file: string;
  readonly others: readonly string[];
}): readonly string[] {
  if (place.others.length === 0) return [];
  return [`The template \`${place.name}\` is read from ${place.file}; ${place.others.join(' and ')} has the name too.`];
}

function withTemplates(prompt: Prompt, found: Included, notes: readonly string[]): Prompt {
  const included = { ...prompt.included, ...found };
  const find = findIncluded({ included });
  const optional = prompt.messages.flatMap(({ content }) => engines.jinja.optional?.(content, find) ?? []);
  return {
    ...prompt,
    included,
    // A text that its golden cases may yet tell to be Jinja is asked for its names then.
    ...(prompt.engine === 'jinja' && {
      variables: variablesOf({ ...prompt, included }, 'jinja'),
      optional: [...new Set(optional)],
    }),
    refersTo: [...new Set([...prompt.refersTo, ...Object.values(found).map(({ file }) => file)])],
    notes: [...prompt.notes, ...notes.map((text) => ({ text }))],
  };
}

function tooMuch({ path }: Prompt, what: string): Problem {
  const fix = 'Write it in fewer and shorter templates.';
  return { reason: 'files', what: `The prompt takes in ${what}.`, at: { file: path }, fix };
}

/** Finds the file of a template by the name that another gives it. */
type FindTemplateFile = (name: string) => { readonly file: string; readonly others: readonly string[] } | undefined;

/**
 * Jinja takes names from the folder of all templates, which no file names: it is one of those above the prompt. Where
 * several have the name, the folder that alone had another name is the one, else the nearest, and `others` are told.
 */
function createFindTemplateFile(prompt: string, has: (path: string) => boolean): FindTemplateFile {
  const above = foldersAbove(prompt);
  const known = new Set<string>();
  return (name) => {
    const within = partsOf(name);
    const roots = within === undefined ? [] : above.filter((root) => has(root + within));
    const [nearest, ...more] = roots;
    if (nearest === undefined) return undefined;
    if (more.length === 0) known.add(nearest);
    const sure = roots.find((root) => known.has(root));
    const root = sure ?? nearest;
    const others = sure === undefined ? more.map((one) => one + within) : [];
    return { file: root + within, others };
  };
}

/** The folders above a file, the nearest first, each with a slash at its end; the repository's root is the empty one. */
function foldersAbove(path: string): readonly string[] {
  const parts = (path.split('#', 1)[0] ?? path).split('/').slice(0, -1);
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`), ''];
}

/** A name as a path, as jinja2 reads it: `..` leads nowhere. */
function partsOf(name: string): string | undefined {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}
