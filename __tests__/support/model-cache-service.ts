import { createServer } from 'node:http';

/** The Actions cache service as `@actions/cache` meets it: Twirp calls, and blobs at signed addresses. */
export type CacheService = {
  readonly url: string;
  /** Keys of saved entries, oldest first. */
  readonly keys: () => readonly string[];
  readonly close: () => Promise<void>;
};

type Entry = { readonly key: string; readonly version: string; readonly blob: Buffer };

export async function startCacheService(): Promise<CacheService> {
  const entries: Entry[] = [];
  const blobs = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const reply = (value: object) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    const blobName = /^\/blobs\/store\/(.+)$/u.exec(url.pathname)?.[1];
    if (blobName !== undefined) {
      if (request.method === 'PUT') {
        blobs.set(blobName, body);
        response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': '1' });
        response.end();
      } else response.end(blobs.get(blobName));
      return;
    }
    const asked: { key: string; version: string; restore_keys?: string[] } = JSON.parse(body.toString());
    const name = encodeURIComponent(`${asked.key}@${asked.version}`);
    const method = url.pathname.split('/').at(-1);
    if (method === 'CreateCacheEntry') {
      const taken = entries.some(({ key, version }) => key === asked.key && version === asked.version);
      reply({ ok: !taken, signed_upload_url: taken ? '' : `http://${request.headers.host}/blobs/store/${name}` });
    } else if (method === 'FinalizeCacheEntryUpload') {
      entries.push({ key: asked.key, version: asked.version, blob: blobs.get(name) ?? Buffer.alloc(0) });
      reply({ ok: true, entry_id: String(entries.length) });
    } else {
      const wanted = [asked.key, ...(asked.restore_keys ?? [])];
      const found = wanted
        .map((prefix) => entries.findLast(({ key, version }) => version === asked.version && key.startsWith(prefix)))
        .find((entry) => entry !== undefined);
      const blob = found === undefined ? '' : encodeURIComponent(`${found.key}@${found.version}`);
      reply(
        found === undefined
          ? { ok: false }
          : {
              ok: true,
              matched_key: found.key,
              signed_download_url: `http://${request.headers.host}/blobs/store/${blob}`,
            },
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    keys: () => entries.map(({ key }) => key),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
