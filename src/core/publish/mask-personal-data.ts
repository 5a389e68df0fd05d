import { keyForm } from './key-forms.ts';

/**
 * A text with personal data and keys replaced by what they are: `[e-mail]`, `[phone]`, `[card]`, `[IBAN]`, `[IP]`, `[key]`.
 * Found by their form, and by their check digits where they have some. Names and addresses have no form: they stay. All that is
 * looked for is of bounded length, so that no text takes long.
 */
export function maskPersonalData(text: string): string {
  // Of letters and spaces alone there is nothing to find.
  if (!/[\d@=_]|[-.:][\w-]{3}|-----BEGIN|eyJ|AIza/u.test(text)) return text;
  return kinds.reduce(
    (masked, { name, form, holds }) => masked.replaceAll(form, (found) => maskIn(found, name, holds)),
    text,
  );
}

type Kind = {
  readonly name: string;
  readonly form: RegExp;
  /** How many characters of what was found are it; 0: none. Absent: all. */
  readonly holds?: (found: string) => number;
};

function maskIn(found: string, name: string, holds: Kind['holds']): string {
  const length = holds === undefined ? found.length : holds(found);
  return length === 0 ? found : `[${name}]${found.slice(length)}`;
}

const ipParts = {
  four: '(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?!\\d|\\.\\d)',
  six: '(?:[\\da-f]{1,4}:){7}[\\da-f]{1,4}|(?:[\\da-f]{1,4}:){1,7}:(?:[\\da-f]{1,4}(?::[\\da-f]{1,4}){0,6})?',
};

const kinds: readonly Kind[] = [
  { name: 'key', form: keyForm },
  {
    name: 'e-mail',
    form: /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu,
  },
  { name: 'IBAN', form: /\b[a-z]{2}\d{2}(?:[ \u00a0]?[a-z0-9]){11,30}/giu, holds: lengthOfIban },
  {
    name: 'card',
    form: /(?<!\d)[2-6](?:[ \u00a0-]?\d){12,18}(?!\d)/gu,
    holds: (found) => (isLuhn(digitsOf(found)) ? found.length : 0),
  },
  {
    name: 'IP',
    form: new RegExp(`(?<![\\w.:])(?:${ipParts.four}|${ipParts.six})`, 'giu'),
    holds: (found) => (/\d/u.test(found) ? found.length : 0),
  },
  {
    name: 'phone',
    form: /(?<![\p{L}\p{N}.,:/-])(?:\+|\()?\d[\d ()./\u00a0-]{5,22}\d(?![\p{L}\p{N}])/gu,
    holds: (found) => (isPhone(found) ? found.length : 0),
  },
];

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '');
}

/** The check digit of payment cards (ISO/IEC 7812-1). */
function isLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The longest beginning whose check digits (ISO 7064, mod 97) are right: words may follow. */
function lengthOfIban(found: string): number {
  for (let length = found.length; length >= shortestIban; length -= 1) {
    const plain = found.slice(0, length).replaceAll(/\s/gu, '').toUpperCase();
    if (/\s/u.test(found.charAt(length - 1)) || plain.length < shortestIban) continue;
    const moved = `${plain.slice(4)}${plain.slice(0, 4)}`;
    const remainder = [...moved].reduce((rest, one) => {
      const value = Number.parseInt(one, 36);
      return (rest * (value > 9 ? 100 : 10) + value) % 97;
    }, 0);
    if (remainder === 1) return length;
  }
  return 0;
}

const shortestIban = 15;

/** A number as people write telephone numbers: with its country, with a leading 0, or the North American way. No date, no amount. */
function isPhone(found: string): boolean {
  const digits = digitsOf(found);
  if (digits.length < 7 || digits.length > 15) return false;
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|^\d+\.\d+$/u.test(found)) return false;
  if (/^\+|^00/u.test(found)) return digits.length >= 8;
  if (/^(?:0|\(0)/u.test(found)) return digits.length >= 9;
  return /^(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/u.test(found);
}
