import { caseStates } from '../../core/report/case-schema.ts';
import type { ReportCase, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showNumberOf, showP, showScore } from '../show-quantity.ts';
import { pOfChange, tellingFall } from '../wording/word-change.ts';
import { casePair, hasOneSide, nameSide } from './case-pair.ts';
import { html, type Markup } from './markup.ts';
import { preferencesMarkup } from './preferences.ts';
import { replyMarkup } from './reply.ts';
import { tallyMarkup } from './tally.ts';

/** Characters of each reply shown, and how many further replies: a page of thousands of cases must still open. */
export type CaseSize = { readonly characters: number; readonly replies: number };

/** A case that matters as a card: what was asked, what was said before and now. */
export function caseCard(prompt: ReportPrompt, row: ReportRow, one: ReportCase): Markup {
  // Of a case that fell the tests saw fewer replies than are counted here.
  const found = pOfChange(one);
  const p = found === null || one.state === 'fell' ? '' : html` <span class="soft small">${showP(found)}</span>`;
  return html`<article class="card"><header><span class="chip ${one.state}">${one.state}</span><h3><code>${one.id}</code> on <code>${row.id}</code></h3>
<span>${hasOneSide(one) ? '' : html`${tallyMarkup(one, 'old')} → `}${tallyMarkup(one, 'new')}</span>${fallMarkup(one)}${p}${asked(prompt, one)}</header>${casePair(one, 6000)}${preferencesMarkup(one)}</article>`;
}

/** A graded check that fell, where the counts beside it do not tell. */
function fallMarkup(one: ReportCase): Markup {
  const fall = tellingFall(one);
  if (fall === undefined) return html``;
  const name = fall.check === null ? 'the score' : html`<code>${fall.check}</code>`;
  return html` <span class="no">${name} ${showScore(fall.old)} → ${showScore(fall.new)}</span>`;
}

/** All cases of a row, folded, the worst first; in pieces. */
export function* allCases(prompt: ReportPrompt, row: ReportRow, size: CaseSize): Generator<string> {
  const sorted = row.cases.toSorted((a, b) => caseStates.indexOf(a.state) - caseStates.indexOf(b.state));
  yield html`<details class="fold cases"><summary>All ${showNumberOf(row.cases.length, 'case')} on <code>${row.id}</code></summary>`
    .text;
  for (const one of sorted) yield caseLine(prompt, one, size).text;
  yield '</details>';
}

function caseLine(prompt: ReportPrompt, read: ReportCase, size: CaseSize): Markup {
  const one = atHand(read);
  const more = size.replies === 0 || one.state === 'same' ? [] : one.replies.slice(0, size.replies);
  const every =
    more.length <= 2
      ? ''
      : html`<details><summary>All ${showNumberOf(one.replies.length, 'reply', 'replies')}</summary><div class="pair">${sideBySide(one, more, size)}</div></details>`;
  return html`<details class="line"><summary><span><span class="chip ${one.state}">${one.state}</span></span><span><code>${one.id}</code>${one.family === 'added' ? html` <span class="soft small">added</span>` : ''}</span><span class="t">${hasOneSide(one) ? '' : tallyMarkup(one, 'old')}</span><span class="t">${tallyMarkup(one, 'new')}</span><span class="t soft small">${one.p === null || one.p >= 0.1 ? '' : showP(one.p)}</span></summary>
<div class="in">${asked(prompt, one)}${casePair(one, size.characters)}${preferencesMarkup(one)}${every}</div></details>
`;
}

/** A case with what was said read once, where it is looked at several times. */
function atHand(one: ReportCase): ReportCase {
  return { ...one, replies: one.replies.map((reply) => ({ ...reply })) };
}

function sideBySide(one: ReportCase, replies: ReportCase['replies'], size: CaseSize): Markup {
  const column = (side: 'old' | 'new') =>
    html`<div>${replies.filter((reply) => reply.side === side).map((reply) => replyMarkup(reply, `${nameSide(one, side)} ${reply.trial + 1}`, undefined, size.characters))}</div>`;
  return hasOneSide(one) ? column('new') : html`${column('old')}${column('new')}`;
}

function asked(prompt: ReportPrompt, one: ReportCase): Markup {
  const vars = Object.entries(prompt.exam.find(({ id }) => id === one.id)?.vars ?? {});
  if (vars.length === 0) return html``;
  const shown = vars
    .slice(0, 6)
    .map(
      ([name, value]) =>
        html`<span class="soft">${name}:</span> ${typeof value === 'string' ? value : JSON.stringify(value)} `,
    );
  return html`<p class="small asked">${shown}</p>`;
}
