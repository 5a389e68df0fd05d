import type { AnyRequest } from '../../core/call.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { gradesLikePeople } from '../../core/scoring/grades-like-people.ts';
import { judgedChecks } from '../../core/scoring/judged-checks.ts';
import { mostJudgedAgain, mostLabels } from './judge-reliability.ts';
import type { RequestsOfReply } from './requests-of-cell.ts';

/** A cell with what stands for its questions, and how many replies it will have. */
export type CellToMeasure = {
  readonly cell: DesignCell;
  readonly requests: readonly RequestsOfReply[];
  readonly replies: { readonly low: number; readonly usual: number; readonly high: number };
};

type Times = { readonly request: AnyRequest; readonly low: number; readonly usual: number; readonly high: number };

/**
 * What measuring the judge takes: some replies graded again (not where votes tell it already, and never conversations),
 * and the replies that people labelled graded once each.
 */
export function requestsOfMeasuring(
  cells: readonly CellToMeasure[],
  votes: number,
  kinds: CheckKinds,
): readonly Times[] {
  const graded = cells.filter(
    ({ cell, requests }) => cell.scenario === undefined && requests.some(({ grades }) => grades === true),
  );
  const share = (of: 'low' | 'usual' | 'high') => {
    const all = graded.reduce((sum, { replies }) => sum + replies[of], 0);
    return Math.min(1, mostJudgedAgain / Math.max(1, all));
  };
  const [low, usual, high] = [votes > 1 ? 0 : share('low'), votes > 1 ? 0 : share('usual'), share('high')];
  const again = graded.flatMap(({ requests, replies }) =>
    gradesIn(requests).map(({ request, perReply }) => ({
      request,
      low: low * replies.low * perReply.usual,
      usual: usual * replies.usual * perReply.usual,
      high: high * replies.high * perReply.most,
    })),
  );
  return [...again, ...labelled(graded, kinds)];
}

/** Each labelled case once, whatever models it is asked on. */
function labelled(graded: readonly CellToMeasure[], kinds: CheckKinds): readonly Times[] {
  const cases = new Map(
    graded
      .filter(({ cell: { exam } }) => exam.golden.label !== undefined && exam.golden.reference !== undefined)
      .filter(({ cell: { exam } }) => judgedChecks(exam.golden, kinds).some(gradesLikePeople))
      .map((one) => [JSON.stringify([one.cell.prompt, one.cell.exam.key]), one] as const),
  );
  return [...cases.values()].slice(0, mostLabels).flatMap(({ requests }) =>
    gradesIn(requests).map(({ request, perReply }) => ({
      request,
      low: perReply.usual,
      usual: perReply.usual,
      high: perReply.most,
    })),
  );
}

function gradesIn(requests: readonly RequestsOfReply[]): readonly RequestsOfReply[] {
  return requests.filter(({ grades }) => grades === true);
}
