import { z } from 'zod';

/** A response that is no answer: its status, and what it says of the reason. */
export type Failed = {
  readonly status: number;
  readonly message: string;
  readonly code?: string;
  readonly type?: string;
  /** The parameter that is refused, where the service names it. */
  readonly param?: string;
  readonly headers?: Headers;
  /** Milliseconds that the body asks to wait. */
  readonly retryAfterMs?: number;
  /** What the client threw. */
  readonly cause: unknown;
};

/** A response that is no answer, thrown by us where no client does. */
export class RefusedError extends Error {
  readonly failed: Failed;
  constructor(failed: Failed) {
    super(failed.message);
    this.failed = failed;
  }
}

const text = z.string().nullish();
const clientError = z.looseObject({
  status: z.number(),
  message: z.string(),
  headers: z.instanceof(Headers).nullish(),
  code: text,
  type: text,
  param: text,
  // Anthropic's body, as its client hands it on.
  error: z
    .looseObject({ error: z.looseObject({ message: z.string(), type: text }) })
    .optional()
    .catch(undefined),
});

/** What an error of the vendors' generated clients (`openai`, `@anthropic-ai/sdk`) says of the response it was made of. */
export function readClientError(error: unknown): Failed | undefined {
  const read = clientError.safeParse(error);
  if (!read.success) return undefined;
  const { status, message, code, param, headers, error: body } = read.data;
  const type = body?.error.type ?? read.data.type;
  return {
    status,
    message: body?.error.message ?? message.replace(/^\d{3}\s+/u, ''),
    cause: error,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof param === 'string' ? { param } : {}),
    ...(headers instanceof Headers ? { headers } : {}),
  };
}
