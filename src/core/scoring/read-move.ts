import { z } from 'zod';

/** What a simulated user does next. */
export type Move = z.infer<typeof moveShape>;

const moveShape = z.object({ message: z.string(), state: z.enum(['going', 'met', 'given-up']) });

/** Reads a simulator's answer: the whole of it, or its stretch from the first brace to the last, must be the object asked for. */
export function readMove(text: string): Move | undefined {
  if (text.length > 100_000) return undefined;
  for (const source of [text, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
    try {
      const parsed = moveShape.safeParse(JSON.parse(source));
      if (parsed.success) return parsed.data;
    } catch {
      // Not JSON: the next reading is tried.
    }
  }
  return undefined;
}
