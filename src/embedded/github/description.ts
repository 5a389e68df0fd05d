import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';

const parameter = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean() });
const document = z.looseObject({
  operations: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      parameters: z.array(parameter),
      body: z.unknown().optional(),
      responses: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Statuses that any endpoint may answer, whether its description lists them or not. */
const anywhere = new Set([301, 307, 401, 403, 404, 429, 500, 502, 503]);

export type Incoming = {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** GitHub's description of the endpoints served. Each function answers what does not fit, in words. */
export type Description = {
  readonly faultsOfRequest: (method: string, template: string, incoming: Incoming) => readonly string[];
  readonly faultsOfAnswer: (method: string, template: string, status: number, body: unknown) => readonly string[];
};

/** One a file and process: compiling the schemas anew takes longer than most of what a repository on it is asked. */
const descriptions = new Map<string, Description>();

/** Reads fixtures/github-api.json, once. Schemas are compiled when first needed. */
export function readDescription(file: string): Description {
  const description = descriptions.get(file) ?? compileDescription(file);
  descriptions.set(file, description);
  return description;
}

function compileDescription(file: string): Description {
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { operations } = document.parse(written);
  const ajv = new Ajv({ strict: false, allErrors: false, coerceTypes: false, formats });
  ajv.addSchema(z.looseObject({}).parse(written), 'github-api');
  const compiled = new Map<string, ValidateFunction>();

  const check = (pointer: string, value: unknown, what: string): readonly string[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `github-api#${pointer}` });
    compiled.set(pointer, validate);
    return validate(value) ? [] : [`${what}: ${ajv.errorsText(validate.errors, { dataVar: 'it' })}`];
  };
  const find = (method: string, template: string): number =>
    operations.findIndex((operation) => operation.method === method && operation.path === template);

  return {
    faultsOfRequest(method, template, incoming) {
      const at = find(method, template);
      const operation = operations[at];
      if (operation === undefined) return [`${method} ${template} is not in the description`];
      const known = new Set(operation.parameters.filter((one) => one.in === 'query').map((one) => one.name));
      return [
        ...Object.keys(incoming.query)
          .filter((name) => !known.has(name))
          .map((name) => `query ${name} is not in the description`),
        ...operation.parameters.flatMap((one, index) => {
          const value = one.in === 'path' ? incoming.path[one.name] : incoming.query[one.name];
          if (value === undefined) return one.required ? [`${one.in} ${one.name} is missing`] : [];
          return check(
            `/operations/${at}/parameters/${index}/schema`,
            numberIfOne(value, one.name),
            `${one.in} ${one.name}`,
          );
        }),
        ...(operation.body === undefined
          ? incoming.body === undefined
            ? []
            : ['a body is not in the description']
          : check(`/operations/${at}/body`, incoming.body, 'body')),
      ];
    },
    faultsOfAnswer(method, template, status, body) {
      const at = find(method, template);
      const responses = operations[at]?.responses ?? {};
      if (!(String(status) in responses)) {
        return anywhere.has(status)
          ? check('/schemas/basic-error', body, 'answer')
          : [`status ${status} is not in the description`];
      }
      if (responses[String(status)] === null) return body === undefined ? [] : [`a body with status ${status}`];
      return check(`/operations/${at}/responses/${status}`, body, 'answer');
    },
  };
}

const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: (text: string) => URL.canParse(text),
  int64: true,
  'repo.nwo': /^[\w.-]+\/[\w.-]+$/,
} as const;

const numbers = new Set(['per_page', 'page', 'pull_number', 'issue_number', 'comment_id', 'run_id', 'artifact_id']);

/** Parameters arrive as text; those that are numbers are read as such before they are checked. */
function numberIfOne(value: string, name: string): unknown {
  return numbers.has(name) && /^\d+$/.test(value) ? Number(value) : value;
}
