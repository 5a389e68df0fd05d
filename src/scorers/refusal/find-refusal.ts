import { refusalPhrases } from './refusal-phrases.ts';

/** A refusal is said at once: what comes after this many characters is no longer the reply's answer. */
const opening = 300;

/**
 * Finds the words by which a reply declines to serve a request, or nothing.
 *
 * Phrase rules in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian,
 * Turkish, Chinese, Japanese, Korean, Arabic and Hindi look at the reply's opening, text in quotes left out.
 * They do not see a refusal that only changes the subject, one that comes late, or one in another language.
 */
export function findRefusal(text: string): string | undefined {
  const start = withoutQuotes(text.slice(0, opening * 2))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, opening);
  for (const phrases of Object.values(refusalPhrases)) {
    for (const phrase of phrases) {
      const found = phrase.exec(start);
      if (found !== null) return found[0].trim();
    }
  }
  return undefined;
}

function withoutQuotes(text: string): string {
  return text.replace(/"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|`[^`\n]*`/g, ' … ');
}
