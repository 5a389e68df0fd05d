import { z } from 'zod';
import type { CheckSet } from './golden-case.ts';
import type { JsonObject } from './json.ts';
import type { Message } from './prompt.ts';

/** What one check made of one reply. `value` 0–1; `passed` where the check has a pass mark. */
export type CheckScore =
  | {
      readonly kind: 'scored';
      readonly check: string;
      readonly scorer: string;
      readonly value: number;
      readonly passed?: boolean;
      /** 0/1 by nature (then its disagreement between replies counts as noise worth asking about). */
      readonly binary: boolean;
      /** A model's answer is in it: equal replies get one judgement, however often they come. */
      readonly judged?: true;
      readonly weight: number;
      readonly required: boolean;
      /** Its set passes by the mean of its members; see `Check`. */
      readonly set?: CheckSet;
      /** Why, in words a reader can act on. */
      readonly reason: string;
      /** Named parts, such as the statements of a faithfulness check. */
      readonly details?: JsonObject;
    }
  | { readonly kind: 'unscored'; readonly check: string; readonly scorer: string; readonly why: string };

/**
 * A reply's score: weighted mean of its checks in 0–1, 0 where a required one fails.
 * `passes` is absent where no check has a pass mark.
 */
export type Score =
  | {
      readonly kind: 'scored';
      readonly value: number;
      readonly passes?: boolean;
      readonly checks: readonly CheckScore[];
    }
  | { readonly kind: 'unscored'; readonly why: string; readonly checks: readonly CheckScore[] };

/** Something to be asked of a chat model before a score is known. */
export type ChatQuestion = {
  readonly kind: 'chat';
  /** Tells the questions of one check apart; the answer comes back under it. */
  readonly id: string;
  readonly to: 'judge' | 'simulator';
  readonly messages: readonly Message[];
  readonly params: JsonObject;
  /** Independent draws wanted in all (votes), those already answered included; the answers come back as `id`, `id#1`, `id#2` … */
  readonly draw: number;
};

/** Something a scorer needs to know from a model before it can score. Asked through the same pool as replies. */
export type Question =
  | ChatQuestion
  | { readonly kind: 'embedding'; readonly id: string; readonly texts: readonly string[] }
  /** A team's own scorer, by its name in the config; what it wrote comes back as the text. */
  | { readonly kind: 'scorer'; readonly id: string; readonly name: string; readonly input: JsonObject };

/** Answers so far, by question id: a text, vectors, or why there is none. */
export type QuestionAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'vectors'; readonly vectors: readonly (readonly number[])[] }
  | { readonly kind: 'failed'; readonly why: string };
export type QuestionAnswers = ReadonlyMap<string, QuestionAnswer>;

const statement = z.object({ statement: z.string(), supported: z.boolean(), reason: z.string() });
const taken = z.object({ statements: z.array(statement) });

/** The statements a text was taken apart into, each with whether its context supports it; none for checks that do not. */
export function statementsOf(check: CheckScore): readonly z.infer<typeof statement>[] {
  if (check.kind !== 'scored' || check.details === undefined) return [];
  const read = taken.safeParse(check.details);
  return read.success ? read.data.statements : [];
}

/** What a check made of one field of a reply: how near it comes, 0–1, and whether it counts as right (a list's: in all places). */
export type FieldResult = z.infer<typeof fieldResult>;

const fieldResult = z.object({
  field: z.string(),
  value: z.number(),
  right: z.boolean(),
  why: z.string().exactOptional(),
});
const fielded = z.object({ fields: z.array(fieldResult) });

/** The fields that a check compared, in the order of its reference; none for checks that read a reply whole. */
export function fieldsOf(check: CheckScore): readonly FieldResult[] {
  if (check.kind !== 'scored' || check.details?.['fields'] === undefined) return [];
  return fielded.safeParse(check.details).data?.fields ?? [];
}
