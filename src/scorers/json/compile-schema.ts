import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { canonicalJson, type Json, type JsonObject } from '../../core/json.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { boundSchema } from './bound-schema.ts';

/** Compiling takes time in proportion: about a second for this many characters. */
const longest = 60_000;

/** A schema as a function: what is wrong with a value in words, or nothing. */
export type SchemaCheck = (value: Json) => string | undefined;

/** `pattern` keywords run in linear time; `u` is what ajv asks for and RE2 always does. */
const regExp = Object.assign(
  (pattern: string) => {
    const compiled = compilePattern(pattern);
    // ajv tells patterns apart by their text.
    return { test: (text: string) => compiled.foundIn(text), toString: () => `/${pattern}/` };
  },
  { code: 'compilePattern' },
);

const options: Options = {
  strict: false,
  // Both drafts leave `format` an annotation unless asked otherwise.
  validateFormats: false,
  // One problem says enough, and collecting them all lets a reply choose how long checking takes.
  allErrors: false,
  messages: true,
  logger: false,
  code: { regExp },
};

/** Checks by the schema object they were compiled from: the same case is scored many times. */
const compiled = new WeakMap<object, SchemaCheck>();

/**
 * Compiles a JSON Schema: draft 2020-12, or draft-07 where `$schema` says so.
 * @throws Error whose message says what is wrong with the schema.
 */
export function compileSchema(schema: JsonObject | boolean): SchemaCheck {
  if (typeof schema === 'boolean') return () => (schema ? undefined : 'the schema is false: nothing satisfies it');
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const check = compile(schema);
  compiled.set(schema, check);
  return check;
}

function compile(schema: JsonObject): SchemaCheck {
  const ajv = ajvFor(schema['$schema']);
  try {
    const length = JSON.stringify(schema).length;
    if (length > longest) throw new Error(`it is ${length} characters long, ${longest} is most`);
    boundSchema(schema);
    const validate = ajv.compile(schema);
    if ('$async' in validate) throw new Error('asynchronous schemas are not supported');
    return (value) => {
      if (validate(value)) return undefined;
      const first = validate.errors?.[0];
      const where = first === undefined || first.instancePath === '' ? 'the reply' : first.instancePath;
      return `${where} ${first?.message ?? 'does not satisfy the schema'}`;
    };
  } catch (error) {
    throw new Error(`not a usable JSON Schema: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** With `uniqueItems` in linear time: ajv compares each item with each other one, and a reply may list 20,000. */
function linear<Validator extends Ajv | Ajv2020>(ajv: Validator): Validator {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (wanted: boolean, items: readonly Json[]) =>
      !wanted || new Set(items.map(canonicalJson)).size === items.length,
    error: { message: 'must not hold the same item twice' },
  });
  return ajv;
}

function ajvFor(draft: Json | undefined): Ajv | Ajv2020 {
  const name =
    draft === undefined
      ? ''
      : String(draft)
          .replace(/^http:/, 'https:')
          .replace(/#$/, '');
  if (name === '' || name === 'https://json-schema.org/draft/2020-12/schema') return linear(new Ajv2020(options));
  if (name === 'https://json-schema.org/draft-07/schema') return linear(new Ajv(options));
  throw new Error(`"$schema" ${JSON.stringify(draft)} is not read: use draft 2020-12 or draft-07`);
}
