import { showModel } from '../../core/design/rows-of.ts';
import { canarySeries } from '../../core/drift/drawn-runs.ts';
import { type CanaryLine, type DriftLine, takenAsUsual } from '../../core/drift/drift-line.ts';
import type { CanaryRow } from '../../core/drift/drift-report.ts';
import { type CanaryState, confirmCanary, confirmsCanaryAt, followCanary } from '../../core/drift/follow-canary.ts';
import { canaryRow, rowName } from '../../core/drift/read-history.ts';
import type { Report } from '../../core/report/report.ts';
import type { ModelRef } from '../../core/row.ts';
import type { AskingSession, ReviewPorts } from '../review/review-ports.ts';
import { askCanary, type CanaryAsked } from './ask-canary.ts';
import type { DriftLimits, DriftPlace } from './drift-run.ts';

/** What the canaries of all models came to, and what they cost. */
export type CanariesWatched = {
  readonly rows: readonly CanaryRow[];
  readonly spent?: Pick<Report, 'calls' | 'costUsd'>;
};

/** Asks the canary of every model of the config, keeps what it heard, and has what is suspected confirmed by fresh replies. */
export async function watchCanaries(
  ports: ReviewPorts,
  place: DriftPlace,
  limits: DriftLimits,
): Promise<CanariesWatched> {
  const { settings } = place;
  if (settings.models.length === 0) return { rows: [] };
  // Log-probabilities come with whole answers alone.
  const own = { ...settings, maxCalls: limits.calls, maxCostUsd: limits.usd, limitsCost: true, stream: false };
  const session = await ports.openAsking(own, limits.calls);
  try {
    const rows: CanaryRow[] = [];
    for (const model of settings.models) rows.push(await watchCanary(model, session, place));
    return { rows, spent: session.spent() };
  } finally {
    await session.close();
  }
}

async function watchCanary(model: ModelRef, session: AskingSession, place: DriftPlace): Promise<CanaryRow> {
  const name = showModel(model);
  const { at, run, settings } = place;
  const earlier = place.rows.get(rowName(canaryRow, name)) ?? [];
  const asked: CanaryAsked = { model, name, at, run, round: 'first', earlier, setup: settings.drift.budget.setup };
  const { line, search, why } = await askCanary(asked, session);
  const taken = line !== undefined && place.accepted.has(rowName(canaryRow, name)) ? [takenAsUsual(line)] : [];
  const heard = [...(search === undefined ? [] : [search]), ...(line === undefined ? [] : [line]), ...taken];
  if (heard.length > 0) await place.keep(heard);
  const known: readonly DriftLine[] = [...earlier, ...heard];
  const state = line === undefined ? undefined : followCanary(known);
  if (line === undefined || state === undefined)
    return {
      model: name,
      verdict: why?.kind === 'failed' ? 'invalid' : 'baseline',
      served: [],
      runs: 0,
      ...(why === undefined ? {} : { why: why.what }),
      ...(why !== undefined || search === undefined
        ? {}
        : { searching: { tried: search.tried, found: search.found.length } }),
    };
  if (!state.suspected) return rowOf(name, state);
  const again = await askCanary({ ...asked, round: 'fresh', earlier: known }, session);
  const told = again.line === undefined ? undefined : confirmCanary(state, again.line);
  if (told === undefined)
    return {
      ...rowOf(name, state),
      verdict: 'invalid',
      why: 'something changed, but no fresh reply came to confirm it. The next run looks again.',
    };
  const confirmation: DriftLine = {
    kind: 'confirmation',
    version: line.version,
    at,
    run,
    prompt: canaryRow,
    model: name,
    layer: 'canary',
    confirmed: told.confirmed,
    p: told.p,
    alpha: confirmsCanaryAt,
    cases: [],
    replies: countReplies(again.line),
  };
  await place.keep([confirmation]);
  return rowOf(name, followCanary([...known, confirmation]) ?? state);
}

function countReplies(line: CanaryLine | undefined): number {
  return (line?.inputs ?? []).reduce((sum, { replies }) => sum + replies.length, 0);
}

function rowOf(model: string, state: CanaryState): CanaryRow {
  const { verdict, latest, runs, usual, distance, limit, since, ended, told } = state;
  const names = (line: CanaryLine | undefined): readonly string[] => (line?.served ?? []).map((one) => one.model);
  const began = runs[since ?? ended ?? -1];
  return {
    model,
    verdict,
    method: latest.method,
    served: names(latest),
    ...(began === undefined ? {} : { servedBefore: names(usual.at(-1)), since: { run: began.run, at: began.at } }),
    ...(ended === undefined ? {} : { ended: true as const }),
    ...(told === undefined ? {} : { told }),
    ...(distance === undefined ? {} : { distance }),
    ...(limit === undefined ? {} : { limit }),
    runs: runs.length,
    history: canarySeries(state),
  };
}
