import { maskPersonalData } from '../publish/mask-personal-data.ts';
import type { Report } from '../report/report.ts';
import { showValues } from '../template/fill-template.ts';
import { clip } from '../text/clip.ts';
import type { DriftRun } from './drift-line.ts';
import type { DriftRow } from './drift-report.ts';
import type { RowState } from './follow-row.ts';
import { byWorth, mostText, safeText } from './kept-texts.ts';

/** Cases that are shown of a row. */
const mostCases = 3;
/** Of the score, from which on a case of a suite that fell is an example of it. */
const leastFall = 0.2;
const mostAsked = 200;
const mostReason = 300;
const mostChecks = 3;

type ShownReplies = NonNullable<DriftRow['replies']>;

/**
 * Replies of the cases that fell, as they are now and as they were, the worst of now and the latest that the history kept from before the
 * drift began. Where it kept none, what the case expects stands in its place. All of it is masked, and cut.
 * @param seen reports of all that this run asked
 */
export function repliesOfRow({ drift, latest, baseline, usual }: RowState, seen: readonly Report[]): ShownReplies {
  // While the answers are as usual, a case that scores lower is chance.
  if (drift === undefined || drift.found.every(({ layer }) => layer !== 'cases')) return [];
  const named = drift.found.flatMap(({ cases }) => cases);
  const fallen = latest.cases
    .flatMap((one) => {
      const [before, now] = [baseline.of(one, 'score'), one.values['score'] ?? []];
      if (before === undefined || before.count === 0 || now.length === 0) return [];
      const fall = before.mean - now.reduce((sum, value) => sum + value, 0) / now.length;
      return [{ one, fall, isNamed: named.includes(one.id) }];
    })
    .filter(({ fall, isNamed }) => isNamed || fall >= leastFall)
    .toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.fall - a.fall);
  const prompts = seen.flatMap(({ prompts }) => prompts.filter(({ path }) => path === latest.prompt));
  const cases = prompts.flatMap(({ models }) => models.filter(({ model }) => model.new === latest.model));
  const before = usual.filter(({ at }) => at < (drift.runs[drift.since.from]?.at ?? ''));
  return fallen.slice(0, mostCases).flatMap(({ one: { id, key } }): ShownReplies => {
    const [now] = byWorth(
      cases.flatMap((row) => row.cases.filter((one) => one.id === id).flatMap(({ replies }) => replies)),
    );
    if (now === undefined) return [];
    const golden = prompts.flatMap(({ exam }) => exam).find((one) => one.id === id);
    const kept = latestText(before, key) ?? latestText(usual, key);
    const { reference } = golden ?? {};
    return [
      {
        case: id,
        asked: clip(maskPersonalData(showValues(golden?.vars ?? {})), mostAsked),
        ...(kept === undefined ? {} : { before: kept }),
        ...(kept !== undefined || reference === undefined
          ? {}
          : { reference: clip(maskPersonalData(reference), mostText) }),
        now: safeText(now),
        fails: now.checks
          .flatMap((check) =>
            check.kind === 'scored' && check.passed === false
              ? [{ check: check.check, reason: clip(maskPersonalData(check.reason), mostReason) }]
              : [],
          )
          .slice(0, mostChecks),
      },
    ];
  });
}

function latestText(runs: readonly DriftRun[], key: string): ShownReplies[number]['before'] {
  for (const { at, cases } of runs.toReversed()) {
    const text = cases.find((one) => one.key === key)?.text;
    if (text !== undefined) return { at, text };
  }
  return undefined;
}

/** What a run found, without a word that a model said, or that quotes one. */
export function withoutReplies<Told extends { readonly prompts: readonly { readonly models: readonly DriftRow[] }[] }>(
  report: Told,
): Told {
  const prompts = report.prompts.map((prompt) => ({
    ...prompt,
    models: prompt.models.map(({ replies: _, ...row }) => row),
  }));
  return { ...report, prompts };
}
