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
  '**/{system,system_prompt,system-prompt}.{txt,md}',
  '!.github/**/!(*.prompt.yml|*.prompt.yaml|*.txt)',
];
