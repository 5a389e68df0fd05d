import type { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import type { Answered, GitHubConnection, Where } from './connect-github.ts';

const perPage = 100;

type Page = Where & { readonly per_page: number; readonly page: number };

/** All pages of a list, or why one is missing. The client's own paging takes a 409 for the end of the list. */
export async function askAllPages<T>(
  connection: GitHubConnection,
  schema: z.ZodType<readonly T[]>,
  request: (octokit: Octokit, page: Page) => Promise<{ readonly data: unknown }>,
): Promise<Answered<readonly T[]>> {
  const all: T[] = [];
  for (let page = 1; all.length === (page - 1) * perPage; page += 1) {
    const answered = await connection.ask(
      schema,
      async (octokit, where) => (await request(octokit, { ...where, per_page: perPage, page })).data,
    );
    if (answered.kind === 'refused') return answered;
    all.push(...answered.value);
  }
  return { kind: 'answered', value: all };
}
