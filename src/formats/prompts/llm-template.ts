import type { Json, JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt, PromptMessage, UnfilledPlace } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { nameParams } from '../../core/prompt-file/read-params.ts';
import type { Filled } from '../../core/template/engine.ts';
import { showAsPython } from '../../core/template/jinja/render-jinja.ts';
import { type RenderedMessages, renderWith } from '../../core/template/render-messages.ts';
import { type Marker, namesOfMarkers, replaceMarkers } from '../../core/template/replace-markers.ts';
import type { Located } from '../../core/yaml/located.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

/** Keys of a template, and what their values are; all others make llm refuse the file. */
const kinds = {
  prompt: 'text',
  system: 'text',
  model: 'text',
  name: 'text',
  functions: 'text',
  defaults: 'map',
  options: 'map',
  schema_object: 'map',
  extract: 'switch',
  extract_last: 'switch',
  fragments: 'list',
  system_fragments: 'list',
  attachments: 'list',
  attachment_types: 'list',
  tools: 'list',
} as const;
const known: readonly string[] = Object.keys(kinds);
/** Keys that a map of two texts has too. */
const usual: readonly string[] = ['prompt', 'system', 'name'];

/**
 * A template of `llm` (`llm/templates.py`): what is said to the system, and what to the user with `$input` in it, as Python's
 * `string.Template` fills it.
 */
export const llmTemplate: OnePromptFormat = {
  name: 'llm template',
  knownBy: 'keys',
  about: {
    recognisedBy:
      'YAML with `prompt` or `system` among no other keys than a template of `llm` has, and one of these or a `$name` in its texts',
    filled: '`$name` and `${name}`; `$input` is what the user says, and stands behind a `prompt` that does not name it',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: [
      '`fragments`, `system_fragments`, `attachments`: a prompt with some is `unreviewed`',
      '`tools`, `functions` and `extract`, which `llm` runs itself: noted',
      'models by an alias of `llm`: write what the service calls it',
    ],
    example: {
      path: 'templates/summary.yaml',
      text: `model: gpt-5.6-luna
system: You summarise for a $reader.
prompt: |
  Summarise in three sentences:

  $input
`,
    },
    reference: {
      library: '`llm`, `llm/templates.py`',
      suite: { name: 'files of its shapes, filled by it', passed: 10, of: 10, on: '2026-11-29' },
    },
  },
  recognises: (path, text) => /\.ya?ml$/iu.test(path) && isTemplate(text),
  read: readTemplate,
  render: renderTemplate,
  suffix: (path) => /\.ya?ml$/iu.exec(path)?.[0] ?? '',
};

/** Told by its keys, also where it cannot be parsed. A map of texts that are filled otherwise is another thing. */
function isTemplate(text: string): boolean {
  const keys = Array.from(text.matchAll(/^(?<key>[A-Za-z_]\w*)\s*:/gmu), ({ groups }) => groups?.['key'] ?? '');
  if (!keys.some((key) => key === 'prompt' || key === 'system') || !keys.every((key) => known.includes(key)))
    return false;
  const hasDollars = /\$(?:[A-Za-z_]|\{[A-Za-z_]\w*\})/u.test(text);
  const hasBraces = /\{\{|\{%|(?<!\$)\{[A-Za-z_]\w*\}/u.test(text);
  return hasDollars || (!hasBraces && keys.some((key) => !usual.includes(key)));
}

function readTemplate(path: string, text: string): ReadPrompt {
  const read = readYaml(text, path);
  if (read.kind === 'broken') return read;
  const { located } = read;
  const file = isObject(located.value) ? located.value : {};
  const problems = findFaults(file, located);
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };
  const { prompt: said = '', system = '', model, options = null, defaults = null, schema_object: schema = null } = file;
  const [prompt, instructions] = [showAsPython(said), showAsPython(system)];
  const names = [...new Set([prompt, instructions].flatMap(namesIn))];
  // Where it has no words of the user's own, what the user says is the turn.
  const turn = prompt === '' && names.includes('input') ? '$input' : prompt;
  const messages: readonly PromptMessage[] = [
    ...(instructions === '' ? [] : [{ role: 'system' as const, content: instructions }]),
    ...(turn === '' ? [] : [{ role: 'user' as const, content: turn }]),
  ];
  // llm looks for a bare `$input`: in braces it fills it with nothing, and puts what the user says behind.
  const isJoined = turn !== '' && !/\$input\b/u.test(turn + instructions);
  const isMissed = isJoined && names.includes('input');
  const params = { ...nameParams(isObject(options) ? options : {}), ...(isObject(schema) && responseOf(schema)) };
  const read_: Prompt = {
    path,
    format: llmTemplate.name,
    messages,
    engine: 'string-template',
    open: { engine: false, role: false },
    ...(typeof model === 'string' && { model }),
    params,
    unfilled: ['fragments', 'system_fragments', 'attachments', 'attachment_types'].flatMap((key) =>
      placesOf(key, file[key] ?? null),
    ),
    defaults: isObject(defaults) ? defaults : {},
    variables: isJoined ? [...new Set([...names, 'input'])] : names,
    ...(isJoined && { optional: ['input'] }),
    refersTo: [],
    notes: [
      ...(isMissed ? [{ text: missed }] : []),
      ...Object.entries(notSent).flatMap(([key, what]) =>
        file[key] === undefined || file[key] === null || file[key] === false
          ? []
          : [{ text: `\`${key}\`: ${what}.`, at: located.at([key], 'key') }],
      ),
    ],
  };
  return { kind: 'prompt', prompt: read_, cases: [] };
}

const missed =
  '`llm` fills `${input}` with nothing and puts what the user says behind the prompt, as is done here. Write `$input` where it belongs.';

/** What llm does beside the request. */
const notSent = {
  tools: '`llm` offers these tools of its own to the model; they are not sent here',
  functions: '`llm` offers these functions to the model; they are not sent here',
  extract: '`llm` takes the first code block out of the reply; checks see all of it here',
  extract_last: '`llm` takes the last code block out of the reply; checks see all of it here',
};

function responseOf(schema: JsonObject): JsonObject {
  return { response_format: { type: 'json_schema', json_schema: { name: 'output', schema } } };
}

function placesOf(key: string, value: Json): readonly UnfilledPlace[] {
  const held: readonly Json[] = Array.isArray(value) ? value : [];
  const isText = key.endsWith('fragments');
  return held.map((one) => ({
    marker: showAsPython(isObject(one) ? (one['value'] ?? null) : one),
    writtenAs: `one of \`${key}\`, which \`llm\` reads from ${isText ? 'a file, an address or its own store' : 'a file or an address'}`,
    fix: isText ? 'Write its text into `prompt` or `system`.' : 'Ask it in words alone.',
  }));
}

function findFaults(file: JsonObject, located: Located): readonly Problem[] {
  const fault = (what: string, key: string, on: 'key' | 'value', fix?: string): Problem => ({
    reason: 'files',
    what,
    at: located.at([key], on),
    ...(fix !== undefined && { fix }),
  });
  const wrong = Object.entries(kinds).flatMap(([key, kind]) => {
    const value = file[key] ?? null;
    if (value === null || isOf(kind, value)) return [];
    return [fault(`\`${key}\` must be a ${kind}, not ${nameType(value)}.`, key, 'value')];
  });
  const strays = Object.keys(file).filter((key) => !known.includes(key));
  const refused = strays.map((key) =>
    fault(`\`llm\` knows no \`${key}\`.`, key, 'key', `It takes ${known.join(', ')}.`),
  );
  const texts = (['prompt', 'system'] as const).flatMap((key) => {
    const value = file[key];
    const stray = typeof value === 'string' ? findStray(value) : undefined;
    if (stray === undefined) return [];
    return [fault(`\`${stray}\` is no variable, and \`llm\` refuses it.`, key, 'value', 'Write `$$` for a dollar.')];
  });
  const isEmpty = ['prompt', 'system'].every((key) => (file[key] ?? '') === '');
  const empty: readonly Problem[] = isEmpty
    ? [{ reason: 'files', what: 'The template has neither `prompt` nor `system`.', at: located.at([]) }]
    : [];
  return [...wrong, ...refused, ...texts, ...empty];
}

function isOf(kind: (typeof kinds)[keyof typeof kinds], value: Json): boolean {
  if (kind === 'map') return isObject(value);
  if (kind === 'list') return Array.isArray(value);
  return kind === 'switch' ? typeof value === 'boolean' : typeof value === 'string';
}

const markers = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\}|)/gu;
const readMarker = ([written, escaped, bare, braced]: readonly string[]): Marker | undefined => {
  if (escaped !== undefined) return { text: '$' };
  return written === '$' ? undefined : { name: bare ?? braced ?? '' };
};

/** A dollar that is neither doubled nor before a name. */
function findStray(template: string): string | undefined {
  const stray = Array.from(template.matchAll(markers)).find(([written]) => written === '$');
  return stray && template.slice(stray.index, stray.index + 20).split('\n', 1)[0];
}

function namesIn(template: string): readonly string[] {
  return namesOfMarkers(template, markers, readMarker);
}

function renderTemplate(prompt: Prompt, vars: JsonObject): RenderedMessages {
  const values = { ...prompt.defaults, ...vars };
  const isJoined = prompt.optional?.includes('input') === true;
  const shown = Object.entries(values).map(([name, value]) => [name, showAsPython(value)] as const);
  const filled = { ...Object.fromEntries(shown), ...(isJoined && { input: '' }) };
  const fill = (template: string): Filled => replaceMarkers(template, markers, filled, readMarker);
  const { messages, unknown } = renderWith({ fill }, prompt, vars);
  if (!isJoined) return { messages, unknown };
  const input = showAsPython(values['input'] ?? '');
  if (input === '') return { messages, unknown: Object.hasOwn(values, 'input') ? unknown : [...unknown, 'input'] };
  const last = messages.length - 1;
  return {
    messages: messages.map((one, index) => (index === last ? { ...one, content: `${one.content}\n${input}` } : one)),
    unknown,
  };
}
