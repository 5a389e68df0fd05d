import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { fillTemplate, listVariables, lookUp } from '../../../core/template/fill-template.ts';

/** Names between double braces in the texts of an argument, at any depth. */
export function listPlaceholders(argument: Json): readonly string[] {
  if (typeof argument === 'string') return listVariables(argument);
  if (argument === null || typeof argument !== 'object') return [];
  return [...new Set(Object.values(argument).flatMap(listPlaceholders))];
}

/** The argument with the values of a test case filled into its texts. */
export function fillArgument(argument: Json, values: JsonObject): Json {
  if (typeof argument === 'string') return fillTemplate(argument, values).text;
  if (isList(argument)) return argument.map((one) => fillArgument(one, values));
  if (!isObject(argument)) return argument;
  return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, fillArgument(value, values)]));
}

/** The list or map that an argument names and says nothing beside: a check may take it as it is, not as a text. */
export function structureNamed(argument: Json, values: JsonObject): Json | undefined {
  if (typeof argument !== 'string') return undefined;
  const [name] = listVariables(argument);
  if (name === undefined || argument.replaceAll(/[\s{}]/gu, '') !== name) return undefined;
  const value = lookUp(name, values);
  return typeof value === 'object' && value !== null ? value : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
