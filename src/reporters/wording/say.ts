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

function partsOf(value: string | number | Phrase): Phrase {
  if (typeof value === 'string') return value === '' ? [] : [{ kind: 'name', text: value }];
  return typeof value === 'number' ? own(String(value)) : value;
}
