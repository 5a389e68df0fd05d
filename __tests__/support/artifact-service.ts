import { createServer } from 'node:http';

type Kept = { readonly name: string; readonly mimeType: string; readonly content: Buffer };

/** The artifact service as `@actions/artifact` meets it: Twirp calls, and blobs at signed addresses. */
export type ArtifactService = {
  /** What the runner gives a step to find the service. */
  readonly env: Readonly<Record<string, string>>;
  /** Artifacts that were uploaded whole. */
  readonly kept: () => readonly Kept[];
  readonly close: () => Promise<void>;
};

/** @param refuse why an artifact of this name is not taken; undefined where it is */
export async function startArtifactService(
  refuse: (name: string) => string | undefined = () => undefined,
): Promise<ArtifactService> {
  const begun = new Map<string, string>();
  const blobs = new Map<string, Buffer>();
  const kept: Kept[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const reply = (value: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    const blob = /^\/blobs\/store\/(.+)$/u.exec(url.pathname)?.[1];
    if (blob !== undefined) {
      // A block, the list that closes the file, or a small file at once.
      const part = url.searchParams.get('comp');
      if (part !== 'blocklist') blobs.set(blob, Buffer.concat([blobs.get(blob) ?? Buffer.alloc(0), body]));
      response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': '1' });
      response.end();
      return;
    }
    const asked: { name: string; mimeType?: string; mime_type?: string } = JSON.parse(body.toString());
    const why = refuse(asked.name);
    if (why !== undefined) reply({ code: 'already_exists', msg: why }, 409);
    else if (url.pathname.endsWith('/CreateArtifact')) {
      begun.set(asked.name, asked.mimeType ?? asked.mime_type ?? '');
      const address = `http://${request.headers.host}/blobs/store/${encodeURIComponent(asked.name)}?sig=1`;
      reply({ ok: true, signed_upload_url: address });
    } else {
      const content = blobs.get(encodeURIComponent(asked.name)) ?? Buffer.alloc(0);
      kept.push({ name: asked.name, mimeType: begun.get(asked.name) ?? '', content });
      reply({ ok: true, artifact_id: String(kept.length + 100) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const claims = Buffer.from(JSON.stringify({ scp: 'Actions.Results:run-backend:job-backend' })).toString('base64url');
  return {
    env: {
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${address.port}/`,
      ACTIONS_RUNTIME_TOKEN: `e30.${claims}.c2ln`,
    },
    kept: () => kept,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
