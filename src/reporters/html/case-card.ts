import type { Json } from '../../core/json.ts';
import type { ReportCase, ReportReply } from '../../core/report/report.ts';
import type { Side } from '../../core/side.ts';
import { showValue } from '../../core/template/fill-template.ts';
import { clip } from '../../core/text/clip.ts';
import type { PlacedCase } from '../cases-of.ts';
import { evidenceOf } from '../evidence-of.ts';
import { pickReplies, replyText } from '../pick-replies.ts';
import { showScore, showTally } from '../show-quantity.ts';
import { differingParts } from '../telling-pair.ts';
import { outcomeOf, wordOutcome } from '../wording/outcome.ts';
import { wordTurn } from '../wording/reply-words.ts';
import { tellingFall } from '../wording/word-change.ts';
import { checkOf, factsOf } from './case-in-block.ts';
import { isAlone } from './index-cases.ts';
import { type Content, html, type Markup } from './markup.ts';
import { type PageCheck, type PagePart, type SquareKind, squareSigns } from './page-data.ts';

const mostModels = 6;
const mostSquares = 24;

/** A case that matters, on all models it matters on: what was asked, what was said before and now, by what it was judged. */
export function caseCard(placed: readonly PlacedCase[], several: boolean, longest: number): Markup {
  const [first] = placed;
  if (first === undefined) return html``;
  const { prompt, case: one } = first;
  const outcome = outcomeOf(one);
  const more = placed.length - mostModels;
  return html`<article class="card"><header><span class="chip ${outcome}">${outcome === 'holds' && (one.delta ?? 0) < 0 ? 'not proven' : wordOutcome(outcome, isAlone(one))}</span><h3>${one.id}</h3>${several ? html`<span class="soft">${prompt.path}</span>` : ''}
${placed.slice(0, mostModels).map(({ row, case: on }) => tally(row.id, on))}${more > 0 ? html`<span class="soft">and on ${more} more</span>` : ''}${asked(first, longest)}</header>
${pair(one, longest)}</article>
`;
}

/** What came of a case on a model: a square for each reply, filled where it passed, and the count. */
function tally(model: string, one: ReportCase): Markup {
  const side = (side: Side) =>
    html`<span class="squares" aria-hidden="true">${squares(marksOf(one, side).slice(0, mostSquares))}</span> ${showTally(one[side])}${one[side].missing > 0 ? html` <span class="no">${one[side].missing} missing</span>` : ''}`;
  return html`<span class="tally"><b>${model}</b> ${isAlone(one) ? '' : html`${side('old')} → `}${side('new')}${fallOf(one)}</span>`;
}

/** Signs of replies, those alike that follow each other in one element: a page of many models has thousands. */
function squares(marks: readonly number[]): Markup {
  const runs: { readonly kind: SquareKind; readonly count: number }[] = [];
  for (const mark of marks) {
    const kind = mark >= 1 ? '' : mark <= 0 ? 'f' : 'g';
    const last = runs.at(-1);
    if (last?.kind === kind) runs.splice(-1, 1, { kind, count: last.count + 1 });
    else runs.push({ kind, count: 1 });
  }
  return html`${runs.map(({ kind, count }) => html`<i${kind === '' ? '' : html` class="${kind}"`}>${squareSigns[kind].repeat(count)}</i>`)}`;
}

/** A graded check that fell, where the counts beside it do not tell. */
function fallOf(one: ReportCase): Markup {
  const fall = tellingFall(one);
  return fall === undefined
    ? html``
    : html` <span class="no">${fall.check ?? 'the score'} ${showScore(fall.old)} → ${showScore(fall.new)}</span>`;
}

/** What each reply came to: whether it passed, where that is known of all of them, as the count beside tells it too; else its score. */
function marksOf(one: ReportCase, side: Side): readonly number[] {
  const { scores, of } = one[side];
  const asked = one.identical ? 'new' : side;
  const passed = one.replies.flatMap((reply) =>
    reply.side === asked && reply.score !== undefined && reply.passes !== undefined ? [reply.passes ? 1 : 0] : [],
  );
  return passed.length === of ? passed : scores;
}

function asked({ prompt, case: { id } }: PlacedCase, longest: number): Markup {
  const vars = Object.entries(prompt.exam.find((one) => one.id === id)?.vars ?? {}).slice(0, 6);
  if (vars.length === 0) return html``;
  const show = (value: Json) => clip(showValue(value), longest);
  const shown = vars.map(([name, value]) =>
    vars.length === 1 ? html`${show(value)}` : html`<span class="soft">${name}:</span> ${show(value)} `,
  );
  return html`<p class="asked" dir="auto">${shown}</p>`;
}

/** The telling replies side by side, cut down to what tells them apart, with what decided underlined. */
function pair(one: ReportCase, longest: number): Markup {
  const picked = pickReplies(one);
  const failed = one.replies.filter((reply) => reply.text === undefined);
  const shown = [picked.old, picked.new].filter((reply) => reply !== undefined);
  const sides = shown.length === 2 || failed.length === 0 ? shown : [...shown, ...failed].slice(0, 2);
  if (sides.length === 0) return html``;
  const [old, now] = [picked.old?.text ?? '', picked.new?.text ?? ''];
  const failing = (picked.new?.checks ?? []).map(checkOf);
  const cut =
    picked.old === undefined || picked.new === undefined || old === '' || now === ''
      ? undefined
      : differingParts(old, now, { most: longest, evidence: failing.flatMap(({ reason }) => quotedIn(reason)) });
  return html`<div class="pair">${sides.map((reply) => said(one, reply, cut?.[reply.side], longest))}</div>`;
}

function said(one: ReportCase, reply: ReportReply, cut: string | undefined, longest: number): Markup {
  const checks = reply.checks.map(checkOf);
  const label = one.identical ? 'Before and now' : isAlone(one) ? 'Reply' : { old: 'Before', new: 'Now' }[reply.side];
  const facts = factsOf(reply);
  const text =
    reply.text === undefined || reply.text.trim() === '' ? replyText(reply) : (cut ?? clip(reply.text, longest));
  const body =
    reply.transcript === undefined || text === undefined
      ? text === undefined
        ? ''
        : html`<p class="text" dir="auto">${marked(text, checks)}</p>`
      : talk(reply.transcript, longest);
  return html`<div class="${reply.side}"><p class="label">${label}${facts.length === 0 ? '' : html`<span class="soft"> · ${facts.join(' · ')}</span>`}</p>${body}${reply.error === undefined ? '' : html`<p class="no">${clip(reply.error.message, 400)}</p>`}${checksList(checks)}</div>`;
}

/** A text with the words underlined that its checks decided by. */
function marked(text: string, checks: readonly PageCheck[]): Markup {
  const parts: Content[] = [];
  let read = 0;
  for (const { from, to } of evidenceOf(text, checks)) {
    parts.push(text.slice(read, from), html`<mark>${text.slice(from, to)}</mark>`);
    read = to;
  }
  return html`${[...parts, text.slice(read)]}`;
}

/** A conversation turn by turn; the longer it is, the less of each turn is shown. */
function talk(transcript: NonNullable<ReportReply['transcript']>, longest: number): Markup {
  const each = Math.max(120, Math.floor(longest / Math.max(1, transcript.length)));
  const turns = transcript.slice(0, 12).map((turn) => {
    const { who, said } = wordTurn(turn);
    return html`<li class="${turn.role}"><span class="label">${who}</span><p class="text" dir="auto">${clip(said, each)}</p></li>`;
  });
  return html`<ul class="talk">${turns}</ul>`;
}

function quotedIn(reason: string): readonly string[] {
  return [...reason.matchAll(/["“]([^"“”]{3,200})["”]/gu)].map(([, quoted = '']) => quoted);
}

const mostParts = 8;

/** What each check made of a reply: its mark or score, why, and of what a judge said the parts. */
function checksList(all: readonly PageCheck[]): Markup {
  return all.length === 0 ? html`` : html`<ul class="checks">${all.map(line)}</ul>`;
}

function line(check: PageCheck): Markup {
  const required = check.required === true ? html` <span class="soft">required</span>` : '';
  // Why a judge gave a good grade is worth reading too: it is what the bad one is held against.
  const isPlain = check.mark === 'pass' && check.value === undefined;
  const why = isPlain ? '' : html` <span class="soft">${clip(check.reason, 300)}</span>`;
  return html`<li>${markOf(check)} <b>${check.name}</b>${required}${why}${parts(check.parts ?? [])}</li>`;
}

function markOf({ mark, value }: PageCheck): Markup {
  if (mark === 'pass') return html`<span class="yes">✓</span>`;
  if (mark === 'fail') return html`<span class="no">✗</span>`;
  return html`<span class="soft">${mark === 'unscored' || value === undefined ? '?' : showScore(value)}</span>`;
}

function parts(all: readonly PagePart[]): Markup {
  if (all.length === 0) return html``;
  const items = all.slice(0, mostParts).map(({ supported, text, reason }) => {
    const mark =
      supported === undefined ? '' : supported ? html`<span class="yes">✓</span> ` : html`<span class="no">✗</span> `;
    return html`<li>${mark}${clip(text, 300)} <span class="soft">${clip(reason, 300)}</span></li>`;
  });
  const more = all.length - mostParts;
  return html`<ul class="parts">${items}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ''}</ul>`;
}
