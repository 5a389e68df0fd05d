import type { Spacing } from '../template/jinja/lex.ts';
import type { CodeFile } from './code-file.ts';

/** White space options that a file of code sets where it makes a Jinja environment. */
export type SpacingSeen = { readonly spacing: Spacing; readonly file: string; readonly line: number };

type Environment = SpacingSeen & { readonly text: string };

const making =
  /\b(?:Environment|SandboxedEnvironment|ImmutableSandboxedEnvironment|NativeEnvironment|jinja2\.Template|(?<!string\.)Template|nunjucks\.configure)\s*\(/gu;
const longestCall = 2000;

/**
 * How the code that loads a template sets white space: that of the environment whose loader names the template's folder, else of
 * the file that names the template, else of all environments where they agree. Nothing where the code leaves Jinja's defaults.
 */
export function findSpacing(template: string, code: readonly CodeFile[]): SpacingSeen | undefined {
  const made = code.flatMap(environmentsIn);
  const [name = '', folder = ''] = template.split('/').toReversed();
  const byLoader = made.filter(
    ({ text }) => folder !== '' && new RegExp(`["'/]${escaped(folder)}/?["']`, 'u').test(text),
  );
  const byName = made.filter(({ file }) => code.some(({ path, text }) => path === file && text.includes(name)));
  const nearest = [byLoader, byName, made].find((few) => few.length > 0 && agree(few));
  const [first] = nearest ?? [];
  if (first === undefined || Object.keys(first.spacing).length === 0) return undefined;
  const { spacing, file, line } = first;
  return { spacing, file, line };
}

function environmentsIn({ path, text }: CodeFile): readonly Environment[] {
  if (!/jinja2|nunjucks/u.test(text)) return [];
  const assigned = spacingIn(text.replaceAll(/\([^()]*\)/gu, ''));
  return Array.from(text.matchAll(making), (found) => {
    const call = callAt(text, found.index + found[0].length);
    return {
      spacing: { ...assigned, ...spacingIn(call) },
      file: path,
      line: text.slice(0, found.index).split('\n').length,
      text: call,
    };
  });
}

function spacingIn(code: string): Spacing {
  const sets = (snake: string, camel: string): boolean =>
    new RegExp(`\\b(?:${snake}["']?\\s*[=:]\\s*True|${camel}["']?\\s*:\\s*true)\\b`, 'u').test(code);
  return {
    ...(sets('trim_blocks', 'trimBlocks') && { 'trim-blocks': true }),
    ...(sets('lstrip_blocks', 'lstripBlocks') && { 'lstrip-blocks': true }),
    ...(sets('keep_trailing_newline', 'keepTrailingNewline') && { 'keep-trailing-newline': true }),
  };
}

/** What stands between the brackets of a call. */
function callAt(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestCall); at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(from, at);
  }
  return text.slice(from, from + longestCall);
}

function agree(made: readonly Environment[]): boolean {
  return new Set(made.map(({ spacing }) => JSON.stringify(spacing))).size === 1;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
