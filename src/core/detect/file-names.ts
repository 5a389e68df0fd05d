import type { Extractor } from '../file-index.ts';

/** Names in one file; beyond them it is looked through anew each time. */
const mostNames = 500;
const longestName = 200;

/** What stands between names: white space, quotes, brackets, slashes and the like. */
const between = /[\s"'`,;:()[\]{}<>|*?/\\=#&@!%+$^~]+/u;
const escapes = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|U([0-9a-f]{8})|([\s\S]))/giu;

/** Finds all that could be a file's name in a text of any format: what ends in a dot and letters. */
export const fileNames: Extractor = {
  name: 'file-names/1',
  extract: (text) => {
    const names = new Set([...namesIn(text), ...(text.includes('\\') ? namesIn(unescaped(text)) : [])]);
    if (names.size > mostNames || [...names].some((name) => name.length > longestName)) return undefined;
    return { kind: 'text', names: [...names].toSorted() };
  },
};

/**
 * Whether a text with these names could speak of the file at `path`: of the last part of its name, where that has
 * spaces or the like in it. May say so in vain, and never misses one.
 */
export function couldMention(names: readonly string[], path: string): boolean {
  const last = namedAs(path);
  return last === undefined || names.includes(last);
}

/** The name by which a text that speaks of a file is known; `undefined` where any text may speak of it. */
export function namedAs(path: string): string | undefined {
  const last = path.split(between).at(-1) ?? '';
  return isName(last) ? last : undefined;
}

function namesIn(text: string): readonly string[] {
  return text.split(between).filter(isName);
}

function isName(part: string): boolean {
  return /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,10}$/iu.test(part);
}

/** As JSON and YAML write what their quotes cannot hold. */
function unescaped(text: string): string {
  return text.replaceAll(escapes, (_, four?: string, two?: string, eight?: string, one?: string) => {
    const code = Number.parseInt(four ?? two ?? eight ?? '', 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return one !== undefined && 'ntr'.includes(one) ? ' ' : (one ?? ' ');
  });
}

/** Words in the paths of scripts that judge replies; code has them less often. */
const judging =
  /eval|assert|check|scor|grad|judg|prompt|golden|cases?(?:[/_.-]|$)|tests?(?:[/_.-]|$)|valid|rubric|metric/iu;

/** Whether a check could run the script at this path: nearly all of these files are no scripts of checks, so their paths must say it. */
export function couldBeCheckScript(path: string): boolean {
  return (
    /\.[cm]?js$/iu.test(path) && judging.test(path) && !/(?:^|\/)(?:node_modules|dist|build|vendor)\//iu.test(path)
  );
}

/** Whether a check of a golden case could take its argument from a file of this path: a JSON Schema, in JSON or YAML, or a script. */
export function couldBeCheckedAgainst(path: string): boolean {
  return /\.(?:jsonc?|ya?ml|txt)$/iu.test(path) || couldBeCheckScript(path);
}

/** Whether a golden case could show a file of this path: a picture, a sound, a document. */
export function couldBeShown(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|wav|mp3|pdf)$/iu.test(path);
}

/** Endings of files that a check's argument may name, such as a JSON Schema, or that a prompt or a test may take in. */
const referable =
  /\.(?:jsonc?|ya?ml|jsonl|csv|tsv|txt|mdx?|markdown|html?|xml|toml|prompt|prompty|hbs|handlebars|mustache|liquid|njk)$/iu;

/** Files every repository changes all the time, which no golden case refers to. */
const unrelated =
  /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|deno|biome|renovate|pnpm-lock|pnpm-workspace|readme|changelog|cargo|pyproject)\.(?:jsonc?|ya?ml|md|toml)$|(?:^|\/)(?:\.github\/(?!(?:prompts|instructions|agents|chatmodes|skills)\/)|(?:\.vscode|\.changeset|node_modules)\/)/iu;

/** Whether a prompt or a golden case could take content from a file of this path. */
export function couldBeReferredTo(path: string): boolean {
  return referable.test(path) && !unrelated.test(path);
}
