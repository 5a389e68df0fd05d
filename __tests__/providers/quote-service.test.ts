import { expect, it } from 'vitest';
import { quoteService } from '../../src/providers/quote-service.ts';

it('masks a key, a short one where it stands alone, and never the letters of a dummy', () => {
  expect(quoteService('wrong key sk-proj-123456789!', 'sk-proj-123456789')).toBe('wrong key [key]!');
  expect(quoteService('xsk-proj-123456789x', 'sk-proj-123456789')).toBe('x[key]x');
  expect(quoteService('Incorrect key: sk-1234. See sk-12345.', 'sk-1234')).toBe('Incorrect key: [key]. See sk-12345.');
  expect(quoteService('The model does not exist. You exceeded it.', 'x')).toBe(
    'The model does not exist. You exceeded it.',
  );
  expect(quoteService('untested', 'test')).toBe('untested');
});
