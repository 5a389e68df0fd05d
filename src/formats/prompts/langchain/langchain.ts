import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { engines } from '../../../core/template/engines.ts';
import { readJinjaNames } from '../../../core/template/jinja/render-jinja.ts';
import { renderMessages } from '../../../core/template/render-messages.ts';
import { readYaml } from '../../../core/yaml/read-yaml.ts';
import type { OnePromptFormat, ReadPrompt } from '../types.ts';
import type { Held, HeldRead } from './held.ts';
import { readDumped } from './read-dumped.ts';
import { readSaved } from './read-saved.ts';

const ending = /\.(?:json|ya?ml)$/iu;

/**
 * A prompt as LangChain saves it (`_type`) or dumps it (`lc`): texts, how their variables are written, examples, values of its
 * own. Those that load other files are more than what is in them, and are not read.
 */
export const langchain: OnePromptFormat = {
  name: 'LangChain prompt',
  knownBy: 'keys',
  about: {
    recognisedBy:
      'JSON or YAML with `_type: prompt`, `few_shot` or `chat`; with a `template` beside `input_variables` or `template_format`; or with `lc: 1`, as `dumpd` writes prompt templates',
    filled: '`{name}`, or as its `template_format` says (`jinja2`, `mustache`)',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: [
      'texts and examples in other files (`template_path`, `examples: examples.json` …), `example_selector`, `output_parser`',
      'pictures in a dumped chat, and chains: they are `unreviewed`',
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
    reference: {
      library: '`langchain-core`, `load_prompt` and `dumpd`',
      suite: { name: 'files of its shapes, filled by `@langchain/core` 1.4.0', passed: 9, of: 9, on: '2026-11-29' },
    },
    more: `Examples are filled first, and the joined text is a template once more: braces in an example are doubled twice. A place for messages
(\`MessagesPlaceholder\`) takes a variable that is a list of \`{role, content}\`; the turns of a case (\`history\`) need none.`,
  },
  recognises: (path, text) => ending.test(path) && readHeld(path, text).kind !== 'other',
  read: readLangchain,
  render: renderMessages,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

type Read = HeldRead | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** A file that nothing can be made of was meant as one where it says so. */
const meant = /["']?\b_type["']?\s*:\s*["']?(?:prompt|few_shot|chat)\b|["']lc["']\s*:\s*1\b/u;

/** What a file holds, where that is all that it says. */
function readHeld(path: string, text: string): Read {
  if (!/["']?\b(?:template|_type|lc)["']?\s*:/u.test(text)) return { kind: 'other' };
  const read = readYaml(text, path);
  if (read.kind === 'broken') return meant.test(text) ? read : { kind: 'other' };
  const { value } = read.located;
  if (!isObject(value)) return { kind: 'other' };
  return 'lc' in value ? readDumped(value, read.located) : readSaved(value, read.located);
}

function readLangchain(path: string, text: string): ReadPrompt {
  const read = readHeld(path, text);
  const problem = { reason: 'files', what: 'This is no prompt of LangChain.', at: { file: path } } as const;
  if (read.kind === 'other') return { kind: 'broken', problems: [problem] };
  if (read.kind !== 'held') return read;
  const { held } = read;
  const names = held.messages.map(({ content, verbatim, holds }) => {
    if (verbatim === true) return { names: [], optional: [] };
    if (holds !== undefined) return { names: [holds], optional: held.optional };
    if (held.engine !== 'jinja') return { names: engines[held.engine].variables(content), optional: [] };
    const jinja = readJinjaNames(content);
    return jinja.kind === 'names' ? jinja : jinja.failure;
  });
  const failed = names.find((one) => 'why' in one);
  if (failed !== undefined) {
    const what = `The template cannot be read: ${failed.why}.`;
    return { kind: 'broken', problems: [{ ...problem, at: held.at, what, fix: 'Mend the template.' }] };
  }
  return {
    kind: 'prompt',
    prompt: toPrompt(
      path,
      held,
      names.flatMap((one) => ('names' in one ? [one] : [])),
    ),
    cases: [],
  };
}

type Names = { readonly names: readonly string[]; readonly optional: readonly string[] };

function toPrompt(path: string, { messages, engine, defaults }: Held, names: readonly Names[]): Prompt {
  const [only, ...others] = messages;
  return {
    path,
    format: langchain.name,
    messages,
    engine,
    optional: [...new Set(names.flatMap(({ optional }) => optional))],
    // A text has the role that it is used in.
    open: { engine: false, role: only?.role === 'user' && others.length === 0 && only.verbatim === undefined },
    params: {},
    defaults,
    variables: [...new Set(names.flatMap((one) => one.names))],
    refersTo: [],
    notes: [],
  };
}
