import type { JsonObject } from '../../core/json.ts';
import type { Position } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { EngineName } from '../../core/template/engine.ts';
import { engines } from '../../core/template/engines.ts';
import { readJinjaNames } from '../../core/template/jinja/render-jinja.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

const ending = /\.(?:json|ya?ml)$/iu;

/** Its names for template languages, and what they are called here. */
const languages = { 'f-string': 'f-string', jinja2: 'jinja', mustache: 'mustache' } as const satisfies Record<
  string,
  EngineName
>;

/**
 * A prompt as LangChain saves it: one text and how its variables are written. Those that load examples, other files or
 * values of their own are more than that text, and are not read.
 */
export const langchain: OnePromptFormat = {
  name: 'LangChain prompt',
  knownBy: 'keys',
  about: {
    recognisedBy:
      'JSON or YAML with a `template` beside `_type: prompt`, `input_variables` or `template_format`, and no `partial_variables`',
    filled: '`{name}`, or as its `template_format` says (`jinja2`, `mustache`)',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: [
      '`partial_variables`, and prompts made of others: chat, few-shot and pipeline prompts of `_type`',
      '`template_path` and `output_parser`',
    ],
    example: {
      path: 'prompts/answer.json',
      text: `{
  "_type": "prompt",
  "input_variables": ["context", "question"],
  "template": "Answer from this alone: {context}\\n\\nQuestion: {question}"
}
`,
    },
    reference: { library: '`langchain-core` (Python), `load_prompt`' },
  },
  recognises: (path, text) => ending.test(path) && readSaved(path, text) !== undefined,
  read: readLangchain,
  render: renderMessages,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

function readLangchain(path: string, text: string): ReadPrompt {
  const saved = readSaved(path, text);
  const problem = { reason: 'files', what: 'This is no prompt of LangChain.', at: { file: path } } as const;
  if (saved === undefined) return { kind: 'broken', problems: [problem] };
  const { template, engine, at } = saved;
  const names = engine === 'jinja' ? readJinjaNames(template) : undefined;
  if (names?.kind === 'failed') {
    const what = `The template cannot be read: ${names.failure.why}.`;
    return { kind: 'broken', problems: [{ ...problem, at, what, fix: 'Mend the template.' }] };
  }
  const prompt = {
    path,
    format: langchain.name,
    messages: [{ role: 'user', content: template }],
    engine,
    ...(names?.kind === 'names' && { optional: names.optional }),
    open: { engine: false, role: true },
    params: {},
    defaults: {},
    variables: engines[engine].variables(template),
    refersTo: [],
    notes: [],
  } as const;
  return { kind: 'prompt', prompt, cases: [] };
}

type Saved = { readonly template: string; readonly engine: EngineName; readonly at: Position };

/** Its text, where that stands and the language of it, where that is all that the file says. */
function readSaved(path: string, text: string): Saved | undefined {
  if (!/["']?\btemplate["']?\s*:/u.test(text)) return undefined;
  const read = readYaml(text, path);
  if (read.kind === 'broken' || !isObject(read.located.value)) return undefined;
  const { _type: type, template, template_format: format = 'f-string', ...others } = read.located.value;
  const isSaved = type === 'prompt' || 'input_variables' in others || 'template_format' in read.located.value;
  const engine = Object.entries(languages).find(([name]) => name === format)?.[1];
  if (typeof template !== 'string' || engine === undefined || !isSaved || addsTo(others)) return undefined;
  return type === undefined || type === 'prompt' ? { template, engine, at: read.located.at(['template']) } : undefined;
}

/** Whether it fills in values of its own. */
function addsTo({ partial_variables: own = null }: JsonObject): boolean {
  return own !== null && !(isObject(own) && Object.keys(own).length === 0);
}
