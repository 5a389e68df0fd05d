import type { RenderPrompt } from '../../core/design/design-review.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import { formatNamed } from '../../formats/prompts/index.ts';

/** Fills a prompt's templates as the format that read it does; what a config holds is of no file's format. */
export const renderPrompt: RenderPrompt = (prompt, vars) => {
  const render = formatNamed(prompt.format)?.render ?? renderMessages;
  return render(prompt, vars);
};
