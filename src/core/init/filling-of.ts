import type { CodeFile } from './code-file.ts';
import { namesOfText, writtenForms } from './names-of-text.ts';

/** Whatever fills a template in code, of any language. */
const filling =
  /\.(?:format|format_map|safe_substitute|substitute|render|partial|compile)\(|\b(?:Template|PromptTemplate|ChatPromptTemplate|from_template|from_messages|render\w*|fill\w*|interpolate\w*|str_replace|strtr|sprintf|printf|mustache|handlebars|nunjucks|re\.sub|gsub|vformat|Formatter)\b|\.(?:replace|replaceAll|replace_all|gsub)\(\s*(?:[rfbu]?["'`/]\\?[{$%<[]|[a-z_]\w*\s*,|f["'`])|\$\{|%\s*(?:\(|\w+\s*$)/imu;

/** A line that gives back a text without the white space at its ends. */
const stripping = /\.(?:r?strip|trim|trimEnd|trim_end|TrimSpace|TrimRight|rtrim)\(|\b(?:trim|rtrim|TrimSpace)\(/u;

/**
 * Whether code that reads a text could fill something in: where nothing in it can, what stands between braces is text.
 * Unknown where no code is seen to read it.
 */
export function isNeverFilled(path: string, code: readonly CodeFile[]): boolean {
  const parts = namesOfText(writtenForms(path), code);
  return parts.length > 0 && !code.some(({ text }) => filling.test(text));
}

/** Whether code that reads a text cuts the white space at its ends: where it says `strip`, then or later, or the function does that it calls. */
export function isStripped(path: string, code: readonly CodeFile[]): boolean {
  const written = writtenForms(path);
  const mention = new RegExp(written.join('|') || '$^', 'u');
  return namesOfText(written, code).some(({ text, names }) => {
    const lines = text.split('\n').filter((line) => !/^\s*(?:#|\/\/)/u.test(line));
    const reading = lines.filter((line) => mention.test(line) || /\b(?:read\w*|open|load\w*)\(/iu.test(line));
    const called = new Set(
      reading.flatMap((line) => Array.from(line.matchAll(/\b([A-Za-z_]\w*)\(/gu), ([, name]) => name)),
    );
    return (
      reading.some((line) => stripping.test(line)) ||
      names.some((name) => new RegExp(`\\b${name}\\s*\\.(?:r?strip|trim\\w*|TrimSpace)\\(`, 'u').test(text)) ||
      code.some((file) => bodiesOf(file.text, called).some((body) => stripping.test(body)))
    );
  });
}

/** The first lines of the functions of some names. */
function bodiesOf(text: string, names: ReadonlySet<string | undefined>): readonly string[] {
  return Array.from(
    text.matchAll(
      /\b(?:def|function|func|fn)\s+(?:\([^)]*\)\s*)?([A-Za-z_]\w*)[^\n]*\n((?:(?!\s*(?:(?:export|async)\s+)*(?:def|function|func|fn)\b)[^\n]*\n){0,15})/gu,
    ),
  ).flatMap(([, name, body]) => (names.has(name) && body !== undefined ? [body] : []));
}
