import type { Design, DesignCell } from './design/design-review.ts';
import type { ExamCase } from './exam.ts';
import type { Check } from './golden-case.ts';
import { hash } from './hash.ts';
import type { Settings } from './settings/settings.ts';

/** What a verdict speaks of though nothing of it is asked: prompts that nothing guards or nobody can read, with why, and removed ones. */
export type JudgedBeside = {
  readonly unreviewed: readonly { readonly path: string; readonly why: string }[];
  readonly removed: readonly string[];
  /** Prompts that could not be judged, with what is wrong. */
  readonly broken: readonly { readonly path: string; readonly problems: readonly string[] }[];
  /** What this run may not do, which another run of the same may. */
  readonly withheld: readonly string[];
  /** What the team's programs are, by their versions; undefined where none is configured. */
  readonly programs?: string | undefined;
};

/**
 * Hash of all that a review judges: both sides' requests, the cases with their checks, and the gate. Two runs with
 * the same fingerprint would judge the same, so the second may take the verdict of the first over. Positions in
 * files, comments and what only shapes the presentation are left out.
 */
export function fingerprintOf(design: Design, settings: Settings, beside: JudgedBeside): string {
  const { maxCalls, maxCostUsd, timeoutMs } = settings;
  const { publishReplies, mask, overrides } = settings;
  const { gate, sampling, trials, judge, embeddings, simulate, scorers, applications, providers, prices } = settings;
  const { programs, ...besides } = beside;
  return hash({
    form: 4,
    prompts: design.prompts.map(({ change, cells, edits = [] }) => ({
      path: change.path,
      change: change.change,
      changed: change.exam.changed,
      cells: cells.map(judgedOf),
      ...(edits.length > 0 && { edits: edits.map(judgedOf) }),
    })),
    beside: besides,
    ...(programs !== undefined && { programs }),
    // What may have cut a verdict short.
    limits: { maxCalls, maxCostUsd, timeoutMs },
    gate: { ...gate, sampling, trials },
    ...(overrides.length > 0 && { overrides }),
    judges: { judge, embeddings, simulate, scorers: [...scorers] },
    ...(applications.size > 0 && { applications: [...applications] }),
    endpoints: [...providers].map(([name, { api, baseUrl, apiVersion = [] }]) =>
      [name, baseUrl, api === 'chat' ? [] : [api], apiVersion].flat(),
    ),
    prices: [...prices],
    // A comment that shows more than may be shown is not taken over.
    ...(publishReplies !== 'excerpt' && { publishReplies }),
    ...(mask && { mask }),
  });
}

function judgedOf({ row, exam, comparison }: DesignCell) {
  const { key, family, weight, version } = exam;
  return {
    row,
    key,
    family,
    weight,
    version,
    comparison,
    ...scoredByOf(exam),
  };
}

/** What of a case its replies are scored by. */
export function scoredByOf({ golden }: ExamCase) {
  const { context, reference, label, segment, min, callsAsText, scoring, earlier } = golden;
  return {
    read: {
      context,
      reference,
      label,
      segment,
      min,
      callsAsText,
      ...(scoring && { scoring }),
      ...(earlier && { earlier }),
    },
    checks: golden.checks.map(withoutPlace),
    notRun: golden.notRun.map(({ name }) => name),
  };
}

function withoutPlace({ at: _, ...check }: Check): Omit<Check, 'at'> {
  return check;
}
