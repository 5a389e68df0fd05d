import { describe, expect, test } from 'vitest';
import { looksLikeKey } from '../../../src/core/issues/describe-issues.ts';

describe('looksLikeKey', () => {
  test.each([
    'sk-abc123',
    'sk-proj-Ab1',
    'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    'AIzaSyA-1234567890',
    'AKIAIOSFODNN7EXAMPLE',
    'hf_abcdefgh',
    'xoxb-1-2-3',
    'https://hooks.slack.com/services/T/B/x',
    'q8Zr1Vb5Nn0pLk3Jh7Gf2Dd9Ss4Aa6',
  ])('takes %s for a key', (text) => {
    expect(looksLikeKey(text)).toBe(true);
  });

  test.each([
    'OPENAI_API_KEY',
    'N1N_API_KEY',
    'KEY',
    'my_key',
    'MY_LONG_VARIABLE_NAME_NUMBER_12',
    'claude-sonnet-5',
    'adaptive',
    'skipped',
    'hfactor',
    'pkwords',
    '',
  ])('takes %s for a name', (text) => {
    expect(looksLikeKey(text)).toBe(false);
  });
});
