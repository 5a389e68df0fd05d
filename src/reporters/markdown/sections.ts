import type { Report, ReportCase } from '../../core/report/report.ts';
import { casesOf } from '../cases-of.ts';
import { showNumberOf, showTally } from '../show-quantity.ts';
import { isAlone } from '../wording/count-cases.ts';
import { wordMethod } from '../wording/word-method.ts';
import { wordQualities } from '../wording/word-quality.ts';
import { escapeName, escapeQuote, toMarkdown } from './escape.ts';
import { type FenceSize, fence } from './fence.ts';
import { judgeAndServiceItems } from './judge-and-service-items.ts';
import { metricItems } from './metric-items.ts';
import { modelItems } from './model-items.ts';
import { replyItems } from './reply-items.ts';
import type { Section } from './section.ts';
import { segmentItems } from './segment-items.ts';

/** The folded sections, the one that gives way last first. */
export function sectionsOf(report: Report, size: FenceSize): readonly Section[] {
  const several = report.prompts.length > 1;
  if (report.mode === 'check') return checkSections(report, size).filter(({ items }) => items.length > 0);
  const sections: readonly Section[] = [
    { title: 'Replies that broke, old and new', items: replyItems(report, 'broke', size), between: '\n\n' },
    { title: 'Replies of cases that fell, old and new', items: replyItems(report, 'fell', size), between: '\n\n' },
    { title: 'Replies that fail, before and now', items: replyItems(report, 'fails', size), between: '\n\n' },
    {
      title: `What changed in the ${several ? 'prompts' : 'prompt'}`,
      items: promptItems(report, size),
      between: '\n\n',
    },
    { title: 'Golden cases changed here', items: examItems(report), between: '\n' },
    { title: 'Flaky and failing cases', items: unsteadyItems(report), between: '\n' },
    { title: 'Graded checks, old and new', items: metricItems(report), between: '\n\n' },
    { title: 'What each segment costs', items: segmentItems(report), between: '\n\n' },
    { title: 'Models this is safe on', items: modelItems(report), between: '\n' },
    { title: 'How this was judged', items: methodItems(report), between: '\n' },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/** A check has one side: what failed, and what it took. */
function checkSections(report: Report, size: FenceSize): readonly Section[] {
  return [
    { title: 'Replies that fail', items: replyItems(report, 'fails', size), between: '\n\n' },
    { title: 'Graded checks', items: metricItems(report), between: '\n\n' },
    { title: 'What each segment costs', items: segmentItems(report), between: '\n\n' },
    { title: 'How this was checked', items: methodItems(report), between: '\n' },
  ];
}

function promptItems(report: Report, size: FenceSize): readonly string[] {
  return report.prompts
    .filter(({ diff }) => diff.trim() !== '')
    .map((prompt) => {
      const renamed = prompt.previousPath === undefined ? '' : ` (was ${escapeName(prompt.previousPath)})`;
      return `${escapeName(prompt.path)}${renamed}\n\n${fence(prompt.diff.trimEnd(), 'diff', size)}`;
    });
}

function examItems(report: Report): readonly string[] {
  return report.prompts.flatMap((prompt) => {
    const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : '';
    const { removed, weakened, edited, added } = prompt.casesChanged;
    const plainly = (what: string, ids: readonly string[]) => ids.map((id) => `- ${what}${where}: ${escapeName(id)}`);
    const told = (what: string, changes: typeof edited) =>
      changes.map((one) => `- ${what}${where}: ${escapeName(one.id)} (${one.what.map(escapeQuote).join('; ')})`);
    return [
      ...plainly('**removed**, asked as before', removed),
      ...told('**weakened**', weakened),
      ...told('edited', edited),
      ...plainly('added', added),
      ...plainly('without any check, so not asked', prompt.unchecked),
    ];
  });
}

function unsteadyItems(report: Report): readonly string[] {
  const items = casesOf(report, 'flaky', 'failing', 'unscored').map(({ prompt, row, case: one }) => {
    const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : '';
    return `- **${one.state}**: ${escapeName(one.id)} on ${escapeName(row.id)}${where}: ${showTally(one.old)} before, ${showTally(one.new)} now${whyUnscored(one)}`;
  });
  const failing = casesOf(report, 'failing').map(({ case: one }) => isAlone(one));
  if (failing.length === 0) return items;
  const where = failing.every(Boolean) ? '' : ' on both sides';
  return [...items, '', `A case that fails${where}: suspect the golden case before the prompt.`];
}

/** Why the first reply that came has no score: without it a reader could not mend the case. */
function whyUnscored({ state, replies }: ReportCase): string {
  const error = state === 'unscored' ? replies.find((reply) => reply.error !== undefined)?.error : undefined;
  return error === undefined ? '' : `: ${escapeQuote(error.message)}`;
}

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
