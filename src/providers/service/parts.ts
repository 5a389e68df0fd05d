import type { JsonObject } from '../../core/json.ts';
import { ProviderError } from '../../core/ports.ts';
import type { Part } from '../../core/prompt.ts';

type Shown = Exclude<Part, { kind: 'text' }>;

/** The address of a picture or a file; that of its bytes is a data URL. */
export function addressOf(source: Shown['source']): string {
  return source.kind === 'url' ? source.url : `data:${source.mediaType};base64,${source.base64}`;
}

/** A part that an API has no form for: nothing is asked, since the reply would answer another question. */
export function cannotShow({ kind, name }: Shown, why: string, fix: string): ProviderError {
  const what = kind === 'file' ? 'a file' : kind === 'image' ? 'an image' : 'a sound';
  const which = name === undefined ? '' : ` (${name})`;
  return new ProviderError(`was not asked: the message shows ${what}${which}, and its API ${why}.`, {
    reason: 'refused-request',
    fix,
  });
}

/** The arguments of a call as an object, which the native APIs want. @throws ProviderError where they are none */
export function readArguments(name: string, written: string): JsonObject {
  try {
    const value: unknown = JSON.parse(written === '' ? '{}' : written);
    if (isObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const message = `was not asked: the arguments of a call of \`${name}\` are no JSON object, and its API takes no others.`;
  throw new ProviderError(message, { reason: 'refused-request', fix: 'Look at the transcript.' });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
