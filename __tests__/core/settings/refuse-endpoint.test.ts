import { describe, expect, test } from 'vitest';
import { refuseEndpoint } from '../../../src/core/settings/refuse-endpoint.ts';

describe('refuseEndpoint', () => {
  test.each([
    'https://api.openai.com/v1',
    'https://api.openai.com',
    'HTTPS://Models.Example:8443/v1/',
    'http://localhost:11434/v1',
    'http://127.0.0.1:8000',
    'http://[::1]:8000/v1',
    'https://[2001:db8::1]/v1',
  ])('lets %s be asked', (url) => {
    expect(refuseEndpoint(url, { query: false })).toBeUndefined();
  });

  test.each([
    'http://models.example/v1',
    'http://127.0.0.1.evil.example/v1',
    'http://localhost.evil.example',
    'http://localhost@evil.example/v1',
    'http://localhost\\@evil.example/v1',
    'http://127.1/v1',
    'http://0.0.0.0/v1',
    'http://169.254.169.254/latest',
    'https://user@models.example',
    'https://models.example/v1?x=1',
    'https://models.example/v1#x',
    'https:models.example',
    'https:///v1',
    'ftp://models.example',
    'file:///etc/passwd',
    ' https://models.example',
    'https://models.example/\tv1',
    '',
  ])('refuses %j', (url) => {
    expect(refuseEndpoint(url, { query: false })).toMatch(/^must /u);
  });
});
