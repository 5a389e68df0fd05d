import { createServer } from 'node:http';

type Asked = {
  readonly name?: string;
  readonly name_filter?: string;
  readonly nameFilter?: string;
  readonly mimeType?: string;
  readonly mime_type?: string;
  readonly workflow_run_backend_id?: string;
  readonly workflowRunBackendId?: string;
};

type Kept = {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Buffer;
  readonly id: number;
  /** Id of the run that kept it, as its token says. */
  readonly run: number;
  /** Where it can be fetched. */
  readonly address: string;
};

/** The artifact service as `@actions/artifact` meets it: Twirp calls, and blobs at signed addresses. */
export type ArtifactService = {
  /** What the runner gives a step to find the service. */
  readonly env: Readonly<Record<string, string>>;
  /** The same for a step of this run. */
  readonly envOf: (run: number) => Readonly<Record<string, string>>;
  /** Artifacts that were uploaded whole. */
  readonly kept: () => readonly Kept[];
  /** As if a run had kept it. */
  readonly keep: (run: number, name: string, content: string | Buffer) => void;
  readonly close: () => Promise<void>;
};

/** @param refuse why an artifact of this name is not taken; undefined where it is */
export async function startArtifactService(
  refuse: (name: string) => string | undefined = () => undefined,
): Promise<ArtifactService> {
  const begun = new Map<string, string>();
  const blobs = new Map<string, Buffer>();
  const kept: Kept[] = [];
  let last = 100;
  const keep = (run: number, name: string, content: Buffer, mimeType = 'text/plain'): number => {
    last += 1;
    kept.push({ name, mimeType, content, id: last, run, address: `${origin}/kept/${last}` });
    return last;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const reply = (value: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    const fetched = /^\/kept\/(\d+)$/u.exec(url.pathname)?.[1];
    if (fetched !== undefined) {
      const one = kept.find(({ id }) => id === Number(fetched));
      response.writeHead(one === undefined ? 404 : 200, {
        'content-type': one?.mimeType ?? 'text/plain',
        'content-disposition': `attachment; filename="${one?.name ?? ''}"`,
      });
      response.end(one?.content);
      return;
    }
    const blob = /^\/blobs\/store\/(.+)$/u.exec(url.pathname)?.[1];
    if (blob !== undefined) {
      // A block, the list that closes the file, or a small file at once.
      const part = url.searchParams.get('comp');
      if (part !== 'blocklist') blobs.set(blob, Buffer.concat([blobs.get(blob) ?? Buffer.alloc(0), body]));
      response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': '1' });
      response.end();
      return;
    }
    const asked: Asked = JSON.parse(body.toString());
    const run = Number(/\d+$/u.exec(asked.workflow_run_backend_id ?? asked.workflowRunBackendId ?? '')?.[0] ?? 0);
    const name = asked.name ?? asked.name_filter ?? asked.nameFilter ?? '';
    const at = kept.findIndex((one) => one.name === name && one.run === run);
    const place = `${run}-${encodeURIComponent(name)}`;
    const why = refuse(name) ?? (at >= 0 && run > 0 ? 'an artifact with this name already exists' : undefined);
    if (url.pathname.endsWith('/ListArtifacts')) {
      const own = { workflow_run_backend_id: `run-${run}`, workflow_job_run_backend_id: 'job-backend' };
      reply({ artifacts: at < 0 ? [] : [{ ...own, database_id: String(kept[at]?.id), name, size: '1' }] });
    } else if (url.pathname.endsWith('/DeleteArtifact')) {
      const [gone] = at < 0 ? [] : kept.splice(at, 1);
      reply({ ok: gone !== undefined, artifact_id: String(gone?.id ?? 0) });
    } else if (why !== undefined) reply({ code: 'already_exists', msg: why }, 409);
    else if (url.pathname.endsWith('/CreateArtifact')) {
      begun.set(place, asked.mimeType ?? asked.mime_type ?? '');
      blobs.delete(place);
      reply({ ok: true, signed_upload_url: `http://${request.headers.host}/blobs/store/${place}?sig=1` });
    } else {
      const id = keep(run, name, blobs.get(place) ?? Buffer.alloc(0), begun.get(place));
      reply({ ok: true, artifact_id: String(id) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const envOf = (run: number | 'backend') => {
    const claims = Buffer.from(JSON.stringify({ scp: `Actions.Results:run-${run}:job-backend` })).toString('base64url');
    return { ACTIONS_RESULTS_URL: `${origin}/`, ACTIONS_RUNTIME_TOKEN: `e30.${claims}.c2ln` };
  };
  return {
    env: envOf('backend'),
    envOf,
    kept: () => kept,
    keep: (run, name, content) => void keep(run, name, Buffer.from(content)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
