import type { RenderPrompt } from '../../core/design/design-review.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Filled } from '../../core/template/engine.ts';
import { needsNunjucks, nunjucks } from '../../core/template/nunjucks.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import { renderTemplate } from '../../formats/cases/index.ts';
import { formatNamed } from '../../formats/prompts/index.ts';

/** Fills a prompt's templates as the format that read it does; a Nunjucks template that does more than to name variables in the sandbox. */
export function createRenderPrompt(sandbox: Sandbox): RenderPrompt {
  const fill = (template: string, values: JsonObject): Filled => {
    if (!needsNunjucks(template)) return nunjucks.fill(template, values);
    const rendered = renderTemplate(template, values, { sandbox, filters: [] });
    return rendered.kind === 'filled'
      ? { text: rendered.value, unknown: [] }
      : { text: template, unknown: [], failed: { why: rendered.why, line: 1 } };
  };
  return (prompt, vars) => {
    if (prompt.engine === 'nunjucks') return renderMessages(prompt, vars, { fill });
    const render = formatNamed(prompt.format)?.render ?? renderMessages;
    return render(prompt, vars);
  };
}
