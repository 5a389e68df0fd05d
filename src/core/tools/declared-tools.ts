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
  return Object.keys(propertiesOf(parameters));
}

/** Parameters that declare what a reply may be, which are compared by what they declare. */
export const declaredInParams: ReadonlySet<string> = new Set(['tools', 'functions', 'response_format']);

/** What became of one tool, in words; where it is described in another way, both descriptions. */
export type ToolChange = {
  readonly tool: string;
  readonly what: readonly string[];
  readonly description?: { readonly old: string; readonly new: string };
};

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
      ...compareSchemas(one.parameters, other.parameters, 'argument'),
    ];
    if (what.length === 0) return [];
    const description = { old: one.description ?? '', new: other.description ?? '' };
    return [{ tool: name, what, ...(description.old !== description.new && { description }) }];
  });
}

/** What became of the form that replies must have, in words; empty where nothing did. */
export function compareResponseFormats(old: JsonObject, next: JsonObject): readonly string[] {
  const [before, after] = [old['response_format'], next['response_format']];
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  const [was, is] = [formatOf(before), formatOf(after)];
  if (was.type !== is.type) return [`\`${was.type}\` → \`${is.type}\``];
  const told = [
    ...(was.name === is.name ? [] : [`schema \`${was.name}\` → \`${is.name}\``]),
    ...compareSchemas(was.schema, is.schema, 'field'),
  ];
  return told.length === 0 ? ['changed beside its schema'] : told;
}

type ResponseFormat = { readonly type: string; readonly name: string; readonly schema?: Json };

function formatOf(written: Json | undefined): ResponseFormat {
  if (written === undefined || !isObject(written)) return { type: 'text', name: '' };
  const { type, json_schema: inner } = written;
  const { name, schema } = inner !== undefined && isObject(inner) ? inner : written;
  return {
    type: typeof type === 'string' ? type : 'text',
    name: typeof name === 'string' ? name : '',
    ...(schema !== undefined && { schema }),
  };
}

/** What became of the properties of a schema, in words. @param noun what a property is called */
function compareSchemas(one: Json | undefined, other: Json | undefined, noun: 'argument' | 'field'): readonly string[] {
  if (canonicalJson(one ?? null) === canonicalJson(other ?? null)) return [];
  const [before, after] = [propertiesOf(one), propertiesOf(other)];
  const told = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    if (!Object.hasOwn(after, name)) return [`${noun} \`${name}\` removed`];
    if (!Object.hasOwn(before, name)) return [`${noun} \`${name}\` added`];
    const [was, is] = [before, after].map((properties) => canonicalJson(properties[name] ?? null));
    return was === is ? [] : [`${noun} \`${name}\` changed`];
  });
  // What is required, or else beside the properties.
  return told.length === 0 ? ['schema changed'] : told;
}

function propertiesOf(schema: Json | undefined): JsonObject {
  const properties = schema !== undefined && isObject(schema) ? schema['properties'] : undefined;
  return properties !== undefined && isObject(properties) ? properties : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
