import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

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

/** A shorter one is the stand-in of a service that wants none (`ollama`, `EMPTY`), which anyone can guess. */
const shortestSecret = 16;

/**
 * A key of 32 bytes that whoever holds the same provider keys derives too, and nobody else: HKDF-SHA-256 (RFC 5869).
 * Provider keys are the only thing that honest runs share and strangers do not know.
 * @param purpose what it signs: keys of different purposes tell nothing of each other
 * @returns undefined where there is no secret among `keys`: then nothing can be believed of an earlier run
 */
export function deriveKey(keys: readonly string[], purpose: string): Uint8Array | undefined {
  const secrets = [...new Set(keys)].filter((key) => key.length >= shortestSecret).toSorted();
  if (secrets.length === 0) return undefined;
  const material = utf8ToBytes(JSON.stringify(secrets));
  return hkdf(sha256, material, utf8ToBytes('promptgate'), utf8ToBytes(purpose), 32);
}
