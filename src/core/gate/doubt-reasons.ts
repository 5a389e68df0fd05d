import { probabilitySlack, scoreSlack } from '../statistics/stratum.ts';
import { isBroken } from './case-look.ts';
import type { CaseComparison, Comparison, RowComparison, TestResult } from './comparison.ts';
import type { Reason } from './reason.ts';
import type { GateSettings } from './settings.ts';
import { caseLeans, leaningAlpha, suiteLeans } from './suite-look.ts';

/** Why a row that is not regressed does not pass: leaning, blind, unproven, or decided by what is missing. */
export function doubtReasons(
  row: RowComparison,
  { rows, leaning }: Pick<Comparison, 'rows' | 'leaning'>,
  settings: GateSettings,
): readonly Reason[] {
  const { row: id, score, wouldSee, answered, missing } = row;
  const { tolerance, margin } = settings;
  const reasons: Reason[] = [];
  const alpha = leaningAlpha(settings.alpha, rows.length, 'row');
  if (score.p !== null && score.delta !== null && suiteLeans(score.p, score.delta, { alpha, tolerance })) {
    reasons.push({ kind: 'leaning', row: id, p: score.p, alpha, delta: score.delta, tolerance });
  }
  reasons.push(...limitDoubt(row, rows.length, settings));
  for (const one of row.cases) reasons.push(...caseDoubt(id, one, { tolerance, leaning }));
  // Where nothing could fall, more replies would prove no more.
  const idle = wouldSee.couldFall?.cases === 0;
  if (!idle && settings.sampling === 'confirm' && row.cases.length > 0 && (score.low ?? -1) < -margin - scoreSlack) {
    reasons.push({ kind: 'unproven', row: id, low: score.low, margin });
  }
  if (wouldSee.blind !== undefined) reasons.push({ kind: 'blind', row: id, ...wouldSee.blind });
  if (row.worstCaseFails) {
    reasons.push({
      kind: 'missing-decides',
      row: id,
      missing: { old: missing.old.missing, new: missing.new.missing },
      of: missing.old.of + missing.new.of,
    });
  }
  if (answered !== null && answered.p <= answeredAlpha(settings) + probabilitySlack) {
    reasons.push({
      kind: 'answered',
      row: id,
      p: answered.p,
      alpha: answeredAlpha(settings),
      old: answered.old,
      new: answered.new,
    });
  }
  return reasons;
}

/** p up to which a cost or a latency beyond its limit is told, though chance is not ruled out: shared by the rows. */
const doubtfulLimit = 0.2;

/** Beyond a limit with too few replies to rule out chance: what is not proven is no pass, and no block. */
function limitDoubt({ row, cost, latency }: RowComparison, rows: number, settings: GateSettings): readonly Reason[] {
  const reasons: Reason[] = [];
  const { costLimit, latencyLimit, latencyOf = 'p50' } = settings;
  if (costLimit !== undefined && cost.old !== null && cost.new !== null && isDoubtful(cost, rows)) {
    const { old, new: now, increase, test } = cost;
    if (now > old * (1 + costLimit) * (1 + scoreSlack))
      reasons.push({ kind: 'leaning-cost', row, p: test.p, old, new: now, increase, limit: costLimit });
  }
  if (latencyLimit !== undefined && latency.old !== null && latency.new !== null && isDoubtful(latency, rows)) {
    const { old, new: now, increase, test } = latency;
    const told = latencyOf === 'p50' ? {} : { of: latencyOf };
    if (increase !== null && increase > latencyLimit + scoreSlack)
      reasons.push({ kind: 'leaning-latency', row, ...told, p: test.p, old, new: now, increase, limit: latencyLimit });
  }
  return reasons;
}

type Limit = Pick<RowComparison['cost'], 'test' | 'rejection'>;

/** Whether a limit's test does not reject and is near it, or says all that so few replies can. */
function isDoubtful<Of extends Limit>(limit: Of, rows: number): limit is Of & { readonly test: TestResult } {
  const { test, rejection } = limit;
  if (test === null || rejection !== null || test.p > doubtfulLimit + probabilitySlack) return false;
  const isExtreme = test.better >= 1 - probabilitySlack;
  return isExtreme || test.p <= doubtfulLimit / rows + probabilitySlack;
}

/**
 * p from which losing more replies than before is told: twice alpha, since it only holds back a pass, and lost replies are few.
 */
function answeredAlpha({ alpha }: GateSettings): number {
  return 2 * alpha;
}

/** Why the rows together lean. */
export function pooledDoubt({ pooled, rows }: Comparison, settings: GateSettings): readonly Reason[] {
  if (pooled === null || pooled.delta === null) return [];
  const alpha = leaningAlpha(settings.alpha, rows.length, 'pooled');
  const { p, delta } = pooled;
  const { tolerance } = settings;
  return suiteLeans(p, delta, { alpha, tolerance }) ? [{ kind: 'leaning', row: null, p, alpha, delta, tolerance }] : [];
}

/** A case that is probably broken, or surely worse by less than what gates; a note where that is within the tolerance. */
export function caseDoubt(
  row: string,
  one: CaseComparison,
  { tolerance, leaning }: { readonly tolerance: number; readonly leaning: number },
): readonly Reason[] {
  const { case: name, p, delta, confirmed } = one;
  const told = { kind: 'leaning-case', row, case: name, alpha: leaning, confirmed: false } as const;
  const fall = one.falls.find((part) => part.confirmed === null && caseLeans(part.p, part.delta, leaning));
  const leans = confirmed === null && caseLeans(p, delta, leaning);
  if (!leans && fall !== undefined && fall.p !== null && one.falls.every((part) => part.confirmed === null)) {
    const { check, old, new: now } = fall;
    return [{ ...told, p: fall.p, delta: fall.delta, fall: { check, old, new: now } }];
  }
  if (p === null || delta === null) return [];
  if (confirmed === null) return leans ? [{ ...told, p, delta }] : [];
  if (isBroken(confirmed.delta)) return [];
  const { alpha, round } = confirmed;
  // A drop that would be accepted of all cases together is accepted of one.
  const tolerated = Math.min(delta, confirmed.delta) >= -tolerance - scoreSlack;
  return tolerated
    ? [{ kind: 'tolerated-case', row, case: name, round, p, alpha, delta, tolerance }]
    : [{ kind: 'leaning-case', row, case: name, p, alpha, delta, confirmed: true }];
}
