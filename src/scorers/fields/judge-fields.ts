import { z } from 'zod';
import type { ScorerInput, ScorerResult } from '../../core/check-kind.ts';
import type { JsonObject } from '../../core/json.ts';
import type { FieldResult } from '../../core/score.ts';
import { questionOf } from '../judging/exhibits-of.ts';
import { grade } from '../judging/grade.ts';
import type { Field, Instance } from './compare-fields.ts';

/** Places of fields that a judge is asked about in one reply; further ones count as wrong. */
const mostAsked = 20;

const scale = { low: 1, high: 10, step: 1 } as const;
const graded = z.object({
  criteria: z.array(z.object({ score: z.number(), reasons: z.array(z.string()) })),
});

type Asked = NonNullable<Instance['ask']> & { readonly field: string; readonly at: number };

/** The fields' results, once a judge has graded those that are its to grade. Equal values it is not asked about. */
export function judgeFields(input: ScorerInput<unknown>, fields: ReadonlyMap<string, Field>): ScorerResult {
  const asked = [...fields]
    .flatMap(([field, { places }]) =>
      places.flatMap(({ ask }, at): readonly Asked[] => (ask === undefined ? [] : [{ ...ask, field, at }])),
    )
    .slice(0, mostAsked);
  if (asked.length === 0) return resultOf([...fields].map(([field, held]) => resultOfField(field, held)));
  const result = gradeAll(input, asked);
  if (result.kind !== 'scored') return result;
  const { criteria } = graded.parse(result.details);
  const grades = new Map(
    asked.map(({ field, at, min }, index): readonly [string, Instance] => {
      const { score, reasons } = criteria[index] ?? { score: scale.low, reasons: [] };
      const right = score >= min;
      const value = (score - scale.low) / (scale.high - scale.low);
      return [
        `${at} ${field}`,
        { value, right, ...(right ? {} : { why: `graded ${score} of 10: ${reasons[0] ?? ''}` }) },
      ];
    }),
  );
  return resultOf(
    [...fields].map(([field, { places, surplus }]) =>
      resultOfField(field, { places: places.map((place, at) => grades.get(`${at} ${field}`) ?? place), surplus }),
    ),
  );
}

function gradeAll({ golden, messages, answers, votes }: ScorerInput<unknown>, asked: readonly Asked[]): ScorerResult {
  const exhibits = asked.flatMap(({ field, wanted, got }, index) => [
    { name: `FIELD ${index + 1} (${field}) AS WANTED`, text: wanted },
    { name: `FIELD ${index + 1} (${field}) OF THE REPLY`, text: got },
  ]);
  const criteria = asked.map(({ field, rubric }, index) => ({
    name: field,
    task: [
      `Grade FIELD ${index + 1} of the reply against the same field as wanted, by this rubric alone:`,
      rubric.trim(),
      '10: it meets the rubric in full. 7: with small faults. 4: in part. 1: not at all. Give the reason first, then the grade.',
    ].join('\n'),
  }));
  const question = { name: 'QUESTION', text: questionOf(golden, messages) };
  const about = { options: { rejudge: false }, answers, ...(votes === undefined ? {} : { votes }) };
  return grade(
    about,
    [question, ...exhibits].filter(({ text }) => text !== ''),
    criteria,
    scale,
  );
}

/** A list's field is the mean of its places, those of surplus members counted as 0, and right where all are. */
function resultOfField(field: string, { places, surplus }: Field): FieldResult {
  const sum = places.reduce((all, { value }) => all + value, 0);
  const wrong = places.filter(({ right }) => !right);
  const [first] = wrong;
  const all = places.length + surplus;
  const count = all === 1 ? '' : `${wrong.length + surplus} of ${all} wrong: `;
  return {
    field,
    value: sum / all,
    right: wrong.length + surplus === 0,
    ...(wrong.length + surplus === 0 ? {} : { why: `${count}${first?.why ?? `${surplus} more than wanted`}` }),
  };
}

/** Wrong fields that a reason names. */
const mostNamed = 4;

/** The mean of the fields, with each told. */
export function resultOf(fields: readonly FieldResult[], instead?: string): ScorerResult {
  const wrong = fields.filter(({ right }) => !right);
  const named = wrong.slice(0, mostNamed).map(({ field, why = '' }) => `\`${field}\` ${why}`);
  const more = wrong.length > mostNamed ? [`and ${wrong.length - mostNamed} more`] : [];
  const count = `${fields.length - wrong.length} of ${fields.length} fields right`;
  const details: JsonObject = { fields: fields.map((one) => ({ ...one })) };
  return {
    kind: 'scored',
    value: Math.min(1, fields.reduce((all, { value }) => all + value, 0) / fields.length),
    reason: instead ?? [count, ...named, ...more].join('; '),
    details,
  };
}
