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
 * The checks that the config's metrics name. `helpfulness` and `sentiment` are always there; others are judged checks under `defaults`.
 * @throws ProblemError where one is not known, or what it needs is not configured: nothing is read in vain
 */
export function chooseMetrics(
  quality: QualitySettings,
  settings: Settings,
  hasKey: (provider: string) => boolean,
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
  const chosen = [...new Set(quality.metrics)].flatMap((metric): readonly JudgedMetric[] => {
    const named = known.filter(({ name }) => name === metric);
    const found = named.length > 0 ? named : known.filter(({ kind }) => kind === metric);
    const [check, ...others] = found;
    const kind = check && checkKinds.get(check.kind);
    if (check !== undefined && kind !== undefined && others.length === 0) return [{ metric, check, kind }];
    problems.push(unknownMetric(metric, found, known));
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

function unknownMetric(metric: string, found: readonly Check[], known: readonly Check[]): Problem {
  const names = known.map(({ name }) => name);
  const nearest = suggestNearest(metric, names);
  const hint =
    nearest === undefined
      ? `the metrics are ${names.map((name) => `\`${name}\``).join(', ')}.`
      : `did you mean \`${nearest}\`?`;
  const what =
    found.length > 1
      ? `\`${metric}\` of \`monitor.quality.metrics\` stands for ${found.length} checks under \`defaults\`.`
      : `\`${metric}\` of \`monitor.quality.metrics\` is no metric that a model grades: ${hint}`;
  const fix =
    found.length > 1
      ? 'Give each a `name`, and write that.'
      : 'Write a judged check with that `name` under `defaults.checks`.';
  return { reason: 'config', what, fix };
}
