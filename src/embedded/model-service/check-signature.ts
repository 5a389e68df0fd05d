import { createHash, createHmac } from 'node:crypto';
import type { AboutError } from './write-error.ts';

/** Credentials whose signatures the service takes. */
export type SigningKeys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly region: string;
};

/** A request as it stood on the wire. */
export type Signed = {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly body: string;
};

type Fault = { readonly message: string; readonly about: AboutError };
const fault = (type: string, message: string): Fault => ({ message, about: { type } });

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/u;
/** Seconds that a clock may be off. */
const most = 300;

/**
 * What is wrong with a request's AWS Signature Version 4, by the steps that the public documentation has ("Create a signed AWS API
 * request"), and by no code of the client's.
 * @param seconds since 1970
 */
export function checkSignature(request: Signed, keys: SigningKeys, seconds: number): Fault | undefined {
  const { method, target, headers, body } = request;
  const headerOf = (name: string): string => String(headers[name] ?? '');
  const read = form.exec(headerOf('authorization'));
  if (read === null) return fault('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const [, keyId, day = '', region = '', service = '', signedNames = '', signature] = read;
  const names = signedNames.split(';');
  const when = headerOf('x-amz-date');
  const token = keys.sessionToken;
  if (keyId !== keys.accessKeyId || (token !== undefined && headerOf('x-amz-security-token') !== token))
    return fault('UnrecognizedClientException', 'The security token included in the request is invalid.');
  const needed = ['host', 'x-amz-date', ...(token === undefined ? [] : ['x-amz-security-token'])];
  if (needed.some((name) => !names.includes(name)))
    return fault('IncompleteSignatureException', `Authorization header requires ${needed.join(', ')} to be signed.`);
  const [, year, month, date, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(when) ?? [];
  const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`) / 1000;
  if (!(Math.abs(at - seconds) <= most) || !when.startsWith(day))
    return fault('InvalidSignatureException', `Signature expired: ${when} is not now.`);
  if (region !== keys.region || service !== 'bedrock')
    return fault('InvalidSignatureException', `Credential should be scoped to ${keys.region}/bedrock.`);
  const [path = '/', query = ''] = target.split('?', 2);
  const canonical = [
    method,
    // Each part of the path is encoded once more than it was sent.
    path.split('/').map(encode).join('/'),
    query.split('&').toSorted().join('&'),
    ...names.map((name) => `${name}:${headerOf(name).trim().replaceAll(/\s+/gu, ' ')}`),
    '',
    signedNames,
    sha256(body),
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const signing = [day, region, service, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${keys.secretAccessKey}`);
  const expected = hmac(signing, ['AWS4-HMAC-SHA256', when, scope, sha256(canonical)].join('\n')).toString('hex');
  if (expected === signature) return undefined;
  const said = 'The request signature we calculated does not match the signature you provided.';
  return fault('InvalidSignatureException', said);
}

function encode(part: string): string {
  return encodeURIComponent(part).replaceAll(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
