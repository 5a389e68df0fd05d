import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { deriveKey } from './derive-key.ts';

/** Signs what a later run is to believe, and tells what such a run may believe: 64 hexadecimal digits. */
export type Seal = {
  readonly sign: (text: string) => string;
  readonly isSigned: (text: string, signature: string) => boolean;
};

/** HMAC-SHA-256 under a key of the provider keys. Undefined where the run holds none. */
export function createSeal(keys: readonly string[], purpose: string): Seal | undefined {
  const key = deriveKey(keys, purpose);
  if (key === undefined) return undefined;
  const sign = (text: string): string => bytesToHex(hmac(sha256, key, utf8ToBytes(text)));
  // Both are hashed first: how long comparing takes tells nothing of the signature.
  const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
  return { sign, isSigned: (text, signature) => digest(sign(text)) === digest(signature) };
}
