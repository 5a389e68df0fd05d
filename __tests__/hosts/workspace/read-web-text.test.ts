import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { readWebText } from '../../../src/hosts/workspace/read-web-text.ts';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => server?.close(done) ?? done(undefined));
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  const opened = createServer(listener);
  server = opened;
  await new Promise<void>((done) => opened.listen(0, '127.0.0.1', done));
  const at = opened.address();
  return `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;
}

const read = (address: string, most = 100, withinMs = 5000) =>
  readWebText(address, { most, withinMs, signal: new AbortController().signal });

test('reads what this machine itself serves', async () => {
  const url = await serve((_, answer) => answer.end('{"a":"ä"}'));
  expect(await read(url)).toEqual({ kind: 'text', text: '{"a":"ä"}' });
});

test('reads no more bytes than it may', async () => {
  const url = await serve((_, answer) => answer.end('x'.repeat(101)));
  const why = 'it has more than the 100 bytes that are read from an address';
  expect(await read(url)).toEqual({ kind: 'refused', why });
});

test('waits no longer than it may', async () => {
  const url = await serve(() => undefined);
  expect(await read(url, 100, 50)).toEqual({ kind: 'refused', why: 'it did not come within 0.05 s' });
});

test('says what the address answered, and what to do where it asks for a login', async () => {
  const url = await serve((_, answer) => answer.writeHead(404).end());
  const why = 'the address answered 404; where the address asks for a login, download the file and name it';
  expect(await read(url)).toEqual({ kind: 'refused', why });
});

test.each([
  ['https://127.0.0.1/', 'it leads to 127.0.0.1, which is not public'],
  ['https://10.1.2.3/', 'it leads to 10.1.2.3, which is not public'],
  ['https://169.254.169.254/latest/meta-data', 'it leads to 169.254.169.254, which is not public'],
  ['https://[::1]/', 'it leads to ::1, which is not public'],
  ['https://[::ffff:127.0.0.1]/', 'it leads to ::ffff:7f00:1, which is not public'],
  ['https://[::ffff:10.0.0.1]/', 'it leads to ::ffff:a00:1, which is not public'],
  ['http://example.com/', 'it leads to an address that is not https (http://example.com)'],
  ['file:///etc/passwd', 'it leads to an address that is not https (file://)'],
  ['/again', 'it leads to 127.0.0.1, which is not public'],
])('follows no redirect to %s', async (location, why) => {
  const url = await serve((_, answer) => answer.writeHead(302, { location }).end());
  expect(await read(url)).toEqual({ kind: 'refused', why });
});

test('follows no redirect to a name that leads to this machine', async () => {
  const url = await serve((_, answer) => answer.writeHead(302, { location: 'https://localhost/' }).end());
  expect(await read(url)).toMatchObject({
    why: expect.stringMatching(/^it leads to localhost \(.+\), which is not public$/u),
  });
});

test.each([
  ['http://example.com/report.json', 'only https addresses are read'],
  ['http://127.0.0.1.example.com/report.json', 'only https addresses are read'],
  ['ftp://example.com/report.json', 'only https addresses are read'],
  ['https://me:secret@example.com/report.json', 'an address with a password in it is not asked'],
  ['https://', 'it is no address'],
])('asks nothing of %s', async (address, why) => {
  expect(await read(address)).toEqual({ kind: 'refused', why });
});
