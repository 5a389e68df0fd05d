type UnreadFormat = { readonly name: string; readonly recognises: (path: string, text: string) => boolean };

const structured = /\.(?:json|ya?ml)$/iu;

/** Formats that are known and not read. */
const unread: readonly UnreadFormat[] = [
  { name: 'BAML', recognises: (path) => path.endsWith('.baml') },
  { name: 'Prompty', recognises: (path) => path.endsWith('.prompty') },
  { name: 'a VS Code prompt file', recognises: (path) => path.endsWith('.prompt.md') },
  // Both end in `.prompt`; LiteLLM writes turns as lines, Dotprompt as Handlebars helpers.
  {
    name: 'LiteLLM',
    recognises: (path, text) =>
      path.endsWith('.prompt') && /^(?:System|User|Assistant):/mu.test(text) && !/\{\{\s*(?:role|#)/u.test(text),
  },
  { name: 'Dotprompt', recognises: (path) => path.endsWith('.prompt') },
  {
    name: 'LangChain',
    recognises: (path, text) => structured.test(path) && /^\s*\{?\s*["']?_type["']?\s*:/mu.test(text),
  },
  {
    name: 'Semantic Kernel',
    recognises: (path, text) =>
      structured.test(path) && /^\s*["']?(?:template_format|execution_settings)["']?\s*:/mu.test(text),
  },
  { name: 'a prompt file without `messages`', recognises: (path) => /\.prompt\.ya?ml$/iu.test(path) },
  { name: 'Jinja', recognises: (path) => /\.(?:j2|jinja2?)$/iu.test(path) },
];

/** Endings under which files that are no prompts lie beside prompts. */
const common = /\.(?:txt|md|json|ya?ml)$/iu;

/**
 * Names the format of a file that no format reads although it is a prompt, or seems one because a glob asks for files
 * of its ending; `undefined` for what is no prompt.
 */
export function recogniseUnread(path: string, text: string): string | undefined {
  const known = unread.find((format) => format.recognises(path, text));
  if (known !== undefined || common.test(path)) return known?.name;
  const ending = /[^/]\.(?<ending>[^./]+)$/u.exec(path)?.groups?.['ending'];
  return ending === undefined ? 'a file without an ending' : `a \`.${ending}\` file`;
}
