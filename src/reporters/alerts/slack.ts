import type { Phrase } from '../wording/say.ts';
import { postJson } from './post-json.ts';
import type { AlertTarget } from './types.ts';
import { plainLine, unlinked, visibleParts, wordAlert } from './word-alert.ts';

/**
 * Slack, by an incoming webhook. What people read is a rich text block: its text is taken as it is, so that nothing in it mentions, links
 * or formats. The line for notifications is the one text in Slack's markup, whose `&`, `<` and `>` are escaped.
 */
export const slack: AlertTarget = {
  name: 'slack',
  title: 'Slack',
  gathers: true,
  write: (alert, { value }) => {
    const { title, lines, link } = wordAlert(alert);
    const sections = [
      section([...elementsOf(title, true)]),
      ...lines.map((line) => section(elementsOf(line))),
      ...(link === undefined ? [] : [section([{ type: 'link', url: link, text: 'The run' }])]),
    ];
    return postJson(value, {
      text: plainLine(title, 700).replaceAll(/[&<>]/gu, (letter) => entities[letter] ?? ''),
      blocks: [{ type: 'rich_text', elements: sections }],
      unfurl_links: false,
      unfurl_media: false,
    });
  },
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

type Element = { readonly type: string; readonly [key: string]: unknown };

/** Sections follow each other without a line end of their own. */
function section(elements: readonly Element[]): Element {
  return { type: 'rich_text_section', elements: [...elements, { type: 'text', text: '\n' }] };
}

function elementsOf(phrase: Phrase, bold = false): readonly Element[] {
  return visibleParts(phrase).map(({ kind, text }) => {
    const style = { ...(bold ? { bold } : {}), ...(kind === 'name' ? { code: true } : {}) };
    return { type: 'text', text: unlinked(text), ...(Object.keys(style).length === 0 ? {} : { style }) };
  });
}
