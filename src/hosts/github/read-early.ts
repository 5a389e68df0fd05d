import { z } from 'zod';
import type { FileMode, FileText, Revision } from '../../core/pull-request.ts';
import type { GraphQLDoor } from './ask-graphql.ts';
import type { Glimpse } from './derive-tree.ts';
import type { FolderEntry } from './known-folders.ts';
import { contentOf, refusalOf, textById } from './query-blobs.ts';

const entries = z.array(z.object({ name: z.string(), mode: z.number(), oid: z.string(), size: z.number() }));
const folder = z.object({ oid: z.string().optional(), entries: entries.optional() }).nullable();
const seen = z.object({ oid: z.string(), byteSize: z.number().optional() });
const answer = z.object({ repository: z.record(z.string(), z.unknown()) });
const nothing = { texts: new Map<string, FileText>(), listed: [] };

/** A folder by what names it (`revision:path`), with its id and what lies in it. */
export type ListedFolder = { readonly named: string; readonly id: string; readonly entries: readonly FolderEntry[] };

/**
 * Reads a few files of a revision whose tree is not there, such as the config, with the folders they lie in: one query
 * in place of a request for each folder and file. What it cannot tell for certain is not in the result.
 * @param aside another revision and paths of it, of which the ids alone are wanted
 */
export async function readEarly(
  door: GraphQLDoor,
  repository: string,
  { sha }: Revision,
  paths: readonly string[],
  aside?: { readonly revision: Revision; readonly paths: readonly string[] },
): Promise<{
  readonly texts: ReadonlyMap<string, FileText>;
  readonly listed: readonly ListedFolder[];
  readonly glimpse?: Glimpse;
}> {
  const folders = [...new Set(paths.map(folderOf))];
  const [owner = '', name = ''] = repository.split('/');
  const at = (path: string, of = sha): string => `object(expression: ${JSON.stringify(`${of}:${path}`)})`;
  const beside = aside === undefined ? [] : ['', ...aside.paths].map((path) => at(path, aside.revision.sha));
  const asked = [
    ...folders.map((path, index) => `d${index}: ${at(path)} { ...Listing }`),
    ...paths.map((path, index) => `f${index}: ${at(path)} { ...Content }`),
    ...beside.map((object, index) => `g${index}: ${object} { oid ... on Blob { byteSize } }`),
  ];
  const query = `query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${asked.join('\n')}
}
}
fragment Listing on Tree { oid entries { name mode oid size } }
${contentOf}`;
  const answered = await door.ask(query, { owner, name });
  if (answered.kind === 'refused') {
    if (['permission', 'missing', 'rejected', 'strange'].includes(answered.refusal.kind))
      door.shut(answered.refusal.message);
    return nothing;
  }
  const read = answer.safeParse(answered.value.data);
  // A file that may not be read looks like one that is not there.
  if (!read.success || answered.value.errors.length > 0) return nothing;
  const { repository: objects } = read.data;
  const texts = paths.flatMap((path, index): readonly (readonly [string, FileText])[] => {
    const listing = folder.safeParse(objects[`d${folders.indexOf(folderOf(path))}`]);
    if (!listing.success) return [];
    const found = listing.data?.entries?.find((one) => one.name === path.slice(path.lastIndexOf('/') + 1));
    if (found === undefined || found.mode === 0o040000) return [[path, { kind: 'absent' }]];
    const entry = { path, mode: modeOf(found.mode.toString(8)), id: found.oid, bytes: found.size };
    const text = refusalOf(entry) ?? textById(found.oid, objects[`f${index}`]);
    return text === undefined ? [] : [[path, text]];
  });
  const glimpse = glimpseOf(aside?.paths, objects);
  const listed = folders.flatMap((path, index): readonly ListedFolder[] => {
    const { oid, entries: held } = folder.safeParse(objects[`d${index}`]).data ?? {};
    return oid === undefined || held === undefined
      ? []
      : [{ named: `${sha}:${path}`, id: oid, entries: held.map(entryOf) }];
  });
  return { texts: new Map(texts), listed, ...(glimpse !== undefined && { glimpse }) };
}

function entryOf({ name, mode, oid, size }: z.infer<typeof entries>[number]): FolderEntry {
  const type = mode === 0o040000 ? 'tree' : mode === 0o160000 ? 'commit' : 'blob';
  return { name, mode: mode.toString(8), type, sha: oid, size };
}

function glimpseOf(paths: readonly string[] = [], objects: Readonly<Record<string, unknown>>): Glimpse | undefined {
  const [root, ...found] = ['', ...paths].map((_, index) => seen.safeParse(objects[`g${index}`]).data);
  const files = found.flatMap((one, index) =>
    one?.byteSize === undefined ? [] : [[paths[index] ?? '', { id: one.oid, bytes: one.byteSize }] as const],
  );
  return root === undefined ? undefined : { root: root.oid, files: new Map(files) };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What git's mode, written octal, says of an entry of a tree. */
export function modeOf(mode: string): FileMode {
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}
