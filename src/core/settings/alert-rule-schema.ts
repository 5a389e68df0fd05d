import { z } from 'zod';
import { alertMetrics, isKnownMetric, type RuleWay, ruleWays, unitOf } from './alert-metrics.ts';
import { duration, share } from './written-values.ts';

const day = 86_400_000;

const runs = z.union([
  z.int().min(1).max(30),
  z
    .string()
    .regex(/^(?:[1-9]|[12]\d|30) runs?$/u, { error: 'must be a number of runs, such as `2 runs`' })
    .transform((written) => Number.parseInt(written, 10)),
]);

const days = duration
  .refine((ms) => ms % day === 0 && ms >= 3 * day && ms <= 90 * day, {
    error: 'must be whole days, from `3d` to `90d`',
  })
  .transform((ms) => ms / day);

/** A value in the unit of the metric, or as people write it: `5%`, `2s`. */
const limit = z.union([z.number(), z.string()]);

const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('Only calls of that name; `*` watches each by itself.')
  .optional();

/** What is watched of production, and when somebody is told. */
export const alertRule = z
  .strictObject({
    metric: z
      .union([z.enum(alertMetrics), z.string().trim().min(1).max(200)])
      .describe('What is watched: one of these, or a judged check that `monitor.quality.metrics` names.'),
    below: limit.optional(),
    above: limit.optional(),
    rises: share.optional().describe('By more than this share of what it was in the days before, such as `30%`.'),
    falls: share.optional(),
    against: days.prefault('7d').describe('Days before, with which `rises` and `falls` compare.'),
    segment: name,
    model: name,
    prompt: name,
    for: runs.default(1).describe('Runs in a row that must find it, such as `2 runs`.'),
  })
  .superRefine((rule, context) => {
    const written = ruleWays.filter((way) => rule[way] !== undefined);
    if (written.length !== 1) {
      const message = 'must say one of `below`, `above`, `rises` and `falls`';
      context.addIssue({ code: 'custom', path: [], input: rule, message });
    }
    for (const way of ['below', 'above'] as const) {
      const value = rule[way];
      const refusal = value === undefined ? undefined : refusalOf(rule.metric, value);
      if (refusal === undefined) continue;
      context.addIssue({ code: 'custom', path: [way], input: value, message: `must be ${refusal}` });
    }
  })
  .transform(({ metric, below, above, rises, falls, against, segment, model, prompt, for: forRuns }): AlertRule => {
    const ways = { below, above, rises, falls };
    const way = ruleWays.find((one) => ways[one] !== undefined) ?? 'above';
    const written = ways[way];
    const unread = typeof written === 'string' && limitOf(metric, written) === undefined ? written : undefined;
    return {
      metric,
      way,
      limit: limitOf(metric, written ?? 0) ?? 0,
      ...(unread === undefined ? {} : { unread }),
      against,
      forRuns,
      ...(segment === undefined ? {} : { segment }),
      ...(model === undefined ? {} : { model }),
      ...(prompt === undefined ? {} : { prompt }),
    };
  });

export type AlertRule = {
  /** One of `alertMetrics`, or the name of a judged check. */
  readonly metric: string;
  readonly way: RuleWay;
  /** In the unit of the metric; of `rises` and `falls` a share. */
  readonly limit: number;
  /** Days. */
  readonly against: number;
  readonly forRuns: number;
  /** What is written as the limit and is none, of a metric that may be a judged check: no config that was read has it. */
  readonly unread?: string;
  /** `*`: each by itself. */
  readonly segment?: string;
  readonly model?: string;
  readonly prompt?: string;
};

/** What limits are written as. */
export const limitForms = {
  dollars: 'dollars, such as 0.02',
  tokens: 'tokens, such as 1500',
  milliseconds: 'a time with its unit, such as `8s` or `800ms`',
  share: 'a share such as `5%` or 0.05',
  characters: 'characters, such as 400',
  calls: 'calls a day, such as 1000',
  score: 'a score such as 7',
} as const;

/** What a limit must be, where it cannot be meant as it is written. */
function refusalOf(metric: string, written: number | string): string | undefined {
  const unit = unitOf(metric);
  // Eight of what, nobody can tell.
  if (unit === 'milliseconds' && typeof written === 'number' && written > 0)
    return `a time with its unit: \`${written}s\` or \`${written}ms\``;
  const limit = limitOf(metric, written);
  if (limit === undefined) return isKnownMetric(metric) ? limitForms[unit] : undefined;
  if (unit !== 'share' || limit < 1 || written === '100%') return undefined;
  return typeof written === 'number' && written <= 100
    ? `a share such as \`${written}%\` or ${Number((written / 100).toPrecision(6))}, since ${written} is ${written * 100}%`
    : 'at most `100%`, since it is a share of calls';
}

/** @returns undefined for what is no value of the metric */
function limitOf(metric: string, written: number | string): number | undefined {
  const unit = unitOf(metric);
  // A tone may be below 0.
  if (typeof written === 'number') return written >= 0 || unit === 'score' ? written : undefined;
  const read =
    unit === 'share' ? share.safeParse(written) : unit === 'milliseconds' ? duration.safeParse(written) : undefined;
  return read?.success === true ? read.data : undefined;
}
