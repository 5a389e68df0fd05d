import { type DriftReport, type DriftRow, isOtherAlone } from '../drift/drift-report.ts';
import { standingOf } from '../drift/row-of-state.ts';
import type { ConfirmedDrift } from './alert.ts';
import type { AlertState } from './alert-state.ts';
import { type DriftTelling, noLongerAsked } from './no-longer-asked.ts';
import type { Watched } from './plan-alerts.ts';

/**
 * What a drift run found, as alerts take it: a confirmed drift is wrong, and it is fine where it ended, however that came. Of a row that gave
 * no reply, or has too few runs since it began anew, nothing is known.
 */
export function watchedDrifts(report: DriftReport, kept: AlertState, telling: DriftTelling): readonly Watched[] {
  // Fresh replies confirmed it within the run.
  const base = { forRuns: 1, except: telling.except } as const;
  const rows = report.prompts.flatMap(({ path, models }) =>
    models.map((row): Watched => {
      const key = JSON.stringify(['drift', path, row.model]);
      const standing = standingOf(row);
      const known = kept.entries.find((entry) => entry.key === key)?.about;
      if (standing === 'drifted') return { ...base, key, is: 'wrong', about: aboutRow(path, row, report) };
      const about = known ?? aboutRow(path, row, report);
      return standing === 'unknown'
        ? { ...base, key, is: 'unknown', about }
        : { ...base, key, is: 'fine', ended: standing, about };
    }),
  );
  return [...rows, ...noLongerAsked('drift', rows, kept, telling)];
}

function aboutRow(prompt: string, row: DriftRow, report: DriftReport): ConfirmedDrift {
  return {
    kind: 'drift',
    prompt,
    model: row.model,
    began: row.since?.at ?? report.startedAt,
    found: foundIn(row),
    cases: row.cases,
    ...(isOtherAlone(row) ? { asUsual: true } : {}),
    served: row.served,
    servedBefore: row.servedBefore ?? row.served,
  };
}

/** Names of what moved, as people know it. */
function foundIn({ found }: DriftRow): readonly string[] {
  const names = found.map(({ layer, channel = '' }) => {
    if (layer === 'served') return 'the model that answers';
    if (layer === 'fingerprint') return 'the fingerprint of the service';
    if (layer === 'tokens') return 'how input tokens count';
    return channel.startsWith('metric:') ? channel.slice('metric:'.length) : (channels[channel] ?? channel);
  });
  return [...new Set(names)];
}

const channels: Readonly<Record<string, string>> = {
  score: 'score',
  case: 'single cases',
  pass: 'pass rate',
  plain: 'score of checks without a judge',
  refusal: 'refusals',
  length: 'length of replies',
  latency: 'time of replies',
  cost: 'cost of replies',
  distance: 'distance from earlier replies',
};
