import type { Report } from '../../core/report/report.ts';
import { plainAddress } from '../plain-address.ts';
import { showOnce } from '../show-once.ts';
import { headlineOf } from '../wording/headline.ts';
import { verdictMark } from '../wording/verdict-mark.ts';
import { wordNextStep } from '../wording/word-next-step.ts';
import { wordShortReplies } from '../wording/word-short-replies.ts';
import { worstPromptsFirst } from '../worst-prompts-first.ts';
import { escapeName, toMarkdown } from './escape.ts';
import type { FenceSize } from './fence.ts';
import { findingsOf } from './findings.ts';
import { fitSections, type Measure } from './section.ts';
import { sectionsOf } from './sections.ts';
import { unsteadyTable } from './unsteady-table.ts';
import { verdictTable } from './verdict-table.ts';
import { worstTable } from './worst-table.ts';

export type MarkdownLimits = {
  readonly length: number;
  readonly measure: Measure;
  readonly rows: number;
  readonly fence: FenceSize;
};

/**
 * The report as Markdown within a length. The verdict and its table always stand (with fewer rows where even they would not fit);
 * the folded sections take what is left, in their order.
 */
export function reportMarkdown(given: Report, first: string, limits: MarkdownLimits): string {
  const report = worstPromptsFirst(showOnce(given));
  const foot = footOf(report);
  const room = limits.length - limits.measure(foot) - 2;
  let rows = limits.rows;
  let head = headOf(report, first, rows);
  while (limits.measure(head) > room && rows > 1) {
    rows = Math.floor(rows / 2);
    head = headOf(report, first, rows);
  }
  const sections = fitSections(sectionsOf(report, limits.fence), room - limits.measure(head), limits.measure);
  return [head, ...sections, foot].join('\n\n');
}

/** Where there are several prompts, what broke stands before what became of each of them. */
function headOf(report: Report, first: string, rows: number): string {
  const tables = [verdictTable(report, rows), worstTable(report, rows)];
  const blocks = [
    [...(first === '' ? [] : [first]), `### ${verdictMark(report)} ${toMarkdown(headlineOf(report))}`].join('\n'),
    [about(report), toMarkdown(wordNextStep(report))].filter((part) => part !== '').join(' '),
    wordShortReplies(report)
      .map((told) => `- ${toMarkdown(told)}`)
      .join('\n'),
    ...(report.prompts.length > 1 ? tables.toReversed() : tables),
    report.mode === 'check' ? unsteadyTable(report, rows) : '',
    ...findingsOf(report, Math.min(rows, 12)),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function about(report: Report): string {
  const [only, ...more] = report.prompts;
  return only === undefined || more.length > 0 ? '' : `${escapeName(only.path)}.`;
}

function footOf(report: Report): string {
  const links = Object.entries({ Run: report.links.run, 'full report': report.links.report }).flatMap(
    ([text, address]) => {
      const plain = plainAddress(address);
      return plain === undefined ? [] : [`<a href="${plain.replaceAll('&', '&amp;')}">${text}</a>`];
    },
  );
  const revisions = [report.base.sha, report.head.sha].map((sha) =>
    escapeName(sha === '' ? 'working tree' : sha.slice(0, 7)),
  );
  const compared = report.base.sha === report.head.sha ? '' : ` compared ${revisions.join(' with ')}`;
  const over = report.takenOver === undefined ? '' : ' Verdict taken over from an earlier run that judged the same.';
  return `<sub>Promptgate${compared}.${over}${links.length === 0 ? '' : ` ${links.join(' · ')}`}</sub>`;
}
