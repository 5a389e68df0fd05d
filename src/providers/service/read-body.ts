import { z } from 'zod';
import { ProviderError } from '../../core/ports.ts';

/** The JSON of a body. @throws ProviderError `malformed` (worth another attempt) where it is none */
export function parseBody(body: string, quote: (text: string) => string): unknown {
  if (body.trim() === '') throw malformed('answered with an empty body');
  try {
    return JSON.parse(body);
  } catch {
    const shown = quote(body.slice(0, 120));
    throw /^\s*<(?:!doctype|html)/iu.test(body)
      ? malformed(
          `answered with a web page (${shown}): check that base-url is the address of the API (it often ends in /v1), and that no login or proxy stands before it`,
          {},
        )
      : malformed(`answered with what is no whole JSON (${shown})`);
  }
}

const errorBody = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string() })]),
});

/** JSON that is no answer; many services and proxies say 200 and send an error. */
export function unreadable(parsed: unknown, missing: string, quote: (text: string) => string): ProviderError {
  const error = errorBody.safeParse(parsed);
  if (!error.success) return malformed(`answered with ${missing} (${quote(sampleOf(parsed))})`);
  const said = error.data.error;
  return malformed(`answered 200 with an error: ${quote(typeof said === 'string' ? said : said.message)}`, {
    fix: 'Run the review again later: what was answered is kept.',
  });
}

/** How a body begins; one may be nested deeper than can be written. */
function sampleOf(parsed: unknown): string {
  try {
    return JSON.stringify(parsed).slice(0, 120);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return 'nested too deep to be shown';
  }
}

const otherAddress = { fix: 'See whether its base URL is that of an API which speaks as OpenAI does.' };

/** @param help left out where the message says what helps */
export function malformed(message: string, help: { readonly fix?: string } = otherAddress): ProviderError {
  return new ProviderError(message, { reason: 'malformed', retryable: true, ...help });
}
