import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Lets V8 collect garbage while there is little of it. By itself it lets the heap grow with the machine's memory:
 * 20,000 calls with 4 KB replies, of which 50 MB are ever held at once, then take 540 MB instead of 220 MB, and
 * save a tenth of a millisecond a call (docs/asking.md). Both settings are read at each collection, so that they may
 * be set while the program runs; the first collection is made here, since the heap would grow to its first limit (some
 * 200 MB) before one came by itself.
 */
export function collectEarly(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=10');
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
