import type { Spent } from '../../core/assemble/assemble-report.ts';
import { baselineCall, type Call } from '../../core/call.ts';
import { type CostOf, costOfAnswer } from '../../core/money/prices.ts';
import type { ScoreHistory, Store, TokenCounts } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import type { VersionHistory } from '../../core/version-history.ts';
import type { AskingSession } from '../review/review-ports.ts';
import type { Asking } from './create-asking.ts';
import { cancelled } from './not-asked.ts';
import { ServedRecord } from './served-record.ts';

/** The run's pool of calls as a review uses it, with a record of who served them. */
export function createSession({
  asking,
  store,
  costOf,
  runScorer,
  notes = () => [],
}: {
  readonly asking: Asking;
  readonly store: Store & ScoreHistory & VersionHistory & Partial<TokenCounts>;
  readonly costOf: CostOf;
  readonly runScorer: AskingSession['ask']['runScorer'];
  /** What a reader should know of how scorers ran. */
  readonly notes?: () => readonly string[];
}): AskingSession {
  const served = new ServedRecord(store);
  const byName = new Map<string, string>();
  const count = (call: Call, reply: Reply): Reply => {
    if (reply.kind === 'failed') return reply;
    const { model } = call.request;
    const list = reply.answer.billedUsd === undefined ? costOf.listOf?.(reply.answer.servedBy, model) : undefined;
    if (list !== undefined) byName.set(model, list);
    served.add(call, reply);
    return reply;
  };
  return {
    ask: {
      reply: async (call) => {
        // Reading thousands of kept replies is work too, and nobody waits for it any more.
        if (asking.mayAsk(0) === 'cancelled') return { kind: 'failed', call: call.id, ...cancelled };
        return count(call, await askOrTakeBaseline(call, asking, store));
      },
      kept: (call) => store.find(call),
      isKept: asking.isKept,
      runScorer,
    },
    priceOf: (cell, side, answer) => {
      const request = cell[side];
      return request === undefined ? undefined : costOfAnswer(request, answer, costOf);
    },
    mayAsk: asking.mayAsk,
    wouldBreak: asking.wouldBreak,
    stoppedBy: asking.stoppedBy,
    expect: asking.expect,
    stopped: () =>
      asking.spent().stopped.flatMap(({ message, takenOverBy }) => (takenOverBy === undefined ? [message] : [])),
    spent: () => ({
      ...describeSpent(asking.spent(), byName),
      served: served.served(costOf.knows ?? (() => false)),
      ...withRecounts(served.recounted()),
    }),
    notes: () => [...takenOver(asking.spent()), ...notes()],
    history: store,
    past: store,
    close: async () => store.close(),
  };
}

/**
 * An old side's reply that another comparison kept serves this one too while it is young enough. It is kept once more
 * under this comparison, marked, so that a later run takes the comparison over as it was.
 */
async function askOrTakeBaseline(call: Call, asking: Asking, store: Store): Promise<Reply> {
  if (call.baseline === undefined || isKept(call, store)) return asking.ask(call);
  const shared = baselineCall(call, call.baseline.copy);
  const kept = store.find(shared.id);
  if (kept !== undefined && kept.at >= call.baseline.notBefore) {
    await store.keep(call, { ...kept, baseline: true });
    return asking.ask(call);
  }
  const reply = await asking.ask(call);
  if (reply.kind === 'answered') await store.share(call, shared);
  return reply;
}

function withRecounts(recounted: NonNullable<Spent['recounted']>): Pick<Spent, 'recounted'> {
  return recounted.length === 0 ? {} : { recounted };
}

/** A provider whose fallback answers is no fault of the review; who answered what is for the reader to know. */
function takenOver({ stopped, answeredBy }: ReturnType<Asking['spent']>): readonly string[] {
  return stopped.flatMap(({ provider, message, takenOverBy }) => {
    if (takenOverBy === undefined) return [];
    const [own = 0, other = 0] = [provider, takenOverBy].map((name) => answeredBy.get(name));
    const calls = (count: number) => `${count} ${count === 1 ? 'call' : 'calls'}`;
    const share = own === 0 ? `all ${calls(other)}` : `${calls(other)}; ${provider} itself had answered ${own}`;
    return [`${provider} was down: its fallback, ${takenOverBy}, answered ${share}. ${message}`];
  });
}

function isKept({ id, notBefore = Number.NEGATIVE_INFINITY }: Call, store: Store): boolean {
  const own = store.find(id);
  return own !== undefined && own.at >= notBefore;
}

function describeSpent(
  spent: ReturnType<Asking['spent']>,
  byName: ReadonlyMap<string, string>,
): Omit<Spent, 'served' | 'recounted'> {
  const { made, byPurpose, kept, shared, failed, retried, costUsd, usdByModel, unpriced, adapted } = spent;
  const priced = made - [...unpriced.values()].reduce((sum, calls) => sum + calls, 0);
  return {
    calls: { made, kept, saved: shared, failed, retried, byPurpose },
    // Calls of which none has a known price cost an unknown sum, not none.
    costUsd: {
      ...(made > 0 && priced === 0 ? {} : { actual: costUsd }),
      ...(usdByModel.size === 0 ? {} : { models: [...usdByModel].map(([model, actual]) => ({ model, actual })) }),
      unpriced: [...unpriced.keys()],
      ...(byName.size === 0 ? {} : { byName: [...byName].map(([model, list]) => ({ model, list })) }),
    },
    adapted: [...adapted].map(([model, params]) => ({ model, params })),
  };
}
