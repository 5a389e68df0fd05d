import type { Json, JsonObject } from '../../../core/json.ts';
import type { Message, Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameParams } from '../../../core/prompt-file/read-params.ts';
import type { FillFailure } from '../../../core/template/engine.ts';
import type { RenderedMessages } from '../../../core/template/render-messages.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { readYaml } from '../../../core/yaml/read-yaml.ts';
import type { OnePromptFormat, ReadPrompt, UsedFiles } from '../types.ts';
import { aboutSemanticKernel } from './about-semantic-kernel.ts';
import { fillPieces, readPieces, type TemplateFormat, templateFormats, toKernel } from './fill-kernel.ts';
import { readChat } from './read-chat.ts';

const structured = /\.(?:json|ya?ml)$/iu;
const alone = /(?:^|\/)skprompt\.txt$/iu;
const config = 'config.json';

/**
 * Semantic Kernel's prompts: a `template` in YAML or JSON, or `skprompt.txt` with its `config.json`. Filled, then read as a chat where
 * it holds `<message>` elements, as .NET has it (`KernelPromptTemplate`, `ChatPromptParser`).
 */
export const semanticKernel: OnePromptFormat = {
  name: 'Semantic Kernel',
  knownBy: 'keys',
  about: aboutSemanticKernel,
  recognises: (path, text) => alone.test(path) || (structured.test(path) && isSaved(path, text)),
  read: (path, text, _kinds, used) => (alone.test(path) ? readAlone(path, text, used) : readSaved(path, text)),
  uses: {
    mayUse: (path, other) => alone.test(path) && other === `${path.slice(0, path.lastIndexOf('/') + 1)}${config}`,
    list: (path) => (alone.test(path) ? [{ name: config, paths: [config], optional: true }] : []),
  },
  render: renderKernel,
  suffix: (path) => /\.(?:txt|json|ya?ml)$/iu.exec(path)?.[0] ?? '',
};

/** Other programs have a `template` too: told by its languages, its settings, or how it writes variables. */
function isSaved(path: string, text: string): boolean {
  if (!/["']?\btemplate["']?\s*:/u.test(text)) return false;
  const isMeant =
    /(?:^|[\s{,"'])execution_settings["']?\s*:/mu.test(text) ||
    /["']?\btemplate_format["']?\s*:\s*["']?(?:semantic-kernel|handlebars|liquid)\b/u.test(text);
  const read = readYaml(text, path);
  if (read.kind === 'broken') return isMeant;
  const { value } = read.located;
  if (!isObject(value) || '_type' in value || typeof value['template'] !== 'string') return false;
  const { input_variables: inputs = null, template } = value;
  const hasOwn = typeof template === 'string' && /\{\{\s*\$\w/u.test(template) && !('template_format' in value);
  return isMeant || hasOwn || (Array.isArray(inputs) && inputs.some((one) => isObject(one) && 'name' in one));
}

function readSaved(path: string, text: string): ReadPrompt {
  const read = readYaml(text.replace(/^\u{feff}/u, ''), path);
  if (read.kind === 'broken') return read;
  const { located } = read;
  const file = isObject(located.value) ? located.value : {};
  const { template, template_format: format = 'semantic-kernel' } = file;
  if (typeof template !== 'string') {
    const what = `\`template\` must be a text, not ${nameType(template)}.`;
    return { kind: 'broken', problems: [{ reason: 'files', what, at: located.at(['template']) }] };
  }
  const known = templateFormats.find((one) => one === format);
  if (known === undefined) {
    const what = `Semantic Kernel has no \`template_format\` of this name.`;
    const fix = `It has ${templateFormats.join(', ')}.`;
    return { kind: 'broken', problems: [{ reason: 'files', what, at: located.at(['template_format']), fix }] };
  }
  return { kind: 'prompt', prompt: toPrompt(path, template, known, file), cases: [] };
}

/** The settings of a prompt that is a file of its own lie beside it. */
function readAlone(path: string, text: string, used: UsedFiles | undefined): ReadPrompt {
  const beside = used?.(path, config);
  const read = beside === undefined ? undefined : readYaml(beside.text, beside.path);
  if (read?.kind === 'broken') return read;
  const file = isObject(read?.located.value) ? read.located.value : {};
  const { template_format: format } = file;
  const known = templateFormats.find((one) => one === format) ?? 'semantic-kernel';
  const template = text.replace(/^\u{feff}/u, '').replaceAll('\r\n', '\n');
  if (template.trim() === '') {
    const what = 'The prompt is empty.';
    return {
      kind: 'broken',
      problems: [{ reason: 'files', what, at: { file: path, line: 1 }, fix: 'Write its text.' }],
    };
  }
  return { kind: 'prompt', prompt: toPrompt(path, template, known, file), cases: [] };
}

function toPrompt(path: string, template: string, format: TemplateFormat, file: JsonObject): Prompt {
  const pieces = readPieces(template, format);
  const names = pieces.flatMap((piece) => (piece.kind === 'variable' ? [piece.name] : []));
  const settings = settingsOf(file);
  const {
    model_id: model,
    service_id: _,
    function_choice_behavior: __,
    chat_system_prompt: system,
    stop_sequences: stop,
    ...rest
  } = settings;
  return {
    path,
    format: semanticKernel.name,
    messages: [
      ...(typeof system === 'string' ? [{ role: 'system' as const, content: system, verbatim: true as const }] : []),
      { role: 'user', content: toKernel(template, format) },
    ],
    engine: 'none',
    open: { engine: false, role: false },
    ...(typeof model === 'string' && { model }),
    params: { ...nameParams(rest), ...(Array.isArray(stop) && { stop }) },
    unfilled: [
      ...pieces.flatMap((piece) => (piece.kind === 'unfilled' ? [piece] : [])),
      ...Array.from(template.matchAll(/<(?:image|audio|binary)\b[^<>]*>/giu), ([marker]) => ({
        marker,
        writtenAs: 'a part that is no text, which is not sent here',
        fix: 'Ask its question in words alone.',
      })),
    ],
    defaults: defaultsOf(file),
    variables: [...new Map(names.map((name) => [name.toLowerCase(), name])).values()],
    refersTo: [],
    notes: [],
  };
}

/** Of settings for several services those that are for any, else the first. */
function settingsOf({ execution_settings: settings = null, completion = null }: JsonObject): JsonObject {
  const held = isObject(settings) ? (settings['default'] ?? Object.values(settings)[0] ?? null) : completion;
  return isObject(held) ? held : {};
}

function defaultsOf({ input_variables: inputs = null, input = null }: JsonObject): JsonObject {
  const older = isObject(input) ? (input['parameters'] ?? null) : null;
  const listed: readonly Json[] = Array.isArray(inputs) ? inputs : Array.isArray(older) ? older : [];
  return Object.fromEntries(
    listed.flatMap((one) => {
      const { name, default: value = null, defaultValue = null } = isObject(one) ? one : {};
      const set = value ?? defaultValue;
      return typeof name === 'string' && set !== null && set !== '' ? [[name, set] as const] : [];
    }),
  );
}

function renderKernel({ messages: written, defaults }: Prompt, vars: JsonObject): RenderedMessages {
  const pieces = readPieces(written.at(-1)?.content ?? '', 'semantic-kernel');
  const values = { ...defaults, ...vars };
  const { text, unknown, unshown } = fillPieces(pieces, values, true);
  const made = (messages: readonly Message[], failed?: FillFailure): RenderedMessages => {
    const [first] = written.length > 1 ? written : [];
    const isTold = first === undefined || messages.some(({ role }) => role === 'system');
    const all = isTold ? messages : [{ role: first.role, content: first.content }, ...messages];
    return { messages: all, unknown, ...(failed !== undefined && { failed }) };
  };
  if (unshown !== undefined) return made([], { why: `\`${unshown}\` is a list or a map, and no text`, line: 1 });
  const chat = readChat(text);
  if (chat.kind === 'role') return made([], { why: `\`${chat.role}\` is no role`, line: 1 });
  if (chat.kind === 'chat') return made(chat.messages);
  return made([{ role: 'user', content: fillPieces(pieces, values, false).text }]);
}
