import type { JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { ToolCall } from '../reply.ts';
import type { BothSides } from '../side.ts';
import { argumentsOf } from '../tools/call-arguments.ts';
import { declaredTools } from '../tools/declared-tools.ts';

/** A skill as an agent knows it before it has read it. */
export type Skill = {
  readonly name: string;
  /** Empty where the file has none. */
  readonly description: string;
  /** Its file keeps it from the model (`disable-model-invocation`): users alone may start it. */
  readonly hidden?: true;
};

/** The tool by which a model picks a skill; its one argument is `skill`. */
const skillTool = 'Skill';

/** Characters of a description that are offered: the most that the Agent Skills specification allows. */
const longestDescription = 1024;

/**
 * The question that trigger cases ask: all skills by name and description in the system text, and one function whose argument names
 * one of them. Services hold a function's own description to about a thousand characters, so the list does not stand there.
 */
export function offerSkills(skills: readonly Skill[]): { readonly system: string; readonly params: JsonObject } {
  const offered = skills.filter(({ hidden }) => hidden !== true);
  const listed = offered.map(({ name, description }) => `- ${name}: ${onOneLine(description)}`);
  const system = [
    'You are an agent that can use skills. A skill is a set of instructions for one kind of task.',
    `<available_skills>\n${listed.join('\n')}\n</available_skills>`,
    offered.length === 0
      ? 'There is no skill yet: answer the user yourself.'
      : `Look at what the user asks for. If one of these skills is meant for it, call the tool \`${skillTool}\` with the name of that skill, before anything else. If none is, answer without a skill.`,
  ].join('\n\n');
  return { system, params: offered.length === 0 ? {} : { tools: [toolFor(offered.map(({ name }) => name))] } };
}

function toolFor(names: readonly string[]): JsonObject {
  return {
    type: 'function',
    function: {
      name: skillTool,
      description: 'Loads a skill: its instructions for the task come back.',
      parameters: {
        type: 'object',
        properties: { skill: { type: 'string', enum: [...names], description: 'Name of the skill.' } },
        required: ['skill'],
      },
    },
  };
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, longestDescription);
}

/** The names that a request offers. */
export function offeredSkills(params: JsonObject): ReadonlySet<string> {
  const tool = declaredTools(params).find(({ name }) => name === skillTool);
  const properties = isObject(tool?.parameters) ? tool.parameters['properties'] : undefined;
  const skill = isObject(properties) ? properties['skill'] : undefined;
  const names = isObject(skill) ? skill['enum'] : undefined;
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
}

/** The skills that calls pick, each once, in their order. */
export function pickedSkills(calls: readonly ToolCall[]): readonly string[] {
  const picked = calls.flatMap((call) => {
    const given = call.name === skillTool ? argumentsOf(call) : undefined;
    const named = isObject(given) ? given['skill'] : undefined;
    return typeof named === 'string' ? [named] : [];
  });
  return [...new Set(picked)];
}

/** The skills that the two sides of a case ask about; nothing where neither does. */
export function askedSkills(skills: BothSides<string | undefined>): { readonly skills?: Partial<BothSides<string>> } {
  const { old, new: next } = skills;
  if (old === undefined && next === undefined) return {};
  return { skills: { ...(old !== undefined && { old }), ...(next !== undefined && { new: next }) } };
}
