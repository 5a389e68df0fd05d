import type { CheckKinds } from '../../core/check-kind.ts';
import type { Check } from '../../core/golden-case.ts';
import type { Problem } from '../../core/problem.ts';
import { scorerNamed } from '../../core/scoring/scorer-files.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Roles } from './answer-asking.ts';

/** Checks whose model or scorer is not configured. Each kind is told once a file. */
export function missingRoles(
  checks: readonly Check[],
  settings: Pick<Settings, 'judge' | 'simulate' | 'embeddings' | 'scorers'>,
  kinds: CheckKinds,
): readonly Problem[] {
  const alike = Map.groupBy(checks, ({ kind, argument, at }) =>
    JSON.stringify([kind, at.file, kinds.get(kind)?.needs === 'scorer' ? scorerNamed(argument) : null]),
  );
  return [...alike.values()].flatMap(([check]): readonly Problem[] => {
    if (check === undefined) return [];
    const needs = kinds.get(check.kind)?.needs ?? 'nothing';
    const lacksJudge = settings.judge === undefined && (needs === 'judge' || needs === 'judge and embeddings');
    const lacksSimulator = settings.simulate === undefined && needs === 'simulator';
    const lacksEmbeddings =
      settings.embeddings === undefined && (needs === 'embeddings' || needs === 'judge and embeddings');
    const lacksScorer = needs === 'scorer' && !settings.scorers.has(scorerNamed(check.argument));
    const told = (what: string, fix: string): Problem => ({
      reason: 'config',
      what: `the check \`${check.kind}\` ${what}`,
      at: check.at,
      fix,
    });
    return [
      ...(lacksJudge
        ? [
            told(
              'is graded by a model, and no judge is configured.',
              'Write `judge: gpt-5` in promptgate.yml, or give it to the action (`--judge gpt-5` on the command line).',
            ),
          ]
        : []),
      ...(lacksSimulator
        ? [
            told(
              'needs a model that plays the user.',
              'Write `simulate: gpt-5-mini` in promptgate.yml, or name a `judge`, which then plays it.',
            ),
          ]
        : []),
      ...(lacksEmbeddings
        ? [
            told(
              'compares meanings, and no embedding model is configured.',
              'Write `embeddings: text-embedding-3-small` in promptgate.yml.',
            ),
          ]
        : []),
      ...(lacksScorer
        ? [
            told(
              `names a scorer that is not configured: \`${scorerNamed(check.argument)}\`.`,
              'Add it under `scorers` in promptgate.yml; the action reads that of the base branch.',
            ),
          ]
        : []),
    ];
  });
}

/** Which model plays which part. */
export function rolesOf({ judge: grader, simulate, embeddings }: Settings): Roles {
  return {
    ...(grader === undefined ? {} : { judge: grader }),
    ...(simulate === undefined ? {} : { simulator: simulate }),
    ...(embeddings === undefined ? {} : { embeddings }),
  };
}
