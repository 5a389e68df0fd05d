import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { FileIndex, Mentions } from '../core/file-index.ts';

/** Raised with the shape of the file: one of another version is begun anew. */
const version = 1;
/** A file and what it speaks of take some 150 bytes. */
const mostEntries = 60_000;
const mostBytes = 16 * 1024 * 1024;

const header = z.object({ version: z.literal(version), seal: z.string().regex(/^[0-9a-f]{64}$/u) });
const entry = z.tuple([z.string(), z.string(), z.array(z.string())]);

export type KeptIndex = FileIndex & {
  /** The file to be kept: what this run used first, the rest while there is room. Nothing where it learned nothing. */
  readonly write: () => string | undefined;
};

/**
 * Reads the index that an earlier run kept. It comes from a cache that other jobs can write to, and a line that says a
 * file refers to nothing would hide a change from the gate: so it is sealed with a key that only this workflow has.
 * What is damaged, of another version or sealed by anyone else counts as nothing.
 * @param key of the run's provider keys: only runs that hold them can seal
 */
export function openKeptIndex(kept: string | undefined, key: Uint8Array): KeptIndex {
  const before = kept === undefined ? new Map<string, Mentions>() : read(kept, key);
  const used = new Map<string, Mentions>();
  let learned = false;
  const keyOf = (extractor: string, id: string): string => `${extractor} ${id}`;
  return {
    find: (extractor, id) => {
      const key = keyOf(extractor, id);
      const found = before.get(key);
      if (found !== undefined) used.set(key, found);
      return found ?? used.get(key);
    },
    keep: (extractor, id, mentions) => {
      learned = true;
      used.set(keyOf(extractor, id), mentions);
    },
    write: () => (learned ? write([...used, ...[...before].filter(([key]) => !used.has(key))], key) : undefined),
  };
}

function write(entries: readonly (readonly [string, Mentions])[], key: Uint8Array): string {
  const lines: string[] = [];
  let room = mostBytes;
  for (const [key, { kind, names }] of entries.slice(0, mostEntries)) {
    const line = JSON.stringify([key, kind, names]);
    room -= Buffer.byteLength(line) + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const body = lines.join('\n');
  return `${JSON.stringify({ version, seal: sealOf(body, key) })}\n${body}`;
}

function read(kept: string, key: Uint8Array): Map<string, Mentions> {
  const end = kept.indexOf('\n');
  const head = header.safeParse(parse(kept.slice(0, Math.max(0, end))));
  const body = kept.slice(end + 1);
  if (!head.success || kept.length > mostBytes || !isSealed(body, head.data.seal, key)) return new Map();
  const lines = body === '' ? [] : body.split('\n');
  return new Map(
    lines.flatMap((line): readonly (readonly [string, Mentions])[] => {
      const { success, data } = entry.safeParse(parse(line));
      return success ? [[data[0], { kind: data[1], names: data[2] }]] : [];
    }),
  );
}

function sealOf(body: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(body).digest('hex');
}

function isSealed(body: string, seal: string, key: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(sealOf(body, key)), Buffer.from(seal));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
