import { lazyLibrary } from '../text/lazy-library.ts';

/** What a text is written in: languages by ISO 639-1 that fit it about equally well, the likeliest first; or why nobody can tell. */
export type TextLanguage =
  | { readonly kind: 'told'; readonly likely: readonly [string, ...string[]] }
  | { readonly kind: 'unsure'; readonly why: string };

const detector = lazyLibrary('the language detector', () => import('eld/extrasmall'));

export const loadDetector = detector.load;

/** Fewer letters than this say nothing; from `many` on near kin such as Russian and Ukrainian are told apart. */
const fewest = 8;
const many = 24;
/** Below `many`, a language fits as well as the best where its score is at least this share of it. */
const nearlyAsGood = 0.9;

/** Most characters that are looked at. */
const longest = 20_000;

/** The languages that the detector knows (ELD 2.1, 60 languages). */
export const languages: readonly string[] = [
  ...[
    'am',
    'ar',
    'az',
    'be',
    'bg',
    'bn',
    'ca',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'eu',
    'fa',
    'fi',
    'fr',
    'gu',
    'he',
  ],
  ...[
    'hi',
    'hr',
    'hu',
    'hy',
    'is',
    'it',
    'ja',
    'ka',
    'kn',
    'ko',
    'ku',
    'lo',
    'lt',
    'lv',
    'ml',
    'mr',
    'ms',
    'nl',
    'no',
    'or',
  ],
  ...[
    'pa',
    'pl',
    'pt',
    'ro',
    'ru',
    'sk',
    'sl',
    'sq',
    'sr',
    'sv',
    'ta',
    'te',
    'th',
    'tl',
    'tr',
    'uk',
    'ur',
    'vi',
    'yo',
    'zh',
  ],
];

const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language by its English name, for people. */
export function nameLanguage(code: string): string {
  return names.of(code) ?? code;
}

/** Tells what a text is written in, by its words alone: code, addresses and the keys of JSON are left out. */
export function tellLanguage(text: string): TextLanguage {
  const words = wordsOf(text.slice(0, longest));
  const letters = countLetters(words);
  if (letters < fewest) return { kind: 'unsure', why: letters === 0 ? 'it has no words' : 'it is too short to tell' };
  const found = detector.get().eld.detect(words);
  const scores = found.getScores();
  const best = scores[found.language];
  if (best === undefined || !found.isReliable()) return { kind: 'unsure', why: 'no language is likely enough' };
  const least = letters < many ? best * nearlyAsGood : best;
  const others = Object.keys(scores).filter((code) => code !== found.language && (scores[code] ?? 0) >= least);
  return { kind: 'told', likely: [found.language, ...others] };
}

function wordsOf(text: string): string {
  return textsOfJson(text)
    .replace(/(`{3,}|~{3,})[\s\S]*?(?:\1|$)/gu, ' ')
    .replace(/`[^`\n]*`/gu, ' ')
    .replace(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+/gu, ' ');
}

/** The texts that a reply in JSON holds, without its keys; any other reply as it is. */
function textsOfJson(text: string): string {
  if (!/^\s*[[{]/u.test(text)) return text;
  try {
    const texts: string[] = [];
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    return texts.join('\n');
  } catch {
    return text;
  }
}

/** Signs that stand for syllables or words count three times. */
function countLetters(text: string): number {
  const signs = text.match(/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  return (text.match(/\p{L}/gu)?.length ?? 0) + 2 * signs;
}
