import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { readYaml } from '../../../core/yaml/read-yaml.ts';
import { type Assertion, asks, type MapAssertion, type MappedAssertion, notRun } from './mapped-assertion.ts';

const draft07 = 'http://json-schema.org/draft-07/schema#';

/**
 * Assertions on a reply that is JSON. promptfoo takes no fence around it and reads schemas by draft-07; `format` it
 * checks, here it is an annotation.
 */
export const jsonAssertions = {
  'is-json': isJson,
  'contains-json': containsJson,
} as const satisfies Record<string, MapAssertion>;

function isJson({ value, negated }: Assertion): MappedAssertion {
  const prefix = negated ? 'not-' : '';
  const options = { strict: true };
  if (value === null || value === '') return asks({ kind: `${prefix}json`, argument: null, options });
  const schema = schemaIn(value);
  if (schema === undefined) return notRun('its value is no JSON Schema');
  return asks({ kind: `${prefix}json-schema`, argument: schema, options });
}

function containsJson({ value, negated }: Assertion): MappedAssertion {
  const kind = negated ? 'not-contains-json' : 'contains-json';
  if (value === null || value === '') return asks({ kind, argument: null });
  const schema = schemaIn(value);
  return schema === undefined ? notRun('its value is no JSON Schema') : asks({ kind, argument: schema });
}

/** A schema as written, or as YAML in a text; a map is of draft-07 unless it says otherwise. */
function schemaIn(value: Json): JsonObject | boolean | undefined {
  const schema = typeof value === 'string' ? parse(value) : value;
  if (typeof schema === 'boolean') return schema;
  return isObject(schema) ? { $schema: draft07, ...schema } : undefined;
}

function parse(text: string): Json | undefined {
  const read = readYaml(text, 'schema');
  return read.kind === 'read' ? read.located.value : undefined;
}
