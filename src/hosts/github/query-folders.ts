import { z } from 'zod';
import type { GraphQLDoor } from './ask-graphql.ts';
import type { FolderEntry, KnownFolders } from './known-folders.ts';

/** How much of a query a folder takes: alone, or with two levels of what lies below it. */
const sizes = { alone: 1, deep: 4 } as const;
const mostOfQuery = 200;

/** Folders by what names them (`revision:path`, or an id), each with how much of it is listed. */
export type NamedFolders = Iterable<readonly [string, keyof typeof sizes]>;

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
 * Lists folders, many a query, and puts them among the known ones.
 * @returns ids of those named, as far as they were answered, and how many queries it took
 */
export async function queryFolders(
  door: GraphQLDoor,
  repository: string,
  named: NamedFolders,
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
  for (const part of partsOf(named)) {
    if (!door.isOpen()) break;
    const objects = part.map(([one, how], i) => `d${i}: object(expression: ${JSON.stringify(one)}) { ...${how} }`);
    const hows = new Set(part.map(([, how]) => how));
    const query = `query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${objects.join('\n')}
}
}
${[...hows].map((how) => `fragment ${how} on Tree { ${listings[how]} }`).join('\n')}`;
    queries += 1;
    const answered = await door.ask(query, { owner, name });
    if (answered.kind === 'refused') {
      door.shut(answered.refusal.message);
      break;
    }
    const read = answer.safeParse(answered.value.data);
    // Folders below one that is lacking here may be cut short too: what is not whole is asked for again, one by one.
    if (!read.success || answered.value.errors.length > 0) break;
    for (const [index, [one]] of part.entries()) {
      const found = read.data.repository[`d${index}`];
      if (found === undefined || found === null) continue;
      take(found);
      if (found.oid !== undefined) ids.set(one, found.oid);
    }
  }
  return { ids, queries };
}

/** As many folders a query as it holds. */
function partsOf(named: NamedFolders): readonly (readonly (readonly [string, keyof typeof sizes])[])[] {
  const parts: (readonly [string, keyof typeof sizes])[][] = [];
  let left = 0;
  for (const one of named) {
    if (left < sizes[one[1]]) {
      parts.push([]);
      left = mostOfQuery;
    }
    parts.at(-1)?.push(one);
    left -= sizes[one[1]];
  }
  return parts;
}

function entryOf({ name, mode, type, oid, size }: Entry): FolderEntry {
  return { name, mode: mode.toString(8), type, sha: oid, size };
}
