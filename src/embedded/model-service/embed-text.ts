import { createHash } from 'node:crypto';

const dimensions = 64;

/** A vector of length 1 for a text, from its words alone: texts that share words are near each other. Scripted, not learnt. */
export function embedText(text: string): readonly number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const digest = createHash('sha256').update(word).digest();
    const at = digest.readUInt16BE(0) % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  if (length === 0) return vector.with(0, 1);
  return vector.map((value) => value / length);
}
