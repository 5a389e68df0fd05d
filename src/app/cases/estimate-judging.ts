import type { DesignCell } from '../../core/design/design-review.ts';
import { estimateCost } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import type { ReviewEstimate } from '../review/estimate-review.ts';
import { questionsOfCell } from '../review/requests-of-cell.ts';

/** What is to be asked of a cell: replies, and judgements of replies and of labelled texts. */
export type ToAsk = { readonly cell: DesignCell; readonly replies: number; readonly judgements: number };

/** What measuring a judge will take. Kept replies and judgements are not known yet: they only make it less. */
export function estimateJudging(asked: readonly ToAsk[], settings: Settings, costOf: CostOf): ReviewEstimate {
  const estimate = (size: 'usual' | 'most') =>
    estimateCost(
      asked.flatMap(({ cell, replies, judgements }) => [
        ...(cell.new === undefined ? [] : [{ request: cell.new, times: replies }]),
        ...questionsOfCell(cell, settings, checkKinds).map(({ request, perReply }) => ({
          request,
          times: judgements * perReply[size],
        })),
      ]),
      costOf,
    );
  const [low, high] = [estimate('usual'), estimate('most')];
  return { first: low, low, high };
}
