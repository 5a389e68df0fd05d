import { estimateTokenCount } from 'tokenx';
import type { AnyRequest } from '../call.ts';

/** Tokens each message costs beside its content. */
const PER_MESSAGE = 4;
/** Output tokens of a reply where nothing limits it and nothing was seen yet. */
const USUAL_OUTPUT = 400;
/** Output tokens that nothing but a limit in the request makes impossible to exceed; generous for a chat reply. */
const MOST_OUTPUT = 4000;

/** Tokens of a request, counted by rule of thumb (tokenx: a few per cent off for English), and of its reply, guessed. */
export type RequestSize = { readonly input: number; readonly usualOutput: number; readonly mostOutput: number };

/** How large a request is and its reply may be, in tokens, before it is asked. */
export function sizeOfRequest(request: AnyRequest): RequestSize {
  if (request.kind === 'embedding') {
    return { input: sum(request.texts.map((text) => estimateTokenCount(text))), usualOutput: 0, mostOutput: 0 };
  }
  const { messages, params } = request;
  const tools = params['tools'] === undefined ? 0 : estimateTokenCount(JSON.stringify(params['tools']));
  const input = sum(messages.map(({ content }) => PER_MESSAGE + estimateTokenCount(content))) + tools;
  const limit = params['max_completion_tokens'] ?? params['max_tokens'];
  const mostOutput = typeof limit === 'number' && limit > 0 ? limit : MOST_OUTPUT;
  return { input, usualOutput: Math.min(USUAL_OUTPUT, mostOutput), mostOutput };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
