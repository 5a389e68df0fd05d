import { type Call, callFor, type Request } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Side } from '../../core/side.ts';

/** One side of one trial, and whether its reply must be asked for this comparison alone. */
export type SideOfTrial = {
  readonly cell: DesignCell;
  readonly side: Side;
  readonly trial: number;
  /** Nothing kept from another comparison will do: a block rests on it. */
  readonly fresh: boolean;
};

/**
 * The call of a request on one side: its answer is kept for this comparison, it goes to the same service as the other
 * side's. An old side's may be answered by a kept reply, and so may that of a prompt without one: nothing is compared with it.
 * @param notBefore milliseconds since 1970: how old such a kept reply may be; absent: none will do
 */
export function callOfSide(
  { cell, side, trial, fresh }: SideOfTrial,
  request: Request,
  notBefore: number | undefined,
): Call {
  const scope = fresh ? `${cell.comparison} asked afresh` : cell.comparison;
  const mayKeep = (side === 'old' || cell.old === undefined) && !fresh && !cell.identical && notBefore !== undefined;
  return {
    ...callFor(request, trial, 'reply', scope),
    side,
    pair: `${scope} ${cell.row} ${trial}`,
    ...(mayKeep ? { baseline: { notBefore, copy: cell.copy } } : {}),
  };
}
