/** Media types that services take, by the kind of part they are. */
export const mediaTypes = {
  image: ['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
  audio: ['audio/wav', 'audio/mpeg'],
  file: ['application/pdf', 'text/plain'],
} as const;

/**
 * What bytes are, by their first ones and never by a name; text is what is UTF-8 without a NUL.
 * @returns nothing for what services do not take
 */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const has = (text: string, at = 0): boolean =>
    [...text].every((one, index) => bytes[at + index] === one.charCodeAt(0));
  if (has('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (has('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (has('GIF87a') || has('GIF89a')) return 'image/gif';
  if (has('RIFF') && has('WEBP', 8)) return 'image/webp';
  if (has('RIFF') && has('WAVE', 8)) return 'audio/wav';
  if (has('ID3') || isFrameOfMp3(bytes)) return 'audio/mpeg';
  if (has('%PDF-')) return 'application/pdf';
  return bytes.length > 0 && isText(bytes) ? 'text/plain' : undefined;
}

/** Eleven bits set, then a version that there is, and layer III (ISO/IEC 11172-3, 2.4.1.3). */
function isFrameOfMp3([first = 0, second = 0]: Uint8Array): boolean {
  return first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
}

/** Whether bytes are UTF-8 (RFC 3629) without a NUL. */
function isText(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : 3;
    if (first === 0 || (first >= 0x80 && first < 0xc2) || first > 0xf4) return false;
    for (let next = 1; next <= more; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
    at += more + 1;
  }
  return true;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]));

/** The bytes that base64 (RFC 4648, line feeds passed over) stands for; nothing where it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const written = text.replaceAll(/\s+/gu, '').replace(/={1,2}$/u, '');
  if (written.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((written.length * 3) / 4));
  let [held, bits, end] = [0, 0, 0];
  for (let at = 0; at < written.length; at++) {
    const value = values.get(written.charCodeAt(at));
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[end++] = (held >> bits) & 0xff;
  }
  return bytes;
}
