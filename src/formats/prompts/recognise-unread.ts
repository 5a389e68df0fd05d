import { kindOfPromptFile } from '../../core/prompt-file/kind-of-prompt-file.ts';

/** A prompt in a format that is not read. */
export type Unread = {
  readonly name: string;
  /** What to do about it. */
  readonly fix: string;
};

/** One format that is known and not read. */
export type UnreadFormat = Unread & {
  /** In words, for docs/formats.md. */
  readonly recognisedBy: string;
  readonly recognises: (path: string, text: string) => boolean;
};

const structured = /\.(?:json|ya?ml)$/iu;
const asText =
  'Keep the text that it renders to in a `.txt` or `.md` file under `prompts`, with `{{name}}` for its variables.';
const asChat = 'Write it as a list of `{role, content}` in YAML or JSON, with `{{name}}` for its variables.';
const asGitHub = 'Write it as a GitHub prompt file: `messages` in a `.prompt.yml`.';

/** Formats that are known and not read, the more particular before the more general. */
export const unreadFormats: readonly UnreadFormat[] = [
  {
    name: 'BAML',
    recognisedBy: '`.baml` with a `function`',
    fix: asText,
    // Clients, generators and classes stand in files of their own.
    recognises: (path, text) => path.endsWith('.baml') && /^\s*function\s/mu.test(text),
  },
  { name: 'POML', recognisedBy: '`.poml`', fix: asText, recognises: (path) => path.endsWith('.poml') },
  ...(['DotPrompt for .NET', 'a Go template'] as const).map((name) => ({
    name,
    recognisedBy: {
      'DotPrompt for .NET': '`.prompt` that is a YAML map with `prompts`',
      'a Go template': '`.prompt` with `{{.Name}}`, `{{range …}}` or `{{end}}`; `.tmpl`, `.gotmpl`',
    }[name],
    fix: name === 'a Go template' ? asText : asChat,
    recognises: (path: string, text: string) =>
      (path.endsWith('.prompt') && kindOfPromptFile(text) === name) ||
      (name === 'a Go template' && /\.(?:go)?tmpl$/iu.test(path)),
  })),
  {
    name: 'LangChain',
    recognisedBy:
      'JSON or YAML with `_type`, `lc`, `input_variables`, or a `template_format` of its own, where it loads other files, selects its examples, or holds more than a prompt',
    fix: asText,
    recognises: (path, text) =>
      structured.test(path) &&
      (/(?:^|[\s{,"'])(?:_type|input_variables)["']?\s*:|["']lc["']\s*:\s*1\b/mu.test(text) ||
        /["']?\btemplate_format["']?\s*:\s*["']?(?:f-string|jinja2|mustache)\b/u.test(text)),
  },
  {
    name: 'a crewAI file',
    recognisedBy: 'YAML with such keys deeper in it, or not together in one entry',
    fix: asText,
    recognises: (path, text) =>
      /\.ya?ml$/iu.test(path) &&
      (['goal', 'backstory', 'role'].every((key) => hasKey(text, key)) ||
        ['description', 'expected_output'].every((key) => hasKey(text, key))),
  },
  {
    name: 'a SWE-agent config',
    recognisedBy: 'YAML with `system_template` and `instance_template`',
    fix: asText,
    recognises: (path, text) =>
      /\.ya?ml$/iu.test(path) && hasKey(text, 'system_template') && hasKey(text, 'instance_template'),
  },
  {
    name: 'samples of OpenAI Evals',
    recognisedBy: 'JSON lines with an `input` and its `ideal`',
    fix: 'They are golden cases: name the file as `cases` of the config does, such as `{name}.cases.jsonl`.',
    recognises: (path, text) => /\.jsonl$/iu.test(path) && /"input"\s*:/u.test(text) && /"ideal"\s*:/u.test(text),
  },
  {
    name: 'a prompt file without `messages`',
    recognisedBy: '`.prompt.yml` or `.prompt.yaml` of another shape than GitHub’s',
    fix: asGitHub,
    recognises: (path) => /\.prompt\.ya?ml$/iu.test(path),
  },
  { name: 'Nunjucks', recognisedBy: '`.njk`', fix: asText, recognises: (path) => /\.njk$/iu.test(path) },
  {
    name: 'Handlebars',
    recognisedBy: '`.hbs`, `.handlebars`',
    fix: asText,
    recognises: (path) => /\.(?:hbs|handlebars)$/iu.test(path),
  },
  { name: 'Mustache', recognisedBy: '`.mustache`', fix: asText, recognises: (path) => /\.mustache$/iu.test(path) },
  { name: 'Liquid', recognisedBy: '`.liquid`', fix: asText, recognises: (path) => /\.liquid$/iu.test(path) },
];

/** Endings under which files that are no prompts lie beside prompts. */
const common = /\.(?:txt|md|json|ya?ml|toml|xml|prompt|baml)$/iu;

/**
 * The format of a file that no format reads although it is a prompt, or seems one because a glob asks for files of its
 * ending; `undefined` for what is no prompt.
 */
export function recogniseUnread(path: string, text: string): Unread | undefined {
  const known = unreadFormats.find((format) => format.recognises(path, text));
  if (known !== undefined) return known;
  if (common.test(path)) return undefined;
  const ending = /[^/]\.(?<ending>[^./]+)$/u.exec(path)?.groups?.['ending'];
  return { name: ending === undefined ? 'a file without an ending' : `a \`.${ending}\` file`, fix: asText };
}

function hasKey(text: string, key: string): boolean {
  return new RegExp(`^\\s*(?:- )?["']?${key}["']?\\s*:`, 'mu').test(text);
}
