import type { Report } from '../../core/report/report.ts';
import { problemsOf } from '../../core/report/report-outcome.ts';
import { openingOf } from '../opening/opening-of.ts';
import { notesToTell } from '../wording/notes-to-tell.ts';
import { own, type Phrase, quote, say } from '../wording/say.ts';
import { unreviewedToTell } from '../wording/unreviewed-to-tell.ts';
import { wordCaseChanges } from '../wording/word-change.ts';
import { wordEarlier } from '../wording/word-earlier.ts';
import { wordBehind } from '../wording/word-edit.ts';
import { wordFields } from '../wording/word-fields.ts';
import { wordNextStep } from '../wording/word-next-step.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { wordServed } from '../wording/word-served.ts';
import { wordShortReplies } from '../wording/word-short-replies.ts';
import { wordRaise, wordStopped } from '../wording/word-stopped.ts';
import { wordTools } from '../wording/word-tools.ts';
import { fileAddress, filesAtHead, linksOf } from './links-of.ts';
import { html, type Markup, toHtml } from './markup.ts';

/** Warnings that stand open; the rest unfolds. */
const mostOpen = 4;
const mostWarnings = 100;
const mostFiles = 3;

/** The verdict: what to do and why, what happened, the next step, where it leads, and what bears on how far to trust it. */
export function band(report: Report): Markup {
  const tone = report.verdict === 'regressed' && report.accepted.length > 0 ? 'accepted' : report.verdict;
  const { line, sentence } = openingOf(report);
  const by = report.accepted.map(
    (one) => say`Accepted by ${one.by} (${quote(one.how)}), ${quote(one.at.slice(0, 10))}.`,
  );
  const before = wordEarlier(report.earlier, { verdict: report.verdict, head: report.head.sha });
  const lines = [sentence, before, ...by, wordNextStep(report)].filter((phrase) => phrase.length > 0);
  return html`<header class="band ${tone}"><h1>${toHtml(line)}</h1>${lines.map((told) => html`<p>${toHtml(told)}</p>`)}${links(report)}</header>
${warnings(report)}`;
}

function links(report: Report): Markup {
  const folder = filesAtHead(report);
  const files =
    folder === undefined
      ? []
      : report.prompts
          .filter(({ change }) => change !== 'removed')
          .slice(0, mostFiles)
          .map(({ path }) => ({ text: path, address: fileAddress(folder, path) }));
  const all = [...linksOf(report), ...files];
  if (all.length === 0) return html``;
  return html`<p class="links">${all.map(({ text, address }) => html`<a href="${address}" rel="noreferrer">${text}</a> `)}</p>`;
}

function warnings(report: Report): Markup {
  const several = report.prompts.length > 1;
  const changes = report.prompts.flatMap((prompt) => {
    const { removed, weakened } = prompt.casesChanged;
    const lesser = { ...prompt, unchecked: [], casesChanged: { removed, weakened, edited: [], added: [] } };
    return wordCaseChanges(lesser, several);
  });
  const stopped = report.ended === 'cancelled' ? own('The run was cancelled.') : wordStopped(report);
  const gone = report.prompts.filter(({ change }) => change === 'removed').map(({ path }) => say`${path} was removed.`);
  const told: readonly Phrase[] = [
    ...problemsOf(report).map(wordProblem),
    ...unreviewedToTell(report),
    ...changes,
    ...(stopped.length === 0 ? [] : [say`${stopped} ${wordRaise(report)}`]),
    ...wordBehind(report),
    ...wordServed(report),
    ...wordShortReplies(report),
    ...wordFields(report),
    ...wordTools(report),
    ...gone,
    ...report.notes.map(quote),
    ...notesToTell(report),
  ];
  if (told.length === 0) return html``;
  const items = told.slice(0, mostWarnings).map((one) => html`<li>${toHtml(one)}</li>`);
  const rest = items.slice(mostOpen);
  const more = told.length - mostOpen;
  return html`<section class="warnings" aria-label="To know before you trust this"><ul>${items.slice(0, mostOpen)}</ul>${more > 0 ? html`<details><summary>${more} more</summary><ul>${rest}</ul></details>` : ''}</section>
`;
}
