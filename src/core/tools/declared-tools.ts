import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';

/** A tool as a prompt declares it. `parameters`: the schema of its arguments. */
export type DeclaredTool = { readonly name: string; readonly description?: string; readonly parameters?: Json };

/** The tools of a prompt's parameters, in the form of today's API or of its older one (`functions`); what names no function is none. */
export function declaredTools(params: JsonObject): readonly DeclaredTool[] {
  return [...listOf(params['tools']), ...listOf(params['functions'])].flatMap((written): readonly DeclaredTool[] => {
    if (!isObject(written)) return [];
    const inner = written['function'];
    const { name, description, parameters } = isObject(inner) ? inner : written;
    if (typeof name !== 'string') return [];
    return [
      {
        name,
        ...(typeof description === 'string' ? { description } : {}),
        ...(parameters === undefined ? {} : { parameters }),
      },
    ];
  });
}

/** Names of the arguments that a tool's schema lists. */
export function argumentNames({ parameters }: DeclaredTool): readonly string[] {
  const properties = parameters !== undefined && isObject(parameters) ? parameters['properties'] : undefined;
  return properties !== undefined && isObject(properties) ? Object.keys(properties) : [];
}

/** What became of one tool, in words. */
export type ToolChange = { readonly tool: string; readonly what: readonly string[] };

/** What an edit did to the tools that a prompt declares: those that are gone, came, or are described or called in another way. */
export function compareTools(old: JsonObject, next: JsonObject): readonly ToolChange[] {
  const [before, after] = [declaredTools(old), declaredTools(next)].map(
    (tools) => new Map(tools.map((tool) => [tool.name, tool])),
  );
  if (before === undefined || after === undefined) return [];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name): readonly ToolChange[] => {
    const [one, other] = [before.get(name), after.get(name)];
    if (other === undefined) return [{ tool: name, what: ['removed'] }];
    if (one === undefined) return [{ tool: name, what: ['added'] }];
    const what = [
      ...(one.description === other.description ? [] : ['description changed']),
      ...compareSchemas(one, other),
    ];
    return what.length === 0 ? [] : [{ tool: name, what }];
  });
}

function compareSchemas(one: DeclaredTool, other: DeclaredTool): readonly string[] {
  if (canonicalJson(one.parameters ?? null) === canonicalJson(other.parameters ?? null)) return [];
  const [before, after] = [argumentNames(one), argumentNames(other)];
  const told = [...new Set([...before, ...after])].flatMap((name) => {
    if (!after.includes(name)) return [`argument \`${name}\` removed`];
    if (!before.includes(name)) return [`argument \`${name}\` added`];
    const [was, is] = [one, other].map((tool) => canonicalJson(schemaOf(tool, name)));
    return was === is ? [] : [`argument \`${name}\` changed`];
  });
  // What is required, or else beside the properties.
  return told.length === 0 ? ['schema changed'] : told;
}

function schemaOf({ parameters }: DeclaredTool, name: string): Json {
  const properties = parameters !== undefined && isObject(parameters) ? parameters['properties'] : undefined;
  return properties !== undefined && isObject(properties) ? (properties[name] ?? null) : null;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
