import { clip } from './clip.ts';

/**
 * Makes what a reader cannot see visible as `⟨U+202E⟩`: control characters (line feed and tab aside), bidirectional
 * overrides, zero-width and filler characters, tag characters, line separators and lone surrogates. A joiner between
 * two pictographs stays (it makes one emoji of them). CRLF becomes LF.
 * Characters after Unicode UTR 36 and CVE-2021-42574 ("Trojan Source").
 */
export function showHidden(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(hidden, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** A character that hides. */
const hidden = new RegExp(
  [
    String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f]`,
    String.raw`[\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]`,
    String.raw`(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})`,
    String.raw`[\u{e0000}-\u{e0fff}]|[\u{1d173}-\u{1d17a}]|\p{Surrogate}`,
  ].join('|'),
  'gu',
);

/**
 * JSON in which what hides from a reader (bidirectional overrides, zero-width and control characters) is written as an escape: the same
 * value, and no terminal, diff or review shows it as something else.
 */
export function escapeHidden(json: string): string {
  // Most texts are plain, and need no closer look.
  if (/^[\n\x20-\x7e]*$/u.test(json)) return json;
  return json.replaceAll(hidden, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/**
 * At most `most` characters of a text on one line, its line ends as `⏎`, what hides made visible. Cut before it is searched:
 * the time taken does not grow with what is not shown.
 */
export function showOnOneLine(text: string, most: number): string {
  const line = showHidden(clip(text.trim(), most * 2))
    .replaceAll(/\s*\n\s*/gu, ' ⏎ ')
    .replaceAll('\t', ' ');
  return clip(line, most);
}
