import { clip } from '../../core/text/clip.ts';

/**
 * A sentence of ours with words of others in it. Only the reporter that prints it knows how to make those harmless:
 * `name` is an identifier (a path, a model, a case), `quote` is running text (an error message, a reason).
 */
export type Phrase = readonly Part[];
export type Part =
  | { readonly kind: 'ours'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string };

/**
 * Builds a phrase: the template's own text and numbers are ours, a string put in is a name of someone else's, a phrase
 * put in is taken over. So text from outside cannot be printed raw by forgetting to escape it.
 */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number | Phrase)[]): Phrase {
  return texts.flatMap((text, index): Phrase => {
    const value = values[index];
    return [...own(text), ...(value === undefined ? [] : partsOf(value))];
  });
}

/** A phrase of our own words. */
export function own(text: string): Phrase {
  return text === '' ? [] : [{ kind: 'ours', text }];
}

/** A phrase of someone else's running text. */
export function quote(text: string): Phrase {
  return [{ kind: 'quote', text }];
}

/** Phrases in a row with `separator` between them; `last` before the last one. */
export function list(phrases: readonly Phrase[], separator = ', ', last = separator): Phrase {
  return phrases.flatMap((phrase, index) =>
    index === 0 ? phrase : [...own(index === phrases.length - 1 ? last : separator), ...phrase],
  );
}

/** Names in a row, at most `most` of them: `a, b and 3 more`. */
export function listNames(names: readonly string[], most = 5): Phrase {
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const phrases = shown.map((name) => say`${name}`);
  const more = names.length - shown.length;
  return more > 0 ? list([...phrases, own(`${more} more`)], ', ', ' and ') : list(phrases, ', ', ' and ');
}

/** The phrase as plain text, its outside parts made harmless by `harmless`. */
export function plain(phrase: Phrase, harmless: (text: string) => string): string {
  return phrase.map((part) => (part.kind === 'ours' ? part.text : harmless(part.text))).join('');
}

/** The phrase as the start of a sentence. */
export function upperFirst(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  if (first?.kind !== 'ours') return phrase;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

/** How many characters of a phrase a reader sees. */
export function lengthOf(phrase: Phrase): number {
  return phrase.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * The first of some tellings, the fullest one first, that takes at most `most` characters; else the last one, with what
 * others say in it shortened as far as that takes.
 */
export function fitting(most: number, tellings: readonly [Phrase, ...Phrase[]]): Phrase {
  const fits = tellings.find((phrase) => lengthOf(phrase) <= most);
  return fits ?? shortened(tellings.at(-1) ?? tellings[0], most);
}

/** Sentences in a row, as many of the first ones as fit. */
export function sentences(most: number, phrases: readonly Phrase[]): Phrase {
  const told: Phrase[] = [];
  let left = most;
  for (const phrase of phrases.filter((one) => one.length > 0)) {
    left -= lengthOf(phrase) + 1;
    if (left < -1) break;
    told.push(phrase);
  }
  return list(told, ' ');
}

/** The phrase with its longest outside parts cut in their middle, where both a path and a name say least. */
function shortened(phrase: Phrase, most: number): Phrase {
  const outside = phrase.filter(({ kind }) => kind !== 'ours');
  const ours = lengthOf(phrase) - lengthOf(outside);
  const room = Math.max(8, Math.floor((most - ours) / Math.max(1, outside.length)));
  const cut = phrase.map((part): Part => (part.kind === 'ours' ? part : { ...part, text: cutMiddle(part.text, room) }));
  let left = Math.max(0, most);
  return cut.flatMap((part): Part[] => {
    const text = clip(part.text, left);
    left -= text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
}

function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - end).toWellFormed()}…${text.slice(text.length - end).toWellFormed()}`;
}

function partsOf(value: string | number | Phrase): Phrase {
  if (typeof value === 'string') return value === '' ? [] : [{ kind: 'name', text: value }];
  return typeof value === 'number' ? own(String(value)) : value;
}
