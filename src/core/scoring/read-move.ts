import { z } from 'zod';

/** What a simulated user does next. */
export type Move = z.infer<typeof moveShape>;

const moveShape = z.object({ message: z.string(), state: z.enum(['going', 'met', 'given-up']) });

/**
 * Reads a simulator's answer: the whole of it, or its stretch from the first brace to the last, must be the object asked for.
 * One in a list was not.
 */
export function readMove(text: string): Move | undefined {
  if (text.length > 100_000) return undefined;
  const from = text.indexOf('{');
  const stretch = text.slice(0, Math.max(0, from)).trimEnd().endsWith('[')
    ? ''
    : text.slice(from, text.lastIndexOf('}') + 1);
  for (const source of [text, stretch]) {
    try {
      const parsed = moveShape.safeParse(JSON.parse(source));
      if (parsed.success) return parsed.data;
    } catch {
      // Not JSON: the next reading is tried.
    }
  }
  return undefined;
}
