import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSeal } from '../../../src/core/seal/create-seal.ts';

describe('a seal', () => {
  it('is HMAC-SHA-256 under HKDF of the keys, whatever their order', () => {
    const [one, other] = ['sk-0123456789abcdef', 'sk-fedcba9876543210'];
    const key = Buffer.from(hkdfSync('sha256', JSON.stringify([one, other]), 'promptgate', 'comment', 32));
    const expected = createHmac('sha256', key).update('text').digest('hex');
    expect(createSeal([one, other], 'comment')?.sign('text')).toBe(expected);
    expect(createSeal([other, one, one], 'comment')?.sign('text')).toBe(expected);
    expect(createSeal([one, other], 'comment')?.isSigned('text', expected)).toBe(true);
  });

  it('is not broken by another text, purpose, key or signature', () => {
    const seal = createSeal(['sk-0123456789abcdef'], 'comment');
    const signature = seal?.sign('text') ?? '';
    expect(seal?.isSigned('texts', signature)).toBe(false);
    expect(seal?.isSigned('text', signature.slice(1))).toBe(false);
    expect(createSeal(['sk-0123456789abcdef'], 'store')?.isSigned('text', signature)).toBe(false);
    expect(createSeal(['sk-0123456789abcdee'], 'comment')?.isSigned('text', signature)).toBe(false);
  });

  it('is not made of what anyone can guess', () => {
    expect(createSeal([], 'comment')).toBeUndefined();
    expect(createSeal(['ollama', 'EMPTY', 'sk-123456789'], 'comment')).toBeUndefined();
    expect(createSeal(['sk-123456789012'], 'comment')).toBeUndefined();
    expect(createSeal(['sk-1234567890123'], 'comment')).toBeDefined();
  });
});
