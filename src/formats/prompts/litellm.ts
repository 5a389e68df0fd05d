import type { Json, JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import type { Message, Prompt, Role } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { kindOfPromptFile } from '../../core/prompt-file/kind-of-prompt-file.ts';
import { readFrontMatter } from '../../core/prompt-file/read-front-matter.ts';
import { nameParams } from '../../core/prompt-file/read-params.ts';
import { readJinjaNames } from '../../core/template/jinja/render-jinja.ts';
import { escapingJinja } from '../../core/template/jinja.ts';
import { type RenderedMessages, renderWith } from '../../core/template/render-messages.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

/**
 * LiteLLM's prompt files (`litellm/integrations/dotprompt`): Jinja that escapes what it fills in, as there, and divided into messages
 * once it is filled, at the lines that begin with a role. All front matter but the model and the schemas is parameters.
 */
export const liteLlm: OnePromptFormat = {
  name: 'LiteLLM',
  knownBy: 'name',
  about: {
    recognisedBy: '`.prompt` with front matter over Jinja tags, or over lines that begin `System:` or `User:`',
    filled: 'Jinja, which writes `&`, `<`, `>` and quotes of a value for HTML, as LiteLLM has it',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: [
      '`input.schema` and `output` of the front matter: LiteLLM sends neither',
      'versions such as `name.v2.prompt`: each file is a prompt of its own',
    ],
    example: {
      path: 'prompts/assistant.prompt',
      text: `---
model: gpt-5.6-luna
temperature: 0.2
---
{% if rules %}System: {{ rules }}

{% endif %}User: {{ question }}
`,
    },
    reference: {
      library: '`litellm`, `integrations/dotprompt`',
      suite: {
        name: 'files of its shapes, filled by its own steps with jinja2 3.1.6',
        passed: 10,
        of: 10,
        on: '2026-11-29',
      },
    },
    more: `A line of the filled text that begins with \`System:\`, \`User:\` or \`Assistant:\` begins a message, also where a value holds it: LiteLLM
sends it so. Where a golden case does that, the comment says so. Front matter beside \`model\`, \`input\` and \`output\` is parameters.`,
  },
  recognises: (path, text) => /\.prompt$/iu.test(path) && kindOfPromptFile(text) === 'LiteLLM',
  read: readLiteLlm,
  render: renderLiteLlm,
  suffix: (path) => /\.prompt$/iu.exec(path)?.[0] ?? '',
};

function readLiteLlm(path: string, text: string): ReadPrompt {
  const read = readFrontMatter(path, text);
  if (read.kind === 'broken') return read;
  const { matter, body, at, bodyLine } = read;
  const { model, input: _, output: __, ...rest } = matter;
  const problems: Problem[] = [];
  if (model !== undefined && typeof model !== 'string') {
    problems.push({ reason: 'files', what: '`model` must be a text.', at: at(['model']), fix: 'Write its id.' });
  }
  const content = body.replaceAll('\r\n', '\n').trim();
  const firstLine = bodyLine + body.slice(0, body.length - body.trimStart().length).split('\n').length - 1;
  const names = readJinjaNames(content);
  if (names.kind === 'failed') {
    const { why, line } = names.failure;
    const what = `The template cannot be read: ${why}.`;
    problems.push({ reason: 'files', what, at: { file: path, line: firstLine + line - 1 }, fix: 'Mend the template.' });
  }
  if (content === '') {
    problems.push({ reason: 'files', what: 'The prompt is empty.', at: { file: path, line: firstLine } });
  }
  const [first, ...others] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...others] };
  const roles = divide(withoutTags(content)).map(({ role }) => role);
  const prompt: Prompt = {
    path,
    format: liteLlm.name,
    // Who speaks is settled once it is filled. That nobody asks anything in it is told before.
    messages: [{ role: roles.length === 0 || roles.includes('user') ? 'user' : 'system', content }],
    engine: 'jinja',
    firstLine,
    open: { engine: false, role: false },
    ...(typeof model === 'string' && { model }),
    params: nameParams(rest),
    defaults: {},
    variables: names.kind === 'names' ? names.names : [],
    ...(names.kind === 'names' && { optional: names.optional }),
    refersTo: [],
    notes: [],
  };
  return { kind: 'prompt', prompt, cases: [] };
}

function renderLiteLlm(prompt: Prompt, vars: JsonObject): RenderedMessages {
  const filled = renderWith(escapingJinja, prompt, vars);
  if (filled.failed !== undefined) return filled;
  const messages = filled.messages.flatMap(({ content }) => divide(content));
  if (messages.length === 0) return { ...filled, failed: { why: 'nothing is left of it once it is filled', line: 1 } };
  const speaking = Object.keys(vars).filter((name) => speaks(vars[name] ?? null));
  if (speaking.length === 0) return { ...filled, messages };
  const quiet = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, silenced(value)]));
  const silent = renderWith(escapingJinja, prompt, quiet);
  const expected = silent.messages.flatMap(({ content }) => divide(content));
  if (expected.length === messages.length) return { ...filled, messages };
  const names = speaking.map((name) => `\`${name}\``).join(', ');
  const text = `A value of ${names} begins a line with a role such as \`System:\`. LiteLLM makes a message of that, and so it is asked here.`;
  return { ...filled, messages, told: [text] };
}

const spoken = { 'System:': 'system', 'User:': 'user', 'Assistant:': 'assistant' } as const satisfies Record<
  string,
  Role
>;
const speaking = /^(?<before>[^\S\n]*(?:System|User|Assistant)):/gmu;

/** The messages of a filled text. White space at both ends of every line goes, as LiteLLM has it. */
function divide(text: string): readonly Message[] {
  const turns: { readonly role: Role; readonly lines: string[] }[] = [];
  for (const written of text.trim().split('\n')) {
    const line = written.trim();
    const [word, role] = Object.entries(spoken).find(([begins]) => line.startsWith(begins)) ?? [];
    if (word !== undefined && role !== undefined) turns.push({ role, lines: [line.slice(word.length).trim()] });
    else if (turns.length === 0) turns.push({ role: 'user', lines: [line] });
    else turns.at(-1)?.lines.push(line);
  }
  const messages = turns.map(({ role, lines }) => ({ role, content: lines.join('\n').trim() }));
  // One without words is a message of its own, but not at the end.
  return messages.filter(({ content }, index) => content !== '' || index < messages.length - 1);
}

/** Whether a value holds a line that begins with a role. */
function speaks(value: Json): boolean {
  if (typeof value === 'string') return value.search(speaking) !== -1;
  if (Array.isArray(value)) return value.some(speaks);
  return isObject(value) && Object.values(value).some(speaks);
}

/** A value whose lines begin with no role. */
function silenced(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(speaking, '$<before>;');
  if (Array.isArray(value)) return value.map(silenced);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, silenced(held)]))
    : value;
}

/** The text without its Jinja tags, in one pass: what is opened and never closed is not looked for again. */
function withoutTags(text: string): string {
  let [kept, at] = ['', 0];
  for (let open = text.indexOf('{%'); open >= 0; open = text.indexOf('{%', at)) {
    const close = text.indexOf('%}', open);
    if (close < 0) break;
    kept += text.slice(at, open);
    at = close + 2;
  }
  return kept + text.slice(at);
}
