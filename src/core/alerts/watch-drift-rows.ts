import type { DriftReport, DriftRow } from '../drift/drift-report.ts';
import type { AlertTargetName } from '../settings/alert-schema.ts';
import type { Watched } from './plan-alerts.ts';

/**
 * What a drift run found, as alerts take it: a confirmed drift is wrong, a row that is as usual is fine, and of one that gave no reply
 * nothing is known.
 * @param except targets that are told of drifts in another way
 */
export function watchedDrifts(report: DriftReport, except: readonly AlertTargetName[]): readonly Watched[] {
  return report.prompts.flatMap(({ path, models }) =>
    models.map(
      (row): Watched => ({
        key: JSON.stringify(['drift', path, row.model]),
        is: row.verdict === 'drifted' ? 'wrong' : row.verdict === 'invalid' ? 'unknown' : 'fine',
        // Fresh replies confirmed it within the run.
        forRuns: 1,
        except,
        about: {
          kind: 'drift',
          prompt: path,
          model: row.model,
          began: row.since?.at ?? report.startedAt,
          found: foundIn(row),
          cases: row.cases,
          served: row.served,
          servedBefore: row.servedBefore ?? row.served,
        },
      }),
    ),
  );
}

/** Names of what moved, as people know it. */
function foundIn({ found }: DriftRow): readonly string[] {
  const names = found.map(({ layer, channel = '' }) => {
    if (layer === 'served') return 'the model that answers';
    if (layer === 'tokens') return 'how input tokens count';
    return channel.startsWith('metric:') ? channel.slice('metric:'.length) : (channels[channel] ?? channel);
  });
  return [...new Set(names)];
}

const channels: Readonly<Record<string, string>> = {
  score: 'score',
  case: 'single cases',
  pass: 'pass rate',
  refusal: 'refusals',
  length: 'length of replies',
  latency: 'time of replies',
  cost: 'cost of replies',
  distance: 'distance from earlier replies',
};
