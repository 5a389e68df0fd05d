import type { Report, ReportCase, ReportPrompt } from '../../core/report/report.ts';
import { problemsOf } from '../../core/report/report-outcome.ts';
import { casesOf } from '../cases-of.ts';
import { safeModels } from '../safe-models.ts';
import { showChange, showCount, showNumberOf, showPercent, showTally } from '../show-quantity.ts';
import { mostTellingCase, shownCases } from '../telling-cases.ts';
import { countCases, isAlone, wordUnsteady } from '../wording/count-cases.ts';
import { list, listNames, own, say } from '../wording/say.ts';
import { wordMethod } from '../wording/word-method.ts';
import { wordQualities } from '../wording/word-quality.ts';
import { costItems, pastItems, titleOfCost } from './cost-items.ts';
import { escapeName, escapeQuote, toMarkdown, toSummary } from './escape.ts';
import type { FenceSize } from './fence.ts';
import { isSame, judgeAndServiceItems, noteItems, pasteItems, reasonItems, replyItems } from './fold-items.ts';
import { confusionItems, fieldItems, metricItems, withheldItems } from './measured-items.ts';
import { promptItems, titleOfPrompts } from './prompt-items.ts';
import { modelItems } from './safe-items.ts';
import type { Section } from './section.ts';
import { verdictTable } from './verdict-table.ts';

/** The folded sections, the one that gives way last first. Their titles say what is in them. */
export function sectionsOf(report: Report, size: FenceSize): readonly Section[] {
  if (report.mode === 'check') return checkSections(report, size).filter(({ items }) => items.length > 0);
  const replies = replySections(report, size);
  const sections: readonly Section[] = [
    ...replies,
    { title: 'Canned results to paste', items: pasteItems(report, size), between: '\n\n' },
    {
      title: titleOfModels(report),
      items: [verdictTable(report, mostRows)].filter((table) => table !== ''),
      between: '\n',
    },
    { title: titleOfPrompts(report), items: promptItems(report, size), between: '\n\n' },
    { title: titleOfExam(report), items: examItems(report), between: '\n' },
    { title: titleOfUnsteady(report), items: unsteadyItems(report), between: '\n' },
    { title: 'What else was found', items: reasonItems(report), between: '\n' },
    { title: 'What the instructions add', items: withheldItems(report), between: '\n\n' },
    { title: 'Skills that were picked instead', items: confusionItems(report), between: '\n\n' },
    { title: 'Fields of replies that moved', items: fieldItems(report), between: '\n\n' },
    { title: 'Graded checks that moved', items: metricItems(report), between: '\n\n' },
    { title: titleOfCost(report), items: costItems(report), between: '\n\n' },
    { title: titleOfSafe(report), items: modelItems(report), between: '\n' },
    { title: 'Merged versions: score, cost, length', items: pastItems(report), between: '\n' },
    { title: titleOfNotes(report), items: noteItems(report), between: '\n' },
    { title: 'How sure is this?', items: methodItems(report), between: '\n' },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/** Rows of the table of models. */
const mostRows = 60;

/** The replies of the cases that the comment does not show above. */
function replySections(report: Report, size: FenceSize): readonly Section[] {
  const shown = mostTellingCase(report);
  const titles = [
    ['broke', 'example of a case that broke', 'examples of cases that broke'],
    ['fell', 'case that fell', 'cases that fell'],
    ['fails', 'case that fails before and now', 'cases that fail before and now'],
  ] as const;
  return titles.map(([why, one, several]) => {
    const all = shownCases(report).filter((placed) => placed.why === why);
    const others = all.filter((placed) => shown === undefined || !isSame(placed, shown));
    const more = others.length < all.length ? ' more' : '';
    const title = `${showCount(others.length)}${more} ${others.length === 1 ? one : several}`;
    return { title, items: replyItems(report, others, size), between: '\n\n' };
  });
}

/** A check has one side: what failed, and what it took. */
function checkSections(report: Report, size: FenceSize): readonly Section[] {
  return [
    { title: 'Replies that fail', items: replyItems(report, shownCases(report), size), between: '\n\n' },
    { title: 'Canned results to paste', items: pasteItems(report, size), between: '\n\n' },
    {
      title: titleOfModels(report),
      items: [verdictTable(report, mostRows)].filter((table) => table !== ''),
      between: '\n',
    },
    { title: 'Skills that were picked instead', items: confusionItems(report), between: '\n\n' },
    { title: 'Fields of replies that are wrong', items: fieldItems(report), between: '\n\n' },
    { title: 'Graded checks', items: metricItems(report), between: '\n\n' },
    { title: 'What else was found', items: reasonItems(report), between: '\n' },
    { title: titleOfCost(report), items: costItems(report), between: '\n\n' },
    { title: titleOfNotes(report), items: noteItems(report), between: '\n' },
    { title: 'How this was checked', items: methodItems(report), between: '\n' },
  ];
}

/** `clerk-mini 98% → 88%, clerk 100%: pass rate, cost, speed`. */
function titleOfModels({ prompts }: Report): string {
  const rows = prompts.flatMap(({ models }) => models);
  const models = new Set(rows.map(({ id }) => id)).size;
  const [only] = prompts;
  if (only === undefined || prompts.length > 1 || models > 3)
    return `${showNumberOf(models, 'model')}: pass rate, cost, speed`;
  const told = only.models.map(
    (row) => say`${row.id} ${own(showChange(row.passRate.old, row.passRate.new, showPercent))}`,
  );
  return `${toSummary(list(told))}: pass rate, cost, speed`;
}

function titleOfExam({ prompts }: Report): string {
  const count = (what: keyof ReportPrompt['casesChanged']) =>
    prompts.reduce((sum, { casesChanged }) => sum + casesChanged[what].length, 0);
  const unchecked = prompts.reduce((sum, prompt) => sum + prompt.unchecked.length, 0);
  const told = [
    [count('removed'), 'removed'],
    [count('weakened'), 'loosened'],
    [count('edited'), 'edited'],
    [count('added'), 'added'],
    [unchecked, 'without a check'],
  ] as const;
  const parts = told.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `Golden cases: ${parts.join(', ')}`;
}

function titleOfUnsteady({ prompts }: Report): string {
  return upperCase(wordUnsteady(countCases(prompts.flatMap(({ models }) => models))).join(', '));
}

function titleOfSafe({ prompts }: Report): string {
  const [only, ...more] = prompts;
  const safe = only === undefined || more.length > 0 ? [] : safeModels(only).safe.map(({ id }) => id);
  return safe.length === 0 ? 'Which models this is safe on' : `Safe on ${toSummary(listNames(safe, 3))}`;
}

function titleOfNotes(report: Report): string {
  const items = noteItems(report).length;
  return items === 1 ? '1 note' : `${items} notes`;
}

function upperCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function examItems(report: Report): readonly string[] {
  return report.prompts.flatMap((prompt) => {
    const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : '';
    const { removed, weakened, edited, added } = prompt.casesChanged;
    const plainly = (what: string, ids: readonly string[]) => ids.map((id) => `- ${what}${where}: ${escapeName(id)}`);
    const told = (what: string, changes: typeof edited) =>
      changes.map(
        (one) => `- ${what}${where}: ${escapeName(one.id)} (${one.what.map((each) => escapeQuote(each)).join('; ')})`,
      );
    return [
      ...plainly('**removed**, asked as before', removed),
      ...told('**weakened**', weakened),
      ...told('edited', edited),
      ...plainly('added', added),
      ...plainly('without any check, so not asked', prompt.unchecked),
    ];
  });
}

/** Cases that are named where many lack a score for one reason. */
const mostNamed = 10;

function unsteadyItems(report: Report): readonly string[] {
  const problems = problemsOf(report);
  const told = casesOf(report, 'flaky', 'failing', 'unscored').map(({ prompt, row, case: one }) => {
    const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : '';
    const tallies = `${showTally(one.old)} before, ${showTally(one.new)} now`;
    return { one, rest: ` on ${escapeName(row.id)}${where}: ${tallies}${whyUnscored(one, problems)}` };
  });
  // A model that refuses them all says so once.
  const alike = Map.groupBy(told, ({ one, rest }) => (one.state === 'unscored' ? rest : `${one.id}${rest}`));
  const items = [...alike.values()].map((held) => {
    const named = held.slice(0, mostNamed).map(({ one }) => escapeName(one.id));
    const more = held.length > mostNamed ? ` and ${held.length - mostNamed} more` : '';
    return `- **${held[0]?.one.state}**: ${named.join(', ')}${more}${held[0]?.rest}`;
  });
  const failing = casesOf(report, 'failing').map(({ case: one }) => isAlone(one));
  if (failing.length === 0) return items;
  const where = failing.every(Boolean) ? '' : ' on both sides';
  return [...items, '', `A case that fails${where}: suspect the golden case before the prompt.`];
}

/** Why the first reply that came has no score, where no problem says it already: without it a reader could not mend the case. */
function whyUnscored({ state, replies }: ReportCase, told: ReturnType<typeof problemsOf>): string {
  const error = state === 'unscored' ? replies.find((reply) => reply.error !== undefined)?.error : undefined;
  if (error === undefined) return '';
  const isTold = told.some(({ problem: { what } }) => what.includes(error.message));
  return isTold ? ', for the reason above' : `: ${escapeQuote(error.message)}`;
}

/** How the verdict was found, and how far it goes. */
function methodItems(report: Report): readonly string[] {
  if (report.prompts.every(({ models }) => models.length === 0)) return [];
  const looks = Math.max(0, ...report.prompts.map(({ rounds }) => rounds));
  return [
    ...wordMethod(report).map((line) => `- ${toMarkdown(line)}`),
    ...wordQualities(report).map((line) => `- ${toMarkdown(line)}`),
    ...(looks > 0 ? [`- Asked in ${showNumberOf(looks, 'round')}.`] : []),
    ...judgeAndServiceItems(report),
  ];
}
