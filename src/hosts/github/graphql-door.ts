import { askGraphQL, type GraphQLAnswer } from './ask-graphql.ts';
import type { Answered, GitHubConnection } from './connect-github.ts';

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
