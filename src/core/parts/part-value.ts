import type { Json, JsonObject } from '../json.ts';
import type { Part } from '../prompt.ts';
import { clip } from '../text/clip.ts';

/** What a message shows beside texts. */
export type ShownPart = Exclude<Part, { kind: 'text' }>;

export const partKinds = ['image', 'audio', 'file'] as const satisfies readonly ShownPart['kind'][];

/** How people call each kind. */
export const partWords: Readonly<Record<ShownPart['kind'], string>> = {
  image: 'an image',
  audio: 'a sound',
  file: 'a file',
};

/** A variable that a case writes as a part: one key, whose value is a path, an https address or a data URL. */
export type WrittenPart = { readonly kind: ShownPart['kind']; readonly from: string };

/** What a variable shows, as it is written; nothing where it is a value like any other. */
export function writtenPart(value: Json | undefined): WrittenPart | undefined {
  if (!isObject(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  const kind = partKinds.find((one) => one === entry?.[0]);
  const from = entry?.[1];
  return kind === undefined || typeof from !== 'string' || others.length > 0 ? undefined : { kind, from };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is known of bytes that are shown. */
export type BytesKnown = { readonly mediaType: string; readonly bytes: number; readonly sha256: string };

/**
 * The part that a variable of a case is once its file was read: then it says beside where it is from what its bytes are. An
 * address is one as it is written.
 */
export function partOf(value: Json | undefined): ShownPart | undefined {
  const written = writtenPart(value);
  if (written !== undefined) {
    const { kind, from: url } = written;
    return isAddress(url) ? { kind, source: { kind: 'url', url }, name: url } : undefined;
  }
  if (!isObject(value)) return undefined;
  const { mediaType, bytes, sha256 } = value;
  const kind = partKinds.find((one) => typeof value[one] === 'string');
  if (kind === undefined || typeof mediaType !== 'string' || typeof bytes !== 'number' || typeof sha256 !== 'string')
    return undefined;
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return undefined;
  const name = String(value[kind]);
  return { kind, source: { kind: 'data', mediaType, base64: '', sha256, bytes }, name };
}

export function isAddress(from: string): boolean {
  return /^https:\/\//iu.test(from);
}

/** A part in the place where it stands in a text, for people and judges; an address as it is written, since it may be a template. */
export function showPart({ kind, name, source }: ShownPart): string {
  const from = source.kind === 'url' ? clip(source.url, 300) : source.mediaType;
  return `[${kind}: ${name ?? from}]`;
}
