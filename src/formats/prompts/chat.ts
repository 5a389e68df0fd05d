import type { Json } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { readMessages } from '../../core/prompt-file/read-messages.ts';
import { readParams } from '../../core/prompt-file/read-params.ts';
import { listVariables, showValue } from '../../core/template/fill-template.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

const ending = /(?:\.prompt)?\.(?:json|ya?ml)$/iu;

/**
 * A chat in JSON or YAML: a list of `{role, content}`, or a map with such `messages`, a `model` and the API's
 * parameters. Recognised by that shape, since other JSON and YAML lies among prompts too.
 */
export const chat: OnePromptFormat = {
  name: 'chat',
  knownBy: 'keys',
  about: {
    recognisedBy: 'JSON or YAML that is a list of `{role, content}`, or a map with such `messages`',
    filled: '`{{name}}`, or by `templates`: told by the golden cases where it says nothing',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: ['tool calls and answers of tools among the messages'],
    example: {
      path: 'prompts/reply.json',
      text: `{
  "model": "gpt-5.6-luna",
  "temperature": 0.2,
  "messages": [
    { "role": "system", "content": "You answer in one sentence." },
    { "role": "user", "content": "{{question}}" }
  ]
}
`,
    },
  },
  recognises: (path, text) => ending.test(path) && looksLikeChat(path, text),
  read: readChat,
  render: renderMessages,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

function readChat(path: string, text: string): ReadPrompt {
  const read = readYaml(text, path);
  if (read.kind === 'broken') return read;
  const { located } = read;
  const file = isObject(located.value) ? located.value : { messages: located.value };
  const under = isObject(located.value) ? ['messages'] : [];
  const { messages, problems: wrong } = readMessages(file['messages'], located, under);
  const problems: Problem[] = [...wrong];
  const { model } = file;
  if (model !== undefined && typeof model !== 'string') {
    const what = `\`model\` must be a text, not ${nameType(model)}.`;
    problems.push({ reason: 'files', what, at: located.at(['model']), fix: 'Write its id.' });
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };

  const { params, doubtful } = readParams(file);
  const prompt: Prompt = {
    path,
    format: chat.name,
    messages,
    engine: 'mustache',
    open: { engine: true, role: false },
    ...(typeof model === 'string' && { model }),
    params,
    defaults: {},
    variables: [...new Set(messages.flatMap(({ content }) => listVariables(content)))],
    refersTo: [],
    notes: doubtful.map(({ key, meant }) => ({
      text: `\`${key}\` is not sent; did it mean \`${meant}\`?`,
      at: located.at([key], 'key'),
    })),
  };
  return { kind: 'prompt', prompt, cases: [] };
}

/** By its text first, which is cheap; a file that is not even readable but speaks of a chat's roles was meant as one. */
function looksLikeChat(path: string, text: string): boolean {
  const speaks = /\bmessages["']?\s*:/u.test(text) || /\brole["']?\s*:/u.test(text);
  if (!speaks) return false;
  const read = readYaml(text, path);
  if (read.kind === 'broken') return /\brole["']?\s*:\s*["']?(?:system|developer|user|assistant)\b/iu.test(text);
  const { value } = read.located;
  const messages = isObject(value) ? (value['messages'] ?? null) : value;
  if (!Array.isArray(messages)) return false;
  return isObject(value) && messages.length === 0 ? Object.hasOwn(value, 'model') : messages.some(looksLikeMessage);
}

function looksLikeMessage(entry: Json): boolean {
  if (!isObject(entry) || !Object.hasOwn(entry, 'role')) return false;
  return Object.hasOwn(entry, 'content') || /^(?:system|developer|user|assistant)$/iu.test(showValue(entry['role']));
}
