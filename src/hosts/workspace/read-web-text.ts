import { lookup } from 'node:dns';
import { get as getOverHttp, type IncomingMessage } from 'node:http';
import { get as getOverHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { FileText } from '../../core/pull-request.ts';

type Limits = { readonly most: number; readonly withinMs: number; readonly signal: AbortSignal };

/** Redirects that are followed: services lead to where a file lies in one or two. */
const mostRedirects = 5;

/**
 * Reads a text over https, or over http from this machine itself. A redirect is followed to public hosts alone, however they
 * are named: what an address leads to is chosen by a stranger, and must not reach what only this machine's network can.
 * @param limits bytes of the answer, time for all of it
 */
export async function readWebText(address: string, { most, withinMs, signal }: Limits): Promise<FileText> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
  let url = URL.parse(address);
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      if (url === null) return refused('it is no address');
      const barred = whyBarred(url, redirects > 0);
      if (barred !== undefined) return refused(barred);
      const answer = await open(url, redirects > 0, until);
      const { statusCode = 0, headers } = answer;
      if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) {
        if (statusCode === 200) return await readWithin(answer, most);
        answer.destroy();
        return refused(wordStatus(statusCode));
      }
      answer.destroy();
      url = URL.parse(headers.location, url.href);
    }
    return refused(`it leads on more than ${mostRedirects} times`);
  } catch (fault) {
    if (until.aborted && !signal.aborted) return refused(`it did not come within ${withinMs / 1000} s`);
    return refused(fault instanceof Error ? fault.message : String(fault));
  }
}

function refused(why: string): FileText {
  return { kind: 'refused', why };
}

function wordStatus(status: number): string {
  const asks = status === 401 || status === 403 || status === 404;
  const hint = asks ? '; where the address asks for a login, download the file and name it' : '';
  return `the address answered ${status}${hint}`;
}

/** Why an address is not asked at all; undefined where it may be. */
function whyBarred({ protocol, hostname, username, password }: URL, isRedirect: boolean): string | undefined {
  if (username !== '' || password !== '') return 'an address with a password in it is not asked';
  const host = hostname.replace(/^\[|\]$/gu, '');
  if (isRedirect && isIP(host) !== 0 && isPrivate(host)) return `it leads to ${host}, which is not public`;
  if (protocol === 'https:') return undefined;
  const isOwn = host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, familyOf(host)));
  if (protocol === 'http:' && isOwn && !isRedirect) return undefined;
  return isRedirect
    ? `it leads to an address that is not https (${protocol}//${host})`
    : 'only https addresses are read';
}

function open(url: URL, isRedirect: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const get = url.protocol === 'https:' ? getOverHttps : getOverHttp;
  const headers = { accept: 'application/json', 'user-agent': 'promptgate' };
  // A name is held against where it leads at the moment it is asked: looked up before, it could lead elsewhere by then.
  get(url, { headers, signal, ...(isRedirect ? { lookup: publicOnly } : {}) }, resolve).on('error', reject);
  return promise;
}

const publicOnly: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (fault, found) => {
    const barred = found?.find(({ address }) => isPrivate(address));
    if (fault !== null) return done(fault, []);
    if (barred !== undefined)
      return done(new Error(`it leads to ${name} (${barred.address}), which is not public`), []);
    const [first] = found;
    if (options.all === true) return done(null, found);
    return done(null, first?.address ?? '', first?.family);
  });
};

async function readWithin(answer: IncomingMessage, most: number): Promise<FileText> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > most) {
      answer.destroy();
      return refused(`it has more than the ${most} bytes that are read from an address`);
    }
    parts.push(bytes);
  }
  return { kind: 'text', text: new TextDecoder().decode(Buffer.concat(parts)) };
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Addresses of a machine itself, of its own network, and of the services that clouds give to their machines. */
const notPublic = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notPublic.addSubnet(net, bits, 'ipv6');

/** An IPv4 address in the clothes of IPv6 is held against the lists of IPv4 by `BlockList` itself. */
function isPrivate(address: string): boolean {
  return notPublic.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
