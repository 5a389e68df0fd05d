import { expect, test } from 'vitest';
import { createLog } from '../../../src/hosts/log/create-log.ts';

test('every line is made harmless and secrets are masked from the moment they are known', () => {
  const written: string[] = [];
  const log = createLog((text) => void written.push(text));
  log.say('first sk-1234567890');
  log.hide('sk-1234567890');
  log.say('::error::second sk-1234567890');
  expect(written).toEqual(['first sk-1234567890\n', ': :error::second ***\n']);
});
