import type { CanaryRow, DriftReport } from '../../core/drift/drift-report.ts';
import { showCount, showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, quote, say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';

/** Canaries of which something is to be said, the loudest first. */
export function canariesToTell({ canaries = [] }: DriftReport): readonly CanaryRow[] {
  const order = ['drifted', 'invalid', 'baseline', 'steady'] as const;
  return canaries.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** What a drifted canary says in one sentence. */
export function wordCanaryHeadline({ model, told, since, served }: CanaryRow): Phrase {
  const day = since === undefined ? [] : say` since ${quote(showDay(since.at))}`;
  return told === 'served'
    ? say`${model} is answered by ${listNames(served)}${day}.`
    : say`${model} is a different model${day}: its canary changed.`;
}

/** Where a model's canary stands, a sentence each. */
export function wordCanary(row: CanaryRow): readonly Phrase[] {
  const { verdict, model, why, searching, runs, servedBefore, told } = row;
  if (why !== undefined)
    return [
      verdict === 'invalid'
        ? say`The canary of ${model} is inconclusive: ${why}`
        : say`No canary can watch ${model}: ${why}`,
    ];
  if (searching !== undefined)
    return [
      say`The canary of ${model} is still looking for its inputs: ${own(`${showCount(searching.tried)} tried, ${searching.found} found.`)}`,
      own('The next run continues.'),
    ];
  if (verdict === 'drifted')
    return [
      wordCanaryHeadline(row),
      ...(told === 'served' && servedBefore !== undefined && servedBefore.length > 0
        ? [say`${listNames(servedBefore)} answered before.`]
        : [own(wordDistance(row))]),
      own(
        'Run the golden cases to see whether it is worse. Pin a dated version if there is one, or accept this as the new normal.',
      ),
    ];
  if (row.ended === true) return [say`${model} is as before again.`];
  if (verdict === 'baseline')
    return [say`The canary of ${model} has no reference yet: ${own(showNumberOf(runs, 'run'))} so far.`];
  return [say`The canary of ${model} is as usual.`, own(wordDistance(row))];
}

/** How far from the reference, and what it may be. */
function wordDistance({ method, distance, limit }: CanaryRow): string {
  if (distance === undefined || limit === undefined) return '';
  const [is, most] = [distance, limit].map((value) => value.toFixed(3));
  return method === 'logprobs'
    ? `The log-probabilities of its first token differ from the reference by ${is} on average; up to ${most} is usual.`
    : `Its answers to near ties differ from the reference by ${is} of 1; up to ${most} is usual.`;
}
