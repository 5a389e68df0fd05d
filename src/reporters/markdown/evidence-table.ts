import { markdownTable } from 'markdown-table';
import type { Report, ReportCase, ReportPrompt } from '../../core/report/report.ts';
import { casesOf, type PlacedCase } from '../cases-of.ts';
import { failedChecks } from '../pick-replies.ts';
import { showNumberOf, showTally } from '../show-quantity.ts';
import { casesBehindFall, worstCases } from '../telling-cases.ts';
import { list, own, say } from '../wording/say.ts';
import { tellingFall, wordChange } from '../wording/word-change.ts';
import { escapeName, toMarkdown } from './escape.ts';
import { linkToCase } from './link-to.ts';

/** Models side by side; of more it is counted on how many a case got worse. */
const mostModels = 3;

/** Rows of the table: what is beyond is in the report. */
const mostRows = 8;

/** Rows of those that went down a little. */
const mostBehind = 5;

/** Cases that are named of a prompt. */
const mostNamed = 3;

/**
 * What got worse, the worst first: of one prompt a row a case with its models side by side, of several a row a prompt.
 * Empty where nothing did.
 */
export function evidenceTable(report: Report): string {
  return report.prompts.length + report.unreviewed.length > 1 && report.prompts.length > 1
    ? promptsTable(report)
    : casesTable(report);
}

function casesTable(report: Report): string {
  const worst = worstCases(report);
  const behind = casesBehindFall(report);
  const byCase = [...Map.groupBy(worst.length > 0 ? worst : behind, ({ case: { id } }) => id)];
  const [prompt] = report.prompts;
  if (prompt === undefined || byCase.length === 0) return '';
  const models = prompt.models.map(({ id }) => id);
  const isWide = models.length > mostModels;
  const head = ['Case', ...(isWide ? ['Before → now', 'Models'] : models.map(escapeName)), 'Fails now'];
  const lines = byCase.slice(0, behind.length > 0 ? mostBehind : mostRows).map(([id, placed]) => {
    const worst = placed[0]?.case;
    const on = isWide
      ? [worst === undefined ? '' : showTurn(worst), `${placed.length} of ${models.length}`]
      : prompt.models.map((row) => showCell(row.cases.find((one) => one.id === id)));
    return [nameOf(placed, report), ...on, wordFails(placed)];
  });
  const table = tableOf([head, ...lines], byCase.length - lines.length, 'case');
  return behind.length > 0 ? `${wordBehind(byCase.length)}\n\n${table}` : table;
}

function wordBehind(cases: number): string {
  return cases === 1
    ? 'This case went down. It is not proven by itself:'
    : 'These cases went down, the deepest fall first. None of them is proven by itself:';
}

/** A case with what a reader should know of how it is judged. */
function nameOf(placed: readonly PlacedCase[], report: Report): string {
  const notes = [
    ...(placed.some(({ case: { family } }) => family === 'added') ? ['new here'] : []),
    ...(placed.every(({ case: { state } }) => state === 'fell') ? ['fell'] : []),
  ];
  const [first] = placed;
  const name = first === undefined ? '' : linkToCase(first, report);
  return `${name}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** A case on a model, within a cell. */
export function showCell(one: ReportCase | undefined): string {
  if (one === undefined) return '–';
  if (one.state === 'unscored') return 'not scored';
  if (one.state === 'same' && Math.abs(one.delta ?? 0) < 0.005) return `✓ ${showTally(one.new)}`;
  return showTurn(one);
}

function showTurn(one: ReportCase): string {
  if (tellingFall(one) !== undefined) return toMarkdown(wordChange(one));
  const now = one.state === 'regressed' || one.state === 'fell' ? `**${showTally(one.new)}**` : showTally(one.new);
  return `${showTally(one.old)} → ${now}`;
}

/** The checks that the new replies fail, the most frequent by name. */
function wordFails(placed: readonly PlacedCase[]): string {
  const [first, ...more] = failedChecks({
    falls: placed.flatMap(({ case: one }) => one.falls ?? []),
    replies: placed.flatMap(({ case: one }) => one.replies),
  });
  if (first === undefined) return '';
  return `${escapeName(first)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}

const words = {
  regressed: '**got worse**',
  failing: '**cases fail**',
  invalid: '**not reviewed**',
  inconclusive: 'cannot tell',
  unreviewed: 'not checked',
  pass: 'holds',
  skipped: 'holds',
} as const satisfies Record<ReportPrompt['verdict'], string>;

function promptsTable(report: Report): string {
  // One that passes, with a case that fell, is not among those of which there is nothing to say.
  const holding = report.prompts.filter(
    (prompt) => (prompt.verdict === 'pass' || prompt.verdict === 'skipped') && wordWorst(report, prompt) === '',
  );
  const others = report.prompts.filter((prompt) => !holding.includes(prompt));
  const paths = new Set(others.map(({ path }) => path));
  const unchecked = [...new Set(report.unreviewed.map(({ path }) => path))].filter((path) => !paths.has(path));
  if (others.length + unchecked.length === 0) return '';
  const folder = folderOf([...paths, ...unchecked]);
  const name = (path: string): string => escapeName(path.slice(folder.length));
  const all = [
    ...others.map((prompt) => {
      const worst = wordWorst(report, prompt);
      const told = prompt.verdict === 'pass' ? 'nothing proven' : words[prompt.verdict];
      return [name(prompt.path), `${told}${worst === '' ? '' : `: ${worst}`}`];
    }),
    ...unchecked.map((path) => [name(path), words.unreviewed]),
  ];
  const lines = all.slice(0, mostRows);
  const rest =
    holding.length === 0
      ? []
      : [[`${showNumberOf(holding.length, 'other prompt')}`, holding.length === 1 ? 'holds' : 'hold']];
  // Two columns: of three, a telephone does not show the cases.
  return tableOf(
    [[`Prompt${folder === '' ? '' : ` in ${escapeName(folder)}`}`, 'What became of it'], ...lines, ...rest],
    all.length - lines.length,
    'prompt',
  );
}

/** The folder that all of some paths are in, with its slash: told once, it leaves a telephone room for the cases. */
function folderOf([first = '', ...others]: readonly string[]): string {
  const folder = first.slice(0, first.lastIndexOf('/') + 1);
  return others.length > 0 && others.every((path) => path.startsWith(folder)) ? folder : '';
}

function wordWorst(report: Report, prompt: ReportPrompt): string {
  const alone = { ...report, prompts: [prompt] };
  const worst = casesOf(alone, 'regressed', 'fell');
  const placed = worst.length > 0 ? worst : casesBehindFall(alone);
  const byCase = [...Map.groupBy(placed, ({ case: { id } }) => id)];
  const named = byCase.slice(0, mostNamed).map(([id, on]) => {
    const [first] = on;
    return first === undefined ? say`${id}` : say`${id} ${wordChange(first.case)}`;
  });
  const more = byCase.length - named.length;
  return toMarkdown(list([...named, ...(more > 0 ? [own(`${more} more`)] : [])]));
}

function tableOf(lines: readonly (readonly string[])[], more: number, noun: string): string {
  const table = markdownTable(lines, { align: 'l', alignDelimiters: false });
  return more > 0 ? `${table}\n\nand ${showNumberOf(more, `more ${noun}`)} in the report` : table;
}
