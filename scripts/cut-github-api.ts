/**
 * Cuts the endpoints that Promptgate uses out of GitHub's own OpenAPI description (`@octokit/openapi`) into
 * fixtures/github-api.json, as JSON Schema that ajv reads: descriptions, examples and extensions dropped, `nullable` written out,
 * and of long unions only the members that are served here. Run: node scripts/cut-github-api.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Node = { readonly [key: string]: unknown };

const used = [
  ['get', '/repos/{owner}/{repo}'],
  ['get', '/repos/{owner}/{repo}/pulls'],
  ['post', '/repos/{owner}/{repo}/pulls'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/files'],
  ['get', '/repos/{owner}/{repo}/compare/{basehead}'],
  ['get', '/repos/{owner}/{repo}/git/ref/{ref}'],
  ['get', '/repos/{owner}/{repo}/git/trees/{tree_sha}'],
  ['get', '/repos/{owner}/{repo}/git/blobs/{file_sha}'],
  ['post', '/repos/{owner}/{repo}/git/blobs'],
  ['post', '/repos/{owner}/{repo}/git/trees'],
  ['post', '/repos/{owner}/{repo}/git/commits'],
  ['post', '/repos/{owner}/{repo}/git/refs'],
  ['patch', '/repos/{owner}/{repo}/git/refs/{ref}'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/events'],
  ['get', '/repos/{owner}/{repo}/issues'],
  ['post', '/repos/{owner}/{repo}/issues'],
  ['patch', '/repos/{owner}/{repo}/issues/{issue_number}'],
  ['get', '/repos/{owner}/{repo}/actions/runs/{run_id}'],
  ['get', '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts'],
  ['get', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'],
  ['get', '/repos/{owner}/{repo}/actions/artifacts'],
  ['get', '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'],
  ['get', '/repos/{owner}/{repo}/collaborators/{username}/permission'],
] as const;

/** Of these unions only the members named are kept. */
const members: Readonly<Record<string, readonly string[]>> = {
  'issue-event-for-issue': ['labeled-issue-event', 'unlabeled-issue-event'],
};

/** Of these only the properties named are kept: what else they hold would be most of the file, and nobody reads it. */
const properties: Readonly<Record<string, readonly string[]>> = {
  'full-repository': ['id', 'node_id', 'name', 'full_name', 'private', 'html_url', 'url', 'default_branch'],
  'workflow-run': [
    ...[
      'id',
      'node_id',
      'head_branch',
      'head_sha',
      'event',
      'status',
      'workflow_id',
      'url',
      'created_at',
      'updated_at',
    ],
    ...['repository', 'head_repository'],
  ],
  'minimal-repository': ['id', 'node_id', 'name', 'full_name', 'private', 'html_url', 'url'],
  issue: [
    ...[
      'id',
      'node_id',
      'url',
      'repository_url',
      'labels_url',
      'comments_url',
      'events_url',
      'html_url',
      'number',
      'state',
    ],
    ...['title', 'body', 'user', 'labels', 'assignee', 'milestone', 'locked', 'comments', 'pull_request', 'closed_at'],
    ...['created_at', 'updated_at', 'author_association'],
  ],
};

/** Of these the rest is not served either. */
const partly = new Set(['workflow-run', 'minimal-repository']);

/** Where GitHub answers `null` though its description does not say so: the head of a pull request whose fork was deleted. */
const alsoNull: readonly (readonly string[])[] = [['pull-request', 'properties', 'head', 'properties', 'repo']];

const dropped = new Set([
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'deprecated',
  'default',
  'readOnly',
]);

const packageName = '@octokit/openapi';
const resolve = createRequire(import.meta.url).resolve;
const source = parse(readFileSync(resolve(`${packageName}/generated/api.github.com.json`), 'utf8'));
const { version } = object(source.info);

const schemas: Record<string, unknown> = {};
const operations = used.map(([method, path]) => {
  const operation = object(object(object(source.paths)[path])[method]);
  const parameters = list(operation.parameters).map((written) => {
    const parameter = object(follow(written));
    return {
      name: parameter.name,
      in: parameter.in,
      required: parameter.required === true,
      schema: cut(parameter.schema),
    };
  });
  const responses = Object.entries(object(operation.responses)).map(([status, written]) => {
    const schema = jsonSchemaOf(follow(written));
    return [status, schema === undefined ? null : cut(schema)] as const;
  });
  const body = operation.requestBody === undefined ? undefined : jsonSchemaOf(follow(operation.requestBody));
  return {
    method: method.toUpperCase(),
    path,
    parameters,
    ...(body === undefined ? {} : { body: cut(body) }),
    responses: Object.fromEntries(responses),
  };
});

for (const path of alsoNull) allowNull(schemas, path);

const lines = (entries: readonly string[]): string => entries.map((entry) => `    ${entry}`).join(',\n');
const header = {
  origin: `Cut by scripts/cut-github-api.ts out of GitHub's OpenAPI description, package ${packageName} ${String(version)}.`,
  licence: 'MIT, Copyright (c) 2020 Octokit contributors',
};
const text = `{
  "header": ${JSON.stringify(header)},
  "operations": [
${lines(operations.map((operation) => JSON.stringify(operation)))}
  ],
  "schemas": {
${lines(
  Object.entries(schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`),
)}
  }
}
`;
writeFileSync(new URL('../fixtures/github-api.json', import.meta.url), text);
console.log(
  `fixtures/github-api.json: ${operations.length} operations, ${Object.keys(schemas).length} schemas, ${text.length} characters`,
);

/** The schema without what validation does not read; referenced ones land in `schemas` and stay referred to by name. */
function cut(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(cut);
  if (node === null || typeof node !== 'object') return node;
  const written = object(node);
  if (typeof written.$ref === 'string') {
    const name = written.$ref.slice(written.$ref.lastIndexOf('/') + 1);
    if (!(name in schemas)) {
      schemas[name] = true;
      schemas[name] = cut(onlyProperties(name, onlyMembers(name, object(follow(written)))));
    }
    return { $ref: `#/schemas/${name}` };
  }
  const kept = Object.fromEntries(
    Object.entries(written)
      .filter(([key]) => !dropped.has(key) && key !== 'nullable' && !key.startsWith('x-'))
      .map(([key, value]) => [key, key === 'properties' ? cutEach(object(value)) : cut(value)]),
  );
  return written.nullable === true ? orNull(kept) : kept;
}

/** Properties are cut one by one: among them `description` and `title` are names, not prose. */
function cutEach(properties: Node): Node {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, cut(schema)]));
}

function onlyMembers(name: string, schema: Node): Node {
  const kept = members[name];
  if (kept === undefined) return schema;
  const union = list(schema.anyOf).filter((member) =>
    kept.some((one) => String(object(member).$ref).endsWith(`/${one}`)),
  );
  if (union.length !== kept.length) throw new Error(`${name} has no longer all of ${kept.join(', ')}`);
  return { anyOf: union };
}

function onlyProperties(name: string, schema: Node): Node {
  const kept = properties[name];
  if (kept === undefined) return schema;
  const all = object(schema.properties);
  return {
    ...schema,
    properties: Object.fromEntries(kept.map((one) => [one, all[one]])),
    ...(partly.has(name) ? { required: kept } : {}),
  };
}

function orNull(schema: Node): Node {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(Array.isArray(schema.enum) && !schema.enum.includes(null) ? { enum: [...schema.enum, null] } : {}),
  };
}

function allowNull(node: unknown, [key = '', ...rest]: readonly string[]): void {
  if (node === null || typeof node !== 'object' || !(key in node)) throw new Error(`no ${key} to allow null for`);
  const held: unknown = Reflect.get(node, key);
  if (rest.length > 0) allowNull(held, rest);
  else Reflect.set(node, key, orNull(object(held)));
}

function jsonSchemaOf(message: unknown): unknown {
  const content = object(object(message).content ?? {});
  return content['application/json'] === undefined ? undefined : object(content['application/json']).schema;
}

function follow(node: unknown): unknown {
  const { $ref } = object(node);
  if (typeof $ref !== 'string') return node;
  return $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => object(at)[key], source);
}

function parse(written: string): Node {
  return object(JSON.parse(written));
}

function object(value: unknown): Node {
  if (value === null || typeof value !== 'object')
    throw new Error(`expected an object, found ${JSON.stringify(value)}`);
  return { ...value };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
