import type { Json, JsonObject } from '../../core/json.ts';
import type { Position, Problem } from '../../core/problem.ts';
import type { Prompt, PromptMessage, UnfilledPlace } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { showValue } from '../../core/template/fill-template.ts';
import { showAsPython } from '../../core/template/jinja/render-jinja.ts';
import { type RenderedMessages, renderWith } from '../../core/template/render-messages.ts';
import { type Marker, namesOfMarkers, replaceMarkers } from '../../core/template/replace-markers.ts';
import type { Located } from '../../core/yaml/located.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Format, KeyedPrompt, ReadFile, UsedFiles } from './types.ts';

const ending = /\.ya?ml$/iu;
/** Keys that each entry of a kind has. */
const kinds = { agent: ['role', 'goal', 'backstory'], task: ['description', 'expected_output'] } as const;
type Kind = keyof typeof kinds;
const beside = 'agents.yaml';

/**
 * crewAI's agents and tasks (`config/agents.yaml`, `config/tasks.yaml`), each a prompt: what an agent is told of itself, and the
 * task as it is put to it (`utilities/prompts.py`, `task.py`). A task has its agent from the file beside it.
 */
export const crewAi: Format = {
  name: 'crewAI',
  knownBy: 'keys',
  about: {
    recognisedBy: 'YAML whose entries have `role`, `goal` and `backstory`, or `description` and `expected_output`',
    filled: '`{name}`; an agent’s task is `{input}`, and what earlier tasks gave is `{context}`',
    cases: 'beside it, in `{name}.KEY.cases.yml`, or in one file with `prompt: KEY`',
    notRead: [
      'agents with templates of their own, `inject_date`, `markdown` and schemas of a task: they are `unreviewed`',
      'tools, memory, knowledge and delegation: the first message of each task is asked',
    ],
    example: {
      path: 'config/agents.yaml',
      text: `researcher:
  role: Researcher of {topic}
  goal: Find what is new in {topic}
  backstory: You are thorough, and you name your sources.
`,
    },
    reference: {
      library: '`crewai`, `utilities/prompts.py`, `task.py` and `utilities/string_utils.py`',
      suite: { name: 'files of its shapes, put together by these', passed: 9, of: 9, on: '2026-11-29' },
    },
    more: 'A crew that works in sequence gives each task what the one before it gave, also without `context`: a case tries that by the key `context`.',
  },
  recognises: (path, text) => ending.test(path) && kindOf(path, text) !== undefined,
  read: (path, text, _kinds, used) => readCrew(path, text, used),
  uses: {
    mayUse: (path, other) =>
      ending.test(path) && folderOf(path) === folderOf(other) && /(?:^|\/)agents\.ya?ml$/iu.test(other),
    list: (path, text) =>
      ending.test(path) && kindOf(path, text) === 'task'
        ? [{ name: beside, paths: [beside, 'agents.yml'], optional: true }]
        : [],
  },
  render: renderCrew,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** What the entries of a file are; `undefined` where none has the keys of either. A file that cannot be parsed is told by its keys. */
function kindOf(path: string, text: string): Kind | undefined {
  const found = (['agent', 'task'] as const).find((kind) => kinds[kind].every((key) => text.includes(key)));
  if (found === undefined) return undefined;
  const read = readYaml(text, path);
  if (read.kind === 'broken')
    return kinds[found].every((key) => new RegExp(`^[ \\t]+${key}[ \\t]*:`, 'mu').test(text)) ? found : undefined;
  const { value } = read.located;
  const entries = isObject(value) ? Object.values(value) : [];
  return (['agent', 'task'] as const).find((kind) =>
    entries.some((entry) => isObject(entry) && kinds[kind].every((key) => Object.hasOwn(entry, key))),
  );
}

function readCrew(path: string, file: string, used: UsedFiles | undefined): ReadFile {
  const read = readYaml(file, path);
  if (read.kind === 'broken') return read;
  const { located } = read;
  const kind = kindOf(path, file) ?? 'agent';
  const entries = Object.entries(isObject(located.value) ? located.value : {});
  const [first, ...rest] = entries.flatMap(([name, entry]) => findFaults(name, entry, kind, located));
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest.slice(0, 19)] };
  const source = kind === 'task' ? used?.(path, beside) : undefined;
  const agents = source === undefined ? undefined : agentsOf(source);
  const prompts = entries.map(([name, entry]): KeyedPrompt => {
    const own = isObject(entry) ? entry : {};
    const prompt = toPrompt(
      kind === 'agent' ? readAgent(own) : readTask(own, agents, located.at([name])),
      `${path}#${name}`,
      source?.path,
    );
    const text = Object.entries(own).map(([key, value]) => `${key}: ${showValue(value)}`);
    return { key: name, text: text.join('\n'), prompt, cases: [] };
  });
  return { kind: 'prompts', prompts };
}

function findFaults(name: string, entry: Json, kind: Kind, located: Located): readonly Problem[] {
  const fault = (what: string, at: Position): Problem => ({ reason: 'files', what, at });
  if (!isObject(entry)) return [fault(`\`${name}\` must be a map, not ${nameType(entry)}.`, located.at([name]))];
  return kinds[kind].flatMap((key) => {
    const value = entry[key];
    if (value === undefined) return [fault(`The ${kind} \`${name}\` has no \`${key}\`.`, located.at([name], 'key'))];
    return typeof value === 'string'
      ? []
      : [fault(`\`${key}\` must be a text, not ${nameType(value)}.`, located.at([name, key]))];
  });
}

/** Agents of the file beside; what is wrong with it is told where it is read itself. */
function agentsOf({ path, text }: { readonly path: string; readonly text: string }): JsonObject {
  const read = readYaml(text, path);
  return read.kind === 'read' && isObject(read.located.value) ? read.located.value : {};
}

type Made = Pick<Prompt, 'messages' | 'notes' | 'unfilled'> & { readonly model: Json | undefined };

/** Keys of crewAI that add texts which are made elsewhere. */
const adding = {
  system_template: 'a template of the agent’s own, which is not put together here',
  prompt_template: 'a template of the agent’s own, which is not put together here',
  inject_date: 'a date that crewAI adds',
  markdown: 'instructions that crewAI adds',
  output_json: 'a schema that crewAI adds from code',
  output_pydantic: 'a schema that crewAI adds from code',
} as const;

function placesOf(...entries: readonly JsonObject[]): readonly UnfilledPlace[] {
  return Object.entries(adding).flatMap(([key, writtenAs]) =>
    entries.some((entry) => ![undefined, null, false, ''].includes(flag(entry[key])))
      ? [{ marker: key, writtenAs, fix: 'Keep the messages that crewAI sends in a prompt file of their own.' }]
      : [],
  );
}

function flag(value: Json | undefined): string | false | null | undefined {
  return value === undefined || value === null || value === false ? value : JSON.stringify(value);
}

function systemOf(agent: JsonObject): PromptMessage {
  const [role, goal, backstory] = kinds.agent.map((key) => showAsPython(agent[key] ?? ''));
  return { role: 'system', content: `You are ${role}. ${backstory}\nYour personal goal is: ${goal}` };
}

function taskOf(text: string, hasTools: boolean): PromptMessage {
  return { role: 'user', content: `\nCurrent Task: ${text}${hasTools ? '' : '\n\nProvide your complete response:'}` };
}

const hasTools = (...entries: readonly JsonObject[]): boolean =>
  entries.some(({ tools = null }) => Array.isArray(tools) && tools.length > 0);
const noTools = 'Its tools are not sent: code gives them to crewAI.';

function readAgent(agent: JsonObject): Made {
  const tools = hasTools(agent);
  return {
    messages: [systemOf(agent), taskOf('{input}', tools)],
    model: agent['llm'],
    unfilled: placesOf(agent),
    notes: tools ? [{ text: noTools }] : [],
  };
}

function readTask(task: JsonObject, agents: JsonObject | undefined, at: Position): Made {
  const name = showAsPython(task['agent'] ?? '');
  const found = agents !== undefined && Object.hasOwn(agents, name) ? agents[name] : undefined;
  const agent = isObject(found) && kinds.agent.every((key) => typeof found[key] === 'string') ? found : undefined;
  const [description, expected] = kinds.task.map((key) => showAsPython(task[key] ?? ''));
  const { context = null } = task;
  const isGiven = Array.isArray(context) && context.length > 0;
  const text = `${description}\n\nThis is the expected criteria for your final answer: ${expected}\nyou MUST return the actual complete content as the final answer, not a summary.`;
  const whole = isGiven ? `${text}\n\nThis is the context you're working with:\n{context}` : text;
  const tools = hasTools(task, agent ?? {});
  const lacks = `No agent \`${name}\` is read from \`${beside}\` beside it: the task is asked without what the agent is told of itself.`;
  return {
    messages: [...(agent === undefined ? [] : [systemOf(agent)]), taskOf(whole, tools)],
    model: agent?.['llm'],
    unfilled: placesOf(task, agent ?? {}),
    notes: [...(agent === undefined ? [{ text: lacks, at }] : []), ...(tools ? [{ text: noTools }] : [])],
  };
}

function toPrompt({ messages, model, notes, unfilled }: Made, path: string, from: string | undefined): Prompt {
  const names = messages.flatMap(({ content }) => namesOfMarkers(content, placeholder, readMarker));
  return {
    path,
    format: crewAi.name,
    messages,
    engine: 'f-string',
    open: { engine: false, role: false },
    ...(typeof model === 'string' && { model }),
    params: {},
    ...(unfilled !== undefined && { unfilled }),
    defaults: {},
    variables: [...new Set(names)],
    refersTo: from === undefined ? [] : [from],
    notes,
  };
}

const placeholder = /\{([A-Za-z_][\w-]*)\}/gu;
const readMarker = ([, name = '']: readonly string[]): Marker => ({ name });

/** Braces around anything but a name are text, and doubled ones stay doubled. */
function renderCrew(prompt: Prompt, vars: JsonObject): RenderedMessages {
  const shown = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, showAsPython(value)]));
  const fill = (template: string) => replaceMarkers(template, placeholder, shown, readMarker);
  const { messages, unknown } = renderWith({ fill }, prompt, vars);
  return { messages: messages.map((one) => ({ ...one, content: one.content.trimEnd() })), unknown };
}
