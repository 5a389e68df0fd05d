import { z } from 'zod';
import type { Answered, GitHubConnection } from './connect-github.ts';

const answerSchema = z.object({
  data: z.unknown(),
  errors: z
    .array(z.object({ type: z.string().optional(), message: z.string(), path: z.array(z.unknown()).optional() }))
    .optional(),
});

/** What GraphQL answered: data, where there is any, and beside it what could not be had. */
export type GraphQLAnswer = { readonly data: unknown; readonly errors: readonly GraphQLError[] };
type GraphQLError = { readonly type?: string | undefined; readonly message: string };

/**
 * Asks GraphQL, which answers with status 200 whatever is wrong: an answer without any data is a refusal here too.
 * Reading costs one point of 1,000 an hour, which are counted apart from the requests of REST.
 */
export async function askGraphQL(
  connection: GitHubConnection,
  query: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Answered<GraphQLAnswer>> {
  const answered = await connection.query(answerSchema, { url: addressOf(connection.apiUrl), query, variables });
  if (answered.kind === 'refused') return answered;
  const { data, errors = [] } = answered.value;
  if (typeof data === 'object' && data !== null) return { kind: 'answered', value: { data, errors } };
  const [first] = errors;
  const message = first?.message ?? 'an answer without data';
  switch (first?.type) {
    case undefined:
      return { kind: 'refused', refusal: { kind: 'strange', message } };
    case 'FORBIDDEN':
      return { kind: 'refused', refusal: { kind: 'permission', permissions: [], message } };
    case 'NOT_FOUND':
      return { kind: 'refused', refusal: { kind: 'missing', message } };
    case 'RATE_LIMITED':
    case 'RATE_LIMIT':
      return { kind: 'refused', refusal: { kind: 'limit', secondary: false, again: 'within the hour', message } };
    default:
      return { kind: 'refused', refusal: { kind: 'rejected', status: 200, message } };
  }
}

/** On GitHub Enterprise Server REST is at `/api/v3` and GraphQL at `/api/graphql`. */
function addressOf(apiUrl: string): string {
  return `${apiUrl.replace(/\/+$/, '').replace(/\/api\/v3$/, '/api')}/graphql`;
}

/** GraphQL as long as it serves this token: what is refused once is not asked for again. */
export type GraphQLDoor = {
  readonly isOpen: () => boolean;
  readonly shut: (why: string) => void;
  readonly ask: (query: string, variables: Readonly<Record<string, string>>) => Promise<Answered<GraphQLAnswer>>;
};

export function openGraphQLDoor(connection: GitHubConnection): GraphQLDoor {
  let open = true;
  return {
    isOpen: () => open,
    shut: (why) => {
      if (open) connection.say(`GitHub's GraphQL cannot be used (${why}): files are read one by one.`);
      open = false;
    },
    ask: (query, variables) => askGraphQL(connection, query, variables),
  };
}
