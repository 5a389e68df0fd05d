import type { RenderPrompt } from '../../core/design/design-review.ts';
import { formatNamed } from '../../formats/prompts/index.ts';

/** Fills a prompt's templates as the format that read it does. */
export const renderPrompt: RenderPrompt = (prompt, vars) => {
  const format = formatNamed(prompt.format);
  if (format === undefined) throw new Error(`no format is named ${prompt.format}`);
  return format.render(prompt, vars);
};
