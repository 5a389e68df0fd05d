import type { Report } from '../core/report/report.ts';
import { escapeName, toMarkdown } from './markdown/escape.ts';
import { quote, say } from './wording/say.ts';
import { showDay } from './wording/show-day.ts';
import { wordEarlier } from './wording/word-earlier.ts';
import { wordNextStep } from './wording/word-next-step.ts';

/** Who let regressions in, and when (ISO 8601). */
export type Accepted = { readonly by: string; readonly at: string };

/** What a regressed report's comment says while nobody accepted: by these words it is found again. */
export function closedWords(report: Report): string {
  return toMarkdown(wordNextStep({ ...report, accepted: [], gate: { ...report.gate, open: false } }));
}

/**
 * The text of a comment that an earlier run wrote, with the acceptance as it is now: verdict line and next step say
 * who let the regressions in, or that nobody did. What the comment lists below is what was accepted.
 * @param closed what `closedWords` gave when it was written
 */
export function showAcceptance(body: string, closed: string, accepted: Accepted | undefined): string {
  const shut = body
    .replace(acceptedHeading, closedHeading)
    .replace(acceptedSince, '')
    .replace(acceptedWords, () => closed);
  if (accepted === undefined) return shut;
  const told = say`Accepted by ${accepted.by} on ${quote(showDay(accepted.at))}: this does not block the merge.`;
  return shut
    .replace(closedHeading, () => `### 🟠 Accepted by ${escapeName(accepted.by)}: `)
    .replace(closed, () => toMarkdown(told));
}

/**
 * The text of a comment that an earlier run wrote, saying since when what it tells is so, as of another commit.
 * @param now the commit that it speaks for from now on
 */
export function showEarlier(
  body: string,
  earlier: Report['earlier'],
  now: Pick<Report, 'verdict'> & { readonly head: string },
): string {
  const told = toMarkdown(wordEarlier(earlier, now));
  if (told === '') return body;
  const [heading = '', sentence = '', third = '', ...rest] = body.split('\n\n');
  const isTold = earlierWords.test(third);
  return [heading, sentence, told, ...(isTold ? [] : [third]), ...rest].join('\n\n');
}

const earlierWords = /^(?:Still|Was) [a-z]+(?:, since| at) `[0-9a-f]{1,7}`[^\n]*\.$/u;

const name = '(?:`[^`]*`|<code>[^<]*</code>)';
const closedHeading = '### ⛔ Do not merge yet: ';
const acceptedHeading = new RegExp(`^### 🟠 Accepted by (?:${name}(?:, | and )?)+: `, 'u');
const acceptedSince = /^Accepted on \d{1,2} \w{3} \d{4}, for this commit’s prompts and cases\. ?/mu;
const acceptedWords = new RegExp(
  `Accepted by (?:${name}(?:, | and )?)+ on \\d{1,2} \\w{3} \\d{4}: this does not block the merge\\.`,
  'u',
);
