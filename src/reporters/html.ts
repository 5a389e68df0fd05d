import { problemsOf } from '../core/report/problems-of.ts';
import type { Report } from '../core/report/report.ts';
import { html, Markup, toHtml } from './html/markup.ts';
import { metricsTable } from './html/metrics-table.ts';
import { promptSection } from './html/prompt-section.ts';
import { rowsTable } from './html/rows-table.ts';
import { styles } from './html/styles.ts';
import { plainAddress } from './plain-address.ts';
import { reasonsToTell } from './reasons-to-tell.ts';
import { showOnce } from './show-once.ts';
import { headlineOf } from './wording/headline.ts';
import { notesToTell } from './wording/notes-to-tell.ts';
import { unreviewedToTell } from './wording/unreviewed-to-tell.ts';
import { wordJudge } from './wording/word-judge.ts';
import { wordMethod } from './wording/word-method.ts';
import { wordNextStep } from './wording/word-next-step.ts';
import { wordPreferences } from './wording/word-preferences.ts';
import { wordProblem } from './wording/word-problem.ts';
import { wordReason } from './wording/word-reason.ts';
import { upperFirst } from './wording/word-regression.ts';
import { wordShortReplies } from './wording/word-short-replies.ts';
import { worstPromptsFirst } from './worst-prompts-first.ts';

/**
 * The whole report, in pieces, as one HTML file that loads nothing and runs nothing: every reply of every case can be unfolded, in light and
 * dark, on a phone and on paper. Beyond 1,500 cases the replies of steady ones are shortened, so that the page still opens.
 */
export function* writeHtml(given: Report): Generator<string> {
  const report = worstPromptsFirst(showOnce(given));
  const cases = report.prompts.flatMap(({ models }) => models).reduce((sum, row) => sum + row.cases.length, 0);
  const size = cases > 1500 ? { characters: 500, replies: 0 } : { characters: 4000, replies: 48 };
  yield `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>Promptgate: ${report.verdict}</title><style>${new Markup(styles)}</style></head>
<body><main><div class="banner ${report.verdict}"><span class="chip ${report.verdict}">${report.verdict}</span>
<h1>${toHtml(headlineOf(report))}</h1><p class="soft">${toHtml(wordNextStep(report))}</p>${wordShortReplies(report).map((told) => html`<p>${toHtml(told)}</p>`)}</div>
${rowsTable(report)}${findings(report)}`.text
  }`;
  for (const prompt of report.prompts) yield* promptSection(report, prompt, size);
  yield html`${metricsTable(report)}${method(report)}</main>
<footer>${foot(report)}</footer></body></html>
`.text;
}

function findings(report: Report): Markup {
  const problems = problemsOf(report).map((told) => html`<li>${toHtml(wordProblem(told))}</li>`);
  const unreviewed = unreviewedToTell(report).map((told) => html`<li>${toHtml(told)}</li>`);
  const accepted = report.accepted.map(
    (one) => html`<li>Accepted by <code>${one.by}</code> <span class="soft">${one.how}, ${one.at}</span></li>`,
  );
  const several = report.prompts.length > 1;
  const reasons = report.prompts.flatMap((prompt) => {
    const where = several ? html`<code>${prompt.path}</code>: ` : '';
    return reasonsToTell(prompt).map(
      (reason) => html`<li>${where}${toHtml(upperFirst(wordReason(reason, report.mode)))}.</li>`,
    );
  });
  const notes = [
    ...report.notes.map((note) => html`<li class="soft">${note}</li>`),
    ...notesToTell(report).map((told) => html`<li class="soft">${toHtml(told)}</li>`),
  ];
  const preferences = wordPreferences(report).map((phrase) => html`<li>${toHtml(phrase)}</li>`);
  const items = [...problems, ...unreviewed, ...accepted, ...reasons, ...preferences, ...notes];
  return items.length === 0 ? html`` : html`<ul>${items}</ul>`;
}

function method(report: Report): Markup {
  if (report.prompts.length === 0) return html``;
  return html`<h2>How this was ${report.mode === 'check' ? 'checked' : 'judged'}</h2>${[...wordMethod(report), ...wordJudge(report)].map((line) => html`<p class="soft">${toHtml(line)}</p>`)}`;
}

function foot(report: Report): Markup {
  const [base, head] = [report.base.sha, report.head.sha].map((sha) => (sha === '' ? 'working tree' : sha.slice(0, 7)));
  const at = report.startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, '$1 $2 UTC');
  const run = plainAddress(report.links.run);
  const link = run === undefined ? '' : html` · <a href="${run}" rel="noreferrer">the run</a>`;
  const compared =
    report.mode === 'check'
      ? html`<code>${head ?? ''}</code>`
      : html`<code>${base ?? ''}</code> compared with <code>${head ?? ''}</code>`;
  return html`${compared} · ${at} · ${report.tool.name} ${report.tool.version}${link}`;
}
