import type { Json } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type Assertion, asks, type MapAssertion, type MappedAssertion, notRun } from './mapped-assertion.ts';

const draft07 = 'http://json-schema.org/draft-07/schema#';

/**
 * Assertions on a reply that is JSON. promptfoo takes no fence around it and reads schemas by draft-07; `format` it
 * checks, here it is an annotation.
 */
export const jsonAssertions = {
  'is-json': isJson,
  'contains-json': () => notRun('no check looks for JSON inside other text'),
} as const satisfies Record<string, MapAssertion>;

function isJson({ value, negated }: Assertion): MappedAssertion {
  const prefix = negated ? 'not-' : '';
  const options = { strict: true };
  if (value === null || value === '') return asks({ kind: `${prefix}json`, argument: null, options });
  const schema = typeof value === 'string' ? schemaIn(value) : value;
  if (typeof schema === 'boolean') return asks({ kind: `${prefix}json-schema`, argument: schema, options });
  if (!isObject(schema)) return notRun('its value is no JSON Schema');
  return asks({ kind: `${prefix}json-schema`, argument: { $schema: draft07, ...schema }, options });
}

function schemaIn(text: string): Json | undefined {
  const read = readYaml(text, 'schema');
  return read.kind === 'read' ? read.located.value : undefined;
}
