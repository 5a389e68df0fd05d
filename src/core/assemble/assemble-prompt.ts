import { isStarter } from '../cases/starters.ts';
import type { Comparison } from '../gate/comparison.ts';
import type { GateVerdict } from '../gate/decide-verdict.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { CostOf } from '../money/prices.ts';
import type { GateQuality } from '../report/gate-quality.ts';
import type { ReportPrompt } from '../report/report.ts';
import type { PromptRun } from '../run/trial-run.ts';
import { ownersOf, settingsFor } from '../settings/override-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { spendingOfPrompt } from '../spending/spending-of-prompt.ts';
import { compareTools } from '../tools/declared-tools.ts';
import { assembleRow, type ReadSaid } from './assemble-row.ts';
import { assembleWithheld } from './assemble-withheld.ts';
import { markEdits } from './replay-marks.ts';

/** What became of one prompt: its run, what the gate found, and what it decided. */
export type PromptResult = {
  readonly run: PromptRun;
  readonly comparison: Comparison;
  readonly verdict: GateVerdict;
  /** What the gate does with kept replies of the prompt, where enough are. */
  readonly quality?: GateQuality;
  /** Rows of what the instructions add: the new side as the old one, and the same questions without them as the new one. */
  readonly withheld?: Comparison['rows'];
};

/** One prompt of the report. */
export function assemblePrompt(
  { run, comparison, verdict, quality, withheld = [] }: PromptResult,
  common: Settings,
  readSaid: ReadSaid,
  costOf: CostOf = () => undefined,
): ReportPrompt {
  const { change, rows } = run.design;
  const settings = settingsFor(change, common);
  const owners = ownersOf(change, common);
  const toolsChanged =
    change.old === undefined || change.new === undefined ? [] : compareTools(change.old.params, change.new.params);
  const byRow = Map.groupBy(run.cells, (held) => held.cell.row);
  const models = rows.flatMap((row) => {
    const compared = comparison.rows.find((found) => found.row === row.id);
    const judged = verdict.rows.find((found) => found.row === row.id);
    if (compared === undefined || judged === undefined) return [];
    const told = { settings, readSaid, costOf, rows: rows.length };
    const assembled = assembleRow(row, byRow.get(row.id) ?? [], compared, judged, told);
    const without = withheld.find((found) => found.row === row.id);
    return [without === undefined ? assembled : { ...assembled, withheld: assembleWithheld(without) }];
  });
  const spent = models.flatMap(({ id, spending }) =>
    spending === undefined ? [] : [{ cells: byRow.get(id) ?? [], spending }],
  );
  const spending = spendingOfPrompt(spent, settings.gate.alpha);
  return {
    path: change.path,
    ...(change.previousPath === undefined ? {} : { previousPath: change.previousPath }),
    change: change.change,
    verdict: verdict.verdict,
    diff: change.diff,
    reasons: verdict.reasons,
    pooled: pooledOf(comparison),
    level: comparison.level,
    rounds: comparison.rounds,
    casesChanged: change.exam.changed,
    ...(run.design.edits === undefined ? {} : { edits: markEdits(run.design.edits, settings) }),
    ...(change.through === undefined ? {} : { through: change.through }),
    ...(change.edit === undefined ? {} : { promptEdit: change.edit }),
    ...(toolsChanged.length === 0 ? {} : { toolsChanged }),
    unchecked: change.exam.unchecked,
    ...(owners.length === 0 ? {} : { owners }),
    ...(quality === undefined ? {} : { gateQuality: quality }),
    ...(change.setAside === undefined ? {} : { setAside: change.setAside }),
    notes: [
      ...change.notes,
      ...wordStarters(change.exam.cases.map(({ golden }) => golden)),
      ...wordRepeats(comparison, settings),
      ...wordHistory(comparison),
      ...wordUnheard(run, settings),
    ],
    exam: change.exam.cases.map(({ key, golden, weight }) => ({
      id: key,
      ...(golden.segment === undefined ? {} : { segment: golden.segment }),
      tags: golden.tags,
      weight,
      vars: golden.vars,
      ...(golden.reference === undefined ? {} : { reference: golden.reference }),
      checks: golden.checks.map(({ name, required }) => ({ name, required })),
      ...(golden.notRun.length === 0 ? {} : { notRun: golden.notRun.map(({ name }) => name) }),
      at: golden.at,
    })),
    ...(spending === undefined ? {} : { spending }),
    models,
  };
}

/** The tests over all models together, as the report shows them. */
export function pooledOf({ pooled }: Comparison): ReportPrompt['pooled'] {
  return pooled === null ? null : { p: pooled.p, delta: pooled.delta, method: pooled.test.method };
}

/** That all a prompt is asked are the examples that `init` wrote: what breaks for its users hardly shows in them. */
function wordStarters(cases: readonly GoldenCase[]): readonly string[] {
  if (cases.length === 0 || !cases.every(isStarter)) return [];
  return [
    'All golden cases are still the examples that `init` wrote, which see little of what may break. Put in what your users really send, and checks of what a good reply says.',
  ];
}

/** That kept replies told which cases hold steadily, and what that changed, for each model. */
function wordHistory({ rows }: Pick<Comparison, 'rows'>): readonly string[] {
  return rows.flatMap(({ row, history }) => {
    if (history === null) return [];
    const { cases, steady, of, replies } = history;
    const known = `${row}: ${replies} kept replies of other reviews show how steady ${cases === of ? 'the' : `${cases} of the`} ${of} cases are`;
    if (steady === 0 || steady === of) return [`${known}.`];
    return [`${known}; a fall of the ${steady} that hardly ever changed weighs more.`];
  });
}

/** That a service repeats itself, and what that makes of a case that changed, and which near copies count as one, for each model. */
function wordRepeats({ rows }: Comparison, { gate }: Settings): readonly string[] {
  return rows.flatMap(({ row, repeats, copies }) => {
    const told = copies.map((group) => wordCopies(row, group));
    if (repeats === 0) return told;
    const cases = repeats === 1 ? 'the one case that was' : `all ${repeats} cases that were`;
    const meaning =
      gate.repeats === 'chance'
        ? 'each case counts as one reply (`gate.repeats: chance`)'
        : 'a case that passed and now fails does so every time, which counts as broken (`gate.repeats: fact`)';
    return [
      `${row} repeats itself: ${cases} asked again got the same reply byte for byte, so the others were not asked again; ${meaning}.`,
      ...told,
    ];
  });
}

/**
 * That an application of the team's answers both prompts alike, byte for byte: it may use none of what it is given, and then nothing
 * was compared.
 */
function wordUnheard({ cells }: PromptRun, { applications }: Settings): readonly string[] {
  const asked = cells.filter(({ cell }) => !cell.identical && applications.has(cell.new?.provider ?? ''));
  return [...Map.groupBy(asked, ({ cell }) => cell.row)].flatMap(([row, held]) => {
    const pairs = held.flatMap(({ trials }) =>
      trials.flatMap(({ old, new: next }) => (old === undefined ? [] : [{ old, next }])),
    );
    const isAlike = pairs.every(({ old, next }) => old.said !== undefined && old.said === next.said);
    if (pairs.length === 0 || !isAlike) return [];
    const replies = pairs.length === 1 ? 'the one pair of replies' : `all ${pairs.length} pairs of replies`;
    return [
      `${row} answers both prompts alike, byte for byte, in ${replies}. If it does not use the \`prompt\` or the \`messages\` that it is given, this review saw nothing of the edit.`,
    ];
  });
}

const mostNamed = 5;

function wordCopies(row: string, group: readonly string[]): string {
  const named = group.slice(0, mostNamed).join(', ');
  const more = group.length > mostNamed ? ` and ${group.length - mostNamed} more` : '';
  return `${named}${more} ask nearly the same and got the same replies byte for byte on ${row}: they count as one case.`;
}
