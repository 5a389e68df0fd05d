import stringWidth from 'string-width';

/** Columns a text takes on a terminal. Plain ASCII, which most cells are, takes one a character and needs no table of all characters. */
export function columnsOf(text: string): number {
  return /^[\x20-\x7e]*$/u.test(text) ? text.length : stringWidth(text);
}
