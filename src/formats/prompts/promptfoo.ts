import type { Prompt } from '../../core/prompt.ts';
import { variablesOf } from '../../core/settle-prompts.ts';
import type { KeyedPrompt } from './types.ts';

/** Name under which these prompts are rendered; they come from configs, so no file is recognised as one. */
const promptfooPrompt = 'promptfoo';

/**
 * A prompt as promptfoo reads it: the text is filled first, and what then is a list of messages in JSON or YAML is a
 * chat; anything else is the user's message. A file of texts between `---` lines holds several.
 */
export function readPromptfooPrompts(path: string, text: string): readonly KeyedPrompt[] {
  const texts = /\.txt$/iu.test(path) ? text.split(/^---[ \t]*\r?$/mu) : [text];
  const written = texts.map((one) => one.trim()).filter((one) => one !== '');
  return written.map((one, index) => keyedPrompt(path, String(index + 1), one));
}

/** One prompt of its own text, which a config holds. */
export function keyedPrompt(path: string, key: string, text: string): KeyedPrompt {
  const messages = [{ role: 'user', content: text }] as const;
  const prompt: Prompt = {
    path: `${path}#${key}`,
    format: promptfooPrompt,
    messages,
    chatAfterFilling: true,
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
