import { canonicalJson } from '../json.ts';
import type { Settings } from './settings.ts';

type Gate = Settings['gate'];

/** What both of two settings ask of a prompt: of the gate and of edits of its cases the stricter, the models of both. */
export function stricterSettings(one: Settings, other: Settings): Settings {
  const asked = new Set(one.models.map(canonicalJson));
  return {
    ...one,
    gate: stricterGate(one.gate, other.gate),
    examChanges: stricterExam(one.examChanges, other.examChanges),
    models: [...one.models, ...other.models.filter((model) => !asked.has(canonicalJson(model)))],
  };
}

const leniency = ['strict', 'ratchet', 'allow'] as const satisfies readonly Settings['examChanges'][];

export function stricterExam(one: Settings['examChanges'], other: Settings['examChanges']): Settings['examChanges'] {
  return leniency.find((policy) => policy === one || policy === other) ?? one;
}

/** Key by key what blocks more. A larger alpha does: it is the chance of a false block that is taken. */
function stricterGate(one: Gate, other: Gate): Gate {
  const { minScore: _, costLimit: __, costCap: ___, outputCap: ____, latencyLimit: _____, ...others } = one;
  const { latencyOf: ______, repeats: _______, ...rest } = others;
  const minScore = ofSet(Math.max, one.minScore, other.minScore);
  const costLimit = ofSet(Math.min, one.costLimit, other.costLimit);
  const costCap = ofSet(Math.min, one.costCap, other.costCap);
  const outputCap = ofSet(Math.min, one.outputCap, other.outputCap);
  return {
    ...rest,
    alpha: Math.max(one.alpha, other.alpha),
    tolerance: Math.min(one.tolerance, other.tolerance),
    margin: Math.min(one.margin, other.margin),
    cases: one.cases === 'block' ? one.cases : other.cases,
    // What repeats proves sooner as a fact than as one draw.
    ...(one.repeats === 'chance' && other.repeats === 'chance' && { repeats: 'chance' }),
    metrics: stricterMetrics(one.metrics, other.metrics),
    ...(minScore !== undefined && { minScore }),
    ...(costLimit !== undefined && { costLimit }),
    ...(costCap !== undefined && { costCap }),
    ...(outputCap !== undefined && { outputCap }),
    ...stricterLatency(one, other),
  };
}

/** Only one latency of a prompt is limited: of limits on different ones the lower number holds. */
function stricterLatency(one: Gate, other: Gate): Pick<Gate, 'latencyLimit' | 'latencyOf'> {
  const limits = [one, other].flatMap(({ latencyLimit, latencyOf }) =>
    latencyLimit === undefined ? [] : [{ latencyLimit, ...(latencyOf !== undefined && { latencyOf }) }],
  );
  return limits.toSorted((a, b) => a.latencyLimit - b.latencyLimit)[0] ?? {};
}

function stricterMetrics(one: Gate['metrics'], other: Gate['metrics']): Gate['metrics'] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const held = (name: string) => [one, other].flatMap((all) => (Object.hasOwn(all, name) ? (all[name] ?? []) : []));
  return Object.fromEntries(
    names.map((name) => [name, { tolerance: Math.min(...held(name).map(({ tolerance }) => tolerance)) }]),
  );
}

/** Picks among the limits that are set. */
function ofSet(pick: (...limits: number[]) => number, ...limits: readonly (number | undefined)[]): number | undefined {
  const set = limits.filter((limit) => limit !== undefined);
  return set.length === 0 ? undefined : pick(...set);
}
