import type { MessagePort } from 'node:worker_threads';
import type { SandboxResult, SandboxScript } from '../core/ports.ts';

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
