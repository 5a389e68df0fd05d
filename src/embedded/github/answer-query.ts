import { z } from 'zod';
import { type Answer, refuse, type World } from './endpoint.ts';
import { openGitObjects } from './git-objects.ts';
import { numberOf } from './identity.ts';
import { parseQuery, type Query, type Selection } from './parse-query.ts';
import type { RateNow } from './rate.ts';

/** A thing that can be asked for fields: its type, those of its interfaces, and how each field is found. */
export type Node = {
  readonly type: string;
  readonly also: readonly string[];
  readonly fields: Readonly<Record<string, (given: Given) => Found | Promise<Found>>>;
};
export type Given = Readonly<Record<string, string | number | boolean | null>>;
/** What a field holds. A fault is told beside the data, where GitHub would leave `null`. */
export type Found =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'list'; readonly nodes: readonly Node[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fault'; readonly type: string; readonly message: string };

type Fault = {
  readonly type?: string;
  readonly path: readonly (string | number)[];
  readonly locations?: readonly object[];
  readonly extensions?: object;
  readonly message: string;
};
type Field = Extract<Selection, { kind: 'field' }>;

const request = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
});

/** Answers a query as GitHub does: data and, beside it, what could not be had. A query that is no query is told with status 200 too. */
export async function answerQuery(body: unknown, world: World, rate: RateNow): Promise<Answer> {
  const given = request.safeParse(body);
  if (!given.success) return refuse(400, 'A query attribute must be specified and must be a string.');
  let query: Query;
  try {
    query = parseQuery(given.data.query);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'one', status: 200, body: { errors: [{ message }] } };
  }
  const { open, most } = { open: world.settings.graphql ?? true, most: world.settings.graphqlObjects ?? 5_000 };
  const faults: Fault[] = [];
  const answering = createAnswering(query, given.data.variables ?? {}, faults);
  const data = await answering.select(rootOf(world, rate, open, most), query.selections, []);
  const invalid = faults.filter(({ extensions }) => extensions !== undefined);
  if (invalid.length > 0) return { kind: 'one', status: 200, body: { errors: invalid } };
  return {
    kind: 'one',
    status: 200,
    body: { data: open ? data : null, ...(faults.length === 0 ? {} : { errors: faults }) },
  };
}

/** @param most objects of the repository that one query may take; GitHub weighs what they cost instead */
function rootOf(world: World, rate: RateNow, open: boolean, most: number): Node {
  const scalars = (type: string, values: Given): Node => ({
    type,
    also: [],
    fields: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, (): Found => ({ kind: 'scalar', value })]),
    ),
  });
  const forbidden: Found = { kind: 'fault', type: 'FORBIDDEN', message: 'Resource not accessible by integration' };
  return {
    type: 'Query',
    also: [],
    fields: {
      viewer: () => {
        // The login of an app comes without its `[bot]`.
        const login = world.state.viewer.replace(/\[bot\]$/, '');
        const node = scalars('User', { login, databaseId: numberOf(world.state.viewer) });
        return open ? { kind: 'node', node } : forbidden;
      },
      rateLimit: () => ({
        kind: 'node',
        node: scalars('RateLimit', {
          limit: rate.limit,
          cost: 1,
          remaining: rate.remaining,
          used: rate.used,
          resetAt: rate.resetAt,
        }),
      }),
      repository: ({ owner, name }) => {
        const asked = `${String(owner)}/${String(name)}`;
        const { repository, movedFrom } = world.settings;
        const known = [repository, movedFrom].some((one) => one?.toLowerCase() === asked.toLowerCase());
        const message = `Could not resolve to a Repository with the name '${asked}'.`;
        if (!known || world.state.permissions.metadata === 'none') return { kind: 'fault', type: 'NOT_FOUND', message };
        if (!open) return forbidden;
        const objects = openGitObjects(world.git, most);
        const mayRead = world.state.permissions.contents !== 'none';
        return {
          kind: 'node',
          node: {
            type: 'Repository',
            also: [],
            fields: {
              nameWithOwner: () => ({ kind: 'scalar', value: repository }),
              object: (given) => (mayRead ? objects.find(given) : forbidden),
            },
          },
        };
      },
    },
  };
}

/** Walks a query over nodes. What is not there, or may not be had, goes to `faults`. */
function createAnswering(query: Query, variables: Given, faults: Fault[]) {
  const valuesOf = (field: Field): Given =>
    Object.fromEntries(
      Object.entries(field.arguments).map(([name, argument]) => [
        name,
        argument.kind === 'value' ? argument.value : (variables[argument.name] ?? null),
      ]),
    );
  const fieldsFor = (node: Node, selections: readonly Selection[]): readonly Field[] =>
    selections.flatMap((one) => {
      if (one.kind === 'field') return [one];
      const fragment = one.kind === 'on' ? one : query.fragments.get(one.fragment);
      const fits = fragment !== undefined && [node.type, ...node.also].includes(fragment.type);
      return fits ? fieldsFor(node, fragment.selections) : [];
    });
  const select = async (
    node: Node,
    selections: readonly Selection[],
    path: readonly (string | number)[],
  ): Promise<Readonly<Record<string, unknown>>> => {
    const answered: Record<string, unknown> = {};
    for (const field of fieldsFor(node, selections))
      answered[field.key] = await answer(node, field, [...path, field.key]);
    return answered;
  };
  const answer = async (node: Node, field: Field, path: readonly (string | number)[]): Promise<unknown> => {
    if (field.name === '__typename') return node.type;
    const find = node.fields[field.name];
    if (find === undefined) {
      const message = `Field '${field.name}' doesn't exist on type '${node.type}'`;
      const extensions = { code: 'undefinedField', typeName: node.type, fieldName: field.name };
      faults.push({ path: ['query', ...path], locations: [field.at], extensions, message });
      return null;
    }
    const found = await find(valuesOf(field));
    switch (found.kind) {
      case 'scalar':
        return found.value;
      case 'node':
        return select(found.node, field.selections, path);
      case 'list': {
        const all: unknown[] = [];
        for (const [index, one] of found.nodes.entries())
          all.push(await select(one, field.selections, [...path, index]));
        return all;
      }
      case 'nothing':
        return null;
      case 'fault':
        faults.push({ type: found.type, path, locations: [field.at], message: found.message });
        return null;
    }
  };
  return { select };
}
