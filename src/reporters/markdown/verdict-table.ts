import { markdownTable } from 'markdown-table';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { sides } from '../../core/side.ts';
import { hasGaps, wordCoverage } from '../count-checked.ts';
import { showChange, showCount, showDelta, showDuration, showMoney, showPercent, showScore } from '../show-quantity.ts';
import { stateColumns } from '../state-columns.ts';
import { verdictMark } from '../wording/verdict-words.ts';
import { worstFirst } from '../worst-first.ts';
import { escapeName } from './escape.ts';

/** A row of a prompt, or a prompt that has none: it could not be read. */
type Line = { readonly prompt: ReportPrompt; readonly row?: ReportRow };

/** A row per prompt and model, at most `most`, the worst first. Empty where nothing was compared. */
export function verdictTable(report: Report, most: number): string {
  const all = worstFirst(report.prompts.flatMap(linesOf));
  if (all.every(({ row }) => row === undefined)) return '';
  const shown = all.slice(0, most);
  const several = new Set(all.map(({ prompt }) => prompt)).size > 1;
  const states = stateColumns(report).map(({ title }) => title);
  const gaps = hasGaps(report);
  const graded = isGraded(report);
  const spent = spentColumns(report);
  const head = [
    'Model',
    ...(gaps ? ['Cases'] : []),
    'Pass rate',
    ...(graded ? ['Score'] : []),
    ...states,
    'Per 1,000 replies',
    ...spent.map(({ title }) => title),
    'p50',
    'Verdict',
  ];
  const lines = shown.map((line) => [...(several ? [escapeName(line.prompt.path)] : []), ...cells(line, report)]);
  const table = markdownTable([[...(several ? ['Prompt'] : []), ...head], ...lines], {
    align: [
      ...(several ? ['l'] : []),
      'l',
      ...(gaps ? ['r'] : []),
      'r',
      ...(graded ? ['r'] : []),
      ...states.map(() => 'r'),
      'r',
      ...spent.map(() => 'r'),
      'r',
      'l',
    ],
    alignDelimiters: false,
  });
  return all.length > shown.length ? `${table}\n\n… and ${all.length - shown.length} more rows.` : table;
}

function linesOf(prompt: ReportPrompt): readonly Line[] {
  if (prompt.problems !== undefined) return [{ prompt }];
  return prompt.models.map((row) => ({ prompt, row }));
}

function cells({ prompt, row }: Line, report: Report): readonly string[] {
  if (row === undefined)
    return [
      ...Array<string>(
        4 +
          (isGraded(report) ? 1 : 0) +
          (hasGaps(report) ? 1 : 0) +
          stateColumns(report).length +
          spentColumns(report).length,
      ).fill('–'),
      `${verdictMark({ ...prompt, accepted: [] })} ${prompt.verdict}`,
    ];
  const { score, cost, latency } = row;
  const delta = score.delta === null || Math.abs(score.delta) < 0.005 ? '' : ` (${showDelta(score.delta)})`;
  const perThousand = (side: number | null) => (side === null ? null : side * 1000);
  return [
    row.model.old === row.model.new
      ? escapeName(row.id)
      : `${escapeName(row.model.old)} → ${escapeName(row.model.new)}`,
    ...(hasGaps(report) ? [wordCoverage(prompt)] : []),
    showChange(row.passRate.old, row.passRate.new, showPercent),
    ...(isGraded(report) ? [`${showChange(score.old, score.new, showScore)}${delta}`] : []),
    ...stateColumns(report).map(({ count, bad }) => showNumber(count(row), bad)),
    cost.old === null && cost.new === null
      ? 'unknown'
      : showChange(perThousand(cost.old), perThousand(cost.new), showMoney),
    ...spentColumns(report).map(({ show }) => show(row)),
    latency.p50.old === null && latency.p50.new === null
      ? '–'
      : showChange(latency.p50.old, latency.p50.new, showDuration),
    `${verdictMark({ verdict: row.verdict, accepted: report.accepted })} ${row.verdict}${row.pooledOnly ? ' (pooled)' : ''}`,
  ];
}

type SpentColumn = { readonly title: string; readonly show: (row: ReportRow) => string };

/** A length is told from here on, or where a model takes another's place. */
const longer = 0.1;

/** How long replies are and how many refuse, where some row has another model or they changed. */
function spentColumns({ prompts }: Report): readonly SpentColumn[] {
  const rows = prompts.flatMap(({ models }) => models);
  const switched = rows.some(({ model, spending }) => model.old !== model.new && spending !== undefined);
  const length = ({ spending }: ReportRow) => spending?.length ?? { old: null, new: null };
  const refusals = ({ spending }: ReportRow) => spending?.refusals ?? { old: null, new: null };
  const showRefusals = ({ old, new: now }: ReturnType<typeof refusals>): string =>
    old === null ? String(now ?? '–') : showChange(old, now, String);
  const moved = rows.some((row) => {
    const { old, new: now } = length(row);
    return old !== null && now !== null && Math.abs(now - old) > longer * old;
  });
  return [
    ...(switched || moved
      ? [
          {
            title: 'Characters',
            show: (row: ReportRow) => showChange(length(row).old, length(row).new, showCount),
          },
        ]
      : []),
    ...(rows.some(beginsOtherwise)
      ? [{ title: 'First token', show: ({ latency: { firstToken } }: ReportRow) => showFirst(firstToken) }]
      : []),
    ...(switched || rows.some((row) => refusals(row).old !== null && refusals(row).old !== refusals(row).new)
      ? [{ title: 'Refusals', show: (row: ReportRow) => showRefusals(refusals(row)) }]
      : []),
  ];
}

/** A first token is told from here on, as a share; and where the gate found it over its limit. */
const otherwise = 0.2;

function beginsOtherwise({ latency: { firstToken }, reasons }: ReportRow): boolean {
  if (reasons.some((reason) => reason.kind === 'latency' && reason.of === 'first-token')) return true;
  const { old = null, new: now = null } = firstToken ?? {};
  return old !== null && now !== null && Math.abs(now - old) >= Math.max(otherwise * old, leastMs);
}

/** Nobody feels less. */
const leastMs = 100;

function showFirst(firstToken: ReportRow['latency']['firstToken']): string {
  return firstToken === undefined ? '–' : showChange(firstToken.old, firstToken.new, showDuration);
}

function showNumber(cases: number, bad: boolean): string {
  if (cases === 0) return '–';
  return bad ? `**${cases}**` : `${cases}`;
}

/** Whether some row's score says another thing than its pass rate. */
function isGraded({ prompts }: Report): boolean {
  return prompts.some(({ models }) =>
    models.some(({ score, passRate }) =>
      sides.some(
        (side) =>
          Math.abs((score[side] ?? 0) - (passRate[side] ?? score[side] ?? 0)) >= 0.005 ||
          (passRate[side] === null && score[side] !== null),
      ),
    ),
  );
}
