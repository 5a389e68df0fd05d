import { sides } from '../side.ts';
import { scoreSlack } from '../statistics/slack.ts';
import type { Comparison, RowComparison } from './comparison.ts';
import type { Reason } from './reason.ts';
import type { GateSettings } from './settings.ts';

/** Share of a side's replies, and of a row's cases, that may be missing. */
const mostMissing = 0.1;

/** Why a row could not be judged honestly: replies missing or all empty, a case without any, a price unknown under a cost limit. */
export function honestyReasons(
  row: RowComparison,
  kind: Comparison['kind'],
  settings: GateSettings,
): readonly Reason[] {
  const { row: id } = row;
  const { old: before, new: now } = row.replies;
  const isEmpty = now.of > 0 && now.empty === now.of;
  const side = before.of > 0 && before.empty === before.of ? 'both' : 'new';
  const empty: readonly Reason[] = isEmpty
    ? [{ kind: 'empty-replies', row: id, side, of: side === 'both' ? before.of + now.of : now.of }]
    : [];
  const judged = kind === 'new-only' ? (['new'] as const) : sides;
  const unanswered = row.cases.filter((one) => judged.some((side) => one[side].of === 0));
  const setAside = unanswered.length <= mostMissing * row.cases.length + scoreSlack;
  const lacking = judged.flatMap((side): readonly Reason[] => {
    const { missing, of } = row.missing[side];
    const reasons: Reason[] = [];
    // A case that is set aside was asked over and over: it counts once, among the cases.
    const counted = row.cases.filter((one) => !(setAside && unanswered.includes(one))).map((one) => one[side]);
    const lost = counted.reduce((sum, tally) => sum + tally.missing, 0);
    const asked = counted.reduce((sum, tally) => sum + tally.missing + tally.of, 0);
    if (lost > mostMissing * asked + scoreSlack) reasons.push({ kind: 'missing', row: id, side, missing, of });
    for (const one of unanswered)
      if (one[side].of === 0) reasons.push({ kind: 'unanswered-case', row: id, case: one.case, side, setAside });
    if (settings.costLimit !== undefined && kind === 'both' && row.cost[side] === null && of > missing) {
      reasons.push({ kind: 'unknown-price', row: id, side });
    }
    return reasons;
  });
  return [...empty, ...lacking];
}
