import type { Phrase } from '../wording/say.ts';
import { postJson } from './post-json.ts';
import type { AlertTarget } from './types.ts';
import { unlinked, visibleParts, wordAlert } from './word-alert.ts';

/** Most characters of an embed's title, and of all that is under it. */
const most = { title: 256, description: 4096 } as const;
const colours = { alert: 0xd1242f, recovered: 0x1a7f37, test: 0x57606a } as const;

/** Discord, by a webhook: an embed, whose Markdown is escaped. Nobody is mentioned, whatever it says. */
export const discord: AlertTarget = {
  name: 'discord',
  title: 'Discord',
  gathers: true,
  write: (alert, { value }) => {
    const { title, lines, link } = wordAlert(alert);
    const embed = {
      title: fitting([title], most.title),
      description: fitting(lines, most.description),
      color: colours[alert.state],
      timestamp: alert.at,
      ...(link === undefined ? {} : { url: link }),
    };
    return postJson(value, { embeds: [embed], allowed_mentions: { parse: [] } });
  },
};

/** Whole parts, as many as there is room for: half an escape would be none. */
function fitting(phrases: readonly Phrase[], room: number): string {
  let written = '';
  for (const piece of phrases.flatMap((phrase, at) => [...(at === 0 ? [] : ['\n']), ...piecesOf(phrase)])) {
    if (written.length + piece.length > room - 1) return `${written}…`;
    written += piece;
  }
  return written;
}

function piecesOf(phrase: Phrase): readonly string[] {
  return visibleParts(phrase).map(({ kind, text }) => {
    if (kind === 'ours') return text.replaceAll(/[<>]/gu, String.raw`\$&`);
    // In code nothing is read but the mark that ends it.
    if (kind === 'name' && !text.includes('`')) return `\`${unlinked(text)}\``;
    return unlinked(text).replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
  });
}
