import type { FileText, TreeEntry } from '../../core/pull-request.ts';
import type { GraphQLAnswer, GraphQLDoor } from './ask-graphql.ts';
import type { GitHubConnection } from './connect-github.ts';
import { queryBlobs, readBlob, readBlobs, refusalOf } from './query-blobs.ts';
import { readingProblem } from './reading-problem.ts';

/** Most files of one query, and most of their bytes: GitHub ends a query that takes it more than ten seconds. */
const mostFiles = 100;
const mostBytes = 2 * 1024 * 1024;
/** GraphQL cuts longer texts short. */
const longestText = 500_000;
/** Queries in a row that fail before it is given up. */
const mostFailures = 4;

type Outcome =
  | { readonly kind: 'read'; readonly text: FileText }
  | { readonly kind: 'failed'; readonly fault: unknown };
type Waiting = { readonly entry: TreeEntry; readonly settle: ((outcome: Outcome) => void)[] };

/**
 * Reads files, those asked for in the same moment together: a hundred a query of GraphQL. What it cannot give byte for
 * byte (binary, cut, another encoding), and all where it is refused or does not answer, is read one by one over REST.
 * Those asked for meanwhile make the next round, so that readers who go on together stay together.
 */
export function createBlobReader(
  connection: GitHubConnection,
  door: GraphQLDoor,
): (entry: TreeEntry) => Promise<FileText> {
  let waiting = new Map<string, Waiting>();
  let running = false;
  let failures = 0;

  const one = async (entry: TreeEntry): Promise<Outcome> => {
    try {
      return { kind: 'read', text: await readBlob(connection, entry) };
    } catch (fault) {
      return { kind: 'failed', fault };
    }
  };
  const oneByOne = async (entries: readonly TreeEntry[]): Promise<Outcomes> =>
    new Map(await Promise.all(entries.map(async (entry) => [entry.id, await one(entry)] as const)));
  const inHalves = async (entries: readonly TreeEntry[]): Promise<Outcomes> => {
    const half = Math.ceil(entries.length / 2);
    return new Map([...(await together(entries.slice(0, half))), ...(await together(entries.slice(half)))]);
  };
  const together = async (entries: readonly TreeEntry[]): Promise<Outcomes> => {
    if (!door.isOpen() || entries.length < 2) return oneByOne(entries);
    const answered = await door.ask(...queryBlobs(connection.repository, entries));
    if (answered.kind === 'answered') {
      failures = 0;
      return complete(entries, answered.value);
    }
    const { refusal } = answered;
    if (refusal.kind === 'cancelled' || refusal.kind === 'overdue' || (refusal.kind === 'limit' && refusal.secondary)) {
      const wanted = { what: `The files ${named(entries)}`, permission: 'contents: read' };
      return failed(entries, readingProblem(connection, wanted, refusal));
    }
    failures += 1;
    if (refusal.kind !== 'unreachable' || failures === mostFailures) {
      door.shut(refusal.message);
      return oneByOne(entries);
    }
    return inHalves(entries);
  };
  /** What the answer lacks is asked for again: in smaller queries where the query was too dear, else one by one. */
  const complete = async (entries: readonly TreeEntry[], { data, errors }: GraphQLAnswer): Promise<Outcomes> => {
    const read = readBlobs(entries, data);
    const lacking = entries.filter(({ id }) => !read.has(id));
    const tooDear = errors.some(({ type }) => type === 'RESOURCE_LIMITS_EXCEEDED');
    const rest = await (tooDear ? inHalves(lacking) : oneByOne(lacking));
    const held = [...read].map(([id, text]): readonly [string, Outcome] => [id, { kind: 'read', text }]);
    return new Map([...held, ...rest]);
  };

  const drain = async (): Promise<void> => {
    running = true;
    while (waiting.size > 0) {
      const round = waiting;
      waiting = new Map();
      const entries = [...round.values()].map(({ entry }) => entry);
      const read = await Promise.all([
        ...batchesOf(entries.filter(({ bytes }) => bytes <= longestText)).map((batch) =>
          together(batch).catch((fault: unknown) => failed(batch, fault)),
        ),
        oneByOne(entries.filter(({ bytes }) => bytes > longestText)),
      ]);
      for (const [id, outcome] of read.flatMap((outcomes) => [...outcomes]))
        for (const settle of round.get(id)?.settle ?? []) settle(outcome);
    }
    running = false;
  };

  return (entry) => {
    const refused = refusalOf(entry);
    if (refused !== undefined) return Promise.resolve(refused);
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome): void => {
        if (outcome.kind === 'read') resolve(outcome.text);
        else reject(outcome.fault);
      };
      const held = waiting.get(entry.id);
      if (held !== undefined) return void held.settle.push(settle);
      waiting.set(entry.id, { entry, settle: [settle] });
      if (waiting.size === 1 && !running) setImmediate(drain);
    });
  };
}

type Outcomes = ReadonlyMap<string, Outcome>;

function failed(entries: readonly TreeEntry[], fault: unknown): Outcomes {
  return new Map(entries.map(({ id }) => [id, { kind: 'failed', fault }]));
}

function named(entries: readonly TreeEntry[]): string {
  const [first, ...rest] = entries.map(({ path }) => JSON.stringify(path));
  return rest.length === 0 ? `${first}` : `${first} and ${rest.length} more`;
}

function batchesOf(entries: readonly TreeEntry[]): readonly (readonly TreeEntry[])[] {
  const batches: TreeEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const last = batches.at(-1);
    if (last === undefined || last.length === mostFiles || entry.bytes > room) {
      batches.push([entry]);
      room = mostBytes - entry.bytes;
    } else {
      last.push(entry);
      room -= entry.bytes;
    }
  }
  return batches;
}
