import type { CaseComparison, Comparison } from './comparison.ts';
import type { GateVerdict } from './decide-verdict.ts';
import { mostTrials } from './forecast-rounds.ts';
import { scheduleOf } from './schedule.ts';
import type { GateSettings } from './settings.ts';

/** A prompt that was compared and judged. */
type Judged = { readonly comparison: Comparison; readonly verdict: GateVerdict };

/** Replies to ask of one case of one row, on both sides, once the verdict stands. */
export type DiagnosedCell = {
  /** Index of the prompt among those that were judged. */
  readonly prompt: number;
  readonly row: string;
  readonly case: string;
  readonly trials: number;
};

/** Replies a side that show whether a case that fell did so by chance. */
const wanted = 5;

/**
 * What to ask once a prompt is regressed though cases of it fell that are not proven by themselves: they are what the reader wants
 * to know by name. The deepest falls first, at most `limit` cases (on all rows they fell on), never beyond the replies that the
 * sampling may ask of a case, and nothing of a case that repeats itself. What comes back is outside of all tests.
 */
export function planDiagnosis(
  judged: readonly Judged[],
  settings: Pick<GateSettings, 'sampling' | 'trials'>,
  limit: number,
): readonly DiagnosedCell[] {
  const most = mostTrials(scheduleOf(settings, false));
  const fallen = judged.flatMap(({ comparison, verdict }, prompt) =>
    verdict.verdict !== 'regressed' || comparison.kind !== 'both'
      ? []
      : comparison.rows.flatMap(({ row, cases, repeats }) =>
          cases.flatMap((one) => {
            const trials = Math.min(wanted, most - askedOf(one));
            // A service that repeats itself would say the same again.
            const isKnown = repeats > 0 && one.old.of > 1 && one.new.of > 1;
            return one.state === 'fell' && trials > 0 && !isKnown ? [{ prompt, row, one, trials }] : [];
          }),
        ),
  );
  const byCase = Map.groupBy(fallen, ({ prompt, one }) => JSON.stringify([prompt, one.case]));
  return [...byCase.values()]
    .toSorted((a, b) => deepest(a.map(({ one }) => one)) - deepest(b.map(({ one }) => one)))
    .slice(0, limit)
    .flatMap((held) => held.map(({ prompt, row, one, trials }) => ({ prompt, row, case: one.case, trials })));
}

function deepest(cases: readonly CaseComparison[]): number {
  return Math.min(...cases.map(({ delta }) => delta ?? 0));
}

function askedOf({ old, new: now }: CaseComparison): number {
  return Math.max(old.of + old.missing, now.of + now.missing);
}
