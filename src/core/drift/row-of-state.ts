import { channelOf, onScale } from './channels.ts';
import { caseSeries, mean, meanOf, mostShown, usualScore } from './drawn-runs.ts';
import { type Drift, type Layer, servedBy } from './drift.ts';
import type { DriftRun } from './drift-line.ts';
import type { DriftEnd, DriftRow } from './drift-report.ts';
import { findFingerprintChange } from './follow-fingerprint.ts';
import type { RowState } from './follow-row.ts';

/** What is told of a row. @param watched layers of which an alarm counts */
export function rowOfState(state: RowState, watched: readonly Layer[]): DriftRow {
  const { latest, runs } = state;
  const drift = seen(state.drift ?? state.ended, watched);
  const replies = latest.cases.map(({ values, missing }) => ({
    missing,
    of: missing + Math.max(0, ...Object.values(values).map((held) => held.length)),
  }));
  const missing = replies.reduce((sum, one) => ({ missing: sum.missing + one.missing, of: sum.of + one.of }), {
    missing: 0,
    of: 0,
  });
  const changed = findFingerprintChange(runs);
  const print = changed?.isOver === true ? undefined : changed;
  // Off unless it is named: it changes with every deployment.
  const wasTold = changed?.isClear === true && changed.wasWatched;
  const isOther = print !== undefined && wasTold && watched.includes('fingerprint');
  const verdict =
    isOther || (drift !== undefined && state.drift !== undefined)
      ? 'drifted'
      : state.verdict === 'drifted'
        ? 'steady'
        : state.verdict;
  // What still stands of it is not watched: it is over where all that is has ended.
  const unseen = state.drift?.recovered === true ? 'over' : 'no-longer-asked';
  const printEnded = print === undefined ? 'over' : 'no-longer-asked';
  const ofPrint = wasTold && !isOther ? printEnded : undefined;
  const settled = state.drift !== undefined && drift === undefined ? unseen : (state.settled ?? ofPrint);
  const isSilent = missing.of > 0 && missing.missing === missing.of;
  // Whether the model or the judge moved is not known, which is no quiet day either.
  const isUnsure = state.unsure === true && watched.includes('cases');
  const shown = runs.slice(-mostShown);
  const at = print?.at ?? 0;
  const cases = [...new Set((drift?.found ?? []).flatMap((one) => one.cases))];
  const usual = usualScore(state.usual);
  return {
    model: latest.model,
    // A run without any reply says nothing of the model, and must not pass for a quiet day.
    verdict: isSilent || (isUnsure && verdict !== 'drifted') ? 'invalid' : verdict,
    ...(isUnsure ? { unsure: 'judge' as const } : {}),
    served: servedBy(latest),
    ...(print === undefined
      ? {}
      : { fingerprint: { before: print.before, now: print.now, since: placeOf(runs, print.at) } }),
    ...(drift === undefined ? {} : { servedBefore: drift.servedBefore, since: sinceOf(drift) }),
    ...(drift === undefined && isOther
      ? { servedBefore: servedBy(runs[at - 1]), since: sinceOf({ since: { at, from: at, to: at }, runs }) }
      : {}),
    ...(drift !== undefined && state.drift === undefined && !isOther ? { ended: true } : {}),
    ...(settled === undefined ? {} : { settled }),
    layers: state.layers.filter(({ layer }) => watched.includes(layer)),
    found: [
      ...(drift?.found ?? []).map(({ layer, channel, towards }) => ({
        layer,
        ...(channel === undefined ? {} : { channel }),
        ...(towards === undefined ? {} : { towards: towards === 1 ? ('higher' as const) : ('lower' as const) }),
      })),
      ...(isOther ? [{ layer: 'fingerprint' as const }] : []),
    ],
    cases,
    ...(cases.length === 0 ? {} : { caseHistory: caseSeries(shown, cases) }),
    metrics: metricsOf(state),
    ...(usual === undefined ? {} : { usualScore: usual }),
    history: shown.map((run) => {
      const [served] = servedBy(run);
      return { at: run.at, score: meanOf(run, 'score'), ...(served === undefined ? {} : { served }) };
    }),
    runs: runs.length,
    missing,
  };
}

/**
 * Where a row stands for those who were told that it drifted. Runs that are no baseline yet do not tell whether it is over.
 */
export function standingOf({
  verdict,
  settled,
}: Pick<DriftRow, 'verdict' | 'settled'>): 'drifted' | 'unknown' | DriftEnd {
  if (verdict === 'drifted') return 'drifted';
  if (verdict === 'invalid') return 'unknown';
  return settled ?? (verdict === 'baseline' ? 'unknown' : 'began-anew');
}

/** Without what the config does not watch; undefined where nothing is left. */
function seen(drift: Drift | undefined, watched: readonly Layer[]): Drift | undefined {
  const found = drift?.found.filter(({ layer }) => watched.includes(layer)) ?? [];
  return drift === undefined || found.length === 0 ? undefined : { ...drift, found };
}

function placeOf(runs: readonly DriftRun[], at: number): { readonly run: string; readonly at: string } {
  const run = runs[at];
  return { run: run?.run ?? '', at: run?.at ?? '' };
}

function sinceOf({ since, runs }: Pick<Drift, 'since' | 'runs'>): NonNullable<DriftRow['since']> {
  return { ...placeOf(runs, since.at), from: placeOf(runs, since.from), to: placeOf(runs, since.to) };
}

/** Means over the cases that the baseline knows, so that like is held to like. */
function metricsOf({ latest, baseline }: RowState): DriftRow['metrics'] {
  const names = new Set(latest.cases.flatMap(({ values }) => Object.keys(values)));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const channel = channelOf(name);
      if (channel === undefined) return [];
      const pairs = latest.cases.flatMap((one) => {
        const [usual, values] = [baseline.of(one, name), one.values[name] ?? []];
        if (usual === undefined || usual.count === 0 || values.length === 0) return [];
        return [{ usual: usual.mean, now: mean(values.map((value) => onScale(value, channel))) }];
      });
      if (pairs.length === 0) return [];
      const back = (value: number): number => (channel.scale === 'size' ? Math.exp(value) : value);
      return [
        [
          name,
          { usual: back(mean(pairs.map(({ usual }) => usual))), now: back(mean(pairs.map(({ now }) => now))) },
        ] as const,
      ];
    }),
  );
}
