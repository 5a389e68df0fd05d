import { parse } from 'yaml';
import { z } from 'zod';
import type { Json, JsonObject } from '../../core/json.ts';
import { compileSchema } from './compile-schema.ts';

export type Schema = JsonObject | boolean;

/** A JSON Schema, or the path of a file with one. The schema itself is kept as it came, object and all, so that it is compiled once. */
export const schemaArgument = z
  .custom<Schema | string>((written) => (typeof written === 'string' && written !== '') || isSchema(written), {
    error: 'must be a JSON Schema, or the path of a file that holds one',
  })
  .superRefine((written, context) => {
    if (typeof written === 'string') return;
    try {
      compileSchema(written);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    }
  })
  .describe('JSON Schema (draft 2020-12; draft-07 by `$schema`), or the path of a JSON or YAML file with one');

/** The file that an argument names. */
export function schemaFiles(written: Json): readonly string[] {
  return typeof written === 'string' ? [written] : [];
}

/**
 * The schema of the file that an argument names; the argument itself where that was not read.
 * @throws Error that names the file and what is wrong with it.
 */
export function schemaInPlace(path: string, texts: ReadonlyMap<string, string>): Schema | string {
  const text = texts.get(path);
  return text === undefined ? path : readSchema(path, text);
}

function readSchema(path: string, text: string): Schema {
  let schema: Json;
  try {
    // YAML reads JSON too; aliases are capped by the package.
    schema = parse(text);
  } catch (error) {
    throw new Error(`${path} is neither JSON nor YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (!isSchema(schema)) throw new Error(`${path} holds no JSON Schema, which is an object`);
  try {
    compileSchema(schema);
  } catch (error) {
    throw new Error(`${path} is ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return schema;
}

function isSchema(written: unknown): written is Schema {
  return typeof written === 'boolean' || (typeof written === 'object' && written !== null && !Array.isArray(written));
}
