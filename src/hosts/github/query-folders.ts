import { z } from 'zod';
import type { GraphQLDoor } from './graphql-door.ts';
import type { FolderEntry, KnownFolders } from './known-folders.ts';

/** Folders of one query where they alone are listed, and where what lies below them is too. */
const mostFolders = { alone: 200, deep: 50 } as const;

const entryFields = 'name mode type oid size';
const listings = {
  alone: `oid entries { ${entryFields} }`,
  deep: `oid entries { ${entryFields} object { ... on Tree { oid entries { ${entryFields} object { ... on Tree { oid entries { ${entryFields} } } } } } } }`,
} as const;

type Listing = { readonly oid?: string | undefined; readonly entries?: readonly Entry[] | undefined };
type Entry = {
  readonly name: string;
  readonly mode: number;
  readonly type: string;
  readonly oid: string;
  readonly size: number;
  readonly object?: Listing | null | undefined;
};
const listing: z.ZodType<Listing> = z.lazy(() =>
  z.object({ oid: z.string().optional(), entries: z.array(entry).optional() }),
);
const entry: z.ZodType<Entry> = z.object({
  name: z.string(),
  mode: z.number(),
  type: z.string(),
  oid: z.string(),
  size: z.number(),
  object: listing.nullish(),
});
const answer = z.object({ repository: z.record(z.string(), listing.nullable()) });

/**
 * Lists folders, named as `revision:path` or by their ids, many a query, and puts them among the known ones.
 * @param how `deep`: with two levels of what lies below them
 * @returns ids of those named, as far as they were answered, and how many queries it took
 */
export async function queryFolders(
  door: GraphQLDoor,
  repository: string,
  named: readonly string[],
  how: keyof typeof listings,
  known: KnownFolders,
): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly queries: number }> {
  const [owner = '', name = ''] = repository.split('/');
  const ids = new Map<string, string>();
  const take = ({ oid, entries }: Listing): void => {
    if (oid === undefined || entries === undefined) return;
    known.set(oid, entries.map(entryOf));
    for (const { object } of entries) if (object !== null && object !== undefined) take(object);
  };
  let queries = 0;
  for (let at = 0; at < named.length && door.isOpen(); at += mostFolders[how]) {
    const part = named.slice(at, at + mostFolders[how]);
    const objects = part.map((one, index) => `d${index}: object(expression: ${JSON.stringify(one)}) { ...Listing }`);
    const query = `query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${objects.join('\n')}
}
}
fragment Listing on Tree { ${listings[how]} }`;
    queries += 1;
    const answered = await door.ask(query, { owner, name });
    if (answered.kind === 'refused') {
      door.shut(answered.refusal.message);
      break;
    }
    const read = answer.safeParse(answered.value.data);
    // Folders below one that is lacking here may be cut short too: what is not whole is asked for again, one by one.
    if (!read.success || answered.value.errors.length > 0) break;
    for (const [index, one] of part.entries()) {
      const found = read.data.repository[`d${index}`];
      if (found === undefined || found === null) continue;
      take(found);
      if (found.oid !== undefined) ids.set(one, found.oid);
    }
  }
  return { ids, queries };
}

function entryOf({ name, mode, type, oid, size }: Entry): FolderEntry {
  return { name, mode: mode.toString(8), type, sha: oid, size };
}
