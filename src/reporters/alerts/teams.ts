import type { Phrase } from '../wording/say.ts';
import { postJson } from './post-json.ts';
import type { AlertTarget } from './types.ts';
import { unlinked, visibleParts, wordAlert } from './word-alert.ts';

/**
 * Microsoft Teams, by the webhook of a workflow that posts an adaptive card. Text stands in text runs of rich text blocks, which read no
 * Markdown; without entities in the card nothing in it mentions anybody.
 */
export const teams: AlertTarget = {
  name: 'teams',
  title: 'Microsoft Teams',
  gathers: true,
  write: (alert, { value }) => {
    const { title, lines, link } = wordAlert(alert);
    const card = {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.4',
      body: [block(title, { weight: 'Bolder', size: 'Medium' }), ...lines.map((line) => block(line))],
      ...(link === undefined ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'The run', url: link }] }),
      msteams: { width: 'Full' },
    };
    const attachment = {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: card,
    };
    return postJson(value, { type: 'message', attachments: [attachment] }, { refusal });
  },
};

/** Connectors of old say with status 200 that they could not. */
function refusal(body: string): string | undefined {
  return /^(?:Webhook message delivery failed|Microsoft Teams endpoint returned HTTP error)/u.test(body.trim())
    ? body
    : undefined;
}

function block(phrase: Phrase, style: Readonly<Record<string, string>> = {}): unknown {
  const inlines = visibleParts(phrase).map(({ kind, text }) => ({
    type: 'TextRun',
    text: unlinked(text),
    ...(kind === 'name' ? { fontType: 'Monospace' } : {}),
    ...style,
  }));
  return { type: 'RichTextBlock', inlines };
}
