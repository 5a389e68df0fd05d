import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Json } from '../core/json.ts';
import type { Sandbox, SandboxResult, SandboxScript } from '../core/ports.ts';

/** What the thread of the sandbox is started with: the way in, and a cell that counts what was answered. */
export type SandboxChannel = {
  readonly port: MessagePort;
  readonly answered: Int32Array;
};

export type SandboxRequest = {
  readonly script: SandboxScript;
  /** The arguments, as the text of a JSON list. */
  readonly args: string;
};

/** First `ready`, or why it did not start; then a result for each request. */
export type SandboxAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly why: string }
  | SandboxResult;

/** Longest start of the thread, on a machine that is very busy. */
const START_MS = 60_000;
/**
 * Longest call. The interpreter stops a script itself after a second of computing; this ends what no interrupt reaches
 * (one call of a built-in function that goes on for minutes), and leaves time for a busy machine.
 */
const LONGEST_CALL_MS = 10_000;

/**
 * A sandbox in a thread of its own, which starts with the first call. Calls are synchronous: the caller's thread waits.
 * A thread that does not come back is ended, and the next call starts another.
 */
export function createSandbox({ longestCallMs = LONGEST_CALL_MS } = {}): Sandbox & { readonly close: () => void } {
  let thread: Thread | undefined;
  const end = (): void => {
    thread?.end();
    thread = undefined;
  };
  return {
    run(script: SandboxScript, args: readonly Json[]): SandboxResult {
      thread ??= startThread();
      if (!thread.started) {
        const first = thread.next(START_MS);
        if (first?.kind !== 'ready') {
          end();
          const why = first?.kind === 'broken' ? first.why : 'it did not start in time';
          return { kind: 'failed', cause: 'error', why: `the sandbox could not be started: ${why}` };
        }
        thread.started = true;
      }
      thread.send({ script, args: JSON.stringify(args) });
      const answer = thread.next(longestCallMs);
      if (answer === undefined) {
        end();
        return { kind: 'failed', cause: 'time', why: 'it took too long' };
      }
      if (answer.kind === 'value' || answer.kind === 'failed') return answer;
      end();
      return { kind: 'failed', cause: 'error', why: 'the sandbox stopped' };
    },
    close: end,
  };
}

type Thread = {
  started: boolean;
  readonly send: (request: SandboxRequest) => void;
  /** Waits for the next answer; `undefined` where none came in time. */
  readonly next: (most: number) => SandboxAnswer | undefined;
  readonly end: () => void;
};

function startThread(): Thread {
  const { port1: ours, port2: port } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./sandbox-worker.ts', import.meta.url), {
    workerData: { port, answered },
    transferList: [port],
    // The interpreter counts its own stack; the thread's must be the larger one.
    resourceLimits: { stackSizeMb: 16 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.unref();
  ours.unref();
  let taken = 0;
  return {
    started: false,
    send: (request) => ours.postMessage(request),
    next(most) {
      Atomics.wait(answered, 0, taken, most);
      const received = receiveMessageOnPort(ours);
      if (received === undefined) return undefined;
      taken++;
      const answer: SandboxAnswer = received.message;
      return answer;
    },
    end: () => {
      ours.close();
      void worker.terminate();
    },
  };
}
