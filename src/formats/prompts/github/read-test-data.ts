import { findDuplicates, idOf } from '../../../core/cases/case-ids.ts';
import type { GoldenCase } from '../../../core/golden-case.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import type { Path } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { type EvaluatorReading, type EvaluatorsRead, readEvaluators } from './read-evaluators.ts';

export type TestDataRead = {
  readonly cases: readonly GoldenCase[];
  readonly problems: readonly Problem[];
  readonly notes: Prompt['notes'];
};

/** Where people put the variables of a test case although GitHub takes them beside `expected`. */
const groups = ['vars', 'inputs', 'variables'] as const;
const longestId = 200;

/**
 * The golden cases inside a GitHub prompt file: every item of `testData` with all evaluators, those of its own
 * included. Its fields are the vars, also those grouped under `vars`, `inputs` or `variables`; `expected` is the
 * reference as well. An item is known by its `name`, else by the hash of its fields.
 * @param uses whether the prompt's messages use a variable
 */
export function readTestData(
  written: Json,
  evaluators: EvaluatorsRead,
  { uses, ...reading }: EvaluatorReading & { readonly uses: (name: string) => boolean },
): TestDataRead {
  const { located } = reading;
  if (written === null) return { cases: [], problems: [], notes: [] };
  if (!isList(written)) {
    const what = `\`testData\` must be a list, not ${nameType(written)}.`;
    return {
      cases: [],
      problems: [{ reason: 'files', what, at: located.at(['testData']), fix: 'Write `- input: …`.' }],
      notes: [],
    };
  }
  const problems: Problem[] = [];
  const notes: Prompt['notes'][number][] = [];
  const ids = idsOf(written, uses);
  const cases = written.flatMap((item, index): readonly GoldenCase[] => {
    const path: Path = ['testData', index];
    const at = located.at(path);
    if (!isObject(item)) {
      const what = `An item of \`testData\` must be a map, not ${nameType(item)}.`;
      problems.push({ reason: 'files', what, at, fix: 'Write `- input: …`.' });
      return [];
    }
    const { vars, group } = fieldsOf(item, uses);
    if (group !== undefined && notes.length === 0) {
      const text = `Variables under \`${group}\` of \`testData\` are read here; gh models wants them beside \`expected\`.`;
      notes.push({ text, at: located.at([...path, group], 'key') });
    }
    const own = readEvaluators(ownEvaluators(item, uses), [...path, 'evaluators'], reading);
    problems.push(...own.problems);
    const [all, alone] = [evaluators.checksOf(vars), own.checksOf(vars)];
    const reference = vars['expected'] ?? null;
    return [
      {
        id: ids[index] ?? idOf(item, []),
        tags: [],
        weight: 1,
        vars,
        context: [],
        ...(reference !== null && { reference: typeof reference === 'string' ? reference : JSON.stringify(reference) }),
        history: [],
        checks: [...all.checks, ...alone.checks],
        notRun: [...all.notRun, ...alone.notRun],
        at,
      },
    ];
  });
  return { cases, problems: [...problems, ...findDuplicates(cases)], notes };
}

/** Names that tell all items apart, where they have such and the prompt does not mean another thing by `name`. */
function idsOf(items: readonly Json[], uses: (name: string) => boolean): readonly string[] {
  const key = ['id', 'name'].find(
    (one) => !uses(one) && items.some((item) => isObject(item) && Object.hasOwn(item, one)),
  );
  if (key === undefined) return [];
  const names = items.flatMap((item) => (isObject(item) ? [item[key]] : []));
  const texts = names.filter((name) => typeof name === 'string' && name.trim() !== '' && name.length <= longestId);
  const told = texts.length === items.length && new Set(texts).size === items.length;
  return told ? texts.map(String) : [];
}

/** The fields of an item, with those of a group beside the others where the prompt does not use the group's own name. */
function fieldsOf(
  item: JsonObject,
  uses: (name: string) => boolean,
): { readonly vars: JsonObject; readonly group?: string } {
  const { evaluators, ...others } = item;
  const fields = isList(evaluators ?? null) && !uses('evaluators') ? others : item;
  const group = groups.find((one) => isObject(fields[one] ?? null) && !uses(one));
  if (group === undefined) return { vars: fields };
  const { [group]: inner = null, ...rest } = fields;
  return { vars: { ...(isObject(inner) && inner), ...rest }, group };
}

function ownEvaluators({ evaluators = null }: JsonObject, uses: (name: string) => boolean): Json {
  return isList(evaluators) && !uses('evaluators') ? evaluators : null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
