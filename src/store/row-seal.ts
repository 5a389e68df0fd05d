import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** Signs rows of the store, and tells whether one was signed. Both take microseconds. */
export type RowSeal = {
  readonly sign: (...parts: readonly string[]) => string;
  readonly isSigned: (signature: unknown, ...parts: readonly string[]) => boolean;
};

/**
 * HMAC-SHA-256 over the parts, each with its length, so that none runs into the next.
 * @param refused called for the first row that it did not sign
 */
export function createRowSeal(key: Uint8Array, refused: () => void = () => undefined): RowSeal {
  let isTold = false;
  const held = createSecretKey(key);
  const digest = (parts: readonly string[]): Buffer => {
    const mac = createHmac('sha256', held);
    for (const part of parts) mac.update(`${part.length}:`).update(part);
    return mac.digest();
  };
  return {
    sign: (...parts) => digest(parts).toString('base64url'),
    isSigned: (signature, ...parts) => {
      const given = Buffer.from(typeof signature === 'string' ? signature : '', 'base64url');
      const right = digest(parts);
      const isOurs = given.length === right.length && timingSafeEqual(given, right);
      if (!isOurs && !isTold) refused();
      isTold ||= !isOurs;
      return isOurs;
    },
  };
}

/** Of a store on its owner's own disk, in a run that holds no key. Only there is a row believed as it is. */
export const unsealed: RowSeal = { sign: () => '', isSigned: () => true };
