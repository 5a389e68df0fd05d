import { toMarkdown } from '../markdown/escape.ts';
import type { AlertTarget } from './types.ts';
import { plainLine, wordAlert } from './word-alert.ts';

/** An issue of the repository on GitHub, closed once it is over. A test closes its own at once. */
export const issue: AlertTarget = {
  name: 'issue',
  title: 'GitHub issue',
  gathers: false,
  write: (alert) => {
    const { title, lines, link } = wordAlert(alert);
    const paragraphs = [
      ...(alert.state === 'recovered' ? [`**${toMarkdown(title)}.**`] : []),
      ...lines.map(toMarkdown),
      ...(link === undefined ? [] : [`[The run](${link})`]),
    ];
    const message = {
      kind: 'issue' as const,
      key: alert.key,
      ...(alert.name === undefined ? {} : { name: alert.name }),
      title: plainLine(title, 250),
      render: (marker: string) => [...paragraphs, marker].join('\n\n'),
    };
    return [
      ...(alert.state === 'recovered' ? [] : [{ ...message, closes: false }]),
      ...(alert.state === 'alert' ? [] : [{ ...message, closes: true }]),
    ];
  },
};
