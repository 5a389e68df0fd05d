import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { noWantedText, wantedTexts, wantedTextsFor } from './similarity/wanted-text.ts';
import { turnOption } from './text/text-options.ts';

const options = z.strictObject({
  ...turnOption,
  by: z.exactOptional(
    z.enum(['cosine', 'dot', 'euclidean'], { error: '"by" is "cosine" (the default), "dot" or "euclidean"' }),
  ),
});

type Measure = NonNullable<z.infer<typeof options>['by']>;
type Vector = readonly number[];

export const similarScorer = defineCheckKind({
  kind: 'similar',
  summary:
    'Cosine similarity of the embeddings of reply and text; below 0 counts as 0. `by: dot` takes their dot product, `by: euclidean` 1 ÷ (1 + their distance).',
  argument: wantedTexts,
  options,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'embeddings',
  questions: 1,
  unscored: 'there is no text to compare with, the embedding fails or is no pair of vectors',
  score: ({ argument, options: { by = 'cosine' }, golden, text, answers }) => {
    const wanted = wantedTextsFor(argument, golden);
    if (wanted.length === 0) return { kind: 'unscored', why: noWantedText };
    if (text.trim() === '') return { kind: 'scored', value: 0, reason: 'the reply is empty' };
    const answer = answers.get('embedding');
    if (answer === undefined) {
      return { kind: 'ask', questions: [{ kind: 'embedding', id: 'embedding', texts: [text, ...wanted] }] };
    }
    if (answer.kind === 'failed') return { kind: 'unscored', why: answer.why };
    const [reply = [], ...others] = answer.kind === 'vectors' ? answer.vectors : [];
    const likeness = others.flatMap((other) => measures[by](reply, other) ?? []);
    if (others.length === 0 || likeness.length < others.length) {
      return { kind: 'unscored', why: 'the embedding model gave no pair of vectors' };
    }
    const nearest = Math.max(...likeness);
    return { kind: 'scored', value: Math.min(1, Math.max(0, nearest)), reason: `${by} ${nearest.toFixed(2)}` };
  },
});

const measures = {
  cosine,
  dot: (one, other) => finite(one, other, () => sum(one, (x, index) => x * (other[index] ?? 0))),
  euclidean: (one, other) =>
    finite(one, other, () => 1 / (1 + Math.sqrt(sum(one, (x, index) => (x - (other[index] ?? 0)) ** 2)))),
} as const satisfies Record<Measure, (one: Vector, other: Vector) => number | undefined>;

function finite(one: Vector, other: Vector, measure: () => number): number | undefined {
  if (one.length === 0 || one.length !== other.length) return undefined;
  const value = measure();
  return Number.isFinite(value) ? value : undefined;
}

function sum(vector: Vector, term: (x: number, index: number) => number): number {
  return vector.reduce((total, x, index) => total + term(x, index), 0);
}

/** Cosine of the angle between two vectors, −1…1; nothing where it has none (lengths differ, zero, not finite). */
export function cosine(a: readonly number[], b: readonly number[]): number | undefined {
  if (a.length !== b.length || a.length === 0) return undefined;
  let [dot, aa, bb] = [0, 0, 0];
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? 0;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  const value = dot / Math.sqrt(aa * bb);
  return Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : undefined;
}
