import { type IncomingMessage, request as requestHttp } from 'node:http';
import { promisify } from 'node:util';
import { ProviderError } from '../../core/ports.ts';

/** Most bytes of a response that are read: vectors of a large batch are the biggest honest ones. */
const mostBytes = 64 * 1024 * 1024;

type Sent = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal | undefined;
};

/**
 * A fetch of one text by Node's own HTTP client: half the processor time a call of the global one, whose streams nobody here
 * reads (docs/asking.md). Connections are kept alive by the global agents, which heed a proxy where Node is told to. Resolves
 * once the whole body is there.
 * @throws ProviderError where the body is cut short or larger than 64 MiB; TypeError `unexpected redirect`; what Node says of a connection
 */
export async function httpFetch(url: URL, sent: Sent): Promise<Response> {
  const { response, body } = await send(url, sent);
  const status = response.statusCode ?? 0;
  const headers = headersOf(response);
  if (status >= 300 && status < 400 && headers.has('location')) throw new TypeError('unexpected redirect');
  if (status < 200 || status > 599) throw malformed(`answered with the status ${status}, which HTTP does not know.`);
  return new TextResponse((await unpack(body, headers.get('content-encoding'))).toString('utf8'), { status, headers });
}

/** A response whose text is there already: reading it through a stream would take longer than all the rest. */
class TextResponse extends Response {
  override readonly text: () => Promise<string>;

  constructor(text: string, about: ResponseInit) {
    super(null, about);
    this.text = () => Promise.resolve(text);
  }
}

type Received = { readonly response: IncomingMessage; readonly body: Buffer };

async function send(url: URL, { method, headers, body, signal }: Sent): Promise<Received> {
  // Loaded only where it is used: TLS takes longer to load than a call to this machine takes.
  const request = url.protocol === 'https:' ? (await import('node:https')).request : requestHttp;
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sending = request(url, { method, headers: { ...headers, ...length } });
    const abort = (): void => {
      sending.destroy(new Error('aborted'));
    };
    const end = (settle: () => void): void => {
      signal?.removeEventListener('abort', abort);
      settle();
    };
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted === true) abort();
    sending.on('error', (error) => end(() => reject(error)));
    sending.on('response', (response) => {
      receive(response).then(
        (received) => end(() => resolve(received)),
        (error: unknown) => end(() => reject(error)),
      );
    });
    sending.end(body);
  });
}

function receive(response: IncomingMessage): Promise<Received> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      chunks.push(chunk);
      if (bytes > mostBytes) response.destroy(tooLarge());
    });
    response.on('error', (error) => reject(error instanceof ProviderError ? error : cutShort(error)));
    response.on('end', () => resolve({ response, body: Buffer.concat(chunks, bytes) }));
  });
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** No encoding is asked for, but some services use one all the same. */
async function unpack(body: Buffer, encoding: string | null): Promise<Buffer> {
  if (encoding === null || encoding === 'identity' || body.length === 0) return body;
  const { brotliDecompress, gunzip, inflate } = await import('node:zlib');
  const decoders = { gzip: gunzip, 'x-gzip': gunzip, deflate: inflate, br: brotliDecompress };
  const decoder = Object.entries(decoders).find(([name]) => name === encoding.toLowerCase())?.[1];
  if (decoder === undefined) throw malformed(`answered in the encoding ${encoding}, which is not read.`);
  try {
    return await promisify<Buffer, { maxOutputLength: number }, Buffer>(decoder)(body, { maxOutputLength: mostBytes });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : cutShort(error);
  }
}

function tooLarge(): ProviderError {
  return malformed('sent an answer larger than 64 MiB.');
}

function cutShort(cause: unknown): ProviderError {
  return malformed('ended the connection in the middle of its answer.', cause);
}

function malformed(message: string, cause?: unknown): ProviderError {
  return new ProviderError(message, { reason: 'malformed', retryable: true, cause });
}
