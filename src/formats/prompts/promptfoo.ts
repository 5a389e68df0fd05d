import type { Prompt, PromptMessage } from '../../core/prompt.ts';
import { variablesOf } from '../../core/settle-prompts.ts';
import { readFilledChat } from '../../core/template/render-messages.ts';
import type { KeyedPrompt } from './types.ts';

/** Name under which these prompts are rendered; they come from configs, so no file is recognised as one. */
const promptfooPrompt = 'promptfoo';

/**
 * A prompt as promptfoo reads it: a file of YAML, and any text that is JSON, is parsed first and its messages are filled one by
 * one, so that a value of several lines is a value still. Any other text is filled first, and what then is a list of messages is a
 * chat; else it is the user's message. A file of texts between `---` lines holds several.
 */
export function readPromptfooPrompts(path: string, text: string): readonly KeyedPrompt[] {
  const texts = /\.txt$/iu.test(path) ? text.split(/^---[ \t]*\r?$/mu) : [text];
  const written = texts.map((one) => one.trim()).filter((one) => one !== '');
  const isYaml = /\.ya?ml$/iu.test(path);
  return written.map((one, index) => keyedPrompt(path, String(index + 1), one, isYaml || isJson(one)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One prompt of its own text, which a config holds. @param parsed whether it is parsed before it is filled */
export function keyedPrompt(path: string, key: string, text: string, parsed = isJson(text)): KeyedPrompt {
  const chat = parsed ? readFilledChat(text) : undefined;
  const messages: readonly PromptMessage[] = chat ?? [{ role: 'user', content: text }];
  const prompt: Prompt = {
    path: `${path}#${key}`,
    format: promptfooPrompt,
    messages,
    ...(chat === undefined && { chatAfterFilling: true as const }),
    engine: 'nunjucks',
    open: { engine: false, role: false },
    params: {},
    defaults: {},
    variables: variablesOf({ messages }, 'nunjucks'),
    refersTo: [],
    notes: [],
  };
  return { key, text, prompt, cases: [] };
}
