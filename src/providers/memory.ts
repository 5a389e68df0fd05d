import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Calls whose garbage may lie about: collecting it early takes longer to begin than they do. */
const fewCalls = 1_000;
/** Calls whose plan alone fills much memory. */
const manyCalls = 8_000;
/** Calls of which so much is held that marking it again and again would take longer than deciding on it. */
const hugeCalls = 50_000;

/**
 * How much garbage V8 lets lie, by how many calls are to be asked. By itself it lets the heap grow with the machine's memory:
 * 20,000 calls with 4 KB replies, of which 50 MB are ever held at once, then take 540 MB instead of 230 MB
 * (docs/asking.md). The settings are read at each collection, so that they may be set while the program runs.
 */
export const memory = {
  /** Before files are read: nobody knows yet how many cases there are. */
  begin: (): void => setNursery('kept'),
  /** Before the plan of at least so many calls is made. */
  plan: (calls: number): void => (calls > manyCalls ? collectEarly(calls) : setNursery('growing')),
  /** Before up to so many calls are asked. */
  ask: (calls: number): void => {
    if (calls > fewCalls) collectEarly(calls);
  },
};

/** Whether the space for new objects grows where many survive. It is not made smaller again. */
function setNursery(size: 'kept' | 'growing'): void {
  setFlagsFromString(`--semi-space-growth-factor=${size === 'kept' ? 1 : 2}`);
}

/** Collects now, and from now on whenever the heap has grown by a share: it would grow to its first limit (some 200 MB) before. */
function collectEarly(calls: number): void {
  const huge = calls > hugeCalls;
  setNursery(huge ? 'growing' : 'kept');
  setFlagsFromString(`--heap-growing-percent=${huge ? 50 : 10}`);
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
