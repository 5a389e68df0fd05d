import { z } from 'zod';
import { fixUnknown } from '../../core/yaml/explain-issues.ts';

const numberWithin = (what: string, low: number, high: number) =>
  z.number({ error: what }).min(low, what).max(high, what);
const words = ['equal', 'unordered'] as const;

const members = {
  within: z.exactOptional(
    z.custom<number | string>(
      (size) => (typeof size === 'number' ? size >= 0 : typeof size === 'string' && /^\d+(?:\.\d+)?%$/u.test(size)),
      '"within" is a number that is not negative, or a share such as "2%"',
    ),
  ),
  similar: z.exactOptional(numberWithin('"similar" is a number from 0 to 1', 0, 1)),
  judge: z.exactOptional(z.string({ error: '"judge" is a rubric' }).min(1, '"judge" is a rubric, and it is empty')),
  min: z.exactOptional(numberWithin('"min" is a grade from 1 to 10', 1, 10)),
  'ignore-case': z.exactOptional(z.literal(true, { error: '"ignore-case" is true, or left out' })),
  unordered: z.exactOptional(z.literal(true, { error: '"unordered" is true, or left out' })),
};

const ways = ['within', 'similar', 'judge', 'ignore-case', 'unordered'] as const;
const rules = `a field is compared by ${words.join(', ')}, { within }, { similar }, { judge, min } or { ignore-case: true }`;

const map = z.strictObject(members);

/** How one field is compared: by a word, or in one of `ways`. */
export type FieldRule = (typeof words)[number] | z.infer<typeof map>;

const fieldRule = z
  .custom<FieldRule>((input) => input !== undefined)
  .superRefine((input, context) => {
    const message = whatIsWrong(input);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** What of a rule does not fit, in words; nothing where it does. */
function whatIsWrong(input: unknown): string | undefined {
  if (typeof input === 'string')
    return words.some((word) => word === input)
      ? undefined
      : `there is no rule \`${input}\`. ${fixUnknown(input, words)}`;
  const { error, data } = map.safeParse(input);
  if (data !== undefined) {
    if (ways.filter((way) => way in data).length !== 1) return `give one rule: ${rules}`;
    return 'min' in data && !('judge' in data)
      ? '"min" goes with "judge" alone: of { similar } the number itself is the mark'
      : undefined;
  }
  const issue = error.issues[0];
  const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  if (unknown !== undefined) return `there is no rule \`${unknown}\`. ${fixUnknown(unknown, Object.keys(members))}`;
  return issue === undefined || issue.path.length === 0 ? rules : issue.message;
}

const fieldPath = /^(?:\[\]|[^.[\]\s][^.[\]]*|\["(?:[^"\\]|\\.)+"\])(?:\.[^.[\]]+|\[\]|\["(?:[^"\\]|\\.)+"\])*$/u;

/** Why a text is no way to a field, or nothing. */
export function wrongPath(path: string): string | undefined {
  if (fieldPath.test(path)) return undefined;
  const dotted = path.replace(/^\$\.?/u, '').replaceAll(/\[(?:\*|\d+)\]/gu, '[]');
  const meant = dotted !== path && fieldPath.test(dotted) ? ` Did you mean \`${dotted}\`?` : '';
  return `\`${path}\` leads to no field: write keys with dots, and [] for each member of a list, such as items[].price.${meant}`;
}

/** The way to a member of an object, as rules name it: a key that holds a dot or a bracket stands in quotes. */
export function memberPath(path: string, key: string): string {
  if (!/^[^.[\]\s][^.[\]]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

export const perField = z
  .record(z.string(), fieldRule, { error: '"per-field" is a map from fields to rules' })
  .superRefine((given, context) => {
    for (const path of Object.keys(given)) tell(path, [path], context);
  });

export const ignored = z
  .array(z.string({ error: '"ignore" is a list of fields' }), { error: '"ignore" is a list of fields' })
  .superRefine((given, context) => {
    for (const [at, path] of given.entries()) tell(path, [at], context);
  });

function tell(path: string, at: (string | number)[], context: z.RefinementCtx): void {
  const message = wrongPath(path);
  if (message !== undefined) context.addIssue({ code: 'custom', message, path: at });
}
