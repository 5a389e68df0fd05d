import { showOnOneLine } from '../../core/text/show-hidden.ts';
import type { Phrase } from '../wording/say.ts';

/** Most characters of a name, and of a sentence from outside, within a line. */
const longest = { name: 90, quote: 700 };

/** A phrase as inline Markdown: ours as it is, names as code, others' sentences with all that GitHub would act on disarmed. */
export function toMarkdown(phrase: Phrase): string {
  return write(phrase, escapeName);
}

/** The same inside an HTML element that Markdown is not read in, such as the title of a folded section. */
export function toSummary(phrase: Phrase): string {
  return write(phrase, nameElement);
}

function write(phrase: Phrase, writeName: (text: string) => string): string {
  return phrase
    .map((part, at) => {
      if (part.kind === 'ours') return part.text;
      if (part.kind === 'name') return writeName(part.text);
      const quoted = writeQuote(part.text, writeName);
      // A colon of ours would end an emoji that it begins.
      return phrase[at + 1]?.text.startsWith(':') ? quoted.replace(/:(?=(?:[\w+-]|&#95;)+$)/u, `:${joint}`) : quoted;
    })
    .join('');
}

/** Running text from outside; what stands in back quotes there is a name. */
function writeQuote(text: string, writeName: (text: string) => string): string {
  const parts = oneLine(text, longest.quote).split(/`([^`]+)`/u);
  if (parts.length === 1) return escapeQuote(text);
  return parts.map((part, at) => (at % 2 === 1 ? writeName(part) : escapePart(part))).join('');
}

/** White space at a part's ends stays: it parts words. */
function escapePart(part: string): string {
  const inner = part.trim();
  if (inner === '') return part === '' ? '' : ' ';
  return `${/^\s/u.test(part) ? ' ' : ''}${escapeQuote(inner)}${/\s$/u.test(part) ? ' ' : ''}`;
}

/**
 * A name from outside as inline code: GitHub looks for mentions, references and emoji nowhere inside it. In backticks where
 * nothing in it can end them or a table's cell, so that the source is read as easily; else as an HTML element.
 */
export function escapeName(text: string): string {
  const line = oneLine(text, longest.name);
  return plainName.test(line) ? `\`${line}\`` : nameElement(text);
}

const plainName = /^[\p{L}\p{N}_./:@+=(),'…-]+(?: [\p{L}\p{N}_./:@+=(),'…-]+)*$/u;

function nameElement(text: string): string {
  return `<code>${entities(oneLine(text, longest.name))}</code>`;
}

/**
 * Running text from outside. GitHub finds mentions, references, commits, emoji and mathematics after entities are read: an empty
 * joint breaks them, and a dollar stands in an element of its own (docs.github.com, "Writing mathematical expressions").
 * @param most characters
 */
export function escapeQuote(text: string, most: number = longest.quote): string {
  return entities(oneLine(text, most))
    .replaceAll(/&#64;(?!&#8203;)/gu, `&#64;${joint}`)
    .replaceAll('&#35;', `&#35;${joint}`)
    .replaceAll('&#36;', '<span>&#36;</span>')
    .replaceAll(/\bgh-(?=\d)/giu, (gh) => `${gh.slice(0, 2)}${joint}-`)
    .replaceAll(/(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/giu, (commit) =>
      commit.replaceAll(/.{6}(?=.)/gu, `$&${joint}`),
    )
    .replaceAll(/:(?=(?:[\w+-]|&#95;)+:)/gu, `:${joint}`)
    .replace(/^(?:[-+=]|\d{1,9}[.)])/u, (mark) => mark.slice(0, -1) + entity(mark.slice(-1)));
}

function oneLine(text: string, most: number): string {
  const line = showOnOneLine(text, most);
  return line === '' ? '∅' : line;
}

/**
 * Whatever Markdown, GitHub's extensions or HTML give a meaning, and no more, so that the source stays readable. Bare links and
 * mail addresses are found after entities are read, in code elements too: an empty joint breaks them.
 */
function entities(text: string): string {
  return text
    .replaceAll(/[&<>|`*~[\]#@\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, entity)
    .replaceAll(/:(?=\/\/)|(?<=mailto|xmpp):|(?<=[\w.+-])&#64;/giu, (found) => `${found}${joint}`)
    .replaceAll(/(?<=www)\./giu, `${joint}.`);
}

/** A zero-width space: text that is read stays as it looks. */
const joint = '&#8203;';

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
