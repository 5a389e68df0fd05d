import type { ReportReply } from '../../core/report/report.ts';
import { gradesOf } from '../../core/scoring/grades-of.ts';
import { statementsOf } from '../../core/scoring/statements-of.ts';
import { clip } from '../../core/text/clip.ts';
import { showScore } from '../show-quantity.ts';
import { html, type Markup } from './markup.ts';

type Check = ReportReply['checks'][number];
type Scored = Extract<Check, { readonly kind: 'scored' }>;

/** Statements or votes shown of one check. */
const mostParts = 20;

/** What each check made of a reply: its mark or score, why, and of what a judge said the parts. */
export function checksMarkup(all: readonly Check[]): Markup {
  return all.length === 0 ? html`` : html`<ul class="checks">${all.map(line)}</ul>`;
}

function line(check: Check): Markup {
  if (check.kind === 'unscored')
    return html`<li><span class="soft">?</span> <code>${check.check}</code> not scored: ${check.why}</li>`;
  const mark =
    check.passed === undefined
      ? html`<span class="soft">${showScore(check.value)}</span>`
      : check.passed
        ? html`<span class="yes">✓</span>`
        : html`<span class="no">✗</span>`;
  // Why a judge gave a good grade is worth reading too: it is what the bad one is held against.
  const why = check.passed === true && check.binary ? '' : html` <span class="soft">${check.reason}</span>`;
  return html`<li>${mark} <code>${check.check}</code>${check.required ? html` <span class="soft">required</span>` : ''}${why}${parts(check)}</li>`;
}

function parts(check: Scored): Markup {
  const items = [...statements(check), ...votes(check)];
  const more = items.length - mostParts;
  return items.length === 0
    ? html``
    : html`<ul class="parts">${items.slice(0, mostParts)}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ''}</ul>`;
}

/** What the reply states, sentence by sentence; what its context does not support comes first. */
function statements(check: Scored): readonly Markup[] {
  return statementsOf(check)
    .toSorted((a, b) => Number(a.supported) - Number(b.supported))
    .map(({ statement, supported, reason }) => {
      const mark = supported ? html`<span class="yes">✓</span>` : html`<span class="no">✗</span>`;
      return html`<li>${mark} “${clip(statement, 400)}” <span class="soft">${clip(reason, 400)}</span></li>`;
    });
}

/** Each vote with its reason, where more than the one was taken that the check's reason tells already. */
function votes(check: Scored): readonly Markup[] {
  const criteria = gradesOf(check);
  const taken = criteria.reduce((sum, one) => sum + one.votes.length, 0);
  if (taken < 2) return [];
  return criteria.flatMap(({ name, votes: grades, reasons }) =>
    grades.map((grade, at) => {
      const of = criteria.length > 1 ? html`${clip(name, 120)}: ` : '';
      return html`<li>${of}${grade} <span class="soft">${clip(reasons[at] ?? '', 400)}</span></li>`;
    }),
  );
}
