import type { Reason } from '../core/gate/reason.ts';
import type { Report, ReportRow } from '../core/report/report.ts';
import { casesOf, type PlacedCase } from './cases-of.ts';
import { pickReplies } from './pick-replies.ts';

/**
 * The case that tells most about what happened: one that broke before one that fell or fails on both sides; of those, one
 * whose both replies came, that fails a required check, on most models, with the shortest replies. Where replies fell together
 * and no case stands out, the one that fell most. `undefined` where no case fails.
 */
export function mostTellingCase(report: Report): PlacedCase | undefined {
  const worst = worstCases(report);
  const [example] = worst.length === 0 ? casesBehindFall(report) : [];
  if (example !== undefined) return example;
  const proven = worst.filter(({ case: { state } }) => state === 'regressed');
  const candidates = [proven, worst, casesOf(report, 'failing')].find((cases) => cases.length > 0) ?? [];
  const onModels = Map.groupBy(candidates, keyOf);
  const ranked = candidates.map((placed) => ({
    placed,
    rank: rankOf(placed, onModels.get(keyOf(placed))?.length ?? 1),
  }));
  return ranked.toSorted((one, other) => compareRanks(one.rank, other.rank))[0]?.placed;
}

function keyOf({ prompt, case: { id } }: PlacedCase): string {
  return `${prompt.path}\n${id}`;
}

/** What speaks against showing a case, the weightiest first. */
function rankOf(placed: PlacedCase, models: number): readonly number[] {
  const { old, new: now } = pickReplies(placed.case);
  const failsRequired = now?.checks.some(
    (check) => check.kind === 'scored' && check.required && check.passed === false,
  );
  return [
    old?.text === undefined || now?.text === undefined ? 1 : 0,
    failsRequired === true ? 0 : 1,
    -models,
    (old?.text?.length ?? 0) + (now?.text?.length ?? 0),
  ];
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** Cases that broke, then those that fell by half or more without proof; in each the deepest fall first. */
export function worstCases(report: Report): readonly PlacedCase[] {
  const fellMost = (cases: readonly PlacedCase[]) =>
    cases.toSorted((one, other) => (one.case.delta ?? 0) - (other.case.delta ?? 0));
  return [...fellMost(casesOf(report, 'regressed')), ...fellMost(casesOf(report, 'fell'))];
}

/** Reasons that are about the replies of all cases together, or about a case of which too little is proven. */
const ofMany: ReadonlySet<Reason['kind']> = new Set(['suite', 'leaning', 'leaning-case']);

/**
 * The cases that went down, the deepest fall first, where replies got worse together, or lean so, and no case broke or fell
 * by half: each is evidence, and none is proven.
 */
export function casesBehindFall(report: Report): readonly PlacedCase[] {
  if (worstCases(report).length > 0) return [];
  const fell = ({ reasons }: Pick<ReportRow, 'reasons'>): boolean => reasons.some(({ kind }) => ofMany.has(kind));
  const behind = report.prompts.flatMap((prompt) =>
    prompt.models
      .filter((row) => fell(row) || fell(prompt))
      .flatMap((row) => row.cases.map((one): PlacedCase => ({ prompt, row, case: one }))),
  );
  return behind
    .filter(({ case: { delta } }) => delta !== null && delta < 0)
    .toSorted((one, other) => (one.case.delta ?? 0) - (other.case.delta ?? 0));
}

/** A case whose replies every surface shows: it broke, it fell by half or more, it fails where nothing passes, it does not pass a check, or it is an example of many that went down. */
export type ShownCase = PlacedCase & { readonly why: 'broke' | 'fell' | 'fails' | 'example' };

/** Failing cases that are shown of a row in which nothing passes: the first tell what is amiss with all. */
const mostFailing = 5;

/** The cases whose replies are shown: what broke first, then what fell, the deepest fall first. */
export function shownCases(report: Report): readonly ShownCase[] {
  // A check is about nothing else.
  if (report.mode === 'check')
    return casesOf(report, 'failing', 'flaky').map((placed): ShownCase => ({ ...placed, why: 'fails' }));
  const worst = worstCases(report).map(
    (placed): ShownCase => ({ ...placed, why: placed.case.state === 'regressed' ? 'broke' : 'fell' }),
  );
  const idle = new Set(
    report.prompts.flatMap(({ models }) =>
      models.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'nothing-passes')),
    ),
  );
  const failing = casesOf(report, 'failing').filter(({ row }) => idle.has(row));
  const byRow = [...Map.groupBy(failing, ({ row }) => row).values()].map((cases) => cases.slice(0, mostFailing));
  const examples = casesBehindFall(report).slice(0, 1);
  return [
    ...worst,
    ...examples.map((placed): ShownCase => ({ ...placed, why: 'example' })),
    ...byRow.flat().map((placed): ShownCase => ({ ...placed, why: 'fails' })),
  ];
}
