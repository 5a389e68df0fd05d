import type { HeldBytes } from '../../core/parts/held-bytes.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { RenderedLine, RenderedLines } from '../../core/rendered/rendered-line.ts';
import { filesShown, inlineShown } from '../../core/template/prompt-parts.ts';
import type { RevisionFiles } from './revision-files.ts';

/** The lines of a snapshot with what their messages show known by its content. */
export async function inlineLines(
  prompt: Prompt,
  rendered: RenderedLines,
  files: RevisionFiles,
  held: HeldBytes,
): Promise<{ readonly prompt: Prompt; readonly problems?: readonly [Problem, ...Problem[]] }> {
  const lines = new Map<string, RenderedLine>();
  for (const [id, line] of rendered) {
    const own = { ...prompt, messages: line.messages };
    if (own.messages.every(({ parts }) => parts === undefined)) {
      lines.set(id, line);
      continue;
    }
    const paths = filesShown(own);
    const bytes = new Map(await Promise.all(paths.map(async (path) => [path, await files.bytes(path)] as const)));
    const shown = inlineShown(own, bytes, held);
    const [first, ...others] = shown.problems;
    if (first !== undefined) return { prompt, problems: [first, ...others] };
    lines.set(id, { ...line, messages: shown.prompt.messages });
  }
  return { prompt: { ...prompt, rendered: lines } };
}
