import type { Json, JsonObject } from '../../../core/json.ts';
import type { Problem } from '../../../core/problem.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { engines } from '../../../core/template/engines.ts';
import type { Located, Path } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { engineOf, findLoneBrace, type HeldRead, partialsOf } from './held.ts';

const other: HeldRead = { kind: 'other' };

/** A prompt with `_type`, or without it, as `load_prompt` takes it (`langchain_core/prompts/loading.py`). */
export function readSaved(file: JsonObject, located: Located): HeldRead {
  const { _type: type } = file;
  // Other files hold its text then.
  if (Object.keys(file).some((key) => key.endsWith('_path'))) return other;
  if (type === 'few_shot') return readFewShot(file, located);
  if (type === 'chat') return readChat(file, located);
  const { template, template_format: format, partial_variables: partial, input_variables: inputs = null } = file;
  // Semantic Kernel's, which has the keys too.
  if (type === undefined && Array.isArray(inputs) && inputs.some(isObject)) return other;
  const [engine, defaults] = [engineOf(format), partialsOf(partial)];
  const isSaved = type === 'prompt' || 'input_variables' in file || 'template_format' in file;
  if ((type !== undefined && type !== 'prompt') || !isSaved || engine === undefined || defaults === undefined)
    return other;
  if (typeof template !== 'string')
    return type === 'prompt'
      ? broken(`\`template\` must be a text, not ${nameType(template)}.`, ['template'], located)
      : other;
  const wrong = type === 'prompt' && engine === 'f-string' ? refused(template, ['template'], located) : undefined;
  if (wrong !== undefined) return wrong;
  const messages = [{ role: 'user', content: template }] as const;
  return { kind: 'held', held: { messages, engine, defaults, optional: [], at: located.at(['template']) } };
}

/** Only the text of the first message is taken, as what a person says. */
function readChat({ messages }: JsonObject, located: Located): HeldRead {
  const first = Array.isArray(messages) ? (messages[0] ?? null) : null;
  const prompt = isObject(first) ? first['prompt'] : undefined;
  const template = isObject(prompt) ? prompt['template'] : undefined;
  const at = ['messages', 0, 'prompt', 'template'];
  if (typeof template !== 'string')
    return broken('The chat has no text at `messages[0].prompt.template`.', at, located);
  const wrong = refused(template, at, located);
  if (wrong !== undefined) return wrong;
  const said = [{ role: 'user', content: template }] as const;
  return { kind: 'held', held: { messages: said, engine: 'f-string', defaults: {}, optional: [], at: located.at(at) } };
}

/**
 * Examples between two texts: each is filled into its own template, all are joined, and that is filled once more. So it is a template
 * where it begins.
 */
function readFewShot(file: JsonObject, located: Located): HeldRead {
  const { examples, example_prompt: shown, example_separator: separator = '\n\n', template_format: format } = file;
  const { prefix = '', suffix, partial_variables: partial } = file;
  const [engine, defaults] = [engineOf(format), partialsOf(partial)];
  if (engine === undefined || defaults === undefined || typeof examples === 'string' || 'example_selector' in file)
    return other;
  if (typeof suffix !== 'string')
    return broken('`suffix` must be a text: the input stands in it.', ['suffix'], located);
  if (typeof prefix !== 'string' || typeof separator !== 'string') return other;
  if (!Array.isArray(examples))
    return broken(`\`examples\` must be a list, not ${nameType(examples)}.`, ['examples'], located);
  const template = isObject(shown) ? shown['template'] : undefined;
  const inner = isObject(shown) ? engineOf(shown['template_format']) : undefined;
  const own = isObject(shown) ? partialsOf(shown['partial_variables']) : undefined;
  if (typeof template !== 'string' || inner === undefined || own === undefined)
    return broken('`example_prompt` has no `template`.', ['example_prompt'], located);
  const filled: string[] = [];
  for (const [index, example] of examples.entries()) {
    const made = engines[inner].fill(template, { ...own, ...valuesOf(example) });
    const [missing] = made.unknown;
    if (missing !== undefined) return broken(`The example gives no \`${missing}\`.`, ['examples', index], located);
    filled.push(made.text);
  }
  const content = [prefix, ...filled, suffix].filter((piece) => piece !== '').join(separator);
  const wrong = engine === 'f-string' ? refused(content, ['suffix'], located, 'The joined text') : undefined;
  if (wrong !== undefined) return wrong;
  const messages = [{ role: 'user', content }] as const;
  return { kind: 'held', held: { messages, engine, defaults, optional: [], at: located.at(['suffix']) } };
}

function valuesOf(example: Json): JsonObject {
  return isObject(example) ? example : {};
}

/** What LangChain would refuse to load. */
function refused(template: string, path: Path, located: Located, name = 'The template'): HeldRead | undefined {
  const lone = findLoneBrace(template);
  if (lone === undefined) return undefined;
  const what = `${name} has \`${lone.brace}\` in its line ${lone.line}, which is no variable, and Python’s \`format\` refuses it.`;
  return broken(what, path, located, 'Double the braces that are text.');
}

function broken(what: string, path: Path, located: Located, fix?: string): HeldRead {
  const problem: Problem = { reason: 'files', what, at: located.at(path), ...(fix !== undefined && { fix }) };
  return { kind: 'broken', problems: [problem] };
}
