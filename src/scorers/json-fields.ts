import { z } from 'zod';
import { canonicalJson } from '../core/json.ts';
import type { FieldResult } from '../core/score.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { listVariables } from '../core/template/fill-template.ts';
import { fixUnknown } from '../core/yaml/explain-issues.ts';
import { compareFields, type FieldRules } from './fields/compare-fields.ts';
import { ignored, perField, wrongPath } from './fields/field-rules.ts';
import { judgeFields, resultOf } from './fields/judge-fields.ts';
import { wantedFor, wantedJson, waysIn } from './fields/wanted-json.ts';
import { jsonOptions } from './json/json-options.ts';
import { readJsonReply } from './json/read-json-reply.ts';
import { countGrades } from './judging/grade.ts';

/** Fields of one reference: each is told by itself, in every report. */
const mostFields = 200;

const members = {
  reference: z.exactOptional(wantedJson),
  'per-field': z.exactOptional(perField),
  ignore: z.exactOptional(ignored),
};

const written = z.strictObject(members, {
  error: ({ code, ...issue }) => {
    const [unknown] = code === 'unrecognized_keys' && Array.isArray(issue['keys']) ? issue['keys'] : [];
    return unknown === undefined
      ? 'must be { reference, per-field, ignore }, or nothing for the case’s reference'
      : `there is no \`${unknown}\` here. ${fixUnknown(String(unknown), Object.keys(members))}`;
  },
});

type Argument = z.infer<typeof written> | true | null;

/** Nothing, or a map; what is wrong with it keeps its place. */
const argument = z
  .custom<Argument>((given) => given !== undefined, 'must be { reference, per-field, ignore }, or nothing')
  .superRefine((given, context) => {
    if (given === null || given === true) return;
    const issues = written.superRefine(placeRules).safeParse(given).error?.issues ?? [];
    for (const { message, path } of issues) context.addIssue({ code: 'custom', message, path });
  })
  .describe('{ reference, per-field, ignore }; left out: the case’s reference, read as JSON');

const options = z.strictObject({
  ...jsonOptions.shape,
  exact: z.exactOptional(z.boolean({ error: '"exact" is true or false' })),
});

export const jsonFieldsScorer = defineCheckKind<Argument, z.infer<typeof options>>({
  kind: 'json-fields',
  summary:
    'Each field of the reference is compared with the reply’s (JSON, fences as with `json`); the score is the mean of the fields. Equal by default; see “JSON, field by field” in docs/cases.md. `exact`: fields beyond the reference count as a wrong one.',
  argument,
  options,
  example: {
    reference: { order: 'A-7', total: 59.8, items: [{ sku: 'S1', price: 29.9 }] },
    'per-field': { total: { within: 0.01 }, items: 'unordered' },
    ignore: ['order'],
  },
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  needsWith: (given) => (judged(given).length === 0 ? 'nothing' : 'judge'),
  variables: (given) => (given === true || given === null ? [] : listVariables(canonicalJson(given.reference ?? null))),
  questions: 0,
  countQuestions: (given, _, votes) =>
    judged(given).length === 0 ? { usual: 0, most: 0 } : countGrades(judged(given).length, { rejudge: false }, votes),
  unscored:
    'neither check nor case has a reference that is JSON; a judge fails; lists are too large to match without order',
  score: (input) => {
    const given = rulesOf(input.argument, input.options.exact === true);
    const wanted = wantedFor(input.argument === true ? undefined : input.argument?.reference, input.golden);
    if (wanted.kind === 'lacks') return { kind: 'unscored', why: wanted.why };
    const none = compareFields(wanted.value, undefined, given);
    if (none === undefined || none.size === 0 || none.size > mostFields)
      return {
        kind: 'unscored',
        why: `the reference holds ${none?.size ?? 'too many'} fields to compare, and 1 to ${mostFields} are told`,
      };
    const read = readJsonReply(input.text, input.options.strict === true);
    if (read.kind === 'not') return resultOf([...none.keys()].map(lost), `${read.why}: none of its fields is right`);
    const fields = compareFields(wanted.value, read.value, given);
    if (fields === undefined)
      return { kind: 'unscored', why: 'the reply’s lists are too large to match without order' };
    return judgeFields(input, fields);
  },
});

/** A rule for a field that the reference does not hold would do nothing, and nobody would see it. */
function placeRules(given: z.infer<typeof written>, context: z.RefinementCtx): void {
  const { reference, 'per-field': rules = {}, ignore = [] } = given;
  if (reference === undefined || typeof reference === 'string') return;
  const { ways, isOpen } = waysIn(reference);
  const tell = (name: string, path: (string | number)[]): void => {
    if (ways.includes(name) || isOpen(name) || wrongPath(name) !== undefined) return;
    const message = `the reference holds no \`${name}\`. ${fixUnknown(name, ways.slice(0, 20))}`;
    context.addIssue({ code: 'custom', message, path });
  };
  for (const name of Object.keys(rules)) tell(name, ['per-field', name]);
  for (const [at, name] of ignore.entries()) tell(name, ['ignore', at]);
}

const lost = (field: string): FieldResult => ({ field, value: 0, right: false, why: 'the reply is no JSON' });

function rulesOf(given: Argument, exact: boolean): FieldRules {
  const { 'per-field': rules = {}, ignore = [] } = given === true || given === null ? {} : given;
  return { perField: new Map(Object.entries(rules)), ignored: new Set(ignore), exact };
}

/** Fields that a judge grades. */
function judged(given: Argument): readonly string[] {
  return [...rulesOf(given, false).perField].flatMap(([name, rule]) =>
    typeof rule === 'object' && rule.judge !== undefined ? [name] : [],
  );
}
