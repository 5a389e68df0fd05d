import { scoreSlack } from '../statistics/stratum.ts';
import type { Verdict } from '../verdict.ts';
import type { Reason, ReasonKind } from './reason.ts';
import { muchMissing } from './worst-case.ts';

const asked = {
  suite: 'regressed',
  case: 'regressed',
  metric: 'regressed',
  'failing-case': 'failing',
  'min-score': 'regressed',
  cost: 'regressed',
  cap: 'regressed',
  latency: 'regressed',
  missing: 'invalid',
  'unanswered-case': 'invalid',
  'unknown-price': 'invalid',
  'unknown-first-token': 'invalid',
  'own-edits': 'inconclusive',
  'other-question': 'inconclusive',
  'no-result': 'inconclusive',
  'out-of-steps': 'inconclusive',
  'own-budget': 'inconclusive',
  'empty-replies': 'invalid',
  'nothing-passes': 'unreviewed',
  leaning: 'inconclusive',
  'leaning-cost': 'inconclusive',
  'leaning-latency': 'inconclusive',
  'leaning-case': 'inconclusive',
  'tolerated-case': 'pass',
  blind: 'inconclusive',
  unproven: 'inconclusive',
  'missing-decides': 'inconclusive',
  answered: 'inconclusive',
  'kept-replies': 'inconclusive',
} as const satisfies Record<ReasonKind, Verdict>;

/** The verdict a reason asks for; `pass` for a mere note (a case under `cases: warn` or within the tolerance, one that was set aside, edits under `exam-changes: allow`, calls of the old prompt alone that no canned result fits, kept replies that were refuted). */
export function verdictOfReason(reason: Reason): Verdict {
  if (reason.kind === 'case' && !reason.blocks) return 'pass';
  if (reason.kind === 'kept-replies' && reason.refuted) return 'pass';
  if (reason.kind === 'unanswered-case' && reason.setAside) return 'pass';
  if (reason.kind === 'missing-decides' && isMuch(reason)) return 'invalid';
  if (reason.kind === 'own-edits' && reason.allowed) return 'pass';
  if (reason.kind === 'no-result' && reason.calls.every(({ side }) => side === 'old')) return 'pass';
  return asked[reason.kind];
}

function isMuch({ missing, of }: Extract<Reason, { readonly kind: 'missing-decides' }>): boolean {
  return missing.old + missing.new > muchMissing * of + scoreSlack;
}
