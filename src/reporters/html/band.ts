import { problemsOf } from '../../core/report/problems-of.ts';
import type { Report } from '../../core/report/report.ts';
import { showNumberOf } from '../show-quantity.ts';
import { adviceOf } from '../wording/advice.ts';
import { nextMove } from '../wording/next-move.ts';
import { notesToTell } from '../wording/notes-to-tell.ts';
import { type Outcome, outcomeOf, outcomes } from '../wording/outcome.ts';
import { list, own, type Phrase, quote, say } from '../wording/say.ts';
import { unreviewedToTell } from '../wording/unreviewed-to-tell.ts';
import { wordCaseChanges } from '../wording/word-case-changes.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { wordShortReplies } from '../wording/word-short-replies.ts';
import { isAlone } from './index-cases.ts';
import { fileAddress, filesAtHead, linksOf } from './links-of.ts';
import { html, type Markup, toHtml } from './markup.ts';
import { type Matrix, placeCases } from './place-cases.ts';

/** Warnings that stand open; the rest unfolds. */
const mostOpen = 4;
const mostWarnings = 100;
const mostFiles = 3;

/** The verdict: what to do and why, what happened, the next step, where it leads, and what bears on how far to trust it. */
export function band(report: Report): Markup {
  const tone = report.verdict === 'regressed' && report.accepted.length > 0 ? 'accepted' : report.verdict;
  const told = wordOutcomes(report);
  const next = nextMove(report);
  const by = report.accepted.map(
    (one) => say`Accepted by ${one.by} (${quote(one.how)}), ${quote(one.at.slice(0, 10))}.`,
  );
  const lines = [told, ...by, next].filter((phrase) => phrase.length > 0);
  return html`<header class="band ${tone}"><h1>${toHtml(adviceOf(report))}</h1>${lines.map((line) => html`<p>${toHtml(line)}</p>`)}${links(report)}</header>
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

/** `gpt-5-mini 4 · gpt-5 1. 46 of 60 cases hold, 3 got better.` */
function wordOutcomes(report: Report): Phrase {
  const matrix = placeCases(report);
  const { models, cases } = matrix;
  if (cases.length === 0) return [];
  const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  const [holds, better, rose, flaky, fails, unscored] = [
    count('holds'),
    count('better'),
    count('rose'),
    count('flaky'),
    count('fails'),
    count('unscored'),
  ];
  const alone = cases.every(({ on }) => on.every((one) => one === undefined || isAlone(one)));
  const verb = alone ? (holds === 1 ? 'passes' : 'pass') : holds === 1 ? 'holds' : 'hold';
  const parts = [
    `${holds} of ${showNumberOf(cases.length, 'case')} ${verb}`,
    ...(better > 0 ? [`${better} got better`] : []),
    ...(rose > 0 ? [`${rose} rose`] : []),
    ...(flaky > 0 ? [`${flaky} flaky`] : []),
    ...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}${alone ? '' : ' on both'}`] : []),
    ...(unscored > 0 ? [`${unscored} not scored`] : []),
  ];
  const worse = models.length > 1 ? wordModels(matrix) : [];
  return say`${worse}${wordTallies(matrix)}${own(`${parts.join(', ')}.`)}`;
}

const harmed: ReadonlySet<Outcome> = new Set(outcomes.slice(0, 3));

/** How many cases broke, got worse or fell on which model, where it is not the same on all. */
function wordModels({ models, cases }: Matrix): Phrase {
  const counted = models
    .map((model, at) => ({
      model,
      count: cases.filter(({ on }) => on[at] !== undefined && harmed.has(outcomeOf(on[at]))).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  if (counted.length === 0) return [];
  const shown = counted.slice(0, 4).map(({ model, count }) => say`${model} ${count}`);
  const more = counted.length - shown.length;
  const unharmed = models.filter((model) => counted.every((one) => one.model !== model));
  const spared =
    unharmed.length > 0 && unharmed.length <= 2
      ? say` ${list(
          unharmed.map((model) => say`${model}`),
          ' and ',
        )} ${own(unharmed.length === 1 ? 'is' : 'are')} unaffected.`
      : [];
  return say`${list([...shown, ...(more > 0 ? [own(`${more} more models`)] : [])], ' · ')}.${spared} `;
}

/** `Always right before (8 of 8), always wrong now.` where all that broke did so alike. */
function wordTallies({ cases }: Matrix): Phrase {
  const worse = cases.flatMap(({ on }) =>
    on.flatMap((one) => (one !== undefined && harmed.has(outcomeOf(one)) ? [one] : [])),
  );
  if (worse.length === 0 || worse.some((one) => outcomeOf(one) !== 'broke')) return [];
  const counts = new Set(worse.map((one) => one.old.of));
  const [only, ...others] = counts;
  const of = others.length === 0 ? ` (${only} of ${only})` : '';
  return own(`Always right before${of}, always wrong now. `);
}

function warnings(report: Report): Markup {
  const several = report.prompts.length > 1;
  const changes = report.prompts.flatMap((prompt) => {
    const { removed, weakened } = prompt.casesChanged;
    const lesser = { ...prompt, unchecked: [], casesChanged: { removed, weakened, edited: [], added: [] } };
    return wordCaseChanges(lesser, several);
  });
  const stopped = endings[report.ended];
  const gone = report.prompts.filter(({ change }) => change === 'removed').map(({ path }) => say`${path} was removed.`);
  const told: readonly Phrase[] = [
    ...problemsOf(report).map(wordProblem),
    ...unreviewedToTell(report),
    ...changes,
    ...(stopped === '' ? [] : [own(stopped)]),
    ...wordShortReplies(report),
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

const endings = {
  complete: '',
  budget: 'Stopped by the budget (`max-calls`, `max-cost`): raise it to have more proven.',
  deadline: 'Stopped by the deadline (`timeout`): no further round was asked.',
  cancelled: 'The run was cancelled.',
} as const satisfies Record<Report['ended'], string>;
