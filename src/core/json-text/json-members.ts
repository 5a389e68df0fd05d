/** A member of an object or an item of a list, with the offsets at which it is written. */
export type JsonMember = { readonly key: string | number; readonly keyAt: number; readonly valueAt: number };

/**
 * What is directly inside the object or list at an offset of strict JSON; nothing where another value is. Parsers that keep
 * places build a tree of all of it: of a score file of 100 MB only the place of the one value that is wrong is asked for.
 */
export function* jsonMembers(text: string, from: number): Generator<JsonMember> {
  const opening = text[from];
  if (opening !== '{' && opening !== '[') return;
  let at = skipSpace(text, from + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    const keyAt = at;
    const keyEnd = opening === '{' ? skipValue(text, at) : at;
    const valueAt = opening === '{' ? skipSpace(text, skipSpace(text, keyEnd) + 1) : at;
    yield { key: opening === '{' ? keyIn(text.slice(keyAt, keyEnd)) : index, keyAt, valueAt };
    at = skipSpace(text, skipValue(text, valueAt));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

/** The offset of the first character that is no white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n\u{feff}'.includes(text.charAt(at))) at++;
  return at;
}

function keyIn(written: string): string {
  const key: unknown = JSON.parse(written);
  return String(key);
}

/** The offset after a value. It counts brackets instead of calling itself: a file may be nested without end. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const mark = text.charAt(at);
    if (mark === '"') at = skipText(text, at);
    else {
      if (mark === '{' || mark === '[') depth++;
      if (mark === '}' || mark === ']') depth--;
      at++;
      // A number or a word ends before what follows it.
      if (depth === 0 && mark !== '}' && mark !== ']')
        while (at < text.length && !',]} \t\r\n'.includes(text.charAt(at))) at++;
    }
  } while (depth > 0 && at < text.length);
  return at;
}

/** The offset after a text in quotes. */
export function skipText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** Greatest count of brackets open at once, strings left out. */
export function nestingOf(text: string): number {
  let depth = 0;
  let greatest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > greatest) greatest = depth;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return greatest;
}
