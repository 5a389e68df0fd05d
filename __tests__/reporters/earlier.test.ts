import { describe, expect, it } from 'vitest';
import { showEarlier } from '../../src/reporters/show-acceptance.ts';
import { plain } from '../../src/reporters/wording/say.ts';
import { wordEarlier } from '../../src/reporters/wording/word-earlier.ts';

const old = { head: 'abc1234567', since: 'aaa1234567' };

describe('what became of an earlier verdict', () => {
  it.each([
    ['regressed', 'pass', 'Was regressed at abc1234, fixed here.'],
    ['regressed', 'inconclusive', 'Was regressed at abc1234, not proven any more.'],
    ['regressed', 'invalid', 'Was regressed at abc1234; this run could not tell.'],
    ['regressed', 'unreviewed', 'Was regressed at abc1234; nothing checks it now.'],
    ['regressed', 'skipped', 'Was regressed at abc1234.'],
    ['regressed', 'regressed', 'Still regressed, since aaa1234.'],
    ['pass', 'regressed', 'Was fine at abc1234.'],
    ['pass', 'pass', ''],
    ['inconclusive', 'regressed', ''],
  ] as const)('%s, now %s', (verdict, now, told) => {
    const words = wordEarlier({ verdict, ...old }, { verdict: now, head: 'def' });
    expect(plain(words, (text) => text)).toBe(told);
  });

  it('of the same commit is told as another run of it, and once', () => {
    const same = (verdict: 'regressed' | 'pass', now: 'regressed' | 'pass') =>
      plain(wordEarlier({ verdict, head: 'def', since: 'def' }, { verdict: now, head: 'def' }), (text) => text);
    expect(same('regressed', 'pass')).toBe('An earlier run of this commit found it regressed.');
    expect(same('pass', 'regressed')).toBe('An earlier run of this commit found it fine.');
    expect(same('regressed', 'regressed')).toBe('');
  });

  it('is told anew in a comment that is taken over, in place of what it told before', () => {
    const now = { verdict: 'regressed', head: 'def' } as const;
    const body = '### ⛔ Do not merge yet: x\n\nAlways right before.\n\n| Case |\n\n<sub>a</sub>';
    const once = showEarlier(body, { verdict: 'regressed', ...old }, now);
    expect(once).toBe(body.replace('before.\n\n', 'before.\n\nStill regressed, since `aaa1234`.\n\n'));
    expect(showEarlier(once, { verdict: 'regressed', ...old, since: 'bbb1234567' }, now)).toBe(
      once.replace('aaa1234', 'bbb1234'),
    );
    expect(showEarlier(body, undefined, now)).toBe(body);
  });
});
