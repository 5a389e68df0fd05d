import { matchGlobs } from '../paths/match-globs.ts';

/** Endings of files that are nothing but text, in which prompts and templates are kept. */
const textEndings = [
  'txt',
  'md',
  'json',
  'yml',
  'yaml',
  'j2',
  'jinja',
  'jinja2',
  'hbs',
  'mustache',
  'liquid',
  'njk',
  'xml',
  'toml',
  'tmpl',
  'prompty',
  'prompt',
  'poml',
  'baml',
] as const;

/**
 * The globs that `prompts` means where it is not set. `.github/` holds documents and workflows, but GitHub's own prompt
 * files and the texts that its workflows read too: since `!` excludes wherever it stands, the last glob excludes there
 * all that has another name.
 */
export const defaultPromptGlobs: readonly string[] = [
  '**/*.prompt.{yml,yaml}',
  '**/*_prompt.{yml,yaml}',
  '**/*.prompt',
  '**/*.prompty',
  '**/*.prompt.md',
  `**/prompts/**/*.{${textEndings.join(',')}}`,
  '**/prompts.{yml,yaml,json,toml}',
  '**/*.rendered.jsonl',
  '**/*.{baml,poml}',
  '**/{system,system_prompt,system-prompt}.{txt,md}',
  '!.github/**/!(*.prompt.yml|*.prompt.yaml|*.txt)',
];

/** Says of a path whether the globs take it for a prompt. Files named `.cases.` never are; folders that begin with a dot count. */
export function matchPrompts(globs: readonly string[]): (path: string) => boolean {
  const wanted = named(globs.filter((glob) => !glob.startsWith('!')));
  const isWanted = matchGlobs(wanted);
  const isExcluded = matchExcluded(globs);
  return (path) => isWanted(path) && !isExcluded(path) && !/[^/]\.cases\.[^/]+$/u.test(path);
}

/** Says of a path whether the globs under `agents` take it for agents' instructions. Nothing is without a word of the config. */
export function matchAgents(globs: readonly string[] = []): (path: string) => boolean {
  return globs.length === 0 ? () => false : matchPrompts(globs);
}

/** The glob that excludes a path, as it is written; `undefined` where none does. */
export function findExcluding(globs: readonly string[], path: string): string | undefined {
  return globs.find((glob) => glob.startsWith('!') && matchExcluded([glob])(path));
}

/** Says of a path whether the globs exclude it. */
export function matchExcluded(globs: readonly string[]): (path: string) => boolean {
  const excluding = globs.filter((glob) => glob.startsWith('!'));
  return matchGlobs(named(excluding.map((glob) => glob.slice(1))));
}

/** The globs as they are matched; one of which nothing is left (`!`, `./`) names nothing. */
function named(globs: readonly string[]): string[] {
  return globs.map((glob) => glob.trim().replace(/^\.?\//u, '')).filter((glob) => glob !== '');
}
