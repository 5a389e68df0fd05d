import { Worker } from 'node:worker_threads';

/** A thread that ends this process, and says by which input, where one reader has been at it for too long. */
export type InputWatch = {
  /** Begins with an input. */
  readonly begin: (reader: string, text: string) => void;
  /** What was begun is done. */
  readonly end: () => void;
};

const stuckMs = 60_000;
const longest = 20_000;

/** An endless loop hears no timer of its own thread: the test, and all of CI, would wait for it. */
export function watchInputs(): InputWatch {
  running ??= startWatch();
  return running;
}

let running: InputWatch | undefined;

function startWatch(): InputWatch {
  const shared = new SharedArrayBuffer(8 + longest);
  const counts = new Int32Array(shared, 0, 2);
  const held = new Uint8Array(shared, 8);
  const worker = new Worker(watch, { eval: true, workerData: { shared, stuckMs } });
  worker.unref();
  const encoder = new TextEncoder();
  return {
    begin: (reader, text) => {
      const { written } = encoder.encodeInto(`${reader}: ${JSON.stringify(text.slice(0, longest / 4))}`, held);
      counts[1] = written;
      Atomics.add(counts, 0, 1);
    },
    end: () => Atomics.store(counts, 0, 0),
  };
}

const watch = `
const { workerData: { shared, stuckMs } } = require('node:worker_threads');
const counts = new Int32Array(shared, 0, 2);
let last = -1;
let since = Date.now();
setInterval(() => {
  const now = Atomics.load(counts, 0);
  if (now !== last) { last = now; since = Date.now(); return; }
  if (now === 0 || Date.now() - since < stuckMs) return;
  const told = Buffer.from(new Uint8Array(shared, 8, counts[1]).slice()).toString('utf8');
  require('node:fs').writeSync(2, 'No end after ' + stuckMs / 1000 + ' s: ' + told + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 1000);
`;
