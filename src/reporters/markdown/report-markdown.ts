import { markdownTable } from 'markdown-table';
import type { Report, ReportCase } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import { openingOf } from '../opening/opening-of.ts';
import { showOnce } from '../show-once.ts';
import { showMoney, showNumberOf, showTally } from '../show-quantity.ts';
import { modelsOf, type UnsteadyCase, unsteadyCases } from '../terminal.ts';
import { lengthOf } from '../wording/say.ts';
import { wordEarlier } from '../wording/word-earlier.ts';
import { wordBehind } from '../wording/word-edit.ts';
import { wordFields } from '../wording/word-fields.ts';
import { wordNextStep } from '../wording/word-next-step.ts';
import { wordServed } from '../wording/word-served.ts';
import { wordShortReplies } from '../wording/word-short-replies.ts';
import { wordTools } from '../wording/word-tools.ts';
import { worstPromptsFirst } from '../worst-first.ts';
import { escapeName, toMarkdown } from './escape.ts';
import { evidenceTable } from './evidence-table.ts';
import type { FenceSize } from './fence.ts';
import { findingsOf } from './findings.ts';
import { linkTo } from './link-to.ts';
import { fitSections, type Measure, type Section } from './section.ts';
import { sectionsOf } from './sections.ts';
import { shownPair } from './shown-pair.ts';

export type MarkdownLimits = {
  readonly length: number;
  readonly measure: Measure;
  readonly rows: number;
  readonly fence: FenceSize;
};

/** A part of what a reader sees first; what always stands is short, whatever it tells of. */
type Block = { readonly text: string; readonly always?: true };

/**
 * The report as Markdown within a length: verdict, evidence, one case, what to do next. Those stand with fewer rows where they
 * would not fit, and what is too long even then gives way; the folded sections take what is left, in their order, `further` ones
 * after them. `last`, the marker of a run's own comment, ends it.
 */
export function reportMarkdown(
  given: Report,
  last: string,
  further: readonly Section[],
  limits: MarkdownLimits,
): string {
  const report = worstPromptsFirst(showOnce(given));
  const foot = [footOf(report), ...(last === '' ? [] : [last])].join('\n\n');
  const room = limits.length - limits.measure(foot) - 2;
  let rows = limits.rows;
  const mayMention = last !== '';
  let head = headOf(report, rows, mayMention);
  while (limits.measure(joined(head)) > room && rows > 1) {
    rows = Math.floor(rows / 2);
    head = headOf(report, rows, mayMention);
  }
  const first = joined(fitBlocks(head, room, limits.measure));
  const sections = fitSections(
    [...sectionsOf(report, limits.fence), ...further],
    room - limits.measure(first),
    limits.measure,
  );
  return [first, ...sections, foot].join('\n\n');
}

function headOf(report: Report, rows: number, mayMention: boolean): readonly Block[] {
  const { mark, line, sentence } = openingOf(report);
  const name = lengthOf(line) + lengthOf(sentence) <= mostBesideName ? nameOfOnly(report) : '';
  const blocks: readonly Block[] = [
    { text: `### ${mark} ${toMarkdown(line)}`, always: true },
    { text: [name, toMarkdown(sentence)].filter((part) => part !== '').join(' · '), always: true },
    { text: toMarkdown(wordEarlier(report.earlier, { verdict: report.verdict, head: report.head.sha })), always: true },
    // Nothing that is said of the scores of another model's replies, or of empty or cut ones, is worth more.
    {
      text: [
        ...wordBehind(report),
        ...wordServed(report),
        ...wordShortReplies(report),
        ...wordFields(report),
        ...wordTools(report),
      ]
        .map((told) => `- ${toMarkdown(told)}`)
        .join('\n'),
    },
    { text: report.mode === 'check' ? unsteadyTable(report, rows) : evidenceTable(report) },
    { text: report.mode === 'check' ? '' : shownPair(report) },
    ...findingsOf(report, Math.min(rows, 12)).map((text) => ({ text })),
    { text: ownersLine(report, mayMention) },
    { text: nextLine(report), always: true },
  ];
  return blocks.filter(({ text }) => text !== '');
}

/** A name that GitHub knows an account or a team by, and nothing besides. */
const account = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/u;
const mostOwners = 10;

/**
 * Who is to look at what regressed. Owners are the base config's word, the only one that may mention anybody, and only a run's own
 * comment knows whose word they are: a report that is read back may say anything.
 */
function ownersLine({ prompts }: Report, mayMention: boolean): string {
  const regressed = prompts.filter(({ verdict, models }) =>
    [verdict, ...models.map((row) => row.verdict)].includes('regressed'),
  );
  const owners = [...new Set(regressed.flatMap((prompt) => prompt.owners ?? []))].slice(0, mostOwners);
  if (owners.length === 0) return '';
  return `**Owners** · ${owners.map((name) => (mayMention && account.test(name) ? `@${name}` : escapeName(name))).join(', ')}`;
}

/** Heading and sentence fit a notification together; where they leave no room, the foot has the prompt's name. */
const mostBesideName = 200;

/** The prompt, where there is but one: a heading that names its cases does not say whose they are. */
function nameOfOnly({ prompts }: Report): string {
  const [only, ...more] = prompts;
  if (only === undefined || more.length > 0) return '';
  // All skills' files have one name: the folder tells them apart.
  const parts = /(?:^|\/)SKILL\.md(?:#|$)/iu.test(only.path) ? 2 : 1;
  return escapeName(clip(only.path.split('/').slice(-parts).join('/'), 60));
}

/** Escapes take up to eighteen times the room of what they stand for: a reply of dollars alone would leave the comment unwritten. */
function fitBlocks(blocks: readonly Block[], room: number, measure: Measure): readonly Block[] {
  if (measure(joined(blocks)) <= room) return blocks;
  const told = { text: 'Some of this is too long to show here: see the full report.' };
  let left = room - measure(joined([...blocks.filter(({ always }) => always), told]));
  const kept = blocks.filter(({ text, always }) => {
    const needed = measure(text) + 2;
    const isKept = always || needed <= left;
    if (isKept && !always) left -= needed;
    return isKept;
  });
  return [...kept.slice(0, -1), told, ...kept.slice(-1)];
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

/** What to do, and where to see more. */
function nextLine(report: Report): string {
  const { report: page, archive, download, run } = report.links;
  const links = [
    linkTo('Open the report', page ?? archive),
    page === undefined && archive !== undefined && download !== undefined ? escapeName(download) : '',
    linkTo('This run', run),
  ];
  const parts = [toMarkdown(wordNextStep(report)), ...links].filter((part) => part !== '');
  return parts.length === 0 ? '' : `**Next** · ${parts.join(' · ')}`;
}

function footOf(report: Report): string {
  const [only, ...more] = report.prompts;
  const revisions = [report.base.sha, report.head.sha].map((sha) =>
    escapeName(sha === '' ? 'working tree' : sha.slice(0, 7)),
  );
  const parts = [
    'Promptgate',
    ...(only === undefined || more.length > 0 ? [] : [escapeName(only.path)]),
    ...(report.base.sha === report.head.sha ? [] : [revisions.join(' → ')]),
    ...(report.calls.made === 0
      ? []
      : [
          `${showNumberOf(report.calls.made, 'call')}${report.costUsd.actual === undefined ? '' : `, ${showMoney(report.costUsd.actual)}`}`,
        ]),
    ...[linkTo('report as JSON', report.links.archive)].filter((link) => link !== ''),
    ...(report.published?.replies === 'none' ? ['replies are not published'] : []),
    ...(report.published?.masked ? ['personal data is masked'] : []),
    ...(report.takenOver === undefined ? [] : ['verdict taken over from an earlier run that judged the same']),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

/** Most models side by side: a comment is narrow. */
const mostModels = 6;

/** The cases of a check that do not pass on every model, models side by side, and which check fails. Empty where all pass. */
function unsteadyTable(report: Report, most: number): string {
  const all = unsteadyCases(report);
  if (all.length === 0) return '';
  const models = modelsOf(report).slice(0, mostModels);
  const several = report.prompts.length > 1;
  const head = ['Case that fails', ...(several ? ['Prompt'] : []), ...models.map(escapeName), 'Fails'];
  const lines = all
    .slice(0, most)
    .map((one) => [
      escapeName(one.id),
      ...(several ? [escapeName(one.prompt.path)] : []),
      ...one.onModels.slice(0, mostModels).map(showPasses),
      showFails(one),
    ]);
  const align = ['l', ...(several ? ['l'] : []), ...models.map(() => 'r'), 'l'];
  const table = markdownTable([head, ...lines], { align, alignDelimiters: false });
  return all.length > most ? `${table}\n\n… and ${all.length - most} more cases.` : table;
}

function showPasses(one: ReportCase | undefined): string {
  if (one === undefined) return '–';
  return one.state === 'failing' || one.state === 'unscored' ? `**${showTally(one.new)}**` : showTally(one.new);
}

function showFails({ fails: [first, ...more] }: UnsteadyCase): string {
  if (first === undefined) return '';
  return `${escapeName(first)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}
