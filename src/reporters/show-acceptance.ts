import type { Report } from '../core/report/report.ts';
import { escapeName, escapeQuote, toMarkdown } from './markdown/escape.ts';
import { verdictMark } from './wording/verdict-mark.ts';
import { wordNextStep } from './wording/word-next-step.ts';

/** Who let regressions in, and when (ISO 8601). */
export type Accepted = { readonly by: string; readonly at: string };

/** What a regressed report's comment says while nobody accepted: by these words it is found again. */
export function closedWords(report: Report): string {
  return toMarkdown(wordNextStep({ ...report, accepted: [], gate: { ...report.gate, open: false } }));
}

/**
 * The text of a comment that an earlier run wrote, with the acceptance as it is now: verdict line and gate sentence say
 * who let the regressions in, or that nobody did. What the comment lists below is what was accepted.
 * @param closed what `closedWords` gave when it was written
 */
export function showAcceptance(body: string, closed: string, accepted: Accepted | undefined): string {
  const shut = body.replace(acceptedHeading, headingOf([])).replace(acceptedWords, () => closed);
  if (accepted === undefined) return shut;
  const { by, at } = accepted;
  const heading = `${headingOf([{ by, at, how: 'label', fingerprint: '' }])}Accepted by ${escapeName(by)}: `;
  return shut
    .replace(headingOf([]), () => heading)
    .replace(closed, () => `The gate is open: accepted by ${escapeName(by)} on ${escapeQuote(at)}.`);
}

const acceptedHeading = /^### \S+ Accepted by (?:<code>[^<]*<\/code>(?:, | and )?)+: /u;
const acceptedWords = /The gate is open: accepted by <code>[^<]*<\/code> on \S+?\.(?=\s|$)/u;

function headingOf(accepted: Report['accepted']): string {
  return `### ${verdictMark({ verdict: 'regressed', accepted })} `;
}
