import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '../../../src/hosts/log/create-log.ts';

const key = 'sk-live/ä"7f+93 b2c4?=';

test('a secret is masked as it is and in its usual encodings', () => {
  const forms = [
    key,
    encodeURIComponent(key),
    JSON.stringify(key),
    Buffer.from(key).toString('base64'),
    Buffer.from(key).toString('base64url'),
    Buffer.from(key).toString('hex'),
  ];
  for (const form of forms) expect(redact(`key: ${form}.`, [key])).toMatch(/^key: "?\*\*\*[\w=+/-]{0,4}"?\.$/u);
});

test('it is masked inside a longer text in base64, wherever it starts there', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (before, after) => {
      expect(redact(Buffer.from(`${before}${key}${after}`).toString('base64'), [key])).toContain('***');
    }),
  );
});

test('no masked text holds the secret, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constant(key))), (parts) => {
      expect(redact(parts.join(''), [key])).not.toContain(key);
    }),
  );
});

test('of a secret of several lines each line is masked', () => {
  const secret = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqh\n-----END KEY-----\n';
  expect(redact('it says MIIEvQIBADANBgkqh here', [secret])).toBe('it says *** here');
});

test('short and empty values are not masked: they would black out ordinary text', () => {
  expect(redact('a dummy key', ['dummy', '', ' '])).toBe('a dummy key');
});
