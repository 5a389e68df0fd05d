import { createHash } from 'node:crypto';

/** A stream of chance in [0, 1), the same for the same words whenever and wherever it is drawn. */
export function drawChance(...words: readonly (string | number)[]): () => number {
  let drawn = 0;
  return () => {
    const digest = createHash('sha256')
      .update(JSON.stringify([...words, drawn]))
      .digest();
    drawn += 1;
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
