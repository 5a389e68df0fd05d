import { type IncomingMessage, request as requestHttp } from 'node:http';
import { promisify } from 'node:util';
import { ProviderError } from '../../core/ports.ts';

/** Most bytes of an answer that are read. Vectors of a large batch are the biggest honest ones; many chats are read at once. */
const mostOfVectors = 64 * 2 ** 20;
const mostOfText = 8 * 2 ** 20;
const mostOfStream = 64 * 2 ** 20;

/**
 * A fetch that sends nothing but what a call needs: of headers `own` and what the body is. Clients add others about the machine,
 * and some from the environment. It follows no redirect.
 * @param own or what signs an address and a body, and gives the headers of that
 */
export function limitFetch(own: Headed | ((url: URL, body: string) => Promise<Headed>)): typeof fetch {
  return async (input, init) => {
    if (typeof init?.body !== 'string') throw new TypeError('a call is sent as one text');
    const url = new URL(input instanceof Request ? input.url : input);
    const ofCall = typeof own === 'function' ? await own(url, init.body) : own;
    return httpFetch(url, {
      method: init.method ?? 'POST',
      headers: {
        'user-agent': 'promptgate',
        'content-type': 'application/json',
        accept: 'application/json',
        ...ofCall,
      },
      body: init.body,
      signal: init.signal ?? undefined,
      mostBytes: /embed/iu.test(url.pathname) ? mostOfVectors : mostOfText,
    });
  };
}

type Headed = Readonly<Record<string, string>>;

/** An address with the version of its API at the end: people write it with and without. */
export function withVersion(baseUrl: string, version: string): string {
  return /\/v\d\w*$/u.test(baseUrl) ? baseUrl : `${baseUrl}/${version}`;
}

type Sent = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal | undefined;
  /** Most bytes of an answer that are read, packed and unpacked. */
  readonly mostBytes: number;
};

/**
 * A fetch of one text by Node's own HTTP client: a quarter less processor time a call than the global one, whose streams nobody
 * here reads (docs/asking.md). Connections are kept alive by the global agents, which heed a proxy where Node is told to.
 * Resolves once the whole body is there.
 * @throws ProviderError where the body is cut short, too large or no HTTP; TypeError `unexpected redirect`; what Node says of a connection
 */
async function httpFetch(url: URL, sent: Sent): Promise<Response> {
  const { response, body, pieces } = await sendWhole(url, sent);
  const status = response.statusCode ?? 0;
  const headers = headersOf(response);
  if (status >= 300 && status < 400 && headers.has('location')) throw new TypeError('unexpected redirect');
  if (status < 200 || status > 599) throw malformed(`answered with the status ${status}, which HTTP does not know.`);
  const packing = headers.get('content-encoding');
  const unpacked = await unpack(body, packing, sent.mostBytes);
  // What was packed came in pieces that nobody can tell apart.
  const told = packing === null ? pieces : [{ bytes: unpacked, ms: undefined }];
  return new TextResponse(unpacked.toString('utf8').replace(/^\u{feff}/u, ''), { status, headers }, told);
}

/** A piece of a body as it came, and how many milliseconds after the request was sent; undefined where that is not known. */
export type Piece = { readonly bytes: Uint8Array; readonly ms: number | undefined };

/** The pieces of an event stream in the order they came; undefined where a response is none, whatever was asked for. */
export function piecesOf(response: Response): readonly Piece[] | undefined {
  return response instanceof TextResponse && isStream(response.headers.get('content-type'))
    ? response.pieces
    : undefined;
}

function isStream(type: string | null | undefined): boolean {
  return /^text\/event-stream\b/iu.test(type ?? '');
}

/** A response whose text is there already: reading it through a stream would take longer than all the rest. */
class TextResponse extends Response {
  override readonly text: () => Promise<string>;
  readonly pieces: readonly Piece[];

  constructor(text: string, about: ResponseInit, pieces: readonly Piece[]) {
    super(null, about);
    this.pieces = pieces;
    this.text = () => Promise.resolve(text);
  }
}

type Received = { readonly response: IncomingMessage; readonly body: Buffer; readonly pieces: readonly Piece[] };

/**
 * Tells a connection that the service closed just as it was used again. Most likely the request was never read; it is sent anew
 * (nodejs.org/api/http.html#requestreusedsocket), each time on a connection less, until one is new.
 */
class StaleConnection extends Error {}

async function sendWhole(url: URL, sent: Sent): Promise<Received> {
  for (;;) {
    try {
      return await send(url, sent);
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw error;
    }
  }
}

async function send(url: URL, { method, headers, body, signal, mostBytes }: Sent): Promise<Received> {
  // Loaded only where it is used: TLS takes longer to load than a call to this machine takes.
  const request = url.protocol === 'https:' ? (await import('node:https')).request : requestHttp;
  const started = performance.now();
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
    let answering = false;
    sending.on('error', (error) => end(() => reject(faultOf(error, sending.reusedSocket && !answering))));
    sending.on('response', (response) => {
      answering = true;
      receive(response, mostBytes, started).then(
        (received) => end(() => resolve(received)),
        (error: unknown) => end(() => reject(error)),
      );
    });
    // Another protocol instead of an answer: Node closes the connection and says nothing else.
    sending.on('close', () => {
      if (!answering) end(() => reject(cutShort(undefined)));
    });
    sending.end(body);
  });
}

/** @param reused the connection had been used before, and nothing was heard on it since */
function faultOf(error: Error, reused: boolean): Error {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (reused && (code === 'ECONNRESET' || code === 'EPIPE')) return new StaleConnection();
  return code.startsWith('HPE_') ? malformed(`sent what is no HTTP answer (${error.message}).`, error) : error;
}

function receive(response: IncomingMessage, most: number, started: number): Promise<Received> {
  // Around each token of a stream stands what is some hundred times as long.
  const mostBytes = isStream(response.headers['content-type']) ? mostOfStream : most;
  return new Promise((resolve, reject) => {
    const pieces: (Piece & { readonly bytes: Buffer })[] = [];
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      pieces.push({ bytes: chunk, ms: performance.now() - started });
      if (bytes > mostBytes) response.destroy(tooLarge(mostBytes));
    });
    response.on('error', (error) => reject(error instanceof ProviderError ? error : cutShort(error)));
    response.on('close', () => reject(cutShort(undefined)));
    response.on('end', () => {
      const body = Buffer.concat(
        pieces.map((piece) => piece.bytes),
        bytes,
      );
      resolve({ response, body, pieces });
    });
  });
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** No packing is asked for, but some services use one all the same. What is packed otherwise is left as it is. */
async function unpack(body: Buffer, encoding: string | null, mostBytes: number): Promise<Buffer> {
  if (encoding === null || body.length === 0) return body;
  const { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } = await import('node:zlib');
  // `deflate` without its head is what some services send under that name.
  const deflated = ((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw;
  const decoders = {
    gzip: gunzip,
    'x-gzip': gunzip,
    deflate: deflated,
    br: brotliDecompress,
    zstd: zstdDecompress,
  };
  const decoder = Object.entries(decoders).find(([name]) => name === encoding.trim().toLowerCase())?.[1];
  if (decoder === undefined) return body;
  try {
    return await promisify<Buffer, { maxOutputLength: number }, Buffer>(decoder)(body, { maxOutputLength: mostBytes });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(mostBytes) : cutShort(error);
  }
}

function tooLarge(mostBytes: number): ProviderError {
  return malformed(`sent an answer larger than ${Math.round(mostBytes / 2 ** 20)} MiB.`);
}

function cutShort(cause: unknown): ProviderError {
  return malformed('ended the connection in the middle of its answer.', cause);
}

function malformed(message: string, cause?: unknown): ProviderError {
  const fix = 'Run the review again later; if it lasts, see what stands between the runner and the service.';
  return new ProviderError(message, { reason: 'malformed', retryable: true, fix, cause });
}
