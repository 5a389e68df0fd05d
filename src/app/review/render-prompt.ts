import type { RenderPrompt } from '../../core/design/design-review.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { Filled } from '../../core/template/engine.ts';
import { needsNunjucks, nunjucks } from '../../core/template/nunjucks.ts';
import { type RenderedMessages, renderMessages, renderWith } from '../../core/template/render-messages.ts';
import { showParts } from '../../core/template/show-parts.ts';
import { renderTemplate } from '../../formats/cases/index.ts';
import { formatNamed, renderDotprompt } from '../../formats/prompts/index.ts';

/**
 * Characters that all requests of a run may be rendered to: 16 million tokens. Each is rendered twice, once to see whether it
 * can be.
 */
const mostRendered = 128_000_000;

/** Fills a prompt's templates as the format that read it does; a Nunjucks template that does more than to name variables, and Handlebars, in the sandbox. */
export function createRenderPrompt(sandbox: Sandbox, most = mostRendered): RenderPrompt {
  let rendered = 0;
  const isBeyond = (): boolean => rendered > most;
  const fill = (template: string, values: JsonObject): Filled => {
    if (!needsNunjucks(template)) return nunjucks.fill(template, values);
    const made = renderTemplate(template, values, { sandbox, filters: [] });
    return made.kind === 'filled'
      ? { text: made.value, unknown: [] }
      : { text: template, unknown: [], failed: { why: made.why, line: 1 } };
  };
  const fillHandlebars =
    (prompt: Prompt) =>
    (content: string, values: JsonObject): Filled => {
      const { messages, unknown, failed } = renderDotprompt(
        { ...prompt, messages: [{ role: 'user', content }] },
        values,
        sandbox,
      );
      return { text: messages.map((one) => one.content).join(''), unknown, ...(failed !== undefined && { failed }) };
    };
  return showParts((prompt, vars) => {
    if (isBeyond()) return tooMuch(most);
    const format = formatNamed(prompt.format);
    const render = format?.render ?? renderMessages;
    const made =
      prompt.engine === 'nunjucks'
        ? renderWith({ fill }, prompt, vars)
        : prompt.engine === 'handlebars' && render !== renderDotprompt
          ? renderWith({ fill: fillHandlebars(prompt) }, prompt, vars)
          : render(prompt, vars, sandbox);
    rendered += made.messages.reduce((sum, { content }) => sum + content.length, 0);
    return isBeyond() ? tooMuch(most) : made;
  });
}

function tooMuch(most: number): RenderedMessages {
  const characters = (most / 2).toLocaleString('en');
  const why = `all requests of this run together are longer than ${characters} characters (use fewer or shorter cases)`;
  return { messages: [], unknown: [], failed: { why, line: 1 } };
}
