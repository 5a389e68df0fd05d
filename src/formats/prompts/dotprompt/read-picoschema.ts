import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';

const scalars: readonly string[] = ['string', 'boolean', 'null', 'number', 'integer', 'any'];
const wildcard = '(*)';
/** Objects in objects. */
const mostDeep = 50;

/** A schema as JSON Schema; names of schemas that only code knows, each taken for anything; and what cannot be read, a sentence. */
export type PicoschemaRead = {
  readonly schema: JsonObject;
  readonly named: readonly string[];
  readonly fault?: string;
};

/**
 * Reads Picoschema, Dotprompt's short form of JSON Schema, or JSON Schema as it is
 * (https://google.github.io/dotprompt/reference/picoschema/).
 */
export function readPicoschema(written: Json): PicoschemaRead {
  const reading = new Reading();
  try {
    return { schema: reading.whole(written), named: [...reading.named] };
  } catch (fault) {
    if (!(fault instanceof SchemaFault)) throw fault;
    return { schema: {}, named: [], fault: fault.message };
  }
}

class SchemaFault extends Error {}

class Reading {
  readonly named = new Set<string>();

  whole(written: Json): JsonObject {
    if (isObject(written)) {
      const { type, properties = null } = written;
      if (typeof type === 'string' && [...scalars, 'object', 'array'].includes(type)) return written;
      if (isObject(properties)) return { ...written, type: 'object' };
    }
    return this.#value(written, 0);
  }

  #value(written: Json, deep: number): JsonObject {
    if (deep > mostDeep) throw new SchemaFault(`The schema nests more than ${mostDeep} deep.`);
    if (typeof written === 'string') return this.#scalar(written);
    if (!isObject(written)) throw new SchemaFault('A type of the schema is neither a text nor a map.');
    const properties: [string, JsonObject][] = [];
    const required: string[] = [];
    let rest: JsonObject | false = false;
    for (const [key, value] of Object.entries(written)) {
      if (key === wildcard) {
        rest = this.#value(value, deep + 1);
        continue;
      }
      const [name = '', kind] = key.split('(', 2);
      const optional = name.endsWith('?');
      const property = optional ? name.slice(0, -1) : name;
      if (!optional) required.push(property);
      const [type, description] = describe((kind ?? '').replace(/\)\s*$/u, ''));
      const schema = this.#property(value, kind === undefined ? '' : type, optional, deep);
      properties.push([property, { ...schema, ...(description !== undefined && { description }) }]);
    }
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      additionalProperties: rest,
      ...(required.length > 0 && { required }),
    };
  }

  #property(value: Json, kind: string, optional: boolean, deep: number): JsonObject {
    switch (kind) {
      case '':
      case 'object': {
        const schema = this.#value(value, deep + 1);
        const { type } = schema;
        return optional && typeof type === 'string' ? { ...schema, type: [type, 'null'] } : schema;
      }
      case 'array':
        return { type: optional ? ['array', 'null'] : 'array', items: this.#value(value, deep + 1) };
      case 'enum': {
        const values: readonly Json[] = Array.isArray(value) ? value : [value];
        return { enum: optional && !values.includes(null) ? [...values, null] : values };
      }
      default:
        throw new SchemaFault(`\`${kind}\` is no type in parentheses: \`array\`, \`object\` and \`enum\` are.`);
    }
  }

  #scalar(written: string): JsonObject {
    const [type, description] = describe(written);
    const told = description === undefined ? {} : { description };
    if (type === 'any') return told;
    if (scalars.includes(type)) return { type, ...told };
    this.named.add(type);
    return told;
  }
}

/** `type, description`; the description is absent where there is no comma. */
function describe(written: string): readonly [type: string, description?: string] {
  const [, type, description] = /^(.*?), *([\s\S]*)$/u.exec(written) ?? [];
  return type === undefined || description === undefined ? [written] : [type, description];
}
