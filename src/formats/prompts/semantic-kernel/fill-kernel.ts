import type { Json, JsonObject } from '../../../core/json.ts';
import type { UnfilledPlace } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { lookUp } from '../../../core/template/fill-template.ts';
import { escapeHtml } from '../../../core/template/jinja/escape-html.ts';
import { showAsPython } from '../../../core/template/jinja/render-jinja.ts';

/** Its template languages. */
export const templateFormats = ['semantic-kernel', 'handlebars', 'liquid'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/** A template as what it is made of. */
export type TemplatePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | ({ readonly kind: 'unfilled' } & UnfilledPlace);

/** Bounded: a quote that is opened and never closed is not followed to the end of the file from each block anew. */
const block =
  /\{\{\{?(?:[^{}"']|"(?:\\[\s\S]|[^"\\]){0,2000}"|'(?:\\[\s\S]|[^'\\]){0,2000}'){0,2000}\}?\}\}|\{%[^%]{0,2000}%\}/gu;
const call = 'Write what it gives into the prompt, or have the cases give it as a variable.';

/** What a template is made of. Nothing that calls a function, loops or asks is filled here: it is named. */
export function readPieces(template: string, format: TemplateFormat): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let from = 0;
  const text = (until: number): void => {
    if (until > from) pieces.push({ kind: 'text', text: template.slice(from, until) });
  };
  for (const match of template.matchAll(block)) {
    const [written] = match;
    const read = format === 'semantic-kernel' ? readKernel(written) : readOther(written, format);
    if (read === undefined) continue;
    text(match.index);
    pieces.push(read);
    from = match.index + written.length;
  }
  text(template.length);
  return pieces;
}

function readKernel(written: string): TemplatePiece | undefined {
  const inner = written.slice(2, -2).trim();
  if (written.startsWith('{%') || inner === '') return undefined;
  const name = /^\$(?<name>\w+(?:\.\w+)*)$/u.exec(inner)?.groups?.['name'];
  if (name !== undefined) return { kind: 'variable', name };
  const [, , value] = /^(["'])((?:\\[\s\S]|(?!\1)[^\\])*)\1$/u.exec(inner) ?? [];
  if (value !== undefined) return { kind: 'text', text: value.replaceAll(/\\(["'\\])/gu, '$1') };
  return {
    kind: 'unfilled',
    marker: written,
    writtenAs: 'a call of a function, which only the program can make',
    fix: call,
  };
}

function readOther(written: string, format: TemplateFormat): TemplatePiece | undefined {
  const inner = written.replaceAll(/^\{+|\}+$/gu, '').trim();
  if (format === 'handlebars' && written.startsWith('{%')) return undefined;
  // Its one helper that stands for a tag.
  const role = /^#message\s+role=(?<role>["']\w+["'])$/u.exec(inner)?.groups?.['role'];
  if (format === 'handlebars' && role !== undefined) return { kind: 'text', text: `<message role=${role}>` };
  if (format === 'handlebars' && inner === '/message') return { kind: 'text', text: '</message>' };
  if (!written.startsWith('{%') && /^[A-Za-z_]\w*(?:\.\w+|\.?\[\d+\])*$/u.test(inner))
    return { kind: 'variable', name: inner.replaceAll(/\.?\[(\d+)\]/gu, '.$1') };
  const writtenAs = `of ${format === 'liquid' ? 'Liquid' : 'Handlebars'} and more than a variable, which is not filled here`;
  return { kind: 'unfilled', marker: written, writtenAs, fix: call };
}

export type FilledPieces = {
  readonly text: string;
  readonly unknown: readonly string[];
  /** A variable whose value is no text. */
  readonly unshown?: string;
};

/**
 * A template of the other languages as one of Semantic Kernel's own, as far as it is filled here. In Liquid a message may also begin
 * with its role and a colon, which one in a value never does.
 */
export function toKernel(template: string, format: TemplateFormat): string {
  if (format === 'semantic-kernel') return template;
  const written = readPieces(template, format).map((piece) => {
    if (piece.kind === 'variable') return `{{$${piece.name}}}`;
    return piece.kind === 'text' ? piece.text : piece.marker;
  });
  const text = written.join('');
  const [, ...turns] = format === 'liquid' ? text.split(/(system|assistant|user|function|developer):\s+/u) : [];
  if (turns.length === 0) return text;
  return turns
    .map((turn, index) => (index % 2 === 0 ? `<message role="${turn}">` : `${escapeHtml(turn)}</message>`))
    .join('');
}

/**
 * Fills a template. Names are the same in either case, and one without a value is empty, as there.
 * @param escapes how values are written: for HTML, so that none opens a message
 */
export function fillPieces(pieces: readonly TemplatePiece[], values: JsonObject, escapes: boolean): FilledPieces {
  const folded = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  const unknown = new Set<string>();
  let unshown: string | undefined;
  const texts = pieces.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    if (piece.kind === 'unfilled') return piece.marker;
    const value = lookUp(piece.name, values) ?? folded[piece.name.toLowerCase()];
    if (value === undefined) unknown.add(piece.name);
    if (isHeld(value)) unshown ??= piece.name;
    const shown = value === undefined || value === null ? '' : showAsPython(value);
    return escapes ? escapeHtml(shown) : shown;
  });
  return { text: texts.join(''), unknown: [...unknown], ...(unshown !== undefined && { unshown }) };
}

function isHeld(value: Json | undefined): boolean {
  return Array.isArray(value) || isObject(value);
}
