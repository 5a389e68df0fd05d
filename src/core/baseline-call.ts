import { type Call, callFor } from './call.ts';

/**
 * The call under which a reply of an old side is kept for its request alone, for whatever comparison asks it next.
 * @param copy how many earlier cases of the prompt render to the same request
 */
export function baselineCall(
  { request, trial, purpose }: Pick<Call, 'request' | 'trial' | 'purpose'>,
  copy: number,
): Call {
  return callFor(request, trial, purpose, `old side, copy ${copy}`);
}
