import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskPersonalData } from '../../../src/core/publish/mask-personal-data.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnop';
const mixed = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6';
const hex = '0123456789abcdef0123456789abcdef';

test.each([
  ...['sk-', 'sk-proj-', 'sk-ant-api03-', 'gsk_', 'xai-', 'pplx-', 'r8_', 'fw_', 'csk-', 'nvapi-', 'tvly-', 'pcsk_'],
  ...['lsv2_pt_', 'hf_', 'npm_', 'ghp_', 'github_pat_', 'glpat-', 'xoxb-', 'xapp-1-', 'AIza', 'ya29.', 'whsec_'],
  ...['pypi-AgEI', 'dckr_pat_', 'shpat_', 'lin_api_', 'ntn_', 'hvs.'],
])('a key that begins with %s is masked, of letters alone too', (start) => {
  for (const rest of [letters, mixed])
    expect(maskPersonalData(`Use ${start}${rest}, please`)).toBe('Use [key], please');
});

test.each([
  [`dapi${hex}`, '[key]'],
  [`key-${hex}`, '[key]'],
  [`SG.${mixed.slice(0, 22)}.${mixed}abc`, '[key]'],
  [`Authorization: Bearer ${mixed}`, 'Authorization: Bearer [key]'],
  [`authorization: bearer ${mixed}==`, 'authorization: bearer [key]'],
  ['https://hooks.slack.com/services/T00000000/B00000000/abcdefghijklmnop', '[key]'],
  [`https://discord.com/api/webhooks/123456789012345678/${mixed}`, '[key]'],
  ['?user=ann&password=swordfish&x=1', '?user=ann&password=[key]&x=1'],
  ['DB_PASSWORD="swordfish"', 'DB_PASSWORD="[key]"'],
  ['{"api_key": "abc123def456"}', '{"api_key": "[key]"}'],
  ['Password: hunter22', 'Password: [key]'],
  ['postgres://ann:swordfish@db.internal/shop', 'postgres://ann:[key]@db.internal/shop'],
])('what is named or placed as a secret is masked, and what names it stays: %s', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test.each([
  'The password: choose one with letters.',
  'Password: minimum of eight characters',
  'token: the unit that models count in',
  'The bearer of this letter is authorised to collect the parcel.',
  'Use Bearer authentication, as the documentation says.',
  'password={{ password }}&token=$TOKEN&secret=<secret>',
  'Mr. Key-Holder of the sk-region asked for risk-based pricing.',
  'See https://example.com:8080/a@b and http://localhost:3000/',
  'max_tokens=400, tokens: 1200',
])('prose and placeholders hold no key: %s', (text) => {
  expect(maskPersonalData(text)).not.toContain('[key]');
});

const folder = new URL('../../../fixtures/', import.meta.url).pathname;
const prose = ['prompt-formats', 'newcomers', 'promptfoo', 'demo'].flatMap((name) =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt|ya?ml|j2|json|toml|prompt)$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
);

test('no prompt or case of the fixtures holds a key', () => {
  expect(prose.length).toBeGreaterThan(50);
  for (const text of prose) expect(maskPersonalData(text)).not.toContain('[key]');
});

test('a key is masked wherever it stands in a text', () => {
  const words = prose.flatMap((text) => text.split(/\s+/u)).filter((word) => /^[A-Za-z]{2,12}$/u.test(word));
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((some) => some.join(' '));
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      expect(maskPersonalData(`${before} gsk_${letters} ${after}`)).toBe(`${before} [key] ${after}`);
      expect(maskPersonalData(`${before} ${after}`)).toBe(`${before} ${after}`);
    }),
    { numRuns: 50, seed: 3 },
  );
});
