import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';
import { renderMessages } from './render-messages.ts';

/** Cases whose requests are looked at. */
const mostCases = 3;

/** Jinja's options on white space are set in code: where they make another request, and the config names none, that is said. */
export function noteOnSpacing(prompt: Prompt, cases: readonly GoldenCase[]): readonly string[] {
  const { engine, spacing, path } = prompt;
  if (engine !== 'jinja' || spacing !== undefined) return [];
  if (!prompt.messages.some(({ content }) => /^[ \t]*\{[%#]|[%#]\}[ \t]*$/mu.test(content))) return [];
  const trimmed = { ...prompt, spacing: { 'trim-blocks': true, 'lstrip-blocks': true } };
  const shown = (one: Prompt, vars: GoldenCase['vars']): string =>
    renderMessages(one, vars)
      .messages.map(({ content }) => content)
      .join('\n');
  const differs = cases.slice(0, mostCases).some(({ vars }) => shown(prompt, vars) !== shown(trimmed, vars));
  if (!differs) return [];
  return [
    `Line feeds around tags are kept, as Jinja does by default. If your code sets \`trim_blocks\` and \`lstrip_blocks\`, write \`templates: [{ paths: ["${path}"], engine: jinja, trim-blocks: true, lstrip-blocks: true }]\` in the config; with \`false\` this is not said again.`,
  ];
}
