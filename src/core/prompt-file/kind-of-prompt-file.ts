/** What a file that ends in `.prompt` is: several tools took the ending, and most of these files are plain text. */
export type PromptFileKind = 'plain text' | 'Dotprompt' | 'LiteLLM' | 'DotPrompt for .NET' | 'a Go template';

/** Tells them apart by content; where nothing tells, it is plain text. */
export function kindOfPromptFile(text: string): PromptFileKind {
  const match =
    /^\u{feff}?(?:[ \t]*#[^\n]*\n|[ \t]*\r?\n)*---[ \t]*\r?\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/u.exec(text);
  const matter = match?.groups?.['matter'] ?? '';
  const body = match === null ? text : text.slice(match[0].length);
  if (/^prompts\s*:\s*\r?\n\s+(?:system|user)\s*:/mu.test(text) && match === null) return 'DotPrompt for .NET';
  if (/\{\{-?\s*(?:\.[A-Za-z_]|(?:range|with|if|template|define)\s+[$."(]|end\s*-?\}\})/u.test(body))
    return 'a Go template';
  const handlebars = /\{\{~?\s*(?:[#>]|(?:role|history|media|section|json)\b)/u.test(body);
  if (handlebars || /^(?:config|variant|ext)\s*:/mu.test(matter)) return 'Dotprompt';
  // LiteLLM knows `input` and `output` too.
  const schemas = /^(?:input|output)\s*:/mu.test(matter);
  const turns = schemas ? /^\s*(?:System|User|Assistant)\s*:/u : /^(?:System|User|Assistant)\s*:/mu;
  if (match !== null && (turns.test(body) || /\{%/u.test(body))) return 'LiteLLM';
  return schemas ? 'Dotprompt' : 'plain text';
}

/** Whether a file is a Jinja template by its ending. */
export function isJinjaFile(path: string): boolean {
  return /\.(?:j2|jinja2?)$/iu.test(path);
}
