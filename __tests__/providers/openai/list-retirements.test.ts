import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { startModelService } from '../../../src/embedded/model-service/start-model-service.ts';
import { listRetirements } from '../../../src/providers/openai/list-retirements.ts';

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
const signal = () => AbortSignal.timeout(5_000);

async function serve(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () => server.closeAllConnections(),
    () => void server.close(),
  );
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

it('reads the days that a service’s list of models says, for the key that may read it', async () => {
  const service = await startModelService({
    seed: 'list',
    key: 'sk-list',
    models: ['steady', 'ending'],
    shutdowns: { ending: '2026-12-20' },
  });
  closers.push(service.close);
  expect(await listRetirements({ baseUrl: service.url, key: 'sk-list' }, signal())).toEqual(
    new Map([['ending', '2026-12-20']]),
  );
  expect(await listRetirements({ baseUrl: service.url, key: 'sk-other' }, signal())).toBeUndefined();
});

it.each([
  [200, 'no JSON', {}],
  [200, '{"data":[{"shutdown_date":"2026-12-20"}]}', {}],
  [200, `{"data":[]}${' '.repeat(5 * 2 ** 20)}`, {}],
  [404, '{"data":[]}', {}],
  [302, '', { location: 'http://127.0.0.1:9/v1/models' }],
])('tells a list that is none from one that says nothing (%s %.20s)', async (status, body, headers) => {
  expect(await listRetirements({ baseUrl: await serve(status, body, headers) }, signal())).toBeUndefined();
});

it('takes no day that is none', async () => {
  const body = '{"data":[{"id":"a","shutdown_date":"soon"},{"id":"b","shutdown_date":20261220},{"id":"c"}]}';
  expect(await listRetirements({ baseUrl: await serve(200, body) }, signal())).toEqual(new Map());
});

it('sends no key to an address without encryption', async () => {
  expect(await listRetirements({ baseUrl: 'http://models.example.com/v1', key: 'sk-list' }, signal())).toBeUndefined();
});
