import { readDefaultChecks } from '../../core/cases/read-default-checks.ts';
import type { CheckKind } from '../../core/check-kind.ts';
import type { Check } from '../../core/golden-case.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { judgedChecks } from '../../core/scoring/named-checks.ts';
import type { QualitySettings } from '../../core/settings/monitor-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { suggestNearest } from '../../core/suggest-nearest.ts';
import { checkKinds } from '../../scorers/index.ts';
import { missingKeys, missingRoles } from '../review/missing-roles.ts';

/** What calls are judged by: a check that a model grades, under the name it is asked for by. */
export type JudgedMetric = { readonly metric: string; readonly check: Check; readonly kind: CheckKind };

const always = ['helpfulness', 'sentiment'] as const;

/**
 * The checks that metrics of the config name. `helpfulness` and `sentiment` are always there; others are judged checks under `defaults`.
 * @param key where the config lists them, as messages name it
 * @throws ProblemError where one is not known, or what it needs is not configured: nothing is read in vain
 */
export function chooseMetrics(
  { metrics: listed }: Pick<QualitySettings, 'metrics'>,
  settings: Settings,
  hasKey: (provider: string) => boolean,
  key = 'monitor.quality.metrics',
): readonly JudgedMetric[] {
  const defaults = readDefaultChecks(settings.defaultChecks, checkKinds);
  const at = { file: settings.configFile };
  const empty = { id: '', tags: [], weight: 1, vars: {}, context: [], history: [], notRun: [], at };
  const written = judgedChecks({ ...empty, checks: defaults.checks }, checkKinds).map(({ check }) => check);
  const plain = always
    .filter((kind) => !written.some((check) => check.kind === kind))
    .map((kind): Check => {
      return { kind, name: kind, argument: null, options: {}, weight: 0, required: false, at };
    });
  const known = [...written, ...plain];
  const [faulty, ...faults] = defaults.problems;
  if (faulty !== undefined) throw new ProblemError(faulty, ...faults);
  const problems: Problem[] = [];
  const chosen = [...new Set(listed)].flatMap((metric): readonly JudgedMetric[] => {
    const named = known.filter(({ name }) => name === metric);
    const found = named.length > 0 ? named : known.filter(({ kind }) => kind === metric);
    const [check, ...others] = found;
    const kind = check && checkKinds.get(check.kind);
    if (check !== undefined && kind !== undefined && others.length === 0) return [{ metric, check, kind }];
    problems.push(unknownMetric(metric, key, found, known));
    return [];
  });
  problems.push(
    ...missingRoles(
      chosen.map(({ check }) => check),
      settings,
      checkKinds,
    ),
  );
  const providers = [settings.judge, settings.embeddings].flatMap((role) => role?.provider ?? []);
  problems.push(...missingKeys(new Set(providers), settings, hasKey));
  const [problem, ...more] = problems;
  if (problem !== undefined) throw new ProblemError(problem, ...more);
  return chosen;
}

function unknownMetric(metric: string, key: string, found: readonly Check[], known: readonly Check[]): Problem {
  const names = known.map(({ name }) => name);
  const nearest = suggestNearest(metric, names);
  const hint =
    nearest === undefined
      ? `the metrics are ${names.map((name) => `\`${name}\``).join(', ')}.`
      : `did you mean \`${nearest}\`?`;
  const what =
    found.length > 1
      ? `\`${metric}\` of \`${key}\` stands for ${found.length} checks under \`defaults\`.`
      : `\`${metric}\` of \`${key}\` is no metric that a model grades: ${hint}`;
  const fix =
    found.length > 1
      ? 'Give each a `name`, and write that.'
      : 'Write a judged check with that `name` under `defaults.checks`.';
  return { reason: 'config', what, fix };
}
