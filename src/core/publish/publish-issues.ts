import { z } from 'zod';
import type { Asked, Refused } from '../forum.ts';
import type { BoardIssue, IssueBoard } from '../issue-board.ts';
import { canonicalJson } from '../json.ts';
import type { Seal } from '../seal/create-seal.ts';
import { escapeHidden, showOnOneLine } from '../text/show-hidden.ts';

/** An issue that is to be there: `key` tells it from others of its kind, whatever it says. */
export type IssueWish = {
  readonly key: string;
  readonly title: string;
  /** The whole body, with this marker as its last line. At most 65,536 characters. @param before what it says already */
  readonly render: (marker: string, before?: string) => string;
  /** Whether what it says already is news enough; absent: only where it says the same. */
  readonly saysEnough?: (body: string) => boolean;
};

/** What became of one issue. */
export type IssueOutcome =
  | { readonly kind: 'created' | 'updated' | 'kept' | 'closed'; readonly key: string; readonly url: string }
  | ({ readonly kind: 'refused'; readonly key: string } & Omit<Refused, 'kind'>);

export type IssuesWanted = {
  /** Issues of other kinds are left alone: `retiring`, `drift`. */
  readonly kind: string;
  readonly wishes: readonly IssueWish[];
  /** Of an open issue that nobody wishes any more: what it says once it is closed; undefined leaves it open. */
  readonly closing: (key: string, marker: string) => string | undefined;
  /** Signs markers. Where there is one, an issue without its signature is not ours, whoever wrote it. */
  readonly seal: Seal | undefined;
};

const markerSchema = z.strictObject({
  version: z.literal(1),
  kind: z.string(),
  key: z.string(),
  signature: z.string().exactOptional(),
});

const opens = '<!-- promptgate-issue ';
const closes = ' -->';
const longestTitle = 256;

/**
 * Has one open issue for every wish: begins it, brings it up to date, and closes what nobody wishes any more. Found by a hidden
 * marker in issues that our token's owner wrote. Never throws; the first refusal to read them ends it.
 */
export async function publishIssues(board: IssueBoard, wanted: IssuesWanted): Promise<readonly IssueOutcome[]> {
  const listed = await board.own();
  if (listed.kind === 'refused') return wanted.wishes.map(({ key }) => refused(key, listed));
  const marked = listed.value.flatMap((issue) => {
    const key = keyOf(issue, wanted);
    return key === undefined ? [] : [{ issue, key }];
  });
  const outcomes: IssueOutcome[] = [];
  for (const wish of wanted.wishes) {
    const existing = marked.find(({ key }) => key === wish.key);
    outcomes.push(await write(board, wish, existing?.issue, wanted));
  }
  for (const [at, { issue, key }] of marked.entries()) {
    const isDouble = marked.findIndex((other) => other.key === key) < at;
    const isWished = wanted.wishes.some((wish) => wish.key === key);
    const marker = writeIssueMarker(wanted, key);
    const body = isDouble ? issue.body : isWished ? undefined : wanted.closing(key, marker);
    if (body === undefined) continue;
    const closed = await board.close(issue.number, body);
    outcomes.push(closed.kind === 'refused' ? refused(key, closed) : { kind: 'closed', key, url: closed.value.url });
  }
  return outcomes;
}

async function write(
  board: IssueBoard,
  { key, title: written, render, saysEnough }: IssueWish,
  existing: BoardIssue | undefined,
  wanted: IssuesWanted,
): Promise<IssueOutcome> {
  const title = showOnOneLine(written, longestTitle);
  const body = render(writeIssueMarker(wanted, key), existing?.body);
  if (existing !== undefined && (isSame(existing, { title, body }) || saysEnough?.(existing.body) === true))
    return { kind: 'kept', key, url: existing.url };
  const asked =
    existing === undefined ? await board.create({ title, body }) : await board.update(existing.number, { title, body });
  if (asked.kind === 'refused') return refused(key, asked);
  return { kind: existing === undefined ? 'created' : 'updated', key, url: asked.value.url };
}

/** Open issues of a kind that wear a label, whoever set it. */
export async function findLabelled(
  board: IssueBoard,
  label: string,
  kind: Pick<IssuesWanted, 'kind' | 'seal'>,
): Promise<Asked<readonly { readonly key: string; readonly issue: BoardIssue }[]>> {
  const listed = await board.own();
  if (listed.kind === 'refused') return listed;
  const found = listed.value.flatMap((issue) => {
    const key = keyOf(issue, kind);
    // GitHub's labels differ by more than case.
    const wears = issue.labels?.some((one) => one.toLowerCase() === label.toLowerCase()) === true;
    return wears && key !== undefined ? [{ key, issue }] : [];
  });
  return { kind: 'done', value: found };
}

/** Line ends and blanks at the end are the forum's to change. */
function isSame(issue: BoardIssue, text: { readonly title: string; readonly body: string }): boolean {
  const plain = (body: string) => body.replaceAll('\r\n', '\n').trim();
  return issue.title === text.title && plain(issue.body) === plain(text.body);
}

/** The key of an issue of ours of this kind; people may have edited all but its marker. */
export function keyOf(
  { body }: Pick<BoardIssue, 'body'>,
  { kind, seal }: Pick<IssuesWanted, 'kind' | 'seal'>,
): string | undefined {
  const line = body
    .split(/\r?\n/u)
    .map((one) => one.trimEnd())
    .findLast((one) => one.startsWith(opens) && one.endsWith(closes));
  if (line === undefined) return undefined;
  const read = markerSchema.safeParse(parse(line.slice(opens.length, -closes.length)));
  if (!read.success || read.data.kind !== kind) return undefined;
  const { signature, ...marker } = read.data;
  const isOurs = seal === undefined || (signature !== undefined && seal.isSigned(canonicalJson(marker), signature));
  return isOurs ? marker.key : undefined;
}

/** One line of hidden text, which nothing in it can end early. */
function writeIssueMarker({ kind, seal }: Pick<IssuesWanted, 'kind' | 'seal'>, key: string): string {
  const marker = { version: 1, kind, key };
  const signed = seal === undefined ? marker : { ...marker, signature: seal.sign(canonicalJson(marker)) };
  const json = canonicalJson(signed).replace(/[<>&]|-(?=-)/gu, asEscape);
  return opens + escapeHidden(json) + closes;
}

function asEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(key: string, { kind: _, ...why }: Refused): IssueOutcome {
  return { kind: 'refused', key, ...why };
}
