import type { Report, ReportPrompt, ReportRow } from '../core/report/report.ts';

/** What a graded check, or a metric of the gate, came to on a row; `part` says what it does to the verdict. */
export type GradedMetric = {
  readonly prompt: ReportPrompt;
  readonly row: ReportRow;
  readonly name: string;
  /** The mean over all checks of a kind that go by several names. */
  readonly together: boolean;
  readonly mean: ReportRow['metrics'][string];
  readonly part: 'gates' | 'advises' | 'shown';
};

/** The metrics that are more than a count of passes, those that fell most first: graded checks, and all that the gate names. */
export function gradedMetrics(report: Report): readonly GradedMetric[] {
  const advises = new Set(report.judge?.advises?.map(({ metric }) => metric) ?? []);
  const all = report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) => {
      const graded = gradedNames(row);
      return Object.entries(row.metrics).flatMap(([name, mean]): GradedMetric[] => {
        const part = mean.gated ? 'gates' : advises.has(name) ? 'advises' : 'shown';
        const together = graded.get(name) === 'kind';
        return part === 'shown' && !graded.has(name) ? [] : [{ prompt, row, name, together, mean, part }];
      });
    }),
  );
  return all.toSorted((a, b) => (a.mean.delta ?? 0) - (b.mean.delta ?? 0));
}

/** Kinds and names of the graded checks of a row; a kind whose checks all go by one name of their own is told by that name. */
function gradedNames({ cases, metrics }: ReportRow): ReadonlyMap<string, 'kind' | 'check'> {
  const byKind = new Map<string, Set<string>>();
  for (const { replies } of cases)
    for (const { checks } of replies)
      for (const check of checks) {
        if (check.kind === 'unscored' || check.binary) continue;
        const names = byKind.get(check.scorer) ?? new Set();
        byKind.set(check.scorer, names.add(check.check));
      }
  return new Map(
    [...byKind].flatMap(([kind, names]): (readonly [string, 'kind' | 'check'])[] => {
      const [only, ...others] = names;
      const alone = only !== undefined && others.length === 0 && Object.hasOwn(metrics, only);
      const own = [...names].map((name) => [name, 'check'] as const);
      return alone ? own : [[kind, names.size > 1 ? 'kind' : 'check'], ...own];
    }),
  );
}
