import { describe, expect, it } from 'vitest';
import { escapeHidden } from '../../../src/core/text/show-hidden.ts';

describe('JSON for readers', () => {
  it('holds no character that hides, and is the same value', () => {
    const value = { 'a\u202e': ['\u200b\u0007\u009b\u2028', 'tab\tline\n', '👩‍🔬 é', '\u{e0041}\ud800'] };
    const json = escapeHidden(JSON.stringify(value, null, 2));
    expect(JSON.parse(json)).toEqual(value);
    expect(json).not.toMatch(/[\u202e\u200b\u009b\u2028]|\u{e0041}/u);
    expect(json).toContain('a\\u202e');
    expect(json).toContain('👩‍🔬 é');
  });

  it('is left as it is where it is plain', () => {
    const json = JSON.stringify({ a: [1, 'x'] }, null, 2);
    expect(escapeHidden(json)).toBe(json);
  });
});
