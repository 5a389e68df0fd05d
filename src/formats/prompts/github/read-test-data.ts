import { idOf } from '../../../core/cases/case-id.ts';
import { findDuplicates } from '../../../core/cases/find-duplicates.ts';
import type { GoldenCase } from '../../../core/golden-case.ts';
import type { Json } from '../../../core/json.ts';
import type { Problem } from '../../../core/problem.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import type { Located } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';

/**
 * The golden cases inside a GitHub prompt file: every item of `testData` with all evaluators. Its keys are the vars,
 * `expected` the reference as well; the id is the hash of the vars.
 */
export function readTestData(
  written: Json,
  located: Located,
  { checks, notRun }: Pick<GoldenCase, 'checks' | 'notRun'>,
): { readonly cases: readonly GoldenCase[]; readonly problems: readonly Problem[] } {
  if (written === null) return { cases: [], problems: [] };
  if (!isList(written)) {
    const what = `\`testData\` must be a list, not ${nameType(written)}.`;
    return {
      cases: [],
      problems: [{ reason: 'files', what, at: located.at(['testData']), fix: 'Write `- input: …`.' }],
    };
  }
  const problems: Problem[] = [];
  const cases = written.flatMap((vars, index): readonly GoldenCase[] => {
    const at = located.at(['testData', index]);
    if (!isObject(vars)) {
      problems.push({
        reason: 'files',
        what: `An item of \`testData\` must be a map, not ${nameType(vars)}.`,
        at,
        fix: 'Write `- input: …`.',
      });
      return [];
    }
    const reference = vars['expected'] ?? null;
    return [
      {
        id: idOf(vars, []),
        tags: [],
        weight: 1,
        vars,
        context: [],
        ...(reference !== null && { reference: typeof reference === 'string' ? reference : JSON.stringify(reference) }),
        history: [],
        checks,
        notRun,
        at,
      },
    ];
  });
  return { cases, problems: [...problems, ...findDuplicates(cases)] };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
