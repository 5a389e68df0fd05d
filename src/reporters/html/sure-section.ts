import type { Report, ReportRow } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import { reasonsToTell } from '../reasons-to-tell.ts';
import { showDelta, showNumberOf, showP, showPercent } from '../show-quantity.ts';
import { list, own, type Phrase, say, upperFirst } from '../wording/say.ts';
import { wordJudge, wordPreferences } from '../wording/word-judge.ts';
import { blindestRow, wordHalving, wordMethod, wordWouldSee } from '../wording/word-method.ts';
import { wordQualities } from '../wording/word-quality.ts';
import { wordReason } from '../wording/word-reason.ts';
import { wordAdapted } from '../wording/word-served.ts';
import { wordConfusions, wordWithheld } from '../wording/word-skills.ts';
import { unansweredCases } from '../wording/word-tools.ts';
import { replayOf } from './links-of.ts';
import { html, type Markup, toHtml } from './markup.ts';

const mostFindings = 40;

/** How far the verdict can be trusted: in three plain sentences, then with every figure, and what was asked and served. */
export function sureSection(report: Report): Markup {
  if (report.prompts.length === 0) return html``;
  const plain = plainly(report).map((told) => html`<li>${toHtml(told)}</li>`);
  const findings = report.prompts.flatMap((prompt) => {
    const where = report.prompts.length > 1 ? say`${prompt.path}: ` : [];
    return reasonsToTell(prompt).map((reason) => say`${where}${upperFirst(wordReason(reason, report.mode))}.`);
  });
  const told = [...findings, ...wordConfusions(report), ...wordWithheld(report), ...wordPreferences(report)];
  const more = told.length - mostFindings;
  const method = [...wordMethod(report, true), ...wordJudge(report), ...served(report), ...again(report)];
  return html`<section id="sure"><h2>How sure is this?</h2>${plain.length === 0 ? '' : html`<ul class="plain">${plain}</ul>`}${told.length === 0 ? '' : html`<h3>Findings</h3><ul>${told.slice(0, mostFindings).map((one) => html`<li>${toHtml(one)}</li>`)}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ''}</ul>`}
${toPaste(report)}${figures(report)}<h3>How this was ${report.mode === 'check' ? 'checked' : 'judged'}</h3>${method.map((line) => html`<p>${toHtml(line)}</p>`)}</section>
`;
}

/** The canned results that cases lack, as they are to be pasted. */
function toPaste(report: Report): Markup {
  const cases = unansweredCases(report);
  if (cases.length === 0) return html``;
  return html`<h3>Canned results to paste</h3>${cases.map(({ where, stub }) => html`<p>${toHtml(where)}</p><pre class="json">${clip(stub, 2000)}</pre>`)}
`;
}

function plainly(report: Report): readonly Phrase[] {
  if (report.mode === 'check') return [];
  const row = blindestRow(report);
  const rounds = Math.max(0, ...report.prompts.map((prompt) => prompt.rounds));
  const chance = Math.round(1 / Math.max(0.001, report.method.alpha));
  return [
    own(`A harmless edit is blocked in at most 1 of ${chance} reviews.`),
    ...(row === undefined ? [] : [say`This review would have seen ${wordWouldSee(row)}${halving(row)}.`]),
    ...(rounds === 0
      ? []
      : [own(`Each case was asked in ${showNumberOf(rounds, 'round')}; where old and new disagree, more often.`)]),
    ...wordQualities(report),
  ];
}

function halving(row: ReportRow): Phrase {
  const told = wordHalving(row);
  return told.length === 0 ? [] : say` (${told})`;
}

/** The command that does all of this once more. */
function again(report: Report): readonly Phrase[] {
  const command = replayOf(report);
  if (command === undefined) return [];
  const kept = command.includes('promptgate.json') ? ' Kept with this page: `promptgate.json`.' : '';
  return [
    say`${own(report.mode === 'check' ? 'Check it again: ' : 'Judge the same replies again, free: ')}${command}.${own(kept)}`,
  ];
}

/** The figures of each row's test: the change with its bounds, and how likely chance alone makes it. */
function figures({ mode, prompts }: Report): Markup {
  const rows = prompts.flatMap((prompt) => prompt.models.map((row) => ({ prompt, row })));
  const told = rows.filter(({ row: { score } }) => score.delta !== null).slice(0, 30);
  if (mode === 'check' || told.length === 0) return html``;
  const several = prompts.length > 1;
  const body = told.map(({ prompt, row: { id, score, looks } }) => {
    const bounds =
      score.low === null || score.high === null ? '–' : `${showDelta(score.low)} to ${showDelta(score.high)}`;
    const last = looks.at(-1);
    return html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ''}<td class="wrap"><code>${id}</code></td><td class="n">${showDelta(score.delta ?? 0)}</td><td class="n">${bounds}</td><td class="n">${score.p === null ? '–' : showP(score.p)}</td><td class="n">${last === undefined ? '–' : `${looks.length}, the last at ${showP(last.p)}`}</td></tr>
`;
  });
  const level = prompts[0]?.level;
  const sure = level === undefined ? '' : ` (${showPercent(2 * level - 1)} sure)`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Figures of the tests"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Model</th><th scope="col" class="n">Change of the score</th><th scope="col" class="n">Between${sure}</th><th scope="col" class="n">Worse by chance</th><th scope="col" class="n">Looks</th></tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Which models answered, and what was adapted for them. */
function served(report: Report): readonly Phrase[] {
  return [
    ...report.served
      .filter(({ asked, served: by, others }) => others === undefined && by.some((model) => model !== asked))
      .map(({ asked, served: by }) => say`${asked} was served by ${list(by.map((model) => say`${model}`))}.`),
    ...wordAdapted(report).map((phrase) => say`${phrase}.`),
  ];
}
